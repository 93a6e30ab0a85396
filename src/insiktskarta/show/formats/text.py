"""For eyes: a heading a file, and below it each finding with the line that it is about."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from textwrap import fill

from insiktskarta.model.finding import Finding
from insiktskarta.model.language import Language
from insiktskarta.show.formats import Sources
from insiktskarta.show.formats.place import in_file
from insiktskarta.show.formats.plain import plain
from insiktskarta.show.formats.severity import WORDS
from insiktskarta.show.formats.source import excerpt, hidden, masked_lines

_WIDTH = 80
_NUMBER = 6
_PERSONAL = "PD"


def render(findings: Sequence[Finding], language: Language, sources: Sources) -> str:
    """Findings by file, readable in 80 columns and without colours."""
    files = groupby(findings, key=lambda finding: finding.path)
    return "\n".join(_file(path, list(found), language, sources) for path, found in files)


def _file(path: str, findings: list[Finding], language: Language, sources: Sources) -> str:
    lines = _lines(findings, sources(path) if any(finding.line for finding in findings) else None)
    said = (line for finding in findings for line in _finding(finding, language, lines))
    return "".join(f"{line}\n" for line in (plain(path), *said))


def _lines(findings: list[Finding], text: str | None) -> list[str]:
    """The lines of the file as they may be shown."""
    lines = [] if text is None else masked_lines(text)
    for finding in findings:
        # The rules about personal data see more than masking does, and a finding does not say where it ends.
        if finding.code.startswith(_PERSONAL) and 0 < finding.line <= len(lines):
            lines[finding.line - 1] = hidden(lines[finding.line - 1], finding.column)
    return lines


def _finding(finding: Finding, language: Language, lines: list[str]) -> Iterator[str]:
    severity = language.text(WORDS[finding.severity])
    words = [in_file(finding), severity, finding.code, plain(finding.text(language))]
    yield fill(
        " ".join(word for word in words if word),
        _WIDTH,
        initial_indent="  ",
        subsequent_indent="    ",
        break_long_words=False,
        break_on_hyphens=False,
    )
    if 0 < finding.line <= len(lines):
        gutter = f"{finding.line:>{_NUMBER}} | "
        shown, caret = excerpt(lines[finding.line - 1], finding.column, _WIDTH - len(gutter))
        yield f"{gutter}{shown}".rstrip()
        if caret:
            yield f"{'| ':>{len(gutter)}}{caret}"
