"""Mending a file: what fixes propose is tried, read again, and kept only where it makes nothing worse."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from insiktskarta.files import exact as exact_reader
from insiktskarta.files.changes import changed, edits_of
from insiktskarta.files.condition import Case, Condition, condition, is_better
from insiktskarta.files.problem import Problem
from insiktskarta.files.splice import lain, spliced
from insiktskarta.rules import fixing_rules
from insiktskarta.rules.fix import Change, ContentFix, FileFix, Source, TextFix
from insiktskarta.rules.rule import Hit, Rule

_ROUNDS = 10  # a fix may make room for another one; after that it is no longer mending
_SINGLY = 100  # faults of one rule that are tried one by one, where together they do not work


@dataclass(frozen=True, slots=True)
class Mended:
    """A file after mending.

    Attributes:
        raw: its bytes; the same ones where nothing could be mended.
        fixed: how many findings of each code are gone.
    """

    raw: bytes
    fixed: Counter[str] = field(default_factory=Counter)


def mended(case: Case, raw: bytes) -> Mended:
    """A file with everything mended that can be; the same bytes where nothing can."""
    state = condition(case, raw)
    fixed: Counter[str] = Counter()
    if state is None:
        return Mended(raw)
    for _ in range(_ROUNDS):
        before = state
        for rule in fixing_rules():
            if case.wants(rule.code, case.path):
                better = _mended_by(rule, case, state)
                fixed += state.codes() - better.codes()
                state = better
        if state is before:
            break
    return Mended(state.lying.encode(), fixed)


def _mended_by(rule: Rule, case: Case, state: Condition) -> Condition:
    """The file after a rule's fix: of all its faults together, or else of as many as can be mended one by one."""
    problems = state.open_problems(rule.code, case.path)
    if not problems:
        return state
    together = _tried(rule, case, state, problems)
    if together is not None or len(problems) == 1:
        return together or state
    passed = 0
    for _ in range(_SINGLY):
        problems = state.open_problems(rule.code, case.path)[passed:]
        if not problems:
            break
        better = _tried(rule, case, state, problems[:1])
        state, passed = (state, passed + 1) if better is None else (better, passed)
    return state


def _tried(rule: Rule, case: Case, state: Condition, problems: Sequence[Problem]) -> Condition | None:
    """The file with problems mended; None where they cannot be, or something would be worse."""
    proposed, content = _proposed(rule, state, problems)
    after = condition(case, proposed.encode()) if proposed != state.lying else None
    return after if after is not None and is_better(rule, state, after, content) else None


def _proposed(rule: Rule, state: Condition, problems: Sequence[Problem]) -> tuple[str, Any]:
    """The text as a fix would have it lie in the file, and what it would say."""
    text, content = state.reading.text or "", state.reading.content
    if isinstance(rule.fix, FileFix):
        return rule.fix.mended(state.lying), content
    causes = [each.cause for each in problems if each.cause is not None]
    edits = []
    if isinstance(rule.fix, TextFix):
        source = Source(text, state.reading.record)
        edits = [edit for cause in causes for edit in rule.fix.edits(source, cause)]
    elif isinstance(rule.fix, ContentFix):
        content, changes = changed(content, _changes(rule.fix, causes))
        edits = edits_of(changes, text, exact_reader.read(text))
    return spliced(state.lying, lain(edits, text, state.lying)), content


def _changes(fix: ContentFix, causes: Iterable[Any]) -> list[Change]:
    hits = (cause for cause in causes if isinstance(cause, Hit) and cause.certain)
    return [change for hit in hits if (change := fix.change(hit)) is not None]
