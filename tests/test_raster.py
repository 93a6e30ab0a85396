"""PNG and PDF: the pixels and the drawn artists say what the data says."""

import re
import zlib
from collections import Counter
from io import BytesIO
from itertools import product
from math import dist

import matplotlib as mpl
import numpy as np
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.collections import PathCollection
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.text import Text
from PIL import Image

import insight_map_oracle as oracle
from insiktskarta.figures import metrics
from insiktskarta.figures.insight_map import draw
from insiktskarta.model.language import Language
from insiktskarta.show.font_subset import path as font_path
from insiktskarta.show.raster import draw_on, pdf, png
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


def artists(scene, dpi: float = DPI, share: float = 1.0) -> Figure:
    figure = Figure(figsize=(scene.width / 72, scene.height / 72), dpi=dpi)
    with mpl.rc_context({"text.hinting": "no_hinting"}):
        draw_on(figure.add_axes((0, 0, share, share)), scene)
        FigureCanvasAgg(figure).draw()
    return figure


def test_drawn_artists_hold_one_mark_a_record():
    table = oracle.table([(region, (index % 8,)) for region in oracle.EVERYWHERE[:7] for index in range(20)])
    scene = draw(table, SWEDISH)
    circles = oracle.circles(oracle.root(svg(scene, fonts=False)))
    found: Counter[tuple[int, ...]] = Counter()
    for collection in artists(scene).axes[0].findobj(PathCollection):
        for outline in collection.get_paths():
            box = outline.get_extents()
            x, y = (box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2
            radius = max(dist((x, y), corner) for corner in outline.vertices)
            if x < 480:  # the rest is the legend
                found[oracle.where(oracle.Drawn(x, y, radius, (), filled=True), circles)] += 1
    assert found == dict.fromkeys(oracle.EVERYWHERE[:7], 20)


@pytest.mark.parametrize("name", ["cards", "hundreds"])
def test_text_is_as_wide_as_layout_thought(name):
    scene = draw(TABLES[name], SWEDISH)
    for text in artists(scene).findobj(Text):
        if not text.get_text():
            continue
        weight = text.get_fontfamily() and text.get_fontproperties().get_file().rsplit("-", 1)[1][:-4].lower()
        measured = metrics.width(text.get_text(), text.get_fontsize(), weight)
        rendered = text.get_window_extent().width * 72 / DPI
        assert rendered <= measured * 1.01 + 0.5, text.get_text()


def test_drawn_on_small_axes_everything_shrinks_alike():
    scene = draw(TABLES["hundreds"], SWEDISH)
    whole, half = artists(scene), artists(scene, share=0.5)
    sizes = [
        [text.get_fontsize() for text in figure.findobj(Text) if text.get_text()] for figure in (whole, half)
    ]
    assert sizes[1] == pytest.approx([size / 2 for size in sizes[0]])
    assert half.axes[0].get_aspect() == 1.0


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
