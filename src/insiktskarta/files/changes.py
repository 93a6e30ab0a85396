"""Changes of what a record says: the content as it is to be, and the edits of the text that make it so."""

import copy
import re
from collections.abc import Iterable, Sequence
from typing import Any

from insiktskarta.files.compose import scalar
from insiktskarta.files.exact import Exact
from insiktskarta.files.splice import Lines
from insiktskarta.model.finding import Pointer
from insiktskarta.rules.fix import Change, Edit

_PLAIN_WORD = re.compile(r"[\w/-]+")
_BEFORE_ITEM = re.compile(r" *- +")
_GONE = object()


def changed(content: Any, changes: Iterable[Change]) -> tuple[Any, list[Change]]:
    """The content as it is to be, and the changes as they turn out: a new item that is in its list already goes.

    A change that does not find what it is about is left out.
    """
    new = copy.deepcopy(content)
    made = [done for change in changes if (done := _made(new, change)) is not None]
    return _without_gone(new), made


def _made(content: Any, change: Change) -> Change | None:
    """Make one change in place, as it turns out."""
    holder: Any = _at(content, change.pointer[:-1])
    step: Any = change.pointer[-1]
    if change.key:
        if not isinstance(holder, dict) or step != change.old or step not in holder or change.new in holder:
            return None
        holder[change.new] = holder.pop(step)
        return change
    if _at(holder, (step,)) != change.old:
        return None
    if change.new is not None and not (isinstance(holder, list) and change.new in holder):
        holder[step] = change.new
        return change
    if not isinstance(holder, list):
        return None
    holder[step] = _GONE
    return Change(change.pointer, change.old, None)


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


def _removal(change: Change, text: str, exact: Exact, lines: Lines, gone: set[Pointer]) -> Edit | None:
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
    return Edit(start, end, "") if start < end else None


def _whole_line(text: str, span: tuple[int, int], lines: Lines) -> tuple[int, int]:
    """The line of an item that has one of its own; an empty span where it shares it."""
    line, _ = lines.at(span[0])
    start, end = lines.starts[line], lines.starts[line] + len(lines.lines[line])
    alone = (
        _BEFORE_ITEM.fullmatch(text, start, span[0]) and span[1] <= end and not text[span[1] : end].strip()
    )
    return (start, end) if alone else (start, start)
