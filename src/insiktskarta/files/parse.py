"""From the bytes of a file to a record, or to findings that say where it fails; never raises."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from typing import TYPE_CHECKING, Any

from insiktskarta.files import exact as exact_reader
from insiktskarta.files.decode import decoded, place
from insiktskarta.files.fast import has_numbers_as_written, is_as_written, quick
from insiktskarta.files.legible import legible
from insiktskarta.files.places import Places
from insiktskarta.files.problem import Problem
from insiktskarta.files.salvage import salvaged
from insiktskarta.files.validate import problems, validated
from insiktskarta.model.finding import Finding, Severity, finding_values
from insiktskarta.model.language import N_
from insiktskarta.model.record import Record, record_of
from insiktskarta.model.suppression import Suppression, suppressions
from insiktskarta.rules import all_rules, record_rules, text_rules
from insiktskarta.rules.rule import Context, Hit, Rule, Spot

if TYPE_CHECKING:
    from insiktskarta.rules import Gated

_MOST_ALIKE = 20
_SUFFIX = re.compile(r"^(?:insights/)?(.*?)(?:\.ya?ml)?$", re.IGNORECASE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class Parsed:
    """What a file gave.

    Attributes:
        record: None where the file could not be read as a record.
        data: the record's content as in the file, keys in Swedish.
        findings: everything that is wrong with it, in reading order.
        excuses: the suppressions in its comments.
    """

    record: Record | None
    data: dict[str, Any] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()
    excuses: tuple[Suppression, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """What a file gave, before anything is left out of it.

    Attributes:
        text: as positions are counted in it; None where the bytes are no text.
        problems: everything that is wrong with it, in no order.
        excuses: the suppressions in its comments.
        content: what the text says, whatever that is; None where it cannot be read.
        record: None where the content is no record.
        whole: whether the content is all that the text says.
    """

    text: str | None
    problems: list[Problem]
    excuses: tuple[Suppression, ...] = ()
    content: Any = None
    record: Record | None = None
    whole: bool = False


def parse(path: str, raw: bytes, context: Context) -> Parsed:
    """Read one file.

    Args:
        path: below the workspace, with `/`; the id follows from it.
        raw: the file's bytes, whatever they are.
        context: the workspace's vocabulary and organisations.
    """
    reading = read(path, raw, context)
    content = reading.content if reading.record is not None else {}
    return Parsed(reading.record, content, findings(path, reading.problems), reading.excuses)


def read(path: str, raw: bytes, context: Context) -> Reading:
    """Read one file; like `parse`, with everything that a fix needs to know."""
    text, found = decoded(raw)
    shown = legible(raw) if text is None else text
    found = found + spotted(path, shown, context, text_rules(), readable=text is not None)
    if text is None:
        return Reading(None, found)
    excuses = tuple(suppressions(path, text))
    exact: exact_reader.Exact | None = None
    data: Any = quick(text)
    content = validated(data) if data is not None else None
    if data is None or not (is_as_written if content is None else has_numbers_as_written)(data, text):
        exact = exact_reader.read(text)
        data, found = exact.value, found + exact.problems
        if not exact.whole:
            # What was read is not what was meant; more findings about it would be guesses.
            return Reading(text, found, excuses)
        content = validated(data) if isinstance(data, dict) else None
    if content is None:
        exact = exact or exact_reader.read(text)
        faults = problems(data, exact)
        found = found + faults + _beside(path, text, data, faults, exact, context)
        return Reading(text, found, excuses, data, whole=True)
    record = record_of(record_id(path), content, tuple(data))
    hits = _hits(record, context)
    if hits:
        places = Places(text, exact)
        found = found + [_located(rule, hit, places) for rule, hit in hits]
    return Reading(text, found, excuses, data, record, whole=True)


def _hits(record: Record, context: Context) -> list[tuple[Rule, Hit]]:
    return [
        (rule, hit)
        for gate, rules in record_rules()
        if gate(record, context)
        for rule in rules
        for hit in rule.record(record, context)  # type: ignore[misc]
    ]


def _beside(
    path: str, text: str, data: Any, faults: list[Problem], exact: exact_reader.Exact, context: Context
) -> list[Problem]:
    """What the rules have against the sound part of a record with faults; advice waits until it has none."""
    sound = salvaged(data, faults) if isinstance(data, dict) else None
    if sound is None:
        return []
    content, rest = sound
    hits = _hits(record_of(record_id(path), content, tuple(rest)), context)
    places = Places(text, exact)
    return [_located(rule, hit, places) for rule, hit in hits if rule.severity != "hint"]


def record_id(path: str) -> str:
    """`insights/grums/kort-vag-in.yaml` → `grums/kort-vag-in`."""
    if path.startswith("insights/") and path.endswith(".yaml"):
        return path[9:-5]
    match = _SUFFIX.match(path)
    return match.group(1) if match else path


def findings(path: str, found: Sequence[Problem]) -> tuple[Finding, ...]:
    """Problems as findings in a file, in reading order, each with its rule's severity.

    What one slip repeats through the whole file, such as a thousand anchors, is told a few times and counted.
    """
    if not found:
        return ()
    by_code: dict[str, list[Finding]] = {}
    for finding in sorted(
        {problem.finding(path, problem.severity or severities()[problem.code]) for problem in found},
        key=_order,
    ):
        by_code.setdefault(finding.code, []).append(finding)
    return tuple(sorted((each for alike in by_code.values() for each in _some(alike)), key=_order))


def _some(alike: list[Finding]) -> list[Finding]:
    if len(alike) <= _MOST_ALIKE:
        return alike
    last = alike[_MOST_ALIKE]
    values = (("count", str(len(alike) - _MOST_ALIKE)),)
    message = N_("The same is wrong in {count} more places from here on in this file.")
    return [*alike[:_MOST_ALIKE], replace(last, message=message, values=values)]


def located(path: str, rule: Rule, hit: Hit, raw: bytes | None) -> Finding:
    """A hit of a corpus rule as a finding, placed by reading the file once more."""
    text = decoded(raw)[0] if raw is not None else None
    line, column = Places(text).of(hit.pointer, key=hit.key) if text is not None else (0, 0)
    return Finding(path, line, column, rule.code, rule.severity, hit.message, finding_values(hit.values))


@cache
def severities() -> dict[str, Severity]:
    """The severity of every rule."""
    return {rule.code: rule.severity for rule in all_rules()}


def spotted(
    path: str, text: str, context: Context, gated: "Gated", *, readable: bool = True
) -> list[Problem]:
    """What rules about a file's text find in it, whether or not it can be read as a record.

    What cannot be read cannot be mended either, and may be cut: its form is nobody's concern.
    """
    return [
        Problem(rule.code, *_place(text, spot), spot.message, spot.values, spot.severity, spot)
        for gate, rules in gated
        if gate(path, text, context)
        for rule in rules
        if readable or rule.fix is None
        for spot in rule.text(path, text, context)  # type: ignore[misc]
    ]


def _place(text: str, spot: Spot) -> tuple[int, int]:
    return (0, 0) if spot.start is None else place(text, spot.start)


def _located(rule: Rule, hit: Hit, places: Places) -> Problem:
    return Problem(rule.code, *places.of(hit.pointer, key=hit.key), hit.message, hit.values, cause=hit)


def _order(finding: Finding) -> tuple[int, int, str, str, str]:
    return finding.line, finding.column, finding.code, str(finding.values), finding.message
