"""What can be read of a record that has faults, so that everything wrong with it is said at once."""

from collections.abc import Iterable, Mapping
from typing import Any

from insiktskarta.files.problem import Problem
from insiktskarta.files.validate import validated
from insiktskarta.model.finding import Pointer
from insiktskarta.model.record import Content
from insiktskarta.rules.rule import Hit


def salvaged(data: Mapping[str, Any], problems: Iterable[Problem]) -> tuple[Content, dict[str, Any]] | None:
    """The content without what is wrong in it, and what that was read from.

    Args:
        data: what the file says.
        problems: everything that the schema has against it.

    Returns:
        None where nothing is left to judge: what is missing cannot be left out.
    """
    sound: dict[str, Any] = dict(data)
    for problem in problems:
        cause = problem.cause
        if not isinstance(cause, Hit) or not cause.pointer:
            return None
        sound = _without(sound, cause.pointer if cause.key else cause.pointer[:1])
    content = validated(sound)
    return (content, sound) if content is not None else None


def _without(value: dict[str, Any], pointer: Pointer) -> dict[str, Any]:
    """A mapping without what a pointer leads to; the mapping itself stays as it is."""
    key, rest = pointer[0], pointer[1:]
    inner = value.get(str(key))
    if rest and isinstance(inner, dict):
        return {**value, str(key): _without(inner, rest)}
    return {name: each for name, each in value.items() if name != key}
