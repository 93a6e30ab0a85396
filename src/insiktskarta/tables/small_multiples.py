"""What the small multiples are drawn from: one map a participant, also of those who have nothing yet."""

from collections import Counter
from dataclasses import dataclass, replace
from math import ceil

from insiktskarta.model.language import N_
from insiktskarta.query.select import selected
from insiktskarta.tables.facet_rows import expected
from insiktskarta.tables.perspective_regions import (
    REGIONS,
    PerspectiveRegions,
    Provenance,
    perspective_regions,
)
from insiktskarta.tables.request import Request
from insiktskarta.tables.sheet import Sheet

MOST = 15
"""Maps on one page."""


@dataclass(frozen=True, slots=True)
class SmallMultiples:
    """The table behind small multiples.

    Attributes:
        title: the picture's title.
        maps: one for each organisation, whose name is its title, in Swedish order; their marks have no headings.
        kind: the type that all records have, or empty for several.
        provenance: what the source line says.
        page: which of the pages this is, from 0.
    """

    title: str
    maps: tuple[PerspectiveRegions, ...]
    kind: str
    provenance: Provenance
    page: int = 0

    @property
    def pages(self) -> int:
        """How many pages the maps fill."""
        return max(ceil(len(self.maps) / MOST), 1)

    @property
    def room(self) -> int:
        """Maps on each page, as evenly as they can be shared out."""
        return ceil(len(self.maps) / self.pages)

    @property
    def shown(self) -> tuple[PerspectiveRegions, ...]:
        """The maps of this page."""
        return self.maps[self.page * self.room : (self.page + 1) * self.room]


def small_multiples(request: Request, title: str = N_("{Many} side by side")) -> SmallMultiples:
    """The records of a question by organisation, region and group, under a title for all organisations."""
    whole = perspective_regions(request.corpus, request.question, "", request.provenance, request.language)
    owner = {hit.id: hit.organisation for hit in selected(request.corpus, request.question, ())}
    maps = tuple(
        replace(
            whole,
            title=request.corpus.organisation_name(slug),
            marks=tuple(
                replace(mark, heading="", shifts=()) for mark in whole.marks if owner[mark.id] == slug
            ),
        )
        for slug in expected(request)
    )
    shown = request.titled(title, N_("{Many} of {organisation}"))
    return SmallMultiples(shown, maps, request.kind, request.provenance)


def pages(table: SmallMultiples) -> tuple[SmallMultiples, ...]:
    """The table once a page."""
    return tuple(replace(table, page=page) for page in range(table.pages))


def sheet(table: SmallMultiples) -> Sheet:
    """One line an organisation: all its records, and those of each region."""
    names = (
        ["+".join(table.maps[0].perspectives[index].id for index in region) for region in REGIONS]
        if table.maps
        else []
    )
    rows: list[tuple[str | int, ...]] = []
    for each in table.maps:
        counts = Counter(mark.region for mark in each.marks)
        rows.append((each.title, len(each.marks), *(counts[region] for region in REGIONS), counts[()]))
    return Sheet(("organisation", "total", *names, "-"), tuple(rows))
