"""UpSet: which terms of a facet occur together, as bars over dots, for any number of sets.

Source: Lex et al., UpSet: Visualization of Intersecting Sets, IEEE TVCG 20(12), 2014.
"""

from dataclasses import dataclass

from insiktskarta.figures import frame, matrix, none_yet, palette
from insiktskarta.figures.drawing import Drawing
from insiktskarta.figures.metrics import CAP_HEIGHT, shorten, width
from insiktskarta.figures.naming import one_size
from insiktskarta.figures.scene import Box, Element, Group, Scene, Text
from insiktskarta.figures.upset_words import alt, description, joined, note, subtitle
from insiktskarta.model.kinds import counted
from insiktskarta.model.language import N_, Language
from insiktskarta.tables import upset as table_of
from insiktskarta.tables.upset import UpSet

TOP, HIGH = 96.0, 150.0
"""Upper edge of the longest bar's number, and the height of the longest bar."""
START = TOP + 14.0 + HIGH + 10.0
BODY, SMALL = 10.5, 8.5
LABEL_ROOM, SUM_ROOM = 220.0, 84.0
SIZES = (BODY, 10.0, 9.5, 9.0, 8.5)
ROW, LEAST_ROW = 24.0, 18.0
WIDEST, NARROWEST = 36.0, 15.0
"""Of a column, in points."""


@dataclass(frozen=True, slots=True)
class Layout:
    """First column's middle, width of a column, height of a row, columns that are shown, names' right edge and size."""

    first: float
    column: float
    row: float
    shown: int
    names: float
    size: float

    def x(self, column: int) -> float:
        """Middle of a column."""
        return self.first + column * self.column

    def y(self, row: int) -> float:
        """Middle of a row."""
        return START + (row + 0.5) * self.row


def draw(table: UpSet, language: Language) -> Scene:
    """The picture; the page grows downwards with the sets."""
    table = frame.cleaned(table)
    if not table.combinations:
        return none_yet.page("upset", table, language, table.kind)
    layout = _layout(table, language)
    bottom = START + len(table.sets) * layout.row
    notes = tuple(
        Text(frame.MARGIN, bottom + 22.0 + 14.0 * index, line, 9.5, palette.SECONDARY)
        for index, line in enumerate(note(table, layout.shown, language))
    )
    return frame.scene(
        "upset",
        (frame.WIDTH, bottom + 52.0 + 14.0 * len(notes)),
        table,
        (alt(table, language), description(table, language)),
        language,
        (
            *frame.titles(table.title, subtitle(table, layout.shown, language), frame.WIDTH),
            *(_set(table, index, layout, language) for index in range(len(table.sets))),
            *(_column(table, index, layout, language) for index in range(layout.shown)),
            *_rest(table, layout, language),
            *notes,
        ),
    )


def _layout(table: UpSet, language: Language) -> Layout:
    """As wide columns as fit; so many that the least number still has room, and one for all others."""
    size = one_size([each.label for each in table.sets], LABEL_ROOM, SIZES)
    widest = max((width(each.label, size) for each in table.sets), default=0.0)
    names = frame.MARGIN + SUM_ROOM + min(widest, LABEL_ROOM)
    left = names + 14.0
    room = frame.WIDTH - frame.MARGIN - left
    sizes = [each.count for each in table.combinations]
    number = max((width(language.number(count), SMALL, "semibold") for count in sizes), default=0.0)
    least = max(NARROWEST, number + 4.0)
    most = int(room / least)
    rest = len(sizes) > most
    if rest:  # the number of all others may be longer than the longest bar's
        least = max(least, width(language.number(table.total), SMALL, "semibold") + 4.0)
        most = int(room / least)
    shown = most - 1 if rest else len(sizes)
    column = min(WIDEST, room / max(shown + rest, 1))
    row = min(ROW, max(LEAST_ROW, 260.0 / max(len(table.sets), 1)))
    return Layout(left + column / 2, column, row, shown, names, size)


def _set(table: UpSet, index: int, layout: Layout, language: Language) -> Group:
    """A set's band, its name, and at the left its bar or the pill of a white spot."""
    each, y = table.sets[index], layout.y(index)
    found: list[Element] = []
    if index % 2 == 0:
        wide = frame.WIDTH - 2 * frame.MARGIN + 8.0
        found.append(Box(frame.MARGIN - 4.0, y - layout.row / 2, wide, layout.row, 0.0, palette.BAND))
    base = y + CAP_HEIGHT * BODY / 2
    label = shorten(each.label, LABEL_ROOM, layout.size)
    found.append(Text(layout.names, base, label, layout.size, palette.INK, "regular", "end"))
    edge = frame.MARGIN + SUM_ROOM - 14.0
    if each.total:
        most = max(one.total for one in table.sets)
        room = edge - frame.MARGIN - width(language.number(most), BODY, "semibold") - 6.0
        long = max(room * each.total / most, 1.0)
        found.append(Box(edge - long, y - 4.5, long, 9.0, 0.0, palette.TOTAL))
        found.append(
            Text(edge - long - 5.0, base, language.number(each.total), BODY, palette.INK, "semibold", "end")
        )
    else:
        label = language.text("white spot")
        found.extend(frame.pill(edge - frame.pill_width(label), y - frame.PILL_HEIGHT / 2, label))
    count = counted(each.total, language, kind=table.kind)
    return Group(f"set-{index}", f"{each.label}: {count}", tuple(found))


def _column(table: UpSet, index: int, layout: Layout, language: Language) -> Group:
    each = table.combinations[index]
    rows = tuple(layout.y(row) for row in range(len(table.sets)))
    dots = matrix.combination(layout.x(index), rows, each.sets, min(4.6, layout.column * 0.32))
    bar = _bar(table, each.count, layout.x(index), layout, palette.BAR, language)
    count = counted(each.count, language, kind=table.kind)
    return Group(f"combination-{index}", f"{joined(table, each.sets, language)}: {count}", (*bar, *dots))


def _bar(
    table: UpSet, count: int, x: float, layout: Layout, colour: str, language: Language
) -> tuple[Element, ...]:
    most = max(table.combinations[0].count, _others(table, layout.shown))
    high = max(HIGH * count / most, 1.0)
    foot, wide = START - 10.0, layout.column * 0.62
    text = language.number(count)
    fits = width(text, BODY, "semibold") <= layout.column - 2.0
    size = BODY if fits else SMALL
    number = Text(x, foot - high - 4.0, text, size, palette.INK, "semibold", "middle")
    return Box(x - wide / 2, foot - high, wide, high, 0.0, colour), number


def _others(table: UpSet, shown: int) -> int:
    return sum(each.count for each in table.combinations[shown:])


def _rest(table: UpSet, layout: Layout, language: Language) -> tuple[Element, ...]:
    """The bar of all combinations that have no column of their own."""
    count = _others(table, layout.shown)
    if not count:
        return ()
    bar = _bar(table, count, layout.x(layout.shown), layout, palette.HATCH, language)
    title = language.text("All other combinations")
    return (Group("others", f"{title}: {counted(count, language, kind=table.kind)}", bar),)


DRAWING = Drawing(
    divides=True,
    name="upset",
    caption=N_("Which groups, or terms of another facet, occur together."),
    table=table_of.upset,
    alt=alt,
    draw=draw,
    sheet=table_of.sheet,
)
