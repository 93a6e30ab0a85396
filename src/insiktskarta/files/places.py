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
    """The place of a record, of a key on its highest level or of the value after it on the same line.

    None where only the exact reader can tell. A key stands at the beginning of a line, where nothing else can in
    a text whose values are all indented; a text that begins otherwise is left to the exact reader.
    """
    start = _FIRST_KEY.match(text)
    if start is None:
        return None
    if not pointer:
        return place(text, start.end())
    if len(pointer) > 1 or not isinstance(pointer[0], str):
        return None
    found = _line_of(pointer[0]).search(text, start.end() - 1 if start.end() else 0)
    if found is None or (found.start("value") < 0 and not key):
        return None
    return place(text, found.start("key") if key else found.start("value"))


@cache
def _line_of(key: str) -> re.Pattern[str]:
    return re.compile(rf"(?:^|(?<=\n))(?P<key>{re.escape(key)}):(?:[ ]+(?P<value>[^\s#&!*]))?")


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
