"""Findings for eyes and for programs."""

import json
from collections.abc import Iterable

from insiktskarta.model.finding import Finding
from insiktskarta.model.language import N_, Language

SEVERITIES = {"error": N_("error"), "warning": N_("warning"), "hint": N_("hint")}


def text(findings: Iterable[Finding], language: Language) -> str:
    """One finding a line: `path:line:column CODE message`."""
    return "".join(f"{_place(f)} {f.code} {f.text(language)}\n" for f in findings)


def as_json(findings: Iterable[Finding], language: Language) -> str:
    """A list of objects; `line` and `column` are 0 where the whole file or line is meant."""
    rows = [
        {
            "path": f.path,
            "line": f.line,
            "column": f.column,
            "code": f.code,
            "severity": f.severity,
            "message": f.text(language),
        }
        for f in findings
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2) + "\n"


def summary(findings: list[Finding], records: int, language: Language, *, searched: bool = True) -> str:
    """One closing line: how much was read and what was found.

    Args:
        findings: all that are shown.
        records: how many were read.
        language: of the person who reads it.
        searched: whether every pattern of personal data was looked for; that none is known is no proof that there is none.
    """
    read = language.plural("{n} record", "{n} records", records)
    if not findings and searched:
        return language.text("{read}, nothing to remark, and no known pattern of personal data.", read=read)
    if not findings:
        return language.text("{read}, nothing to remark.", read=read)
    counts = {severity: sum(f.severity == severity for f in findings) for severity in SEVERITIES}
    found = [
        language.plural("{n} error", "{n} errors", counts["error"]),
        language.plural("{n} warning", "{n} warnings", counts["warning"]),
        language.plural("{n} hint", "{n} hints", counts["hint"]),
    ]
    said = [words for words, count in zip(found, counts.values(), strict=True) if count]
    files = language.plural("{n} file", "{n} files", len({f.path for f in findings}))
    if (
        not records
    ):  # one is gone, and what is wrong stands in those that link to it, none of which was changed
        return language.text("Found {found} in {files}.", found=language.listed(said), files=files)
    return language.text("{read}; {found} in {files}.", read=read, found=language.listed(said), files=files)


def hints_left(count: int, language: Language) -> str:
    """One line about the hints that are not shown."""
    return language.plural(
        "{n} hint on how it could be better: “insikt lint --hints” shows it.",
        "{n} hints on how it could be better: “insikt lint --hints” shows them.",
        count,
    )


def _place(finding: Finding) -> str:
    parts = [finding.path, *(str(number) for number in (finding.line, finding.column) if number)]
    return ":".join(parts)
