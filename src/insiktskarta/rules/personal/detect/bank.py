"""IBAN, bank accounts, bankgiro and plusgiro.

An IBAN checks itself (ISO 13616, mod 97). Swedish account numbers have too many forms to be known by their
digits, so the word before says that it is one.
"""

import re
from collections.abc import Iterator

from insiktskarta.rules.personal.detect import context
from insiktskarta.rules.personal.detect.identity import luhn
from insiktskarta.rules.personal.detect.match import Match, mask

BANK = "PD301"

_IBAN = re.compile(
    r"(?<![0-9A-Za-z])([A-Z]{2}\d\d(?:[ -]?[0-9A-Z]{2,4}){3,8}(?:[ -]?[0-9A-Z]{1,3})?)(?![0-9A-Za-z])",
    re.IGNORECASE,
)
_LENGTHS = {
    "SE": 24,
    "NO": 15,
    "DK": 18,
    "FI": 18,
    "DE": 22,
    "GB": 22,
    "PL": 28,
    "NL": 18,
    "EE": 20,
    "LT": 20,
    "LV": 21,
}
_SHORTEST, _LONGEST = 15, 34
_ACCOUNT = re.compile(
    r"(?:konto|kontot|kontonummer|kontonr|bankkonto\w*|personkonto\w*|sparkonto\w*|lönekonto\w*|clearing\w*|account)"
    r"(?:[ .:#-]|nr|nummer|är|no)*(?:\d{4,5}[ ,-]+)?$"
)
_GIRO = re.compile(r"\b(?:bankgiro\w*|bg|bgnr|plusgiro\w*|postgiro\w*|pg|pgnr)(?:[ .:#-]|nr|nummer|är)*$")
_ACCOUNT_DIGITS = range(7, 17)
_GIRO_DIGITS = range(5, 9)


def ibans(text: str, spans: tuple[tuple[int, int], ...]) -> Iterator[Match]:
    """IBAN whose length and check digits are right.

    Args:
        text: normalised.
        spans: the runs of digits; without one there is no IBAN.
    """
    if not spans:
        return
    for found in _IBAN.finditer(text):
        number = re.sub(r"[ -]", "", found.group()).upper()
        length = _LENGTHS.get(number[:2])
        # The last group may be a word that follows.
        for cut in [number[:length]] if length else [number]:
            if _SHORTEST <= len(cut) <= _LONGEST and len(cut) == (length or len(cut)) and _is_checked(cut):
                yield Match(
                    found.start(), _end(text, found, len(cut)), BANK, mask(found.group(), 2), cut.casefold()
                )


def accounts(text: str, spans: tuple[tuple[int, int], ...]) -> Iterator[Match]:
    """Account numbers after a word such as “kontonummer”, and giro numbers after “bankgiro”.

    Args:
        text: normalised.
        spans: the runs of digits to look at.
    """
    for start, end in spans:
        digits = re.sub(r"\D", "", text[start:end])
        words = context.before(text, start)
        if len(digits) in _ACCOUNT_DIGITS and _ACCOUNT.search(words):
            yield Match(start, end, BANK, mask(text[start:end], 2), digits)
        elif len(digits) in _GIRO_DIGITS and luhn(digits) and _GIRO.search(words):
            yield Match(start, end, BANK, mask(text[start:end], 2), digits, "warning")


def _is_checked(number: str) -> bool:
    turned = number[4:] + number[:4]
    return int("".join(str(int(sign, 36)) for sign in turned)) % 97 == 1


def _end(text: str, found: re.Match[str], wanted: int) -> int:
    place = found.start()
    while wanted:
        wanted -= text[place] not in " -"
        place += 1
    return place
