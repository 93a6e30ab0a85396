"""What holds for every figure: nothing overlaps or leaves the page, all can be read, the same bytes every time."""

import re
import subprocess
import sys
from collections import Counter
from dataclasses import replace

import pytest

import fig_oracle as oracle
from insiktskarta.figures.gallery import GALLERY, drawing, shown_name
from insiktskarta.model.errors import InsiktError
from insiktskarta.model.language import ENGLISH
from insiktskarta.show.messages import language
from insiktskarta.show.svg import svg
from insiktskarta.tables.perspective_regions import Provenance

SIZES = [0, 1, 9, 150, 1200]
BY = {
    "gap_matrix": ["", "tema", "organisation", "metod", "år"],
    "shifts": ["", "tema"],
    "upset": ["", "förflyttning"],
}
ASKED = [(each, by) for each in GALLERY for by in BY.get(each.name, [""])]
NAMES = [f"{shown_name(each)} {by}".strip() for each, by in ASKED]


@pytest.fixture(scope="module")
def corpora(tmp_path_factory):
    folder = tmp_path_factory.mktemp("corpora")
    return {count: oracle.opened(oracle.write(folder / str(count), oracle.made(count))) for count in SIZES}


@pytest.mark.parametrize(("figure", "by"), ASKED, ids=NAMES)
@pytest.mark.parametrize("count", SIZES)
def test_every_text_can_be_read(corpora, figure, by, count):
    for spoken in (ENGLISH, language("sv")):
        table = oracle.asked(corpora[count], figure, by, spoken)
        for page in oracle.drawn(figure, table, spoken):
            width, height = oracle.size(page)
            assert not oracle.overlapping(page)
            for left, top, right, bottom, string in oracle.boxes(page):
                assert 18 <= left < right <= width - 18, string
                assert 15 <= top < bottom <= height - 10, string
            assert min(float(text.get("font-size", 0)) for text in page.iter("text")) >= 8.5
            assert oracle.worst_contrast(page) >= 4.5


@pytest.mark.parametrize(("figure", "by"), ASKED, ids=NAMES)
@pytest.mark.parametrize("count", SIZES)
def test_no_mark_is_over_a_text_another_mark_or_the_edge(corpora, figure, by, count):
    for page in oracle.drawn(figure, oracle.asked(corpora[count], figure, by)):
        width, height = oracle.size(page)
        marks = oracle.shapes(page)
        for left, top, right, bottom in marks:
            assert 15 <= left < right <= width - 15
            assert 60 <= top < bottom <= height - 25
        if len(marks) < 700:
            texts = [box[:4] for box in oracle.boxes(page)]
            both = oracle.touching(marks + texts) - oracle.touching(marks) - oracle.touching(texts)
            assert both == 0


@pytest.mark.parametrize("figure", GALLERY, ids=shown_name)
def test_pages_say_what_they_are(corpora, figure):
    table = oracle.asked(corpora[150], figure)
    for part in figure.pages(table):
        scene = figure.draw(part, ENGLISH)
        page = oracle.root(svg(scene, fonts=False))
        known = dict(scene.metadata)
        assert scene.title == table.title == known["title"]
        assert known["publisher"] == "Ankeborg; Björkby"
        assert known["identifier"] == "a1b2c3d"
        assert scene.alt == figure.alt(part, ENGLISH) == known["description"]
        assert 40 < len(scene.alt) < 900
        assert len(scene.description.splitlines()) > 3
        assert "Source: Ankeborg and Björkby." in oracle.texts(page)[-1]
        ids = Counter(element.get("id") for element in page.iter() if element.get("id"))
        assert max(ids.values()) == 1


@pytest.mark.parametrize("figure", GALLERY, ids=shown_name)
def test_the_same_table_gives_the_same_bytes(corpora, figure):
    first, second = (
        [svg(figure.draw(page, ENGLISH)) for page in figure.pages(oracle.asked(corpora[150], figure))]
        for _ in range(2)
    )
    assert first == second


@pytest.mark.parametrize("figure", GALLERY, ids=shown_name)
def test_endless_words_stay_on_the_page(corpora, figure):
    where = Provenance(
        tuple(f"Kommun {n}" for n in range(40)),
        "tema är " + "skola " * 60,
        "2025-01-01",
        "abc",
        "insiktskarta 0.1",
    )
    table = oracle.asked(corpora[9], figure)
    table = replace(table, title="En rubrik\nsom aldrig tar slut " * 12, provenance=where)
    for page in oracle.drawn(figure, table):
        width, _ = oracle.size(page)
        assert all(left >= 18 and right <= width - 18 for left, _, right, _, _ in oracle.boxes(page))
        assert not oracle.overlapping(page)
        assert not any("\n" in string for string in oracle.texts(page))


@pytest.mark.parametrize("figure", GALLERY, ids=shown_name)
def test_sheets_are_rectangular_and_keep_numbers(corpora, figure):
    sheet = figure.sheet(oracle.asked(corpora[150], figure))
    assert sheet.rows
    assert len(set(sheet.columns)) == len(sheet.columns)
    assert {len(row) for row in sheet.rows} == {len(sheet.columns)}


def test_a_figure_is_found_by_either_spelling():
    for figure in GALLERY:
        assert drawing(figure.name) is drawing(shown_name(figure)) is figure
        assert re.fullmatch(r"[a-z_]+", figure.name)


@pytest.mark.parametrize("word", ["gap-matrx", "zzzzzzzzzzzzz"])
def test_an_unknown_figure_is_told_what_there_is(word):
    with pytest.raises(InsiktError) as caught:
        drawing(word)
    assert "gap-matrix" in str(caught.value.values)


def test_no_drawing_library_is_loaded_for_svg():
    code = (
        "import sys; from insiktskarta.figures import gallery; from insiktskarta.show import svg; "
        "print([name for name in ('matplotlib', 'numpy', 'scipy') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
