"""The right column beside dots: groups as a bar chart, how to read the map, white spots in words."""

from insiktskarta.figures import palette
from insiktskarta.figures.frame import MARGIN, PILL_HEIGHT, WIDTH, pill
from insiktskarta.figures.map import tally, words
from insiktskarta.figures.map.dots import look
from insiktskarta.figures.map.page import COLUMN, START, paragraph
from insiktskarta.figures.map.scale import Dots
from insiktskarta.figures.metrics import CAP_HEIGHT, width
from insiktskarta.figures.naming import in_lines
from insiktskarta.figures.scene import Box, Element, Group, Mark, Text
from insiktskarta.model.kinds import many
from insiktskarta.model.language import N_, Language
from insiktskarta.tables.perspective_regions import PerspectiveRegions

HEADING, BODY = 12.5, 10.5
ROW, BAR, ICON = 21.5, 8.6, 5.6
LABEL_ROOM = 118.0
GAP = 32.0
"""From the last line of a part to the heading of the next."""
RIGHT = WIDTH - MARGIN


def column(table: PerspectiveRegions, dots: Dots, language: Language) -> tuple[Element, ...]:
    """Bars, reading help and white spots, one below the other."""
    bars, y = _bars(table, dots, language)
    guide, y = paragraph(
        language.text("How to read the map"), _guide(table, dots, language), y + GAP, RIGHT, BODY
    )
    spots = words.white_spots(table, language)
    listed, _ = paragraph(words.none_here(table, language), spots, y + GAP, RIGHT, BODY) if spots else ((), y)
    return (*bars, *guide, *listed)


def _bars(table: PerspectiveRegions, dots: Dots, language: Language) -> tuple[tuple[Element, ...], float]:
    if not table.groups:
        return (), START - GAP
    counts = tally.groups(table)
    heading = Text(COLUMN, START, table.heading, HEADING, palette.INK, "semibold")
    names = [in_lines(group.label, LABEL_ROOM, BODY) for group in table.groups]
    left = COLUMN + 20.0 + max(width(line, size) for lines, size in names for line in lines) + 14.0
    room = RIGHT - left - 6.0 - max(width(language.number(count), BODY, "semibold") for count in counts)
    rows: list[Element] = [heading]
    y = START + 21.0
    for index, ((lines, size), count) in enumerate(zip(names, counts, strict=True)):
        if not count and not table.groups[index].asked:
            continue
        title = f"{table.groups[index].label}: {words.held(table, count, language)}"
        bar = _bar(left, y, room * count / max(*counts, 1), count, palette.COLOURS[index], language)
        rows.append(Group(f"legend-group-{index}", title, (*_entry((index,), lines, size, y), *bar)))
        y += ROW
    if any(len(pile.groups) != 1 for piles in dots.piles.values() for pile in piles) and dots.each > 1:
        rows.extend(_entry(tally.SEVERAL, [words.several(table, language)], BODY, y))
        y += ROW
    return tuple(rows), y - ROW + 4.0


def _entry(groups: tuple[int, ...], lines: list[str], size: float, y: float) -> tuple[Element, ...]:
    leading = size * 1.08
    base = y + CAP_HEIGHT * size / 2 - leading * (len(lines) - 1) / 2
    mark = Mark(COLUMN + 6.0, y, ICON, *look(groups))
    return mark, *(
        Text(COLUMN + 20.0, base + leading * index, line, size, palette.INK)
        for index, line in enumerate(lines)
    )


def _bar(
    left: float, y: float, long: float, count: int, colour: str, language: Language
) -> tuple[Element, ...]:
    if not count:
        return pill(left, y - PILL_HEIGHT / 2, language.text("white spot"))
    long = max(long, 1.0)
    base = y + CAP_HEIGHT * BODY / 2
    number = Text(left + long + 6.0, base, language.number(count), BODY, palette.INK, "semibold")
    return Box(left, y - BAR / 2, long, BAR, 0.0, colour), number


def _guide(table: PerspectiveRegions, dots: Dots, language: Language) -> tuple[str, ...]:
    """Sentences about what a mark, its place and the numbers mean in this very picture."""
    if not table.marks:
        return (words.nothing_yet(table, language),)
    found = [
        words.each_mark(table, dots.each, language),
        words.place(table, language),
        language.text("The number is how many {many} the area holds.", many=many(language, table.kind)),
        *table.merged,
    ]
    bars = sum(tally.groups(table))
    if bars > len(table.marks):
        split = N_("The bars sum to {n}: a mark in several colours counts in each of them.")
        lone = N_("The bars sum to {n}: what concerns several counts in each of them.")
        found.append(language.text(split if dots.each == 1 else lone, n=language.number(bars)))
    return (*found, *filter(None, [words.interpreted(table, language)]))
