"""Hide what looks like a person's number, telephone or e-mail before anything is shown or stored.

This is the last guard of every output. It hides too much rather than too little: it asks no checksum.
"""

import re
from functools import cache

BULLET = "\N{BULLET}"

# Digits may be parted by ordinary, no-break or narrow spaces and by any dash.
_DASH = (
    r"\u00ac\u00af\u02c9\u02d7\u1173\u2010-\u2015\u2043\u2212\u223c\u23af\u2500\u2501\u2796\u2e3a\u2e3b\u30fc\u3161\u4e00"
    r"\ufe58\ufe63\uff0d\uff70-"
)
# "%2D", "&ndash;" and "\\u2013" are written for a dash.
_CODE = r"(?:%[\da-f]{2}){1,3}|&\#?\w{1,6};|\\u[\da-f]{4}|\\x[\da-f]{2}"
_MONTH, _DAY = r"(?:0\d|1[0-2])", r"[0-36-9]\d"
# However its digits are grouped and parted: "1981 1228 9874", "811228:98 74", "81-12-28-98-74". A date with a year
# behind it is none.
_GROUPS = (
    rf"(?<!\w)(?!\d\d\.\d\d\.(?:19|20)\d\d|20\d\d-\d\d-\d\d\s|(?:19|20)\d\d\s(?:19|20)\d\d)(?:(?:18|19|20)\s?)?\d\d[\s.{_DASH}]{{0,2}}{_MONTH}[\s.{_DASH}]{{0,2}}{_DAY}"
    rf"(?:[\s~\u00b7\u2022:=|*,`'\"()\[\]+/_.{_DASH}]|{_CODE}){{0,5}}\d\s?\d\s?\d\s?\d(?![\w{_DASH}])"
    rf"|(?<!\w)(?:(?:18|19|20)[\s.{_DASH}])?\d\d([\s.{_DASH}]){_MONTH}\1{_DAY}\1\d\d\1\d\d(?![\w{_DASH}])"
    r"|(?<!\w)\d\d[01]\s\d[0-36-9]\d\s\d\d\s?\d\d(?![\w\s]\d|\w)"
    rf"|(?<!\w)(?!(?:19|20)\d\d\s(?:19|20)\d\d)\d\d{_MONTH}\s{_DAY}\d\d\s\d\d(?!\w)"
    r"|(?<!\d)\d\s\d\s(?:\d\s\d\s)?\d\s\d\s[01]\s\d\s\d\s\d\s\d\s\d\s\d\s\d(?![\s]?\d)"
)
_GAP = rf"(?:[\s(){_DASH}]{{0,3}}|[./])"
_NUMBER = (
    # 19900101-1234 in all its spellings; a letter stands in the number of one who has no personal number yet.
    rf"(?<!\w)(?:\d\d)?\d{{6}}[\s+/_{_DASH}]{{0,3}}[\da-z]\d{{3}}(?!\w)"
    rf"|(?<!\w)(?:19|20)\d\d[{_DASH}]\d\d[{_DASH}]\d\d\s?[+{_DASH}]\s?[\da-z]\d{{3}}(?![\w{_DASH}])"
    rf"|(?<!\w)(?:19|20)\d\d\s\d\d\s\d\d[\s{_DASH}]\d{{4}}(?!\w)"
    # In the middle of a name or a word, where only a date is taken for one.
    rf"|(?<!\d)(?:18|19|20)?\d\d(?:0\d|1[0-2])[0-36-9]\d[+/_{_DASH}]?\d{{4}}(?!\d)"
)
# Months and days, dates with dots, spans of time, and codes of municipalities in a row start with 0 as well.
_NO_PHONE = (
    rf"(?!(?<=(?:19|20)\d\d[{_DASH}])\d\d(?!\d)|(?<=(?:19|20)\d\d[{_DASH}]\d\d[{_DASH}])\d\d(?!\d)"
    rf"|\d\d\.\d\d\.(?:19|20)\d\d(?!\d)|\d\d\.\d\d\s?[{_DASH}]\s?\d\d\.\d\d(?!\d)|\d{{4}}(?:\s\d{{4}})+(?!\s?\d))"
)
_PHONE = (
    rf"(?<!\w)(?:\+|00)\d(?:{_GAP}\d){{7,13}}(?!\w)|(?<![^\W_]){_NO_PHONE}0\d(?:{_GAP}\d){{6,9}}(?![^\W_])"
)
_EMAIL = re.compile(r"(?<![\w.+%'-])[\w.+%'-]+@[\w-]+(?:\.[\w-]+)+")
_DIGIT = re.compile(r"\d")
_FEWEST = 10  # digits of a personal number
_FEWEST_OF_ANY = 8  # of a telephone number


@cache
def _pattern(pattern: str) -> re.Pattern[str]:
    # Two milliseconds each, which a run that shows no digits does without.
    return re.compile(pattern, re.IGNORECASE)


def _hide(match: re.Match[str], keep: int) -> str:
    found = match.group()
    return found[:keep] + re.sub(r"\w", BULLET, found[keep:])


def masked(text: str) -> str:
    """The text with suspected personal numbers, telephone numbers and e-mail addresses hidden.

    At most the first two characters of each stay, so that a person can find the place.
    """
    if "@" in text:
        text = _EMAIL.sub(lambda match: _hide(match, 1), text)
    digits = len(_DIGIT.findall(text))
    if digits < _FEWEST_OF_ANY:
        return text
    text = _pattern(_NUMBER).sub(lambda match: _hide(match, 2), text)
    if digits >= _FEWEST:
        text = _pattern(_GROUPS).sub(lambda match: _hide(match, 2), text)
    return _pattern(_PHONE).sub(lambda match: _hide(match, 2), text)
