"""What a reader stumbles over, before it is known which file it was."""

from dataclasses import dataclass, field

from insiktskarta.model.finding import Finding, Severity, finding_values


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
    """

    code: str
    line: int
    column: int
    message: str
    values: dict[str, object] = field(default_factory=dict)
    severity: Severity | None = None

    def finding(self, path: str, severity: Severity = "error") -> Finding:
        """The problem as a finding in a file."""
        return Finding(
            path, self.line, self.column, self.code, severity, self.message, finding_values(self.values)
        )
