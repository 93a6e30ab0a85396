"""What a reader stumbles over, before it is known which file it was."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from insiktskarta.model.finding import Finding, Severity, finding_values

if TYPE_CHECKING:
    # The rules know pydantic's models, which a run that only reads the index does not load.
    from insiktskarta.rules.rule import Hit, Spot


@dataclass(frozen=True, slots=True)
class Problem:
    """One problem at a place in a text.

    Attributes:
        code: the rule's code.
        line: 1-based; 0 for the whole file.
        column: 1-based, in characters; 0 for the whole line.
        message: English source text with `{names}`.
        values: what the names stand for.
        severity: where it differs from the rule's.
        cause: what the rule said, which is what its fix is asked with; None where only the reader knows it.
    """

    code: str
    line: int
    column: int
    message: str
    values: dict[str, object] = field(default_factory=dict)
    severity: Severity | None = None
    cause: "Hit | Spot | None" = None

    def finding(self, path: str, severity: Severity = "error") -> Finding:
        """The problem as a finding in a file."""
        return Finding(
            path, self.line, self.column, self.code, severity, self.message, finding_values(self.values)
        )
