"""Rows of equal boxes under a heading inside a region."""

from dataclasses import dataclass
from math import ceil

from insiktskarta.figures.geometry import Region, Span, Venn, pole, spans
from insiktskarta.figures.lattice import Heading

EDGE = 4.0
"""Space between a box or the heading and the edge of the region, in points."""
STEP, REACH = 1.5, 40
COLUMNS = 4
FLAT = 0.6
"""Height of an arrangement as a share of its width that pleases best."""


@dataclass(frozen=True, slots=True)
class Stack:
    """Where the heading and the upper left corners of the boxes stand, in reading order."""

    x: float
    baseline: float
    corners: tuple[tuple[float, float], ...]


def stack(
    layout: Venn, region: Region, count: int, box: tuple[float, float, float], heading: Heading
) -> Stack | None:
    """The most central of all arrangements of `count` boxes (width, height, gap), or None where none fits."""
    found = []
    for columns in range(1, min(count, COLUMNS) + 1):
        place = _place(layout, region, _rows(count, columns), box, heading)
        if place:
            found.append((place[0], columns, *place[1:]))
    if not found:
        return None
    _, columns, x, top = min(found)
    wide, high, gap = box
    corners = tuple(
        (x + (column - held / 2) * (wide + gap) + gap / 2, top + heading.height + row * (high + gap))
        for row, held in enumerate(_rows(count, columns))
        for column in range(held)
    )
    return Stack(x, top + heading.height - heading.below, corners)


def _rows(count: int, columns: int) -> list[int]:
    """Boxes a row: as even as they can be, the longer rows first."""
    rows = ceil(count / columns)
    return [count // rows + (index < count % rows) for index in range(rows)]


def _place(
    layout: Venn, region: Region, rows: list[int], box: tuple[float, float, float], heading: Heading
) -> tuple[float, float, float] | None:
    """Cost, middle and top of the most central height at which heading and rows stay inside the region."""
    x, y = pole(layout, region)
    wide, high, gap = box
    tall = heading.height + len(rows) * (high + gap) - gap
    shape = abs(len(rows) * (high + gap) - FLAT * max(rows) * (wide + gap)) / 4
    for index in sorted(range(-REACH, REACH + 1), key=abs):
        top = y - tall / 2 + index * STEP
        needs = [(top, top + heading.height - heading.below, heading.width)]
        for row, held in enumerate(rows):
            start = top + heading.height + row * (high + gap)
            needs.append((start, start + high, held * (wide + gap) - gap))
        middle = _middle(layout, region, needs, x)
        if middle is not None:
            return abs(index) * STEP + abs(middle - x) + shape, middle, top
    return None


def _middle(layout: Venn, region: Region, needs: list[tuple[float, float, float]], x: float) -> float | None:
    """The common middle of lines (top, bottom, width) that is nearest to x, or None where they have none."""
    common: list[Span] = [(-1e9, 1e9)]
    for top, bottom, width in needs:
        free = [
            (start + width / 2, end - width / 2) for start, end in spans(layout, region, (top, bottom), EDGE)
        ]
        common = [
            (max(low, start), min(high, end))
            for low, high in common
            for start, end in free
            if max(low, start) <= min(high, end)
        ]
    tries = [min(max(x, low), high) for low, high in common]
    return min(tries, key=lambda middle: abs(middle - x), default=None)
