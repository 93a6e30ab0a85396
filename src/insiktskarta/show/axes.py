"""A scene on axes of matplotlib, for notebooks."""

from typing import TYPE_CHECKING

from matplotlib.artist import Artist
from matplotlib.transforms import Affine2D, Bbox

from insiktskarta.figures.scene import Scene
from insiktskarta.show.paint import Canvas, paint, settled

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.backend_bases import RendererBase


class Picture(Artist):
    """A whole scene as one artist; its transform takes points of the scene to the screen."""

    def __init__(self, scene: Scene) -> None:
        super().__init__()
        self.scene = scene

    def draw(self, renderer: "RendererBase") -> None:
        """Draw the scene where the artist's transform puts it."""
        if self.get_visible():
            place = Affine2D(self.get_transform().get_matrix())
            clip = Bbox(self.axes.bbox.get_points()) if self.axes else None
            with settled():
                paint(self.scene, Canvas(renderer, place, clip))

    def get_window_extent(self, renderer: "RendererBase | None" = None) -> Bbox:  # noqa: ARG002 - matplotlib's interface
        """The page on the screen, in pixels; what a notebook trims its picture to."""
        return self.get_transform().transform_bbox(Bbox(((0, 0), (self.scene.width, self.scene.height))))


def draw_on(axes: "Axes", scene: Scene) -> None:
    """Draw the picture on axes, whose units become points of the scene; texts and lines keep their proportion.

    Args:
        axes: whose frame and ticks are taken away; as much of them is used as the picture's proportions allow.
        scene: what a figure's `draw` gave.
    """
    axes.set_axis_off()
    axes.set(xlim=(0, scene.width), ylim=(scene.height, 0), aspect="equal")
    axes.add_artist(Picture(scene))
