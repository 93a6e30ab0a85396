"""Case numbers that lead to a file about somebody: dnr, ärendenummer, aktnummer.

A case of the council, the building committee or the like is seldom about a person, so its number is left alone.
"""

import re
from collections.abc import Iterator

from insiktskarta.rules.personal.detect.match import Match, mask

CASE = "PD304"

_SIGNS = ("nr", "Nr", "NR", "nummer", "NUMMER", "akt ", "akten ", "ende-id")
_NAMED = re.compile(
    r"\b(?:dnr|d\.nr|diarie-?(?:nr|nummer)|ärende-?(?:nr|nummer|id)|(?:person)?akt-?(?:nr|nummer)|personakt(?:en)?|akt"
    r"|journal-?(?:nr|nummer)|utrednings-?(?:nr|nummer))\b\.?[ \t:#]*(?P<board>(?:[A-ZÅÄÖ]{1,6}\b[ /-]?)?)"
    r"(?P<number>\d[\d/:.-]*\d)",
    re.IGNORECASE,
)
_BOARD = re.compile(r"(?<![A-ZÅÄÖ])(?:SN|SON|SOC|SOCN|IFO|IFN|IOF|IVO|VON|VN|ÄN|OMN|OVN|FSN|ASN)[ /-]?$")
_BOARD_NUMBER = re.compile(r"(?:19|20)?\d\d[/:-]\d{1,6}")
_OTHERS = {
    "KS",
    "KF",
    "KLK",
    "KSF",
    "KSAU",
    "KSN",
    "BN",
    "BMN",
    "MBN",
    "SBN",
    "MN",
    "TN",
    "KN",
    "KFN",
    "FN",
    "RS",
    "RF",
    "HSN",
}
_KEPT = 2


def case_numbers(text: str, spans: tuple[tuple[int, int], ...]) -> Iterator[Match]:
    """Numbers after a word such as “dnr”, and those that begin with the letters of a social board.

    Args:
        text: normalised.
        spans: the runs of digits to look before.
    """
    if any(sign in text for sign in _SIGNS):
        for found in _NAMED.finditer(text):
            if found["board"].strip(" /-").upper() not in _OTHERS:
                yield _match(text, found.start("number"), found.end("number"))
    for start, end in spans:
        board = _BOARD.search(text, max(0, start - 6), start)
        if board and (number := _BOARD_NUMBER.match(text, start, end)):
            yield _match(text, start, number.end())


def _match(text: str, start: int, end: int) -> Match:
    written = text[start:end]
    return Match(start, end, CASE, mask(written, _KEPT), re.sub(r"\W", "", written))
