"""One writing for what looks alike: spaces, dashes, digits, letters in parts, and what cannot be seen."""

import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from insiktskarta.model.personal.encoded import has_codes, signs

# All length-preserving and common; with these replaced, most Swedish text is Latin-1.
_USUAL = (
    ("\u00a0", " "),
    ("\u2013", "-"),
    ("\u2019", "'"),
    ("\u201d", '"'),
    ("\u2026", "."),
    ("\u202f", " "),
    ("\u2014", "-"),
    ("\u201c", '"'),
    ("\u2011", "-"),
    ("\u2212", "-"),
)
# The same and the rarer ones, by sign and by Unicode category; format characters are invisible.
_LOOKS = dict(_USUAL) | {
    "\0": "",
    "\r": " ",
    "\x85": "\n",
    "\u2018": "'",
    "\u2043": "-",
    "\u02d7": "-",
    "\u034f": "",
    "\u115f": "",
    "\u3164": "",
    "\ufe0e": "",
    "\ufe0f": "",
    # Strokes of other scripts, of boxes and of pictures, which look like hyphens.
    **dict.fromkeys(
        "\u2500\u2501\u2796\u30fc\uff70\u4e00\u3161\u1173\u223c\u00ac\u23af\u2012\u02c9\u00af", "-"
    ),
}
_KINDS = {"Cf": "", "Pd": "-", "Zl": "\n", "Zp": "\n", "Zs": " "}


@dataclass(frozen=True, slots=True)
class Normalised:
    """A text to search, and the way back to the text that was written.

    Attributes:
        text: what to search.
        origin: for every character its index in the written text, and one more for the end; None when they
            are the same.
    """

    text: str
    origin: tuple[int, ...] | None = None

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Indexes in the written text for those in the normalised one; an empty span stays empty."""
        if self.origin is None:
            return start, end
        # To where the next sign begins, so that a code or a mark of the last sign belongs to it.
        return self.origin[start], self.origin[end] if end > start else self.origin[start]


def searchable(written: str) -> str:
    """The normalised text alone, which for most paths is the path itself."""
    usual = written.isascii() and "\r" not in written and "\0" not in written and not has_codes(written)
    return written if usual else normalised(written).text


@lru_cache(maxsize=4)
def normalised(written: str) -> Normalised:
    """The text with plain spaces, hyphens and digits, composed letters and nothing invisible."""
    text = written
    if "\0" in text or has_codes(text):
        return _slowly(written)
    if not _is_latin(text):
        for sign, plain in _USUAL:
            text = text.replace(sign, plain)
    else:
        text = text.replace("\u00a0", " ")
    if not _is_latin(text) or "\u00ad" in text or "\u00ac" in text or "\u00af" in text:
        return _slowly(written)
    return Normalised(
        text.replace("\r", " ").replace("\x85", "\n") if "\r" in text or "\x85" in text else text
    )


def _is_latin(text: str) -> bool:
    try:
        text.encode("latin-1")
    except UnicodeEncodeError:
        return False
    return True


def _slowly(written: str) -> Normalised:
    letters: list[str] = []
    origin: list[int] = []
    for place, sign in signs(written):
        plain = _plain(sign)
        if unicodedata.combining(sign) and letters:
            joined = unicodedata.normalize("NFC", letters[-1] + sign)
            if len(joined) == 1:
                letters[-1] = joined
                continue
        letters.extend(plain)
        origin.extend([place] * len(plain))
    return Normalised("".join(letters), (*origin, len(written)))


@lru_cache(maxsize=1024)
def _plain(sign: str) -> str:
    if sign in _LOOKS:
        return _LOOKS[sign]
    kind = "" if sign.isascii() else unicodedata.category(sign)
    if kind in _KINDS:
        return _KINDS[kind]
    digit = unicodedata.digit(sign, None) if kind in ("Nd", "No") else None
    if digit is not None:
        return str(digit)
    # Full-width and styled letters; but "½" or "㎡" must not turn into something to search.
    plain = unicodedata.normalize("NFKC", sign) if kind[:1] in ("L", "P", "S") else sign
    return plain if len(plain) == 1 else sign
