"""The places of findings: at once where a text is plain, by the exact reader elsewhere."""

import re
from functools import cache

from insiktskarta.files import exact as exact_reader
from insiktskarta.files.decode import place
from insiktskarta.files.exact import Exact
from insiktskarta.model.finding import Pointer

# Before the first key there are comments and blank lines only.
_FIRST_KEY = re.compile(r"(?:[ ]*(?:#[^\r\n]*)?\r?\n)*(?=[^\W\d_])")


def at_once(text: str, pointer: Pointer, *, key: bool) -> tuple[int, int] | None:
    """The place of a record, of a key on its two highest levels or of the value after it.

    None where only the exact reader can tell. A key stands at the beginning of a line, where nothing else can in
    a text whose values are all indented; a text that begins otherwise is left to the exact reader.
    """
    start = _FIRST_KEY.match(text)
    if start is None:
        return None
    if not pointer:
        return place(text, start.end())
    at: int | None = None
    begin, end, indent = max(start.end() - 1, 0), len(text), ""
    for depth, part in enumerate(pointer, 1):
        found = _line(text, indent, part, (begin, end)) if isinstance(part, str) else None
        if found is None:
            return None
        if depth < len(pointer):
            block = _BLOCK.match(text, found.end("key") + 1, end)
            if block is None:
                return None
            begin, end, indent = block.start("block") - 1, block.end(), block["indent"]
        else:
            at = found.start("key") if key else max(found.start("value"), found.start("list"))
    return place(text, at) if at is not None and at >= 0 else None


# A key with nothing after it, and the lines below that are indented at least as the first of them is.
_BLOCK = re.compile(
    r"[ ]*\r?\n(?P<block>(?P<indent>[ ]+)[^\s#-][^\n]*(?:\n(?:(?P=indent)[^\n]*|[ ]*\r?(?=\n|\Z)))*)"
)


def _line(text: str, indent: str, key: str, span: tuple[int, int]) -> re.Match[str] | None:
    first = None if span[0] else _line_of("", indent, key).match(text, *span)
    return first or _line_of("\n", indent, key).search(text, *span)


@cache
def _line_of(before: str, indent: str, key: str) -> re.Pattern[str]:
    value = r"[ ]+(?P<value>[^\s#&!*])|[ ]*\r?\n[ ]*(?P<list>-)[ ]"
    return re.compile(rf"{before}{indent}(?P<key>{re.escape(key)}):(?:{value})?")


class Places:
    """The places in one text, which the exact reader reads at most once."""

    def __init__(self, text: str, exact: Exact | None = None) -> None:
        """The places of a text, with what the exact reader has already said of it."""
        self._text, self._exact = text, exact

    @property
    def exact(self) -> Exact:
        """What the exact reader says."""
        if self._exact is None:
            self._exact = exact_reader.read(self._text)
        return self._exact

    def of(self, pointer: Pointer, *, key: bool = False) -> tuple[int, int]:
        """The 1-based line and column that a pointer points to."""
        quick = at_once(self._text, pointer, key=key) if self._exact is None else None
        return quick or self.exact.place(pointer, key=key)
