"""Street addresses with a number, and postal codes with a place."""

import re
from collections.abc import Iterator

from insiktskarta.rules.personal.detect import context
from insiktskarta.rules.personal.detect.match import Match, mask

ADDRESS = "PD302"

_SIGNS = ("gata", "väg", "gränd", "torg", "stig", "allé", "Gata", "Väg", "esplanad", "backe", "GATA", "VÄG")
_KIND = r"(?i:gata|gatan|väg|vägen|gränd|gränden|torg|torget|stig|stigen|allé|allén|esplanad|esplanaden|backe|backen)"
_NUMBER = r"(?P<number>\d{1,3}(?:-\d{1,3})? ?(?:[A-Ha-h]\b)?)(?![\d:%]|[.,]\d)"
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


def street_addresses(text: str) -> Iterator[Match]:
    """A street and a number."""
    if not any(sign in text for sign in _SIGNS):
        return
    for found in _STREET.finditer(text):
        street, end = found["street"], found.end()
        small = street[0].islower()
        if (
            _NOT_STREETS.search(street.lower())
            or _UNITS.match(text, end)
            or (small and not _ENDS.match(text, end))
        ):
            continue
        yield _match(
            text, found.start(), found.end("number"), street.casefold() + found["number"].strip().casefold()
        )


def postal_addresses(text: str, spans: tuple[tuple[int, int], ...]) -> Iterator[Match]:
    """A postal code and a place.

    Args:
        text: normalised.
        spans: the runs of digits to look at.
    """
    for start, end in spans:
        first = max(0, start - 3)
        found = _POSTAL.search(text, first, end + 40)
        if found is None:
            found = _POSTAL_SOLID.search(text, first, end + 40)
            if found and not re.search(
                r"(?:[,\n-]|^|adress|postnummer|nr|:)\s*$", text[: found.start()].lower()[-20:]
            ):
                found = None
        if found:
            yield _match(text, *found.span(), "".join(found.groups()).casefold())


def _match(text: str, start: int, end: int, key: str) -> Match:
    severity = "error" if _LIVES.search(context.before(text, start)) else None
    return Match(start, end, ADDRESS, mask(text[start:end], 1), key, severity)  # type: ignore[arg-type]
