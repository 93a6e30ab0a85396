"""For programs: everything that a finding says."""

import json
from collections.abc import Sequence

from insiktskarta.model.finding import Finding
from insiktskarta.model.language import Language
from insiktskarta.show.formats import Sources
from insiktskarta.show.formats.plain import encodable


def render(findings: Sequence[Finding], language: Language, _sources: Sources) -> str:
    """A list of objects; `line` and `column` are 0 where the whole file or line is meant."""
    rows = [
        {
            "path": finding.path,
            "line": finding.line,
            "column": finding.column,
            "code": finding.code,
            "severity": finding.severity,
            "message": finding.text(language),
        }
        for finding in findings
    ]
    return encodable(json.dumps(rows, ensure_ascii=False, indent=2)) + "\n"
