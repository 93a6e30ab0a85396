"""insikt figure: lists, draws, writes tables, refuses what it cannot."""

import csv
import io
import json
import struct

import pytest

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
