"""A text with what the detectors find in it hidden, sign by sign, so that it keeps its length and its lines."""

import re

from insiktskarta.model.masking import BULLET
from insiktskarta.model.personal.claims import number_claims, quote_claims
from insiktskarta.model.personal.normalise import normalised

_SIGN = re.compile(r"\w")
# Of a number two digits stay, which tell what kind it is; of details that together point somebody out, nothing.
_KEPT = {"PD203": 1, "PD204": 1, "PD302": 1, "PD303": 1, "PD401": 1, "PD402": 1, "PD501": 0}
_KEPT_OF_NUMBERS = 2
_NUMBERS = frozenset({"PD101", "PD102", "PD201", "PD202", "PD203", "PD204", "PD301"})


def without_numbers(written: str) -> str:
    """The text without personal numbers, telephone numbers, e-mail addresses and accounts."""
    normal = normalised(written)
    found = number_claims(normal.text)
    return _hidden(
        written,
        [
            (*normal.span(match.start, match.end), code)
            for code in found.keys() & _NUMBERS
            for match in found[code]
        ],
    )


def without_anything(written: str) -> str:
    """The text without all that the rules about personal data would find in it, as a file's text or as its name."""
    normal = normalised(written)
    found = quote_claims(normal.text)
    return _hidden(
        written,
        [
            (*normal.span(match.start, match.end), code)
            for code, matches in found.items()
            for match in matches
        ],
    )


def _hidden(written: str, places: list[tuple[int, int, str]]) -> str:
    for start, end, code in places:
        first = start + _KEPT.get(code, _KEPT_OF_NUMBERS)
        written = written[:first] + _SIGN.sub(BULLET, written[first:end]) + written[max(first, end) :]
    return written
