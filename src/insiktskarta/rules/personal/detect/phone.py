"""Telephone numbers, in digits and in words.

What is a valid number, and what kind, the package `phonenumbers` says; it is imported when a text has something
that may be one. Numbers that belong to no person or desk (020, 077, 0900 and the like) are left alone.
"""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from insiktskarta.rules.personal.detect import context
from insiktskarta.rules.personal.detect.match import Match, mask

if TYPE_CHECKING:
    from phonenumbers import PhoneNumber

MOBILE, LAND_LINE = "PD201", "PD202"

_BEGINS = re.compile(r"(?<![0-9])(?:\+ ?[1-9]|\(?0[1-9]|00[1-9])")
_HOURS = re.compile(r"\d\d(?:[.:]\d\d)? ?- ?\d\d(?:[.:]\d\d)?(?!\d)")
_PARTED = re.compile(r"\(?0\d{1,3}\)? ?[-/] ?\d{5,}|\(?0\d{1,3}\)? ?[-/] ?\d{2,3} \d{2,3}(?: \d{2})?")
_LEAST, _MOST, _SURELY = 7, 17, 9

_ONES = ["noll", "ett", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio"]
_TENS = dict(
    zip(
        ["tjugo", "trettio", "fyrtio", "femtio", "sextio", "sjuttio", "åttio", "nittio"],
        range(20, 100, 10),
        strict=True,
    )
)
_TEENS = ["tio", "elva", "tolv", "tretton", "fjorton", "femton", "sexton", "sjutton", "arton", "nitton"]
_WORDS = (
    {word: str(number) for number, word in enumerate(_ONES)}
    | {"en": "1"}
    | {word: str(number) for number, word in enumerate(_TEENS, 10)}
    | {
        ten + one: str(number + value)
        for ten, number in _TENS.items()
        for value, one in enumerate(["", *_ONES[1:]])
    }
)
_WORD = "|".join(sorted(_WORDS, key=len, reverse=True))
_SPOKEN = re.compile(
    rf"\bnoll(?:[ ,\n-]*(?:{_WORD}|\d{{1,4}})\b|(?:{_WORD})\b)(?:[ ,\n-]+(?:{_WORD}|\d{{1,4}})\b)+"
)
_SPOKEN_PART = re.compile(rf"{_WORD}|\d+")


def telephone_numbers(text: str, spans: tuple[tuple[int, int], ...]) -> Iterator[Match]:
    """Numbers that phonenumbers finds valid, in the runs of digits.

    Args:
        text: normalised.
        spans: the runs of digits to look in.
    """
    for start, end in spans:
        first = max(0, start - 3)
        part = text[first:end]
        if _BEGINS.search(part) and sum(map(str.isdigit, part)) >= _LEAST:
            yield from _found(text, first, end)


def spoken_numbers(text: str) -> Iterator[Match]:
    """Numbers in words, such as “nollsjuttio ett sju fyra noll sex noll fem”."""
    if "noll" not in text and "Noll" not in text and "NOLL" not in text:
        return
    import phonenumbers

    for spoken in _SPOKEN.finditer(text.lower()):
        digits = "".join(_WORDS.get(part, part) for part in _SPOKEN_PART.findall(spoken.group()))
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
