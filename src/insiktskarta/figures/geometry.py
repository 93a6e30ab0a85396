"""Three equal circles and their seven regions: exact tests, no polygon library.

A disc of radius r lies in a region iff |p - c| <= R - r for the circles that the region is in and >= R + r for the others.
"""

from dataclasses import dataclass
from functools import cache
from math import acos, atan2, cos, dist, hypot, inf, pi, sin, sqrt

from insiktskarta.figures.scene import Arc

Region = tuple[int, ...]
Span = tuple[float, float]
DISTANCE = 1.10
"""Distance between centres in radii: single, pair and triple regions then have the areas in `AREA`."""
AREA = {1: 1.566, 2: 0.518, 3: 0.540}


@dataclass(frozen=True, slots=True)
class Venn:
    """Three circles and the corner beside them for records that are in none.

    Attributes:
        radius: of all circles, in points.
        centres: upper left, upper right, below.
        corner: left, top, right, bottom of the rectangle whose part outside the circles is the region `()`.
    """

    radius: float
    centres: tuple[tuple[float, float], ...]
    corner: tuple[float, float, float, float]


def venn(x: float, y: float, radius: float, corner: tuple[float, float, float, float]) -> Venn:
    """Circles whose common centre of gravity is (x, y)."""
    reach = DISTANCE * radius / sqrt(3)
    turns = (-5 * pi / 6, -pi / 6, pi / 2)
    return Venn(radius, tuple((x + reach * cos(t), y + reach * sin(t)) for t in turns), corner)


def spans(layout: Venn, region: Region, rows: Span, room: float) -> list[Span]:
    """Where, between the heights `rows` (top, bottom), points keep `room` from every edge of the region.

    With top = bottom = y and room = r these are the centres of discs of radius r on that row; with a rectangle's
    top and bottom they are its possible left and right edges.
    """
    top, bottom = rows
    left, right, holes = -inf, inf, []
    for index, (x, y) in enumerate(layout.centres):
        if index in region:
            reach = layout.radius - room
            far = max(abs(top - y), abs(bottom - y))
            if far >= reach:
                return []
            half = sqrt(reach * reach - far * far)
            left, right = max(left, x - half), min(right, x + half)
        else:
            reach = layout.radius + room
            near = max(top - y, y - bottom, 0.0)
            if near < reach:
                half = sqrt(reach * reach - near * near)
                holes.append((x - half, x + half))
    if not region:
        low, ceiling, high, floor = layout.corner
        if top - room < ceiling or bottom + room > floor:
            return []
        left, right = low + room, high - room
    return _without(left, right, holes)


def _without(left: float, right: float, holes: list[Span]) -> list[Span]:
    parts = []
    for start, end in sorted(holes):
        if start > left:
            parts.append((left, min(start, right)))
        left = max(left, end)
    parts.append((left, right))
    return [(start, end) for start, end in parts if end > start]


def clearance(layout: Venn, region: Region, x: float, y: float) -> float:
    """Radius of the largest disc around (x, y) inside the region; negative outside it."""
    least = inf
    for index, (cx, cy) in enumerate(layout.centres):
        reach = layout.radius - hypot(x - cx, y - cy)
        least = min(least, reach if index in region else -reach)
    if not region:
        left, top, right, bottom = layout.corner
        least = min(least, x - left, y - top, right - x, bottom - y)
    return least


@cache
def pole(layout: Venn, region: Region) -> tuple[float, float]:
    """The point of the region that is farthest from its edges, where its content is centred."""
    cx, cy = (sum(centre[axis] for centre in layout.centres) / 3 for axis in (0, 1))
    best = (cx, cy)
    if not region:
        best = (layout.corner[0] + layout.corner[2]) / 2, (layout.corner[1] + layout.corner[3]) / 2
    step = layout.radius
    while step > layout.radius / 1000:
        tries = [(best[0] + dx * step, best[1] + dy * step) for dx in range(-4, 5) for dy in range(-4, 5)]
        best = max(tries, key=lambda point: round(clearance(layout, region, *point), 9))
        step /= 3
    return best


def outline(layout: Venn, region: Region) -> tuple[Arc, ...]:
    """The edge of one of the seven regions as a closed chain of arcs."""
    pieces = [arc for circle in range(3) for arc in _pieces(layout, circle, region)]
    chain = [pieces.pop(0)]
    while pieces:
        at = _point(chain[-1], chain[-1].end)
        nearest = min(
            pieces, key=lambda arc: min(dist(at, _point(arc, arc.start)), dist(at, _point(arc, arc.end)))
        )
        pieces.remove(nearest)
        if dist(at, _point(nearest, nearest.end)) < dist(at, _point(nearest, nearest.start)):
            nearest = Arc(nearest.x, nearest.y, nearest.radius, nearest.end, nearest.start)
        chain.append(nearest)
    return tuple(chain)


def _point(arc: Arc, angle: float) -> tuple[float, float]:
    return arc.x + arc.radius * cos(angle), arc.y + arc.radius * sin(angle)


def _pieces(layout: Venn, circle: int, region: Region) -> list[Arc]:
    """The parts of one circle, between its crossings with the others, that bound the region."""
    x, y = layout.centres[circle]
    others = [index for index in range(3) if index != circle]
    angles = []
    for other in others:
        ox, oy = layout.centres[other]
        towards, half = atan2(oy - y, ox - x), acos(hypot(ox - x, oy - y) / (2 * layout.radius))
        angles += [(towards - half) % (2 * pi), (towards + half) % (2 * pi)]
    angles.sort()
    found = []
    for start, end in zip(angles, [*angles[1:], angles[0] + 2 * pi], strict=True):
        arc = Arc(x, y, layout.radius, start, end)
        middle = _point(arc, (start + end) / 2)
        within = [index for index in others if dist(middle, layout.centres[index]) < layout.radius]
        if within == [index for index in region if index != circle]:
            found.append(arc)
    return found


def hatching(layout: Venn, region: Region, gap: float) -> tuple[tuple[float, float, float, float], ...]:
    """Rising diagonals `gap` points apart, cut exactly at the edges of the region: (x1, y1, x2, y2) each."""
    turned = [((x - y) / sqrt(2), (x + y) / sqrt(2)) for x, y in layout.centres]
    flat = Venn(layout.radius, tuple(turned), layout.corner)
    low = min(y for _, y in turned) - layout.radius
    lines = []
    for step in range(1, int((max(y for _, y in turned) + layout.radius - low) / gap) + 1):
        v = low + step * gap
        for start, end in spans(flat, region, (v, v), 0.0):
            lines.append(tuple(part / sqrt(2) for part in (start + v, v - start, end + v, v - end)))
    return tuple((x1, y1, x2, y2) for x1, y1, x2, y2 in lines)
