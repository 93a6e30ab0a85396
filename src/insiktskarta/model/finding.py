"""What is wrong with a file, as a value: where, which rule, in which words."""

from dataclasses import dataclass
from typing import Literal

from insiktskarta.model.language import N_, Language
from insiktskarta.model.masking import masked, masked_numbers

Severity = Literal["error", "warning", "hint"]
Pointer = tuple[str | int, ...]
"""The way to a value in a record: keys and list positions, as in `("grupper", 0)`."""

_KNOWN = N_("(Known from before in this field: {known}.)")


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One finding.

    Attributes:
        path: the file, relative to the workspace, with `/`.
        line: 1-based; 0 when the whole file is meant.
        column: 1-based, in characters; 0 when the whole line is meant.
        code: family letters and three digits.
        severity: `error`, `warning` or `hint`.
        message: English source text with `{names}`.
        values: what the names stand for, masked.
        known: how many like it a baseline knows, where there are more of them now.
    """

    path: str
    line: int
    column: int
    code: str
    severity: Severity
    message: str
    values: tuple[tuple[str, str], ...] = ()
    known: int = 0

    def text(self, language: Language) -> str:
        """The message in the given language, on one line, with nothing personal in it."""
        said = language.text(self.message, **dict(self.values))
        if self.known:
            said += " " + language.text(_KNOWN, known=self.known)
        return masked_numbers(" ".join(said.split()))  # its values are masked already


PERSONAL_DATA = "PD"
"""The family of rules about personal data."""


def is_personal(finding: Finding) -> bool:
    """Whether a finding is an error about personal data."""
    return finding.code.startswith(PERSONAL_DATA) and finding.severity == "error"


def finding_values(values: dict[str, object]) -> tuple[tuple[str, str], ...]:
    """Values as they are kept: text, masked, short."""
    return tuple((name, _short(masked(str(value)))) for name, value in values.items())


def _short(text: str, limit: int = 80) -> str:
    return text if len(text) <= limit else text[: limit - 1] + "…"
