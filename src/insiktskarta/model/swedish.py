"""Swedish words: file names, matching, collation and spelling suggestions."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from heapq import nsmallest
from typing import TypeAlias

SLUG_LENGTH = 60
_FURTHEST = 4  # edits; beyond that a suggestion is a guess

SortKey: TypeAlias = tuple[str, str, str, str]

# Letters that Unicode does not take apart into a base letter and a mark.
_WHOLE_LETTERS = str.maketrans(
    {"æ": "ae", "ø": "o", "œ": "oe", "đ": "d", "ð": "d", "þ": "th", "ł": "l", "ħ": "h", "ı": "i"}
)
_RESERVED = re.compile(r"con|prn|aux|nul|(?:com|lpt)[0-9]")
_GAPS = re.compile(r"[\s_]+")
_NUMBER = re.compile(r"[0-9]+")

# Keys are ASCII where texts are Swedish: signs below the digits, and å ä ö in the places after z.
_SIGNS = {sign: chr(place) for place, sign in enumerate(":;<=>?@[\\]^_`{|}~", 1)}
_COLLATED = str.maketrans(
    _SIGNS | {"å": "{", "ä": "|", "æ": "|", "ö": "}", "ø": "}", "ő": "}", "œ": "}", "ü": "y", "ű": "y"}
)
_COLLATED_BYTES = bytes(ord(chr(code).translate(_COLLATED)) for code in range(256))


def _unmarked(text: str) -> str:
    marked = unicodedata.normalize("NFKD", text)
    return "".join(letter for letter in marked if not unicodedata.combining(letter))


def _composed(text: str) -> str:
    return unicodedata.normalize("NFC", text).casefold()


def _base_letters(text: str) -> str:
    if text.isascii():
        return text.lower()
    # Twice, since taking a sign apart (™ to TM) may leave letters that are not folded yet.
    once = _unmarked(text.casefold()).casefold()
    return _unmarked(once).translate(_WHOLE_LETTERS)


def slug(text: str) -> str:
    """`Äldre på landsbygden!` → `aldre-pa-landsbygden`: lower-case ASCII words joined by `-`.

    At most 60 characters, cut between words where there is a gap to cut at. A name that Windows keeps
    for a device (`con`, `lpt1`) gets `-1`. Without a single Latin letter or digit the slug is empty.
    The slug of a slug is itself; different texts may well share a slug.
    """
    words = "-".join(re.findall(r"[a-z0-9]+", _base_letters(text)))
    short = words[:SLUG_LENGTH]
    if len(words) > SLUG_LENGTH and words[SLUG_LENGTH] != "-" and "-" in short:
        short = short.rpartition("-")[0]
    short = short.rstrip("-")
    return f"{short}-1" if _RESERVED.fullmatch(short) else short


def is_reserved(name: str) -> bool:
    """Whether Windows keeps a name for a device, as it does `con` and `lpt1`."""
    return _RESERVED.fullmatch(name) is not None


def folded(text: str) -> str:
    """`Ensamstående_förälder` → `ensamstaende-foralder`: two spellings of one term fold to the same.

    Case, marks and the sign between words are gone; everything else, such as `/`, stays.
    """
    return _GAPS.sub("-", _base_letters(text).strip("_ \t\r\n"))


def sort_key(text: str) -> SortKey:
    """The place of a text in a Swedish list: å, ä, ö after z; v and w apart; é as e; 9 before 10.

    Signs come before digits and digits before letters. Texts that differ in marks or case only stand
    together, unmarked and lower-case first. ü is sorted as y, æ as ä and ø as ö.

    Source: Svenska Akademiens ordlista from its 13th edition (2006), where w became a letter of its own.
    """
    composed = text if text.isascii() else unicodedata.normalize("NFC", text)
    folded_case = composed.casefold()
    plain = _collated(folded_case)
    if not plain.isascii():
        plain = "".join(
            letter if letter.isascii() or letter.isalnum() else "\x00" for letter in _unmarked(plain)
        )
    if _NUMBER.search(plain):
        plain = _NUMBER.sub(_number_key, plain)
    return plain, folded_case, composed.swapcase(), composed


def _collated(text: str) -> str:
    # Nearly all Swedish text is Latin-1, and a table of bytes takes a tenth of the time that one of letters takes.
    try:
        return text.encode("latin-1").translate(_COLLATED_BYTES).decode("latin-1")
    except UnicodeError:
        return text.translate(_COLLATED)


def _number_key(match: re.Match[str]) -> str:
    # How many digits before which digits is the order of numbers, without the limit that int() has.
    digits = match.group().lstrip("0")
    return f"{len(digits):04}{digits}"


def nearest(word: str, candidates: Iterable[str], n: int = 1) -> list[str]:
    """The at most `n` candidates that `word` may be a misspelling of, the likeliest first.

    Missing dots and rings cost nothing, so `aldre` gives `äldre` before `ålder`. An edit is a letter too
    many, too few, wrong, or swapped with its neighbour; every third letter may be one, and at most four.
    """
    sought, spelt = folded(word), _composed(word)
    ranked = []
    for place, candidate in enumerate(dict.fromkeys(candidates)):
        other = folded(candidate)
        limit = min(max(len(sought), len(other)) // 3, _FURTHEST)
        away = _edits(sought, other, limit)
        if away <= limit:
            marks = _edits(spelt, _composed(candidate), len(spelt))
            ranked.append((away, marks, place, candidate))
    return [candidate for *_, candidate in nsmallest(n, ranked)]


def _edits(one: str, other: str, limit: int) -> int:
    """Edits between two words (optimal string alignment), or `limit + 1` when there are more."""
    too_far = limit + 1
    if _plainly_further(one, other, limit):
        return too_far
    before: list[int] = []
    above = list(range(len(other) + 1))
    for row, letter in enumerate(one, 1):
        here = [row] + [too_far] * len(other)
        # Cells further from the diagonal than the limit cost more than the limit.
        for column in range(max(1, row - limit), min(len(other), row + limit) + 1):
            same = letter == other[column - 1]
            cost = min(above[column - 1] + (not same), above[column] + 1, here[column - 1] + 1)
            if min(row, column) > 1 and letter == other[column - 2] and one[row - 2] == other[column - 1]:
                cost = min(cost, before[column - 2] + 1)
            here[column] = cost
        if min(here) > limit:
            return too_far
        before, above = above, here
    return min(above[-1], too_far)


def _plainly_further(one: str, other: str, limit: int) -> bool:
    # Letters that the other word lacks need an edit each; counting them is ten times as quick as the table.
    longer = len(other) - len(one)
    if abs(longer) > limit:
        return True
    lacking = (Counter(one) - Counter(other)).total()
    return max(lacking, lacking + longer) > limit
