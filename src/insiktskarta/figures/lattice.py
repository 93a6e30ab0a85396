"""Discs of one size packed hexagonally into a region, under the region's heading."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import hypot, sqrt

from insiktskarta.figures.geometry import Region, Venn, pole, spans
from insiktskarta.figures.metrics import CAP_HEIGHT
from insiktskarta.figures.scene import Circle

GAP = 0.30
"""Space between neighbouring discs, in radii."""
EDGE = 3.0
"""Space between a disc and the edge of its region, in points."""
PHASES = 4
CANDIDATES = 3
STRETCH = 1.15
"""How much farther a step down counts than a step aside: heaps become a little wider than high."""


@dataclass(frozen=True, slots=True)
class Heading:
    """Room that a heading takes above its cluster: width and size of its line in points, and the space below it."""

    width: float
    size: float
    below: float = 5.0

    @property
    def height(self) -> float:
        """From the top of its capitals to the first mark."""
        return self.size * CAP_HEIGHT + self.below


@dataclass(frozen=True, slots=True)
class Cluster:
    """Where a region's heading and marks stand: the heading's middle and baseline, and the discs in reading order."""

    x: float
    baseline: float
    discs: tuple[Circle, ...]


@dataclass(frozen=True, slots=True)
class _Row:
    y: float
    xs: tuple[float, ...]
    split: bool


def cluster(layout: Venn, region: Region, count: int, radius: float, heading: Heading) -> Cluster | None:
    """The most compact of several lattices around the region's pole, or None where `count` discs do not fit."""
    best: tuple[float, float, float, list[tuple[float, float]]] | None = None
    for rows in _lattices(layout, region, radius):
        for top in _tops(layout, region, rows, count, radius, heading):
            cost, chosen = _chosen(layout, region, rows[top:], count, radius, heading)
            first = min(y for _, y in chosen) - radius
            x = _middle(layout, region, first, heading)
            if x is not None and (best is None or cost < best[0]):
                best = cost, x, first, chosen
    if best is None:
        return None
    _, x, first, chosen = best
    discs = sorted(chosen, key=lambda point: (point[1], point[0]))
    return Cluster(x, first - heading.below, tuple(Circle(px, py, radius) for px, py in discs))


def _lattices(layout: Venn, region: Region, radius: float) -> Iterator[list[_Row]]:
    """The rows of the region for each offset of the lattice: several heights, and both sides of the axis."""
    x, y = pole(layout, region)
    pitch = radius * (2 + GAP)
    step = pitch * sqrt(3) / 2
    reach = int(layout.radius * 1.6 / step)
    for phase in range(PHASES):
        heights = [y + (index + phase / PHASES) * step for index in range(-reach, reach + 1)]
        found = [
            (index, height, spans(layout, region, (height, height), radius + EDGE))
            for index, height in enumerate(heights)
        ]
        for side in (0, 1):
            rows = [
                _row(height, parts, x + (pitch / 2 if (index + side) % 2 else 0.0), pitch)
                for index, height, parts in found
            ]
            yield [row for row in rows if row.xs]


def _row(y: float, parts: list[tuple[float, float]], origin: float, pitch: float) -> _Row:
    xs = [
        origin + column * pitch
        for start, end in parts
        for column in range(-int((origin - start) // pitch), int((end - origin) // pitch) + 1)
    ]
    return _Row(y, tuple(xs), len(parts) > 1)


def _tops(
    layout: Venn, region: Region, rows: list[_Row], count: int, radius: float, heading: Heading
) -> list[int]:
    """First rows that leave room for the heading above and all discs below: the `CANDIDATES` best, and the highest."""
    _, middle = pole(layout, region)
    ideal = middle + heading.height / 2 + radius - _height(count, radius) / 2
    left, possible = 0, []
    for index in range(len(rows) - 1, -1, -1):
        left += len(rows[index].xs)
        if left >= count:
            possible.append(index)
    clear = [
        index for index in possible if _middle(layout, region, rows[index].y - radius, heading) is not None
    ]
    nearest = sorted(clear, key=lambda index: abs(rows[index].y - ideal))[:CANDIDATES]
    return sorted({*nearest, *clear[-1:]})


def _middle(layout: Venn, region: Region, bottom: float, heading: Heading) -> float | None:
    """The middle, nearest to the pole's, of a heading whose marks start at height `bottom`; None where it does not fit."""
    x, half = pole(layout, region)[0], heading.width / 2
    rows = (bottom - heading.height, bottom - heading.below)
    free = [
        (start + half, end - half)
        for start, end in spans(layout, region, rows, EDGE)
        if end - start >= 2 * half
    ]
    return min(
        (min(max(x, low), high) for low, high in free), key=lambda middle: abs(middle - x), default=None
    )


def _height(count: int, radius: float) -> float:
    """Height of a heap of discs that is a little wider than high."""
    return 2 * radius + (max(round(sqrt(0.9 * count)), 1) - 1) * radius * (2 + GAP) * sqrt(3) / 2


def _chosen(
    layout: Venn, region: Region, rows: list[_Row], count: int, radius: float, heading: Heading
) -> tuple[float, list[tuple[float, float]]]:
    """The `count` places nearest to the middle of a heap below the first row, and what there is to say against them."""
    x, middle = pole(layout, region)
    centre = rows[0].y - radius + _height(count, radius) / 2
    far = 2 * layout.radius
    places = sorted(
        (hypot(px - x, STRETCH * (row.y - centre)) + (far if row.split else 0.0), row.y, px)
        for row in rows
        for px in row.xs
    )[:count]
    spread = sum(distance for distance, _, _ in places) / count
    lean = abs(sum(px - x for _, _, px in places)) / count
    high, low = min(py for _, py, _ in places) - heading.height, max(py for _, py, _ in places)
    return spread + lean + abs((high + low) / 2 - middle) / 2, [(px, py) for _, py, px in places]
