"""Edits of a text: the text with the edits made, and the same edits in the text as it lies in its file."""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable

from insiktskarta.files.exact import Place
from insiktskarta.rules.fix import Edit

MARK = "\ufeff"
_LINE = re.compile("[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")


class Lines:
    """The lines of a text with their ends, and where each starts."""

    def __init__(self, text: str) -> None:
        """The lines of a text; CR, LF and CRLF each end one."""
        self.lines = [found.group() for found in _LINE.finditer(text)]
        self.starts = [found.start() for found in _LINE.finditer(text)] or [0]
        self.end = len(text)

    def offset(self, place: Place) -> int:
        """The index of a 1-based line and column."""
        line, column = place
        return self.starts[line - 1] + column - 1 if line <= len(self.starts) else self.end

    def at(self, offset: int) -> tuple[int, int]:
        """The 0-based line and column of an index."""
        line = bisect_right(self.starts, offset) - 1
        return line, offset - self.starts[line]


def spliced(text: str, edits: Iterable[Edit]) -> str:
    """The text with its edits made. Of two that touch the same characters, the first stays."""
    parts, last, point = [], 0, -1
    for edit in sorted(edits, key=lambda each: (each.start, each.end)):
        if edit.start < last or edit.start == point:
            continue
        parts += [text[last : edit.start], edit.text]
        last = edit.end
        point = edit.start if edit.start == edit.end else -1
    return "".join([*parts, text[last:]])


def lain(edits: Iterable[Edit], text: str, lying: str) -> list[Edit]:
    """The edits of a text as edits of the same text as it lies in the file.

    There it may begin with a mark and hold letters in two parts; an edit of a line with such letters is left out.
    """
    body = lying.removeprefix(MARK)
    ahead = len(lying) - len(body)
    if body == text:
        return [Edit(each.start + ahead, each.end + ahead, each.text) for each in edits]
    if unicodedata.normalize("NFC", body) != text:
        return []
    composed, apart = Lines(text), Lines(body)
    found = []
    for edit in edits:
        (first, start), (last, end) = composed.at(edit.start), composed.at(edit.end)
        touched = range(first, last + (end > 0))
        if all(composed.lines[line] == apart.lines[line] for line in touched if line < len(composed.lines)):
            places = apart.starts[first] + start + ahead, apart.starts[last] + end + ahead
            found.append(Edit(*places, edit.text))
    return found
