"""What people read says what is meant, under one name for each thing."""

import csv
import io
import json
import re
from pathlib import Path

import pytest

from conftest import ROOT, Insikt
from git_workspace import keep, start
from insiktskarta.figures.gallery import GALLERY, shown_name
from insiktskarta.show.csv_heads import CELLS, HEADS
from test_messages import PO

SWEDISH = PO.read_text(encoding="utf-8")


def translations() -> list[str]:
    """The Swedish texts of the catalogue, each on one line."""
    joined = re.sub(r'"\n"', "", SWEDISH)
    return re.findall(r'^msgstr(?:\[\d\])? "(.*)"$', joined, re.MULTILINE)


@pytest.mark.parametrize(
    ("word", "instead"),
    [
        (r"facett", "indelning"),
        (r"begrepp", "term"),
        (r"textredigerare", "redigeringsprogram"),
        (r"minst antal", "färst"),
        (r"commits", "versioner"),
        (r"repo\b", "git-förråd"),
        (r"skifte", "förflyttning"),
        (r"Välj en siffra", "Skriv ett nummer"),
        (r"(?<!ad-hoc-)rekord|journal(?!ist)", "post"),
    ],
)
def test_one_name_for_each_thing(word: str, instead: str) -> None:
    found = [each for each in translations() if re.search(word, each, re.IGNORECASE)]
    assert found == [], instead


def test_the_shifts_are_what_insights_ask_for(insikt: Insikt, tmp_path: Path) -> None:
    picture = tmp_path / "s.svg"
    assert insikt("figure", "shifts", "-o", str(picture))[0] == 0
    assert "Vilka förflyttningar efterfrågas i insikter?" in picture.read_text(encoding="utf-8")
    assert insikt("figure", "shifts", "-o", str(picture), "--organisation", "exempelkoping")[0] == 0
    text = " ".join(re.sub("<[^>]+>", " ", picture.read_text(encoding="utf-8")).split())
    assert "Vilka förflyttningar efterfrågas i insikter från Exempelköping?" in text


@pytest.mark.parametrize(("lang", "one"), [("sv", "av 1 organisation."), ("en", "of 1 organisation.")])
def test_one_organisation_is_one(insikt: Insikt, tmp_path: Path, lang: str, one: str) -> None:
    settings = insikt.root / "insikt.yaml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(text.replace("pahittsala, aby]", "]").replace(", ]", "]"), encoding="utf-8")
    for folder in ("pahittsala", "aby"):
        for path in (insikt.root / "insights" / folder).glob("*"):
            path.unlink()
    code, _, err = insikt("figure", "shared-map", "-o", str(tmp_path / "s.svg"), lang=lang)
    assert code == 0
    svg = (tmp_path / "s.svg").read_text(encoding="utf-8")
    assert one in err + svg
    assert "1 organisationer" not in err + svg
    assert "1 organisations" not in err + svg


@pytest.mark.parametrize("name", [shown_name(each) for each in GALLERY])
@pytest.mark.parametrize("lang", ["sv", "en"])
def test_a_table_has_swedish_heads(insikt: Insikt, tmp_path: Path, name: str, lang: str) -> None:
    start(insikt.root)
    keep(insikt.root, "2026-01-01")
    table = tmp_path / "t.csv"
    more = ["--since", "HEAD"] if name == "before-after" else []
    words = ["figure", name, "-o", str(tmp_path / "b.svg"), "--table", str(table), *more]
    assert insikt(*words, lang=lang)[0] == 0
    heads = table.read_text(encoding="utf-8").splitlines()[0].split(",")
    assert not set(heads) & (set(HEADS) - set(HEADS.values()))
    known = {term.id for facet in _vocabulary() for term in facet.terms.values()}
    circles = {"+".join(some) for some in _regions()}
    assert set(heads) <= {*HEADS.values(), *known, *circles, "id", "organisation", "-"}


@pytest.mark.parametrize(
    ("name", "head", "words"),
    [
        ("proportional", "läge", {"rätt", "skevt", "ryms-inte", "ritat-fast-tomt", "ritas-inte"}),
        ("before-after", "slag", {"område", "grupp", "totalt"}),
    ],
)
@pytest.mark.parametrize("lang", ["sv", "en"])
def test_a_table_has_swedish_cells(
    insikt: Insikt, tmp_path: Path, name: str, head: str, words: set[str], lang: str
) -> None:
    start(insikt.root)
    keep(insikt.root, "2026-01-01")
    more = ["--since", "HEAD"] if name == "before-after" else []
    drawn = ["figure", name, "-o", str(tmp_path / "b.svg"), *more, "--table"]
    assert insikt(*drawn, str(tmp_path / "t.csv"), lang=lang)[0] == 0
    assert insikt(*drawn, str(tmp_path / "t.json"), lang=lang)[0] == 0
    rows = list(csv.DictReader(io.StringIO((tmp_path / "t.csv").read_text(encoding="utf-8"))))
    column = next(key for key, said in HEADS.items() if said == head)
    plain = [row[column] for row in json.loads((tmp_path / "t.json").read_text(encoding="utf-8"))]
    assert {row[head] for row in rows} <= words
    assert [CELLS[column][each] for each in plain] == [row[head] for row in rows]
    assert set(CELLS[column].values()) == words
    assert not set(plain) & (words - set(CELLS[column]))


def _vocabulary():
    from insiktskarta.files.settings import read_workspace

    return read_workspace(ROOT).vocabulary()


def _regions() -> list[tuple[str, ...]]:
    from itertools import combinations

    circles = ("klienter", "riskgrupp", "invånare")
    return [some for n in (1, 2, 3) for some in combinations(circles, n)]


@pytest.mark.parametrize(
    "words", [["lint", "--changed"], ["query", "--at", "2024"], ["map", "--at", "HEAD", "-o", "x.png"]]
)
def test_no_english_of_git_where_there_is_no_repository(insikt: Insikt, words: list[str]) -> None:
    code, out, err = insikt(*words)
    assert (code, out) == (2, "")
    assert "ligger inte i något git-förråd" in err
    assert "git init" in err
    assert "fatal" not in err


def test_the_words_of_git_follow_in_brackets(insikt: Insikt) -> None:
    (insikt.root / ".git").write_text("gitdir: ingenstans\n", encoding="utf-8")
    code, _, err = insikt("query", "--at", "HEAD")
    assert code == 2
    assert re.search(r"git kan inte läsa det git-förråd som .* \(git säger: .+\)\n$", err)


def test_a_field_is_of_a_file_and_an_area_of_the_map() -> None:
    entries = [
        entry
        for entry in SWEDISH.split("\n\n")
        if re.search(r"^#: .*/(figures|tables|report)/", entry, re.MULTILINE)
    ]
    said = [re.sub(r"^#.*\n|\{\w+\}", "", entry, flags=re.MULTILINE) for entry in entries]
    assert len(said) > 200
    assert [each for each in said if re.search(r"\bfields?\b|fält", each, re.IGNORECASE)] == []


def test_the_former_name_of_the_areas_is_understood(insikt: Insikt) -> None:
    _, now, _ = insikt("aggregate", "--by", "område", "--output-format", "json")
    assert insikt("aggregate", "--by", "fält", "--output-format", "json") == (0, now, "")
    assert insikt("aggregate", "--by", "omrade", "--output-format", "json") == (0, now, "")
