"""A sieve lets through all that a slower search finds: the searches that the sieves replaced are the judges here."""

import re
import unicodedata
from pathlib import Path
from unittest.mock import patch

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from insiktskarta.files import fast
from insiktskarta.files.decode import CONTROL, decoded
from insiktskarta.files.parse import parse
from insiktskarta.files.settings import read_workspace
from insiktskarta.model import sieve as sieve_module
from insiktskarta.model.personal import claims, indirect, sieves
from insiktskarta.model.personal.email import EMAIL_SIGNS
from insiktskarta.model.personal.indirect_signs import HERE_PLACES, LIFE_SIGNS, OWNERS
from insiktskarta.model.personal.indirect_signs import SIGNS as INDIRECT_SIGNS
from insiktskarta.model.personal.name_kinds import FOLDED_FIRST
from insiktskarta.model.personal.number_words import SPOKEN_SIGNS
from insiktskarta.model.personal.runs import runs
from insiktskarta.model.personal.vocabulary import worth
from insiktskarta.model.sieve import joint_sieve, sieve
from insiktskarta.rules import all_rules, record_rules, text_rules
from insiktskarta.rules.form import trailing_space
from insiktskarta.rules.insight import solution
from property.yaml_texts import TEXTS

CONTEXT = read_workspace(Path("/"), b"").context()
PATH = "insights/exempelkoping/kort-vag-in.yaml"
MANY = settings(max_examples=500, deadline=None)

UNUSUAL = (
    re.compile(r"\\|<<|\n(?:---|\.\.\.|%| {24})|0[bBoOxX]|:[],}]|- - -"),
    re.compile(r"(?:^|[\s\[{,:-])[&*!]", re.MULTILINE),
    re.compile(r"[\n\[{,] *[?:]"),
    re.compile(r"[\[{][^\]}\[{]*[\[{]"),
    re.compile(r"[|>][-+0-9]* *(?:#[^\n]*)?\r?\n(?: *\r?\n)*(?:\S|\Z)"),
    re.compile(r"\r(?!\n)"),
)
SIGNS = st.text(alphabet="ab1_-&*!?:|>#[]{},%.\\<\r\n \tåÅ”–\u0301\x85\u2028\ufeff", max_size=40)


@pytest.mark.parametrize(("text", "found"), [("", False), ("a", False), ("a1", True), ("\ud800", True)])
def test_a_text_that_rust_cannot_read_is_let_through(text: str, found: bool) -> None:
    assert sieve("[0-9]")(text) is found


JOINT = {pattern: joint_sieve(pattern) for pattern in ("ab|^b", "(?i:A)_", r"\r(?:[^\n]|\z)", "[1-9]")}


@MANY
@given(SIGNS | st.text(alphabet="aAb_1\r\n\ud800", max_size=4))
def test_together_sieves_let_through_what_each_does_alone(text: str) -> None:
    for pattern, joint in JOINT.items():
        assert joint(text) is sieve(pattern)(text)


def test_a_sieve_that_joins_the_others_later_is_asked_too() -> None:
    text = "x" * 40
    assert not any(joint(text) for joint in JOINT.values())
    assert joint_sieve("x{40}")(text)


@MANY
@given(TEXTS | SIGNS)
def test_text_ends_in_spaces_where_it_did(text: str) -> None:
    expected = bool(re.search(" +(?=[\r\n]|\\Z)", text))
    assert trailing_space._may_end_in_space(text) is expected


@MANY
@given(TEXTS | SIGNS)
def test_all_that_is_unusual_in_yaml_is_left_to_the_exact_reader(text: str) -> None:
    if any(pattern.search(text) for pattern in UNUSUAL):
        assert fast._unusual(text)


@MANY
@given(SIGNS | st.text())
def test_no_unwanted_character_gets_through_and_text_is_composed(text: str) -> None:
    raw = text.encode("utf-8", "ignore")
    written = raw.decode().removeprefix("\ufeff")
    readable, problems = decoded(raw)
    if "\t" in written or CONTROL.search(written):
        assert readable is None
        assert problems
    else:
        assert readable == unicodedata.normalize("NFC", written)


@MANY
@given(st.characters(max_codepoint=0x2FF) | st.characters(min_codepoint=0x2010, max_codepoint=0x2026))
def test_what_is_let_by_needs_no_composing(sign: str) -> None:
    assert unicodedata.is_normalized("NFC", sign)
    assert not unicodedata.combining(sign)


DIGITS = st.lists(
    st.sampled_from([*"0123-/. (\t\nx", "--", "10", "05", "19", "20", "2024", "\n  ", "insamlad: ", "dnr "]),
    max_size=14,
).map("".join)
PERSONAL = [
    *("19901201-2390", "901201 2390", "900161-2396", "19901201-T390", "070-174 06 05", "+46 8 465 004 12"),
    *(
        "08-465004",
        "SE45 5000 0000 0583 9825 7466",
        "kontonummer 3300 123 456 7",
        "bg 5050-1055",
        "SN 2024/0123",
    ),
    *(
        "akt 12",
        "0 7 0 1 7 4 0 6 0 5",
        "LMA-kort 12345678",
        "Passnr: AA1234567",
        "snap: x_1",
        "insta @xyz",
        "skype live:xyz",
        "fb.com/xyz",
        "x.com/xyz",
        "Akten:\n  3-4",
        "dnr 2024-10",
        "ärendenr B 7",
        "ABC 123",
        "ABC12A",
        "Påhittsgatan 12",
        "gränd\n7",
    ),
    *("123 45 Exempelby", "Box 12, 12345 Ort", "nagon@exempelkoping.example", "nagon (snabel-a) x punkt se"),
    *(
        "Karin Andersson",
        "Andersson, Karin",
        "hennes son Kevin",
        "hon heter Ymer",
        "nollsjuttio ett sju fyra noll",
        "kurator: Sofia",
        "Kerstin, 47, ",
        "Ahmed (14)",
        "Dr. Svensson",
        "dr. Svensson",
        "herr Bergkvist",
        "familjen Xerx",
        "kontaktperson Xerxes sade",
        "Anna S sa",
        "Lisa B., ",
        " /Maria\n",
        "mvh Maria",
        "sonen Yusuf",
    ),
    *(
        "en 47-årig kvinna",
        "kommunens enda läkare",
        "tvåbarnsmamma",
        "i Lillfiktiv",
        "2024-08",
        "2024/2024-12",
    ),
    *(
        "2024-08-31",
        "\u00a0",
        "\u200b",
        "\u2013",
        "\uff11\uff12",
        "\u0661",
        "å",
        "\ud800",
        "½",
        "²",
        "\x1c",
        "\x85",
    ),
]
WORDS = sorted(word.decode() for word in claims._SIGNS)
TOLD = st.lists(
    st.sampled_from(PERSONAL)
    | st.sampled_from(WORDS)
    | st.sampled_from(WORDS).map(str.upper)
    | st.sampled_from([" ", "\n", "\n  ", ". ", "-", "/", "A", "a", "1", "@", "%", ", ", ": "])
    | st.text(max_size=3)
    | DIGITS,
    max_size=8,
).map("".join)


def open_gate(*_: object) -> bool:
    return True


OPEN = dict.fromkeys(
    ("may_have_anything", "may_have_numbers", "may_have_words", "may_have_anything_in_path"), open_gate
)


@settings(MANY, max_examples=3000)
@given(TOLD)
@example("05----0120-0")
@example("2022/2024-12345")
def test_the_sieves_keep_back_nothing_that_a_detector_finds(text: str) -> None:
    sifted = claims.claims.__wrapped__(text), claims.path_claims.__wrapped__(text)
    with patch.multiple(claims, **OPEN):
        assert sifted == (claims.claims.__wrapped__(text), claims.path_claims.__wrapped__(text))


@settings(MANY, max_examples=3000)
@given(DIGITS)
def test_all_numbers_of_five_digits_but_lone_dates_get_through(text: str) -> None:
    if any(run.digits >= claims._LONG for run in runs(text)):
        assert sieves.may_have_numbers(text)


INDIRECT = st.lists(
    st.sampled_from([*WORDS, *OWNERS.split("|"), *HERE_PLACES.split("|")])
    | st.sampled_from(
        ["enda", "ende", "i", "på", "år", "åring", "årig kvinna", "är", "fyllde", "gammal", "Kvinna på"]
    )
    | st.sampled_from(
        [
            "47",
            "två",
            "femtio",
            "hon har",
            "Skolan Granen",
            "i Lillfiktiv",
            "mamma till",
            "barn",
            "Lillfiktivs enda",
            "Den enda",
            "läkaren",
            "född 1953",
            "född den 3 maj 1953",
            "47,",
            "fyllde 13",
            "tvåbarnspappan",
            "och",
            "En man",
            "en",
        ]
    ),
    min_size=1,
    max_size=9,
)


@settings(MANY, max_examples=3000)
@given(st.builds(str.join, st.sampled_from([" ", " ", "  ", "-", ", ", "\n"]), INDIRECT))
@example("Kommunens enda barnmorska bor i Lillfiktiv.")
@example("En veterinär, 47, är den enda läkaren i Lillfiktiv.")
@example("Hon är 47 och född 1953.")
@example("Den enda läkaren i byn är från Lillfiktiv.")
def test_the_sieve_keeps_back_no_detail_about_one_person(text: str) -> None:
    words = worth(text, INDIRECT_SIGNS)
    if any(not asked.isdisjoint(words) and kind(text) for kind, asked in indirect._KINDS):
        assert sieves.may_have_words(text)
        assert sieves.may_have_anything(text)


def test_every_word_of_other_kinds_gets_through() -> None:
    for word in sorted(word.decode() for word in LIFE_SIGNS | SPOKEN_SIGNS | EMAIL_SIGNS):
        for text in (word, f"a {word.capitalize()}.", f"({word})", f"\t{word.upper()}\n"):
            assert sieves.may_have_words(text)
            assert sieves.may_have_anything(text)


def test_every_first_name_in_a_path_gets_through() -> None:
    for name in FOLDED_FIRST:
        assert sieves.may_have_anything_in_path(f"insights/exempelkoping/{name}-var-med.yaml")


@MANY
@given(
    st.lists(
        st.sampled_from(
            ["Vi", "vi", "borde", "MÅSTE", "ſka", "ska", "skulle", "förslag", "införa", "ta fram", "är"]
        )
        | st.sampled_from(["att", "lösningen", "kommunen", " ", "\n", "½", "x", "en"]),
        max_size=8,
    ).map(" ".join)
)
def test_no_solution_is_missed(text: str) -> None:
    if solution._SOLUTION.search(text):
        assert solution._may_be(text)


@MANY
@given(TEXTS | st.sampled_from([rule.bad for rule in all_rules()]) | st.text())
def test_a_closed_gate_hides_nothing(text: str) -> None:
    """With all gates open, the same is found."""
    parsed = parse(PATH, text.encode("utf-8", "surrogatepass"), CONTEXT)
    every = {True: record_rules(), False: text_rules()}
    opened = {
        is_record: tuple((open_gate, rules) for _, rules in gated) for is_record, gated in every.items()
    }
    with (
        patch("insiktskarta.files.parse.record_rules", lambda: opened[True]),
        patch("insiktskarta.files.parse.text_rules", lambda: opened[False]),
    ):
        assert parse(PATH, text.encode("utf-8", "surrogatepass"), CONTEXT) == parsed


def test_no_sieve_of_every_text_asks_where_words_end() -> None:
    r"""`\b` takes Rust's fast automaton from any text with å in it: 5 ms a text in the place of 5 µs."""
    assert all_rules()
    asked = [*sieve_module._joint, sieves._NUMBERS, sieves._WORDS, sieves._ACCOUNTS, sieves._FIRST_NAME]
    assert len(asked) > 8
    assert [pattern for pattern in asked if r"\b" in pattern or r"\B" in pattern] == []
