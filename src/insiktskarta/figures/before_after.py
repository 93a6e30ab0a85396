"""The insight map at two points in time, side by side and in one scale: what is new, and what white spots became."""

from math import sqrt

from insiktskarta.figures import frame
from insiktskarta.figures.comparison import panel, words
from insiktskarta.figures.comparison.below import below
from insiktskarta.figures.drawing import Drawing
from insiktskarta.figures.geometry import DISTANCE, Venn, venn
from insiktskarta.figures.map.scale import Scale, place_all
from insiktskarta.figures.multiples.panel import moved
from insiktskarta.figures.scene import Scene
from insiktskarta.model.language import N_, Language
from insiktskarta.tables import before_after as table_of
from insiktskarta.tables.before_after import BeforeAfter

RADIUS, GUTTER = 111.0, 36.0
TOP = 140.0
"""Upper edge of the circles."""
LARGEST, SMALLEST = 8.0, 3.4
WIDE, HIGH = (2 + DISTANCE) * RADIUS, (2 + DISTANCE * sqrt(3) / 2) * RADIUS


def draw(table: BeforeAfter, language: Language) -> Scene:
    """The picture; any number of records, one scale for both maps."""
    table = frame.cleaned(table)
    starts = [(x, TOP) for x in ((frame.WIDTH - GUTTER) / 2 - WIDE, (frame.WIDTH + GUTTER) / 2)]
    layouts = [_layout(x, y) for x, y in starts]
    sides = panel.sides(table)
    scale = Scale(LARGEST, SMALLEST, lambda region, count: panel.room(region, count, language))
    placed = place_all(layouts[0], [panel.piles(side) for side in sides], scale)
    placed = [moved(dots, starts[0], start) for dots, start in zip(placed, starts, strict=True)]
    maps = tuple(
        panel.panel(side, dots, layout, language, kind=table.kind)
        for side, dots, layout in zip(sides, placed, layouts, strict=True)
    )
    several = any(len(pile.groups) != 1 for dots in placed for held in dots.piles.values() for pile in held)
    each = placed[0].each
    beneath, bottom = below(table, each, TOP + HIGH + 48.0, language, several=several and each > 1)
    return frame.scene(
        "before-after",
        (frame.WIDTH, bottom + 44.0),
        table,
        (words.alt(table, language), words.description(table, language)),
        language,
        (*frame.titles(table.title, words.subtitle(table, language), frame.WIDTH), *maps, *beneath),
    )


def _layout(x: float, y: float) -> Venn:
    """Three circles with their upper left corner at (x, y), and the corner below for records in no circle."""
    middle, centre = x + WIDE / 2, y + RADIUS + DISTANCE * RADIUS * sqrt(3) / 6
    return venn(middle, centre, RADIUS, (x, y + 1.55 * RADIUS, x + 0.95 * RADIUS, y + HIGH))


def alt(table: BeforeAfter, language: Language) -> str:
    """What changed, in a few sentences."""
    return words.alt(frame.cleaned(table), language)


DRAWING = Drawing(
    name="before_after",
    caption=N_("The map at two points in time: what is new, and what white spots became."),
    table=table_of.before_after,
    alt=alt,
    draw=draw,
    sheet=table_of.sheet,
    compares=True,
)
