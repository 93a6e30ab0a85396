"""Made-up tables, and a reader of drawn maps that shares no constant with the code that draws them."""

import random
import re
from collections import Counter
from dataclasses import dataclass
from itertools import groupby
from math import dist
from typing import Any
from xml.etree import ElementTree as ET

from insiktskarta.tables.perspective_regions import Group, Mark, Perspective, PerspectiveRegions, Provenance

CIRCLES = (
    Perspective("a", "Har eller har haft insatser", "insatser"),
    Perspective("b", "Riskgrupp", "riskgrupp"),
    Perspective("c", "Invånare i allmänhet", "invånare"),
)
GROUPS = tuple(
    Group(name, name)
    for name in ["barn", "unga", "vuxna", "äldre", "föräldrar", "anhöriga", "personal", "övriga"]
)
WHERE = Provenance(("Exempelköping",), "", "2025-03-14", "a1b2c3d", "insiktskarta 0.1")
EVERYWHERE = ((0,), (1,), (2,), (0, 1), (0, 2), (1, 2), (0, 1, 2), ())
NUMBER = r"-?\d+(?:\.\d+)?"
Region = tuple[int, ...]


def table(
    marks: list[tuple[Region, Region]], groups: tuple[Group, ...] = GROUPS, **changed: Any
) -> PerspectiveRegions:
    """A table of (region, groups) pairs."""
    found = [Mark(f"x/{n}", f"Rubrik {n}", region, held) for n, (region, held) in enumerate(sorted(marks))]
    values = {
        "title": "Insikter om Exempelköping",
        "perspectives": CIRCLES,
        "groups": groups,
        "marks": tuple(found),
    }
    return PerspectiveRegions(**{**values, "provenance": WHERE, **changed})


def mixed(
    count: int,
    *,
    several: float = 0.0,
    seed: int = 7,
    weights: tuple[int, ...] = (30, 18, 24, 12, 0, 7, 5, 3),
) -> PerspectiveRegions:
    """A table of `count` records, region (insatser + invånare) left empty, some with several groups."""
    chance = random.Random(seed)  # noqa: S311 - a made-up table
    marks = []
    for _ in range(count):
        held = {chance.choices(range(8), (17, 27, 22, 9, 14, 0, 7, 4))[0]}
        while chance.random() < several:
            held.add(chance.randrange(8))
        marks.append((chance.choices(EVERYWHERE, weights)[0], tuple(sorted(held))))
    return table(marks)


@dataclass(frozen=True)
class Drawn:
    """A mark as it was found: middle and radius of its extent, colours in order, and whether it is filled."""

    x: float
    y: float
    radius: float
    colours: tuple[str, ...]
    filled: bool


def root(document: str) -> ET.Element:
    """The SVG without its name space."""
    return ET.fromstring(re.sub(r' xmlns="[^"]+"', "", document, count=1).encode())  # noqa: S314 - our own


def circles(svg: ET.Element) -> list[tuple[float, float, float]]:
    """The three outlines: x, y, radius, in the order of the table (upper left, upper right, below)."""
    found = [(float(c.get("cx", 0)), float(c.get("cy", 0)), float(c.get("r", 0))) for c in svg.iter("circle")]
    big = sorted(found, key=lambda circle: -circle[2])[:3]
    return sorted(big, key=lambda circle: (round(circle[1]), circle[0]))


def _read(
    shape: ET.Element,
) -> tuple[tuple[float, float], float, str, bool, tuple[float, float] | None]:
    filled = shape.get("fill") != "#ffffff"
    colour = shape.get("fill" if filled else "stroke", "")
    edge = float(shape.get("stroke-width", 0)) / 2
    if shape.tag == "circle":
        middle = float(shape.get("cx", 0)), float(shape.get("cy", 0))
        return middle, float(shape.get("r", 0)) + edge, colour, filled, None
    path = shape.get("d", "")
    arc = re.match(rf"M({NUMBER}) ({NUMBER})A({NUMBER}) .*?L({NUMBER}) ({NUMBER})Z", path)
    if arc:
        middle = float(arc[4]), float(arc[5])
        return middle, float(arc[3]) + edge, colour, filled, middle
    half = re.fullmatch(rf"M({NUMBER}) ({NUMBER})A({NUMBER}) {NUMBER} 0 \d 1 ({NUMBER}) ({NUMBER})Z", path)
    if half:
        middle = (float(half[1]) + float(half[4])) / 2, (float(half[2]) + float(half[5])) / 2
        return middle, float(half[3]) + edge, colour, filled, middle
    corners = [(float(x), float(y)) for x, y in re.findall(rf"({NUMBER}) ({NUMBER})", path)]
    xs, ys = [x for x, _ in corners], [y for _, y in corners]
    middle = (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2
    return middle, max(dist(middle, corner) for corner in corners) + edge, colour, filled, None


def marks(svg: ET.Element) -> list[Drawn]:
    """All marks on the map itself, sectors of one disc put together."""
    shapes = []
    for group in svg.iter("g"):
        if re.search(r"region-\w+-group", group.get("id", "")):
            shapes += [_read(shape) for shape in group if shape.tag in {"circle", "path"}]
    found = []
    for number, (_, parts) in enumerate(groupby(enumerate(shapes), key=lambda part: part[1][4] or part[0])):
        held = [part for _, part in parts]
        assert number >= 0
        middle, radius, _, filled, _ = held[0]
        found.append(Drawn(*middle, radius, tuple(part[2] for part in held), filled))
    return found


def legend(svg: ET.Element) -> list[str]:
    """The colour of each group, by its place in the legend."""
    rows = [group for group in svg.iter("g") if "legend-group" in group.get("id", "")]
    return [next(shape.get("fill", "") for shape in row if shape.tag in {"circle", "path"}) for row in rows]


def where(mark: Drawn, drawn: list[tuple[float, float, float]]) -> Region:
    """The region that the whole extent of a mark lies in; fails where it lies across an edge."""
    inside = []
    for index, (x, y, radius) in enumerate(drawn):
        away = dist((mark.x, mark.y), (x, y))
        assert away + mark.radius <= radius or away - mark.radius >= radius, "a mark lies across a circle"
        if away < radius:
            inside.append(index)
    return tuple(inside)


def counted(source: PerspectiveRegions) -> Counter[tuple[Region, Region]]:
    """What the data says: records by region and groups."""
    return Counter((mark.region, mark.groups) for mark in source.marks)


def boxes(svg: ET.Element) -> list[tuple[float, float, float, float, str]]:
    """Left, top, right, bottom and string of every text, by the length and size that the document states."""
    found = []
    for text in svg.iter("text"):
        x, y, size, long = (float(text.get(name, 0)) for name in ("x", "y", "font-size", "textLength"))
        left = x - long * {"start": 0.0, "middle": 0.5, "end": 1.0}[text.get("text-anchor", "start")]
        found.append((left, y - 0.72 * size, left + long, y + 0.21 * size, text.text or ""))
    return found
