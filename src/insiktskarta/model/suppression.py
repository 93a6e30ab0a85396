"""Suppressions: comments that excuse a finding, each with a reason.

`röst: egen  # insikt: ignore IN103 -- sagt på mötet` excuses on its own line. On a line of its own, the comment
excuses on the key below it with all of its value; above the first key, in the whole file.
"""

import re
from collections.abc import Collection, Container, Iterable, Iterator, Mapping
from dataclasses import dataclass

from insiktskarta.model.finding import Finding, is_personal
from insiktskarta.model.language import N_
from insiktskarta.model.sieve import joint_sieve

_COMMENT = re.compile(r"(?:^|(?<=\s))#\s*insikt:\s*ignore\b([^#\n\r]*)")
_CODES = re.compile(r"\b[A-Z]{2}[0-9]{0,3}\b")
_KEY = re.compile(r"\S")
_may_ignore = joint_sieve("ignore")

NO_REASON, UNUSED, NO_CODE = "SU101", "SU102", "SU103"


@dataclass(frozen=True, slots=True)
class Suppression:
    """One code of one comment.

    Attributes:
        path: the file.
        line: of the comment, 1-based.
        column: of the comment, 1-based.
        first: the first line that it covers; 0 for the whole file.
        last: the last line that it covers.
        code: a code or the beginning of one.
        reason: why; empty where none is given, and then nothing is excused.
    """

    path: str
    line: int
    column: int
    first: int
    last: int
    code: str
    reason: str

    def covers(self, finding: Finding) -> bool:
        """Whether it excuses a finding. An error about personal data is only excused by its whole code."""
        return self.is_about(finding) and (self.code == finding.code or not is_personal(finding))

    def is_about(self, finding: Finding) -> bool:
        """Whether it would excuse a finding, were its code long enough for that."""
        here = self.first == 0 or self.first <= finding.line <= self.last
        return bool(self.reason) and self.path == finding.path and here and finding.code.startswith(self.code)

    def covers_any(self, codes: Iterable[str]) -> bool:
        """Whether it would excuse a finding of one of these codes, wherever that were."""
        return any(code.startswith(self.code) for code in codes)


def suppressions(path: str, text: str) -> list[Suppression]:
    """All suppressions in a file's text, in reading order."""
    if not _may_ignore(text):
        return []
    lines = re.split(r"\r\n|\r|\n", text)
    found = []
    for number, line in enumerate(lines, 1):
        comment = _COMMENT.search(line)
        if comment is None:
            continue
        codes, _, reason = comment.group(1).partition("--")
        first, last = _covered(lines, number, alone=not line[: comment.start()].strip())
        found += [
            Suppression(path, number, comment.start() + 1, first, last, code, reason.strip())
            for code in _CODES.findall(codes) or [""]
        ]
    return found


def applied(
    found: Iterable[Finding],
    excuses: Iterable[Suppression],
    unlooked: Collection[str] = (),
    unread: Container[str] = (),
) -> tuple[list[Finding], list[Finding]]:
    """The findings that nothing excuses, and findings about the suppressions themselves.

    Args:
        found: all findings.
        excuses: all suppressions.
        unlooked: codes that nobody looked for, so that what excuses them may well be needed.
        unread: files that could not be read as records, which most rules said nothing about either.
    """
    by_path: dict[str, list[Suppression]] = {}
    for each in excuses:
        by_path.setdefault(each.path, []).append(each)
    used = {
        each for same in by_path.values() for each in same if each.path in unread or each.covers_any(unlooked)
    }
    left = []
    short: dict[Suppression, str] = {}
    for finding in found:
        about = [each for each in by_path.get(finding.path, ()) if each.code and each.is_about(finding)]
        covering = [each for each in about if each.covers(finding)]
        used.update(covering)
        if not covering:
            short |= dict.fromkeys(about, finding.code)
            left.append(finding)
    return left, list(_about([each for same in by_path.values() for each in same], used, short))


def _about(
    excuses: list[Suppression], used: set[Suppression], short: Mapping[Suppression, str]
) -> Iterator[Finding]:
    for each in excuses:
        place = (each.path, each.line, each.column)
        if not each.code:
            yield Finding(
                *place,
                NO_CODE,
                "error",
                N_("Say which rule is ignored, such as “# insikt: ignore PD202 -- why”."),
            )
        elif not each.reason:
            message = N_("Say why {code} is ignored, after two hyphens: “# insikt: ignore {code} -- why”.")
            yield Finding(*place, NO_REASON, "error", message, (("code", each.code),))
        elif each in short:
            message = N_("“{code}” excuses no error about personal data. Write its whole code, {whole}.")
            values = (("code", each.code), ("whole", short[each]))
            yield Finding(*place, NO_CODE, "error", message, values)
        elif each not in used:
            message = N_("Nothing here breaks {code} any more. Remove the comment.")
            yield Finding(*place, UNUSED, "warning", message, (("code", each.code),))


def _covered(lines: list[str], number: int, *, alone: bool) -> tuple[int, int]:
    if not alone:
        return number, number
    if not any(_is_content(line) for line in lines[: number - 1]):
        return 0, 0
    start = next(
        (place for place in range(number + 1, len(lines) + 1) if _is_content(lines[place - 1])), number
    )
    indent = _indent(lines[start - 1])
    end = start
    for place in range(start + 1, len(lines) + 1):
        line = lines[place - 1]
        if line.strip() and (
            _indent(line) < indent or (_indent(line) == indent and not line.lstrip().startswith("- "))
        ):
            break
        end = place if line.strip() else end
    return start, end


def _is_content(line: str) -> bool:
    return bool(line.strip()) and not line.lstrip().startswith("#")


def _indent(line: str) -> int:
    found = _KEY.search(line)
    return found.start() if found else len(line)
