"""What holds in settings that are wrong somewhere: one bad value takes no other with it."""

import copy
from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import BaseModel, ValidationError

from insiktskarta.model.finding import Pointer
from insiktskarta.model.swedish import slug

_OWN = "organisationer"


def sound(model: type[BaseModel], value: Mapping[str, Any]) -> tuple[dict[str, Any], list[Any]]:
    """The parts of a value that a model has nothing against.

    Returns:
        The value without the others, and these: where each was and what it was.
    """
    left = copy.deepcopy(dict(value))
    gone: list[Any] = []
    while True:
        try:
            model.model_validate(left)
        except ValidationError as error:
            faults = {_reach(left, each["loc"]) for each in error.errors(include_url=False)}
        else:
            return left, gone
        # From the end of a list, and from within: what is taken away moves nothing that is still to go.
        ordered = sorted(faults, key=_order, reverse=True)
        gone.extend((pointer, _taken(left, pointer)) for pointer in ordered)


def named_organisations(value: Mapping[str, Any]) -> dict[str, dict[str, str]]:
    """The organisations that settings name, each as much as is known of it, whatever is wrong with the rest.

    They are there, so that nobody is told to add them; a name or a kind that is missing is the slug.
    """
    given = value.get(_OWN)
    found = given if isinstance(given, dict) else dict.fromkeys(_texts(given))
    return {name: _described(name, about) for name, about in found.items() if name and slug(name) == name}


def _texts(given: Any) -> Iterator[str]:
    yield from (each for each in (given if isinstance(given, list) else ()) if isinstance(each, str))


def _described(name: str, about: Any) -> dict[str, str]:
    said = about if isinstance(about, dict) else {}
    return {
        key: text if isinstance(text := said.get(key), str) and text else name for key in ("namn", "slag")
    }


def _reach(value: Any, loc: tuple[int | str, ...]) -> Pointer:
    """As much of a place as there is: what is missing is a fault of what lacks it."""
    pointer: list[int | str] = []
    for step in loc:
        if not isinstance(value, dict | list) or not _has(value, step):
            break
        value = value[step]  # type: ignore[index]  # a list's steps are numbers
        pointer.append(step)
    return tuple(pointer)


def _has(value: dict[Any, Any] | list[Any], step: int | str) -> bool:
    if isinstance(value, dict):
        return step in value
    return isinstance(step, int) and step < len(value)


def _order(pointer: Pointer) -> list[tuple[int, str]]:
    return [(step, "") if isinstance(step, int) else (-1, step) for step in pointer]


def _taken(value: dict[str, Any], pointer: Pointer) -> Any:
    """Take away what a pointer points to, or everything where it points to nothing."""
    if not pointer:
        everything = dict(value)
        value.clear()
        return everything
    holder: Any = value
    for step in pointer[:-1]:
        holder = holder[step]
    return holder.pop(pointer[-1])
