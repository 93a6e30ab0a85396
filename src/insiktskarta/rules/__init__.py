"""All rules, found by walking this package: a new rule is one new file."""

import importlib
import pkgutil
from functools import cache
from typing import TYPE_CHECKING

from insiktskarta.model.finding import PERSONAL_DATA

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    # The rules know pydantic's models, which a run that only reads the index does not load.
    from insiktskarta.rules.rule import Rule

    Gated = tuple[tuple[Callable[..., bool], tuple[Rule, ...]], ...]
    """Rules by the gate that they stand behind."""


@cache
def all_rules() -> "tuple[Rule, ...]":
    """Every rule, by code."""
    names = [
        module.name
        for module in pkgutil.walk_packages(__path__, f"{__name__}.")
        if not module.ispkg and module.name.count(".") == __name__.count(".") + 2
    ]
    return tuple(sorted((importlib.import_module(name).RULE for name in names), key=lambda rule: rule.code))


@cache
def record_rules() -> "Gated":
    """The rules that see one record at a time."""
    return gated(rule for rule in all_rules() if rule.record is not None)


@cache
def corpus_rules() -> "tuple[Rule, ...]":
    """The rules that see the whole corpus, but for the slow ones."""
    return tuple(rule for rule in all_rules() if rule.corpus is not None and not rule.slow)


@cache
def slow_rules() -> "tuple[Rule, ...]":
    """The rules that see the whole corpus and take their time."""
    return tuple(rule for rule in all_rules() if rule.corpus is not None and rule.slow)


@cache
def text_rules() -> "Gated":
    """The rules that see the text of a file."""
    return gated(rule for rule in all_rules() if rule.text is not None)


@cache
def personal_rules() -> "Gated":
    """The rules that see personal data in any text, whether or not it is meant as a record."""
    return gated(
        rule for rule in all_rules() if rule.text is not None and rule.code.startswith(PERSONAL_DATA)
    )


@cache
def fixing_rules() -> "tuple[Rule, ...]":
    """The rules with a fix: first those that mend the file as a whole, then by code."""
    from insiktskarta.rules.fix import FileFix

    fixing = (rule for rule in all_rules() if rule.fix is not None)
    return tuple(sorted(fixing, key=lambda rule: (not isinstance(rule.fix, FileFix), rule.code)))


@cache
def dated_rules() -> "tuple[Rule, ...]":
    """The rules that depend on the day."""
    return tuple(rule for rule in all_rules() if rule.dated is not None)


def gated(rules: "Iterable[Rule]") -> "Gated":
    """Rules by the gate that they stand behind."""
    found: dict[Callable[..., bool], list[Rule]] = {}
    for rule in rules:
        found.setdefault(rule.gate or _open, []).append(rule)
    return tuple((gate, tuple(behind)) for gate, behind in found.items())


def _open(*_: object) -> bool:
    return True
