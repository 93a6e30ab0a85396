"""The chain from study to lesson: what led on, what is open, what was refuted, and what builds on what."""

from dataclasses import dataclass

from insiktskarta.figures import frame, matrix, none_yet, palette
from insiktskarta.figures.chain_words import alt, description, lines, subtitle
from insiktskarta.figures.drawing import Drawing
from insiktskarta.figures.metrics import CAP_HEIGHT, balanced, fitting
from insiktskarta.figures.scene import Element, Group, Mark, Scene, Text
from insiktskarta.model.kinds import SEVERAL, counted
from insiktskarta.model.language import N_, Language
from insiktskarta.tables import chain as table_of
from insiktskarta.tables.chain import TYPES, Chain, Step

TOP, PITCH, RADIUS = 96.0, 12.4, 5.0
"""Baseline of the types' names, distance between marks, and their radius, in points."""
COLUMN, ACROSS, MOST_ROWS = 146.4, 10, 16
BODY, SMALL, HEADING = 10.5, 9.5, 12.5
LED_ON, OPEN, REFUTED = ("circle", "#12396b"), ("circle", "#12396b"), ("diamond", "#de4c12")
"""Shape and colour by state; what is open is hollow."""
CELL, ROW, NAMES = 56.0, 24.0, 96.0
EXPECTED = frozenset(zip(TYPES[1:], TYPES, strict=False))
"""Who is expected to build on whom: a zero there is a white spot."""


@dataclass(frozen=True, slots=True)
class Marks:
    """How many records a mark stands for, and how many rows of marks the fullest type needs."""

    each: int
    rows: int


def draw(table: Chain, language: Language) -> Scene:
    """Five columns of marks, below them the matrix of links, and what was refuted in words."""
    table = frame.cleaned(table)
    if not table.total:
        return none_yet.page("chain", table, language, SEVERAL)
    marks = _scale(table)
    columns = tuple(_column(table, index, marks, language) for index in range(len(table.steps)))
    below = TOP + 40.0 + marks.rows * PITCH + 62.0
    links, bottom = _links(table, below, language)
    words, end = _words(table, marks.each, below, language)
    return frame.scene(
        "chain",
        (frame.WIDTH, max(bottom, end) + 40.0),
        table,
        (alt(table, language), description(table, language)),
        language,
        (*frame.titles(table.title, subtitle(table, language), frame.WIDTH), *columns, *links, *words),
    )


def _parts(step: Step) -> tuple[tuple[int, tuple[str, str], bool], ...]:
    """Count, look and filling of each state, in order."""
    return (step.led_on, LED_ON, True), (step.open, OPEN, False), (step.refuted, REFUTED, True)


def _scale(table: Chain) -> Marks:
    """The fewest records a mark with which every type has room; a remainder takes a mark too."""
    each, factor = 1, 5
    while True:
        needed = max(sum(-(-count // each) for count, _, _ in _parts(step)) for step in table.steps)
        if needed <= ACROSS * MOST_ROWS:
            return Marks(each, max(-(-needed // ACROSS), 1))
        each, factor = each * factor, 7 - factor


def _column(table: Chain, index: int, marks: Marks, language: Language) -> Group:
    step, x = table.steps[index], frame.MARGIN + index * COLUMN
    label, size = fitting(step.label, COLUMN - 30.0, (HEADING, 11.5, 10.5, 9.5), "semibold")
    found: list[Element] = [Text(x, TOP, label, size, palette.INK, "semibold")]
    if index + 1 < len(table.steps):
        found.append(Text(x + COLUMN - 18.0, TOP, "→", HEADING, palette.SECONDARY, "regular", "middle"))
    found.append(Text(x, TOP + 20.0, language.number(step.total), 14.5, palette.INK, "bold"))
    y = TOP + 36.0
    if not step.total:
        found.extend(frame.pill(x, y - 4.0, language.text("white spot")))
    place = 0
    for part, (count, (shape, colour), filled) in enumerate(_parts(step)):
        drawn = []
        for _ in range(-(-count // marks.each)):
            across, down = place % ACROSS, place // ACROSS
            drawn.append(
                Mark(x + RADIUS + across * PITCH, y + down * PITCH, RADIUS, shape, (colour,), filled=filled)
            )
            place += 1
        found.append(Group(f"step-{index}-group-{part}", language.number(count), tuple(drawn)))
    under = TOP + 40.0 + marks.rows * PITCH + 8.0
    for row, line in enumerate(lines(step, language)):
        found.append(Text(x, under + row * 13.0, line, SMALL, palette.SECONDARY))
    return Group(
        f"step-{index}", f"{step.label}: {counted(step.total, language, kind=SEVERAL)}", tuple(found)
    )


def _links(table: Chain, y: float, language: Language) -> tuple[tuple[Element, ...], float]:
    """The matrix of what builds on what, and its lower edge."""
    heading = language.text("What builds on what")
    found: list[Element] = [Text(frame.MARGIN, y, heading, HEADING, palette.INK, "semibold")]
    top = y + 32.0
    left = frame.MARGIN + NAMES
    for column, step in enumerate(table.steps):
        label, size = fitting(step.label, CELL - 2.0, (9.0, 8.5))
        found.append(
            Text(left + (column + 0.5) * CELL, top - 7.0, label, size, palette.SECONDARY, "regular", "middle")
        )
    for row, step in enumerate(table.steps):
        middle = top + row * ROW + (ROW - 2.0) / 2
        label, size = fitting(step.label, NAMES - 10.0, (SMALL, 9.0, 8.5))
        cells: list[Element] = [*matrix.name(left - 8.0, middle, [label], size, "end")]
        for column, other in enumerate(table.steps):
            count = table.links.get((step.key, other.key), 0)
            place = (left + column * CELL, top + row * ROW, CELL - 2.0, ROW - 2.0)
            spot = (step.key, other.key) in EXPECTED
            title = f"{step.label} → {other.label}: {language.number(count)}"
            drawn = matrix.cell(place, count, BODY, language, spot=spot)
            cells.append(Group(f"link-{row}-{column}", title, drawn))
        found.append(Group(f"links-{row}", step.label, tuple(cells)))
    base = top + len(table.steps) * ROW + 14.0
    lines = [language.text("Rows build on columns.")]
    if any(not table.links.get(each, 0) for each in EXPECTED):
        lines.append(language.text("Hatched: no link where one is expected."))
    for line in lines:
        found.append(Text(frame.MARGIN, base, line, SMALL, palette.SECONDARY))
        base += 13.0
    return tuple(found), base - 13.0


def _words(table: Chain, each: int, y: float, language: Language) -> tuple[tuple[Element, ...], float]:
    """What the marks mean, and what was refuted by what; and the last baseline."""
    left = frame.MARGIN + NAMES + CELL * len(table.steps) + 34.0
    room = frame.WIDTH - frame.MARGIN - left
    found: list[Element] = [Text(left, y, language.text("Marks"), HEADING, palette.INK, "semibold")]
    meanings = (
        (language.text("others build on it; a lesson: it builds on something"), LED_ON, True),
        (language.text("open: nothing builds on it; a lesson: it stands alone"), OPEN, False),
        (language.text("refuted by another record"), REFUTED, True),
    )
    y += 20.0
    for label, (shape, colour), filled in meanings:
        found.append(Mark(left + 6.0, y - CAP_HEIGHT * SMALL / 2, RADIUS, shape, (colour,), filled=filled))
        for line in balanced(label, room - 18.0, SMALL):
            found.append(Text(left + 18.0, y, line, SMALL, palette.INK))
            y += 13.0
        y += 3.0
    if each > 1:
        line = language.text("Each mark is up to {n} records.", n=language.number(each))
        found.append(Text(left, y, line, SMALL, palette.SECONDARY))
        y += 16.0
    part, y = _refuted(table, left, room, y + 14.0, language)
    return (*found, *part), y


def _refuted(
    table: Chain, left: float, room: float, y: float, language: Language
) -> tuple[tuple[Element, ...], float]:
    """The first refuted records with what refutes them, and how many more there are."""
    if not table.refuted:
        return (), y
    found: list[Element] = [Text(left, y, language.text("Refuted"), HEADING, palette.INK, "semibold")]
    y += 5.0
    for one in table.refuted[:4]:
        sentence = language.text("“{heading}” by “{by}”", heading=one.heading, by=one.by)
        for line in balanced(sentence, room, SMALL)[:4]:
            y += 13.0
            found.append(Text(left, y, line, SMALL, palette.INK))
        y += 4.0
    more = len(table.refuted) - 4
    if more > 0:
        y += 13.0
        line = language.plural("and {n} more", "and {n} more", more)
        found.append(Text(left, y, line, SMALL, palette.SECONDARY))
    return tuple(found), y


DRAWING = Drawing(
    name="chain",
    caption=N_("From study to lesson: what led on, what is open and what was refuted."),
    table=table_of.chain,
    alt=alt,
    draw=draw,
    sheet=table_of.sheet,
    types=(),
)
