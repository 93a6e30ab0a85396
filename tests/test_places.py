"""A place that is found at once is the place that the exact reader gives."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from insiktskarta.files import exact
from insiktskarta.files.places import at_once
from insiktskarta.rules import all_rules
from insiktskarta.rules.examples import GOOD

TEXTS = [GOOD, *(rule.bad for rule in all_rules()), *(rule.good for rule in all_rules())]
KEYS = (
    "typ",
    "rubrik",
    "insikt",
    "perspektiv",
    "grupper",
    "röst",
    "källa",
    "bygger-på",
    "lika",
    "status",
    "anteckning",
)


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_both_agree_on_every_example(line_end: str) -> None:
    told = 0
    for example in TEXTS:
        text = "# huvud\n\n  # mer\n".replace("\n", line_end) + example.replace("\n", line_end)
        read = exact.read(text)
        if read.value is None or not read.whole or read.problems:
            continue
        for pointer in read.values:
            for key in (False, True):
                quick = at_once(text, pointer, key=key)
                assert quick is None or quick == read.place(pointer, key=key)
                told += quick is not None
    assert told > 1000


VALUES = st.sampled_from(
    [
        "x",
        "'x'",
        '"x: y"',
        "[a, b]",
        "{a: b}",
        "|\n  rubrik: text\n  mer",
        ">-\n  en\n\n  två",
        "\n  - a\n  - b",
        "\n- a\n- b",
        "",
        "# bara en kommentar",
        "x # y",
        "&a x",
        "!!str x",
        "'x\n  y'",
        "x\n  rubrik: y",
        "\n  x",
        "~",
        "  x",
        "- x",
    ]
)


@given(
    st.dictionaries(st.sampled_from(KEYS), VALUES, min_size=1),
    st.sampled_from(["", "# x\n", "---\n", "\n\n", " "]),
)
def test_both_agree_on_odd_values(fields: dict[str, str], head: str) -> None:
    text = head + "".join(f"{key}: {value}\n" for key, value in fields.items())
    read = exact.read(text)
    if not isinstance(read.value, dict) or not read.whole or read.problems:
        return
    for pointer in read.values:
        for key in (False, True):
            quick = at_once(text, pointer, key=key)
            assert quick is None or quick == read.place(pointer, key=key)
