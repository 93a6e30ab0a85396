"""Hide what looks like a person's number, telephone or e-mail before anything is shown or stored.

This is the last guard of every output. It hides too much rather than too little: it asks no checksum.
"""

import re

BULLET = "\N{BULLET}"

# Digits may be parted by ordinary, no-break or narrow spaces and by any dash.
_DASH = r"\u2010-\u2015\u2212-"
_GAP = rf"(?:[\s(){_DASH}]{{0,3}}|[./])"
_NUMBER = re.compile(
    # 19900101-1234 in all its spellings; a letter stands in the number of one who has no personal number yet.
    rf"(?<!\w)(?:\d\d)?\d{{6}}[\s+/_{_DASH}]{{0,3}}[\da-z]\d{{3}}(?!\w)"
    rf"|(?<!\w)(?:19|20)\d\d[{_DASH}]\d\d[{_DASH}]\d\d\s?[+{_DASH}]\s?[\da-z]\d{{3}}(?![\w{_DASH}])"
    rf"|(?<!\w)(?:19|20)\d\d\s\d\d\s\d\d[\s{_DASH}]\d{{4}}(?!\w)"
    # In the middle of a name or a word, where only a date is taken for one.
    rf"|(?<!\d)(?:18|19|20)?\d\d(?:0\d|1[0-2])[0-36-9]\d[+/_{_DASH}]?\d{{4}}(?!\d)",
    re.IGNORECASE,
)
# Months and days, dates with dots, spans of time, and codes of municipalities in a row start with 0 as well.
_NO_PHONE = (
    rf"(?!(?<=(?:19|20)\d\d[{_DASH}])\d\d(?!\d)|(?<=(?:19|20)\d\d[{_DASH}]\d\d[{_DASH}])\d\d(?!\d)"
    rf"|\d\d\.\d\d\.(?:19|20)\d\d(?!\d)|\d\d\.\d\d\s?[{_DASH}]\s?\d\d\.\d\d(?!\d)|\d{{4}}(?:\s\d{{4}})+(?!\s?\d))"
)
_PHONE = re.compile(
    rf"(?<!\w)(?:\+|00)\d(?:{_GAP}\d){{7,13}}(?!\w)|(?<![^\W_]){_NO_PHONE}0\d(?:{_GAP}\d){{6,9}}(?![^\W_])"
)
# What every number and every telephone number holds; most texts hold neither, and these are found ten times as fast.
_NUMBER_SIGN = re.compile(
    rf"\d\d(?:\d{{4}}[\s+/_{_DASH}]{{0,3}}\w\d{{3}}|[{_DASH}]\d\d[{_DASH}]\d\d\s?[+{_DASH}]\s?\w\d{{3}}"
    rf"|\s\d\d\s\d\d[\s{_DASH}]\d{{4}})"
)
_PHONE_SIGN = re.compile(rf"[+0]\d(?:{_GAP}\d){{6}}")
_EMAIL = re.compile(r"(?<![\w.+%'-])[\w.+%'-]+@[\w-]+(?:\.[\w-]+)+")
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
    if _NUMBER_SIGN.search(text):
        text = _NUMBER.sub(lambda match: _hide(match, 2), text)
    if _PHONE_SIGN.search(text):
        text = _PHONE.sub(lambda match: _hide(match, 2), text)
    return text
