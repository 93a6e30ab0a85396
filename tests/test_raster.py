"""PNG and PDF: the pixels, and what the renderer was told to draw, say what the data says."""

import re
import subprocess
import sys
import tracemalloc
import zlib
from collections import Counter
from io import BytesIO
from itertools import pairwise, product
from math import dist

import matplotlib as mpl
import numpy as np
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg, RendererAgg
from matplotlib.colors import to_hex
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from PIL import Image

import insight_map_oracle as oracle
from insiktskarta.figures import metrics
from insiktskarta.figures.insight_map import draw
from insiktskarta.model.language import Language
from insiktskarta.show.axes import draw_on
from insiktskarta.show.font_subset import path as font_path
from insiktskarta.show.pdf import pdf
from insiktskarta.show.png import encoded
from insiktskarta.show.raster import png
from insiktskarta.show.svg import svg

SWEDISH = Language("sv")
DPI = 160
TINTS = {1: "#eef1f5", 2: "#e5e9f0", 3: "#dce2ea"}
TABLES = {
    "sixty": oracle.mixed(65),
    "hundreds": oracle.mixed(300, several=0.2),
    "thousands": oracle.mixed(3000),
    "empty": oracle.table([]),
    "cards": oracle.mixed(9),
    "one white spot": oracle.mixed(80, weights=(30, 18, 24, 12, 5, 7, 0, 3)),
}


def pixels(name: str) -> np.ndarray:
    image = Image.open(BytesIO(png(draw(TABLES[name], SWEDISH), DPI))).convert("RGB")
    return np.asarray(image)


def hexed(pixel: np.ndarray) -> str:
    return "#" + "".join(f"{int(channel):02x}" for channel in pixel)


def at(image: np.ndarray, x: float, y: float) -> str:
    return hexed(image[int(y * DPI / 72), int(x * DPI / 72)])


@pytest.mark.parametrize("name", ["sixty", "hundreds", "thousands"])
def test_the_pixel_at_a_mark_is_its_groups_colour(name):
    image = pixels(name)
    drawn = oracle.root(svg(draw(TABLES[name], SWEDISH), fonts=False))
    for mark in oracle.marks(drawn):
        if len(mark.colours) == 1:
            middle = at(image, mark.x, mark.y)
            assert middle == mark.colours[0] if mark.filled else min(bytes.fromhex(middle[1:])) > 0xB0
    for mark in oracle.marks(drawn):
        if len(mark.colours) == 2:
            sides = {at(image, mark.x + side * mark.radius / 2, mark.y) for side in (-1, 1)}
            assert sides == set(mark.colours)


@pytest.mark.parametrize("name", TABLES)
def test_every_region_is_filled_with_its_tint_or_hatched(name):
    image, table = pixels(name), TABLES[name]
    drawn = oracle.root(svg(draw(table, SWEDISH), fonts=False))
    circles, marks, texts = oracle.circles(drawn), oracle.marks(drawn), oracle.boxes(drawn)
    cards = [[float(r.get(n, 0)) for n in ("x", "y", "width", "height")] for r in drawn.iter("rect")][1:]
    held = Counter(mark.region for mark in table.marks)
    seen: dict[tuple[int, ...], Counter[str]] = {}
    for x, y in product(range(20, 480, 3), range(90, 520, 3)):
        if any(abs(dist((x, y), (cx, cy)) - r) < 2 for cx, cy, r in circles):
            continue
        if any(dist((x, y), (mark.x, mark.y)) < mark.radius + 1 for mark in marks):
            continue
        if any(
            left - 1 <= x <= right + 1 and top - 1 <= y <= bottom + 1 for left, top, right, bottom, _ in texts
        ):
            continue
        if any(
            left - 2 <= x <= left + wide + 2 and top - 2 <= y <= top + high + 2
            for left, top, wide, high in cards
        ):
            continue
        region = tuple(index for index, (cx, cy, r) in enumerate(circles) if dist((x, y), (cx, cy)) < r)
        seen.setdefault(region, Counter())[at(image, x, y)] += 1
    assert set(seen) >= {(0,), (1,), (2,), (0, 1), (0, 2), (1, 2), (0, 1, 2)}
    for region, colours in seen.items():
        if not region:
            assert set(colours) == {"#ffffff"}
        elif held[region]:
            assert set(colours) == {TINTS[len(region)]}
        else:
            white = colours["#ffffff"] / colours.total()
            assert 0.5 < white < 0.95
            assert all(colour[1:3] <= colour[5:7] and colour >= "#9aa3af" for colour in colours)


class Recorder(RendererAgg):
    """Draws, and keeps what it was told to draw, in pixels with y downwards."""

    def __init__(self, wide: float, high: float, dpi: float):
        super().__init__(wide, high, dpi)
        self.rings: list[tuple[str, np.ndarray]] = []
        self.lines: list[float] = []
        self.texts: list[tuple[str, str, float, float]] = []

    def draw_path(self, gc, path, transform, rgbFace=None):  # noqa: N803 - matplotlib's name
        super().draw_path(gc, path, transform, rgbFace)
        self.lines.append(gc.get_linewidth())
        points = transform.transform(path.vertices) * (1, -1) + (0, self.height)
        starts = [*np.flatnonzero(path.codes == path.MOVETO), len(points)]
        if rgbFace is not None and not gc.get_linewidth():
            self.rings += [(to_hex(rgbFace), points[start:end]) for start, end in pairwise(starts)]

    def draw_text(self, gc, x, y, s, prop, angle, **more):
        super().draw_text(gc, x, y, s, prop, angle, **more)
        weight = prop.get_file().rsplit("-", 1)[1][:-4].lower()
        wide = self.get_text_width_height_descent(s, prop, ismath=False)[0]
        self.texts.append((s, weight, prop.get_size_in_points(), wide * 72 / self.dpi))


def figure_of(scene, dpi: float = DPI, share: float = 1.0) -> Figure:
    figure = Figure(figsize=(scene.width / 72, scene.height / 72), dpi=dpi)
    FigureCanvasAgg(figure)
    draw_on(figure.add_axes((0, 0, share, share)), scene)
    return figure


def recorded(scene, share: float = 1.0) -> Recorder:
    figure = figure_of(scene, share=share)
    recorder = Recorder(*figure.bbox.size, figure.dpi)
    figure.draw(recorder)
    return recorder


def test_what_is_drawn_holds_one_mark_a_record():
    table = oracle.table([(region, (index % 8,)) for region in oracle.EVERYWHERE[:7] for index in range(20)])
    scene = draw(table, SWEDISH)
    drawn = oracle.root(svg(scene, fonts=False))
    circles, colours = oracle.circles(drawn), oracle.legend(drawn)
    found: Counter[tuple[int, ...]] = Counter()
    for colour, outline in recorded(scene).rings:
        corners = outline * 72 / DPI
        (x0, y0), (x1, y1) = corners.min(axis=0), corners.max(axis=0)
        x, y = (x0 + x1) / 2, (y0 + y1) / 2
        if x < 480 and colour in colours:  # the rest is the legend
            radius = max(dist((x, y), corner) for corner in corners)
            found[oracle.where(oracle.Drawn(x, y, radius, (), filled=True), circles)] += 1
    assert found == dict.fromkeys(oracle.EVERYWHERE[:7], 20)


@pytest.mark.parametrize("name", ["cards", "hundreds"])
def test_text_is_as_wide_as_layout_thought(name):
    texts = recorded(draw(TABLES[name], SWEDISH)).texts
    assert len(texts) > 30
    for text, weight, size, rendered in texts:
        measured = metrics.width(text, size, weight)
        assert rendered <= measured * 1.01 + 0.5, text


def test_drawn_on_small_axes_everything_shrinks_alike():
    scene = draw(TABLES["hundreds"], SWEDISH)
    whole, half = recorded(scene), recorded(scene, share=0.5)
    assert [each[2] for each in half.texts] == pytest.approx([each[2] / 2 for each in whole.texts])
    assert half.lines == pytest.approx([line / 2 for line in whole.lines])


@pytest.mark.parametrize("name", ["cards", "hundreds", "one white spot"])
def test_a_picture_on_axes_looks_like_the_file(name):
    scene = draw(TABLES[name], SWEDISH)
    figure = figure_of(scene)
    figure.canvas.draw()
    on_axes = np.asarray(figure.canvas.buffer_rgba())[:, :, :3].astype(int)
    different = np.abs(on_axes - pixels(name).astype(int)).max(axis=2) > 64
    assert different.mean() < 1e-4


def test_a_notebook_trims_to_the_page():
    scene = draw(TABLES["hundreds"], SWEDISH)
    figure = Figure(figsize=(20, 6), dpi=100)
    FigureCanvasAgg(figure)
    axes = figure.add_axes((0, 0, 1, 1))
    draw_on(axes, scene)
    figure.canvas.draw()
    box = figure.get_tightbbox(figure.canvas.get_renderer())
    assert box.height == pytest.approx(6, abs=0.1)
    assert box.width == pytest.approx(6 * scene.width / scene.height, abs=0.1)
    target = BytesIO()
    figure.savefig(target, format="svg")
    figure.savefig(target, format="pdf", bbox_inches="tight")


def test_the_page_has_its_size_and_says_what_it_is():
    scene = draw(TABLES["sixty"], SWEDISH)
    image = Image.open(BytesIO(png(scene, 100)))
    assert image.size == (round(scene.width / 72 * 100), round(scene.height / 72 * 100))
    assert image.info["Title"] == scene.title
    assert image.info["Description"] == scene.alt
    assert image.info["dc:publisher"] == "Exempelköping"
    assert image.info["dc:identifier"] == "a1b2c3d"
    assert "Software" not in image.info
    assert "Creation Time" not in image.info


@pytest.mark.parametrize("render", [png, pdf])
def test_the_same_scene_gives_the_same_bytes_whatever_the_users_settings(render):
    scene = draw(TABLES["hundreds"], SWEDISH)
    first = render(scene)
    with mpl.rc_context(
        {
            "font.size": 30,
            "axes.facecolor": "red",
            "savefig.dpi": 33,
            "path.sketch": (2, 9, 2),
            "text.usetex": True,
        }
    ):
        before = dict(mpl.rcParams)
        assert render(scene) == first
        assert dict(mpl.rcParams) == before


def test_pdf_embeds_its_fonts_and_has_no_date():
    document = pdf(draw(TABLES["hundreds"], SWEDISH))
    assert document.startswith(b"%PDF")
    assert b"InsiktSans" in document
    assert b"/FontFile2" in document
    assert b"CreationDate" not in document
    assert b"Matplotlib" not in document
    streams = [
        zlib.decompress(found)
        for found in re.findall(rb"stream\r?\n(x.+?)\r?\nendstream", document, re.DOTALL)
    ]
    assert streams


@pytest.mark.parametrize("words", ["$x^2$ {a} \\n", "emoji 🧒🏽", "שלום مرحبا", "<b>&amp;</b>", "漢字"])
def test_hostile_words_are_drawn_without_a_warning(words):
    table = oracle.table([((0,), (0,))] * 3, title=words)
    assert png(draw(table, SWEDISH), 50).startswith(b"\x89PNG")
    assert pdf(draw(table, SWEDISH)).startswith(b"%PDF")


def test_fonts_come_from_our_files():
    for weight in ("regular", "semibold", "bold"):
        assert FontProperties(fname=str(font_path(weight))).get_name() == "Insikt Sans" or weight != "regular"


def test_a_picture_is_encoded_without_a_second_copy_of_it():
    wide, high = 3000, 2000
    drawn = np.zeros((high, wide, 4), np.uint8)
    drawn[::7, ::5] = (200, 30, 90, 255)
    drawn[500:, 900:1000] = (1, 2, 3, 255)
    tracemalloc.start()
    data = encoded(memoryview(drawn), 160, [("Title", "å”\u202f…")])
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < drawn.nbytes / 10
    image = Image.open(BytesIO(data))
    assert np.array_equal(np.asarray(image), drawn[:, :, :3])
    assert image.info["Title"] == "å”\u202f…"


def test_a_png_needs_no_figure_and_no_axes():
    script = (
        "import sys; from insiktskarta.figures.scene import Scene, Text; from insiktskarta.show.raster import png\n"
        "png(Scene('a', 90, 90, 't', 'a', 'd', 'sv', (), (Text(9, 50, 'ord', 9, '#000000'),)))\n"
        "print([name for name in ('figure', 'axes', 'pyplot') if f'matplotlib.{name}' in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
