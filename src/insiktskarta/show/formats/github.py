"""For GitHub Actions: workflow commands, which become annotations, and the step's summary.

The commands are those of https://docs.github.com/actions/reference/workflow-commands-for-github-actions, escaped as
actions/toolkit does. GitHub shows ten annotations of each kind a step and drops the others without a word.
"""

from collections.abc import Iterable, Iterator, Sequence

from insiktskarta.model.finding import Finding, Severity
from insiktskarta.model.language import Language
from insiktskarta.show.formats import Sources
from insiktskarta.show.formats.markdown import escaped
from insiktskarta.show.formats.place import in_workspace
from insiktskarta.show.formats.plain import encodable, plain
from insiktskarta.show.formats.severity import WORDS, counted

_COMMANDS: dict[Severity, str] = {"error": "error", "warning": "warning", "hint": "notice"}
_MOST = 10
_LARGEST = 512 * 1024  # bytes; GitHub refuses a summary of more than 1 MiB, and others may write to it too
_IN_DATA = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_IN_PROPERTY = _IN_DATA | str.maketrans({":": "%3A", ",": "%2C"})


def render(findings: Sequence[Finding], language: Language, _sources: Sources) -> str:
    """One command a line: errors, warnings, hints, ten of each; then a notice of how many there are."""
    kinds = {kind: [f for f in findings if f.severity == kind] for kind in WORDS}
    left_out = any(len(found) > _MOST for found in kinds.values())
    # The closing notice is one of the ten of its kind.
    most = {kind: _MOST - (left_out and kind == "hint") for kind in kinds}
    shown = [finding for kind, found in kinds.items() for finding in found[: most[kind]]]
    commands = [_command(finding, language) for finding in shown]
    if left_out:
        commands.append(_closing(len(shown), findings, language))
    return "".join(f"{command}\n" for command in commands)


def step_summary(findings: Sequence[Finding], language: Language) -> str:
    """The findings as a table in Markdown, for the file that GITHUB_STEP_SUMMARY names."""
    heading = "### insikt lint\n\n"
    if not findings:
        return heading + language.text("Nothing to remark.") + "\n"
    cells = [
        language.text("Place"),
        language.text("Severity"),
        language.text("Code"),
        language.text("Message"),
    ]
    head = f"{heading}{counted(findings, language)}\n\n{_row(cells)}{_row(['---'] * len(cells))}"
    rows = list(_rows(findings, language, _LARGEST - len(head.encode())))
    rest = len(findings) - len(rows)
    closing = language.plural("{n} more finding is not shown.", "{n} more findings are not shown.", rest)
    return head + "".join(rows) + (f"\n{closing}\n" if rest else "")


def _rows(findings: Sequence[Finding], language: Language, room: int) -> Iterator[str]:
    for finding in findings:
        severity = language.text(WORDS[finding.severity])
        row = _row(
            escaped(plain(text))
            for text in (in_workspace(finding), severity, finding.code, finding.text(language))
        )
        room -= len(row.encode())
        if room < 0:
            return
        yield row


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |\n"


def _command(finding: Finding, language: Language) -> str:
    properties = {"file": encodable(finding.path)}
    if finding.line:
        properties["line"] = str(finding.line)
    if finding.line and finding.column:
        properties["col"] = str(finding.column)
    properties["title"] = plain(finding.code)
    return _written(_COMMANDS[finding.severity], properties, plain(finding.text(language)))


def _closing(shown: int, findings: Sequence[Finding], language: Language) -> str:
    message = language.text(
        "{shown} of {all} findings are shown here ({counts} in all). The summary of the job lists them.",
        shown=language.number(shown),
        all=language.number(len(findings)),
        counts=counted(findings, language),
    )
    return _written("notice", {"title": "insikt lint"}, message)


def _written(command: str, properties: dict[str, str], data: str) -> str:
    pairs = ",".join(f"{name}={value.translate(_IN_PROPERTY)}" for name, value in properties.items())
    return f"::{command} {pairs}::{data.translate(_IN_DATA)}"
