"""Pixels as a PNG file (ISO/IEC 15948), with texts about them."""

import struct
import zlib
from collections.abc import Iterable, Iterator

import numpy as np

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_COMPRESSION = 3
_INCH = 0.0254  # metres
_BAND = 64
"""Rows that are compressed at a time."""


def encoded(pixels: memoryview, dpi: float, texts: Iterable[tuple[str, str]]) -> bytes:
    """A PNG of opaque pixels.

    Areas of one colour are most of a picture: no filter makes the file smaller than those that photographs want, and
    takes a quarter of the time.

    Args:
        pixels: rows of pixels of red, green, blue and an alpha that is left out; a byte each.
        dpi: pixels an inch.
        texts: keywords and what stands under them.
    """
    colours = np.asarray(pixels)
    high, wide, _ = colours.shape
    each = round(dpi / _INCH)
    return b"".join(
        (
            _SIGNATURE,
            _chunk(b"IHDR", struct.pack(">2I5B", wide, high, 8, 2, 0, 0, 0)),
            _chunk(b"pHYs", struct.pack(">2IB", each, each, 1)),
            *(_text(keyword, text) for keyword, text in texts),
            *(_chunk(b"IDAT", part) for part in _compressed(colours) if part),
            _chunk(b"IEND", b""),
        )
    )


def _compressed(colours: np.ndarray) -> Iterator[bytes]:
    """The rows band by band, so that no second copy of the picture is held."""
    stream = zlib.compressobj(_COMPRESSION)
    high, wide, _ = colours.shape
    for top in range(0, high, _BAND):
        band = colours[top : top + _BAND, :, :3]
        rows = np.zeros(
            (len(band), 1 + 3 * wide), np.uint8
        )  # the first byte of a row says which filter: none
        rows[:, 1:].reshape(band.shape)[...] = band
        yield stream.compress(rows.data)
    yield stream.flush()


def _text(keyword: str, text: str) -> bytes:
    """A text in Latin-1 where that is possible, which every reader knows, else in UTF-8."""
    name = keyword.encode("latin-1")
    try:
        return _chunk(b"tEXt", name + b"\0" + text.encode("latin-1"))
    except UnicodeEncodeError:
        return _chunk(b"iTXt", name + bytes(5) + text.encode("utf-8"))


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
