"""A scene as PNG or PDF, or on axes in a notebook, by matplotlib; never pyplot, never a global setting left behind."""

from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from itertools import groupby
from math import ceil, cos, pi, sin, tan
from typing import TYPE_CHECKING, Any

import matplotlib as mpl
from matplotlib.collections import LineCollection, PathCollection
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.patches import BoxStyle, FancyBboxPatch, PathPatch, Rectangle
from matplotlib.patches import Circle as RoundPatch
from matplotlib.path import Path as Outline
from matplotlib.text import Text as Line

from insiktskarta.figures.metrics import covered
from insiktskarta.figures.scene import Arc, Area, Box, Circle, Element, Hatch, Mark, Path, Scene, Text, flat
from insiktskarta.figures.shapes import CIRCLE_RADIUS, HOLLOW, scaled
from insiktskarta.show.font_subset import path as font_path

if TYPE_CHECKING:
    from matplotlib.artist import Artist
    from matplotlib.axes import Axes

_ALIGN = {"start": "left", "middle": "center", "end": "right"}
_SETTINGS = {"pdf.fonttype": 42, "pdf.compression": 6, "text.hinting": "no_hinting", "text.antialiased": True}


def png(scene: Scene, dpi: int = 160, scale: float = 1.0) -> bytes:
    """The picture as PNG with `dpi` pixels an inch, `scale` times its own size; title, alt text and provenance stand in its text chunks."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg

    chunks = {"Title": scene.title, "Description": scene.alt, "Software": None}
    chunks |= {f"dc:{term}": value for term, value in scene.metadata}
    with _settled():
        figure = _figure(scene, scale)
        figure.set_dpi(dpi)
        target = BytesIO()
        canvas: Any = FigureCanvasAgg(figure)
        canvas.print_png(target, metadata=chunks, pil_kwargs={"compress_level": 3})
    return target.getvalue()


def pdf(scene: Scene, scale: float = 1.0) -> bytes:
    """The picture as a PDF page of `scale` times its own size, with embedded fonts and no dates."""
    from matplotlib.backends.backend_pdf import FigureCanvasPdf

    known = dict(scene.metadata)
    info = {
        "Title": scene.title,
        "Subject": scene.alt,
        "Author": known.get("publisher"),
        "Keywords": "; ".join(
            filter(None, (known.get(term) for term in ("coverage", "date", "identifier", "source")))
        )
        or None,
        "Creator": known.get("creator"),
        "Producer": None,
        "CreationDate": None,
    }
    with _settled():
        target = BytesIO()
        canvas: Any = FigureCanvasPdf(_figure(scene, scale))
        canvas.print_pdf(target, metadata=info)
    return target.getvalue()


@contextmanager
def _settled() -> Iterator[None]:
    """Matplotlib's own defaults and ours, whatever the user's settings file says."""
    with mpl.rc_context():
        settings: Any = mpl.rcParams
        dict.update(settings, mpl.rcParamsDefault)  # validated values: no need to validate them again
        settings.update(_SETTINGS)
        yield


def _figure(scene: Scene, scale: float) -> Figure:
    figure = Figure(
        figsize=(scene.width * scale / 72, scene.height * scale / 72), dpi=72, facecolor=scene.page
    )
    draw_on(figure.add_axes((0, 0, 1, 1)), scene)
    return figure


def draw_on(axes: "Axes", scene: Scene) -> None:
    """Draw the picture on axes, whose units become points of the scene; texts and lines keep their proportion."""
    axes.set_axis_off()
    axes.set(xlim=(0, scene.width), ylim=(scene.height, 0), aspect="equal")
    figure = axes.get_figure(root=True)
    dpi = figure.dpi if figure else 72
    scale = min(axes.bbox.width / scene.width, axes.bbox.height / scene.height) * 72 / dpi
    axes.add_artist(Rectangle((0, 0), scene.width, scene.height, facecolor=scene.page, zorder=-1))
    for order, (_, run) in enumerate(groupby(flat(scene.elements), _alike)):
        for artist in _artists(list(run), scale, scene.page):
            artist.set_zorder(order)
            artist.set_snap(False)
            axes.add_artist(artist)


def _alike(element: Element) -> object:
    """Marks that look the same make one artist; everything else is its own."""
    return (
        (element.shape, element.colours, element.filled, element.radius)
        if isinstance(element, Mark)
        else id(element)
    )


def _artists(run: list[Element], scale: float, page: str) -> "list[Artist]":
    marks = [mark for mark in run if isinstance(mark, Mark)]
    if marks:
        return _marks(marks, scale, page)
    found: list[Artist] = []
    match run[0]:
        case Circle(x, y, radius, fill, stroke, line):
            found.append(RoundPatch((x, y), radius, **_style(fill, stroke, line * scale)))
        case Path(arcs, fill):
            found.append(PathPatch(_chain(arcs), **_style(fill)))
        case Area(rings, fill, stroke, line):
            outline = Outline.make_compound_path(*(Outline([*ring, ring[0]], closed=True) for ring in rings))
            found.append(PathPatch(outline, **_style(fill, stroke, line * scale), joinstyle="round"))
        case Hatch(lines, stroke, line):
            strokes = [((a, b), (c, d)) for a, b, c, d in lines]
            found.append(LineCollection(strokes, colors=stroke, linewidths=line * scale, capstyle="butt"))
        case Box() as box:
            found.append(_box(box, scale))
        case Text() as text:
            found.append(_line(text, scale))
    return found


def _style(fill: str | None, stroke: str | None = None, line: float = 0.0) -> "dict[str, Any]":
    return {"facecolor": fill or "none", "edgecolor": stroke or "none", "linewidth": line}


def _box(box: Box, scale: float) -> "Artist":
    style = _style(box.fill, box.stroke, box.line * scale)
    if box.dash:  # a dash is counted in line widths
        style["linestyle"] = (0, tuple(part / box.line for part in box.dash))
    if not box.corner:
        return Rectangle((box.x, box.y), box.width, box.height, **style)
    round_style = BoxStyle.Round(pad=0.0, rounding_size=box.corner)
    return FancyBboxPatch((box.x, box.y), box.width, box.height, boxstyle=round_style, **style)


def _line(text: Text, scale: float) -> "Artist":
    line = Line(text.x, text.y, covered(text.string), color=text.colour, parse_math=False)
    line.set_fontproperties(FontProperties(fname=str(font_path(text.weight)), size=text.size * scale))
    line.set(horizontalalignment=_ALIGN[text.anchor], verticalalignment="baseline")
    return line


def _marks(marks: list[Mark], scale: float, page: str) -> "list[Artist]":
    first = marks[0]
    inset = 0.0 if first.filled else HOLLOW * first.radius / 2
    found: list[Artist] = []
    for index, colour in enumerate(first.colours):
        paths = [_symbol(mark, inset, index) for mark in marks]
        style = (colour, "none", 0.0) if first.filled else (page, colour, 2 * inset * scale)
        found.append(
            PathCollection(
                paths, facecolors=style[0], edgecolors=style[1], linewidths=style[2], joinstyle="round"
            )
        )
    return found


def _symbol(mark: Mark, inset: float, index: int) -> Outline:
    """One mark's outline, or one of its sectors."""
    radius, count = CIRCLE_RADIUS * mark.radius - inset, len(mark.colours)
    if count > 1:
        start, end = (pi / 2 + 2 * pi * (index + side) / count for side in (0, 1))
        return _chain(
            (Arc(mark.x, mark.y, radius, start, end),), corner=(mark.x, mark.y) if mark.filled else None
        )
    if mark.shape == "circle":
        return Outline.circle((mark.x, mark.y), radius)
    corners = scaled(mark.shape, mark.x, mark.y, mark.radius - 2 * inset)
    return Outline([*corners, corners[0]], closed=True)


def _chain(arcs: tuple[Arc, ...], corner: tuple[float, float] | None = None) -> Outline:
    """A closed outline of arcs, and a last corner where one is given."""
    first = arcs[0]
    points = [(first.x + first.radius * cos(first.start), first.y + first.radius * sin(first.start))]
    codes = [int(Outline.MOVETO)]
    for arc in arcs:
        points += _curves(arc)
    codes += [int(Outline.CURVE4)] * (len(points) - 1)
    if corner:
        points.append(corner)
        codes.append(int(Outline.LINETO))
    return Outline([*points, points[0]], [*codes, int(Outline.CLOSEPOLY)])


def _curves(arc: Arc) -> list[tuple[float, float]]:
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
