"""What makes a finding the same one in the next run, although lines have moved or the language is another."""

from collections import Counter
from collections.abc import Iterable
from hashlib import sha256

from insiktskarta.model.finding import Finding

_PLACES = frozenset({"line", "column"})


def fingerprints(findings: Iterable[Finding]) -> list[str]:
    """One fingerprint a finding, all different.

    Findings that say the same of the same file are told apart by their order alone: when the first of two is
    mended, it is the second one's fingerprint that goes.
    """
    seen: Counter[str] = Counter()
    marks = []
    for finding in findings:
        said = _said(finding)
        seen[said] += 1
        marks.append(sha256(f"{said}\0{seen[said]}".encode("utf-8", "surrogatepass")).hexdigest())
    return marks


def _said(finding: Finding) -> str:
    values = [f"{name}={value}" for name, value in finding.values if name not in _PLACES]
    return "\0".join([finding.path, finding.code, finding.message, *values])
