"""A sieve lets through all that a slower search finds: the searches that the sieves replaced are the judges here."""

import re
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from insiktskarta.files import fast
from insiktskarta.files.decode import CONTROL, decoded
from insiktskarta.model.sieve import sieve
from property.yaml_texts import TEXTS

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
