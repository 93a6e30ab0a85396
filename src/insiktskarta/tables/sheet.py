"""The table behind a picture as rows for people and programs."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sheet:
    """Named columns and rows of the same length, numbers as numbers.

    Attributes:
        columns: one name a column.
        rows: the cells.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[str | int, ...], ...]
