"""A scene as PNG, by matplotlib's Agg renderer; never pyplot, never a global setting left behind."""

from typing import Any

from matplotlib.backends.backend_agg import RendererAgg
from matplotlib.transforms import Affine2D

from insiktskarta.figures.scene import Scene
from insiktskarta.show.paint import Canvas, paint, settled
from insiktskarta.show.png import encoded


def png(scene: Scene, dpi: int = 160, scale: float = 1.0) -> bytes:
    """The picture as PNG with `dpi` pixels an inch, `scale` times its own size; title, alt text and provenance stand in its text chunks."""
    each = dpi / 72 * scale
    wide, high = round(scene.width * each), round(scene.height * each)
    agg: Any = RendererAgg  # matplotlib does not say its types
    renderer = agg(wide, high, dpi)
    with settled():
        paint(scene, Canvas(renderer, Affine2D().scale(each, -each).translate(0, high)))
    about = (("Title", scene.title), ("Description", scene.alt))
    return encoded(
        renderer.buffer_rgba(), dpi, (*about, *((f"dc:{term}", text) for term, text in scene.metadata))
    )
