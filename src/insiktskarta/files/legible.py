"""What a person may read in the bytes of a file that is no UTF-8, so that it can be searched and shown all the same."""

from itertools import starmap

# The longer ones first, since the mark of UTF-16 begins that of UTF-32.
_MARKS = (
    (b"\xff\xfe\0\0", "utf-32-le"),
    (b"\0\0\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
    (b"\xef\xbb\xbf", "utf-8"),
)
# Which of four bytes in a row are 0 where letters are European.
_EMPTY = (
    ((False, True, True, True), "utf-32-le"),
    ((True, True, True, False), "utf-32-be"),
    ((False, True, False, True), "utf-16-le"),
    ((True, False, True, False), "utf-16-be"),
)
# How files of other programs begin: packed documents, PDF, pictures, sounds.
_PROGRAMS = (
    b"PK\3\4",
    b"%PDF",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"\x1f\x8b",
    b"RIFF",
    b"ID3",
    b"\xd0\xcf\x11\xe0",
)
_CONTROL = bytes({*range(9), 11, *range(14, 27), *range(28, 32), 127})
_ODD = 0.1  # of the bytes
_SAMPLE, _LEAST, _MOST, _FEW = 4096, 8, 0.7, 0.3
# Python keeps a byte that is no UTF-8 as half a surrogate; whoever wrote it probably had Windows.
_WINDOWS = {0xDC00 + byte: bytes([byte]).decode("cp1252", "replace") for byte in range(0x80, 0x100)}


def legible(raw: bytes) -> str:
    """The text of bytes, whatever they are: one character for every byte that is no part of any."""
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return _read(raw.removeprefix(mark), encoding)
    return _read(raw, wide(raw) or "utf-8")


def is_text(raw: bytes) -> bool:
    """Whether bytes are meant for people: no picture, no packed document, nothing that only a program can read."""
    if raw.startswith(_PROGRAMS):
        return False
    if raw.startswith(tuple(mark for mark, _ in _MARKS)) or wide(raw):
        return True
    sample = raw[:_SAMPLE]
    return len(sample) - len(sample.translate(None, _CONTROL)) <= _ODD * len(sample)


def wide(raw: bytes) -> str | None:
    """The encoding of bytes that look like UTF-16 or UTF-32 without a mark."""
    sample = raw[:_SAMPLE]
    if len(sample) < _LEAST or b"\0" not in sample:
        return None
    shares = [sample[place::4].count(0) / len(sample[place::4]) for place in range(4)]
    for empty, encoding in _EMPTY:
        if all(starmap(_fits, zip(shares, empty, strict=True))):
            return encoding
    return None


def _fits(share: float, empty: bool) -> bool:  # noqa: FBT001 - zipped with the shares
    return share > _MOST if empty else share < _FEW


def _read(raw: bytes, encoding: str) -> str:
    if encoding != "utf-8":
        return raw.decode(encoding, "replace")
    return raw.decode("utf-8", "surrogateescape").translate(_WINDOWS)
