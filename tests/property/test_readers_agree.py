"""Both readers give the same for every text that both accept, and no bytes raise."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, event, example, given, settings
from hypothesis import strategies as st

from insiktskarta.files import events, exact, fast
from insiktskarta.files.decode import CONTROL, decoded
from insiktskarta.files.parse import parse
from insiktskarta.files.settings import read_workspace
from insiktskarta.model.language import ENGLISH
from insiktskarta.rules.examples import GOOD
from insiktskarta.rules.rule import Context
from property.yaml_texts import TEXTS, odd_records

WORKSPACE = read_workspace(Path("/"), b"")
CONTEXT = Context(WORKSPACE.vocabulary(), WORKSPACE.registry())
SLOW = settings(
    max_examples=250, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much]
)


def same(one: Any, other: Any) -> bool:
    """Equal in type, order and all; 1 is neither 1.0 nor True."""
    if type(one) is not type(other):
        return False
    if isinstance(one, dict):
        return list(one) == list(other) and all(same(one[key], other[key]) for key in one)
    if isinstance(one, list):
        return len(one) == len(other) and all(map(same, one, other))
    return bool(one == other)


@pytest.mark.skipif(fast.yaml_rs is None, reason="no wheel of yaml-rs for this platform")
@settings(SLOW, max_examples=1000)
@given(TEXTS)
@example("a: _1\n")
@example("a: 0b11\n")
@example("a: 0O17\n")
@example("a: [b, c:]\n")
@example("a: [b:, c]\n")
@example("a: {b:}\n")
@example("a:\n  - ? : b: c\n")
@example("a:\n  -   ? b\n")
@example("a:\n  - : b\n")
@example("a: [|x]\n")
@example("a: [>y]\n")
@example("a: [b, |]\n")
@example("a: {b: |c}\n")
@example("a: {b: >}\n")
@example("a: [x: >\n  t\n]\n")
def test_a_fast_answer_is_the_exact_readers_answer(text: str) -> None:
    readable, _ = decoded(text.encode("utf-8", "surrogatepass"))
    quick = fast.fast(readable) if readable is not None else None
    event("fast" if quick is not None else "left to the exact reader")
    if quick is not None:
        slow = exact.read(readable or "")
        assert slow.problems == []
        assert same(quick, slow.value)


@SLOW
@given(TEXTS)
def test_both_loaders_of_the_exact_reader_give_the_same(text: str) -> None:
    readable, _ = decoded(text.encode("utf-8", "surrogatepass"))
    if readable is None:
        return
    native = exact.read(readable)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(events, "_LOADER", yaml.SafeLoader)
        pure = exact.read(readable)
    if native.whole and pure.whole:
        assert (repr(native.value), native.problems) == (repr(pure.value), pure.problems)
        assert native.keys == pure.keys


@SLOW
@given(st.one_of(TEXTS, odd_records()))
def test_every_finding_is_inside_the_text(text: str) -> None:
    readable, _ = decoded(text.encode("utf-8", "surrogatepass"))
    if readable is None:
        return
    lines = readable.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for finding in parse("insights/grums/x.yaml", readable.encode(), CONTEXT).findings:
        assert 1 <= finding.line <= len(lines)
        assert 1 <= finding.column <= len(lines[finding.line - 1]) + 1


@SLOW
@given(st.one_of(st.binary(max_size=80), TEXTS.map(lambda text: text.encode("utf-8", "surrogatepass"))))
def test_no_bytes_raise(raw: bytes) -> None:
    parsed = parse("insights/grums/x.yaml", raw, CONTEXT)
    assert parsed.record is not None or parsed.findings
    assert parsed.findings == parse("insights/grums/x.yaml", raw, CONTEXT).findings
    for finding in parsed.findings:
        shown = finding.text(ENGLISH)
        assert "\n" not in shown
        assert CONTROL.search(shown) is None


@SLOW
@given(odd_records())
def test_no_record_raises_with_either_loader(text: str) -> None:
    raw = text.encode("utf-8", "surrogatepass")
    usual = parse("insights/grums/x.yaml", raw, CONTEXT)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(fast, "yaml_rs", None)
        without = parse("insights/grums/x.yaml", raw, CONTEXT)
        patch.setattr(events, "_LOADER", yaml.SafeLoader)
        slowest = parse("insights/grums/x.yaml", raw, CONTEXT)
    assert usual == without
    assert (usual.record is None) == (slowest.record is None)
    if usual.record is not None:
        assert usual == slowest
    for finding in usual.findings:
        finding.text(ENGLISH)


@SLOW
@given(
    st.integers(0, len(GOOD)),
    st.integers(0, len(GOOD)),
    st.sampled_from(
        [
            "",
            "\r",
            "\n",
            " ",
            "\t",
            '"',
            "'",
            ":",
            "\\",
            "[",
            "{",
            "&a ",
            "*a",
            "!",
            "%",
            "|",
            ">",
            "#",
            "-",
            "🙂",
            "o\u0308",
        ]
    ),
)
def test_no_slip_of_the_keyboard_raises(start: int, end: int, instead: str) -> None:
    text = GOOD[:start] + instead + GOOD[max(start, min(end, start + 5)) :]
    parsed = parse("insights/grums/x.yaml", text.encode(), CONTEXT)
    assert parsed.record is not None or parsed.findings
