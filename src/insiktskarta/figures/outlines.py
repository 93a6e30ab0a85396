"""The municipalities' outlines on the page."""

from functools import cache

from insiktskarta.figures._sweden import HIGH, OUTLINES
from insiktskarta.model.swedish import slug

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


def _area(ring: Ring) -> float:
    pairs = zip(ring, (*ring[1:], ring[0]), strict=True)
    return sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairs) / 2


@cache
def codes() -> dict[str, str]:
    """Code and slug of every municipality to its code."""
    return {key: code for code, (name, _) in OUTLINES.items() for key in (code, slug(name))}
