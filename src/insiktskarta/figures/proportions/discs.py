"""Any three circles and their regions, exactly: edges as arcs, areas by Green's theorem, chords on rows.

Circles may touch, lie in one another, coincide or be missing (radius 0); a region may have several parts and holes.
"""

from dataclasses import dataclass
from math import acos, atan2, ceil, cos, dist, hypot, inf, pi, sin, sqrt

from insiktskarta.figures.geometry import Region, Span
from insiktskarta.figures.scene import Arc

Circle = tuple[float, float, float]
Circles = tuple[Circle, ...]
Ring = tuple[tuple[float, float], ...]
_SAME = 1e-7
_STEP = pi / 120


@dataclass(frozen=True, slots=True)
class Edge:
    """A part of a circle that bounds a region; the region lies at the same hand along all its edges."""

    arc: Arc

    def point(self, *, last: bool) -> tuple[float, float]:
        """Its first or last point."""
        angle = self.arc.end if last else self.arc.start
        return self.arc.x + self.arc.radius * cos(angle), self.arc.y + self.arc.radius * sin(angle)


def edges(circles: Circles, region: Region) -> list[Edge]:
    """The edges of a region (indices of the circles that it lies in); none where there is no such region."""
    first = [_first(circles, index) for index in range(len(circles))]
    apart = any(
        (first[index] in region) != (index in region) for index in range(len(circles)) if circles[index][2]
    )
    if apart or any(not circles[index][2] for index in region):
        return []
    kept = [index for index in range(len(circles)) if first[index] == index and circles[index][2]]
    found = []
    for index in kept:
        x, y, radius = circles[index]
        others = [other for other in kept if other != index]
        angles = _crossings(circles, index, others)
        for start, end in zip(angles, [*angles[1:], angles[0] + 2 * pi], strict=True):
            middle = x + radius * cos((start + end) / 2), y + radius * sin((start + end) / 2)
            within = {other for other in others if _holds(circles[other], circles[index], middle)}
            if end > start and within == {other for other in others if other in region}:
                turned = (start, end) if index in region else (end, start)
                found.append(Edge(Arc(x, y, radius, *turned)))
    return found


def _holds(circle: Circle, other: Circle, point: tuple[float, float]) -> bool:
    """Whether a circle holds that part of another one around a point of it, which is cut where the two cross.

    Of circles that only touch, the point may be where they do, and says nothing.
    """
    (x, y, radius), (u, v, reach) = circle, other
    far = hypot(u - x, v - y)
    if far <= abs(radius - reach):
        return reach < radius
    return far < radius + reach and dist(point, (x, y)) < radius


def _first(circles: Circles, index: int) -> int:
    """The first circle that coincides with this one, which stands for both."""
    reach = _SAME * max(radius for _, _, radius in circles)
    return next(
        other
        for other in range(index + 1)
        if all(abs(a - b) <= reach for a, b in zip(circles[other], circles[index], strict=True))
    )


def _crossings(circles: Circles, index: int, others: list[int]) -> list[float]:
    """The angles, 0 to 2π, at which other circles cross a circle; one of no meaning where none does."""
    x, y, radius = circles[index]
    angles = []
    for other in others:
        ox, oy, reach = circles[other]
        far = hypot(ox - x, oy - y)
        if abs(radius - reach) < far < radius + reach:
            cosine = (far * far + radius * radius - reach * reach) / (2 * far * radius)
            towards, half = atan2(oy - y, ox - x), acos(min(max(cosine, -1.0), 1.0))
            angles += [(towards - half) % (2 * pi), (towards + half) % (2 * pi)]
    return sorted(angles) or [0.0]


def area(circles: Circles, region: Region) -> float:
    """The area of a region, by an integral along its edges."""
    total = 0.0
    for edge in edges(circles, region):
        a, b, r = edge.arc.start, edge.arc.end, edge.arc.radius
        total += r * r * (b - a) + r * edge.arc.x * (sin(b) - sin(a)) - r * edge.arc.y * (cos(b) - cos(a))
    return max(total / 2, 0.0)


def rings(circles: Circles, region: Region) -> tuple[Ring, ...]:
    """The outlines of a region's parts and holes, as corners a degree and a half apart."""
    left, found = edges(circles, region), []
    while left:
        chain = [left.pop(0)]
        start = chain[0].point(last=False)
        while left and dist(chain[-1].point(last=True), start) > _SAME * chain[0].arc.radius:
            end = chain[-1].point(last=True)
            following = min(left, key=lambda edge: dist(edge.point(last=False), end))
            if dist(following.point(last=False), end) > dist(start, end):
                break
            left.remove(following)
            chain.append(following)
        found.append(tuple(corner for edge in chain for corner in _corners(edge.arc)))
    return tuple(found)


def _corners(arc: Arc) -> list[tuple[float, float]]:
    parts = max(ceil(abs(arc.end - arc.start) / _STEP), 1)
    turns = [arc.start + (arc.end - arc.start) * part / parts for part in range(parts)]
    return [(arc.x + arc.radius * cos(turn), arc.y + arc.radius * sin(turn)) for turn in turns]


def chords(circles: Circles, region: Region, rows: Span) -> list[Span]:
    """Where, between two heights (top, bottom), a rectangle may begin and end and lie inside the region."""
    top, bottom = rows
    left, right, holes = -inf, inf, []
    for index, (x, y, radius) in enumerate(circles):
        if index in region:
            far = max(abs(top - y), abs(bottom - y))
            if far >= radius:
                return []
            half = sqrt(radius * radius - far * far)
            left, right = max(left, x - half), min(right, x + half)
        else:
            near = max(top - y, y - bottom, 0.0)
            if near < radius:
                half = sqrt(radius * radius - near * near)
                holes.append((x - half, x + half))
    found = []
    for start, end in sorted(holes):
        if start > left:
            found.append((left, min(start, right)))
        left = max(left, end)
    found.append((left, right))
    return [(start, end) for start, end in found if end > start]


def hatching(circles: Circles, region: Region, gap: float) -> tuple[tuple[float, float, float, float], ...]:
    """Rising diagonals `gap` apart, cut at the edges of the region: (x1, y1, x2, y2) each."""
    turned = tuple(((x - y) / sqrt(2), (x + y) / sqrt(2), radius) for x, y, radius in circles)
    low = min(y - radius for _, y, radius in turned)
    high = max(y + radius for _, y, radius in turned)
    lines = []
    for step in range(1, int((high - low) / gap) + 1):
        v = low + step * gap
        for start, end in chords(turned, region, (v, v)):
            a, b, c, d = (part / sqrt(2) for part in (start + v, v - start, end + v, v - end))
            lines.append((a, b, c, d))
    return tuple(lines)
