"""Findings that are known from before: counts per file, rule and field, with nothing of what the files say.

A line is `insights/exempelkoping/en-vag-in.yaml IN103 röst 1`: file, code, field (`-` for none) and how many.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from insiktskarta.model.finding import Finding, finding_values, is_personal
from insiktskarta.model.language import N_

FILE = "insikt-baseline.txt"
WHOLE = "-"
"""The field of a finding that is about no field, or about one that no record has."""
STALE, UNREADABLE, PERSONAL = "BA101", "BA102", "BA103"

UNSEARCHED = ("YA105", "YA117")
"""Of a file that was not searched for personal data, or not all of it."""

Key = tuple[str, str, str]
"""A file's path, a rule's code and a field."""

_HEADER = (
    "# Fynd som var kända när filen skrevs: fil, regel, fält och antal. Nya fynd visas som vanligt.\n"
    "# Findings known when this was written: file, rule, field and count. New findings are shown as ever.\n"
    "# insikt lint --write-baseline | --prune-baseline\n"
)
_LINE = re.compile(r"(\S.*) ([A-Z]{2}[0-9]{3}) (\S+) ([1-9][0-9]{0,5})\s*")
_BREAK = re.compile("\r\n|\r|\n")
_NEVER = N_("Personal data is never counted as known. Remove it from {path}, and then this line.")
_NOT_SEARCHED = N_(
    "{path} was not searched for personal data, or not all of it, and that is never counted as known. Mend that, and remove this line."
)
_MERGE = re.compile(r"(?:<{7}|={7}|>{7}|\|{7})(?: |$)")


@dataclass(frozen=True, slots=True)
class Entry:
    """How many findings of one kind are known, and the line that says so."""

    count: int
    line: int


@dataclass(frozen=True, slots=True)
class Baseline:
    """What is known from before.

    Attributes:
        path: of its file, as it is shown.
        entries: what is counted, each with its count.
        problems: lines that cannot be read.
    """

    path: str = FILE
    entries: Mapping[Key, Entry] = field(default_factory=dict)
    problems: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Settled:
    """Findings after those that are known have been taken away.

    Attributes:
        left: what is new; where there are more alike than are known, all of them, since nobody can tell which is new.
        about: what is wrong with the baseline itself.
        known: how many were taken away of each kind.
    """

    left: list[Finding]
    about: list[Finding]
    known: Counter[Key]


def baseline(path: str, text: str) -> Baseline:
    """A baseline's text, read; a line that cannot be read is a problem and counts nothing."""
    entries: dict[Key, Entry] = {}
    problems = []
    for number, line in enumerate(_BREAK.split(text), 1):
        if not line.strip() or line.startswith("#"):
            continue
        match = _LINE.fullmatch(line)
        if match is None:
            problems.append(Finding(path, number, 1, UNREADABLE, "error", _unreadable(line)))
            continue
        key, count = (match[1], match[2], match[3]), int(match[4])
        if key in entries:
            message = N_(
                "Line {line} counts the same findings. Keep one of the two; until then the lower number counts."
            )
            problems.append(
                Finding(path, number, 1, UNREADABLE, "error", message, (("line", str(entries[key].line)),))
            )
        entries[key] = (
            Entry(min(count, entries[key].count), entries[key].line)
            if key in entries
            else Entry(count, number)
        )
    return Baseline(path, entries, tuple(problems))


def settled(
    known: Baseline,
    found: Iterable[Finding],
    field_of: Callable[[Finding], str],
    asked: Callable[[Key], bool],
) -> Settled:
    """Findings without those that are known.

    Args:
        known: what is known.
        found: every finding that was looked for.
        field_of: the field that a finding is about.
        asked: whether findings of a kind were looked for, so that their absence means something.
    """
    counted = {key[:2] for key in known.entries}
    alike: dict[Key, list[Finding]] = {}
    left, personal = [], set()
    for finding in found:
        kind = finding.path, finding.code
        if kind not in counted:
            left.append(finding)
        elif is_never_known(finding):
            left.append(finding)
            personal.add((*kind, field_of(finding)))
        else:
            alike.setdefault((*kind, field_of(finding)), []).append(finding)
    taken: Counter[Key] = Counter()
    for key, same in alike.items():
        count = known.entries[key].count if key in known.entries else 0
        if len(same) > count:
            left += [replace(each, known=count) for each in same]
        else:
            taken[key] = len(same)
    there = {key: len(same) for key, same in alike.items()}
    return Settled(sorted(left), [*known.problems, *_stale(known, there, personal, asked)], taken)


def counts(found: Iterable[Finding], field_of: Callable[[Finding], str]) -> Counter[Key]:
    """How many findings there are of each kind; what may be personal data is not counted."""
    return Counter(
        (finding.path, finding.code, field_of(finding)) for finding in found if not is_never_known(finding)
    )


def written(entries: Mapping[Key, int]) -> str:
    """The text of a baseline: sorted, one kind a line."""
    lines = [f"{path} {code} {about} {count}\n" for (path, code, about), count in sorted(entries.items())]
    return _HEADER + "".join(lines)


def is_never_known(finding: Finding) -> bool:
    """Whether a finding is never counted as known: personal data, and a file that may hold some unseen."""
    return is_personal(finding) or finding.code in UNSEARCHED


def _unreadable(line: str) -> str:
    if _MERGE.match(line):
        return N_(
            "git could not merge the file here. Remove its three lines of signs and keep the others, or run “insikt lint --prune-baseline”."
        )
    return N_(
        "The line is not “file code field number”. Mend or remove it, or run “insikt lint --prune-baseline”."
    )


def _stale(
    known: Baseline, there: Mapping[Key, int], personal: set[Key], asked: Callable[[Key], bool]
) -> Iterator[Finding]:
    for key, entry in known.entries.items():
        now = there.get(key, 0)
        path, code, about = key
        values = finding_values(
            {"path": path, "code": code, "field": about, "count": entry.count, "now": now}
        )
        if key in personal and now < entry.count:
            message = _NOT_SEARCHED if code in UNSEARCHED else _NEVER
            yield Finding(known.path, entry.line, 1, PERSONAL, "error", message, values)
        elif now < entry.count and asked(key):
            yield Finding(known.path, entry.line, 1, STALE, "warning", _fewer(about, now), values)


def _fewer(about: str, now: int) -> str:
    if now:
        return N_(
            "Fewer places in {path} break {code} now: {now}, and {count} are counted. “insikt lint --prune-baseline” lowers the number."
        )
    if about == WHOLE:
        return N_("{path} does not break {code} any more. “insikt lint --prune-baseline” removes the line.")
    return N_(
        "{path} does not break {code} in “{field}” any more. “insikt lint --prune-baseline” removes the line."
    )
