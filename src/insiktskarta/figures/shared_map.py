"""One map of several organisations, with how many of them stand behind each area, and who has what beside it."""

from itertools import chain

from insiktskarta.figures import frame, group_key, none_yet, palette
from insiktskarta.figures.drawing import Drawing
from insiktskarta.figures.geometry import Region
from insiktskarta.figures.lattice import Heading
from insiktskarta.figures.map import dots, page, tally
from insiktskarta.figures.map.scale import Dots, Scale, place_all
from insiktskarta.figures.metrics import CAP_HEIGHT, balanced, width
from insiktskarta.figures.multiples.key import guide
from insiktskarta.figures.naming import region_name
from insiktskarta.figures.scene import Element, Group, Scene, Text
from insiktskarta.figures.shared import matrix
from insiktskarta.figures.shared.words import alt, description, share, subtitle, whole
from insiktskarta.model.kinds import counted
from insiktskarta.model.language import N_, Language
from insiktskarta.tables import small_multiples as table_of
from insiktskarta.tables.request import Request
from insiktskarta.tables.small_multiples import SmallMultiples

WIDTH = 972.0
SHARE = 9.5
"""Size of the line under a count."""


def draw(table: SmallMultiples, language: Language) -> Scene:
    """The map at the left, the matrix at the right with the groups below it."""
    table = frame.cleaned(table)
    if not table.maps:
        return none_yet.page("shared-map", table, language, table.kind)
    together = whole(table)
    scale = Scale(dots.LARGEST, dots.SMALLEST, lambda region, _: _room(table, region, language))
    placed = place_all(page.LAYOUT, [tally.tally(together)], scale)[0]
    fields = (_field(table, placed, region, language) for region in tally.totals(together))
    beside, bottom = matrix.matrix(table, WIDTH - frame.MARGIN, language)
    key, bottom = _key(table, placed.each, bottom + 26.0, language)
    return frame.scene(
        "shared-map",
        (WIDTH, max(page.HEIGHT, bottom + 40.0)),
        table,
        (alt(table, language), description(table, language)),
        language,
        (
            *frame.titles(table.title, subtitle(table, language), WIDTH),
            *page.names(together, language),
            *fields,
            *page.outlines(page.LAYOUT),
            *beside,
            *key,
        ),
    )


def _room(table: SmallMultiples, region: Region, language: Language) -> Heading:
    """The room of a count and the line under it; the count of the largest area for all, so that none is cut."""
    count = language.number(sum(len(each.marks) for each in table.maps))
    lines = (_below(table, region, language), SHARE), (count, page.COUNT_SIZE)
    widest = max(width(line, size, "semibold") for line, size in lines)
    return Heading(widest, page.COUNT_SIZE, below=5.0 + SHARE + 3.0)


def _below(table: SmallMultiples, region: Region, language: Language) -> str:
    return share(table, region, language) if region else language.text("outside the circles")


def _field(table: SmallMultiples, placed: Dots, region: Region, language: Language) -> Group:
    """An area's ground, its marks under its count and its share of the organisations, or its white spot."""
    together = whole(table)
    count = tally.totals(together)[region]
    name = region_name(together.perspectives, region, language)
    title = f"{name}: {counted(count, language, kind=table.kind)}"
    ground = page.area(page.LAYOUT, region, empty=False) if region and count else ()
    inside: tuple[Element, ...] = () if count else page.bare(together, page.LAYOUT, region, language)
    if count:
        held = placed.clusters[region]
        below = held.baseline + SHARE + 2.0
        inside = (
            Text(
                held.x, held.baseline, language.number(count), page.COUNT_SIZE, palette.INK, "bold", "middle"
            ),
            Text(
                held.x, below, _below(table, region, language), SHARE, palette.SECONDARY, "regular", "middle"
            ),
            *dots.marks(together, placed, region, language, dots.region_id(region)),
        )
    return Group(dots.region_id(region), title, (*ground, *inside))


def _key(table: SmallMultiples, each: int, y: float, language: Language) -> tuple[tuple[Element, ...], float]:
    """Groups and reading help below the matrix, and the lower edge."""
    marks = chain.from_iterable(one.marks for one in table.maps)
    split = any(len(mark.groups) > 1 for mark in marks)
    several = language.text("several groups") if split and each > 1 else ""
    key, end, bottom = group_key.columns(table.maps[0].groups, several, matrix.LEFT, y)
    room = WIDTH - frame.MARGIN - end - 22.0
    sentences = (*guide(table, each, language)[:2], *table.maps[0].merged)
    lines = [line for sentence in sentences for line in balanced(sentence, room, group_key.SIZE)]
    words = (
        Text(
            end + 22.0,
            y + CAP_HEIGHT * group_key.SIZE + 13.0 * index,
            line,
            group_key.SIZE,
            palette.SECONDARY,
        )
        for index, line in enumerate(lines)
    )
    return (*key, *words), max(bottom, y + 13.0 * len(lines))


def _table(request: Request) -> SmallMultiples:
    return table_of.small_multiples(request, N_("One map together"))


DRAWING = Drawing(
    name="shared_map",
    caption=N_("All organisations in one map, with who has what beside it."),
    table=_table,
    alt=alt,
    draw=draw,
    sheet=table_of.sheet,
)
