"""The SVG in a browser: it looks like the PNG, and its texts are texts in the bundled font that keep apart.

The pictures and all seeded faults are shown at once, since a browser takes two seconds to start.
"""

import re
from collections.abc import Callable
from io import BytesIO
from itertools import chain

import numpy as np
import pytest
from PIL import Image

import browser
import fig_oracle
import insight_map_oracle as oracle
from insiktskarta.figures.gallery import GALLERY, shown_name
from insiktskarta.figures.insight_map import draw
from insiktskarta.figures.scene import Scene, Text, flat
from insiktskarta.figures.theme import THEMES, themed
from insiktskarta.show.messages import language
from insiktskarta.show.raster import png
from insiktskarta.show.svg import svg

SWEDISH = language("sv")
MAPS = {f"map of {count}": oracle.mixed(count, several=0.2) for count in (9, 300, 3000)}
THEMED = ("dark", "grey")
NAMES = (*MAPS, *(shown_name(each) for each in GALLERY), *THEMED)
FAULTED = "map of 300"
MOST = 45
"""Pixels that differ in a square of the PNG; 28 at most in a right picture (Chromium 156), 130 at least in a wrong one."""


def sub(pattern: str, to: str) -> Callable[[str], str]:
    """A change of the first place where a pattern stands; it must stand somewhere."""

    def changed(document: str) -> str:
        found, count = re.subn(pattern, to, document, count=1)
        assert count == 1, pattern
        return found

    return changed


FAULTS = {
    "one mark in another group's colour": sub(
        r'(<circle [^>]*r="[\d.]+" )fill="#de4c12"', r'\1fill="#2a7df2"'
    ),
    "one mark less": sub(r'<circle [^>]*r="[\d.]+" fill="#de4c12"/>', ""),
    "a text five points aside": sub(
        r'<text x="([\d.]+)" y="([\d.]+)" font-size="14.5"', r'<text x="\1" y="\2" dx="5" font-size="14.5"'
    ),
    "a wrong number": sub(r">71</text>|>6\d</text>|>5\d</text>", ">88</text>"),
    "a region painted over": sub(
        r"</svg>", '<rect x="200" y="330" width="40" height="30" fill="#fff"/></svg>'
    ),
    "a bar a quarter shorter": sub(r'(<rect x="[\d.]+" y="[\d.]+" width=")\d+', r"\g<1>60"),
}
FAULTS_OF_TEXT = {
    "the font is left out": sub(r"<style>[^<]*</style>", ""),
    "a text over another": sub(r'y="[\d.]+"( font-size="11.5")', r'y="45"\1'),
}


def scenes(folder) -> dict[str, Scene]:
    found = {name: draw(table, SWEDISH) for name, table in MAPS.items()}
    corpus = fig_oracle.opened(fig_oracle.write(folder, fig_oracle.made(150)))
    for figure in GALLERY:
        table = fig_oracle.asked(corpus, figure, "", SWEDISH)
        found[shown_name(figure)] = figure.draw(figure.pages(table)[0], SWEDISH)
    corpus.close()
    return found | {name: themed(found[FAULTED], THEMES[name]) for name in THEMED}


@pytest.fixture(scope="module")
def drawn(tmp_path_factory):
    browser.found()
    return scenes(tmp_path_factory.mktemp("corpus") / "a")


@pytest.fixture(scope="module")
def shown(drawn, tmp_path_factory):
    right = {name: svg(scene) for name, scene in drawn.items()}
    wrong = {name: fault(right[FAULTED]) for name, fault in (FAULTS | FAULTS_OF_TEXT).items()}
    pictures = right | wrong
    assert len(pictures) == len(right) + len(wrong)
    seen = browser.seen(list(pictures.values()), tmp_path_factory.mktemp("browser"))
    return dict(zip(pictures, seen, strict=True))


def pixels(scene: Scene) -> np.ndarray:
    return np.asarray(Image.open(BytesIO(png(scene, browser.DPI))).convert("RGB"))


@pytest.mark.parametrize("name", NAMES)
def test_the_browser_paints_what_the_png_shows(drawn, shown, name):
    expected = pixels(drawn[name])
    assert shown[name].pixels.shape == expected.shape
    assert browser.worst(shown[name].pixels, expected) <= MOST
    assert browser.different(shown[name].pixels, expected).mean() < 0.002


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_in_the_picture_is_seen(drawn, shown, fault):
    assert browser.worst(shown[fault].pixels, pixels(drawn[FAULTED])) > MOST


@pytest.mark.parametrize("name", NAMES)
def test_texts_are_texts_in_our_font_that_keep_apart(drawn, shown, name):
    scene, texts = drawn[name], shown[name].texts
    assert [each["string"] for each in texts] == [
        each.string for each in flat(scene.elements) if isinstance(each, Text)
    ]
    assert len(texts) > 15
    assert not stretched(texts)
    assert not browser.collisions(texts)
    for each in texts:
        assert 15 <= each["left"] < each["right"] <= scene.width - 15, each
        assert 10 <= each["top"] < each["bottom"] <= scene.height - 10, each


def stretched(texts) -> list[str]:
    """Texts that would be longer or shorter than stated: they are in another font, or a glyph is missing."""
    # Browsers round advances to 64ths of a pixel.
    return [
        each["string"] for each in texts if abs(each["long"] - each["stated"]) > 0.1 + each["stated"] / 1000
    ]


def test_faults_in_texts_are_seen(shown):
    assert len(stretched(shown["the font is left out"].texts)) > 20
    assert not stretched(shown["a text over another"].texts)
    assert browser.collisions(shown["a text over another"].texts)


def test_every_fault_is_another_picture(drawn):
    right = svg(drawn[FAULTED])
    assert all(fault(right) != right for fault in chain(FAULTS.values(), FAULTS_OF_TEXT.values()))


def test_without_a_browser_the_reason_is_told(monkeypatch):
    monkeypatch.setenv("PATH", "")
    monkeypatch.delenv("INSIKT_BROWSER", raising=False)
    with pytest.raises(pytest.skip.Exception, match="no browser: none of chromium"):
        browser.found()
