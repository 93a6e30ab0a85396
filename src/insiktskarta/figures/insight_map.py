"""The insight map: three fixed equal circles in which every insight stands, so that white spots are seen."""

from dataclasses import replace

from insiktskarta.figures.drawing import Drawing
from insiktskarta.figures.geometry import Region
from insiktskarta.figures.map import legend, page, words
from insiktskarta.figures.map.dots import content, place, region_id
from insiktskarta.figures.metrics import clean
from insiktskarta.figures.scene import Element, Group, Scene
from insiktskarta.model.language import N_, Language
from insiktskarta.tables.perspective_regions import PerspectiveRegions


def draw(table: PerspectiveRegions, language: Language) -> Scene:
    """The map of a table; any number of records, none of them left out."""
    table = _cleaned(table)
    dots = place(page.LAYOUT, table, language)
    found: list[Element] = [*page.titles(table, page.WIDTH, language), *page.names(table, language)]
    for region, piles in dots.piles.items():
        inside = content(table, dots, region, language) if piles else ()
        found.append(_field(table, region, sum(pile.count for pile in piles), inside, language))
    found.extend(page.outlines(page.LAYOUT))
    found.extend(legend.column(table, dots, language))
    found.extend(page.foot(table, page.WIDTH, language))
    return _scene(table, page.WIDTH, tuple(found), language)


def _field(
    table: PerspectiveRegions, region: Region, count: int, inside: tuple[Element, ...], language: Language
) -> Group:
    """A region's ground and content, or its white spot, under a title that says what it holds."""
    title = f"{words.region(table, region, language)}: {words.insights(count, language)}"
    ground = page.area(page.LAYOUT, region, empty=not inside) if region else ()
    shown = inside or page.spot(page.LAYOUT, region, language)
    return Group(region_id(region), title, (*ground, *shown))


def _scene(
    table: PerspectiveRegions, width: float, elements: tuple[Element, ...], language: Language
) -> Scene:
    where = table.provenance
    metadata = {
        "title": table.title,
        "description": words.alt(table, language),
        "publisher": "; ".join(where.organisations),
        "coverage": where.filter,
        "date": where.date,
        "identifier": where.commit,
        "creator": where.tool,
        "language": language.code,
    }
    return Scene(
        name="insight-map",
        width=width,
        height=page.HEIGHT,
        title=table.title,
        alt=metadata["description"],
        description=words.description(table, language),
        language=language.code,
        metadata=tuple((term, value) for term, value in metadata.items() if value),
        elements=elements,
    )


def _cleaned(table: PerspectiveRegions) -> PerspectiveRegions:
    """The table with every text as one printable line."""
    where = table.provenance
    first, second, third = (
        replace(p, label=clean(p.label), short=clean(p.short)) for p in table.perspectives
    )
    return replace(
        table,
        title=clean(table.title),
        perspectives=(first, second, third),
        groups=tuple(replace(group, label=clean(group.label)) for group in table.groups),
        marks=tuple(
            replace(mark, heading=clean(mark.heading), shifts=tuple(map(clean, mark.shifts)))
            for mark in table.marks
        ),
        provenance=replace(
            where,
            organisations=tuple(map(clean, where.organisations)),
            filter=clean(where.filter),
            date=clean(where.date),
            commit=clean(where.commit),
            tool=clean(where.tool),
        ),
    )


def alt(table: PerspectiveRegions, language: Language) -> str:
    """What the map shows in a few sentences, computed from the same counts."""
    return words.alt(_cleaned(table), language)


DRAWING = Drawing(
    name="insight_map",
    caption=N_("Insights by perspective and group; hatched fields are white spots."),
    alt=alt,
    draw=draw,
)
