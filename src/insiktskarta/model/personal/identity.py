"""Personnummer and samordningsnummer.

Source of the form, the check digit, the letters of interim numbers and the days of coordination numbers:
Skatteverket, SKV 704 and SKV 707. A coordination number adds 60 to the day; what is unknown of the date is 00
(so an unknown day is written 60).
"""

import re
from collections.abc import Iterable, Iterator

from insiktskarta.model.finding import Severity
from insiktskarta.model.personal import context
from insiktskarta.model.personal.match import Match, mask
from insiktskarta.model.personal.runs import Run

SURE, DOUBTFUL = "PD101", "PD102"

# A space, or a folded line's break with its indentation.
_SPACE = r"(?:[ \t]|[ \t]?\n[ \t]+)"
_FORM = re.compile(
    rf"(?<!\d)(?P<cc>18|19|20)?(?P<yy>\d\d)(?P<part>[-./]|{_SPACE})?(?P<mm>0\d|1[0-2])(?(part)(?P=part)|)"
    rf"(?P<dd>[0-36-9]\d)(?P<gap>{_SPACE}?[-+/._]{{1,2}}{_SPACE}?|{_SPACE}|)"
    r"(?P<last>[\dTRSUWXJKLMN]\d{3})(?![\d])",
    re.IGNORECASE,
)
_DAYS = (0, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_MOBILE = re.compile(r"07[02369]\d{7}")
_LEAST = 10  # digits, but for interim numbers
_INTERIM = re.compile(r"[ +-]{0,3}[TRSUWXJKLMN]\d{3}(?!\d)", re.IGNORECASE)
_BEFORE, _AFTER = re.compile(r"[^\W_]+$"), re.compile(r"^[^\W_]+")
_NO_HEX = re.compile(r"[g-zåäö]", re.IGNORECASE)
_UUID = re.compile(r"-[0-9a-f]{4}-")
_LATEST_SHORT_YEAR = 35


def identity_numbers(text: str, numbers: Iterable[Run]) -> Iterator[Match]:
    """Numbers that are, or may be meant to be, somebody's.

    Args:
        text: normalised.
        numbers: the runs of digits to look in.
    """
    for start, end, count in numbers:
        place = start if count >= _LEAST or _INTERIM.match(text, end) else end + 12
        while found := _FORM.search(text, place, end + 12):
            match = _judged(text, found)
            if match is not None:
                yield match
            place = found.end() if match is not None else found.start() + 1


def luhn(digits: str) -> bool:
    """Whether the last digit checks the others (Luhn's method, as in ISO/IEC 7812-1)."""
    doubled = sum(sum(divmod(2 * int(digit), 10)) for digit in digits[-2::-2])
    return (doubled + sum(map(int, digits[-1::-2]))) % 10 == 0


def _judged(text: str, found: re.Match[str]) -> Match | None:
    if not is_date(found) or not _stands_alone(text, found):
        return None
    words = context.before(text, found.start())
    named = context.IDENTITY.search(words) is not None or (
        context.IDENTITY.search(context.after(text, found.end())) is not None
        and not (is_recent(found) and (is_time(found) or context.CASE.search(words)))
    )
    short = found["yy"] + found["mm"] + found["dd"] + re.sub(r"[^\d]", "1", found["last"])
    checked = luhn(short)
    verdict = _named(found, checked=checked) if named else _unnamed(text, found, words, checked=checked)
    if verdict is None:
        return None
    code, severity = verdict
    if code == DOUBTFUL and severity is None and context.said_to_be_somebodys(text, found.end()):
        severity = "error"
    return Match(found.start(), found.end(), code, mask(found.group(), 2), severity=severity)


def _named(found: re.Match[str], *, checked: bool) -> tuple[str, Severity | None] | None:
    if checked and not is_unassigned(found):
        return SURE, None
    return DOUBTFUL, "error"


def _unnamed(
    text: str, found: re.Match[str], words: str, *, checked: bool
) -> tuple[str, Severity | None] | None:
    recent, case = is_recent(found), context.CASE.search(words) is not None
    if context.MONEY.match(context.after(text, found.end())) or (recent and case):
        return None
    other = case or context.OTHER.search(words) is not None
    if not checked:
        told = other or is_unassigned(found) or (recent and is_time(found)) or _is_mobile(found)
        plain = not found["part"] and found["gap"].strip() in ("", "-", "+")
        return (DOUBTFUL, None) if plain and not told else None
    # Nine of ten dates with a time fail the check; one that passes needs words that speak of time.
    time = found["cc"] == "20" and is_time(found)
    if time and context.TIME.search(words):
        return None
    return (DOUBTFUL, None) if other or time or is_unassigned(found) else (SURE, None)


def is_date(found: re.Match[str]) -> bool:
    """Whether the groups `cc`, `yy`, `mm` and `dd` are a day of birth, as it stands or with what is added to it."""
    month, day = int(found["mm"]), int(found["dd"])
    coordination = day >= 60  # noqa: PLR2004 - what a coordination number adds
    day -= 60 if coordination else 0
    if not coordination and not (month and day):
        return False
    if day > (_DAYS[month] if month else 31):
        return False
    return (month, day) != (2, 29) or _is_leap(found["cc"], int(found["yy"]))


def _is_leap(century: str | None, year: int) -> bool:
    if year:
        return year % 4 == 0
    return century in (None, "20")


def _stands_alone(text: str, found: re.Match[str]) -> bool:
    start, end = found.span()
    ahead, behind = text[start - 1 : start], text[end : end + 1]
    if found["gap"].strip():
        # "850101-2384s": letters may follow a number that is written as one, but not more of a UUID.
        parted_more = found["part"] == "-" and (
            re.match(r"-\d", text[end : end + 2]) or re.search(r"\d-$", text[max(0, start - 2) : start])
        )
        return not parted_more and _UUID.match(text, end) is None
    if re.match(r"[.:]\d", text[end : end + 2]) or re.search(r"\d[.:]$", text[max(0, start - 2) : start]):
        return False
    if not (ahead.isalnum() or behind.isalnum()):
        return True
    # A word may hang on to a number; of the letters and digits of a checksum one cannot tell.
    return _is_word(_BEFORE, text[max(0, start - 20) : start]) and _is_word(_AFTER, text[end : end + 20])


def _is_word(pattern: re.Pattern[str], text: str) -> bool:
    found = pattern.search(text)
    letters = found.group() if found else ""
    return not letters or (letters.isalpha() and _NO_HEX.search(letters) is not None)


def is_recent(found: re.Match[str]) -> bool:
    """Whether a day may be one of this century, so that a case or a meeting could have it."""
    if "+" in found["gap"]:
        return False
    return found["cc"] == "20" or (found["cc"] is None and int(found["yy"]) <= _LATEST_SHORT_YEAR)


def is_time(found: re.Match[str]) -> bool:
    """Whether the last four digits are a time of the day."""
    return re.fullmatch(r"(?:[01]\d|2[0-3])[0-5]\d", found["last"]) is not None


def is_unassigned(found: re.Match[str]) -> bool:
    """Whether the last four digits are given to nobody."""
    return found["last"].startswith("000")


def _is_mobile(found: re.Match[str]) -> bool:
    # "0701740605" has the form of both; what fails the check is a telephone.
    return _MOBILE.fullmatch(found.group()) is not None
