"""The heads of a table as CSV: keys of the file format where there is one, in Swedish whatever is spoken, as the files are."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

HEADS = {
    "after": "efter",
    "before": "före",
    "combination": "kombination",
    "count": "antal",
    "difference": "skillnad",
    "drawn_as": "ritat-som",
    "gathered": "insamlat",
    "groups": "grupper",
    "heading": "rubrik",
    "key": "id",
    "kind": "slag",
    "label": "etikett",
    "led_on": "ledde-vidare",
    "municipality": "kommunkod",
    "open": "öppet",
    "period": "period",
    "refuted": "motsagt",
    "region": "fält",
    "shifts": "förflyttningar",
    "state": "läge",
    "terms": "termer",
    "told": "återkopplat",
    "total": "totalt",
    "type": "typ",
}
"""What a column that no vocabulary names is called in our tables, to what it is called in a spreadsheet."""
_TOTAL = "total"


def headed(columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> Iterator[Sequence[Any]]:
    """The heads and then the rows of a CSV file; the row of sums is called as their column is."""
    yield [HEADS.get(name, name) for name in columns]
    for row in rows:
        yield [HEADS[_TOTAL], *row[1:]] if row and row[0] == _TOTAL else row
