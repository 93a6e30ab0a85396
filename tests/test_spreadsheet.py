"""CSV for spreadsheets: nothing is calculated, numbers stay, every text can be had back."""

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conftest import Insikt
from insiktskarta.rules.examples import GOOD
from insiktskarta.show.spreadsheet import as_csv, neutral, restored

SIGNS = "=+-@\t\r\n"


@pytest.mark.parametrize(
    ("cell", "written"),
    [
        ('=HYPERLINK("x")', '\'=HYPERLINK("x")'),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("+1+cmd|' /C x'!A0", "'+1+cmd|' /C x'!A0"),
        ("-2+3", "'-2+3"),
        ("- Vi orkar inte", "'- Vi orkar inte"),
        ("\tx", "'\tx"),
        ("\r=1", "'\r=1"),
        ("=", "'="),
        ("'=1", "''=1"),
        ("Vi orkar inte = vi ger upp", "Vi orkar inte = vi ger upp"),
        ("'citat'", "'citat'"),
        ("-3", "-3"),
        ("-3,5", "-3,5"),
        ("+46", "+46"),
        ("-", "-"),
        ("", ""),
        (-3, -3),
        (-0.5, -0.5),
        (None, None),
    ],
)
def test_cells(cell: object, written: object) -> None:
    assert neutral(cell) == written
    assert not isinstance(cell, str) or restored(str(written)) == cell


@given(st.text() | st.text(alphabet=f"{SIGNS}'1,."))
def test_no_text_is_calculated_and_every_text_can_be_had_back(text: str) -> None:
    shown = neutral(text)
    assert restored(shown) == text
    bare = shown.strip("0123456789.,") in ("", "-", "+")
    assert bare or shown[0] not in SIGNS


@given(st.lists(st.lists(st.text(st.characters(codec="utf-8")), min_size=2, max_size=2)))
def test_rows_come_back(rows: list[list[str]]) -> None:
    read = csv.reader(io.StringIO(as_csv(rows), newline=""))
    assert [[restored(cell) for cell in row] for row in read] == rows


@pytest.fixture
def hostile(insikt: Insikt) -> Insikt:
    text = GOOD.replace("Unga vill ha en kort väg in", "'=1+1'").replace("Unga orkar", '"-2+3 Unga orkar')
    (insikt.root / "insights/aby").mkdir(exist_ok=True)
    path = insikt.root / "insights/aby/formel.yaml"
    path.write_text(text.replace("ger de upp.", 'ger de upp."'), encoding="utf-8", newline="\n")
    return insikt


def test_records(hostile: Insikt) -> None:
    out = hostile("query", "--organisation", "aby", "--output-format", "csv")[1]
    (row,) = csv.DictReader(io.StringIO(out))
    assert row["rubrik"] == "'=1+1"
    assert row["utsaga"].startswith("'-2+3 Unga")


def test_the_table_of_a_picture(hostile: Insikt, tmp_path: Path) -> None:
    table = tmp_path / "tabell.csv"
    code = hostile("figure", "insight-map", "-o", str(tmp_path / "bild.svg"), "--table", str(table))[0]
    assert code == 0
    cells = [cell for row in csv.reader(io.StringIO(table.read_text(encoding="utf-8"))) for cell in row]
    assert not [cell for cell in cells if len(cell) > 1 and cell[0] in "=+-@"]
    assert "'=1+1" in cells


def test_counts(insikt: Insikt) -> None:
    local = "ordförråd:\n  teman:\n    egen: {etikett: '=1+1', definition: Eget, räknas-som: boende}\n"
    settings = insikt.root / "insikt.yaml"
    settings.write_text(settings.read_text(encoding="utf-8") + local, encoding="utf-8")
    out = insikt("aggregate", "--by", "teman", "--output-format", "csv")[1]
    labels = [row["etikett"] for row in csv.DictReader(io.StringIO(out))]
    assert labels
    assert not [label for label in labels if label[:1] in tuple("=+-@")]
