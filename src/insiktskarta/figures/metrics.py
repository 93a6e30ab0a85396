"""How wide texts are in the bundled fonts. There is no kerning: the fonts carry none, so a width is a plain sum."""

import re
import unicodedata
from functools import lru_cache

from insiktskarta.figures._widths import ADVANCES, CHARACTERS
from insiktskarta.figures.scene import Weight

CAP_HEIGHT = 0.66
DESCENT = 0.24
"""Height of a capital and depth of a descender, in em."""
UNKNOWN = "□"
_EM = {weight: dict(zip(CHARACTERS, widths, strict=True)) for weight, widths in ADVANCES.items()}
_SPACES = re.compile("[ \t\r\n\f\v\x85\u2028\u2029]+")


def clean(text: str) -> str:
    """One line without control, format and private characters, composed (NFC), for any drawn or written text."""
    line = _SPACES.sub(" ", text).strip()
    if line.isascii() and line.isprintable():
        return line
    shown = "".join(character for character in line if unicodedata.category(character)[0] != "C")
    return _SPACES.sub(" ", unicodedata.normalize("NFC", shown)).strip()


def covered(text: str) -> str:
    """The text with a box in place of each character that the bundled fonts lack."""
    known = _EM["regular"]
    return "".join(character if character in known else UNKNOWN for character in text)


def width(text: str, size: float, weight: Weight = "regular") -> float:
    """Advance width of one line in points; a character that the fonts lack is as wide as its box."""
    return _milliems(text, weight) * size / 1000


@lru_cache(maxsize=4096)
def _milliems(text: str, weight: Weight) -> int:
    em = _EM[weight]
    return sum([em.get(character, em[UNKNOWN]) for character in text])


def shorten(text: str, room: float, size: float, weight: Weight = "regular") -> str:
    """The text, cut with … where it is wider than `room` points."""
    if width(text, size, weight) <= room:
        return text
    while text and width(text + "…", size, weight) > room:
        text = text[:-1].rstrip(" ,;–-")
    return text + "…"


def wrap(text: str, room: float, size: float, weight: Weight = "regular") -> list[str]:
    """Lines no wider than `room` points; a word longer than a line is cut with …."""
    space = width(" ", size, weight)
    lines: list[list[str]] = [[]]
    used = 0.0
    for word in text.split(" "):
        wide = width(word, size, weight)
        if lines[-1] and used + space + wide > room:
            lines.append([])
        used = used + space + wide if lines[-1] else wide
        lines[-1].append(word if wide <= room else shorten(word, room, size, weight))
    return [" ".join(line) for line in lines]


def balanced(text: str, room: float, size: float, weight: Weight = "regular") -> list[str]:
    """As few lines as `wrap` gives, about equally long, so that no word is left alone on the last."""
    lines = wrap(text, room, size, weight)
    tighter = lines
    while 1 < len(lines) == len(tighter) and " ".join(tighter) == " ".join(lines):
        lines, room = tighter, room * 0.97
        tighter = wrap(text, room, size, weight)
    return lines


def fitting(
    text: str, room: float, sizes: tuple[float, ...], weight: Weight = "regular"
) -> tuple[str, float]:
    """The text at the first of `sizes` where it fits in `room`; at the last of them it is cut."""
    for size in sizes:
        if width(text, size, weight) <= room:
            return text, size
    return shorten(text, room, sizes[-1], weight), sizes[-1]
