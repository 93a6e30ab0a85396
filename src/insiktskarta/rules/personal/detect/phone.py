"""Telephone numbers, in digits and in words.

What is a valid number, and what kind, the package `phonenumbers` says; it is imported when a text has something
that may be one. Numbers that belong to no person or desk (020, 077, 0900 and the like) are left alone.
"""

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from insiktskarta.rules.personal.detect import context
from insiktskarta.rules.personal.detect.match import Match, mask
from insiktskarta.rules.personal.detect.number_words import LONGEST_FIRST, NUMBER_WORDS
from insiktskarta.rules.personal.detect.runs import Run
from insiktskarta.rules.personal.detect.vocabulary import Words, spelt

if TYPE_CHECKING:
    from phonenumbers import PhoneNumber

MOBILE, LAND_LINE = "PD201", "PD202"

_BEGINS = re.compile(r"(?<![0-9])(?:\+ ?[1-9]|\(?0[1-9]|00[1-9])")
_HOURS = re.compile(r"\d\d(?:[.:]\d\d)? ?- ?\d\d(?:[.:]\d\d)?(?!\d)")
_PARTED = re.compile(r"\(?0\d{1,3}\)? ?[-/] ?\d{5,}|\(?0\d{1,3}\)? ?[-/] ?\d{2,3} \d{2,3}(?: \d{2})?")
_LEAST, _MOST, _SURELY = 7, 17, 9

_WORD = LONGEST_FIRST
_SPOKEN = re.compile(
    rf"\bnoll(?:[ ,\n-]*(?:{_WORD}|\d{{1,4}})\b|(?:{_WORD})\b)(?:[ ,\n-]+(?:{_WORD}|\d{{1,4}})\b)+"
)
SPOKEN_SIGNS = spelt(["noll", *(f"noll{word}" for word in NUMBER_WORDS)])
_SPOKEN_PART = re.compile(rf"{_WORD}|\d+")


def telephone_numbers(text: str, numbers: Iterable[Run]) -> Iterator[Match]:
    """Numbers that phonenumbers finds valid, in the runs of digits.

    Args:
        text: normalised.
        numbers: the runs of digits to look in.
    """
    for start, end, count in numbers:
        first = max(0, start - 3)
        if count >= _LEAST and _BEGINS.search(text, first, end):
            yield from _found(text, first, end)


def spoken_numbers(text: str, words: Words) -> Iterator[Match]:
    """Numbers in words, such as “nollsjuttio ett sju fyra noll sex noll fem”.

    Args:
        text: normalised.
        words: those of the text that are worth a search.
    """
    if SPOKEN_SIGNS.isdisjoint(words):
        return
    import phonenumbers

    for spoken in _SPOKEN.finditer(text.lower()):
        digits = "".join(str(NUMBER_WORDS.get(part, part)) for part in _SPOKEN_PART.findall(spoken.group()))
        if not _LEAST <= len(digits) <= _MOST:
            continue
        number = phonenumbers.parse(digits, "SE")
        if phonenumbers.is_valid_number(number) and (code := _code(number)):
            yield Match(*spoken.span(), code, mask(text[slice(*spoken.span())], 2), _key(number))


def telephone_key(written: str) -> str:
    """How a number is compared with those that are allowed: `+46701740605`; empty for what is none."""
    import phonenumbers

    try:
        number = phonenumbers.parse(written, "SE")
    except phonenumbers.NumberParseException:
        return ""
    return _key(number)


def _found(text: str, first: int, end: int) -> Iterator[Match]:
    import phonenumbers

    # What stands right beside a number decides whether it is one, so a little of it goes along.
    around = text[max(0, first - 1) : end + 2].replace("\n", " ")
    offset = max(0, first - 1)
    for found in phonenumbers.PhoneNumberMatcher(_single_spaced(around), "SE", phonenumbers.Leniency.VALID):
        start, stop = found.start + offset, found.end + offset
        if (code := _code(found.number)) and _is_meant(text, start, stop, code):
            yield Match(start, stop, code, mask(text[start:stop], 2), _key(found.number))


def _single_spaced(text: str) -> str:
    # A folded line's indentation would part the number; U+2060 is what the matcher takes for nothing.
    return re.sub(r"(?<= ) +", lambda spaces: "\u2060" * len(spaces.group()), text)


def _is_meant(text: str, start: int, end: int, code: str) -> bool:
    written = text[start:end]
    if _HOURS.fullmatch(written) or context.MONEY.match(context.after(text, end)):
        return False
    if code == MOBILE or written.startswith(("+", "00")):
        return True
    sure = _PARTED.fullmatch(written) or sum(map(str.isdigit, written)) >= _SURELY
    return bool(sure or context.TELEPHONE.search(context.before(text, start)))


def _code(number: "PhoneNumber") -> str:
    from phonenumbers import PhoneNumberType as Kind
    from phonenumbers import number_type

    kind = number_type(number)
    if kind in (Kind.MOBILE, Kind.FIXED_LINE_OR_MOBILE, Kind.PERSONAL_NUMBER, Kind.PAGER):
        return MOBILE
    return LAND_LINE if kind in (Kind.FIXED_LINE, Kind.VOIP, Kind.UAN) else ""


def _key(number: "PhoneNumber") -> str:
    return f"+{number.country_code}{number.national_number}"
