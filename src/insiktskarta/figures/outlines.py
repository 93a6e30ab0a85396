"""The municipalities' outlines on the page."""

from functools import cache
from math import sqrt

from insiktskarta.figures._sweden import HIGH, OUTLINES
from insiktskarta.model.swedish import slug

_SAME = {"0305": "habo-uppsala", "0643": "habo-jonkoping"}
"""Slugs that say the county too, since the names differ by a ring alone."""

Ring = tuple[tuple[float, float], ...]


@cache
def rings(code: str, height: float) -> tuple[Ring, ...]:
    """The rings of a municipality, the country being `height` points high with its upper left corner at (0, 0)."""
    scale = height / HIGH
    return tuple(
        tuple(
            (int(x) * scale, int(y) * scale) for x, _, y in (point.partition(",") for point in ring.split())
        )
        for ring in OUTLINES[code][1].split("|")
    )


def middle(code: str, height: float) -> tuple[float, float]:
    """The centre of gravity of a municipality's largest ring."""
    ring = max(rings(code, height), key=lambda each: abs(_area(each)))
    area = _area(ring)
    pairs = list(zip(ring, (*ring[1:], ring[0]), strict=True))
    x = sum((x1 + x2) * (x1 * y2 - x2 * y1) for (x1, y1), (x2, y2) in pairs) / (6 * area)
    y = sum((y1 + y2) * (x1 * y2 - x2 * y1) for (x1, y1), (x2, y2) in pairs) / (6 * area)
    return x, y


def hatching(shape: tuple[Ring, ...], gap: float) -> tuple[tuple[float, float, float, float], ...]:
    """Rising diagonals `gap` points apart, cut at the edges of rings, holes left out: (x1, y1, x2, y2) each."""
    edges = [(*start, *end) for ring in shape for start, end in zip(ring, (*ring[1:], ring[0]), strict=True)]
    step = gap * sqrt(2)
    low, high = min(x + y for x, y, _, _ in edges), max(x + y for x, y, _, _ in edges)
    lines = []
    for index in range(int(low // step) + 1, int(high // step) + 1):
        level = index * step  # x + y along a rising diagonal
        crossings = sorted(filter(None, (_crossing(edge, level) for edge in edges)))
        lines += [
            (*start, *end) for start, end in zip(crossings[::2], crossings[1::2], strict=True) if start != end
        ]
    return tuple(lines)


def _crossing(edge: tuple[float, float, float, float], level: float) -> tuple[float, float] | None:
    """Where an edge crosses the diagonal x + y = `level`; its last corner is not counted in."""
    x1, y1, x2, y2 = edge
    first, last = x1 + y1 - level, x2 + y2 - level
    if (first < 0) == (last < 0):
        return None
    share = first / (first - last)
    return x1 + share * (x2 - x1), y1 + share * (y2 - y1)


def _area(ring: Ring) -> float:
    pairs = zip(ring, (*ring[1:], ring[0]), strict=True)
    return sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairs) / 2


@cache
def codes() -> dict[str, str]:
    """Code and slug of every municipality to its code."""
    return {key: code for code, (name, _) in OUTLINES.items() for key in (code, _SAME.get(code, slug(name)))}
