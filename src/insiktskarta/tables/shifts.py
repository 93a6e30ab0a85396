"""What the shifts are drawn from: records by the terms of a facet, and by groups in each of them."""

from collections import Counter
from dataclasses import dataclass

from insiktskarta.model.language import N_
from insiktskarta.query.select import selected
from insiktskarta.tables.facet_rows import NONE, facet_rows, merged
from insiktskarta.tables.perspective_regions import Group, Provenance, perspective_regions
from insiktskarta.tables.request import Request
from insiktskarta.tables.sheet import Sheet

DEFAULT = "förflyttningar"


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar.

    Attributes:
        key: term id, empty for "not stated".
        label: for people.
        parts: groups (indices into `Shifts.groups`) and how many records are about exactly these, in legend order.
    """

    key: str
    label: str
    parts: tuple[tuple[tuple[int, ...], int], ...]

    @property
    def total(self) -> int:
        """Records of the bar; each is in one part."""
        return sum(count for _, count in self.parts)


@dataclass(frozen=True, slots=True)
class Shifts:
    """The table behind the bars.

    Attributes:
        title: the picture's title.
        dimension: what bars are, for people.
        groups: the map's legend.
        bars: the longest first, then those without records in the vocabulary's order; "not stated" last.
        total: distinct records.
        kind: the type that all records have, or empty for several.
        provenance: what the source line says.
        merged: sentences that say which values stand together.
    """

    title: str
    dimension: str
    groups: tuple[Group, ...]
    bars: tuple[Bar, ...]
    total: int
    kind: str
    provenance: Provenance
    merged: tuple[str, ...] = ()

    @property
    def overlaps(self) -> bool:
        """Whether some record counts in more than one bar."""
        return sum(bar.total for bar in self.bars) > self.total

    @property
    def spots(self) -> tuple[Bar, ...]:
        """The white spots."""
        return tuple(bar for bar in self.bars if not bar.total and bar.key != NONE)


def shifts(request: Request) -> Shifts:
    """The records of a question by `request.by`, default the shifts that they ask for, and group."""
    hits = selected(request.corpus, request.question)
    marks = perspective_regions(request.corpus, request.question, "", request.provenance, request.language)
    groups = {mark.id: mark.groups for mark in marks.marks}
    rows = facet_rows(request, hits, marks, DEFAULT)
    counts = Counter((key, groups[record]) for record, keys in rows.keys.items() for key in keys)
    bars = [
        Bar(
            each.key,
            each.label,
            tuple((held, count) for (key, held), count in sorted(counts.items()) if key == each.key),
        )
        for each in rows.headings
    ]
    title = request.titled(
        N_("Which shifts do {many} ask for?"),
        N_("Which shifts do {many} of {organisation} ask for?"),
    )
    if rows.name != DEFAULT and not request.title:
        title = request.language.text("{facet}, by group", facet=rows.label)
    return Shifts(
        title,
        rows.label,
        marks.groups,
        tuple(sorted(bars, key=lambda bar: (bar.key == NONE, -bar.total))),
        len(hits),
        request.kind,
        request.provenance,
        (*merged(request, rows, hits), *marks.merged),
    )


def sheet(table: Shifts) -> Sheet:
    """One line a bar and one column a group; a record about several groups counts in each of their columns."""
    lines: list[tuple[str | int, ...]] = []
    for bar in table.bars:
        counts = [
            sum(count for held, count in bar.parts if index in held) for index in range(len(table.groups))
        ]
        lines.append((bar.key or "-", bar.label, *counts, bar.total))
    names = [group.id or "-" for group in table.groups]
    return Sheet(("key", "label", *names, "total"), tuple(lines))
