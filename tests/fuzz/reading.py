"""What must hold of any bytes: they are read without an exception, and every finding has a place in them."""

import json
import re
from pathlib import Path

from insiktskarta.files.legible import legible
from insiktskarta.files.parse import parse
from insiktskarta.files.settings import read_workspace
from insiktskarta.model.finding import Finding
from insiktskarta.model.language import ENGLISH
from insiktskarta.rules import all_rules
from insiktskarta.show.formats import FORMATS
from insiktskarta.show.messages import language

PATH = "insights/exempelkoping/kort-vag-in.yaml"
SWEDISH = language("sv")
CODES = {rule.code for rule in all_rules()}
WORKSPACE = read_workspace(Path("/"), b"")
CONTEXT = WORKSPACE.context()
_HOLE = re.compile(r"\{\w+\}")
_BREAK = re.compile(r"\r\n|\r|\n")


def read(raw: bytes) -> tuple[Finding, ...]:
    """Read bytes as a record and check every finding; what was found."""
    parsed = parse(PATH, raw, CONTEXT)
    lines = _BREAK.split(legible(raw))
    assert parsed.record is not None or parsed.findings, "neither a record nor a reason"
    for finding in parsed.findings:
        check(finding, lines)
    for name in ("text", "json", "sarif", "junit"):
        written = FORMATS[name](list(parsed.findings), SWEDISH, lambda _: legible(raw))
        written.encode("utf-8")
    json.dumps(parsed.data, default=str)
    return parsed.findings


def settings(raw: bytes) -> tuple[Finding, ...]:
    """Read bytes as `insikt.yaml` and check every finding; what was found."""
    found = read_workspace(Path("/"), raw)
    found.context()
    lines = _BREAK.split(legible(raw))
    for finding in found.findings:
        check(finding, lines)
    return found.findings


def check(finding: Finding, lines: list[str]) -> None:
    """A finding has a known code, one line of text without holes, and a place in the file."""
    assert finding.code in CODES, finding.code
    for spoken in (SWEDISH, ENGLISH):
        text = finding.text(spoken)
        assert text, finding
        assert len(text.splitlines()) == 1, finding
    assert not _HOLE.search(SWEDISH.text(finding.message, **dict.fromkeys(dict(finding.values), "")))
    if (finding.line, finding.column) != (0, 0):
        assert 1 <= finding.line <= len(lines), finding
        assert 1 <= finding.column <= len(lines[finding.line - 1]) + 1, finding
