"""What the proportional overview is drawn from: how many records each region has, and circles of that area."""

from collections import Counter
from dataclasses import dataclass

from insiktskarta.model.errors import InsiktError
from insiktskarta.model.language import N_
from insiktskarta.tables.perspective_regions import REGIONS, Perspective, Provenance, perspective_regions
from insiktskarta.tables.request import Circles, Counts, Request


@dataclass(frozen=True, slots=True)
class Proportional:
    """The table behind the picture.

    Attributes:
        title: the picture's title.
        perspectives: the three circles.
        counts: records of each region, in the order of `REGIONS`.
        outside: records in no circle.
        circles: x, y (downwards) and radius of each circle, in any unit; radius 0 for one without records.
        kind: the type that all records have, or empty for several.
        provenance: what the source line says.
    """

    title: str
    perspectives: tuple[Perspective, Perspective, Perspective]
    counts: Counts
    outside: int
    circles: Circles
    kind: str
    provenance: Provenance

    @property
    def total(self) -> int:
        """Distinct records."""
        return sum(self.counts) + self.outside

    @property
    def sizes(self) -> tuple[int, ...]:
        """Records of each circle; one in two circles counts in both."""
        pairs = list(zip(REGIONS, self.counts, strict=True))
        return tuple(sum(count for region, count in pairs if index in region) for index in range(3))


def proportional(request: Request) -> Proportional:
    """The records of a question by region, and their circles by the layout of the request.

    Raises:
        InsiktError: the request has no layout.
    """
    if request.layout is None:
        raise InsiktError(
            N_("This picture needs a layout for its circles; the command “insikt figure” has one.")
        )
    marks = perspective_regions(request.corpus, request.question, "", request.provenance, request.language)
    held = Counter(mark.region for mark in marks.marks)
    first, second, third, fourth, fifth, sixth, seventh = (held[region] for region in REGIONS)
    counts = (first, second, third, fourth, fifth, sixth, seventh)
    return Proportional(
        request.titled(N_("{Many} in proportion"), N_("{Many} of {organisation} in proportion")),
        marks.perspectives,
        counts,
        held[()],
        request.layout(counts),
        request.kind,
        request.provenance,
    )
