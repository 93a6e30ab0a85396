"""The heads and words of a table as CSV: keys of the file format where there is one, in Swedish whatever is spoken, as the files are."""

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
    "region": "område",
    "shifts": "förflyttningar",
    "state": "läge",
    "terms": "termer",
    "told": "återkopplat",
    "total": "totalt",
    "type": "typ",
}
"""What a column that no vocabulary names is called in our tables, to what it is called in a spreadsheet."""
CELLS = {
    "kind": {"region": "område", "group": "grupp", "total": "totalt"},
    "state": {
        "true": "rätt",  # which a spreadsheet would take for a truth value
        "skewed": "skevt",
        "lost": "ryms-inte",
        "drawn though empty": "ritat-fast-tomt",
        "not drawn": "ritas-inte",
    },
}
"""The same for what stands in columns whose words are ours."""
_TOTAL = "total"


def headed(columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> Iterator[Sequence[Any]]:
    """The heads and then the rows of a CSV file; the row of sums is called as their column is."""
    yield [HEADS.get(name, name) for name in columns]
    ours = {place: CELLS[name] for place, name in enumerate(columns) if name in CELLS}
    for row in rows:
        if row and row[0] == _TOTAL:
            yield [HEADS[_TOTAL], *row[1:]]
        else:
            yield [ours[place].get(cell, cell) if place in ours else cell for place, cell in enumerate(row)]
