"""The eight symbols as outlines inside the unit disc, y downwards."""

from math import cos, pi, sin

Point = tuple[float, float]


def _ring(corners: int, radius: float, turn: float) -> tuple[Point, ...]:
    steps = [turn + 2 * pi * step / corners for step in range(corners)]
    return tuple((radius * cos(angle), radius * sin(angle)) for angle in steps)


def _star() -> tuple[Point, ...]:
    outer, inner = _ring(5, 1.0, -pi / 2), _ring(5, 0.45, -pi / 2 + pi / 5)
    return tuple(point for pair in zip(outer, inner, strict=True) for point in pair)


def _plus(arm: float, half: float) -> tuple[Point, ...]:
    quarter = ((half, -arm), (half, -half), (arm, -half))
    turns = ((1, 0), (0, 1), (-1, 0), (0, -1))
    return tuple((x * c - y * s, x * s + y * c) for c, s in turns for x, y in quarter)


CIRCLE_RADIUS = 0.9
HOLLOW = 0.2
"""Width of the outline of a hollow mark, in radii."""
SHAPES: dict[str, tuple[Point, ...]] = {
    "circle": (),
    "square": _ring(4, 1.0, pi / 4),
    "triangle-up": ((0.0, -0.85), (0.76, 0.65), (-0.76, 0.65)),
    "diamond": ((0.0, -1.0), (0.7, 0.0), (0.0, 1.0), (-0.7, 0.0)),
    "hexagon": _ring(6, 0.95, 0.0),
    "triangle-down": ((0.0, 0.85), (-0.76, -0.65), (0.76, -0.65)),
    "plus": _plus(0.88, 0.32),
    "star": _star(),
}
"""Corners per shape; the circle has none and the radius `CIRCLE_RADIUS`. Areas are of one order, so none shouts."""


def scaled(shape: str, x: float, y: float, radius: float) -> tuple[Point, ...]:
    """The corners of a shape on the page, in points."""
    return tuple((x + radius * dx, y + radius * dy) for dx, dy in SHAPES[shape])
