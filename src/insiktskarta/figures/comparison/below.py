"""What stands below both maps: groups with their numbers, what has happened, how to read the marks."""

from insiktskarta.figures import frame, palette
from insiktskarta.figures.comparison import panel, words
from insiktskarta.figures.frame import PILL_HEIGHT, pill
from insiktskarta.figures.map.dots import look
from insiktskarta.figures.map.page import paragraph
from insiktskarta.figures.map.tally import SEVERAL
from insiktskarta.figures.map.words import each_mark, nothing_yet
from insiktskarta.figures.metrics import CAP_HEIGHT, balanced, shorten, width
from insiktskarta.figures.scene import Box, Element, Group, Mark, Text
from insiktskarta.model.language import Language
from insiktskarta.tables.before_after import BeforeAfter, groups

BODY, LINE = 10.0, 17.5
FIRST, SECOND, THIRD = frame.MARGIN, 290.0, 548.0
"""Left edges of the three columns."""
ROOM, RIGHT = 128.0, frame.WIDTH - frame.MARGIN


def below(
    table: BeforeAfter, each: int, y: float, language: Language, *, several: bool
) -> tuple[tuple[Element, ...], float]:
    """Three columns with the first baseline at y, and the last baseline.

    `each` is what a mark stands for; `several` whether marks of several groups look alike.
    """
    left, bottom = _groups(table, y, language, several=several)
    said = words.happened(table, language)
    middle, under = paragraph(language.text("What has happened"), said, y, THIRD - 24.0, BODY, SECOND)
    right, lowest = _key(table, each, y, language)
    return (*left, *middle, *right), max(bottom, under, lowest)


def _groups(
    table: BeforeAfter, y: float, language: Language, *, several: bool
) -> tuple[list[Element], float]:
    found: list[Element] = [
        Text(FIRST, y, language.text("Groups, before and after"), BODY + 2.0, palette.INK, "semibold")
    ]
    y += 3.0
    for index, (group, before, after) in enumerate(
        zip(table.after.groups, groups(table.before), groups(table.after), strict=True)
    ):
        if not (before or after or group.asked):
            continue
        y += LINE
        numbers = f"{language.number(before)} → {language.number(after)}"
        change = words.signed(after - before, language) if after != before else ""
        label = shorten(group.label, ROOM, BODY)
        start = FIRST + 18.0 + ROOM + 8.0
        row: list[Element] = [
            Mark(FIRST + 6.0, y - CAP_HEIGHT * BODY / 2, 5.0, *look((index,))),
            Text(FIRST + 18.0, y, label, BODY, palette.INK),
        ]
        if before or after:
            row.append(Text(start, y, numbers, BODY, palette.INK, "semibold"))
        else:
            row.extend(pill(start, y - (CAP_HEIGHT * BODY + PILL_HEIGHT) / 2, language.text("white spot")))
        if change:
            end = start + width(numbers, BODY, "semibold") + 6.0
            row.append(Text(end, y, change, BODY - 1.0, palette.SECONDARY, "semibold"))
        said = words.row(group.label, before, after, language)
        found.append(Group(f"legend-group-{index}", said, tuple(row)))
    if several:
        y += LINE
        found.append(Mark(FIRST + 6.0, y - CAP_HEIGHT * BODY / 2, 5.0, *look(SEVERAL)))
        found.append(Text(FIRST + 18.0, y, language.text("several groups"), BODY, palette.INK))
    return found, y


def _key(table: BeforeAfter, each: int, y: float, language: Language) -> tuple[list[Element], float]:
    said = each_mark(table.after, each, language)
    if not (table.before.marks or table.after.marks):
        said = nothing_yet(table.after, language)
    heading = language.text("How to read the map")
    found, y = paragraph(heading, (said,), y, RIGHT, BODY, THIRD)
    elements: list[Element] = list(found)
    y += 4.0
    for sign, sentence in _signs(table, language):
        y += LINE
        elements.extend(_glyph(sign, y - CAP_HEIGHT * BODY / 2))
        for index, line in enumerate(balanced(sentence, RIGHT - THIRD - 20.0, BODY)):
            y += BODY * 1.3 if index else 0.0
            elements.append(Text(THIRD + 20.0, y, line, BODY, palette.SECONDARY))
    return elements, y


def _signs(table: BeforeAfter, language: Language) -> list[tuple[str, str]]:
    """The signs that the maps use, and what each means."""
    found = [
        (table.new, "new", language.text("Ringed: new in its area since then.")),
        (table.gone, "gone", language.text("Struck through: no longer in its area.")),
        (words.filled(table), "filled", language.text("Dashed inner edge: was a white spot.")),
    ]
    return [(sign, sentence) for used, sign, sentence in found if used]


def _glyph(sign: str, y: float) -> tuple[Element, ...]:
    x, radius = THIRD + 7.0, 7.0
    if sign == "filled":
        return (
            Box(
                x - 7.0, y - 5.0, 14.0, 10.0, 0.0, palette.TINTS[1], palette.SECONDARY, panel.EDGE, (3.4, 2.4)
            ),
        )
    mark = Mark(x, y, radius * panel.INNER, "circle", (palette.OUTLINE,))
    return mark, *panel.sign(x, y, radius, later=sign == "new")
