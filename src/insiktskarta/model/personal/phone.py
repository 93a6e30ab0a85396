"""Telephone numbers in digits.

What is a valid number, and what kind, the package `phonenumbers` says; it is imported when a text has something
that may be one. Numbers that belong to no person or desk (020, 077, 0900 and the like) are left alone.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from insiktskarta.model.personal import context
from insiktskarta.model.personal.match import Match, mask
from insiktskarta.model.personal.runs import Run

if TYPE_CHECKING:
    from phonenumbers import PhoneNumber

MOBILE, LAND_LINE = "PD201", "PD202"

_BEGINS = re.compile(r"(?<![0-9])(?:\+ ?[1-9]|\(?0[1-9]|00[1-9]|467[02369])")
_NO_PLUS = re.compile(r"(?<![0-9+])467[02369]\d{7}(?!\d)")
_NAMED = re.compile(r"(?:tel|tele|telefon|tfn|mobil|mob|sms|nr|nummer|ring)$", re.IGNORECASE)
_NEXT = re.compile(r"\s+(?=\+\d|\(?0\d{1,3}\)?[-/]|0\d{7}|07\d \d{3} )")
_HOURS = re.compile(r"\d\d(?:[.:]\d\d)? ?- ?\d\d(?:[.:]\d\d)?(?!\d)")
_DATE = re.compile(r"[0-3]\d([.-])[01]\d\1(?:19|20)\d\d(?!\d)")
_PARTED = re.compile(r"\(?0\d{1,3}\)? ?[-/] ?\d{5,}|\(?0\d{1,3}\)? ?[-/] ?\d{2,3} \d{2,3}(?: \d{2})?")
LEAST, MOST = 7, 17
_SURELY = 9
# The zero alone, or every digit, which no reader of telephone numbers knows.
_ZERO_FIRST = re.compile(r"0[ .-]7[02369]\d(?:[ .-]?\d){6}|0[ -]{1,3}7[ -]{1,3}[02369](?:[ -]{1,3}\d){7}")
# Without the number of an area, the word before tells; four digits side by side are a year.
_LOCAL = re.compile(r"\d{2,3}[ -]\d{2,3}(?:[ -]\d{2})?|\d{5,6}")
_LOCAL_WORD = re.compile(r"(?:^|[^a-zåäö])(?:tel|telefon|telefonnr|telefonnummer|tfn|tele)[.: ]*$")
_LOCAL_DIGITS = range(5, 9)


def telephone_numbers(text: str, numbers: Iterable[Run]) -> Iterator[Match]:
    """Numbers that phonenumbers finds valid, in the runs of digits.

    Args:
        text: normalised.
        numbers: the runs of digits to look in.
    """
    for start, end, count in numbers:
        if _ZERO_FIRST.fullmatch(text, start, end):
            key = "+46" + re.sub(r"\D", "", text[start:end])[1:]
            yield Match(start, end, MOBILE, mask(text[start:end], 2), key)
            continue
        named = text[start - 1 : start].isalpha() and _NAMED.search(text[max(0, start - 10) : start])
        first = start if named else max(0, start - 3)
        if count >= LEAST and _BEGINS.search(text, first, end):
            # Numbers in a row are one run of digits; each is looked at by itself.
            # "tel0701740605": the word that hangs on to a number stays behind.
            starts = [first + 1 if named else first, *(gap.end() for gap in _NEXT.finditer(text, start, end))]
            for one, other in pairwise([*starts, end]):
                # What stands right beside a number decides whether it is one, so a little of it goes along.
                yield from _found(text, max(0, one - 1), other + 2 if other == end else other)


def local_numbers(text: str, numbers: Iterable[Run]) -> Iterator[Match]:
    """Numbers without that of an area, right after a word for a telephone.

    Args:
        text: normalised.
        numbers: the runs of digits to look at.
    """
    for start, end, count in numbers:
        written = text[start:end]
        if count not in _LOCAL_DIGITS or written[0] == "0" or not _LOCAL.fullmatch(written):
            continue
        if _LOCAL_WORD.search(context.before(text, start)):
            yield Match(start, end, LAND_LINE, mask(written, 2), re.sub(r"\D", "", written))


def telephone_key(written: str) -> str:
    """How a number is compared with those that are allowed: `+46701740605`; empty for what is none."""
    import phonenumbers

    try:
        number = phonenumbers.parse(written, "SE")
    except phonenumbers.NumberParseException:
        return ""
    return number_key(number)


def _found(text: str, first: int, end: int) -> Iterator[Match]:
    import phonenumbers

    bare = _NO_PLUS.search(text, first, end)
    if bare is not None and context.OTHER.search(context.before(text, bare.start())):
        return
    part = _single_spaced(text[first:end].replace("\n", " "))
    for found in phonenumbers.PhoneNumberMatcher(part, "SE", phonenumbers.Leniency.VALID):
        start, stop = found.start + first, found.end + first
        if (code := kind_code(found.number)) and _is_meant(text, start, stop, code):
            yield Match(start, stop, code, mask(text[start:stop], 2), number_key(found.number))


def _single_spaced(text: str) -> str:
    # A folded line's indentation would part the number; U+2060 is what the matcher takes for nothing.
    return re.sub(r"(?<= ) +", lambda spaces: "\u2060" * len(spaces.group()), text)


def _is_meant(text: str, start: int, end: int, code: str) -> bool:
    written = text[start:end]
    if _HOURS.fullmatch(written) or _DATE.match(written) or context.MONEY.match(context.after(text, end)):
        return False
    if code == MOBILE or written.startswith(("+", "00")):
        return True
    sure = _PARTED.fullmatch(written) or sum(map(str.isdigit, written)) >= _SURELY
    return bool(sure or context.TELEPHONE.search(context.before(text, start)))


def kind_code(number: "PhoneNumber") -> str:
    """The rule that a valid number breaks; empty for one that belongs to no person or desk."""
    from phonenumbers import PhoneNumberType as Kind
    from phonenumbers import number_type

    kind = number_type(number)
    if kind in (Kind.MOBILE, Kind.FIXED_LINE_OR_MOBILE, Kind.PERSONAL_NUMBER, Kind.PAGER):
        return MOBILE
    return LAND_LINE if kind in (Kind.FIXED_LINE, Kind.VOIP, Kind.UAN) else ""


def number_key(number: "PhoneNumber") -> str:
    """How a number is compared: `+46701740605`."""
    return f"+{number.country_code}{number.national_number}"
