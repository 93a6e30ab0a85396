"""Whatever is wrong with a file: mending it twice is mending it once, and nothing is lost or worse."""

import re
import unicodedata
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, event, example, given, settings
from hypothesis import strategies as st

from insiktskarta.files.condition import Case
from insiktskarta.files.mend import mended
from insiktskarta.files.parse import read, severities
from insiktskarta.files.settings import read_workspace
from insiktskarta.files.splice import lain, spliced
from insiktskarta.model.record import TYPES, keys
from insiktskarta.model.suppression import applied
from insiktskarta.rules import fixing_rules
from insiktskarta.rules.fix import ContentFix, Edit
from property.yaml_texts import REQUIRED, TEXTS, odd_records

CONTEXT = replace(read_workspace(Path("/"), b"").context(), schemas=True)
PLACE = "insights/grums/x.yaml"
SLOW = settings(
    max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much]
)
FORM = {rule.code for rule in fixing_rules() if not isinstance(rule.fix, ContentFix)}
COMMENT = re.compile(r"(?:^|\s)#(.*)")
GROUPS = ["ungdomar", "Ungdomar", "'ungdomar'", "barn", "barn-och-unga", "vuxna", "aldre", "äldre", "fel"]
THEMES = ["budget-och-ekonomi", '"budget-och-ekonomi"', "budget-och-ekonomistyrning", "Budget_och_ekonomi"]
ASCII = str.maketrans("åäö", "aao")


@st.composite
def faulty(draw: st.DrawFn) -> str:
    """A record with everything that fixes are for, and what stands in their way."""
    type_ = draw(st.sampled_from(list(TYPES)))
    rows = {"typ": type_, **REQUIRED[type_]}
    for key, terms in (("grupper", GROUPS), ("teman", THEMES)):
        if key in keys(TYPES[type_]) and draw(st.booleans()):
            rows[key] = draw(lists(terms))
    for key in ("anteckning", "osäkert"):
        if draw(st.booleans()):
            rows[key] = draw(TEXT_VALUES)
    ordered = draw(st.permutations(list(rows.items()))) if draw(st.booleans()) else list(rows.items())
    lines = [draw(st.sampled_from(HEADS))]
    for key, value in ordered:
        spelt = draw(st.sampled_from([key, key, key, key.translate(ASCII), key.capitalize(), f'"{key}"']))
        gap = "" if value.startswith("\n") else " "
        lines += [draw(st.sampled_from(ABOVE)), f"{spelt}:{gap}{value}", draw(st.sampled_from(BEHIND)), "\n"]
    text = "".join(lines)
    text = draw(st.sampled_from([text, text, text.rstrip("\n"), text.replace("\n", "\r\n")]))
    text = draw(st.sampled_from([text, text, text.replace("\n", "\r", 2), text.replace("\n", "\r\n", 3)]))
    form = draw(st.sampled_from(["NFC", "NFC", "NFC", "NFD"]))
    return draw(st.sampled_from(["", "", "", "\ufeff"])) + unicodedata.normalize(form, text)


@st.composite
def lists(draw: st.DrawFn, terms: list[str]) -> str:
    items = draw(st.lists(st.sampled_from(terms), min_size=1, max_size=4))
    if draw(st.booleans()):
        return f"[{draw(COMMAS).join(items)}]"
    ends = [draw(st.sampled_from(["", "", " ", "  # därför"])) for _ in items]
    indent = draw(st.sampled_from(["", "  ", "    "]))
    return "\n" + "\n".join(f"{indent}- {item}{end}" for item, end in zip(items, ends, strict=True))


TEXT_VALUES = st.sampled_from(
    [
        "x",
        "|\n  en \n  # två\n",
        ">-\n  en  \n\n  två",
        "|+\n  en\n\n",
        '"x\n  rubrik: y"',
        "'en # två'",
        "ring 070-174 06 05",
    ]
)
COMMAS = st.sampled_from([", ", ",", " , ", ",\n  "])
HEADS = [
    "",
    "",
    "# överst\n",
    "# yaml-language-server: $schema=../../schemas/test.schema.json\n",
    "# yaml-language-server: $schema=../schemas/insikt.schema.json\n",
    "# insikt: ignore VO -- så ska det vara\n",
    "---\n",
]
ABOVE = ["", "", "", "# om nästa\n", "\n", "\n# ensam\n\n", "# insikt: ignore VO103 -- två gånger\n"]
BEHIND = ["", "", "", " ", "  # varför ", "  # insikt: ignore SC -- än så länge"]
ANY = st.one_of(faulty(), faulty(), faulty(), odd_records(), TEXTS)


def raw_of(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def findings(raw: bytes) -> Counter[str]:
    reading = read(PLACE, raw, CONTEXT)
    found = [each.finding(PLACE, each.severity or severities()[each.code]) for each in reading.problems]
    left, about = applied(found, reading.excuses)
    return Counter(each.code for each in (*left, *about))


def comments(raw: bytes) -> Counter[str]:
    text = unicodedata.normalize("NFC", raw.decode("utf-8", "replace"))
    return Counter(found.strip() for line in re.split("\r\n|\r|\n", text) for found in COMMENT.findall(line))


@SLOW
@given(ANY)
def test_mending_twice_is_mending_once(text: str) -> None:
    once = mended(Case(PLACE, CONTEXT), raw_of(text))
    event("mended" if once.fixed else "left alone")
    again = mended(Case(PLACE, CONTEXT), once.raw)
    assert (again.raw, again.fixed.total()) == (once.raw, 0)
    assert bool(once.fixed) == (once.raw != raw_of(text))


@SLOW
@given(ANY)
def test_nothing_is_worse(text: str) -> None:
    raw = raw_of(text)
    before, after = read(PLACE, raw, CONTEXT), mended(Case(PLACE, CONTEXT), raw)
    reading = read(PLACE, after.raw, CONTEXT)
    if before.record is not None:
        assert reading.record is not None
        assert findings(raw) - after.fixed == findings(after.raw)
    reading_errors = Counter(code for code in findings(after.raw).elements() if code.startswith(("YA", "PD")))
    assert not reading_errors - findings(raw)


@SLOW
@given(ANY)
def test_comments_are_kept(text: str) -> None:
    raw = raw_of(text)
    done = mended(Case(PLACE, CONTEXT), raw)
    lost = comments(raw) - comments(done.raw)
    assert all("$schema" in each for each in lost), "only the name of a schema may become another"


@SLOW
@given(ANY)
def test_fixes_of_the_form_keep_the_content(text: str) -> None:
    raw = raw_of(text)
    done = mended(Case(PLACE, CONTEXT, lambda code, _: code in FORM), raw)
    before, after = read(PLACE, raw, CONTEXT), read(PLACE, done.raw, CONTEXT)
    assert repr(sorted((before.content or {}).items()) if isinstance(before.content, dict) else before.content) == (
        repr(sorted((after.content or {}).items()) if isinstance(after.content, dict) else after.content)
    )  # fmt: skip


@SLOW
@given(faulty())
def test_content_changes_by_words_that_the_vocabulary_has(text: str) -> None:
    raw = raw_of(text)
    before, after = (read(PLACE, each, CONTEXT) for each in (raw, mended(Case(PLACE, CONTEXT), raw).raw))
    if before.record is None or after.record is None:
        return
    known = {(facet.id, term) for facet in CONTEXT.vocabulary for term in facet.terms}
    old = {(facet, term) for facet, _, term in before.record.terms}
    new = {(facet, term) for facet, _, term in after.record.terms}
    assert new - old <= known
    kept = before.record.content.model_dump(exclude={"groups", "themes"})
    assert after.record.content.model_dump(exclude={"groups", "themes"}) == kept


@SLOW
@given(faulty(), st.sets(st.sampled_from(sorted(rule.code for rule in fixing_rules()))))
def test_only_what_is_asked_for_is_mended(text: str, codes: set[str]) -> None:
    done = mended(Case(PLACE, CONTEXT, lambda code, _: code in codes), raw_of(text))
    assert done.fixed.keys() & codes or done.raw == raw_of(text)


@given(
    st.text("ab# \n\r"), st.lists(st.tuples(st.integers(0, 20), st.integers(0, 5), st.text("xy", max_size=3)))
)
def test_edits_that_touch_nothing_in_common_are_all_made(
    text: str, wanted: list[tuple[int, int, str]]
) -> None:
    edits, free = [], 0
    for gap, length, new in wanted:
        start = free + gap + 1
        edits.append(Edit(start, start + length, new))
        free = start + length
    edits = [each for each in edits if each.end <= len(text)]
    expected, last = "", 0
    for each in edits:
        expected, last = expected + text[last : each.start] + each.text, each.end
    assert spliced(text, reversed(edits)) == expected + text[last:]


@given(st.text("aåö\u030a\u0308b#\n\r 🙂"), st.integers(0, 30), st.integers(0, 30))
@example("a\u030a\nb", 2, 3)
def test_an_edit_in_a_text_means_the_same_place_where_it_lies(lying: str, one: int, other: int) -> None:
    text = unicodedata.normalize("NFC", lying)
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    for mark in ("", "\ufeff"):
        moved = lain([Edit(start, end, "X")], text, mark + lying)
        for each in moved:
            assert unicodedata.normalize("NFC", spliced(mark + lying, moved)) in (
                mark + unicodedata.normalize("NFC", text[:start] + "X" + text[end:]),
                unicodedata.normalize("NFC", mark + text[:start] + "X" + text[end:]),
            ), each


@pytest.mark.parametrize("first", [0, 3])
def test_of_two_edits_of_the_same_place_the_first_is_made(first: int) -> None:
    edits = [Edit(first, first + 3, "X"), Edit(first + 2, first + 4, "Y"), Edit(first + 4, first + 4, "Z")]
    text = "abcdefgh"
    assert spliced(text, edits) == text[:first] + "X" + text[first + 3] + "Z" + text[first + 4 :]
