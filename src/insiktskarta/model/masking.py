"""Hide what looks like personal data before anything is shown or stored.

`masked` is for what is quoted: in messages, paths and answers to the command line. It hides all that the rules about
personal data would find. `masked_numbers` is for a record's own text, which has to be read: it hides numbers,
telephones, e-mail addresses and accounts. Both hide too much rather than too little: they ask no checksum, and
nothing is allowed by the workspace.
"""

import re
from collections.abc import Callable
from functools import cache, lru_cache

from insiktskarta.model.personal.networks import is_among, names_network
from insiktskarta.model.sieve import sieve

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
    # A mobile number that hangs on to a word.
    rf"|(?<=[^\W\d_])07[02369]\d?[{_DASH}]?\d(?:{_GAP}\d){{5,6}}(?!\w)"
)
_EMAIL = re.compile(r"(?<![\w.+%'-])[\w.+%'-]+@[\w-]+(?:\.[\w-]+)+")
_DIGIT = re.compile(r"\d")
_FEWEST_OF_TELEPHONES = 8
_FEWEST_OF_ALL = 5  # digits of any number that is hidden
# What stands for the sign of an address, begins a number in words, or may turn out to be a digit or a sign.
_SIGNS = re.compile(
    r"[@%&\\]|[(\[{<] ?(?:a|at|snabel-?a) ?[)\]}>]|\bat\b|snabel|\bnoll"
    r"|[^\x00-\x7f\u00a0\u00a7\u00ab\u00b7\u00bb-\u00ff\u2010-\u201e\u2022\u2026\u202f]",
    re.IGNORECASE,
)
# What each of them has, unless codes stand for its dashes: so many digits with little between them and no word. The
# patterns themselves look at every sign of a text, and take half a millisecond for a file of two kilobytes.
_PERSON_ROW = re.compile(r"\d(?:[^\dA-Za-z\u00c0-\u00ff]{0,5}[A-Za-z]?\d){8}")
_PHONE_ROW = re.compile(r"[+0]\d(?:[^\dA-Za-z\u00c0-\u00ff]{0,3}\d){6}")
_CODED = re.compile(r"[%&\\]")
# The three of them, and digits other than ours, for a whole file at once.
_may_have_row = sieve(
    r"[0-9](?:[^0-9A-Za-z\u{c0}-\u{ff}]{0,5}[A-Za-z]?[0-9]){8}|[+0][0-9](?:[^0-9A-Za-z\u{c0}-\u{ff}]{0,3}[0-9]){6}"
    r"|[%&\\]|[\p{Nd}--[0-9]]"
)
_SHORT = 500
_SLUG = re.compile(r"[a-z\d/._-]+", re.ASCII)
_PARTS = re.compile(r"[\d/._-]+")
# A number after a word for a case, a street or a telephone, also with the letters of a case between, and one in words.
_HINTED = re.compile(r"(?:nr|mer|kt|ten|id)[._-]*(?:[a-z]{1,6}[/-]?)?\d|noll|tel")


@cache
def _pattern(pattern: str) -> re.Pattern[str]:
    # Two milliseconds each, which a run that shows no digits does without.
    return re.compile(pattern, re.IGNORECASE)


def _hide(match: re.Match[str], keep: int) -> str:
    found = match.group()
    return found[:keep] + re.sub(r"\w", BULLET, found[keep:])


def masked(text: str) -> str:
    """The text with all that looks like personal data hidden, names and addresses too; as long as the text.

    At most the first two characters of each stay, so that a person can find the place.
    """
    if text.isalpha() or _is_plain_slug(text):  # a single word is nobody
        return text
    return _masked_quote(text) if len(text) <= _SHORT else _until_still(text, _without_anything)


def masked_numbers(text: str) -> str:
    """The text with suspected personal numbers, telephones, e-mail addresses and accounts hidden; as long as the text.

    At most the first two characters of each stay, so that a person can find the place.
    """
    few = len(_DIGIT.findall(text)) < _FEWEST_OF_ALL
    if few and _SIGNS.search(text) is None and not names_network(text):
        return text
    return _until_still(text, _without_numbers)


def is_clean(text: str) -> bool:
    """Whether neither a file's text nor any line of it by itself has anything to hide; where in doubt, False.

    It is for the text of a file that has been read, since it asks the sieves, which take 14 milliseconds to load.
    """
    from insiktskarta.model.personal.escaped import has_other_reading
    from insiktskarta.model.personal.normalise import searchable
    from insiktskarta.model.personal.sieves import may_have_anything, may_have_anything_in_path

    said = searchable(text)
    if may_have_anything(said) or may_have_anything_in_path(said) or has_other_reading(text):
        return False
    return not _may_have_row(text) or _plainly(text) == text


def _is_plain_slug(text: str) -> bool:
    """Whether a path or an id has no number and no name in it, which nearly all have not."""
    if _SLUG.fullmatch(text) is None or len(_DIGIT.findall(text)) >= _FEWEST_OF_ALL or _HINTED.search(text):
        return False
    from insiktskarta.model.personal.name_kinds import has_first  # a tenth of what all detectors take to load

    words = _PARTS.split(text)
    return not (has_first(words) or is_among(words))


@lru_cache(maxsize=1024)
def _masked_quote(text: str) -> str:
    # A key or a path is quoted in one message after the other.
    return _until_still(text, _without_anything)


def _until_still(text: str, without: Callable[[str], str]) -> str:
    """The text masked until nothing is left to mask: what has been hidden may have parted what is beside it."""
    while (less := _in_either_reading(text, lambda said: _both(without(said), _plainly(said)))) != text:
        text = less
    return text


def _in_either_reading(text: str, hide: Callable[[str], str]) -> str:
    """The text without what is to be hidden as it is written and as YAML understands it."""
    less = hide(text)
    if "\\" not in text and "\n" not in text:
        return less
    from insiktskarta.model.personal.escaped import has_other_reading, understood

    if not has_other_reading(text):
        return less
    said = understood(text)
    return _both(less, said.hidden(text, hide(said.text)))


def _both(one: str, other: str) -> str:
    """A text with all hidden that is hidden in either of two equally long ones."""
    if one == other:
        return one
    return "".join(BULLET if BULLET in (sign, twin) else sign for sign, twin in zip(one, other, strict=True))


def _without_anything(text: str) -> str:
    from insiktskarta.model.personal.hiding import without_anything  # a run that shows nothing does without

    return without_anything(text)


def _without_numbers(text: str) -> str:
    from insiktskarta.model.personal.hiding import without_numbers

    return without_numbers(text)


def _plainly(text: str) -> str:
    """The text without what has the form of a number or an address, whatever the words around it say."""
    if "@" in text:
        text = _EMAIL.sub(lambda match: _hide(match, 1), text)
    if len(_DIGIT.findall(text)) < _FEWEST_OF_TELEPHONES:
        return text
    coded = _CODED.search(text) is not None
    if coded or _PERSON_ROW.search(text):
        text = _pattern(_NUMBER).sub(lambda match: _hide(match, 2), text)
        text = _pattern(_GROUPS).sub(lambda match: _hide(match, 2), text)
    if coded or _PHONE_ROW.search(text):
        text = _pattern(_PHONE).sub(lambda match: _hide(match, 2), text)
    return text
