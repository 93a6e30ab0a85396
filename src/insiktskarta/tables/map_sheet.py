"""The insight map's table as rows: one a record."""

from insiktskarta.model.language import N_
from insiktskarta.tables.perspective_regions import PerspectiveRegions, perspective_regions
from insiktskarta.tables.request import Request
from insiktskarta.tables.sheet import Sheet


def insight_map(request: Request) -> PerspectiveRegions:
    """The records of a question with their regions and groups."""
    title = request.titled(N_("Insight map"), N_("Insight map of {organisation}"))
    return perspective_regions(request.corpus, request.question, title, request.provenance, request.language)


def sheet(table: PerspectiveRegions) -> Sheet:
    """One line a record; `+` joins several perspectives, groups or shifts."""
    rows = tuple(
        (
            mark.id,
            mark.heading,
            "+".join(table.perspectives[index].id for index in mark.region) or "-",
            "+".join(table.groups[index].id or "-" for index in mark.groups),
            "+".join(mark.shifts) or "-",
        )
        for mark in table.marks
    )
    return Sheet(("id", "heading", "region", "groups", "shifts"), rows)
