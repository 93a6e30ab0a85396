"""For test reports: JUnit XML as Jenkins' xUnit plugin describes it (junit-10.xsd)."""

from collections.abc import Sequence
from itertools import groupby
from xml.etree import ElementTree as ET

from insiktskarta.model.finding import Finding
from insiktskarta.model.language import Language
from insiktskarta.rules import all_rules
from insiktskarta.show.formats import Sources
from insiktskarta.show.formats.place import in_file
from insiktskarta.show.formats.plain import plain
from insiktskarta.show.formats.severity import counted

_NAME = "insikt lint"


def render(findings: Sequence[Finding], language: Language, _sources: Sources) -> str:
    """A test case a file, failed by errors and warnings; one that passes when nothing was found."""
    files = [(path, list(found)) for path, found in groupby(findings, key=lambda finding: finding.path)]
    attributes = {
        "name": _NAME,
        "tests": str(len(files) or 1),
        "failures": str(sum(any(f.severity != "hint" for f in found) for _, found in files)),
        "errors": "0",
    }
    suites = ET.Element("testsuites", attributes)
    suite = ET.SubElement(suites, "testsuite", attributes)
    for path, found in files:
        _case(suite, path, found, language)
    if not files:
        ET.SubElement(suite, "testcase", name=_NAME, classname="insikt")
    ET.indent(suites)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(suites, encoding="unicode") + "\n"


def _case(suite: ET.Element, path: str, findings: list[Finding], language: Language) -> None:
    """One failure with all that was found: readers of these reports show the first failure of a case only."""
    case = ET.SubElement(suite, "testcase", name=plain(path), classname="insikt")
    severities = {finding.severity for finding in findings}
    if severities == {"hint"}:
        ET.SubElement(case, "system-out").text = _text(findings, language)
        return
    only = findings[0] if len(findings) == 1 else None
    message = plain(only.text(language)) if only else counted(findings, language)
    kind = "error" if "error" in severities else "warning"
    ET.SubElement(case, "failure", type=kind, message=message).text = _text(findings, language)


def _text(findings: list[Finding], language: Language) -> str:
    said = [[in_file(f), plain(f.code), plain(f.text(language))] for f in findings]
    lines = [" ".join(word for word in words if word) for words in said]
    codes = {finding.code for finding in findings}
    why = [
        f"{rule.code} {rule.name}: {language.text(rule.summary)} {language.text(rule.why)}"
        for rule in all_rules()
        if rule.code in codes
    ]
    return "\n".join([*lines, *([""] if why else []), *why])
