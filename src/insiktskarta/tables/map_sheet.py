"""The insight map's table as rows: one a record."""

from insiktskarta.model.kinds import INSIGHT, many
from insiktskarta.model.language import N_
from insiktskarta.tables.colours import coloured
from insiktskarta.tables.perspective_regions import PerspectiveRegions, perspective_regions
from insiktskarta.tables.request import Request
from insiktskarta.tables.sheet import Sheet


def insight_map(request: Request) -> PerspectiveRegions:
    """The records of a question with their regions and groups."""
    language = request.language
    title = request.titled(N_("Insight map"), N_("Insight map of {organisation}"))
    if request.kind != INSIGHT and not request.title:
        nouns = many(language, request.kind)
        title = (
            language.text("Map of {many} in {organisation}", many=nouns, organisation=request.place)
            if request.place
            else language.text("Map of {many}", many=nouns)
        )
    table = perspective_regions(request.corpus, request.question, title, request.provenance, language)
    return coloured(table, request)


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
