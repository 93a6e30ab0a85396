"""For GitLab's merge requests: a Code Quality report, https://docs.gitlab.com/ci/testing/code_quality/."""

import json
from collections.abc import Sequence

from insiktskarta.model.finding import Finding, Severity
from insiktskarta.model.language import Language
from insiktskarta.show.formats import Sources
from insiktskarta.show.formats.fingerprint import fingerprints
from insiktskarta.show.formats.plain import encodable

_SEVERITIES: dict[Severity, str] = {"error": "major", "warning": "minor", "hint": "info"}


def render(findings: Sequence[Finding], language: Language, _sources: Sources) -> str:
    """A list of issues. GitLab wants a line for each, so that what a whole file has is said of its first."""
    issues = [
        {
            "description": finding.text(language) or finding.code,
            "check_name": finding.code,
            "fingerprint": fingerprint,
            "severity": _SEVERITIES[finding.severity],
            "location": {"path": finding.path, "lines": {"begin": max(finding.line, 1)}},
        }
        for finding, fingerprint in zip(findings, fingerprints(findings), strict=True)
    ]
    return encodable(json.dumps(issues, ensure_ascii=False, indent=2)) + "\n"
