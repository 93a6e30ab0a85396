"""A table of counts, as a value: what every picture, page and print of counts is made from."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Heading:
    """The heading of a row or a column: a key for programs and a label for people.

    Attributes:
        depth: how many broader terms it lies under, each of which counts what it counts.
    """

    key: str
    label: str
    depth: int = 0


@dataclass(frozen=True, slots=True)
class Table:
    """Counts of records in one or two dimensions.

    A record that has several values of a dimension counts in several cells, so cells may sum to more than
    the totals, which count every record once.

    Attributes:
        dimensions: labels of the row dimension and, where there is one, the column dimension.
        names: the same as people write them after --by.
        rows: one heading a row.
        columns: one heading a column; empty when there is one dimension.
        cells: (row key, column key) to count; a cell that is absent is 0. One dimension: no cells.
        row_totals: row key to distinct records.
        column_totals: column key to distinct records.
        total: distinct records in the whole table.
    """

    dimensions: tuple[str, ...]
    names: tuple[str, ...]
    rows: tuple[Heading, ...]
    columns: tuple[Heading, ...]
    cells: Mapping[tuple[str, str], int]
    row_totals: Mapping[str, int]
    column_totals: Mapping[str, int]
    total: int

    @property
    def nested(self) -> bool:
        """Whether some row or column counts what others, of narrower terms, count too."""
        return any(each.depth for each in (*self.rows, *self.columns))

    @property
    def overlaps(self) -> bool:
        """Whether some record counts in more than one row or column."""
        return sum(self.row_totals.values()) > self.total or sum(self.column_totals.values()) > self.total
