import unicodedata
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from insiktskarta.files.settings import vocabulary_data
from insiktskarta.model.vocabulary import Facet, Vocabulary, vocabulary_from

DATA: dict[str, Any] = {
    "facetter": {
        "grupper": {
            "etikett": "Grupper",
            "etikett-en": "Groups",
            "termer": {
                "vuxna": {"etikett": "vuxna", "etikett-en": "adults", "definition": "Från 18 år."},
                "äldre": {"etikett": "Äldre personer", "alias": ["seniorer", "65+"], "bredare": "vuxna"},
                "äldre-på-landet": {"etikett": "äldre på landet", "bredare": "äldre", "kort": "landet"},
                "gamla": {"etikett": "gamla", "ersatt-av": "äldre"},
                "ägg": {"bredare": "höna"},
                "höna": {"bredare": "ägg"},
                "själv": {"bredare": "själv"},
                "utanför": {"bredare": "finns-inte", "standardkarta": False, "ursprung": "K"},
            },
        },
        "kön": {"etikett": "Kön", "termer": {"kvinnor": {"etikett": "kvinnor"}}},
    }
}
VOCABULARY = vocabulary_from(DATA)
GROUPS = VOCABULARY["grupper"]
PACKAGED = vocabulary_from(vocabulary_data())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("äldre", "äldre"),
        ("aldre", "äldre"),
        ("ÄLDRE", "äldre"),
        ("Äldre personer", "äldre"),
        ("aldre_personer", "äldre"),
        ("seniorer", "äldre"),
        ("65+", "äldre"),
        ("adults", "vuxna"),
        (unicodedata.normalize("NFD", "äldre på landet"), "äldre-på-landet"),
        ("aldre-pa-landet", "äldre-på-landet"),
        (" Äldre  på landet ", "äldre-på-landet"),
        ("gamla", "gamla"),
        ("äldr", None),
        ("", None),
        ("kvinnor", None),
    ],
)
def test_find(text: str, expected: str | None) -> None:
    assert GROUPS.find(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"), [("äldr", "äldre"), ("seniorr", "äldre"), ("vuxan", "vuxna"), ("helikopter", None)]
)
def test_suggestion(text: str, expected: str | None) -> None:
    assert GROUPS.suggestion(text) == expected


def test_a_terms_own_id_wins_over_anothers_alias() -> None:
    terms = {"a": {"alias": ["b", "c"]}, "b": {}, "d": {"alias": ["c"]}}
    facet = vocabulary_from({"facetter": {"f": {"etikett": "F", "termer": terms}}})["f"]
    assert (facet.find("b"), facet.find("c")) == ("b", "a")


def test_narrower_terms() -> None:
    assert GROUPS.with_narrower("vuxna") == ("vuxna", "äldre", "äldre-på-landet")
    assert GROUPS.with_narrower("äldre-på-landet") == ("äldre-på-landet",)
    assert GROUPS.with_narrower("finns-inte") == ("utanför",)
    assert GROUPS.lineage("äldre-på-landet") == ("äldre-på-landet", "äldre", "vuxna")


def test_cycles_end() -> None:
    assert GROUPS.lineage("ägg") == ("ägg", "höna")
    assert set(GROUPS.with_narrower("ägg")) == {"ägg", "höna"}
    assert GROUPS.lineage("själv") == ("själv",)
    assert GROUPS.with_narrower("själv") == ("själv",)


def test_labels() -> None:
    assert VOCABULARY.label("grupper", "vuxna", "en") == "adults"
    assert VOCABULARY.label("grupper", "äldre", "en") == "Äldre personer"
    assert VOCABULARY.label("grupper", "ägg", "sv") == "ägg"
    assert VOCABULARY.label("grupper", "finns-inte", "sv") == "finns-inte"
    assert VOCABULARY.label("finns-inte", "äldre", "sv") == "äldre"
    assert GROUPS.terms["äldre-på-landet"].short == {"sv": "landet", "en": "äldre på landet"}
    assert GROUPS.terms["vuxna"].definition == {"sv": "Från 18 år.", "en": "Från 18 år."}
    assert (GROUPS.terms["utanför"].on_map, GROUPS.terms["utanför"].origin) == (False, "K")
    assert [facet.id for facet in VOCABULARY] == ["grupper", "kön"]


def test_local_terms_are_added_replaced_and_taken_away() -> None:
    local: dict[str, Any] = {
        "grupper": {
            "nya": {"etikett": "Nya", "räknas-som": "vuxna"},
            "vuxna": {"etikett": "Stora"},
            "äldre": None,
            "okänd": None,
        },
        "finns-inte": {"x": {"etikett": "X"}},
    }
    mine = vocabulary_from(DATA, local)["grupper"]
    assert mine.terms["nya"].counts_as == "vuxna"
    assert mine.with_narrower("vuxna") == ("vuxna", "nya")
    assert mine.wider("nya") == ("nya", "vuxna")
    assert mine.find("stora") == "vuxna"
    assert "äldre" not in mine.terms
    assert mine.find("seniorer") is None
    assert [*mine.terms][:: len(mine.terms) - 1] == ["vuxna", "nya"]
    assert "äldre" in GROUPS.terms
    assert vocabulary_from(DATA, local)["kön"] == VOCABULARY["kön"]


@given(st.text())
def test_any_text_finds_a_term_or_nothing(text: str) -> None:
    for facet in (GROUPS, PACKAGED["grupper"]):
        assert facet.find(text) is None or facet.find(text) in facet.terms
        assert facet.suggestion(text) is None or facet.suggestion(text) in facet.terms


@pytest.mark.parametrize("facet", list(PACKAGED), ids=lambda facet: facet.id)
def test_the_packaged_terms_are_found_by_all_their_names(facet: Facet) -> None:
    words: dict[str, set[str]] = {}
    for term in facet.terms.values():
        for word in (term.id, *term.label.values(), *term.aliases):
            words.setdefault(word.casefold(), set()).add(term.id)
    for word, meant in words.items():
        assert facet.find(word) in meant
        assert facet.find(unicodedata.normalize("NFD", word).upper()) in meant
    for term in facet.terms.values():
        assert facet.find(term.id) == term.id
        assert term.broader is None or term.broader in facet.terms
        assert term.replaced_by is None or term.replaced_by in facet.terms


def test_an_empty_vocabulary() -> None:
    assert list(vocabulary_from({"facetter": {}})) == []
    assert Vocabulary({}).label("a", "b", "sv") == "b"
