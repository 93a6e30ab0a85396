"""Grids of text: no word is broken that has room, no text is lost, and no line is wider than the terminal."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from insiktskarta.show.grid import grid
from insiktskarta.show.hanging import hanging

HEAD = ["Förflyttning", "Budget- och ekonomistyrning", "Tillgänglighet och tillit", "ej angivet", "totalt"]
ROWS = [
    ["från organisation till individ", "0", "10", "1", "11"],
    ["\xa0\xa0från akut till förebyggande", "5", "2", "2", "1\u202f234"],
]
FOOT = ["totalt", "5", "12", "3", "20"]


def test_what_has_room_is_as_it_is_where_no_terminal_is() -> None:
    assert grid(HEAD, ROWS, numbers=4, foot=FOOT, width=200) == grid(HEAD, ROWS, numbers=4, foot=FOOT)


def test_words_are_wrapped_whole() -> None:
    assert (
        grid(HEAD, ROWS, numbers=4, foot=FOOT, width=66)
        == """\
                      Budget- och  Tillgänglighet       ej
Förflyttning      ekonomistyrning      och tillit  angivet  totalt
────────────────  ───────────────  ──────────────  ───────  ──────
från                            0              10        1      11
organisation
till individ
  från akut till                5               2        2   1\u202f234
  förebyggande
────────────────  ───────────────  ──────────────  ───────  ──────
totalt                          5              12        3      20
""".replace("  från", "\xa0\xa0från").replace("  förebygg", "\xa0\xa0förebygg")
    )


def test_columns_without_room_stand_further_down() -> None:
    assert (
        grid(HEAD[::2], [row[::2] for row in ROWS], numbers=2, width=32)
        == """\
                  Tillgänglighet
Förflyttning          och tillit
────────────────  ──────────────
från                          10
organisation
till individ
  från akut till               2
  förebyggande

Förflyttning              totalt
────────────────────────  ──────
från organisation till        11
individ
  från akut till           1\u202f234
  förebyggande
""".replace("  från", "\xa0\xa0från").replace("  förebygg", "\xa0\xa0förebygg")
    )


def test_a_terminal_without_lines_gets_hyphens() -> None:
    for width in (None, 40):
        text = grid(HEAD, ROWS, numbers=4, foot=FOOT, width=width, ascii_only=True)
        assert "─" not in text
        assert "---" in text


words = st.text("abcdeå(", min_size=1, max_size=12)
cells = st.lists(words, max_size=4).map(" ".join)
tables = st.integers(1, 6).flatmap(
    lambda most: st.lists(st.lists(cells, min_size=most, max_size=most), min_size=1, max_size=6)
)


@given(tables, st.integers(40, 100), st.booleans())
def test_no_word_is_broken_or_lost(rows: list[list[str]], width: int, foot: bool) -> None:
    head, body = rows[0], rows[1:]
    text = grid(head, body, numbers=len(head) - 1, foot=head if foot else (), width=width)
    assert max(map(len, text.split("\n"))) <= width
    shown = sorted(text.replace("─", " ").split())
    said = [word for row in (*rows, *([head] if foot else [])) for cell in row for word in cell.split()]
    # The first column is said again in every part.
    first = [word for row in (*rows, *([head] if foot else [])) for word in row[0].split()]
    parts = text.count("\n\n─") + 1
    again = (len(shown) - len(said)) // len(first) if first else 0
    assert shown == sorted(said + first * again), parts


@given(st.lists(st.lists(words, min_size=3, max_size=3), min_size=1, max_size=4), st.integers(1, 20))
def test_at_any_width_no_letter_is_lost(rows: list[list[str]], width: int) -> None:
    text = grid(rows[0], rows[1:], numbers=2, width=width)
    shown = "".join(text.replace("─", "").split())
    for sign in "abcdeå(":
        assert shown.count(sign) >= sum(cell.count(sign) for row in rows for cell in row)


@pytest.mark.parametrize(("width", "lines"), [(None, 1), (80, 1), (24, 4)])
def test_a_text_hangs_beside_its_name(width: int | None, lines: int) -> None:
    text = hanging("sweden  ", "Vilka kommuner som har bidragit, på en karta.", width)
    assert text.startswith("sweden  Vilka")
    assert len(text.splitlines()) == lines
    assert all(line.startswith(" " * 8) for line in text.splitlines()[1:])
    assert " ".join(text.split()) == "sweden Vilka kommuner som har bidragit, på en karta."
    assert width is None or max(map(len, text.splitlines())) <= width


def test_a_name_that_takes_all_room_has_its_text_below() -> None:
    assert hanging("small-multiples  ", "En karta", 12) == "small-multiples\n  En karta\n"
