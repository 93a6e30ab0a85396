"""Figures in Python: scenes of a corpus, on axes of matplotlib, as docs/notebooks.md shows."""

import re
import sys
from contextlib import closing
from pathlib import Path

import matplotlib as mpl
import numpy as np
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

import insiktskarta
from insiktskarta.figures.gallery import GALLERY, shown_name
from insiktskarta.model.errors import InsiktError
from insiktskarta.show.svg import svg

ROOT = Path(__file__).parent.parent


def test_the_page_says_what_works(workspace, monkeypatch):
    monkeypatch.chdir(workspace)
    mpl.use("agg")
    blocks = re.findall(r"```python\n(.*?)```", (ROOT / "docs/notebooks.md").read_text("utf-8"), re.DOTALL)
    assert len(blocks) == 2
    known: dict[str, object] = {}
    for block in blocks:
        exec(compile(block, "docs/notebooks.md", "exec"), known)  # noqa: S102 - our own page
    sys.modules["matplotlib.pyplot"].close("all")
    assert Path("insiktskarta-i-anteckningsbok.png").stat().st_size > 10_000


def test_every_figure_can_be_drawn_on_axes(workspace):
    with closing(insiktskarta.load(workspace)) as corpus:
        for figure in GALLERY:
            earlier = corpus if figure.compares else None
            for scene in insiktskarta.scenes(corpus, shown_name(figure), earlier=earlier):
                picture = Figure(figsize=(6, 4), dpi=60)
                canvas = FigureCanvasAgg(picture)
                axes = picture.add_subplot()
                insiktskarta.draw_on(axes, scene)
                canvas.draw()
                drawn = np.asarray(canvas.buffer_rgba())[:, :, :3]
                assert (drawn < 200).any(), figure.name
                assert axes.get_xlim() == (0, scene.width)
                assert axes.get_ylim() == (scene.height, 0)


def test_scenes_take_what_commands_take(workspace):
    with closing(insiktskarta.load(workspace)) as corpus:
        (scene,) = insiktskarta.scenes(
            corpus, title="Ring 010-123 45 67", organisation="Påhittsala", lang="en"
        )
        written = svg(scene, fonts=False)
        assert "insights" in written
        assert "123 45 67" not in written
        (matrix,) = insiktskarta.scenes(corpus, "gap-matrix", by="metod", perspektiv="riskgrupp")
        assert matrix.name == "gap-matrix"
        with pytest.raises(InsiktError, match="gap-matrix"):
            insiktskarta.scenes(corpus, "gap-matrx")
        with pytest.raises(InsiktError, match="earlier"):
            insiktskarta.scenes(corpus, "before-after")
        with pytest.raises(KeyError, match="gruper"):
            insiktskarta.scenes(corpus, gruper="vuxna")


def test_what_nobody_has_read_is_in_no_scene(workspace):
    settings = workspace / "insikt.yaml"
    settings.write_text(settings.read_text("utf-8") + "\nkräv-granskning: true\n", encoding="utf-8")
    with closing(insiktskarta.load(workspace)) as corpus:
        (scene,) = insiktskarta.scenes(corpus)
    written = svg(scene, fonts=False)
    assert "Får inte veta varför" not in written
    assert "(inte granskad)" in written
