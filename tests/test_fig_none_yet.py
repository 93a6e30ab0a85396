"""Workspaces with nothing, or next to nothing, in them: every figure and count says so, and none breaks."""

from pathlib import Path

import pytest

import fig_oracle as oracle
from conftest import Insikt
from git_workspace import keep, start
from insiktskarta.figures.gallery import GALLERY, shown_name

INSIGHT = "typ: insikt\nrubrik: En rubrik\ninsikt: En mening.\nperspektiv: [riskgrupp]\nröst: egen\n"
NOWHERE = "typ: insikt\nrubrik: En rubrik\ninsikt: En mening.\nperspektiv: []\nröst: medarbetare\n"
QUESTION = "typ: fråga\nrubrik: En fråga\nfråga: Hur kan vi göra?\n"
ASKED = "organisationer:\n  aby: {namn: Åby, slag: kommun}\ndeltagare: [aby]\n"
LOCAL = "organisationer:\n  aby: {namn: Åby, slag: kommun}\ndeltagare: []\n"
WORKSPACES = {
    "empty": ({}, ""),
    "nobody asked": ({}, LOCAL),
    "asked": ({}, ASKED),
    "one": ({"aby/a": INSIGHT}, LOCAL),
    "in no circle": ({"aby/a": NOWHERE}, LOCAL),
    "a question": ({"aby/a": QUESTION}, LOCAL),
}
BY = {"gap_matrix": "organisation", "upset": "tema", "shifts": "organisation", "insight_map": "organisation"}
COUNTED = ["organisation", "län", "typ", "område", "år", "grupp", "perspektiv", "tema"]


@pytest.fixture(params=WORKSPACES)
def bare(request, tmp_path: Path, capsys) -> Insikt:
    records, settings = WORKSPACES[request.param]
    root = tmp_path / "yta"
    (root / "insights").mkdir(parents=True)
    (root / "insights" / ".gitkeep").write_text("", encoding="utf-8")
    (root / "insikt.yaml").write_text(settings, encoding="utf-8")
    for name, text in records.items():
        oracle.put(root, name, text)
    start(root)
    keep(root, "2024-01-01")
    return Insikt(root, capsys)


@pytest.mark.parametrize("lang", ["sv", "en"])
@pytest.mark.parametrize("figure", GALLERY, ids=shown_name)
def test_every_figure_is_drawn_and_can_be_read(bare: Insikt, tmp_path: Path, figure, lang: str) -> None:
    since = ["--since", "HEAD"] if figure.compares else []
    for given in ([], ["--by", BY[figure.name]] if figure.name in BY else []):
        path = tmp_path / "a.svg"
        sheet = tmp_path / "a.csv"
        code, _, err = bare(
            "figure", shown_name(figure), *since, *given, "-o", str(path), "--table", str(sheet), lang=lang
        )
        assert code == 0, err
        page = oracle.root(path.read_text(encoding="utf-8").partition("?>")[2])
        width, height = oracle.size(page)
        assert not oracle.overlapping(page)
        for left, top, right, bottom, string in oracle.boxes(page):
            assert 18 <= left < right <= width - 18, string
            assert 15 <= top < bottom <= height - 10, string
        assert bare("figure", "--check", str(path))[0] == 0


@pytest.mark.parametrize("figure", GALLERY, ids=shown_name)
def test_nothing_at_all_is_said_in_the_picture(tmp_path: Path, capsys, figure) -> None:
    (tmp_path / "yta" / "insights").mkdir(parents=True)
    (tmp_path / "yta" / "insights" / ".gitkeep").write_text("", encoding="utf-8")
    start(tmp_path / "yta")
    keep(tmp_path / "yta", "2024-01-01")
    insikt = Insikt(tmp_path / "yta", capsys)
    path = tmp_path / "a.svg"
    code, _, err = insikt(
        "figure",
        shown_name(figure),
        *(["--since", "HEAD"] if figure.compares else []),
        "-o",
        str(path),
        lang="en",
    )
    assert code == 0, err
    drawn = " ".join(oracle.texts(oracle.root(path.read_text(encoding="utf-8").partition("?>")[2])))
    assert any(
        each in drawn for each in ("There are no insights yet", "There are no records yet", " 0 insights")
    )


def test_counts_and_reports_of_next_to_nothing(bare: Insikt, tmp_path: Path) -> None:
    for name in COUNTED:
        code, out, err = bare("aggregate", "--by", name)
        assert (code, err) == (0, ""), err
        assert out
    code, _, err = bare("report", "-o", str(tmp_path / "r.md"))
    assert code == 0, err
    code, _, err = bare("map", "-o", str(tmp_path / "k.svg"))
    assert code == 0, err


def test_areas_say_how_many_lie_in_none(bare: Insikt, tmp_path: Path) -> None:
    oracle.put(bare.root, "aby/b", NOWHERE)
    oracle.put(bare.root, "aby/c", INSIGHT)
    path = tmp_path / "a.svg"
    assert bare("figure", "proportional", "-o", str(path), lang="en")[0] == 0
    said = next(
        each for each in oracle.texts(oracle.root(path.read_text("utf-8").partition("?>")[2])) if ";" in each
    )
    inside, outside = said.partition(", ")[2].split(" of them in the three circles and ")
    total = int(said.split()[0])
    assert int(inside) + int(outside.split()[0]) == total
    assert "three perspectives" not in said
