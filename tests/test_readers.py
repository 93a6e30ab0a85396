import re
from itertools import islice
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from insiktskarta.files import decode, events, exact, fast
from insiktskarta.files.decode import decoded, place
from insiktskarta.files.exact import read

LOADERS = [yaml.SafeLoader, *([yaml.CSafeLoader] if hasattr(yaml, "CSafeLoader") else [])]


@pytest.fixture(params=LOADERS, ids=lambda loader: loader.__name__)
def loader(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.setattr(events, "_LOADER", request.param)
    return request.param


def told(text: str) -> list[tuple[str, int, int]]:
    return [(each.code, each.line, each.column) for each in read(text).problems]


def value(scalar: str) -> Any:
    return read(f"a: {scalar}\n").value["a"]


@pytest.mark.parametrize(
    ("scalar", "expected"),
    [
        *(("no", "no"), ("NO", "NO"), ("on", "on"), ("off", "off"), ("yes", "yes"), ("y", "y")),
        *(
            ("true", True),
            ("False", False),
            ("tRue", "tRue"),
            ("null", None),
            ("~", None),
            ("", None),
            ("nUll", "nUll"),
        ),
        *(("12:30", "12:30"), ("1:30:00", "1:30:00"), ("2024-01-15", "2024-01-15"), ("2024-01", "2024-01")),
        *(
            ("2024-08/2024-12", "2024-08/2024-12"),
            ("2024", 2024),
            ("+5", 5),
            ("-5", -5),
            ("1_000", "1_000"),
            ("_1", "_1"),
        ),
        *(
            ("0x1F", 31),
            ("-0x1F", "-0x1F"),
            ("0X1F", "0X1F"),
            ("0o17", 15),
            ("0O17", "0O17"),
            ("0b11", "0b11"),
        ),
        *(
            ("1e3", 1000.0),
            ("1.10", 1.1),
            (".5", 0.5),
            ("5.", 5.0),
            (".", "."),
            ("1.2.3", "1.2.3"),
            ("1 000", "1 000"),
        ),
        *(
            (".inf", float("inf")),
            ("-.INF", float("-inf")),
            ("inf", "inf"),
            ("nan", "nan"),
            ("'0180'", "0180"),
        ),
        *(
            ("1" * 5000, "1" * 5000),
            ("'null'", "null"),
            ('"true"', "true"),
            ("'it''s'", "it's"),
            ("a:b", "a:b"),
        ),
        *(("a#b", "a#b"), ("a # b", "a"), ("０１", "０１"), ("18446744073709551616", 18446744073709551616)),
    ],
)
def test_plain_scalars_follow_yaml_1_2(loader: Any, scalar: str, expected: Any) -> None:
    assert value(scalar) == expected
    assert type(value(scalar)) is type(expected)


@pytest.mark.parametrize("number", ["0180", "00", "-0180", "+01", "0000", "007"])
def test_a_number_that_would_lose_its_zero_is_kept_as_text_and_told(loader: Any, number: str) -> None:
    read_ = read(f"a: [x, {number}]\n")
    assert read_.value == {"a": ["x", number]}
    assert told(f"a: [x, {number}]\n") == [("YA114", 1, 8)]


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        ("a: &x b\n", [("YA109", 1, 4)]),
        ("å🙂: &x b\n", [("YA109", 1, 5)]),
        ("a: 1\r\nå: [b,\r\n  &x c]\r\n", [("YA109", 3, 3)]),
        ("a: 1\rå: &x b\r", [("YA109", 2, 4)]),
        ("a: b\nc: *x\n", [("YA109", 2, 4)]),
        ("a: !x b\n", [("YA110", 1, 4)]),
        ("a: !!str b\n", [("YA110", 1, 4)]),
        ("a: ! b\n", [("YA110", 1, 4)]),
        ("!x a: b\n", [("YA110", 1, 1)]),
        ("&x a: b\n", [("YA109", 1, 1)]),
        ("<<: {a: b}\n", [("YA111", 1, 1)]),
        ("a: 1\nb: 2\na: 3\n", [("YA108", 3, 1)]),
        ('a: 1\n"a": 3\n', [("YA108", 2, 1)]),
        ("a: {b: 1, b: 2}\n", [("YA108", 1, 11)]),
        ("1: a\n", [("YA115", 1, 1)]),
        ("null: a\n", [("YA115", 1, 1)]),
        (": a\n", [("YA106", 1, 1)]),
        ("~: a\n", [("YA115", 1, 1)]),
        ("[a]: b\n", [("YA115", 1, 1)]),
        ("? {a: b}\n: c\n", [("YA115", 1, 3)]),
        ("a: 1\n---\nb: 1\n", [("YA107", 2, 1)]),
        ("a: 1\n...\n---\nb: 1\n", [("YA107", 3, 1)]),
        ("%YAML 1.2\n---\na: 1\n", [("YA116", 1, 1)]),
        ("%TAG ! x\n---\na: 1\n", [("YA116", 1, 1)]),
        ('å: "a\\u0007b"\n', [("YA103", 1, 4)]),
        ('"a\\0": b\n', [("YA103", 1, 1)]),
        ('"\\u202Aa": "b\\u202E"\n', [("YA103", 1, 1), ("YA103", 1, 12)]),
        ("---\na: 1\n...\n", []),
        ("--- # början\na: 1\n", []),
        ("", []),
        ("# bara\n", []),
    ],
)
def test_what_a_record_may_not_hold_is_told_with_its_place(
    loader: Any, text: str, problems: list[tuple[str, int, int]]
) -> None:
    assert told(text) == problems


@pytest.mark.parametrize(
    ("text", "line", "column", "words"),
    [
        ("a: b: c\n", 1, 5, "colon"),
        ("a: 1\r\nå: 🙂: c\r\n", 2, 5, "colon"),
        ('a: "x\nb: 1\n', 1, 4, "never closed"),
        ("a: 'x\nb: 1\n", 1, 4, "never closed"),
        ("a: [b\nc: d\n", 1, 4, "bracket"),
        ("a: @b\n", 1, 4, "cannot start with"),
        ("a: %b\n", 1, 4, "cannot start with"),
        ("a: *Viktigt* sak\n", 1, 12, "starts with * or &"),
        ("a: !<b\n", 1, 7, "starts with !"),
        ("a:\n  b: 1\n c: 2\n", 3, 2, "indentation"),
        ("a: - b\n", 1, 4, "indentation"),
        ("a: |x\n  b\n", 1, 5, "after | or >"),
        ("a: b\nc\n", 2, 2, "neither a key"),
        ('a: "x" och y\n', 1, 8, "goes on after"),
        ("a: 'x' och y\n", 1, 8, "goes on after"),
        ("a: b\n%c\n", 2, 3, "%"),
    ],
)
def test_faults_of_grammar_say_what_to_do(loader: Any, text: str, line: int, column: int, words: str) -> None:
    (problem,) = read(text).problems
    assert (problem.code, problem.line, problem.column) == ("YA106", line, column)
    assert words in problem.message
    assert read(text).value is None


@pytest.mark.parametrize("text", ['a: "C:\\dokument"\n', 'a: "\\xZZ"\n', 'a: "\\q"\n'])
def test_a_backslash_in_quotation_marks_is_not_an_unclosed_quotation_mark(loader: Any, text: str) -> None:
    (problem,) = read(text).problems
    assert (problem.code, problem.line) == ("YA106", 1)
    assert "backslash" in problem.message


@pytest.mark.parametrize(
    "text", ['a: "\\UFFFFFFFF"\n', 'a: "\\U00110000"\n', f"%YAML 1.{'1' * 5000}\n---\na: 1\n"]
)
def test_numbers_without_end_do_not_raise(loader: Any, text: str) -> None:
    assert [problem.code for problem in read(text).problems] == ["YA106"]


def test_half_a_letter_never_becomes_a_value(loader: Any) -> None:
    found = read('a: "\\ud800"\n')
    assert [problem.code for problem in found.problems] in (["YA103"], ["YA106"])
    str(found.value).encode()


def test_escapes_are_composed_as_the_rest_of_the_text_is(loader: Any) -> None:
    assert read('"ro\\u0308st": "a\\u030a"\n').value == {"röst": "å"}


@pytest.mark.parametrize("text", ["a: " + "[" * 17, "a: " + "{b: " * 17, "- " * 18 + "a", "? " * 18 + "a"])
def test_nesting_ends_at_sixteen(loader: Any, text: str) -> None:
    assert told(text)[-1][0] == "YA112"
    assert read("a: " + "[" * 15 + "]" * 15 + "\n").problems == []


def test_a_second_record_is_not_read_at_all(loader: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    # Reading on to its end takes minutes where the brackets are many.
    walk = events._events
    monkeypatch.setattr(events, "_events", lambda text: islice(walk(text), 12))
    assert told("a: 1\n---\n" + "[" * 200_000) == [("YA107", 2, 1)]


def test_places(loader: Any) -> None:
    found = read("# modeline\r\nå: 1\r\nb:\r\n  - 🙂\r\n  - {c: d}\r\n")
    assert found.place(("å",), key=True) == (2, 1)
    assert found.place(("å",)) == (2, 4)
    assert found.place(("b", 0)) == (4, 5)
    assert found.place(("b", 1, "c")) == (5, 9)
    assert found.place(("b", 1, "c"), key=True) == (5, 6)
    assert found.place(("b", 7)) == (4, 3)
    assert found.place(("x", "y"), key=True) == (2, 1)
    assert read("").place(("x",)) == (1, 1)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("|\n  a\n  b\n", "a\nb\n"),
        (">\n  a\n  b\n\n  c\n", "a b\nc\n"),
        ("|-\n  a\n\n", "a"),
        ("|+\n  a\n\n", "a\n\n"),
        ("|2\n   a\n", " a\n"),
        (">-\n  a\n   b\n  c\n", "a\n b\nc"),
        ("| # k\n  # ej kommentar\n", "# ej kommentar\n"),
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_block_scalars(loader: Any, text: str, expected: str, end: str) -> None:
    whole = f"a: {text}b: 1\n"
    assert read(whole.replace("\n", end)).value == {"a": expected, "b": 1}
    if fast.yaml_rs is not None:
        assert fast.fast(whole.replace("\n", end)) == {"a": expected, "b": 1}


@pytest.mark.skipif(fast.yaml_rs is None, reason="no wheel of yaml-rs for this platform")
def test_an_ordinary_record_is_read_fast_and_an_odd_one_is_not() -> None:
    assert fast.fast("typ: insikt\nröst: [a, b]\nantal: 16\n") == {
        "typ": "insikt",
        "röst": ["a", "b"],
        "antal": 16,
    }
    for odd in (
        "a: 0180\n",
        "a: 1_000\n",
        "a: _1\n",
        "a: 0b1\n",
        "a: 1.5\n",
        "a: &x b\n",
        "a: 1\n---\nb: 1\n",
        "- a\n",
        "a\n",
        "a:\n  - ? : b: c\n",
        "a: [|x]\n",
        "a: {b: >c}\n",
    ):
        assert fast.fast(odd) is None


@pytest.mark.skipif(fast.yaml_rs is None, reason="no wheel of yaml-rs for this platform")
def test_the_zero_of_a_month_is_no_leading_zero_of_a_number() -> None:
    text = 'antal: 8\ninsamlad: "2024-08"\nkänt: [vecka 2024-08-08]\n'
    assert (fast.fast(text) or {})["antal"] == 8
    for odd in (
        "antal: 08\n",
        "antal: 8\nb: [08]\n",
        "antal: 8\nb: [1,08]\n",
        "antal: 8\nb: -08\n",
        "antal: 8\nb: {c: +08}\n",
    ):
        assert fast.fast(odd) is None


@pytest.mark.skipif(fast.yaml_rs is None, reason="no wheel of yaml-rs for this platform")
def test_a_key_that_no_dict_can_have_is_left_to_the_exact_reader(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fast, "_unusual", lambda _text: False)  # the gate is one guard, this is the other
    assert fast.fast("typ: insikt\ncitat:\n  - ? : vad: nu\n") is None


def test_without_yaml_rs_nothing_is_read_fast(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fast, "yaml_rs", None)
    assert fast.fast("a: b\n") is None


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("a: [klienter]\u00a0\nb: c\n", 1, 14),
        ("a: [klienter]\u00a0", 1, 14),
        ("a: [x]  \u202f \nb: c\n", 1, 9),
        ("a: {x: y}\u00a0\r\nb: c\r\n", 1, 10),
        ("a: 'x'\u00a0\nb: c\n", 1, 7),
        ('a:\n  - "x"\u00a0\n  - y\n', 2, 8),
        ("typ:\u00a0insikt\nb: c\n", 1, 5),
        ("typ: insikt\nröst:\u00a0egen\n\nb: c\n", 2, 6),
        ("a:\n\u00a0 - x\nb: c\n", 2, 1),
        ("a: b\n\u00a0\nc: d\n", 2, 1),
    ],
)
def test_a_space_of_another_kind_is_named_where_it_stands(text: str, line: int, column: int) -> None:
    [problem] = exact.read(text).problems
    assert (problem.code, problem.line, problem.column) == ("YA106", line, column)
    assert "no ordinary one" in problem.message
    assert problem.values["character"] in ("U+00A0", "U+202F")


@pytest.mark.parametrize(
    "text", ["a: 5\u00a0000\u00a0\nb: c\n", "a: >\n  'x'\u00a0kr\nb: 'x\u00a0y' # då\u00a0\n"]
)
def test_a_space_of_another_kind_in_a_text_is_its_own(text: str) -> None:
    assert exact.read(text).problems == []


def test_a_space_of_another_kind_elsewhere_is_not_to_blame() -> None:
    [problem] = exact.read("a: 'x\u00a0y'\nb: 5\u00a0000\nc: [d\n").problems
    assert "bracket" in problem.message


@pytest.mark.parametrize(
    ("raw", "codes"),
    [
        (b"a: b\n", []),
        (b"\xef\xbb\xbfa: b\n", [("YA102", 1, 1)]),
        (b"a: \xe5\n", [("YA101", 1, 4)]),
        ("å: 🙂\n".encode() + b"b: \xff\n", [("YA101", 2, 4)]),
        (b"\xff\xfea\x00", [("YA101", 1, 1)]),
        (b"\xfe\xff\x00a", [("YA101", 1, 1)]),
        (b"a: b\x00c\n", [("YA103", 1, 5)]),
        ("å: b\u2028c\n".encode(), [("YA103", 1, 5)]),
        ("a: b\x85\n".encode(), [("YA103", 1, 5)]),
        ("a: \u202eb\u202c\n".encode(), [("YA103", 1, 4), ("YA103", 1, 6)]),
        ("a: \u2066b\u2069\n".encode(), [("YA103", 1, 4), ("YA103", 1, 6)]),
        ("a: \u200eb\u200f\n".encode(), []),
        ("a: \u200bb\ufeff\n".encode(), [("YA103", 1, 6)]),
        (b"a: b\x7f\n", [("YA103", 1, 5)]),
        (b"a:\tb\t\tc\n\td: e\n", [("YA104", 1, 3), ("YA104", 1, 5), ("YA104", 2, 1)]),
        (b"a\r\nb\x00\rc\x00", [("YA103", 2, 2), ("YA103", 3, 2)]),
        ("🙂\u00a0é\n".encode(), []),
        (b"x" * (256 * 1024), []),
        (b"x" * (256 * 1024 + 1), [("YA105", 0, 0)]),
        (b"", []),
        (b"\xef\xbb\xbf", [("YA102", 1, 1)]),
        (b"\xef\xbb", [("YA101", 1, 1)]),
    ],
)
def test_bytes_are_looked_at_first(raw: bytes, codes: list[tuple[str, int, int]]) -> None:
    assert [(each.code, each.line, each.column) for each in decoded(raw)[1]] == codes


def test_text_is_composed() -> None:
    assert decoded("ro\u0308st: a\u030a\n".encode())[0] == "röst: å\n"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_many_places_in_a_text_are_found_by_one_look_at_its_lines(end: str) -> None:
    text = f"en rad till{end}" * 10_000
    looks = decode._line_ends.cache_info().misses
    length = len(text) // 10_000
    assert [place(text, length * line) for line in range(10_000)] == [(line + 1, 1) for line in range(10_000)]
    assert decode._line_ends.cache_info().misses == looks + 1


@given(st.text("a\r\n\u2028\x0b"), st.integers(0, 99))
def test_a_place_is_counted_from_the_line_breaks_before_it(text: str, position: int) -> None:
    position = min(position, len(text))
    ends = [found.end() for found in re.finditer("\r\n|\r|\n", text) if found.end() <= position]
    assert place(text, position) == (len(ends) + 1, position - (ends[-1] if ends else 0) + 1)


@pytest.mark.parametrize(
    ("text", "position", "expected"),
    [
        ("ab", 1, (1, 2)),
        ("a\r\nb", 3, (2, 1)),
        ("a\rb\nc", 4, (3, 1)),
        ("", 0, (1, 1)),
        ("a\n\nb", 1, (1, 2)),
        ("a\n\nb", 2, (2, 1)),
        ("a\n", 2, (2, 1)),
    ],
)
def test_place(text: str, position: int, expected: tuple[int, int]) -> None:
    assert place(text, position) == expected
