"""The line that says how a picture was made, read back out of its file."""

import html
import re
import struct

from insiktskarta.figures.recipe import START, TERM

_PNG = b"\x89PNG\r\n\x1a\n"
_KEY = f"dc:{TERM}".encode()
_SVG = re.compile(f"<dc:{TERM}>(.*?)</dc:{TERM}>", re.DOTALL)
_PDF = re.compile(rb"/Keywords\s*\(((?:[^()\\]|\\.)*)\)", re.DOTALL)
_PDF_ESCAPES = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}


def recipe_line(raw: bytes) -> str | None:
    """The line inside a PNG, SVG or PDF; None where there is none, as in a picture of another tool."""
    if raw.startswith(_PNG):
        return _from_png(raw)
    if raw.startswith(b"%PDF"):
        return _from_pdf(raw)
    found = _SVG.search(raw.decode("utf-8", "replace"))
    return html.unescape(found[1]) if found else None


def _from_png(raw: bytes) -> str | None:
    place = len(_PNG)
    while place + 8 <= len(raw):
        size, kind = struct.unpack_from(">I4s", raw, place)
        data = raw[place + 8 : place + 8 + size]
        key, _, text = data.partition(b"\0")
        if kind == b"tEXt" and key == _KEY:
            return text.decode("latin-1")
        place += size + 12
    return None


def _from_pdf(raw: bytes) -> str | None:
    """The last of the keywords."""
    found = _PDF.findall(raw)
    if not found:
        return None
    text = re.sub(rb"\\(.)", lambda each: _PDF_ESCAPES.get(each[1], each[1]), found[-1], flags=re.DOTALL)
    said = text[2:].decode("utf-16-be", "replace") if text.startswith(b"\xfe\xff") else text.decode("latin-1")
    start = said.rfind(START)
    return said[start:] if start >= 0 else None
