"""The insight map: three fixed equal circles in which every insight stands, so that white spots are seen."""

from dataclasses import replace

from insiktskarta.figures import frame
from insiktskarta.figures.drawing import Drawing
from insiktskarta.figures.geometry import Region
from insiktskarta.figures.map import cards, dots, legend, listing, page, tally, words
from insiktskarta.figures.scene import Element, Group, Scene
from insiktskarta.model.language import N_, Language
from insiktskarta.tables.map_sheet import insight_map, sheet
from insiktskarta.tables.perspective_regions import PerspectiveRegions

Inside = dict[Region, tuple[Element, ...]]


def draw(table: PerspectiveRegions, language: Language) -> Scene:
    """The map of a table; any number of records, none of them left out.

    Numbered cards with all headings beside them while both fit, else one mark a record or, where even the smallest
    would not fit, one mark for 5, 10, 50 … records.
    """
    table = _cleaned(table)
    return _with_cards(table, language) or _with_dots(table, language)


def _with_cards(table: PerspectiveRegions, language: Language) -> Scene | None:
    arranged = cards.arrange(page.LAYOUT, table, language)
    listed = arranged and listing.column(table, arranged, language)
    if not (arranged and listed):
        return None
    width, column = listed
    inside = {region: cards.content(arranged, region, language) for region in arranged.stacks}
    return _scene(table, width, inside, column, language)


def _with_dots(table: PerspectiveRegions, language: Language) -> Scene:
    placed = dots.place(page.LAYOUT, table, language)
    inside = {region: dots.content(table, placed, region, language) for region in placed.clusters}
    return _scene(table, frame.WIDTH, inside, legend.column(table, placed, language), language)


def _field(
    table: PerspectiveRegions, region: Region, count: int, inside: tuple[Element, ...], language: Language
) -> Group:
    """A region's ground and content, or its white spot, under a title that says what it holds."""
    title = f"{words.region(table, region, language)}: {words.held(table, count, language)}"
    if not inside:
        return Group(dots.region_id(region), title, page.bare(table, page.LAYOUT, region, language))
    ground = page.area(page.LAYOUT, region, empty=False) if region else ()
    return Group(dots.region_id(region), title, (*ground, *inside))


def _scene(
    table: PerspectiveRegions, width: float, inside: Inside, column: tuple[Element, ...], language: Language
) -> Scene:
    fields = (
        _field(table, region, count, inside.get(region, ()), language)
        for region, count in tally.totals(table).items()
    )
    return frame.scene(
        "insight-map",
        (width, page.HEIGHT),
        table,
        (words.alt(table, language), words.description(table, language)),
        language,
        (
            *frame.titles(table.title, words.subtitle(table, language), width),
            *page.names(table, language),
            *fields,
            *page.outlines(page.LAYOUT),
            *column,
        ),
    )


def _cleaned(table: PerspectiveRegions) -> PerspectiveRegions:
    """The table with every text as one printable line, but for the records: only cards show theirs."""
    texts = frame.cleaned(replace(table, marks=()))
    return replace(texts, marks=table.marks)


def alt(table: PerspectiveRegions, language: Language) -> str:
    """What the map shows in a few sentences, computed from the same counts."""
    return words.alt(_cleaned(table), language)


DRAWING = Drawing(
    divides=True,
    colours=True,
    name="insight_map",
    caption=N_("Insights by perspective and group; hatched areas are white spots."),
    table=insight_map,
    alt=alt,
    draw=draw,
    sheet=sheet,
    tells_nowhere=True,
)
