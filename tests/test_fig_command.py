"""insikt figure: lists, draws, writes tables, refuses what it cannot."""

import csv
import io
import json
import struct

import pytest

import fig_oracle as oracle
from git_workspace import keep, start
from insiktskarta.figures import before_after
from insiktskarta.figures.gallery import GALLERY, shown_name


def test_without_a_name_the_gallery_is_listed(insikt):
    code, out, _ = insikt("figure", lang="en")
    assert code == 0
    assert [line.split()[0] for line in out.splitlines()] == [shown_name(each) for each in GALLERY]


@pytest.mark.parametrize("figure", GALLERY, ids=shown_name)
@pytest.mark.parametrize("suffix", [".svg", ".png", ".pdf"])
def test_every_figure_is_drawn_with_its_table(insikt, tmp_path, figure, suffix):
    picture, table = tmp_path / f"bild{suffix}", tmp_path / "tabell.csv"
    since = []
    if figure is before_after.DRAWING:
        start(insikt.root)
        keep(insikt.root, "2024-01-01")
        since = ["--since", "HEAD"]
    code, out, err = insikt(
        "figure", shown_name(figure), "-o", str(picture), "--table", str(table), *since, lang="en"
    )
    assert code == 0, err
    assert out == f"{picture}\n{table}\n"
    assert picture.stat().st_size > 2000
    rows = list(csv.reader(io.StringIO(table.read_text(encoding="utf-8"))))
    assert len(rows) > 1
    assert len({len(row) for row in rows}) == 1


def test_a_table_as_json_has_the_same_rows(insikt, tmp_path):
    table = tmp_path / "t.json"
    insikt("figure", "gap-matrix", "-o", str(tmp_path / "a.svg"), "--by", "tema", "--table", str(table))
    rows = json.loads(table.read_text(encoding="utf-8"))
    found = {row["key"]: row["total"] for row in rows}
    assert found["tillgänglighet-och-tillit"] == 1
    assert found["total"] == 3


def test_filters_and_title_reach_the_picture(insikt, tmp_path):
    picture = tmp_path / "a.svg"
    insikt(
        "figure",
        "gap_matrix",
        "-o",
        str(picture),
        "--organisation",
        "Påhittsala",
        "--title",
        "Ring 070-123 45 67",
        lang="en",
    )
    text = picture.read_text(encoding="utf-8")
    assert "Påhittsala" in text
    assert "2 insights" in text
    assert "123 45 67" not in text


def test_width_is_millimetres_on_paper(insikt, tmp_path):
    picture = tmp_path / "a.png"
    insikt("figure", "gap-matrix", "-o", str(picture), "--width", "254", "--dpi", "100")
    width, _ = struct.unpack(">II", picture.read_bytes()[16:24])
    assert width == 1000
    vector = tmp_path / "a.svg"
    insikt("figure", "gap-matrix", "-o", str(vector), "--width", "254")
    assert 'width="720pt"' in vector.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["gap-matrx"], "gap-matrix"),
        (["gap-matrix", "-o", "x.jpg"], ".png, .svg, .pdf"),
        (["gap-matrix", "--table", "x.xlsx"], ".csv, .json"),
        (["gap-matrix", "--by", "tamen"], "teman"),
        (["gap-matrix", "--width", "1"], "--width"),
    ],
)
def test_what_cannot_be_drawn_is_refused(insikt, arguments, said):
    code, out, err = insikt("figure", *arguments)
    assert code == 2
    assert said in err
    assert not out


@pytest.mark.parametrize("figure", GALLERY, ids=shown_name)
def test_words_that_stand_nowhere_are_no_white_spots(insikt, tmp_path, figure):
    start(insikt.root)
    keep(insikt.root, "2024-01-01")
    since = ["--since", "HEAD"] if figure.compares else []
    picture = tmp_path / "a.svg"
    command = ["figure", shown_name(figure), "xyzzyord", *since, "-o", str(picture), "--width", "200"]
    code, out, err = insikt(*command)
    assert (code, out) == (0, f"{picture}\n")
    assert "inget stämmer med urvalet" in err.casefold()
    assert "”xyzzyord”.\n" in err
    drawn = picture.read_text(encoding="utf-8")
    assert ">vit fläck<" not in drawn
    assert "vita fläckar" not in drawn.casefold()
    assert 'stroke="#9aa3af"' not in drawn
    assert insikt("figure", "--check", str(picture))[0] == 0
    path = insikt.root / "insights" / "exempelkoping" / "en-vag-in.yaml"
    path.write_text(path.read_text("utf-8").replace("rubrik: ", "rubrik: Xyzzyord, "), encoding="utf-8")
    assert insikt("figure", "--check", str(picture))[0] == 1
    assert insikt(*command)[0] == 0
    assert "Det är ingen vit fläck" not in picture.read_text(encoding="utf-8")


def test_terms_that_no_record_has_are_white_spots(insikt, tmp_path):
    picture = tmp_path / "a.svg"
    code, _, err = insikt("figure", "gap-matrix", "--metod", "enkät", "-o", str(picture))
    assert code == 0, err
    assert ">vit fläck<" in picture.read_text(encoding="utf-8")
    assert "0 insikter. 49 av 49 rutor är vita fläckar" in err


def test_a_selection_without_end_stays_on_the_page(insikt, tmp_path):
    picture = tmp_path / "a.svg"
    insikt("figure", "upset", " ".join(f"ord{n}" for n in range(80)), "-o", str(picture))
    page = oracle.root(picture.read_text(encoding="utf-8").partition("?>")[2])
    assert "…" in " ".join(oracle.texts(page))
    assert all(18 <= left < right <= 792 - 18 for left, _, right, _, _ in oracle.boxes(page))
    assert not oracle.overlapping(page)
