"""The condition of a file: what it says, what is wrong with it, and whether another one is better."""

import json
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from insiktskarta.files import exact as exact_reader
from insiktskarta.files.anywhere import Wants
from insiktskarta.files.decode import LARGEST
from insiktskarta.files.parse import Reading, read, severities
from insiktskarta.files.problem import Problem
from insiktskarta.model.finding import Finding
from insiktskarta.model.suppression import applied
from insiktskarta.rules import fixing_rules, record_rules
from insiktskarta.rules.fix import ContentFix, FileFix, TextFix
from insiktskarta.rules.rule import Context, Hit, Rule

_READING = "YA"
_COMMENT = re.compile(r"(?:^|(?<=\s))#[^\r\n]*", re.MULTILINE)
# Nobody can judge the fields of a record without a type; how it is written, and personal data, are seen all the same.
_TYPE, _SEEN_WITHOUT_TYPE = "SC105", ("YA", "PD", "SC105")


def _everything(_: str, __: str) -> bool:
    return True


@dataclass(frozen=True, slots=True)
class Case:
    """What mending a file depends on, beside its bytes.

    Attributes:
        path: below the workspace, with `/`.
        context: of the workspace.
        wants: whether a rule, by its code, is asked for in a file.
        linked: what rules that see the whole corpus say of this record.
        read: how such a file is read.
    """

    path: str
    context: Context
    wants: Wants = _everything
    linked: Sequence[tuple[Rule, Hit]] = ()
    read: Callable[[str, bytes, Context], Reading] = read


@dataclass(frozen=True, slots=True)
class Condition:
    """A file as it is.

    Attributes:
        lying: its bytes as text.
        reading: what reading it gave.
        problems: what is wrong with it, excused or not.
        findings: what no comment excuses, and what is wrong with the comments that excuse.
    """

    lying: str
    reading: Reading
    problems: list[Problem]
    findings: list[Finding]

    def codes(self) -> Counter[str]:
        """How many findings each rule has."""
        return Counter(each.code for each in self.findings)

    def open_problems(self, code: str, path: str) -> list[Problem]:
        """What a rule found that no comment excuses, in reading order."""
        excuses = [each for each in self.reading.excuses if each.code]
        alike = (each for each in self.problems if each.code == code)
        left = (each for each in alike if not any(one.covers(each.finding(path)) for one in excuses))
        return sorted(left, key=lambda each: (each.line, each.column))


def condition(case: Case, raw: bytes) -> Condition | None:
    """The condition of a file with these bytes.

    None where it is no text, or where more is wrong with how it is written than what mending it as a whole cures:
    what cannot be read as it was meant cannot be compared.
    """
    if len(raw) > LARGEST:
        return None
    reading = case.read(case.path, raw, case.context)
    if reading.text is None or not reading.whole:
        return None
    problems = [*reading.problems, *_links(reading, case.linked)]
    if any(each.code.startswith(_READING) and not _is_of_file(each.code) for each in problems):
        return None
    found = [each.finding(case.path, each.severity or severities()[each.code]) for each in problems]
    left, about = applied(found, reading.excuses)
    return Condition(raw.decode(), reading, problems, [*left, *about])


def _is_of_file(code: str) -> bool:
    return any(rule.code == code and isinstance(rule.fix, FileFix) for rule in fixing_rules())


def _links(reading: Reading, linked: Sequence[tuple[Rule, Hit]]) -> Iterator[Problem]:
    """What is said of the record's place in the corpus, where it still stands."""
    exact = exact_reader.read(reading.text) if linked and reading.text is not None else None
    for rule, hit in linked:
        change = rule.fix.change(hit) if isinstance(rule.fix, ContentFix) else None
        items = reading.content.get(hit.pointer[0]) if isinstance(reading.content, dict) else None
        if change is not None and exact is not None and isinstance(items, list) and change.old in items:
            here = replace(hit, pointer=(hit.pointer[0], items.index(change.old)))
            yield Problem(rule.code, *exact.place(here.pointer), hit.message, hit.values, cause=here)


def is_better(rule: Rule, before: Condition, after: Condition, content: Any) -> bool:
    """Whether a rule's fix did what it says and nothing else.

    Args:
        rule: whose fix it is.
        before: the file as it was.
        after: the file as the fix would have it.
        content: what it says that the file then says.
    """
    # A comment belongs to somebody, and only a person knows what is to become of it.
    of_comments = isinstance(rule.fix, TextFix) and rule.fix.comments
    return (
        _written(after.reading.content) == _written(content)
        and after.codes()[rule.code] < before.codes()[rule.code]
        and not _news(before, after)
        and _excused(before) == _excused(after)
        and (of_comments or not _comments(before) - _comments(after))
    )


def _written(content: Any) -> str:
    # 1, 1.0 and true are equal to Python, and no number is equal to itself when it is none.
    return json.dumps(content, sort_keys=True)


def _news(before: Condition, after: Condition) -> Counter[tuple[str, str]]:
    """What is found in a mended file and was not before, but for what nobody could see before."""
    new = _told(after) - _told(before)
    if any(each.code == _TYPE for each in before.problems):
        return Counter(each for each in new if each[0].startswith(_SEEN_WITHOUT_TYPE))
    unseen = (
        {rule.code for _, rules in record_rules() for rule in rules}
        if before.reading.record is None
        else set()
    )
    return Counter(each for each in new if each[0] not in unseen)


def _told(state: Condition) -> Counter[tuple[str, str]]:
    return Counter((each.code, each.message) for each in state.findings)


def _excused(state: Condition) -> list[tuple[str, str, bool]]:
    """The suppressions, and which of them are about the whole file."""
    return sorted((each.code, each.reason, each.first == 0) for each in state.reading.excuses)


def _comments(state: Condition) -> Counter[str]:
    """The comments, and what else in a text looks like one."""
    return Counter(found.group().rstrip() for found in _COMMENT.finditer(state.reading.text or ""))
