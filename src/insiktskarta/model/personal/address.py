"""Street addresses with a number, and postal codes with a place."""

import re
from collections.abc import Iterable, Iterator

from insiktskarta.model.personal import context
from insiktskarta.model.personal.match import Match, mask
from insiktskarta.model.personal.runs import Run
from insiktskarta.model.personal.word_set import word_set

ADDRESS = "PD302"

_KINDS = tuple(
    word_set(
        "gata gatan väg vägen gränd gränden torg torget stig stigen allé allén esplanad esplanaden backe backen nr nr."
    )
)
_KIND_LENGTH, _STREET_LENGTH = 12, 60
_POSTAL_DIGITS = 5
# What stands before a postal code that is written in one: the end of a line, or a word for it.
_POSTAL_LEAD = re.compile(r"(?:[,\n-]|^|adress|postnummer|nr|:)\s*$", re.IGNORECASE)
_KIND = r"(?i:gata|gatan|väg|vägen|gränd|gränden|torg|torget|stig|stigen|allé|allén|esplanad|esplanaden|backe|backen)"
_NUMBER = r"(?P<number>\d{1,3}(?:-\d{1,3})?(?: ?[A-Ha-h]\b)?)(?![\d:%]|[.,]\d)"
_STREET = re.compile(
    rf"(?P<street>\b[A-ZÅÄÖ][\wåäöé-]+{_KIND}|\b(?:[A-ZÅÄÖ][\wåäöé-]+ ){{1,2}}{_KIND}|\b[a-zåäö]{{3,}}{_KIND})"
    rf"(?:\s+nr\.?)?\s+{_NUMBER}"
)
_NOT_STREETS = re.compile(
    r"(?:riks|läns|europa|motor|om|gen|sjuk|till|kläd|ut|in|av|skol|levnads|arbets|järn|vardags|ute)väg(?:en)?$"
    r"|(?:saluhalls|jul|bok|mässe|arbets)torg(?:et)?$"
)
_UNITS = re.compile(
    r"\s*(?:mil|km|kilomet\w*|meter|m|min|minuter|timmar|tim|år|gånger|st|kr|kronor|procent|%|dagar|steg|personer|av)\b"
)
_ENDS = re.compile(r"\s*(?:$|[.,;:)\"'\n]|(?:i|lgh|och|vid|på|tr|bv)\b)")
_POSTAL = re.compile(
    r"(?<![\d/:.,-])(?:SE?-)?([1-9]\d\d) (\d\d)(?: {1,2}|\n +)([A-ZÅÄÖ][a-zåäö]{2,}|[A-ZÅÄÖ]{3,})\b"
)
_POSTAL_SOLID = re.compile(r"(?<![\d/:.-])(?:SE?-)?([1-9]\d{4}) {1,2}([A-ZÅÄÖ][a-zåäö]{2,}|[A-ZÅÄÖ]{3,})\b")
_LIVES = re.compile(r"\bbo(?:r|ende|satt|dde)\b|\badress|\bhemma\b|\bhem till\b|\bhos\b|\bflytta")


def street_addresses(text: str, numbers: Iterable[Run]) -> Iterator[Match]:
    """A street and a number.

    Args:
        text: normalised.
        numbers: the runs of digits, each perhaps a house's.
    """
    for run in numbers:
        ahead = text[max(0, run.start - _KIND_LENGTH) : run.start].rstrip()
        if not ahead.lower().endswith(_KINDS):
            continue
        for found in _STREET.finditer(text, max(0, run.start - _STREET_LENGTH), run.start + 8):
            street, end = found["street"], found.end()
            sure = street[0].isupper() or _ENDS.match(text, end)
            if sure and not _NOT_STREETS.search(street.lower()) and not _UNITS.match(text, end):
                key = street.casefold() + found["number"].strip().casefold()
                yield _match(text, found.start(), found.end("number"), key)


def postal_addresses(text: str, numbers: Iterable[Run]) -> Iterator[Match]:
    """A postal code and a place.

    Args:
        text: normalised.
        numbers: the runs of digits to look at.
    """
    for start, end, count in numbers:
        if count >= _POSTAL_DIGITS and text[end : end + _KIND_LENGTH].lstrip()[:1].isupper():
            found = _POSTAL.search(text, max(0, start - 3), end + 40) or _POSTAL_SOLID.search(
                text, start, end + 40
            )
            if found and (
                found.re is _POSTAL or _POSTAL_LEAD.search(text[max(0, found.start() - 20) : found.start()])
            ):
                yield _match(text, *found.span(), "".join(found.groups()).casefold())


def _match(text: str, start: int, end: int, key: str) -> Match:
    severity = "error" if _LIVES.search(context.before(text, start)) else None
    return Match(start, end, ADDRESS, mask(text[start:end], 1), key, severity)  # type: ignore[arg-type]
