"""A scene as PDF, by matplotlib."""

from io import BytesIO
from typing import Any

from matplotlib.backends.backend_pdf import FigureCanvasPdf
from matplotlib.figure import Figure
from matplotlib.transforms import Affine2D

from insiktskarta.figures.scene import Scene
from insiktskarta.show.axes import Picture
from insiktskarta.show.paint import settled


def pdf(scene: Scene, scale: float = 1.0) -> bytes:
    """The picture as a PDF page of `scale` times its own size, with embedded fonts and no dates."""
    known = dict(scene.metadata)
    subjects = (known.get(term) for term in ("coverage", "date", "identifier", "source"))
    info = {
        "Title": scene.title,
        "Subject": scene.alt,
        "Author": known.get("publisher"),
        "Keywords": "; ".join(filter(None, subjects)) or None,
        "Creator": known.get("creator"),
        "Producer": None,
        "CreationDate": None,
    }
    wide, high = scene.width * scale, scene.height * scale
    with settled():
        figure = Figure(figsize=(wide / 72, high / 72), dpi=72, facecolor=scene.page)
        picture = Picture(scene)
        picture.set_transform(Affine2D().scale(scale, -scale).translate(0, high))
        figure.add_artist(picture)
        target = BytesIO()
        canvas: Any = FigureCanvasPdf(figure)
        canvas.print_pdf(target, metadata=info)
    return target.getvalue()
