"""Mending a file: what fixes propose is tried, read again, and kept only where it makes nothing worse."""

import json
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from insiktskarta.files import exact as exact_reader
from insiktskarta.files.decode import LARGEST
from insiktskarta.files.parse import Reading, read, severities
from insiktskarta.files.problem import Problem
from insiktskarta.files.splice import changed, edits_of, lain, spliced
from insiktskarta.model.finding import Finding
from insiktskarta.model.suppression import applied
from insiktskarta.rules import fixing_rules, record_rules
from insiktskarta.rules.fix import Change, ContentFix, FileFix, Source, TextFix
from insiktskarta.rules.rule import Context, Hit, Rule

Wants = Callable[[str, str], bool]
_ROUNDS = 10  # a fix may make room for another one; after that it is no longer mending
_SINGLY = 100  # faults of one rule that are tried one by one, where together they do not work
_READING = "YA"
_COMMENT = re.compile(r"(?:^|(?<=\s))#[^\r\n]*", re.MULTILINE)
# Nobody can judge the fields of a record without a type; how it is written, and personal data, are seen all the same.
_TYPE, _SEEN_WITHOUT_TYPE = "SC105", ("YA", "PD", "SC105")


@dataclass(frozen=True, slots=True)
class Mended:
    """A file after mending.

    Attributes:
        raw: its bytes; the same ones where nothing could be mended.
        fixed: how many findings of each code are gone.
    """

    raw: bytes
    fixed: Counter[str] = field(default_factory=Counter)


@dataclass(frozen=True, slots=True)
class _State:
    """A file as it is read: its bytes as text, what reading gave, and the findings that no comment excuses."""

    lying: str
    reading: Reading
    problems: list[Problem]
    findings: list[Finding]


def mended(
    path: str, raw: bytes, context: Context, wants: Wants, linked: Sequence[tuple[Rule, Hit]] = ()
) -> Mended:
    """A file with everything mended that can be.

    Args:
        path: below the workspace, with `/`.
        raw: the file's bytes.
        context: of the workspace.
        wants: whether a rule, by its code, is asked for in a file.
        linked: what rules that see the whole corpus say of this record.
    """
    start = state = _state(path, raw, context, linked) if len(raw) <= LARGEST else None
    fixed: Counter[str] = Counter()
    for _ in range(_ROUNDS):
        before = state
        for rule in fixing_rules():
            if state is not None and wants(rule.code, path):
                better = _mended_by(rule, path, state, context, linked)
                fixed[rule.code] += _count(state, rule.code) - _count(better, rule.code)
                state = better
        if state is before:
            break
    if state is None or start is None or state.lying == start.lying:
        return Mended(raw)
    return Mended(state.lying.encode(), +fixed)


def _state(path: str, raw: bytes, context: Context, linked: Sequence[tuple[Rule, Hit]]) -> _State | None:
    """The state of a file; None where it is no text, or where more than a mark is wrong with how it is written."""
    reading = read(path, raw, context)
    if reading.text is None or not reading.whole:
        return None
    problems = [*reading.problems, *_links(reading, linked)]
    if any(each.code.startswith(_READING) and not _mends_files(each.code) for each in problems):
        return None
    found = [each.finding(path, each.severity or severities()[each.code]) for each in problems]
    left, about = applied(found, reading.excuses)
    return _State(raw.decode(), reading, problems, [*left, *about])


def _mends_files(code: str) -> bool:
    return any(rule.code == code and isinstance(rule.fix, FileFix) for rule in fixing_rules())


def _links(reading: Reading, linked: Sequence[tuple[Rule, Hit]]) -> Iterator[Problem]:
    """What is said of the record's place in the corpus, where it still stands."""
    exact = exact_reader.read(reading.text) if linked and reading.text is not None else None
    for rule, hit in linked:
        change = rule.fix.change(hit) if isinstance(rule.fix, ContentFix) else None
        items = reading.content.get(hit.pointer[0]) if isinstance(reading.content, dict) else None
        if change is None or exact is None or not isinstance(items, list) or change.old not in items:
            continue
        here = replace(hit, pointer=(hit.pointer[0], items.index(change.old)))
        yield Problem(rule.code, *exact.place(here.pointer), hit.message, hit.values, cause=here)


def _mended_by(
    rule: Rule, path: str, state: _State, context: Context, linked: Sequence[tuple[Rule, Hit]]
) -> _State:
    """The state after a rule's fix: of all its faults together, or else of as many as can be mended one by one."""

    def tried(before: _State, problems: Sequence[Problem]) -> _State | None:
        proposed, content = _proposed(rule, before, problems)
        if proposed == before.lying:
            return None
        after = _state(path, proposed.encode(), context, linked)
        return after if after is not None and _is_better(rule, before, after, content) else None

    problems = _wanted(rule, path, state)
    together = tried(state, problems) if problems else None
    if together is not None or len(problems) < 2:  # noqa: PLR2004 - one by one is what was tried
        return together or state
    passed = 0
    for _ in range(_SINGLY):
        problems = _wanted(rule, path, state)[passed:]
        better = tried(state, problems[:1]) if problems else state
        if better is state:
            break
        state, passed = (better, passed) if better is not None else (state, passed + 1)
    return state


def _wanted(rule: Rule, path: str, state: _State) -> list[Problem]:
    """What a rule found that no comment excuses, in reading order."""
    excuses = [each for each in state.reading.excuses if each.code]
    found = [
        each
        for each in state.problems
        if each.code == rule.code and not any(excuse.covers(each.finding(path)) for excuse in excuses)
    ]
    return sorted(found, key=lambda each: (each.line, each.column))


def _proposed(rule: Rule, state: _State, problems: Sequence[Problem]) -> tuple[str, Any]:
    """The text as a fix would have it lie in the file, and what it would say."""
    text, content = state.reading.text or "", state.reading.content
    if isinstance(rule.fix, FileFix):
        return rule.fix.mended(state.lying), content
    causes = [each.cause for each in problems if each.cause is not None]
    if isinstance(rule.fix, TextFix):
        source, fix = Source(text, state.reading.record), rule.fix
        edits = [edit for cause in causes for edit in fix.edits(source, cause)]
    elif isinstance(rule.fix, ContentFix):
        content, changes = changed(content, _changes(rule.fix, causes))
        edits = edits_of(changes, text, exact_reader.read(text))
    return spliced(state.lying, lain(edits, text, state.lying)), content


def _changes(fix: ContentFix, causes: Iterable[Any]) -> list[Change]:
    hits = (cause for cause in causes if isinstance(cause, Hit) and cause.certain)
    return [change for hit in hits if (change := fix.change(hit)) is not None]


def _is_better(rule: Rule, before: _State, after: _State, content: Any) -> bool:
    """Whether a fix did what it says and nothing else."""
    comments = isinstance(rule.fix, TextFix) and rule.fix.comments
    return (
        _written(after.reading.content) == _written(content)
        and _count(after, rule.code) < _count(before, rule.code)
        and not _news(before, after)
        and _excused(before) == _excused(after)
        and (comments or not _comments(before) - _comments(after))
    )


def _written(content: Any) -> str:
    # 1, 1.0 and true are equal to Python, and no number is equal to itself when it is none.
    return json.dumps(content, sort_keys=True)


def _count(state: _State, code: str) -> int:
    return sum(each.code == code for each in state.findings)


def _news(before: _State, after: _State) -> Counter[tuple[str, str]]:
    """What is found in a mended file and was not before, but for what nobody could see before."""
    new = _told(after) - _told(before)
    if any(each.code == _TYPE for each in before.problems):
        return Counter(each for each in new if each[0].startswith(_SEEN_WITHOUT_TYPE))
    unseen = {rule.code for rule in record_rules()} if before.reading.record is None else set()
    return Counter(each for each in new if each[0] not in unseen)


def _told(state: _State) -> Counter[tuple[str, str]]:
    return Counter((each.code, each.message) for each in state.findings)


def _excused(state: _State) -> list[tuple[str, str, bool]]:
    """The suppressions, and which of them are about the whole file."""
    return sorted((each.code, each.reason, each.first == 0) for each in state.reading.excuses)


def _comments(state: _State) -> Counter[str]:
    """The comments, and what else in a text looks like one."""
    return Counter(found.group().rstrip() for found in _COMMENT.finditer((state.reading.text or "")))
