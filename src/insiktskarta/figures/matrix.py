"""Parts of a matrix: cells shaded by class, dots that say which sets a column is in, names of rows."""

from itertools import pairwise

from insiktskarta.figures import palette
from insiktskarta.figures.frame import hatched
from insiktskarta.figures.metrics import CAP_HEIGHT, width
from insiktskarta.figures.scene import Anchor, Box, Circle, Element, Text
from insiktskarta.model.language import Language

DOT, LINE = 4.6, 2.0


def cell(
    place: tuple[float, float, float, float], count: int, size: float, language: Language, *, spot: bool
) -> tuple[Element, ...]:
    """A cell at (x, y, width, height): shaded by its class, hatched where it is a white spot, else white when empty."""
    x, y, wide, high = place
    text = language.number(count)
    middle, base = x + wide / 2, y + high / 2 + CAP_HEIGHT * size / 2
    if count:
        fill, ink = palette.shade(count)
        number = Text(middle, base, text, size, ink, "semibold", "middle")
        return Box(x, y, wide, high, 0.0, fill), number
    if not spot:
        return (Text(middle, base, text, size, palette.SECONDARY, "regular", "middle"),)
    room = width(text, size, "semibold") + size * 0.5
    halo = Box(middle - room / 2, y + high / 2 - size * 0.55, room, size * 1.1, size * 0.3, palette.PAGE)
    return *hatched(x, y, wide, high), halo, Text(middle, base, text, size, palette.INK, "semibold", "middle")


def combination(
    x: float, rows: tuple[float, ...], members: tuple[int, ...], dot: float = DOT
) -> tuple[Element, ...]:
    """One dot a set, dark where the column is in it, joined from the first to the last."""
    found: list[Element] = [Circle(x, y, dot, palette.ABSENT) for y in rows]
    if len(members) > 1:
        top, bottom = rows[members[0]], rows[members[-1]]
        line = LINE * dot / DOT
        found.append(Box(x - line / 2, top, line, bottom - top, 0.0, palette.INK))
    return *found, *(Circle(x, rows[index], dot, palette.INK) for index in members)


def name(x: float, y: float, lines: list[str], size: float, anchor: Anchor = "start") -> tuple[Element, ...]:
    """A name in one or two lines around the height y."""
    leading = size * 1.12
    base = y + CAP_HEIGHT * size / 2 - leading * (len(lines) - 1) / 2
    return tuple(
        Text(x, base + leading * index, line, size, palette.INK, "regular", anchor)
        for index, line in enumerate(lines)
    )


def legend(x: float, y: float, size: float, language: Language) -> tuple[Element, ...]:
    """The classes in one line, from the white spot to the darkest; y is the baseline."""
    starts = [least for least, _ in palette.CLASSES]
    labels = [f"{low}–{high - 1}" for low, high in pairwise(starts)]
    labels.append(language.text("{n} or more", n=language.number(starts[-1])))
    high = size * 1.25
    top = y - CAP_HEIGHT * size / 2 - high / 2
    found: list[Element] = [*hatched(x, top, 20.0, high)]
    label = language.text("0, white spot")
    found.append(Text(x + 25.0, y, label, size, palette.INK))
    x += 25.0 + width(label, size) + size * 1.7
    for (_, colour), label in zip(palette.CLASSES, labels, strict=True):
        found.append(Box(x, top, 20.0, high, 0.0, colour))
        found.append(Text(x + 25.0, y, label, size, palette.INK))
        x += 25.0 + width(label, size) + size * 1.7
    return tuple(found)
