"""Hide what looks like a person's number, telephone or e-mail before anything is shown or stored.

This is the last guard of every output. It hides too much rather than too little: it asks no checksum.
"""

import re

BULLET = "\N{BULLET}"

# Digits may be parted by ordinary, no-break or narrow spaces and by any dash.
_GAP = r"[\s\u00a0\u202f\u2010-\u2015-]"
_NUMBER = re.compile(rf"(?<![\w])(?:\d{{2}})?\d{{6}}(?:{_GAP}|\+)?\s?[\dTRSUWXJKLMN]\d{{3}}(?![\w])")
_PHONE = re.compile(
    rf"(?<![\w])(?:\+|00)\d(?:{_GAP}?[()]?\d){{7,13}}(?![\w])|(?<![\w])0\d(?:{_GAP}?\d){{6,9}}(?![\w])"
)
_EMAIL = re.compile(r"[\w.+%'-]+@[\w-]+(?:\.[\w-]+)+")
_DIGIT = re.compile(r"\d")


def _hide(match: re.Match[str], keep: int) -> str:
    found = match.group()
    return found[:keep] + re.sub(r"\w", BULLET, found[keep:])


def masked(text: str) -> str:
    """The text with suspected personal numbers, telephone numbers and e-mail addresses hidden.

    At most the first two characters of each stay, so that a person can find the place.
    """
    if "@" in text:
        text = _EMAIL.sub(lambda match: _hide(match, 1), text)
    if _DIGIT.search(text) is None:
        return text
    text = _NUMBER.sub(lambda match: _hide(match, 2), text)
    return _PHONE.sub(lambda match: _hide(match, 2), text)
