"""The line of a file that a finding is about, with a caret below; nothing personal in it."""

import re
import unicodedata
from bisect import bisect_left, bisect_right
from functools import lru_cache
from itertools import accumulate

from insiktskarta.model.masking import BULLET, is_clean, masked, masked_numbers
from insiktskarta.show.formats.plain import plain

_BREAK = re.compile("\r\n|\r|\n")
_WORD = re.compile(r"\w")
_CUT = "..."  # not “…”, which a terminal without Unicode shows as three characters: the caret would be wrong
_TAB = 4
_AROUND = 4  # times the room: what is looked at of a line of any length
_WIDE = frozenset("WF")
_NO_WIDTH = frozenset({"Mn", "Me", "Cf"})


def masked_lines(text: str) -> list[str]:
    """The lines of a text as the reader counts them. Masking keeps their length.

    A number is hidden also where it goes on in the next line.
    """
    lines = _BREAK.split(text) if "\r" in text else text.split("\n")
    if is_clean("\n".join(lines)):
        return lines
    return masked("\n".join(map(masked_numbers, lines))).split("\n")


def hidden(line: str, column: int) -> str:
    """The line with a bullet for every letter and digit from a column on; all of it for column 0."""
    start = max(column - 1, 0)
    return line[:start] + _WORD.sub(BULLET, line[start:])


def excerpt(line: str, column: int, room: int) -> tuple[str, str]:
    """What is shown of a line, and what stands below it.

    Args:
        line: the line, masked.
        column: 1-based; 0 for none. Behind the end of the line it is the place after the last character.
        room: how many columns of a terminal there are; a longer line is cut around the column.

    Returns:
        The line, and spaces with a caret; no caret without a column.
    """
    place = min(max(column - 1, 0), len(line))
    first, last = max(0, place - _AROUND * room), place + _AROUND * room
    cells = [_cell(character) for character in line[first:last]]
    edges = [0, *accumulate(width for _, width in cells)]
    place -= first
    start, end = _window(edges, place, room, whole=len(cells) == len(line))
    before, after = _CUT * (first + start > 0), _CUT * (first + end < len(line))
    shown = before + "".join(sign for sign, _ in cells[start:end]) + after
    caret = " " * (len(before) + edges[place] - edges[start]) + "^" if column else ""
    return shown.rstrip(), caret


def _window(edges: list[int], place: int, room: int, *, whole: bool) -> tuple[int, int]:
    """The first cell to be shown and the one after the last."""
    if whole and edges[-1] <= room:
        return 0, len(edges) - 1
    inner = room - 2 * len(_CUT)
    left = max(0, min(edges[place] - inner // 2, edges[-1] - inner))
    start = bisect_left(edges, left)
    return start, bisect_right(edges, edges[start] + inner) - 1


@lru_cache(maxsize=1024)  # a language has few signs
def _cell(character: str) -> tuple[str, int]:
    """How a character is shown, and how many columns that takes."""
    if character == "\t":
        return " " * _TAB, _TAB
    character = plain(character)
    if character.isascii():
        return character, 1
    if unicodedata.category(character) in _NO_WIDTH:
        return character, 0
    return character, 2 if unicodedata.east_asian_width(character) in _WIDE else 1
