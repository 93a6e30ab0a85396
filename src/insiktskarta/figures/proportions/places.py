"""Where the names of circles and the numbers of regions stand: in the region, or outside at the end of a line."""

from dataclasses import dataclass, field
from math import cos, dist, hypot, pi, sin

from insiktskarta.figures.geometry import Region
from insiktskarta.figures.proportions.discs import Circles, chords

Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""
Point = tuple[float, float]
_TURNS, _NEAR, _STEP, _AIR = 72, 5.0, 3.0, 4.0
_ROWS = 60


@dataclass
class Paper:
    """A drawing area with circles on it, and what stands there already.

    Attributes:
        edge: what nothing may reach beyond.
        circles: that no text outside of them may touch.
        taken: the boxes of the texts so far.
        lines: the lines that lead to them.
    """

    edge: Box
    circles: Circles
    taken: list[Box] = field(default_factory=list)
    lines: list[tuple[Point, Point]] = field(default_factory=list)

    def free(self, box: Box) -> bool:
        """Whether a box lies on the paper, outside of all circles, and over nothing."""
        left, top, right, bottom = box
        if left < self.edge[0] or top < self.edge[1] or right > self.edge[2] or bottom > self.edge[3]:
            return False
        for x, y, radius in self.circles:
            away = hypot(max(left - x, x - right, 0.0), max(top - y, y - bottom, 0.0))
            if radius and away < radius + _AIR:
                return False
        return not any(_touch(box, other) for other in self.taken) and not any(
            _crosses(line, box) for line in self.lines
        )

    def clear(self, line: tuple[Point, Point]) -> bool:
        """Whether a line runs over no text."""
        return not any(_crosses(line, box) for box in self.taken)


def _touch(one: Box, other: Box) -> bool:
    return (
        one[0] < other[2] + _AIR
        and other[0] < one[2] + _AIR
        and one[1] < other[3] + _AIR
        and other[1] < one[3] + _AIR
    )


def _crosses(line: tuple[Point, Point], box: Box) -> bool:
    (ax, ay), (bx, by) = line
    parts = max(int(dist(*line) / 2), 1)
    points = ((ax + (bx - ax) * part / parts, ay + (by - ay) * part / parts) for part in range(parts + 1))
    return any(box[0] - 2 < x < box[2] + 2 and box[1] - 2 < y < box[3] + 2 for x, y in points)


def beside(paper: Paper, index: int, size: tuple[float, float]) -> tuple[Box, Point] | None:
    """A place outside for the name of a circle, and the point of its edge that it belongs to; None where none is free.

    Best is near to a part of the edge that is not inside another circle, above or below, and away from the others.
    """
    x, y, radius = paper.circles[index]
    others = [each for other, each in enumerate(paper.circles) if other != index and each[2]]
    best: tuple[float, Box, Point] | None = None
    for turn in range(_TURNS):
        angle = 2 * pi * turn / _TURNS
        point = x + radius * cos(angle), y + radius * sin(angle)
        hidden = any(dist(point, other[:2]) < other[2] for other in others)
        found = _outward(paper, point, angle, size, reserve=hidden)
        if found is None:
            continue
        box, far = found
        nearest = min((dist(point, other[:2]) - other[2] for other in others), default=0.0)
        cost = 2 * far - min(nearest, 60.0) * 0.8 - abs(sin(angle)) * 24 + (400 if hidden else 0)
        if best is None or cost < best[0]:
            best = cost, box, point
    return best and best[1:]


def outside(paper: Paper, point: Point, size: tuple[float, float]) -> Box | None:
    """The nearest free box to a point of a region; None where there is none."""
    best: tuple[float, Box] | None = None
    for turn in range(_TURNS):
        found = _outward(paper, point, 2 * pi * turn / _TURNS, size, reserve=True)
        if found is not None and (best is None or found[1] < best[0]):
            best = found[1], found[0]
    return best and best[1]


def _outward(
    paper: Paper, point: Point, angle: float, size: tuple[float, float], *, reserve: bool
) -> tuple[Box, float] | None:
    """The first free box on the way out from a point, and how far; with `reserve` also its line must be free."""
    wide, high = size
    reach = (abs(cos(angle)) * wide + abs(sin(angle)) * high) / 2
    far = _NEAR
    while far < 420.0:  # noqa: PLR2004 - wider than any paper
        middle = point[0] + (far + reach) * cos(angle), point[1] + (far + reach) * sin(angle)
        box = (middle[0] - wide / 2, middle[1] - high / 2, middle[0] + wide / 2, middle[1] + high / 2)
        if paper.free(box):
            free = not reserve or paper.clear((point, end_of(box, point)))
            return (box, far) if free else None
        far += _STEP
    return None


def end_of(box: Box, point: Point) -> Point:
    """The point of a box that a line from outside ends at."""
    return min(max(point[0], box[0] - 1), box[2] + 1), min(max(point[1], box[1] - 1), box[3] + 1)


def inside(circles: Circles, region: Region, size: tuple[float, float]) -> Point | None:
    """The middle of a box of this size that lies in a region, as far from its edges as may be; None where none fits."""
    wide, high = size
    top = max((circles[index][1] - circles[index][2] for index in region), default=0.0)
    bottom = min((circles[index][1] + circles[index][2] for index in region), default=0.0)
    best: tuple[float, Point] | None = None
    for row in range(_ROWS + 1):
        y = top + (bottom - top) * row / _ROWS
        for start, end in chords(circles, region, (y - high / 2, y + high / 2)):
            if end - start >= wide:
                x = (start + end) / 2
                room = min(end - start - wide, 2 * _air(circles, region, (x, y)))
                if best is None or room > best[0]:
                    best = room, (x, y)
    return best and best[1]


def _air(circles: Circles, region: Region, point: Point) -> float:
    return min(
        (radius - dist(point, (x, y))) * (1 if index in region else -1)
        for index, (x, y, radius) in enumerate(circles)
        if radius
    )
