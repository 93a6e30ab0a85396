"""A scene drawn by any renderer of matplotlib: a run of marks is one path, and no figure, axes or artist is set up."""

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import groupby
from typing import TYPE_CHECKING, Any, NamedTuple

import matplotlib as mpl
from matplotlib.colors import to_rgba
from matplotlib.font_manager import FontProperties

from insiktskarta.figures.metrics import covered, width
from insiktskarta.figures.scene import Area, Box, Circle, Element, Hatch, Mark, Path, Scene, Text, flat
from insiktskarta.figures.shapes import HOLLOW
from insiktskarta.show import paths
from insiktskarta.show.font_subset import path as font_path

if TYPE_CHECKING:
    from matplotlib.backend_bases import GraphicsContextBase, RendererBase
    from matplotlib.path import Path as Outline
    from matplotlib.transforms import Affine2D, Bbox

_BEFORE = {"start": 0.0, "middle": 0.5, "end": 1.0}
"""How much of a text stands left of its anchor."""
_SETTINGS = {"pdf.fonttype": 42, "pdf.compression": 6, "text.hinting": "no_hinting", "text.antialiased": True}


class Canvas(NamedTuple):
    """What is drawn on, and where.

    Attributes:
        renderer: of any backend of matplotlib.
        place: from points of the scene, downwards, to units of the renderer, upwards; one scale for both directions.
        clip: what nothing may reach out of, in units of the renderer; None for the page.
    """

    renderer: "RendererBase"
    place: "Affine2D"
    clip: "Bbox | None" = None

    @property
    def scale(self) -> float:
        """Points on the page in a point of the scene: renderers take line widths and type sizes in points."""
        point: Any = self.renderer.points_to_pixels(1.0)
        return abs(float(self.place.get_matrix()[0, 0])) / float(point)


class _Line(NamedTuple):
    """How an outline is drawn; lengths in points of the scene."""

    colour: str
    width: float
    dash: tuple[float, ...] = ()
    join: Any = "miter"


@contextmanager
def settled() -> Iterator[None]:
    """Matplotlib's own defaults and ours, whatever the user's settings file says."""
    with mpl.rc_context():
        settings: Any = mpl.rcParams
        dict.update(settings, mpl.rcParamsDefault)  # validated values: no need to validate them again
        settings.update(_SETTINGS)
        yield


def paint(scene: Scene, canvas: Canvas) -> None:
    """Draw the picture; texts and lines are as large as the canvas's scale makes them."""
    _shape(canvas, paths.box(Box(0, 0, scene.width, scene.height)), scene.page)
    for _, run in groupby(flat(scene.elements), _alike):
        elements = list(run)
        alike = [each for each in elements if isinstance(each, Mark)]
        if alike:
            _marks(canvas, alike, scene.page)
        else:
            _single(canvas, elements[0])


def _alike(element: Element) -> object:
    """Marks that look the same make one path; everything else is its own."""
    return (
        (element.shape, element.colours, element.filled, element.radius)
        if isinstance(element, Mark)
        else id(element)
    )


def _single(canvas: Canvas, element: Element) -> None:
    match element:
        case Circle(x, y, radius, fill, stroke, line):
            _shape(canvas, paths.circle(x, y, radius), fill, _line(stroke, line))
        case Path(arcs, fill):
            _shape(canvas, paths.chain(arcs), fill)
        case Area(rings, fill, stroke, line):
            _shape(canvas, paths.polygon(*rings), fill, _line(stroke, line, join="round"))
        case Hatch(lines, stroke, line):
            _shape(canvas, paths.strokes(lines), None, _line(stroke, line))
        case Box() as box:
            _shape(canvas, paths.box(box), box.fill, _line(box.stroke, box.line, box.dash))
        case Text() as text:
            _text(canvas, text)


def _line(
    colour: str | None, thickness: float, dash: tuple[float, ...] = (), join: str = "miter"
) -> _Line | None:
    return _Line(colour, thickness, dash, join) if colour else None


def _marks(canvas: Canvas, alike: list[Mark], page: str) -> None:
    first = alike[0]
    inset = 0.0 if first.filled else HOLLOW * first.radius / 2
    for sector, colour in enumerate(first.colours):
        outline = paths.marks(alike, inset, sector)
        if first.filled:
            _shape(canvas, outline, colour)
        else:
            _shape(canvas, outline, page, _Line(colour, 2 * inset, join="round"))


def _shape(canvas: Canvas, outline: "Outline", fill: str | None, line: _Line | None = None) -> None:
    pen = _pen(canvas, line.colour if line else None)
    pen.set_linewidth(line.width * canvas.scale if line else 0.0)
    if line:
        pen.set_joinstyle(line.join)
        if line.dash:
            pen.set_dashes(0.0, [part * canvas.scale for part in line.dash])
    canvas.renderer.draw_path(pen, outline, canvas.place, to_rgba(fill) if fill else None)
    pen.restore()


def _text(canvas: Canvas, text: Text) -> None:
    renderer = canvas.renderer
    left = text.x - _BEFORE[text.anchor] * width(text.string, text.size, text.weight)
    x, y = canvas.place.transform((left, text.y))
    if renderer.flipy():
        y = renderer.get_canvas_width_height()[1] - y
    pen = _pen(canvas, text.colour)
    font = FontProperties(fname=str(font_path(text.weight)), size=text.size * canvas.scale)
    renderer.draw_text(pen, x, y, covered(text.string), font, 0.0)
    pen.restore()


def _pen(canvas: Canvas, colour: str | None) -> "GraphicsContextBase":
    pen = canvas.renderer.new_gc()
    pen.set_snap(False)
    pen.set_foreground(to_rgba(colour or "none"), isRGBA=True)
    if canvas.clip is not None:
        pen.set_clip_rectangle(canvas.clip)
    return pen
