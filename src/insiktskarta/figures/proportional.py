"""An area-proportional overview: circles as large as what they hold, with a note of all that circles cannot show."""

from insiktskarta.figures import frame, palette
from insiktskarta.figures.drawing import Drawing
from insiktskarta.figures.map.page import HEIGHT
from insiktskarta.figures.metrics import CAP_HEIGHT, fitting, width
from insiktskarta.figures.proportions import places, words
from insiktskarta.figures.proportions.column import column
from insiktskarta.figures.proportions.discs import Circles, hatching, rings
from insiktskarta.figures.proportions.truth import Field, measured, unit
from insiktskarta.figures.scene import Area, Box, Circle, Element, Group, Hatch, Scene, Text
from insiktskarta.model.kinds import counted
from insiktskarta.model.language import N_, Language
from insiktskarta.tables import proportional as table_of
from insiktskarta.tables.proportional import Proportional
from insiktskarta.tables.sheet import Sheet

PAPER = (frame.MARGIN, 84.0, 462.0, 514.0)
"""Left, top, right and bottom of what circles and their names may take."""
WIDE, HIGH = 330.0, 300.0
"""The room of the circles alone; smaller where names need more."""
SIZES = (14.5, 12.0, 10.0, 9.0)
NAME, TOTAL, LEADING = 13.0, 10.5, 13.0
_SMALLER, _TRIES = 0.9, 8
_CLOSE = 10.0
"""A name nearer to its circle needs no line."""


def draw(table: Proportional, language: Language) -> Scene:
    """The picture; every count is written, in its area, at the end of a line, or in the column."""
    table = frame.cleaned(table)
    scale = 1.0
    for attempt in range(_TRIES):
        circles = fitted(table.circles, scale)
        fields = measured(circles, table.counts)
        texts = _texts(table, circles, fields, language, last=attempt == _TRIES - 1)
        if texts is not None:
            break
        scale *= _SMALLER
    beside, bottom = column(table, fields, unit(circles, table.sizes), language)
    return frame.scene(
        "proportional",
        (frame.WIDTH, max(HEIGHT, bottom + 36.0)),
        table,
        (words.alt(table, fields, language), words.description(table, fields, language)),
        language,
        (
            *frame.titles(table.title, words.subtitle(table, language), frame.WIDTH),
            *(_field(table, circles, field, language) for field in fields),
            *(Circle(x, y, radius, None, palette.OUTLINE, 1.5) for x, y, radius in circles if radius),
            *(texts or ()),
            *(() if any(table.counts) else _nothing(language)),
            *beside,
        ),
    )


def fitted(circles: Circles, scale: float = 1.0) -> Circles:
    """The circles on the page, as large as their room allows, times `scale`."""
    drawn = [each for each in circles if each[2]]
    if not drawn:
        return circles
    left, right = min(x - r for x, _, r in drawn), max(x + r for x, _, r in drawn)
    top, bottom = min(y - r for _, y, r in drawn), max(y + r for _, y, r in drawn)
    factor = scale * min(WIDE / (right - left), HIGH / (bottom - top))
    x0, y0 = (PAPER[0] + PAPER[2]) / 2, (PAPER[1] + PAPER[3]) / 2
    return tuple(
        (x0 + (x - (left + right) / 2) * factor, y0 + (y - (top + bottom) / 2) * factor, r * factor)
        if r
        else (x0, y0, 0.0)
        for x, y, r in circles
    )


def _field(table: Proportional, circles: Circles, field: Field, language: Language) -> Group:
    """A region's ground: its tint, or the hatch of a white spot that has an area all the same."""
    outline = rings(circles, field.region)
    said = counted(field.count, language, kind=table.kind)
    title = f"{words.name(table, field, language)}: {said}"
    name = f"region-{''.join(map(str, field.region))}"
    if not outline:
        return Group(name, title, ())
    fill = palette.TINTS[len(field.region)] if field.count else palette.PAGE
    ground: tuple[Element, ...] = (Area(outline, fill),)
    if not field.count:
        lines = hatching(circles, field.region, frame.HATCH_GAP)
        ground = (*ground, Hatch(lines, palette.HATCH, frame.HATCH_WIDTH))
    return Group(name, title, ground)


def _texts(
    table: Proportional, circles: Circles, fields: tuple[Field, ...], language: Language, *, last: bool
) -> tuple[Element, ...] | None:
    """Names and numbers, or None where one finds no place and a smaller drawing may give it one."""
    paper = places.Paper(PAPER, circles)
    found: list[Element] = []
    for index in sorted(range(3), key=lambda each: -circles[each][2]):
        if circles[index][2]:
            part = _name(table, paper, index, language)
            if part is None and not last:
                return None
            found.extend(part or ())
    for field in sorted(fields, key=lambda each: -each.area):
        if (field.count and not field.lost) or field.ghost:
            part = _number(paper, circles, field, language)
            if part is None and not last:
                return None
            found.extend(part or ())
    return tuple(found)


def _name(
    table: Proportional, paper: places.Paper, index: int, language: Language
) -> tuple[Element, ...] | None:
    label, size = fitting(table.perspectives[index].label, 168.0, (NAME, 12.0, 11.0), "semibold")
    total = counted(table.sizes[index], language, kind=table.kind)
    wide = max(width(label, size, "semibold"), width(total, TOTAL)) + 2.0
    place = places.beside(paper, index, (wide, size + LEADING))
    if place is None:
        return None
    box, point = place
    paper.taken.append(box)
    middle = (box[0] + box[2]) / 2
    text = (
        Text(middle, box[1] + size * 0.78, label, size, palette.INK, "semibold", "middle"),
        Text(middle, box[1] + size * 0.78 + LEADING, total, TOTAL, palette.SECONDARY, "regular", "middle"),
    )
    end = places.end_of(box, point)
    if abs(end[0] - point[0]) + abs(end[1] - point[1]) < _CLOSE:
        return text
    return (*_line(paper, point, end), *text)


def _number(
    paper: places.Paper, circles: Circles, field: Field, language: Language
) -> tuple[Element, ...] | None:
    """A region's count in it, else outside of all circles with a line to it."""
    said = language.number(field.count)
    for size in SIZES:
        room = width(said, size, "bold") + 5.0, size * CAP_HEIGHT + 6.0
        middle = places.inside(circles, field.region, room)
        if middle is not None:
            x, y = middle
            base = y + CAP_HEIGHT * size / 2
            box = (x - room[0] / 2, y - room[1] / 2, x + room[0] / 2, y + room[1] / 2)
            paper.taken.append(box)
            halo = _halo(box) if not field.count else ()
            return (*halo, Text(x, base, said, size, palette.INK, "bold", "middle"))
    point = places.inside(circles, field.region, (0.6, 0.6)) or places.inside(
        circles, field.region, (0.0, 0.0)
    )
    if point is None:
        return ()
    size = 10.0
    beside = places.outside(paper, point, (width(said, size, "bold") + 2.0, size))
    if beside is None:
        return None
    paper.taken.append(beside)
    x, y = (beside[0] + beside[2]) / 2, (beside[1] + beside[3]) / 2
    text = Text(x, y + CAP_HEIGHT * size / 2, said, size, palette.INK, "bold", "middle")
    return (*_line(paper, point, places.end_of(beside, point)), text)


def _halo(box: places.Box) -> tuple[Element, ...]:
    return (Box(box[0], box[1], box[2] - box[0], box[3] - box[1], 3.0, palette.PAGE),)


def _line(paper: places.Paper, point: places.Point, end: places.Point) -> tuple[Element, ...]:
    paper.lines.append((point, end))
    return Circle(*point, 1.8, palette.INK), Hatch(((*point, *end),), palette.INK, 0.8)


def _nothing(language: Language) -> tuple[Element, ...]:
    label = language.text("white spot")
    x, y = (PAPER[0] + PAPER[2]) / 2, (PAPER[1] + PAPER[3]) / 2
    wide = frame.pill_width(label)
    return (
        *frame.hatched(x - 150.0, y - 110.0, 300.0, 220.0),
        *frame.pill(x - wide / 2, y - frame.PILL_HEIGHT / 2, label),
    )


def alt(table: Proportional, language: Language) -> str:
    """What the picture shows in a few sentences, and what it cannot."""
    table = frame.cleaned(table)
    return words.alt(table, measured(fitted(table.circles), table.counts), language)


def sheet(table: Proportional) -> Sheet:
    """One line a region: its records, how many its drawn area would stand for, and how it is drawn."""
    circles = fitted(table.circles)
    fields, each = measured(circles, table.counts), unit(circles, table.sizes)
    rows: list[tuple[str | int, ...]] = []
    for field in fields:
        region = "+".join(table.perspectives[index].id for index in field.region)
        state = (
            "lost"
            if field.lost
            else "drawn though empty"
            if field.ghost
            else "skewed"
            if field.skewed
            else "true"
        )
        rows.append(
            (
                region,
                field.count,
                field.drawn if field.count else round(field.area / each) if each else 0,
                state,
            )
        )
    rows.append(("-", table.outside, 0, "not drawn"))
    return Sheet(("region", "count", "drawn_as", "state"), tuple(rows))


DRAWING = Drawing(
    name="proportional",
    caption=N_("Circles as large as what they hold, and what such circles cannot show."),
    table=table_of.proportional,
    alt=alt,
    draw=draw,
    sheet=sheet,
)
