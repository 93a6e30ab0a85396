"""Case numbers that lead to a file about somebody: dnr, ärendenummer, aktnummer.

A case of the council, the building committee or the like is seldom about a person, so its number is left alone.
"""

import re
from collections.abc import Iterable, Iterator

from insiktskarta.model.personal.match import Match, mask
from insiktskarta.model.personal.runs import Run

CASE = "PD304"

_REACH = 30
_NAMED = re.compile(
    r"(?:\bdnr|\bd\.nr|\bdiarie-?(?:nr|nummer)|\bärende[ -]?(?:nr|nummer|id)|akt-?(?:nr|nummer)|\b(?:person)?akt(?:en)?"
    r"|\bjournal-?(?:nr|nummer)|\bLMA[ -]?(?:kort(?:et)?|nummer|nr)|\bdossier-?(?:nr|nummer)?|\bpass-?(?:nr|nummer)|\butrednings-?(?:nr|nummer))\b\.?[\s:#-]*(?P<board>(?:[A-ZÅÄÖ]{1,6}(?:\b[ /-]?)?)?)$",
    re.IGNORECASE,
)
# A number has a board's capitals, “nr”, “nummer” or “akten” before it; most have a small word that is none.
_HINT = re.compile(
    r"[A-ZÅÄÖ][ /-]?$|(?:[nN][rR]|[mM][eE][rR]|[kKrR][tT]|[iI][eE][rR]|[tT][eE][nN]|[iI][dD])[\s.:#-]*(?:[A-ZÅÄÖa-zåäö]{1,6}[ /-]?)?$"
)
_NUMBER = re.compile(r"\d[\d/:.-]*\d")
_BOARD = re.compile(r"(?<![A-ZÅÄÖ])(?:SN|SON|SOC|SOCN|IFO|IFN|IOF|IVO|VON|VN|ÄN|OMN|OVN|FSN|ASN)[ /-]?$")
_YEAR_AHEAD = re.compile(r"(?<![\w-])(?:19|20)\d\d[-/][A-ZÅÄÖ]{2,4}[-/]$")
_SERIAL = re.compile(r"\d{1,6}(?![\w-])")
_BOARD_NUMBER = re.compile(r"(?:19|20)?\d\d[/:-]\d{1,6}(?![\d-])")
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


def case_numbers(text: str, numbers: Iterable[Run]) -> Iterator[Match]:
    """Numbers after a word such as “dnr”, and those that begin with the letters of a social board.

    Args:
        text: normalised.
        numbers: the runs of digits to look before.
    """
    for run in numbers:
        ahead = text[max(0, run.start - _REACH) : run.start]
        if not _HINT.search(ahead):
            continue
        if (named := _NAMED.search(ahead)) and named["board"].strip(" /-").upper() not in _OTHERS:
            number = _NUMBER.match(text, run.start)
        elif not named and _BOARD.search(ahead):
            # "SN 2023/114", and "2023-SN-114".
            form = _SERIAL if _YEAR_AHEAD.search(ahead) else _BOARD_NUMBER
            number = form.match(text, run.start)
        else:
            number = None
        if number:
            yield _match(text, *number.span())


def _match(text: str, start: int, end: int) -> Match:
    written = text[start:end]
    return Match(start, end, CASE, mask(written, _KEPT), re.sub(r"\W", "", written))
