import re
import unicodedata
from string import ascii_lowercase
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from insiktskarta.model import swedish
from insiktskarta.model.swedish import SLUG_LENGTH, _edits, folded, nearest, slug, sort_key

SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
WORDS = st.text(alphabet=ascii_lowercase + "åäöéü-_ ", max_size=30)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Äldre på landsbygden!", "aldre-pa-landsbygden"),
        ("Idé: Müller & crème brûlée", "ide-muller-creme-brulee"),
        ("Ærø, Straße, Łódź", "aero-strasse-lodz"),
        ("  Hur  kan_vi ... 2024/25? ", "hur-kan-vi-2024-25"),
        ("", ""),
        ("Ωμέγα – ！", ""),
        ("™", "tm"),
        ("con", "con-1"),
        ("LPT1", "lpt1-1"),
        ("kontakt con", "kontakt-con"),
    ],
)
def test_slug(text: str, expected: str) -> None:
    assert slug(text) == expected


def test_a_long_slug_ends_with_a_whole_word() -> None:
    assert slug("ord " * 20) == "-".join(["ord"] * 15)
    assert slug("a" * 59 + " " + "b" * 9) == "a" * 59
    assert slug("a" * 60 + " b") == "a" * 60
    assert slug("a" * 70) == "a" * 60
    assert slug("con " + "x" * 70) == "con-1"


@given(st.text())
def test_a_slug_is_a_safe_file_name_and_its_own_slug(text: str) -> None:
    made = slug(text)
    assert made == "" or SLUG.fullmatch(made)
    assert len(made) <= SLUG_LENGTH
    assert slug(made) == made


@given(st.text(alphabet="åäöéÅÄÖÉabc -", max_size=20))
def test_composed_and_decomposed_text_are_the_same(text: str) -> None:
    apart = unicodedata.normalize("NFD", text)
    together = unicodedata.normalize("NFC", text)
    assert slug(apart) == slug(together)
    assert folded(apart) == folded(together)
    assert sort_key(apart) == sort_key(together)


def test_folded_joins_spellings_of_a_term() -> None:
    spellings = ["ensamstående förälder", "Ensamstaende_foralder", " ensamstående-förälder "]
    assert {folded(one) for one in spellings} == {"ensamstaende-foralder"}
    assert folded("karlskrona/äldre_vård") == "karlskrona/aldre-vard"


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    assert folded(folded(text)) == folded(text)


@pytest.mark.parametrize(
    "ordered",
    [
        ["adam", "zebra", "åka", "ära", "öl"],
        ["Vb", "wa"],
        ["vb", "vc", "wa", "xa"],
        ["ide", "idé", "Idé", "ideal"],
        ["avsnitt 2", "avsnitt 9", "avsnitt 10"],
        ["2024", "10000", "a"],
        ["Habo", "Hallsberg", "Håbo"],
        ["Upplands Väsby", "Upplands-Bro", "Uppsala"],
        ["Muller", "Müller", "myr"],
        ["år 01", "år 1", "år 2"],
    ],
)
def test_swedish_order(ordered: list[str]) -> None:
    backwards = ordered[::-1]
    assert sorted(backwards, key=sort_key) == ordered


@given(st.text(), st.text())
def test_different_texts_never_tie(one: str, other: str) -> None:
    same = unicodedata.normalize("NFC", one) == unicodedata.normalize("NFC", other)
    assert (sort_key(one) == sort_key(other)) == same


def test_a_very_long_number_sorts() -> None:
    assert sort_key("1" * 5000) > sort_key("9" * 4999)


def test_missing_dots_are_the_likeliest_slip() -> None:
    assert nearest("aldre", ["ålder", "aldrig", "äldre", "barn"]) == ["äldre"]
    assert nearest("alder", ["äldre", "ålder"], 2) == ["ålder", "äldre"]


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("förflytningar", "förflyttningar"),
        ("perpsektiv", "perspektiv"),
        ("Grupp", "grupper"),
        ("bygger_på", "bygger-på"),
        ("kalla", "källa"),
    ],
)
def test_a_slip_finds_its_key(word: str, meant: str) -> None:
    keys = ["förflyttningar", "perspektiv", "grupper", "bygger-på", "källa", "insikt", "teman", "status"]
    assert nearest(word, keys) == [meant]


@pytest.mark.parametrize("word", ["helikopter", "", "x", "zzzzzzzzzzzzzzzzzzzz"])
def test_no_guess_when_nothing_is_near(word: str) -> None:
    assert nearest(word, ["förflyttningar", "perspektiv", "nytt", "ö"]) == []


@given(WORDS, st.lists(WORDS, max_size=8), st.integers(0, 4))
def test_suggestions_are_candidates_without_repeats(word: str, candidates: list[str], n: int) -> None:
    found = nearest(word, candidates, n)
    assert len(found) <= n
    assert len(set(found)) == len(found)
    assert set(found) <= set(candidates)


@given(WORDS, st.integers(0, 30))
def test_a_letter_too_many_is_still_found(word: str, place: int) -> None:
    if len(folded(word)) > 3:
        assert nearest(word[:place] + "q" + word[place:], [word]) == [word]


def test_four_hundred_candidates_are_quick() -> None:
    candidates = [f"{folded('förflyttning')}{letter}{number}" for letter in "abcd" for number in range(100)]
    start = perf_counter()
    nearest("forflytningb77", candidates)
    assert perf_counter() - start < 0.5


def slowly_counted(one: str, other: str) -> int:
    """Optimal string alignment as its definition says it."""
    if not one or not other:
        return len(one) + len(other)
    ways = [
        slowly_counted(one[:-1], other[:-1]) + (one[-1] != other[-1]),
        slowly_counted(one[:-1], other) + 1,
        slowly_counted(one, other[:-1]) + 1,
    ]
    if one[-2:] == other[-2:][::-1] and len(one[-2:]) == 2:
        ways.append(slowly_counted(one[:-2], other[:-2]) + 1)
    return min(ways)


@given(st.text("abc", max_size=5), st.text("abc", max_size=5), st.integers(0, 6))
def test_edits_agree_with_the_definition(one: str, other: str, limit: int) -> None:
    assert _edits(one, other, limit) == min(slowly_counted(one, other), limit + 1)


def test_a_foreign_mark_does_not_move_the_swedish_letters() -> None:
    assert sorted(["idé ö", "idé å", "idé z", "idé 10", "idé 9", "idé – x"], key=sort_key) == [
        "idé – x",
        "idé 9",
        "idé 10",
        "idé z",
        "idé å",
        "idé ö",
    ]


@given(st.text() | st.text(alphabet="aAåÅäöÖéüæøœő!:~_ 09-½ÿ\u0301"))
def test_a_table_of_bytes_collates_as_the_table_of_letters(text: str) -> None:
    assert swedish._collated(text) == text.translate(swedish._COLLATED)
