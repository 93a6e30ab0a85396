"""For code scanning: SARIF 2.1.0, https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html."""

import json
import re
from collections.abc import Sequence
from typing import Any
from urllib.parse import quote

from insiktskarta import __version__
from insiktskarta.model.finding import Finding, Severity
from insiktskarta.model.language import Language
from insiktskarta.model.masking import masked_numbers
from insiktskarta.rules import all_rules
from insiktskarta.rules.rule import Rule
from insiktskarta.show.formats import Sources
from insiktskarta.show.formats.fingerprint import fingerprints
from insiktskarta.show.formats.markdown import block, escaped
from insiktskarta.show.formats.plain import encodable, plain

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json"
_LEVELS: dict[Severity, str] = {"error": "error", "warning": "warning", "hint": "note"}
_ROOT = "%SRCROOT%"
_DRIVE = re.compile("[A-Za-z]:/")


def render(findings: Sequence[Finding], language: Language, _sources: Sources) -> str:
    """One run with all rules and all findings; what a whole file has is said of its first line."""
    rules = all_rules()
    index = {rule.code: number for number, rule in enumerate(rules)}
    run = {
        "tool": {
            "driver": {
                "name": "insikt",
                "version": __version__,
                "language": language.code,
                "rules": [_rule(rule, language) for rule in rules],
            }
        },
        "language": language.code,
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {
            _ROOT: {"description": {"text": language.text("The folder of the workspace.")}}
        },
        "results": [
            _result(finding, fingerprint, index, language)
            for finding, fingerprint in zip(findings, fingerprints(findings), strict=True)
        ],
    }
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return encodable(json.dumps(log, ensure_ascii=False, indent=2)) + "\n"


def _result(finding: Finding, fingerprint: str, index: dict[str, int], language: Language) -> dict[str, Any]:
    region = {"startLine": max(finding.line, 1)}
    if finding.line and finding.column:
        region["startColumn"] = finding.column
    result: dict[str, Any] = {"ruleId": finding.code}
    if finding.code in index:
        result["ruleIndex"] = index[finding.code]
    return result | {
        "level": _LEVELS[finding.severity],
        "message": {"text": _message(finding.text(language))},
        "locations": [{"physicalLocation": {"artifactLocation": _file(finding.path), "region": region}}],
        "partialFingerprints": {"insiktFinding/v1": fingerprint},
    }


def _message(text: str) -> str:
    """The text as SARIF writes it: braces hold arguments (3.11.5), and `[text](1)` is a link (3.11.6)."""
    return plain(text).replace("{", "{{").replace("}", "}}").replace("](", "] (")


def _file(path: str) -> dict[str, str]:
    drive = _DRIVE.match(path)
    if drive:
        return {"uri": f"file:///{drive.group()}{_quoted(path[drive.end() :])}"}
    if path.startswith("/"):
        return {"uri": f"file:///{_quoted(path.lstrip('/'))}"}
    return {"uri": _quoted(path), "uriBaseId": _ROOT}


def _quoted(path: str) -> str:
    return quote(encodable(path), safe="/")


def _rule(rule: Rule, language: Language) -> dict[str, Any]:
    summary, why = language.text(rule.summary), language.text(rule.why)
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": summary},
        "fullDescription": {"text": f"{summary} {why}"},
        "help": {"text": f"{summary}\n\n{why}", "markdown": _help(rule, summary, why, language)},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }


def _help(rule: Rule, summary: str, why: str, language: Language) -> str:
    parts = [f"**{escaped(summary)}**\n", f"{escaped(why)}\n"]
    if rule.raw is None and rule.bad:
        kind = "yaml" if rule.place.endswith(".yaml") else "text"
        parts += [f"{language.text('Wrong:')} `{rule.place}`\n", block(masked_numbers(rule.bad), kind)]
        parts += [
            f"{language.text('Right:')} `{rule.good_place or rule.place}`\n",
            block(masked_numbers(rule.good), kind),
        ]
    return "\n".join(parts)
