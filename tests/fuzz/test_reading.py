"""The harness of the fuzzer on a few hundred mutated files: what ten minutes of atheris do at length."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reading import check, read, settings

from insiktskarta.model.finding import Finding
from insiktskarta.rules import all_rules

SEEDS = [rule.bad.encode() for rule in all_rules() if rule.bad]
SPLICES = [
    b"\t",
    b"\r",
    b"\x00",
    b"&a ",
    b"*a",
    b"<<: ",
    b"---\n",
    b"- ",
    b"? ",
    b": ",
    b"#",
    b'"',
    b"\xff",
    b"|\n",
    b"[",
    b"{",
]


@st.composite
def mutated(draw: st.DrawFn) -> bytes:
    raw = draw(st.sampled_from(SEEDS))
    for _ in range(draw(st.integers(1, 4))):
        place = draw(st.integers(0, len(raw)))
        piece = draw(st.sampled_from(SPLICES) | st.binary(max_size=4) | st.sampled_from(SEEDS))
        raw = raw[:place] + piece + raw[place + draw(st.integers(0, 6)) :]
    return raw


@given(mutated())
def test_whatever_is_spliced_in_has_an_answer_with_a_place(raw: bytes) -> None:
    read(raw)


@given(mutated() | st.binary(max_size=200))
def test_the_settings_too(raw: bytes) -> None:
    settings(raw)


def test_every_hazard(shared: Path) -> None:
    for path in sorted((shared / "data/hazards").iterdir()):
        read(path.read_bytes())
        settings(path.read_bytes())


@pytest.mark.parametrize(
    "finding",
    [
        Finding("x", 3, 1, "YA106", "error", "Text."),
        Finding("x", 1, 9, "YA106", "error", "Text."),
        Finding("x", 1, 1, "XX999", "error", "Text."),
        Finding("x", 1, 1, "YA106", "error", ""),
    ],
)
def test_the_harness_refuses_a_finding_that_is_wrong(finding: Finding) -> None:
    with pytest.raises(AssertionError):
        check(finding, ["ett", "två"])
