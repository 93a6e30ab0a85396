"""Signs that are written as codes: `%2D` in an address, `&ndash;` in a page, and a backslash with digits in YAML."""

import re
from collections.abc import Iterator

_CODE = re.compile(
    r"(?:%[0-9A-Fa-f]{2})+|&(?:#[0-9]{1,6}|#[xX][0-9A-Fa-f]{1,5}|[A-Za-z]{2,8});|\\(?:u[0-9A-Fa-f]{4}|x[0-9A-Fa-f]{2})"
)


def has_codes(text: str) -> bool:
    """Whether anything in a text is written as a code; most texts have none of the three signs."""
    return ("%" in text or "&" in text or "\\" in text) and _CODE.search(text) is not None


def signs(text: str) -> Iterator[tuple[int, str]]:
    """Every sign of a text with its index, and for a code the sign that it means with the index of the code."""
    place = 0
    for found in _CODE.finditer(text):
        yield from enumerate(text[place : found.start()], place)
        written = found.group()
        meant = _meant(written)
        if meant == written:
            yield from enumerate(written, found.start())
        else:
            yield from _spread(meant, found.start(), found.end())
        place = found.end()
    yield from enumerate(text[place:], place)


def _spread(meant: str, start: int, end: int) -> Iterator[tuple[int, str]]:
    # Of several signs in a row each has its own place, so that the last one ends where the codes end.
    width = (end - start) // len(meant)
    for number, sign in enumerate(meant):
        yield start + number * width, sign if sign.isprintable() else " "


def _meant(code: str) -> str:
    if code[0] == "%":
        return bytes.fromhex(code.replace("%", "")).decode("utf-8", "replace")
    if code[0] == "\\":
        return chr(int(code[2:], base=16))  # noqa: FURB166 - there is no 0x before it
    from html import unescape  # its table of names takes a millisecond

    return unescape(code)
