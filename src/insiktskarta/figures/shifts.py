"""The shifts that insights ask for: a row of marks a shift, each in its group's colour and shape."""

from collections.abc import Iterator
from dataclasses import dataclass

from insiktskarta.figures import frame, group_key, none_yet, palette
from insiktskarta.figures.drawing import Drawing
from insiktskarta.figures.map.dots import look, pile_id
from insiktskarta.figures.map.tally import Pile, combined
from insiktskarta.figures.metrics import CAP_HEIGHT, balanced, shorten, width
from insiktskarta.figures.naming import one_size
from insiktskarta.figures.scene import Box, Element, Group, Mark, Scene, Text
from insiktskarta.figures.shift_words import alt, description, groups_label, guide, subtitle
from insiktskarta.model.kinds import counted
from insiktskarta.model.language import N_, Language
from insiktskarta.tables import shifts as table_of
from insiktskarta.tables.shifts import Shifts

TOP, BODY, SMALL = 88.0, 10.5, 9.5
ROW, MARKS = 24.0, 7.5
SMALLEST, PITCH = 3.2, 2.3
"""Least radius of a mark in points, and the distance of neighbours in radii."""
LABEL_ROOM = 262.0
SIZES = (BODY, 10.0, 9.5, 9.0, 8.5)


@dataclass(frozen=True, slots=True)
class Scale:
    """Where rows of marks begin, the marks' radius, how many records each stands for, and the size of names."""

    left: float
    radius: float
    each: int
    size: float


def draw(table: Shifts, language: Language) -> Scene:
    """The rows, the longest first; the page grows downwards with them."""
    table = frame.cleaned(table)
    if not table.bars:
        return none_yet.page("shifts", table, language, table.kind)
    scale = _scale(table, language)
    rows = tuple(_row(table, index, scale, language) for index in range(len(table.bars)))
    below = TOP + len(rows) * ROW + 16.0
    split = any(len(held) > 1 for bar in table.bars for held, _ in bar.parts)
    several = language.text("several groups") if split and scale.each > 1 else ""
    key, end, bottom = group_key.columns(table.groups, several, frame.MARGIN, below)
    room = frame.WIDTH - frame.MARGIN - end - 28.0
    lines = [line for each in guide(table, scale.each, language) for line in balanced(each, room, SMALL)]
    words = (
        Text(end + 28.0, below + CAP_HEIGHT * SMALL + index * 13.0, line, SMALL, palette.SECONDARY)
        for index, line in enumerate(lines)
    )
    return frame.scene(
        "shifts",
        (frame.WIDTH, max(bottom, below + len(lines) * 13.0) + 40.0),
        table,
        (alt(table, language), description(table, language)),
        language,
        (*frame.titles(table.title, subtitle(table, language), frame.WIDTH), *rows, *key, *words),
    )


def _scale(table: Shifts, language: Language) -> Scale:
    """The largest marks with which the longest row fits; the fewest records a mark first."""
    widest = max((width(bar.label, BODY) for bar in table.bars), default=0.0)
    size = one_size([bar.label for bar in table.bars], LABEL_ROOM, SIZES)
    left = frame.MARGIN + min(widest * size / BODY, LABEL_ROOM) + 16.0
    most = max((bar.total for bar in table.bars), default=0)
    room = frame.WIDTH - frame.MARGIN - left - width(language.number(most), BODY, "semibold") - 8.0
    each, factor = 1, 5
    while True:
        longest = max(
            (sum(sum(pile.marks(each)) for pile in _piles(bar, each)) for bar in table.bars), default=1
        )
        radius = min(MARKS, room / (PITCH * max(longest, 1)))
        if radius >= SMALLEST:
            return Scale(left, radius, each, size)
        each, factor = each * factor, 7 - factor


def _piles(bar: table_of.Bar, each: int) -> tuple[Pile, ...]:
    piles = tuple(Pile(held, count) for held, count in bar.parts)
    return piles if each == 1 else combined({(): piles})[()]


def _row(table: Shifts, index: int, scale: Scale, language: Language) -> Group:
    bar, middle = table.bars[index], TOP + index * ROW + ROW / 2
    base = middle + CAP_HEIGHT * scale.size / 2
    label = shorten(bar.label, LABEL_ROOM, scale.size)
    found: list[Element] = []
    if index % 2 == 0:
        found.append(
            Box(
                frame.MARGIN - 8.0,
                middle - ROW / 2,
                frame.WIDTH - 2 * frame.MARGIN + 16.0,
                ROW,
                0.0,
                palette.BAND,
            )
        )
    found.append(Text(scale.left - 16.0, base, label, scale.size, palette.INK, "regular", "end"))
    if bar in table.spots:
        found.extend(frame.pill(scale.left, middle - frame.PILL_HEIGHT / 2, language.text("white spot")))
    else:
        marks = list(_marks(table, index, scale, middle, language))
        found.extend(marks)
        count = sum(len(group.elements) for group in marks)
        x = scale.left + count * PITCH * scale.radius + 6.0
        base = middle + CAP_HEIGHT * BODY / 2
        found.append(Text(x, base, language.number(bar.total), BODY, palette.INK, "semibold"))
    title = f"{bar.label}: {counted(bar.total, language, kind=table.kind)}"
    return Group(f"bar-{index}", title, tuple(found))


def _marks(table: Shifts, index: int, scale: Scale, y: float, language: Language) -> Iterator[Group]:
    """The marks of a row in legend order, a group of elements for each group of people."""
    x = scale.left + scale.radius
    for pile in _piles(table.bars[index], scale.each):
        full, hollow = pile.marks(scale.each)
        drawn = tuple(
            Mark(x + place * PITCH * scale.radius, y, scale.radius, *look(pile.groups), filled=place < full)
            for place in range(full + hollow)
        )
        x += len(drawn) * PITCH * scale.radius
        count = counted(pile.count, language, kind=table.kind)
        yield Group(
            f"bar-{index}-{pile_id(Pile(pile.groups, 0))}",
            f"{groups_label(table, pile.groups, language)}: {count}",
            drawn,
        )


DRAWING = Drawing(
    divides=True,
    name="shifts",
    caption=N_("Which shifts insights ask for, or another facet, by group."),
    table=table_of.shifts,
    alt=alt,
    draw=draw,
    sheet=table_of.sheet,
)
