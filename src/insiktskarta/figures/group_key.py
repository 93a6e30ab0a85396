"""The groups' marks and names in columns, to stand below a picture."""

from insiktskarta.figures import palette
from insiktskarta.figures.map.dots import look
from insiktskarta.figures.map.tally import SEVERAL
from insiktskarta.figures.metrics import CAP_HEIGHT, shorten, width
from insiktskarta.figures.scene import Element, Mark, Text
from insiktskarta.tables.perspective_regions import Group

SIZE, LINE = 9.5, 14.5
ROOM, GAP = 118.0, 17.6
LEAST = 4


def columns(
    groups: tuple[Group, ...], several: str, x: float, y: float
) -> tuple[list[Element], float, float]:
    """Two columns with their upper left corner at (x, y), and their right and lower edges.

    `several` is what the mark for several groups is called, empty where there is none.
    """
    entries: list[tuple[tuple[int, ...], str]] = [
        ((index,), group.label) for index, group in enumerate(groups)
    ]
    entries += [(SEVERAL, several)] if several else []
    high, end = max((len(entries) + 1) // 2, LEAST), x
    found: list[Element] = []
    for start in range(0, len(entries), high):
        left = end + (GAP if start else 0.0)
        for index, (held, label) in enumerate(entries[start : start + high]):
            middle = y + CAP_HEIGHT * SIZE / 2 + index * LINE
            shown = shorten(label, ROOM, SIZE)
            found.append(Mark(left + 5.0, middle, 4.8, *look(held)))
            found.append(Text(left + 15.0, middle + CAP_HEIGHT * SIZE / 2, shown, SIZE, palette.INK))
            end = max(end, left + 15.0 + width(shown, SIZE))
    return found, end, y + high * LINE
