"""What the gap matrix is drawn from: records by the terms of a facet and by the seven regions."""

from collections import Counter
from dataclasses import dataclass

from insiktskarta.model.language import N_
from insiktskarta.query.select import selected
from insiktskarta.tables.facet_rows import NONE, facet_rows, merged
from insiktskarta.tables.perspective_regions import REGIONS, Perspective, Provenance, perspective_regions
from insiktskarta.tables.request import GROUPS, Request
from insiktskarta.tables.sheet import Sheet

OUTSIDE: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """One row.

    Attributes:
        key: term id, empty for "not stated".
        label: for people.
        counts: records by region, in the order of `GapMatrix.regions`; each record lies in one region.
        symbol: the group's place in the map's legend, or None where rows are no groups.
    """

    key: str
    label: str
    counts: tuple[int, ...]
    symbol: int | None = None

    @property
    def total(self) -> int:
        """Records of the row."""
        return sum(self.counts)


@dataclass(frozen=True, slots=True)
class GapMatrix:
    """The table behind the gap matrix.

    Attributes:
        title: the picture's title.
        dimension: what rows are, for people.
        perspectives: the three circles.
        regions: the seven, and `OUTSIDE` where any record is in no circle.
        rows: with those where nothing counts.
        totals: distinct records by region.
        kind: the type that all records have, or empty for several.
        provenance: what the source line says.
        merged: sentences that say which values stand together.
    """

    title: str
    dimension: str
    perspectives: tuple[Perspective, Perspective, Perspective]
    regions: tuple[tuple[int, ...], ...]
    rows: tuple[Row, ...]
    totals: tuple[int, ...]
    kind: str
    provenance: Provenance
    merged: tuple[str, ...] = ()

    @property
    def total(self) -> int:
        """Distinct records."""
        return sum(self.totals)

    @property
    def overlaps(self) -> bool:
        """Whether some record counts in more than one row."""
        return sum(row.total for row in self.rows) > self.total

    def spots(self, row: Row) -> tuple[int, ...]:
        """The places of a row's white spots; what is not stated, or in no circle, is none."""
        if row.key == NONE:
            return ()
        return tuple(
            place for place, region in enumerate(self.regions) if region != OUTSIDE and not row.counts[place]
        )


def gap_matrix(request: Request) -> GapMatrix:
    """The records of a question by `request.by`, default groups, and region."""
    hits = selected(request.corpus, request.question)
    title = request.titled(
        N_("Where are {many} missing?"), N_("Where are {many} missing? The gaps in {organisation}")
    )
    marks = perspective_regions(request.corpus, request.question, title, request.provenance, request.language)
    rows = facet_rows(request, hits, marks)
    place = {mark.id: mark.region for mark in marks.marks}
    totals = Counter(place.values())
    counts = Counter((key, place[record]) for record, keys in rows.keys.items() for key in keys)
    inside = tuple(region for region in REGIONS if region not in marks.beyond) or REGIONS
    regions = (*inside, OUTSIDE) if totals[OUTSIDE] else inside
    left_out = {group.id for group in marks.groups if not group.asked} if rows.name == GROUPS else set()
    symbols = {group.id: index for index, group in enumerate(marks.groups)} if rows.name == GROUPS else {}
    return GapMatrix(
        title,
        rows.label,
        marks.perspectives,
        regions,
        tuple(
            Row(
                each.key,
                each.label,
                tuple(counts[each.key, region] for region in regions),
                symbols.get(each.key),
            )
            for each in rows.headings
            if any(counts[each.key, region] for region in regions) or each.key not in left_out
        ),
        tuple(totals[region] for region in regions),
        request.kind,
        request.provenance,
        merged(request, rows, hits),
    )


def sheet(table: GapMatrix) -> Sheet:
    """One line a row and one column a region; the last line counts every record once."""
    names = ["+".join(table.perspectives[index].id for index in region) or "-" for region in table.regions]
    lines: list[tuple[str | int, ...]] = [
        (row.key or "-", row.label, *row.counts, row.total) for row in table.rows
    ]
    lines.append(("total", "", *table.totals, table.total))
    return Sheet(("key", "label", *names, "total"), tuple(lines))
