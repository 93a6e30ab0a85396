"""Personal identity numbers in groups that nobody teaches: `1981 1228 9874`, `81 12 28 98 74`, `811228:9874`.

What is parted in an unusual way is somebody's number only where date and check digit are right, no word says that it
is something else, and it is not that of a child, whose date could be any time of our days.
"""

import re
from collections.abc import Iterable, Iterator

from insiktskarta.model.personal import context
from insiktskarta.model.personal.identity import (
    DOUBTFUL,
    SURE,
    is_date,
    is_recent,
    is_time,
    is_unassigned,
    luhn,
)
from insiktskarta.model.personal.match import Match, mask
from insiktskarta.model.personal.runs import Run

_WHOLE = re.compile(
    r"(?P<cc>18|19|20)?(?P<yy>\d\d)(?P<mm>0\d|1[0-2])(?P<dd>[0-36-9]\d)(?P<part>)(?P<gap>)(?P<last>\d{4})"
)
_COUNTS = (10, 12)
# A date, and four digits behind signs that no run of digits has inside.
_PARTED = re.compile(r"(?:\d\d)?\d{6}[ \t]?[~\u00b7\u2022:=|*,`'\"()\[\] -]{1,5}\d{4}(?!\d)")
_LAST_FOUR = re.compile(
    r"(?P<date>(?:\d\d)?\d{6})(?!\d)[^\d\n]{1,30}\b(?:fyra\s+sista|sista\s+fyra|kontrollsiffror)[^\d\n]{0,20}(?P<last>\d{4})(?!\d)",
    re.IGNORECASE,
)
_DATES = (6, 8)
# A year and codes of municipalities, which look like a coordination number's day.
_FOURS = re.compile(r"\d{4}\s+\d{4}\s+\d{4}")
_DATED = re.compile(r"\d{6}\D")
_USUAL = re.compile(r"(?:\d\d)?\d{6}[-+]?\d{4}")


def scattered_numbers(text: str, numbers: Iterable[Run]) -> Iterator[Match]:
    """Numbers of persons in unusual groups.

    Args:
        text: normalised.
        numbers: the runs of digits to look in.
    """
    for start, end, count in numbers:
        if count in _COUNTS:
            match = _judged(text, start, end)
        elif count in _DATES and (found := _PARTED.match(text, start)):
            match = _judged(text, start, found.end())
        elif count in _DATES and (found := _LAST_FOUR.match(text, start)):
            match = _told_apart(text, found)
        else:
            match = None
        if match is not None:
            yield match


def _judged(text: str, start: int, end: int) -> Match | None:
    written = text[start:end]
    digits = re.sub(r"\D", "", written)
    found = _WHOLE.fullmatch(digits)
    if found is None or not is_date(found) or not luhn(digits[-10:]) or is_unassigned(found):
        return None
    if _USUAL.fullmatch(written) or not _stands_alone(text, start, end):
        return None
    words, after = context.before(text, start), context.after(text, end)
    named = context.IDENTITY.search(words) or context.IDENTITY.search(after)
    if not named and (_is_told(words, after) or (is_time(found) and is_recent(found)) or _is_plain(written)):
        return None
    unsure = is_recent(found) or (found["dd"] >= "60" and _FOURS.fullmatch(written) is not None)
    code = SURE if named or not unsure else DOUBTFUL
    return Match(start, end, code, mask(written, 2))


def _told_apart(text: str, parts: re.Match[str]) -> Match | None:
    """A date and, some words on, what is said to be its last four digits."""
    found = _WHOLE.fullmatch(parts["date"] + parts["last"])
    if found is None or not is_date(found) or not luhn((parts["date"] + parts["last"])[-10:]):
        return None
    return Match(*parts.span(), SURE, mask(text[slice(*parts.span())], 2))


def _is_told(words: str, after: str) -> bool:
    """Whether the words around a number say that it is something else."""
    others = (context.CASE, context.OTHER, context.TELEPHONE, context.TIME)
    return any(other.search(words) for other in others) or context.MONEY.match(after) is not None


def _is_plain(written: str) -> bool:
    # Decimals and coordinates have commas, and telephone numbers begin with a zero.
    return "," in written or (written.startswith("0") and _DATED.match(written) is None)


def _stands_alone(text: str, start: int, end: int) -> bool:
    ahead, behind = text[max(0, start - 2) : start], text[end : end + 2]
    joined = re.search(r"[\w+]$|\d[.,:]$", ahead) or re.match(r"\w|[.,:]\d", behind)
    return joined is None
