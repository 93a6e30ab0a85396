"""The right column beside cards: every heading by group with the shift it asks for, white spots in words, reading help."""

from dataclasses import dataclass
from math import ceil

from insiktskarta.figures import palette
from insiktskarta.figures.frame import MARGIN
from insiktskarta.figures.map import tally, words
from insiktskarta.figures.map.cards import Cards
from insiktskarta.figures.map.dots import look
from insiktskarta.figures.map.page import BOTTOM, COLUMN, START, paragraph
from insiktskarta.figures.metrics import CAP_HEIGHT, shorten, width, wrap
from insiktskarta.figures.scene import Element, Mark, Text
from insiktskarta.model.kinds import one
from insiktskarta.model.language import Language
from insiktskarta.tables.perspective_regions import Mark as Record
from insiktskarta.tables.perspective_regions import PerspectiveRegions

WIDTHS = (792.0, 882.0, 972.0)
SIZES = (10.5, 10.0, 9.5, 9.0, 8.5)
SMALLEST = 8.5
INDENT = 20.0
LEADING, GROUP_GAP = 1.24, 1.85
"""From one baseline to the next, and from a group's last to the next group's name, in type sizes."""


@dataclass(frozen=True, slots=True)
class Style:
    """How the list is set: page width and type size in points, whether shifts are shown, and each on its own line."""

    page: float
    size: float
    shifts: bool
    apart: bool = True

    @property
    def small(self) -> float:
        """Type size of shifts and notes."""
        return max(self.size - 1.0, SMALLEST)

    @property
    def right(self) -> float:
        """Right edge of the column."""
        return self.page - MARGIN


def column(
    table: PerspectiveRegions, cards: Cards, language: Language
) -> tuple[float, tuple[Element, ...]] | None:
    """Page width, and the list on the narrowest page in the largest type where all of it fits, or None.

    A shift stands under its heading, else after it; it is dropped only where that fits on no page.
    """
    tries = [Style(page, size, shifts=True) for page in WIDTHS for size in SIZES if size > SMALLEST]
    tries += [Style(page, size, shifts=True, apart=False) for page in WIDTHS for size in SIZES]
    tries += [Style(page, size, shifts=False) for page in WIDTHS for size in SIZES]
    for style in tries:
        found, bottom = _column(table, cards, style, language)
        if bottom <= BOTTOM:
            return _page(found), found
    return None


def _page(found: tuple[Element, ...]) -> float:
    """The width that the texts need, not the one that they were offered."""
    ends = [
        text.x + width(text.string, text.size, text.weight)
        for text in found
        if isinstance(text, Text) and text.anchor == "start"
    ]
    return max(WIDTHS[0], ceil(max(ends, default=0.0)) + MARGIN)


def _column(
    table: PerspectiveRegions, cards: Cards, style: Style, language: Language
) -> tuple[tuple[Element, ...], float]:
    """The whole column, and its last baseline."""
    found: list[Element] = []
    y = START - style.size * GROUP_GAP
    for index, count in enumerate(tally.groups(table)):
        if count:
            part, y = _group(table, cards, index, style, y + style.size * GROUP_GAP, language)
            found.extend(part)
    spots, y = _spots(table, style, y, language)
    guide, y = paragraph(
        language.text("How to read the map"),
        _guide(table, language),
        y + style.size * 2.3,
        style.right,
        style.size,
    )
    return (*found, *spots, *guide), y


def _group(
    table: PerspectiveRegions, cards: Cards, index: int, style: Style, y: float, language: Language
) -> tuple[list[Element], float]:
    """A group's name and its records; those listed under an earlier group are referred to by number."""
    size = style.size + 1.5
    label = shorten(table.groups[index].label, style.right - COLUMN - INDENT, size, "semibold")
    found: list[Element] = [
        Mark(COLUMN + 6.0, y - CAP_HEIGHT * size / 2, size * 0.48, *look((index,))),
        Text(COLUMN + INDENT, y, label, size, palette.INK, "semibold"),
    ]
    y += style.size * 0.22
    own = [(number, record) for number, record in cards.numbered if record.groups[0] == index]
    for number, record in own:
        part, y = _item(number, record, style, y)
        found.extend(part)
    others = [language.number(number) for number, record in cards.numbered if index in record.groups[1:]]
    listed = language.listed(others)
    refer = (
        language.text("also {numbers}", numbers=listed)
        if own
        else language.text("see {numbers}", numbers=listed)
    )
    for line in wrap(refer, style.right - COLUMN - INDENT, style.small) if others else ():
        y += style.size * LEADING
        found.append(Text(COLUMN + INDENT, y, line, style.small, palette.SECONDARY))
    return found, y


def _item(number: int, record: Record, style: Style, y: float) -> tuple[list[Element], float]:
    """Number, heading and shift of one record."""
    left, room = COLUMN + INDENT, style.right - COLUMN - INDENT
    y += style.size * LEADING
    found: list[Element] = [Text(left - 6.0, y, str(number), style.size, palette.INK, "bold", "end")]
    lines = wrap(record.heading, room, style.size)
    for index, line in enumerate(lines):
        y += style.size * LEADING if index else 0.0
        found.append(Text(left, y, line, style.size, palette.INK))
    shifts = "; ".join(record.shifts)
    if not (shifts and style.shifts):
        return found, y
    shifts = "→ " + shifts
    used = width(lines[-1], style.size) + style.size
    if not style.apart and used + width(shifts, style.small) <= room:
        return [*found, Text(left + used, y, shifts, style.small, palette.SECONDARY)], y
    for line in wrap(shifts, room, style.small):
        y += style.small * LEADING
        found.append(Text(left, y, line, style.small, palette.SECONDARY))
    return found, y + style.size * 0.15


def _spots(
    table: PerspectiveRegions, style: Style, y: float, language: Language
) -> tuple[tuple[Element, ...], float]:
    """White spots in words."""
    lines = words.white_spots(table, language)
    if not lines:
        return (), y
    heading = words.none_here(table, language)
    return paragraph(heading, lines, y + style.size * 2.3, style.right, style.size)


def _guide(table: PerspectiveRegions, language: Language) -> tuple[str, ...]:
    found = (
        language.text("Each card is {one}.", one=one(language, table.kind)),
        words.filled(table, language) if table.mixed else "",
        words.place(table, language),
        *table.merged,
        words.interpreted(table, language),
    )
    return (" ".join(filter(None, found)),)
