"""Where a text has digits that may be a number of somebody's."""

import re
from typing import NamedTuple


class Run(NamedTuple):
    """Digits and the signs between them.

    Attributes:
        start: index of the first digit.
        end: index after the last one.
        digits: how many.
    """

    start: int
    end: int
    digits: int


# The first sign is a digit with none before it, so that the search jumps from number to number. A date by itself
# is the commonest number in a record, and passed over whole. In the rest at most three signs stand between two
# digits, and one broken line.
_RUN = re.compile(
    r"[0-9](?<![0-9].)(?:(?<=[12])(?:(?<=1)9|(?<=2)0)[0-9]{2}(?:-[01][0-9](?:-[0-3][0-9])?(?:/(?:19|20)[0-9]{2}-[01][0-9](?:-[0-3][0-9])?)?|/(?:19|20)[0-9]{2}-[01][0-9](?:-[0-3][0-9])?)(?![0-9]|[ ()./+-]{1,3}(?:\n[ ]+)?[0-9]|\n[ ]+[0-9])"
    r"|((?:[ \t()./+_-]{0,3}(?:\n[ ]+)?[0-9])*))"
)


def runs(text: str) -> list[Run]:
    """All numbers in a normalised text but the dates that stand alone."""
    return [
        Run(found.start(), found.end(), sum(map(str.isdigit, rest)) + 1)
        for found in _RUN.finditer(text)
        if (rest := found[1]) is not None
    ]
