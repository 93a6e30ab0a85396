"""What the map at two points in time is drawn from: both maps, and which records only one of them has."""

from collections import Counter
from dataclasses import dataclass, replace

from insiktskarta.model.corpus import Corpus
from insiktskarta.model.errors import InsiktError
from insiktskarta.model.language import N_
from insiktskarta.tables.perspective_regions import (
    REGIONS,
    PerspectiveRegions,
    Provenance,
    perspective_regions,
)
from insiktskarta.tables.request import Request
from insiktskarta.tables.sheet import Sheet

Region = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class BeforeAfter:
    """The table behind the picture.

    Attributes:
        title: the picture's title.
        before: the earlier map; its provenance has the earlier commit and day. Marks have no headings.
        after: the later map, with the same circles and groups.
        gone: ids of `before` that no record of the later map has, or only in another region.
        new: ids of `after` that no record of the earlier map had, or only in another region.
        moved: how many records have changed region; they are among both.
        kind: the type that all records have, or empty for several.
        provenance: what the source line says.
    """

    title: str
    before: PerspectiveRegions
    after: PerspectiveRegions
    gone: frozenset[str]
    new: frozenset[str]
    moved: int
    kind: str
    provenance: Provenance


def before_after(request: Request) -> BeforeAfter:
    """The records of a question now and in `request.earlier`, both by today's vocabulary.

    A record that was given another id, and says so, is the same record.

    Raises:
        InsiktError: there is no earlier state to compare with.
    """
    earlier = request.earlier
    if earlier is None:
        raise InsiktError(
            N_(
                "This picture compares with an earlier time. Say which: “--since 2024-01-01”, or a revision in git."
            )
        )
    after = _map(request, request.corpus, request.provenance)
    at = earlier.at
    then = replace(request.provenance, date=at.date if at else "", commit=at.name if at else "")
    before = _map(request, earlier.read_with(request.corpus), then)
    known = {mark.id: mark.region for mark in after.marks}
    today = {
        mark.id: mark.id if mark.id in known else request.corpus.current_id(mark.id) for mark in before.marks
    }
    was = {today[mark.id] or mark.id: mark.region for mark in before.marks}
    gone = frozenset(mark.id for mark in before.marks if known.get(today[mark.id] or "") != mark.region)
    new = frozenset(mark.id for mark in after.marks if was.get(mark.id) != mark.region)
    return BeforeAfter(
        request.titled(
            N_("The insight map then and now"), N_("The insight map of {organisation} then and now")
        ),
        before,
        after,
        gone,
        new,
        sum(1 for each in new if each in was),
        request.kind,
        request.provenance,
    )


def _map(request: Request, corpus: Corpus, provenance: Provenance) -> PerspectiveRegions:
    found = perspective_regions(corpus, request.question, "", provenance, request.language)
    return replace(
        found, marks=tuple(replace(mark, heading="", shifts=(), outlined=False) for mark in found.marks)
    )


def regions(table: PerspectiveRegions) -> dict[Region, int]:
    """Records of each region, the one outside the circles last."""
    counts = Counter(mark.region for mark in table.marks)
    return {region: counts[region] for region in (*REGIONS, ())}


def groups(table: PerspectiveRegions) -> tuple[int, ...]:
    """Records of each group; one about two groups counts in both."""
    counts = Counter(index for mark in table.marks for index in mark.groups)
    return tuple(counts[index] for index in range(len(table.groups)))


def sheet(table: BeforeAfter) -> Sheet:
    """One line a region and group, and one for all: records before, after, and the difference."""
    first, second = regions(table.before), regions(table.after)
    names = ["+".join(table.after.perspectives[index].id for index in region) or "-" for region in first]
    counted = [
        *(("region", name, first[region], second[region]) for name, region in zip(names, first, strict=True)),
        *(
            ("group", group.id or "-", before, after)
            for group, before, after in zip(
                table.after.groups, groups(table.before), groups(table.after), strict=True
            )
        ),
        ("total", "", len(table.before.marks), len(table.after.marks)),
    ]
    rows = tuple((*row, row[3] - row[2]) for row in counted)
    return Sheet(("kind", "key", "before", "after", "difference"), rows)
