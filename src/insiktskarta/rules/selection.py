"""Which rules are asked for: codes or their beginnings, the longest of which decides."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from insiktskarta.model.baseline import UNSEARCHED
from insiktskarta.model.errors import InsiktError
from insiktskarta.model.finding import PERSONAL_DATA
from insiktskarta.model.language import N_
from insiktskarta.rules import all_rules

GUARDS = ("SU", "BA")
"""Families about excuses and the list of known findings: no settings turn them off, only what a run is told."""

_CODE = re.compile(r"[A-Z]{0,2}[0-9]{0,3}")


@dataclass(frozen=True, slots=True)
class Selection:
    """What is selected and ignored, everywhere and below certain paths.

    Attributes:
        select: beginnings of codes; empty for all.
        ignore: beginnings of codes.
        per_path: path pattern, as in `insights/grums/*`, to beginnings of codes that are ignored there.
        guards: what decides about the guards: what this run was told.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    per_path: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    guards: "Selection | None" = None

    def wants(self, code: str, path: str) -> bool:
        """Whether a rule is asked for in a file. The longest beginning decides; at equal length, `ignore`."""
        if self.guards is not None and code.startswith(GUARDS):
            return self.guards.wants(code, path)
        here = [each for pattern, codes in self.per_path.items() if matches(pattern, path) for each in codes]
        selected = _longest(code, self.select or ("",))
        if code in UNSEARCHED:  # whoever asks for personal data is told what was not searched for any
            selected = max(selected, _longest(PERSONAL_DATA, (each[:2] for each in self.select)))
        ignored = _longest(code, (*self.ignore, *here))
        return selected >= 0 and selected > ignored


def _longest(code: str, beginnings: Iterable[str]) -> int:
    """The length of the longest beginning that fits, or -1."""
    return max((len(each) for each in beginnings if code.startswith(each)), default=-1)


def checked(codes: Iterable[str]) -> tuple[str, ...]:
    """Beginnings of codes as written, separated by commas or not, each of which is some rule's.

    Raises:
        InsiktError: a code that no rule has.
    """
    written = [code.strip() for each in codes for code in each.split(",") if code.strip()]
    found = tuple(code.upper() for code in written)
    for code, given in zip(found, written, strict=True):
        if _CODE.fullmatch(code) is None or not any(rule.code.startswith(code) for rule in all_rules()):
            # As it was given: in capitals, an escaped number is not known for one.
            raise InsiktError(N_("There is no rule “{code}”. “insikt rule” lists them."), code=given)
    return found


def matches(pattern: str, path: str) -> bool:
    """Whether a path with `/` fits a pattern: `*` within a folder, `**` across folders; a folder means all below it."""
    return _pattern(pattern).fullmatch(path) is not None


@cache
def _pattern(pattern: str) -> re.Pattern[str]:
    parts = re.split(r"(\*\*/?|\*|\?)", pattern.strip("/"))
    kinds = {"**/": "(?:.*/)?", "**": ".*", "*": "[^/]*", "?": "[^/]"}
    return re.compile("".join(kinds.get(part, re.escape(part)) for part in parts) + "(?:/.*)?")


def chosen(settings: Mapping[str, Any], select: Iterable[str], ignore: Iterable[str]) -> Selection:
    """The selection of the settings of a workspace and of a command line, which adds to it.

    Raises:
        InsiktError: a code that no rule has, or that no settings may ignore.
    """
    told = Selection(checked(select), checked(ignore))
    per_path = {pattern: _settled(codes) for pattern, codes in settings.get("per_path", {}).items()}
    return Selection(
        told.select or checked(settings.get("select", ())),
        (*_settled(settings.get("ignore", ())), *told.ignore),
        per_path,
        told,
    )


def _settled(codes: Iterable[str]) -> tuple[str, ...]:
    """Beginnings of codes that settings may ignore."""
    found = checked(codes)
    for code in found:
        if code.startswith(GUARDS):
            message = N_(
                "insikt.yaml cannot ignore {code}: an excuse without a reason, or one that is left behind, would hide faults for ever. “--ignore {code}” hides it for one run."
            )
            raise InsiktError(message, code=code)
    return found
