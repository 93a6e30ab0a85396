"""The elements of a scene as paths of matplotlib, in points of the scene."""

from collections.abc import Iterable
from math import ceil, cos, pi, sin, tan

import numpy as np
from matplotlib.path import Path

from insiktskarta.figures.scene import Arc, Box, Mark
from insiktskarta.figures.shapes import CIRCLE_RADIUS, scaled

Point = tuple[float, float]
_MOVE, _LINE, _CURVE, _CLOSE = map(int, (Path.MOVETO, Path.LINETO, Path.CURVE4, Path.CLOSEPOLY))


def polygon(*rings: Iterable[Point]) -> Path:
    """Closed rings of corners in one path."""
    points: list[Point] = []
    codes: list[int] = []
    for ring in rings:
        corners = list(ring)
        points += [*corners, corners[0]]
        codes += [_MOVE, *[_LINE] * (len(corners) - 1), _CLOSE]
    return Path(points, codes)


def circle(x: float, y: float, radius: float) -> Path:
    """A whole circle."""
    return chain((Arc(x, y, radius, 0, 2 * pi),))


def chain(arcs: Iterable[Arc], *corners: Point) -> Path:
    """A closed outline of arcs joined by straight lines, and of last corners where they are given."""
    points: list[Point] = []
    codes: list[int] = []
    for arc in arcs:
        curves = _curves(arc)
        points += [
            (arc.x + arc.radius * cos(arc.start), arc.y + arc.radius * sin(arc.start)),
            *curves,
        ]
        codes += [_LINE, *[_CURVE] * len(curves)]
    points += [*corners, points[0]]
    codes += [*[_LINE] * len(corners), _CLOSE]
    return Path(points, [_MOVE, *codes[1:]])


def box(box: Box) -> Path:
    """A rectangle, its corners round where it says so."""
    left, top, right, bottom = box.x, box.y, box.x + box.width, box.y + box.height
    if not box.corner:
        return polygon(((left, top), (right, top), (right, bottom), (left, bottom)))
    r = box.corner
    places = ((right - r, bottom - r), (left + r, bottom - r), (left + r, top + r), (right - r, top + r))
    return chain(Arc(x, y, r, turn * pi / 2, (turn + 1) * pi / 2) for turn, (x, y) in enumerate(places))


def strokes(lines: Iterable[tuple[float, float, float, float]]) -> Path:
    """Separate straight lines from (x1, y1) to (x2, y2)."""
    points = [point for a, b, c, d in lines for point in ((a, b), (c, d))]
    path = Path(points, [_MOVE, _LINE] * (len(points) // 2))
    path.should_simplify = False
    return path


def marks(alike: list[Mark], inset: float, sector: int) -> Path:
    """Marks that differ in place only, or the same sector of each, in one path; `inset` leaves room for an outline."""
    one = _symbol(alike[0], inset, sector)
    places = np.array([(mark.x, mark.y) for mark in alike])
    points = (places[:, None, :] + np.asarray(one.vertices)[None, :, :]).reshape(-1, 2)
    return Path(points, np.tile(np.asarray(one.codes), len(alike)))


def _symbol(mark: Mark, inset: float, sector: int) -> Path:
    """A mark's outline, or that of one of its sectors, around (0, 0)."""
    radius, count = CIRCLE_RADIUS * mark.radius - inset, len(mark.colours)
    if count > 1:
        start, end = (pi / 2 + 2 * pi * (sector + side) / count for side in (0, 1))
        return chain((Arc(0, 0, radius, start, end),), *[(0.0, 0.0)] * mark.filled)
    if mark.shape == "circle":
        return circle(0, 0, radius)
    return polygon(scaled(mark.shape, 0, 0, mark.radius - 2 * inset))


def _curves(arc: Arc) -> list[Point]:
    """Control points of cubic curves over at most an eighth of a turn, 1e-6 radii from the arc at most."""
    parts = ceil(abs(arc.end - arc.start) / (pi / 4))
    step = (arc.end - arc.start) / parts
    lever = 4 / 3 * tan(step / 4)
    found = []
    for part in range(parts):
        a, b = arc.start + part * step, arc.start + (part + 1) * step
        unit = (
            (cos(a) - lever * sin(a), sin(a) + lever * cos(a)),
            (cos(b) + lever * sin(b), sin(b) - lever * cos(b)),
            (cos(b), sin(b)),
        )
        found += [(arc.x + arc.radius * x, arc.y + arc.radius * y) for x, y in unit]
    return found
