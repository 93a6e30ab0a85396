"""Edits of a text: where a change of the content stands in it, and the text with the edits made."""

import copy
import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import Any

from insiktskarta.files.compose import scalar
from insiktskarta.files.exact import Exact, Place
from insiktskarta.model.finding import Pointer
from insiktskarta.rules.fix import Change, Edit

MARK = "\ufeff"
_LINE = re.compile("[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
_PLAIN_WORD = re.compile(r"[\w/-]+")
_BEFORE_ITEM = re.compile(r" *- +")
_AFTER_ITEM = re.compile(r" *")
_GONE = object()


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


def changed(content: Any, changes: Iterable[Change]) -> tuple[Any, list[Change]]:
    """The content as it is to be, and the changes as they turn out: a new item that is in its list already goes.

    A change that does not find what it is about is left out.
    """
    new, made = copy.deepcopy(content), []
    for change in changes:
        holder, step = _at(new, change.pointer[:-1]), change.pointer[-1]
        if change.key:
            if isinstance(holder, dict) and step == change.old in holder and change.new not in holder:
                holder[change.new] = holder.pop(change.old)
                made.append(change)
        elif _at(holder, (step,)) == change.old:
            if change.new is not None and not (isinstance(holder, list) and change.new in holder):
                holder[step] = change.new
                made.append(change)
            elif isinstance(holder, list):
                holder[step] = _GONE
                made.append(Change(change.pointer, change.old, None))
    return _without_gone(new), made


def _at(content: Any, pointer: Pointer) -> Any:
    for step in pointer:
        if isinstance(content, dict):
            content = content.get(step)
        elif isinstance(content, list) and isinstance(step, int) and step < len(content):
            content = content[step]
        else:
            return None
    return content


def _without_gone(content: Any) -> Any:
    if isinstance(content, dict):
        return {key: _without_gone(value) for key, value in content.items()}
    if isinstance(content, list):
        return [_without_gone(item) for item in content if item is not _GONE]
    return content


def edits_of(changes: Sequence[Change], text: str, exact: Exact) -> list[Edit]:
    """The edits of a text that make changes of its content; a change without a safe one is left out."""
    lines = Lines(text)
    gone = {change.pointer for change in changes if change.new is None}
    found = (
        _removal(change, text, exact, lines, gone)
        if change.new is None
        else _replacement(change, text, exact, lines)
        for change in changes
    )
    return [edit for edit in found if edit is not None]


def _span(pointer: Pointer, exact: Exact, lines: Lines, *, key: bool = False) -> tuple[int, int] | None:
    starts, ends = (exact.keys, exact.key_ends) if key else (exact.values, exact.ends)
    if pointer not in starts or pointer not in ends:
        return None
    return lines.offset(starts[pointer]), lines.offset(ends[pointer])


def _replacement(change: Change, text: str, exact: Exact, lines: Lines) -> Edit | None:
    span = _span(change.pointer, exact, lines, key=change.key)
    if span is None or change.new is None:
        return None
    start, end = span
    quote = text[start] if text[start] in "\"'" else ""
    if text[start:end] != f"{quote}{change.old}{quote}":
        return None  # written in another way, such as over two lines or with an escape
    if quote:
        return Edit(start + 1, end - 1, change.new) if _PLAIN_WORD.fullmatch(change.new) else None
    return Edit(start, end, scalar(change.new, flow=True))


def _removal(
    change: Change, text: str, exact: Exact, lines: Lines, gone: set[Pointer]
) -> Edit | None:
    *above, place = change.pointer
    own = _span(change.pointer, exact, lines)
    holder = exact.values.get(tuple(above))
    if own is None or holder is None or not isinstance(place, int):
        return None
    if text[lines.offset(holder)] == "[":
        kept_before = any((*above, each) not in gone for each in range(place))
        beside = _span((*above, place - 1 if kept_before else place + 1), exact, lines)
        if beside is None:
            return None
        start, end = (beside[1], own[1]) if kept_before else (own[0], beside[0])
    else:
        start, end = _whole_line(text, own, lines)
    # A comment belongs to somebody, and only a person knows what is to become of it.
    return Edit(start, end, "") if start < end and "#" not in text[start:end] else None


def _whole_line(text: str, span: tuple[int, int], lines: Lines) -> tuple[int, int]:
    """The line of an item that has one of its own; an empty span where it shares it."""
    line, _ = lines.at(span[0])
    start, end = lines.starts[line], lines.starts[line] + len(lines.lines[line])
    alone = _BEFORE_ITEM.fullmatch(text, start, span[0]) and _AFTER_ITEM.fullmatch(
        text[span[1] : end].rstrip("\r\n")
    )
    return (start, end) if alone and span[1] <= end else (start, start)
