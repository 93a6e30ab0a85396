"""One small map under its organisation's name."""

from dataclasses import replace

from insiktskarta.figures import frame, palette
from insiktskarta.figures.geometry import Region, Venn
from insiktskarta.figures.lattice import Cluster
from insiktskarta.figures.map import dots, page, tally, words
from insiktskarta.figures.map.scale import Dots
from insiktskarta.figures.naming import in_lines
from insiktskarta.figures.scene import Circle, Element, Group, Text
from insiktskarta.model.language import Language
from insiktskarta.tables.perspective_regions import PerspectiveRegions

NAME, COUNT = 11.5, 9.5
LINE = 12.0
OUTLINE, HATCH_GAP = 1.1, 4.2


def head(maps: tuple[PerspectiveRegions, ...], room: float) -> float:
    """Height of the longest name and the count under it."""
    lines = max((len(in_lines(each.title, room, NAME)[0]) for each in maps), default=1)
    return lines * LINE + 19.0


def moved(found: Dots, start: tuple[float, float], end: tuple[float, float]) -> Dots:
    """The same marks elsewhere on the page."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    clusters = {
        region: Cluster(
            held.x + dx,
            held.baseline + dy,
            tuple(Circle(disc.x + dx, disc.y + dy, disc.radius) for disc in held.discs),
        )
        for region, held in found.clusters.items()
    }
    return replace(found, clusters=clusters)


def panel(
    table: PerspectiveRegions,
    found: Dots,
    layout: Venn,
    corner: tuple[float, float],
    language: Language,
    number: int,
) -> Group:
    """A map with its name; white all over where there is nothing."""
    fields = tuple(
        _field(table, found, layout, region, language, f"map-{number}")
        for region in tally.totals(table)
        if region or region in found.clusters
    )
    blank: tuple[Element, ...] = ()
    if not table.marks:
        label = language.text("white spot")
        x, y = (sum(centre[axis] for centre in layout.centres) / 3 for axis in (0, 1))
        blank = frame.pill(x - frame.pill_width(label) / 2, y - frame.PILL_HEIGHT / 2, label)
    rings = tuple(Circle(x, y, layout.radius, None, palette.OUTLINE, OUTLINE) for x, y in layout.centres)
    title = f"{table.title}: {words.held(table, len(table.marks), language)}"
    top = min(y for _, y in layout.centres) - layout.radius
    names = _names(table, corner[0], top, layout.radius * 3.1, language)
    return Group(f"map-{number}", title, (*names, *fields, *rings, *blank))


def _names(
    table: PerspectiveRegions, x: float, top: float, room: float, language: Language
) -> tuple[Element, ...]:
    lines, size = in_lines(table.title, room, NAME)
    base = top - 18.0
    count = Text(x, top - 6.0, words.held(table, len(table.marks), language), COUNT, palette.SECONDARY)
    return *(
        Text(x, base - LINE * (len(lines) - 1 - index), line, size, palette.INK, "semibold")
        for index, line in enumerate(lines)
    ), count


def _field(
    table: PerspectiveRegions, found: Dots, layout: Venn, region: Region, language: Language, prefix: str
) -> Group:
    held = region in found.clusters
    name = f"{prefix}-{dots.region_id(region)}"
    empty = not held and region not in table.beyond
    ground = page.area(layout, region, empty=empty, gap=HATCH_GAP) if region else ()
    marks = dots.marks(table, found, region, language, name) if held else ()
    count = tally.totals(table).get(region, 0)
    title = f"{words.region(table, region, language)}: {words.held(table, count, language)}"
    return Group(name, title, (*ground, *marks))
