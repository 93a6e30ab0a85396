"""The caret points at what is meant, whatever the line holds."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from insiktskarta.model.masking import masked
from insiktskarta.show.formats.source import excerpt, masked_lines

ROOM = 40


def pointed_at(line, column, room=ROOM):
    """What stands above the caret: everything from that column of the terminal."""
    shown, caret = excerpt(line, column, room)
    at = caret.index("^")
    width = 0
    for index, character in enumerate(shown):
        if width >= at and not unicodedata.combining(character):
            return shown[index:]
        width += (
            0 if unicodedata.combining(character) else 1 + (unicodedata.east_asian_width(character) in "WF")
        )
    return ""


@pytest.mark.parametrize(
    ("line", "column", "above"),
    [
        ("abc: x", 6, "x"),
        ("abc: x", 1, "abc: x"),
        ("åäö: x", 6, "x"),
        ("🙂🙂: x", 5, "x"),
        ("漢字: x", 5, "x"),
        ("a\u0308o\u0308: x", 7, "x"),  # å and ö in two characters each
        ("\tx", 2, "x"),
        ("\tx", 1, "    x"),
        ("\x1b[31mx", 6, "x"),
        ("abc", 4, ""),
        ("abc", 400, ""),
        ("", 1, ""),
    ],
)
def test_the_caret_stands_below(line, column, above):
    assert pointed_at(line, column) == above


@pytest.mark.parametrize("column", [1, 15, 30, 100, 170, 199, 200])
def test_a_long_line_is_cut_around_the_caret(column):
    line = "".join(chr(0x100 + n) for n in range(200))
    shown, _ = excerpt(line, column, ROOM)
    assert len(shown) <= ROOM
    assert pointed_at(line, column)[0] == line[column - 1]
    assert shown.startswith("...") == (column > 20)
    assert shown.endswith("...") == (column < 180)


@pytest.mark.parametrize("column", [1, 500, 100_000, 199_999])
def test_a_line_of_any_length(column):
    line = "".join(chr(0x100 + n % 200) for n in range(200_000))
    assert pointed_at(line, column)[0] == line[column - 1]
    shown, _ = excerpt("\u0308" * column + line, column + 1, ROOM)
    assert line[0] in shown


def test_a_whole_line_has_no_caret():
    assert excerpt("abc", 0, ROOM) == ("abc", "")


def test_nothing_is_shown_that_a_terminal_acts_upon():
    shown, _ = excerpt("a\x1b[2J\u202eb\x07", 1, ROOM)
    assert shown == "a\N{REPLACEMENT CHARACTER}[2J\N{REPLACEMENT CHARACTER}b\N{REPLACEMENT CHARACTER}"


def test_lines_end_as_the_reader_sees_it():
    assert masked_lines("a\r\nb\rc\n\x0bd\u2028e") == ["a", "b", "c", "\x0bd\u2028e"]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_numbers_are_hidden_within_and_across_lines(end):
    lines = masked_lines(
        f"a: 19121212-1212{end}b: 191212{end}1212 070-123 45 67{end}c: anna.berg@example.se{end}"
    )
    assert lines == ["a: 19••••••-••••", "b: 19••••", "•••• 07•-••• •• ••", "c: a•••.••••@•••••••.••", ""]


@given(st.text() | st.text("0123456789 -+@.abåé\n\r\u00a0\u202f", max_size=60))
def test_masking_keeps_the_length_of_every_line(text):
    assert len(masked(text)) == len(text)
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    assert list(map(len, masked_lines(text))) == list(map(len, lines))


@given(
    st.lists(
        st.text("0123456789", max_size=8)
        | st.sampled_from(
            ("19900101", "1990", "01", "0180", "+46", "070", "a@b.se", "\n", "\r\n", " ", "-", ".", "å")
        ),
        max_size=14,
    ).map("".join)
)
@settings(max_examples=2000, deadline=None)
def test_what_is_hidden_in_a_line_is_hidden_in_the_whole_text(text):
    lines = text.replace("\r\n", "\n").split("\n")
    hidden = [masked(line) for line in lines]
    assert masked_lines(text) == masked("\n".join(hidden)).split("\n")
    assert hidden == lines or masked("\n".join(lines)) != "\n".join(lines)


@given(
    st.text(max_size=200) | st.text(st.sampled_from("aå漢🙂\t\u0308\u200d"), max_size=600),
    st.integers(0, 700),
    st.integers(20, 90),
)
def test_no_line_breaks_the_frame(line, column, room):
    shown, caret = excerpt(line, column, room)
    assert shown.splitlines() in ([], [shown])
    assert caret.strip() == ("^" if column else "")
    assert len(caret) <= room + 1
    cells = sum(
        2 if unicodedata.east_asian_width(c) in "WF" else unicodedata.category(c) not in {"Mn", "Me", "Cf"}
        for c in shown
    )
    assert cells <= room
