"""The SVG: well-formed with hostile words, heard as well as seen, with fonts that hold what they must."""

import base64
import os
import re
import subprocess
import sys
from dataclasses import replace
from io import BytesIO

import pytest
from fontTools.pens.recordingPen import RecordingPen
from fontTools.ttLib import TTFont
from hypothesis import given
from hypothesis import strategies as st

import insight_map_oracle as oracle
from insiktskarta.figures import metrics
from insiktskarta.figures.insight_map import draw
from insiktskarta.model.language import ENGLISH, Language
from insiktskarta.show.font_subset import path as font_path
from insiktskarta.show.font_subset import subset
from insiktskarta.show.svg import svg
from insiktskarta.tables.perspective_regions import Mark, PerspectiveRegions

HOSTILE = [
    "<script>alert(1)</script>",
    "]]> & &amp; \"quoted\" 'too'",
    "null \x00 bell \x07 escape \x1b[31m del \x7f",
    "emoji 🧒🏽 family 👨\u200d👩\u200d👧 and \ud83d alone",
    "right to left \u202egnirts שלום مرحبا",
    "non-characters \ufffe\uffff line\u2028break\u2029",
    "$x^2$ {curly} %s \\n",
]


def hostile(words: str) -> PerspectiveRegions:
    plain = oracle.table([])
    return replace(
        plain,
        title=words,
        perspectives=tuple(replace(circle, label=words, short=words) for circle in plain.perspectives),
        groups=tuple(replace(group, label=words) for group in plain.groups),
        marks=(Mark("x/1", words, (0,), (0, 3), (words,)), Mark("x/2", words, (), (1,))),
        provenance=replace(plain.provenance, organisations=(words,), filter=words, tool=words),
    )


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_stay_words(words):
    document = svg(draw(hostile(words), ENGLISH))
    drawn = oracle.root(document)
    assert document.encode()
    tags = {element.tag.split("}")[-1] for element in drawn.iter()}
    assert tags <= {
        "svg", "title", "desc", "metadata", "RDF", "Description", "style", "rect", "g", "path", "circle", "text",
        "publisher", "coverage", "date", "identifier", "creator", "language", "description",
    }  # fmt: skip
    assert drawn.findtext("title") == metrics.clean(words)


@given(st.text(max_size=40))
def test_any_words_make_a_well_formed_document(words):
    assert oracle.root(svg(draw(hostile(words), ENGLISH), fonts=False)) is not None


def test_it_says_what_it_is_to_those_who_listen():
    scene = draw(oracle.mixed(300), Language("sv"))
    drawn = oracle.root(svg(scene))
    assert drawn.get("role") == "img"
    assert drawn.get("lang") == "sv"
    named = drawn.get("aria-labelledby", "").split()
    assert [next(e for e in drawn.iter() if e.get("id") == name).tag for name in named] == ["title", "desc"]
    assert drawn.findtext("title") == scene.title
    assert scene.alt in (drawn.findtext("desc") or "")
    assert scene.description in (drawn.findtext("desc") or "")
    regions = [
        group.findtext("title") for group in drawn.iter("g") if re.search(r"region-\w+$", group.get("id", ""))
    ]
    assert "insatser + invånare: 0 insights" in regions
    assert len(regions) == 8
    assert "barn: " in " ".join(group.findtext("title") or "" for group in drawn.iter("g"))


def test_it_carries_where_it_comes_from():
    document = svg(draw(oracle.mixed(80), ENGLISH))
    assert "<dc:publisher>Exempelköping</dc:publisher>" in document
    assert "<dc:identifier>a1b2c3d</dc:identifier>" in document


def test_text_is_text_and_lines_end_with_lf():
    document = svg(draw(oracle.mixed(80), ENGLISH))
    assert ">Har eller har haft insatser</text>" in document
    assert "\r" not in document
    assert document.endswith("</svg>\n")


def test_the_same_scene_gives_the_same_bytes_in_every_process():
    code = (
        "import sys, hashlib, insight_map_oracle as o\n"
        "from insiktskarta.figures.insight_map import draw\n"
        "from insiktskarta.model.language import ENGLISH\n"
        "from insiktskarta.show.svg import svg\n"
        "document = svg(draw(o.mixed(90, several=0.3), ENGLISH)).encode()\n"
        "assert not {'matplotlib', 'numpy', 'yaml', 'pydantic'} & set(sys.modules)\n"
        "print(hashlib.sha256(document).hexdigest())"
    )
    found = set()
    for seed in ("1", "2"):
        environment = os.environ | {"PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(sys.path)}
        found.add(
            subprocess.run(
                [sys.executable, "-c", code], env=environment, capture_output=True, check=True
            ).stdout
        )
    assert len(found) == 1


def embedded(document: str) -> dict[str, TTFont]:
    faces = re.findall(r"font-weight:(\d+);src:url\(data:font/ttf;base64,([^)]+)\)", document)
    return {weight: TTFont(BytesIO(base64.b64decode(data))) for weight, data in faces}


def outline(font: TTFont, character: str) -> list[object]:
    pen = RecordingPen()
    font.getGlyphSet()[font.getBestCmap()[ord(character)]].draw(pen)
    return list(pen.value)


def test_the_embedded_fonts_hold_every_glyph_in_use_and_no_other():
    document = svg(draw(oracle.mixed(300), ENGLISH))
    fonts = embedded(document)
    assert set(fonts) == {"400", "600", "700"}
    whole = {"400": "regular", "600": "semibold", "700": "bold"}
    for weight, font in fonts.items():
        full = TTFont(font_path(whole[weight]))
        texts = [
            t.text or "" for t in oracle.root(document).iter("text") if t.get("font-weight", "400") == weight
        ]
        used = set("".join(texts))
        for character in used:
            assert outline(font, character) == outline(full, character)
        for character in set("ÞßæŁ€") - used:
            assert outline(font, character) == []


@pytest.mark.parametrize("weight", ["regular", "semibold", "bold"])
def test_a_cut_font_keeps_names_widths_and_checksums(weight):
    data = font_path(weight).read_bytes()
    cut, full = TTFont(BytesIO(subset(data, frozenset("aÅ→"))), checkChecksums=2), TTFont(BytesIO(data))
    assert cut["hmtx"].metrics == full["hmtx"].metrics
    assert cut.getBestCmap() == full.getBestCmap()
    assert outline(cut, "Å") == outline(full, "Å") != []
    assert outline(cut, "b") == []
    assert "Source" not in {str(name) for name in full["name"].names if name.nameID != 0}
    assert "SIL Open Font License" in full["name"].getDebugName(13)


@pytest.mark.parametrize("weight", ["regular", "semibold", "bold"])
def test_layout_measures_with_the_widths_of_the_fonts(weight):
    font = TTFont(font_path(weight))
    assert "kern" not in font
    assert "GPOS" not in font
    for code, glyph in font.getBestCmap().items():
        assert metrics.width(chr(code), 1000.0, weight) == pytest.approx(font["hmtx"][glyph][0], abs=0.5)


def test_every_text_states_its_measured_width():
    for text in oracle.root(svg(draw(oracle.mixed(12), ENGLISH))).iter("text"):
        weight = {"400": "regular", "600": "semibold", "700": "bold"}[text.get("font-weight", "400")]
        width = metrics.width(text.text or "", float(text.get("font-size", 0)), weight)  # type: ignore[arg-type]
        assert float(text.get("textLength", 0)) == pytest.approx(width, abs=0.001)
