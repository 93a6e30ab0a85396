"""How much findings weigh, in words and in order."""

from collections.abc import Iterable

from insiktskarta.model.finding import Finding, Severity
from insiktskarta.model.language import N_, Language

WORDS: dict[Severity, str] = {"error": N_("error"), "warning": N_("warning"), "hint": N_("hint")}
"""Severities from the gravest down, each with its English word."""


def counted(findings: Iterable[Finding], language: Language) -> str:
    """`2 errors and 1 hint`; empty when there is nothing to count."""
    count = dict.fromkeys(WORDS, 0)
    for finding in findings:
        count[finding.severity] += 1
    said = [
        (count["error"], language.plural("{n} error", "{n} errors", count["error"])),
        (count["warning"], language.plural("{n} warning", "{n} warnings", count["warning"])),
        (count["hint"], language.plural("{n} hint", "{n} hints", count["hint"])),
    ]
    return language.listed([words for number, words in said if number])
