"""Files and options that a run that draws can make no sense of: refused before anything is drawn, with what to do."""

from pathlib import Path

import pytest

from conftest import Insikt
from git_workspace import keep, start
from insiktskarta.cli import FINDINGS, IMPOSSIBLE, pictures
from insiktskarta.figures.gallery import GALLERY, shown_name


@pytest.mark.parametrize(
    ("words", "ending"),
    [
        (["map", "-o"], ".png"),
        (["figure", "upset", "-o"], ".png"),
        (["figure", "upset", "--table"], ".csv"),
        (["report", "-o"], ".md"),
    ],
)
def test_a_name_that_is_empty_or_ends_otherwise(insikt: Insikt, words: list[str], ending: str) -> None:
    code, out, err = insikt(*words, "")
    assert (code, out) == (IMPOSSIBLE, "")
    assert f"Filens namn är tomt. Skriv till exempel insikter{ending}." in err
    code, out, err = insikt(*words, "bild.gif")
    assert (code, out) == (IMPOSSIBLE, "")
    assert ending in err


def test_folders_are_made_at_home_and_nowhere_else(
    insikt: Insikt, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = tmp_path / "här"
    here.mkdir()
    monkeypatch.chdir(here)
    elsewhere = tmp_path / "borta" / "mapp"
    code, _, err = insikt("map", "-o", str(elsewhere / "a.svg"))
    assert code == IMPOSSIBLE
    assert "borta" in err
    assert not elsewhere.parent.exists()
    for path in (here / "ny" / "a.svg", insikt.root / "bilder" / "år" / "a.svg", tmp_path / "a.svg"):
        assert insikt("map", "-o", str(path))[0] == 0
        assert path.is_file()


@pytest.mark.parametrize("figure", [each for each in GALLERY if not each.divides], ids=shown_name)
def test_what_is_always_divided_alike_refuses_another_way(insikt: Insikt, tmp_path: Path, figure) -> None:
    path = tmp_path / "a.svg"
    code, _, err = insikt("figure", shown_name(figure), "--by", "tema", "-o", str(path))
    assert code == IMPOSSIBLE
    assert "insight-map, gap-matrix, shifts, upset" in err
    assert not path.exists()


@pytest.mark.parametrize("figure", [each for each in GALLERY if each.divides], ids=shown_name)
def test_what_can_be_divided_is(insikt: Insikt, tmp_path: Path, figure) -> None:
    drawn = []
    for by in ("tema", "röst"):
        path = tmp_path / f"{by}.svg"
        assert insikt("figure", shown_name(figure), "--by", by, "-o", str(path))[0] == 0
        drawn.append(path.read_bytes())
    assert drawn[0] != drawn[1]


def test_colour_is_the_insight_maps(insikt: Insikt, tmp_path: Path) -> None:
    one, other = tmp_path / "a.svg", tmp_path / "b.svg"
    assert insikt("figure", "insight-map", "--color", "röst", "-o", str(one))[0] == 0
    assert insikt("map", "--color", "röst", "-o", str(other))[0] == 0
    assert one.read_bytes() == other.read_bytes()
    code, _, err = insikt("figure", "sweden", "--color", "röst")
    assert code == IMPOSSIBLE
    assert "”sweden”" in err


def test_nothing_has_changed_since_a_day_to_come(insikt: Insikt, tmp_path: Path) -> None:
    start(insikt.root)
    keep(insikt.root, "2024-01-01")
    path = tmp_path / "a.svg"
    for when in ("9998", "9998-01", "9998-01-01"):
        code, _, err = insikt("figure", "before-after", "--since", when, "-o", str(path))
        assert code == IMPOSSIBLE
        assert f"{when} har inte varit än." in err
    assert insikt("figure", "before-after", "--since", "2024-01-01", "-o", str(path))[0] == 0


def test_a_picture_too_large_to_draw(insikt: Insikt, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.png"
    code, _, err = insikt("map", "-o", str(path), "--dpi", "1200", "--width", "2000")
    assert code == IMPOSSIBLE
    assert "högst 100 miljoner" in err
    assert "94488" in err
    assert not path.exists()
    assert insikt("map", "-o", str(path.with_suffix(".svg")), "--dpi", "1200", "--width", "2000")[0] == 0
    monkeypatch.setattr(pictures, "MOST_PIXELS", 10_000)
    assert insikt("map", "-o", str(path), "--dpi", "30", "--width", "50")[0] == 0
    assert insikt("map", "-o", str(path), "--dpi", "60", "--width", "200")[0] == IMPOSSIBLE


def test_a_picture_of_our_own_pages_says_nothing_of_another_tool(insikt: Insikt, tmp_path: Path) -> None:
    path = tmp_path / "a.svg"
    assert insikt("figure", "upset", "-o", str(path))[0] == 0
    text = path.read_text(encoding="utf-8")
    for tool, told in (("insiktskarta", False), ("insiktskarta 0.0.9", True)):
        other = text.replace(
            "&quot;tool&quot;:&quot;insiktskarta 0.1.0&quot;", f"&quot;tool&quot;:&quot;{tool}&quot;"
        )
        assert other != text
        path.write_text(
            other.replace("&quot;table&quot;:&quot;", "&quot;table&quot;:&quot;0"), encoding="utf-8"
        )
        code, out, _ = insikt("figure", "--check", str(path))
        assert code == FINDINGS
        assert ("0.0.9" in out) == told
