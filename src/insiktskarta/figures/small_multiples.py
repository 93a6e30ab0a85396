"""Small multiples: one small map a participant, all in one scale, so that they can be compared."""

from dataclasses import dataclass
from math import ceil, sqrt

from insiktskarta.figures import frame, none_yet
from insiktskarta.figures.drawing import Drawing
from insiktskarta.figures.geometry import DISTANCE, Region, Venn, venn
from insiktskarta.figures.lattice import Heading
from insiktskarta.figures.map.scale import Dots, Scale, place_all
from insiktskarta.figures.map.tally import tally
from insiktskarta.figures.multiples import key, panel
from insiktskarta.figures.multiples.words import alt, description, subtitle
from insiktskarta.figures.scene import Scene
from insiktskarta.model.language import N_, Language
from insiktskarta.tables import small_multiples as table_of
from insiktskarta.tables.small_multiples import SmallMultiples

TOP, GUTTER, BETWEEN = 84.0, 18.0, 14.0
"""Upper edge of the first row, and the space between columns and rows."""
LARGEST, SMALLEST = 6.0, 1.9
WIDEST = 122.0
WIDE, HIGH = 2 + DISTANCE, 2 + DISTANCE * sqrt(3) / 2
"""Width and height of three circles, in radii."""
COLUMNS = ((3, 3), (4, 2), (6, 3), (8, 4))
"""Up to so many maps stand in so many columns; more in five."""


@dataclass(frozen=True, slots=True)
class Grid:
    """How maps stand on the page: columns, the radius of circles, and the height of a map's name."""

    columns: int
    radius: float
    head: float

    @property
    def pitch(self) -> float:
        """From one map's left edge to the next one's."""
        return (frame.WIDTH - 2 * frame.MARGIN + GUTTER) / self.columns

    @property
    def row(self) -> float:
        """From one map's upper edge to that of the map below."""
        return self.head + HIGH * self.radius + BETWEEN

    def corner(self, index: int) -> tuple[float, float]:
        """Upper left corner of a map's field."""
        return frame.MARGIN + index % self.columns * self.pitch, TOP + index // self.columns * self.row


def draw(table: SmallMultiples, language: Language) -> Scene:
    """One page; the scale is that of all pages."""
    table = frame.cleaned(table)
    if not table.maps:
        return none_yet.page("small-multiples", table, language, table.kind)
    grid = _grid(table)
    placed = _placed(table, grid)
    shown = table.shown
    start = table.page * table.room
    maps = tuple(
        panel.panel(each, dots, _layout(grid, *grid.corner(index)), grid.corner(index), language, index)
        for index, (each, dots) in enumerate(zip(shown, placed[start : start + len(shown)], strict=True))
    )
    below = TOP + ceil(table.room / grid.columns) * grid.row + 4.0
    guide, bottom = key.key(table, placed[0].each, below, language)
    return frame.scene(
        "small-multiples",
        (frame.WIDTH, bottom + 40.0),
        table,
        (alt(table, language), description(table, language)),
        language,
        (*frame.titles(table.title, subtitle(table, language), frame.WIDTH), *maps, *guide),
    )


def _grid(table: SmallMultiples) -> Grid:
    count = max(table.room, 1)
    columns = next((columns for most, columns in COLUMNS if count <= most), 5)
    columns = min(columns, count)
    wide = (frame.WIDTH - 2 * frame.MARGIN + GUTTER) / columns - GUTTER
    radius = min(wide / WIDE, WIDEST)
    return Grid(columns, radius, panel.head(table.maps, wide))


def _layout(grid: Grid, x: float, y: float) -> Venn:
    """Three circles in a map's field, and the corner at the lower left for records in no circle."""
    radius, top = grid.radius, y + grid.head
    middle = x + WIDE * radius / 2
    centre = top + radius + DISTANCE * radius * sqrt(3) / 6
    return venn(middle, centre, radius, (x, top + 1.5 * radius, x + 0.95 * radius, top + HIGH * radius))


def _placed(table: SmallMultiples, grid: Grid) -> list[Dots]:
    """Places of all marks on all pages, as if each map stood alone in the first field, moved to its own."""
    layout = _layout(grid, *grid.corner(0))
    scale = Scale(LARGEST, SMALLEST, _nothing)
    found = place_all(layout, [tally(each) for each in table.maps], scale)
    return [
        panel.moved(dots, grid.corner(0), grid.corner(index % table.room)) for index, dots in enumerate(found)
    ]


def _nothing(_: Region, __: int) -> Heading:
    return Heading(0.0, 0.0, 0.0)


DRAWING = Drawing(
    name="small_multiples",
    caption=N_("One small map for each organisation, in the same scale."),
    table=table_of.small_multiples,
    alt=alt,
    draw=draw,
    sheet=table_of.sheet,
    pages=table_of.pages,
)
