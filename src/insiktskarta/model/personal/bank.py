"""IBAN, bank accounts, payment cards, bankgiro and plusgiro.

An IBAN checks itself (ISO 13616, mod 97). Swedish account numbers have too many forms to be known by their
digits, so the word before says that it is one.
"""

import re
from collections.abc import Iterable, Iterator

from insiktskarta.model.personal import context
from insiktskarta.model.personal.identity import luhn
from insiktskarta.model.personal.match import Match, mask
from insiktskarta.model.personal.runs import Run

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
    r"(?:[ .:#-]|nr|nummer|är|no)*(?:\d{4}(?:-?\d)?[ ,-]+)?$"
)
_GIRO = re.compile(r"\b(?:bankgiro\w*|bg|bgnr|plusgiro\w*|postgiro\w*|pg|pgnr)(?:[ .:#-]|nr|nummer|är)*$")
# Svensk Insamlingskontroll grants these, and only to those who collect for others.
_COLLECTION = re.compile(r"90\d{5}")
_ACCOUNT_DIGITS = range(7, 17)
_CARD = re.compile(r"(?:4\d{3}|5[1-5]\d\d|2[2-7]\d\d)([ -]?)\d{4}\1\d{4}\1\d{4}")
_CARD_WORD = re.compile(r"kort|card|visa\b")
_CARD_DIGITS = 16
_GIRO_DIGITS = range(5, 9)
_DIGITS = range(5, 17)
_SIGNS = ("konto", "clearing", "account", "giro", "bg", "pg")
_IBAN_DIGITS = 8
# Two letters for the country right before the digits, or two digits and the letters of a bank between them.
_IBAN_LEAD = re.compile(r"[A-Za-z]{2}(?:\d\d[ -]?[A-Za-z]{4}[ -]?)?$")
_REACH = 40


def ibans(text: str, numbers: Iterable[Run]) -> Iterator[Match]:
    """IBAN whose length and check digits are right.

    Args:
        text: normalised.
        numbers: the runs of digits to look around.
    """
    for run in numbers:
        if run.digits < _IBAN_DIGITS or not (
            lead := _IBAN_LEAD.search(text[max(0, run.start - 12) : run.start])
        ):
            continue
        found = _IBAN.match(text, run.start - len(lead.group()))
        if found is None:
            continue
        number = re.sub(r"[ -]", "", found.group()).upper()
        # The last group may be a word that follows, so a known length is cut to.
        number = number[: _LENGTHS.get(number[:2], _LONGEST)]
        if len(number) >= _LENGTHS.get(number[:2], _SHORTEST) and _is_checked(number):
            end = _end(text, found, len(number))
            yield Match(found.start(), end, BANK, mask(text[found.start() : end], 2), number.casefold())


def accounts(text: str, numbers: Iterable[Run]) -> Iterator[Match]:
    """Account numbers after a word such as “kontonummer”, and giro numbers after “bankgiro”.

    Args:
        text: normalised.
        numbers: the runs of digits to look at.
    """
    for start, end, count in numbers:
        if count not in _DIGITS:
            continue
        ahead = text[max(0, start - _REACH) : start].lower()
        if not any(sign in ahead for sign in _SIGNS):
            continue
        words = context.before(text, start)
        digits = re.sub(r"\D", "", text[start:end])
        if count in _ACCOUNT_DIGITS and _ACCOUNT.search(words):
            yield Match(start, end, BANK, mask(text[start:end], 2), digits)
        elif (
            count in _GIRO_DIGITS
            and _GIRO.search(words)
            and luhn(digits)
            and not _COLLECTION.fullmatch(digits)
        ):
            yield Match(start, end, BANK, mask(text[start:end], 2), digits, "warning")


def cards(text: str, numbers: Iterable[Run]) -> Iterator[Match]:
    """Numbers of payment cards (ISO/IEC 7812-1): in fours with a right check digit, or after a word for a card.

    Args:
        text: normalised.
        numbers: the runs of digits to look at.
    """
    for start, end, count in numbers:
        if count != _CARD_DIGITS or (found := _CARD.fullmatch(text, start, end)) is None:
            continue
        digits = re.sub(r"\D", "", found.group())
        if luhn(digits) and (found[1] or _CARD_WORD.search(context.before(text, start))):
            yield Match(start, end, BANK, mask(found.group(), 2), digits)


def _is_checked(number: str) -> bool:
    turned = number[4:] + number[:4]
    return int("".join(str(int(sign, 36)) for sign in turned)) % 97 == 1


def _end(text: str, found: re.Match[str], wanted: int) -> int:
    place = found.start()
    while wanted:
        wanted -= text[place] not in " -"
        place += 1
    return place
