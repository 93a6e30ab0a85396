"""A picture as a value: exact geometry in points (1/72 inch), origin at the top left, y downwards."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

Weight: TypeAlias = Literal["regular", "semibold", "bold"]
Anchor: TypeAlias = Literal["start", "middle", "end"]


@dataclass(frozen=True, slots=True)
class Circle:
    """A circle; `fill` and `stroke` are `#rrggbb` or None."""

    x: float
    y: float
    radius: float
    fill: str | None = None
    stroke: str | None = None
    width: float = 0.0


@dataclass(frozen=True, slots=True)
class Arc:
    """Part of a circle from angle `start` to `end` in radians; y points down, so growing angles turn clockwise."""

    x: float
    y: float
    radius: float
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Path:
    """A filled area whose outline is a closed chain of arcs."""

    arcs: tuple[Arc, ...]
    fill: str


@dataclass(frozen=True, slots=True)
class Area:
    """A filled area of closed rings of corners; a ring inside another is a hole."""

    rings: tuple[tuple[tuple[float, float], ...], ...]
    fill: str
    stroke: str | None = None
    width: float = 0.0


@dataclass(frozen=True, slots=True)
class Hatch:
    """Straight strokes (x1, y1, x2, y2), already cut to the area that they fill."""

    lines: tuple[tuple[float, float, float, float], ...]
    stroke: str
    width: float


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle, with rounded corners and a dashed outline where asked for."""

    x: float
    y: float
    width: float
    height: float
    corner: float = 0.0
    fill: str | None = None
    stroke: str | None = None
    line: float = 0.0
    dash: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Mark:
    """One symbol inside the disc of `radius` around (x, y).

    Attributes:
        shape: a key of `shapes.SHAPES`; with several colours it is a disc in equal sectors, whatever this says.
        colours: the colour of each group that the symbol stands for, at least one.
        filled: False draws the outline only, on white.
    """

    x: float
    y: float
    radius: float
    shape: str
    colours: tuple[str, ...]
    filled: bool = True


@dataclass(frozen=True, slots=True)
class Text:
    """One line of text; (x, y) is its anchor on the baseline."""

    x: float
    y: float
    string: str
    size: float
    colour: str
    weight: Weight = "regular"
    anchor: Anchor = "start"


@dataclass(frozen=True, slots=True)
class Group:
    """Elements that belong together, with an id unique in the scene and a title for those who listen."""

    id: str
    title: str
    elements: "tuple[Element, ...]"


Element: TypeAlias = Circle | Path | Area | Hatch | Box | Mark | Text | Group


@dataclass(frozen=True, slots=True)
class Scene:
    """A whole picture.

    Attributes:
        name: short ASCII name; ids in the SVG begin with it.
        width: page width in points.
        height: page height in points.
        title: what the picture is called.
        alt: one or two sentences that say what it shows.
        description: everything that it shows, in words.
        language: BCP 47 code of all texts.
        metadata: Dublin Core term and value, in the order they are written.
        elements: what is painted, the first at the back.
        page: the colour of the paper, and of the inside of hollow marks.
    """

    name: str
    width: float
    height: float
    title: str
    alt: str
    description: str
    language: str
    metadata: tuple[tuple[str, str], ...]
    elements: tuple[Element, ...]
    page: str = "#ffffff"


def flat(elements: tuple[Element, ...]) -> tuple[Element, ...]:
    """The elements in painting order, with every group opened."""
    found: list[Element] = []
    for element in elements:
        found.extend(flat(element.elements) if isinstance(element, Group) else (element,))
    return tuple(found)
