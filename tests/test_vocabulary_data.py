"""The packaged vocabulary, read as plain data: what a typo in it would break."""

import unicodedata
from importlib import resources
from pathlib import Path
from typing import Any

import pytest

import insiktskarta
from insiktskarta.files import exact
from insiktskarta.files.settings import vocabulary_data

yaml_rs = pytest.importorskip("yaml_rs", reason="no wheel of yaml-rs for this platform")

PATH = Path(insiktskarta.__file__).parent / "model" / "data" / "vocabulary.yaml"
TEXT = PATH.read_bytes().decode("utf-8")
VOCABULARY = yaml_rs.loads(TEXT, parse_datetime=False)
FACETS = VOCABULARY["facetter"]
TERMS = [(facet, term) for facet in FACETS for term in FACETS[facet]["termer"]]
LABELS = ("etikett", "etikett-en", "definition", "definition-en")
KEYS = {
    *LABELS, "kort", "kort-en", "bredare", "alias", "ersatt-av", "ursprung", "rader", "standardkarta",
}  # fmt: skip


def term(facet: str, name: str) -> dict[str, Any]:
    value: dict[str, Any] = FACETS[facet]["termer"][name]
    return value


def as_id(words: str) -> str:
    return words.casefold().replace(" ", "-")


def test_facets_stand_in_display_order() -> None:
    assert VOCABULARY["version"] == 1
    assert list(FACETS) == [
        "perspektiv",
        "perspektiv-säkerhet",
        "grupper",
        "livssituation",
        "kön",
        "röst",
        "förflyttningar",
        "teman",
        "tvärperspektiv",
        "metoder",
        "status",
        "återkoppling-status",
        "typ",
    ]
    assert list(FACETS["grupper"]["termer"])[-1] == "ospecificerad"


def test_text_is_composed_and_plain() -> None:
    assert unicodedata.is_normalized("NFC", TEXT)
    assert TEXT.endswith("\n")
    assert not {"\t", "\r"} & set(TEXT)


@pytest.mark.parametrize("facet", FACETS)
def test_ids_and_aliases_are_unique_in_a_facet(facet: str) -> None:
    terms = FACETS[facet]["termer"]
    names = [as_id(name) for name in terms]
    names += [as_id(alias) for name in terms for alias in terms[name].get("alias", [])]
    assert sorted(names) == sorted(set(names))


@pytest.mark.parametrize("facet", FACETS)
def test_a_facet_says_what_it_is(facet: str) -> None:
    assert set(FACETS[facet]) == {*LABELS, "termer"}
    assert all(FACETS[facet][key].strip() for key in LABELS)


@pytest.mark.parametrize(("facet", "name"), TERMS)
def test_a_term_is_complete(facet: str, name: str) -> None:
    value = term(facet, name)
    assert set(value) <= KEYS
    assert name == as_id(name).strip("-")
    assert all(value[key].strip() for key in LABELS)
    assert value["ursprung"] in {"K", "F", "E"}
    assert value.get("standardkarta", True) in {True, False}
    assert ("kort" in value) == ("kort-en" in value)


@pytest.mark.parametrize(("facet", "name"), TERMS)
def test_parents_and_replacements_are_there_and_never_go_in_circles(facet: str, name: str) -> None:
    for key in ("bredare", "ersatt-av"):
        seen = [name]
        while key in term(facet, seen[-1]):
            seen.append(term(facet, seen[-1])[key])
            assert seen[-1] in FACETS[facet]["termer"]
            assert seen[-1] not in seen[:-1]


@pytest.mark.parametrize("name", FACETS["perspektiv"]["termer"])
def test_every_circle_has_a_short_label(name: str) -> None:
    assert term("perspektiv", name)["kort"]


@pytest.mark.parametrize("name", FACETS["grupper"]["termer"])
def test_a_long_group_label_has_a_short_one(name: str) -> None:
    value = term("grupper", name)
    for suffix in ("", "-en"):
        assert len(value.get(f"kort{suffix}", value[f"etikett{suffix}"])) <= 22


def test_the_map_has_colours_enough_for_the_widest_groups() -> None:
    terms = FACETS["grupper"]["termer"]
    assert sum("bredare" not in terms[name] for name in terms) <= 8


def test_only_our_own_life_situations_are_off_the_default_map() -> None:
    hidden = [pair for pair in TERMS if not term(*pair).get("standardkarta", True)]
    assert hidden
    assert {facet for facet, _ in hidden} == {"livssituation"}
    assert {term(*pair)["ursprung"] for pair in hidden} == {"E"}


def test_the_fast_reader_reads_the_vocabulary_as_the_exact_one_does() -> None:
    text = resources.files("insiktskarta.model").joinpath("data/vocabulary.yaml").read_text(encoding="utf-8")
    assert vocabulary_data() == exact.read(text).value
