"""What a text says where YAML reads it otherwise than it is written: escapes, and a number on two lines.

A backslash with a low line is a no-break space, and 790620 with -2390 below it are one number with a space. It does
not matter whether a reader of YAML would take the place for quoted text: both readings of a file are searched.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from insiktskarta.model.masking import BULLET
from insiktskarta.model.sieve import joint_sieve

# Between digits, a line that goes on with a sign; with a space after the sign it would be an item of a list.
_FOLD, _GOES_ON = r"(?:[ \t]*\r?\n)+[ \t]+", r"[-+/.:\u2010-\u2014\u2212][0-9]"
_OTHERWISE = re.compile(
    r"\\(?:(?P<code>x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8})|(?P<one>[0abtnvfre \"/\\N_LP\t])|\r?\n[ \t]*)"
    rf"|(?<=[0-9])(?P<fold>{_FOLD})(?={_GOES_ON})"
)
_may_be_broken = joint_sieve(rf"[0-9]{_FOLD}{_GOES_ON}")
_BREAK = "\n  "  # as a line of an indented text begins
_ONE = {"n": _BREAK, "N": _BREAK, "L": _BREAK, "P": _BREAK, '"': '"', "/": "/", "\\": "\\"}
_SIGN = re.compile(r"\w")
_BEYOND = 0x110000  # the first number that is no character's


@dataclass(frozen=True, slots=True)
class Understood:
    """A text as YAML reads it, and the way back to the text that was written.

    Attributes:
        text: what is said.
        starts: for every character, the index of what is written for it.
        ends: for every character, the index after that.
    """

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Indexes in the written text for those of something, not empty, in what is said."""
        return self.starts[start], self.ends[end - 1]

    def hidden(self, written: str, shown: str) -> str:
        """The written text without the signs that are hidden in `shown`, which is as long as what is said."""
        signs = list(written)
        for start, end, said, sign in zip(self.starts, self.ends, self.text, shown, strict=True):
            if sign != said:
                signs[start:end] = _SIGN.sub(BULLET, written[start:end])
        return "".join(signs)


def has_other_reading(written: str) -> bool:
    """Whether anything in a text is read otherwise; unlike `is_read_otherwise` it asks no sieve and sees exactly."""
    return ("\\" in written or "\n" in written) and _OTHERWISE.search(written) is not None


def is_read_otherwise(written: str) -> bool:
    """Whether YAML may understand a text otherwise than it is written; most texts have nothing of the kind."""
    return "\\" in written or _may_be_broken(written)


def understood(written: str) -> Understood:
    """The text with escapes read and broken numbers joined."""
    pieces = list(_pieces(written))
    return Understood(
        "".join(sign for sign, _, _ in pieces),
        tuple(start for _, start, _ in pieces),
        tuple(end for _, _, end in pieces),
    )


def _pieces(written: str) -> Iterator[tuple[str, int, int]]:
    """Every character that is said, with where what is written for it begins and ends."""
    place = 0
    for found in _OTHERWISE.finditer(written):
        yield from _as_written(written, place, found.start())
        yield from ((sign, *found.span()) for sign in _meant(found))
        place = found.end()
    yield from _as_written(written, place, len(written))


def _as_written(written: str, start: int, end: int) -> Iterator[tuple[str, int, int]]:
    return ((written[at], at, at + 1) for at in range(start, end))


def _meant(found: re.Match[str]) -> str:
    if found["fold"]:
        return " "
    if found["one"]:
        return _ONE.get(found["one"], " ")
    number = int(found["code"][1:], base=16) if found["code"] else _BEYOND
    if number >= _BEYOND:  # a line that is broken by a backslash goes on at once
        return ""
    sign = chr(number)
    if sign in "\n\r\x85":
        return _BREAK
    return sign if sign.isprintable() or not sign.isascii() else " "
