"""What stands below small multiples: which circle is which, the groups, and how to read the maps."""

from insiktskarta.figures import frame, palette
from insiktskarta.figures.geometry import pole, venn
from insiktskarta.figures.group_key import LINE, SIZE, columns
from insiktskarta.figures.map import words
from insiktskarta.figures.metrics import CAP_HEIGHT, balanced, shorten, width
from insiktskarta.figures.scene import Circle, Element, Text
from insiktskarta.figures.shared.words import whole
from insiktskarta.model.language import Language
from insiktskarta.tables.small_multiples import SmallMultiples

RADIUS = 19.0
GAP = 22.0
NAMES = 150.0
"""Room for the names of circles."""


def key(table: SmallMultiples, each: int, y: float, language: Language) -> tuple[tuple[Element, ...], float]:
    """The strip whose upper edge is y, and its lower edge."""
    circles, x = _circles(table, y)
    split = any(len(mark.groups) > 1 for one in table.maps for mark in one.marks)
    several = language.text("several groups") if split and each > 1 else ""
    groups, x, bottom = columns(table.maps[0].groups, several, x + GAP, y)
    room = frame.WIDTH - frame.MARGIN - x - GAP
    lines = [line for sentence in guide(table, each, language) for line in balanced(sentence, room, SIZE)]
    said = [
        Text(x + GAP, y + CAP_HEIGHT * SIZE + index * 13.0, line, SIZE, palette.SECONDARY)
        for index, line in enumerate(lines)
    ]
    return (*circles, *groups, *said), max(bottom, y + len(lines) * 13.0, y + 3 * RADIUS)


def guide(table: SmallMultiples, each: int, language: Language) -> tuple[str, ...]:
    """Sentences about marks and white spots."""
    first = whole(table)
    found = [
        words.each_mark(first, each, language),
        words.place(first, language),
        words.nothing_yet(first, language),
        *first.merged,
    ]
    if any(mark.region == () for one in table.maps for mark in one.marks):
        found.append(language.text("Marks at the lower left are in no circle."))
    return tuple(found)


def _circles(table: SmallMultiples, y: float) -> tuple[list[Element], float]:
    """Three numbered circles and their names; and where the names end."""
    left = frame.MARGIN
    layout = venn(left + 1.55 * RADIUS, y + 1.32 * RADIUS, RADIUS, (0.0, 0.0, 0.0, 0.0))
    found: list[Element] = [Circle(cx, cy, RADIUS, None, palette.OUTLINE, 1.0) for cx, cy in layout.centres]
    start = left + 3.1 * RADIUS + 12.0
    end = start
    for index, perspective in enumerate(table.maps[0].perspectives):
        px, py = pole(layout, (index,))
        found.append(
            Text(px, py + CAP_HEIGHT * SIZE / 2, str(index + 1), SIZE, palette.INK, "bold", "middle")
        )
        label = shorten(perspective.label, NAMES, SIZE)
        base = y + CAP_HEIGHT * SIZE + index * LINE
        found.append(Text(start, base, str(index + 1), SIZE, palette.INK, "bold"))
        found.append(Text(start + 10.0, base, label, SIZE, palette.INK))
        end = max(end, start + 10.0 + width(label, SIZE))
    return found, end
