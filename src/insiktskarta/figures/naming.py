"""How every picture names counts, regions and long lists."""

from insiktskarta.figures.geometry import Region
from insiktskarta.figures.metrics import shorten, width, wrap
from insiktskarta.model.language import Language
from insiktskarta.tables.perspective_regions import Perspective

SMALLER = 1.5
"""Points that a name in two lines is smaller than one in one line."""


def region_name(perspectives: tuple[Perspective, ...], where: Region, language: Language) -> str:
    """`only risk group`, `clients + residents`, `all three`, `outside the circles`."""
    names = [perspectives[index].short for index in where]
    if len(names) == len(perspectives):
        return language.text("all three")
    if len(names) == 1:
        return language.text("only {perspective}", perspective=names[0])
    return " + ".join(names) or language.text("outside the circles")


def in_lines(label: str, room: float, size: float) -> tuple[list[str], float]:
    """A name in one line, or in two smaller ones of which the last may be cut, and its size."""
    if width(label, size) <= room:
        return [label], size
    size -= SMALLER
    first, *rest = wrap(label, room, size)
    return [first, *([shorten(" ".join(rest), room, size)] if rest else [])], size


def some(names: list[str], most: int, language: Language) -> str:
    """The first names, and how many more there are."""
    if len(names) <= most:
        return ", ".join(names)
    more = language.plural("and {n} more", "and {n} more", len(names) - most)
    return f"{', '.join(names[:most])} {more}"


def one_size(labels: list[str], room: float, sizes: tuple[float, ...]) -> float:
    """The first of `sizes` at which all names fit in `room` points, else the last."""
    widest = max((width(label, 1.0) for label in labels), default=0.0)
    return next((size for size in sizes if widest * size <= room), sizes[-1])
