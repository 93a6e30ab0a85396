"""What a detector finds."""

import re
from dataclasses import dataclass

from insiktskarta.model.finding import Severity
from insiktskarta.model.masking import BULLET

_HIDDEN = re.compile(r"[^\W_]")
_SPACES = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Match:
    """A place in a normalised text that looks like personal data.

    Attributes:
        start: index of the first character.
        end: index after the last one.
        code: the rule that it breaks.
        masked: what may be shown of it.
        key: how it is written in a list of what is allowed; empty where it cannot be allowed.
        severity: where it differs from the rule's.
    """

    start: int
    end: int
    code: str
    masked: str
    key: str = ""
    severity: Severity | None = None


def mask(text: str, keep: int) -> str:
    """All letters and digits after the first `keep` characters as bullets; signs and single spaces stay.

    `mask("19850101-2384", 2)` is `19••••••-••••`.
    """
    flat = _SPACES.sub(" ", text)
    return flat[:keep] + _HIDDEN.sub(BULLET, flat[keep:])
