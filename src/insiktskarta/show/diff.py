"""What changes in a file, line by line, with nothing personal in it."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from difflib import SequenceMatcher

from insiktskarta.show.formats.plain import plain
from insiktskarta.show.formats.source import hidden, masked_lines

_BREAK = re.compile("(\r\n|\r|\n)")
_LINE = re.compile("[^\n]*\n|[^\n]+")  # lines as diff and patch know them
_AROUND = 3
_BETWEEN = re.compile("[^\r\ufeff]+")
_NO_END = "\\ No newline at end of file\n"
Side = tuple[str, str]
"""A text, and the same as it may be shown."""


def shown(text: str, personal: Iterable[tuple[int, int]]) -> str:
    """A text with everything personal hidden; as long as the text, and with the same lines.

    Args:
        text: of the file, as it lies there.
        personal: 1-based line and column from which on a line is hidden, since nobody knows where it ends; line 0
            means the file's name.
    """
    lines, ends = masked_lines(text), _BREAK.split(text)[1::2]
    for line, column in personal:
        if 0 < line <= len(lines):
            lines[line - 1] = hidden(lines[line - 1], column)
    return "".join(line + end for line, end in zip(lines, [*ends, ""], strict=True))


def unified(path: str, before: Side, after: Side, *, seen: bool = False) -> str:
    """A unified diff of two texts, as `git apply` reads it where nothing is hidden; empty where they are equal.

    Args:
        path: of the file.
        before: the text that there is.
        after: the text that there would be.
        seen: whether a terminal gets it, which would act on the marks and line ends that git has to find as they are.
    """
    if before[0] == after[0]:
        return ""
    old, new = _LINE.findall(before[0]), _LINE.findall(after[0])
    old_shown, new_shown = _LINE.findall(before[1]), _LINE.findall(after[1])
    clean = plain if seen else _as_it_is
    parts = [f"--- a/{plain(path)}\n+++ b/{plain(path)}\n"]
    for group in SequenceMatcher(None, old, new, autojunk=False).get_grouped_opcodes(_AROUND):
        (_, first, _, start, _), (_, _, last, _, end) = group[0], group[-1]
        parts.append(f"@@ -{_range(first, last)} +{_range(start, end)} @@\n")
        for kind, old_from, old_to, new_from, new_to in group:
            if kind == "equal":
                parts += _lines(" ", old_shown[old_from:old_to], clean)
            else:
                parts += _lines("-", old_shown[old_from:old_to], clean)
                parts += _lines("+", new_shown[new_from:new_to], clean)
    return "".join(parts)


def _range(start: int, end: int) -> str:
    length = end - start
    if length == 1:
        return str(start + 1)
    return f"{start + (length > 0)},{length}"


def _as_it_is(body: str) -> str:
    """A line without what a log would act upon, but with the marks and line ends that are mended."""
    return _BETWEEN.sub(lambda found: plain(found.group()), body)


def _lines(sign: str, lines: Sequence[str], clean: Callable[[str], str]) -> Iterator[str]:
    for line in lines:
        body = line.rstrip("\r\n") if line.endswith(("\n", "\r\n")) else line
        end = line[len(body) :] or f"\n{_NO_END}"
        yield f"{sign}{clean(body)}{end}"
