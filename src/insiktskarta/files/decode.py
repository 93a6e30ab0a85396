"""From bytes to text: size, encoding, and characters that have no place in a record."""

import re
import unicodedata
from bisect import bisect_right
from functools import lru_cache
from itertools import accumulate

from insiktskarta.files.legible import wide
from insiktskarta.files.problem import Problem
from insiktskarta.model.language import N_
from insiktskarta.model.sieve import joint_sieve

LARGEST = 256 * 1024

# What YAML 1.2 does not allow, the three line breaks that readers disagree about, and what turns the direction of the
# text around it, so that a terminal or a page shows another text than is there. U+200E and U+200F turn nothing else,
# and Arabic and Hebrew need them.
CONTROL = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff\ufffe\uffff]"
)
# Whatever may be unwanted or no NFC. Below U+0300 nothing is put together, nor among the usual dashes and quotes.
_MAY_BE_ODD = joint_sieve(r"[^\n\r\x20-\x7e\u{a0}-\u{2ff}\u{2010}-\u{2026}]")
_UTF8_MARK = b"\xef\xbb\xbf"
_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")
_LINE_BREAK = re.compile("\r\n|\r|\n")
_NEAR = 4096  # characters; so few are counted sooner than all lines of a text are found


def decoded(raw: bytes) -> tuple[str | None, list[Problem]]:
    """The text of a file in NFC, and what is wrong with its bytes; no text when it cannot be read on."""
    if len(raw) > LARGEST:
        message = N_("The file is larger than {limit} KiB. Split it, or link to it instead.")
        return None, [Problem("YA105", 0, 0, message, {"limit": LARGEST // 1024})]
    problems = []
    if raw.startswith(_UTF8_MARK):
        raw = raw[len(_UTF8_MARK) :]
        message = N_("The file starts with an invisible mark (BOM). Save it as UTF-8 without BOM.")
        problems.append(Problem("YA102", 1, 1, message))
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        return None, [*problems, _not_utf8(raw, error.start)]
    if _MAY_BE_ODD(text):
        if unwanted := _unwanted(text):
            return None, [_utf16()] if wide(raw) else problems + unwanted
        if not unicodedata.is_normalized("NFC", text):
            lying, text = text, unicodedata.normalize("NFC", text)
            problems.append(_taken_apart(lying, text))
    return text, problems


def place(text: str, position: int) -> tuple[int, int]:
    """The 1-based line and column of a position; CR, LF and CRLF each end one line."""
    if position < _NEAR and "\r" not in text:
        return text.count("\n", 0, position) + 1, position - text.rfind("\n", 0, position)
    ends = _line_ends(text)
    above = bisect_right(ends, position)
    return above + 1, position - (ends[above - 1] if above else 0) + 1


@lru_cache(maxsize=1)
def _line_ends(text: str) -> list[int]:
    """The positions after each line break: a file with ten thousand findings asks for its places as often."""
    if "\r" not in text:
        return list(accumulate(len(line) + 1 for line in text.split("\n")[:-1]))
    return [found.end() for found in _LINE_BREAK.finditer(text)]


def _taken_apart(lying: str, text: str) -> Problem:
    differing = (at for at, (one, other) in enumerate(zip(lying, text, strict=False)) if one != other)
    message = N_(
        "There are letters here in two parts, such as an a with a ring after it. They look the same, but a search does not find them."
    )
    return Problem("FO106", *place(text, next(differing, len(text))), message)


def _not_utf8(raw: bytes, position: int) -> Problem:
    if raw.startswith(_UTF16_MARKS):
        return _utf16()
    line, column = place(
        raw[:position].decode("utf-8", "replace"), len(raw[:position].decode("utf-8", "replace"))
    )
    message = N_("The file is not saved as UTF-8 (perhaps as Windows-1252 or Latin-1). Save it as UTF-8.")
    return Problem("YA101", line, column, message)


def _utf16() -> Problem:
    return Problem("YA101", 1, 1, N_("The file is saved as UTF-16 (“Unicode”). Save it as UTF-8."))


def _unwanted(text: str) -> list[Problem]:
    problems = []
    if "\t" in text:
        message = N_("There is a tab here. Use spaces instead.")
        problems = [
            Problem("YA104", *place(text, found.start()), message) for found in re.finditer("\t+", text)
        ]
    for found in CONTROL.finditer(text):
        message = N_("There is an invisible character here ({character}). Delete it.")
        values: dict[str, object] = {"character": f"U+{ord(found.group()):04X}"}
        problems.append(Problem("YA103", *place(text, found.start()), message, values))
    return sorted(problems, key=lambda problem: (problem.line, problem.column))
