"""Sweden: which municipalities have contributed, and how much."""

from collections import Counter
from dataclasses import dataclass, replace

from insiktskarta.figures import frame, matrix, none_yet, palette, sweden_words
from insiktskarta.figures._sweden import OUTLINES
from insiktskarta.figures.drawing import Drawing
from insiktskarta.figures.metrics import CAP_HEIGHT, shorten
from insiktskarta.figures.outlines import codes, hatching, middle, rings
from insiktskarta.figures.scene import Area, Circle, Element, Group, Hatch, Scene, Text
from insiktskarta.model.kinds import counted
from insiktskarta.model.language import N_, Language
from insiktskarta.tables import sweden as table_of
from insiktskarta.tables.sheet import Sheet
from insiktskarta.tables.sweden import Place, Sweden

LEFT, TOP, HIGH = 40.0, 88.0, 620.0
"""Upper left corner and height of the country, in points."""
LIST, ROW, SIZE = 400.0, 17.0, 10.5
"""Left edge of the list, height of its rows and size of its names."""
GROUND = "#eef1f5"
TURN = LIST - 46.0
"""Where lines from the map reach the height of their row."""
MOST = 34
"""Rows of a list with lines to the map; longer lists stand in columns without."""
COLUMN = 181.0
HATCH_GAP = 2.6
"""Closer than elsewhere: a municipality may be small."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A municipality that is to be seen: its code, the middle on the page, and its records of all organisations."""

    code: str
    x: float
    y: float
    count: int


def draw(table: Sweden, language: Language) -> Scene:
    """The country at the left; the organisations from north to south at the right, with lines while they are few."""
    table = _located(frame.cleaned(table))
    if not table.places:
        return none_yet.page("sweden", table, language, table.kind)
    spots = _spots(table)
    listed, bottom = _listed(table, spots, language)
    base = max(bottom + 30.0, TOP + HIGH - 24.0)
    words = tuple(
        Text(LIST - 40.0, base + 18.0 + 14.0 * index, line, 9.5, palette.SECONDARY)
        for index, line in enumerate(sweden_words.note(table, language))
    )
    return frame.scene(
        "sweden",
        (frame.WIDTH, max(TOP + HIGH, base + 18.0 + 14.0 * len(words)) + 42.0),
        table,
        (alt(table, language), sweden_words.description(table, language)),
        language,
        (
            *frame.titles(table.title, sweden_words.subtitle(table, len(OUTLINES), language), frame.WIDTH),
            *_country(table, spots, language),
            *listed,
            *matrix.legend(LIST - 40.0, base, 9.0, language),
            *words,
        ),
    )


def alt(table: Sweden, language: Language) -> str:
    """The picture in a few sentences."""
    return sweden_words.alt(_located(table), len(OUTLINES), language)


def _located(table: Sweden) -> Sweden:
    """The table with codes of municipalities that are on the map, whether named by code or by slug."""
    known = codes()
    return replace(
        table, places=tuple(replace(place, code=known.get(place.code, "")) for place in table.places)
    )


def _spots(table: Sweden) -> dict[str, Spot]:
    counts: Counter[str] = Counter()
    for place in table.places:
        if place.code:
            counts[place.code] += place.count
    middles = {code: middle(code, HIGH) for code in counts}
    return {code: Spot(code, LEFT + x, TOP + y, counts[code]) for code, (x, y) in middles.items()}


def _moved(code: str) -> tuple[tuple[tuple[float, float], ...], ...]:
    return tuple(tuple((LEFT + x, TOP + y) for x, y in ring) for ring in rings(code, HIGH))


def _country(table: Sweden, spots: dict[str, Spot], language: Language) -> tuple[Element, ...]:
    """All municipalities, those that are to be seen last and with a title."""
    others = tuple(ring for code in OUTLINES if code not in spots for ring in _moved(code))
    found: list[Element] = [Area(others, GROUND, palette.HATCH, 0.25)]
    for spot in sorted(spots.values(), key=lambda each: each.count):
        fill = palette.shade(spot.count)[0] if spot.count else palette.PAGE
        title = f"{OUTLINES[spot.code][0]}: {counted(spot.count, language, kind=table.kind)}"
        shape = _moved(spot.code)
        edge = Area(shape, fill, palette.INK if spot.count else palette.SECONDARY, 0.7)
        lines = () if spot.count else (Hatch(hatching(shape, HATCH_GAP), palette.HATCH, 0.6),)
        found.append(Group(f"place-{spot.code}", title, (edge, *lines)))
    return tuple(found)


def _listed(table: Sweden, spots: dict[str, Spot], language: Language) -> tuple[tuple[Element, ...], float]:
    """The list of organisations, and its lower edge."""
    on_map = sorted((place for place in table.places if place.code), key=lambda place: spots[place.code].y)
    rest = [place for place in table.places if not place.code]
    if len(table.places) > MOST:
        return _columns(table, [*on_map, *rest], language)
    middles = _heights([spots[place.code].y for place in on_map])
    on_map = _untangled(on_map, spots, middles)
    found: list[Element] = []
    for index, (place, y) in enumerate(zip(on_map, middles, strict=True)):
        spot = spots[place.code]
        line = ((spot.x, spot.y, TURN, y), (TURN, y, LIST - 38.0, y))
        found.append(Hatch(line, palette.SECONDARY, 0.6))
        found.append(Circle(spot.x, spot.y, 1.9, palette.INK, palette.PAGE, 0.6))
        found.append(_row(place, index, y, language, table))
    bottom = middles[-1] if middles else TOP
    for index, place in enumerate(rest, len(on_map)):
        bottom += ROW if index > len(on_map) else ROW * 1.6
        found.append(_row(place, index, bottom, language, table))
    return tuple(found), bottom + ROW / 2


def _untangled(places: list[Place], spots: dict[str, Spot], heights: list[float]) -> list[Place]:
    """The places in an order in which no line to the list crosses another; each exchange makes the lines shorter."""
    order = list(places)
    changed = True
    while changed:
        changed = False
        for index, y in enumerate(heights):
            for later in range(index + 1, len(heights)):
                one, two = spots[order[index].code], spots[order[later].code]
                if _cross(one, y, two, heights[later]):
                    order[index], order[later] = order[later], order[index]
                    changed = True
    return order


def _cross(one: Spot, y: float, two: Spot, lower: float) -> bool:
    """Whether the line of a spot that goes to `y` crosses that of another, which goes to `lower` below it."""
    if one.code == two.code:
        return False
    right, x = (one, two.x) if one.x > two.x else (two, one.x)
    left, goal, far = (two, lower, y) if right is one else (one, y, lower)
    at = left.y + (goal - left.y) * (right.x - x) / (
        TURN - x
    )  # of the line from the left, above or below the spot
    return (at < right.y) != (goal < far)


def _heights(wanted: list[float]) -> list[float]:
    """Heights of rows near the wanted ones, `ROW` apart: pushed down where too close, then up from the bottom."""
    found: list[float] = []
    for y in wanted:
        found.append(max(y, found[-1] + ROW if found else TOP + 20.0))
    limit = TOP + HIGH - 90.0
    for index in range(len(found) - 1, -1, -1):
        found[index] = min(found[index], limit)
        limit = found[index] - ROW
    return found


def _row(place: Place, index: int, y: float, language: Language, table: Sweden, x: float = LIST) -> Group:
    """A name, and its count before it in a cell of its class."""
    cell = matrix.cell((x - 36.0, y - 7.0, 30.0, 14.0), place.count, 9.5, language, spot=True)
    room = (frame.WIDTH - frame.MARGIN - x) if x == LIST and len(table.places) <= MOST else COLUMN - 42.0
    name = shorten(place.name, room, SIZE)
    text = Text(x, y + CAP_HEIGHT * SIZE / 2, name, SIZE, palette.INK)
    title = f"{place.name}: {counted(place.count, language, kind=table.kind)}"
    return Group(f"row-{index}", title, (*cell, text))


def _columns(table: Sweden, places: list[Place], language: Language) -> tuple[tuple[Element, ...], float]:
    """A long list in two columns, growing downwards."""
    high = max(-(-len(places) // 2), 1)
    rows = tuple(
        _row(
            place, index, TOP + 20.0 + (index % high) * ROW, language, table, LIST + COLUMN * (index // high)
        )
        for index, place in enumerate(places)
    )
    return rows, TOP + 20.0 + high * ROW


def sheet(table: Sweden) -> Sheet:
    """One line an organisation, with the code of the municipality that it is in, or is a part of."""
    return table_of.sheet(_located(table))


DRAWING = Drawing(
    name="sweden",
    caption=N_("Which municipalities have contributed, on a map of Sweden."),
    table=table_of.sweden,
    alt=alt,
    draw=draw,
    sheet=sheet,
    types=(),
)
