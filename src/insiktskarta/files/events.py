"""The walk through libyaml's events (YAML 1.1 grammar), with scalars resolved by YAML 1.2, that the exact reader takes.

Everything that a record may not hold is a problem with a place; only a fault of grammar ends the reading.
"""

import unicodedata
from collections.abc import Iterator
from typing import Any

import yaml

from insiktskarta.files.decode import CONTROL
from insiktskarta.files.exact import Exact, Place
from insiktskarta.files.problem import Problem
from insiktskarta.files.scalars import loses_zero, resolved
from insiktskarta.files.syntax import syntax_problem
from insiktskarta.model.finding import Pointer
from insiktskarta.model.language import N_

DEEPEST = 16

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _TooDeep(Exception):  # noqa: N818 - it ends the walk and is no error of ours
    pass


def taken(text: str, exact: Exact) -> None:
    """Fill in what a text says; never raises."""
    try:
        events = _events(text)
        _documents(events, exact)
    except yaml.MarkedYAMLError as error:
        exact.value, exact.whole = None, False
        exact.problems.append(syntax_problem(text, error))
    except (ValueError, OverflowError):
        # PyYAML's own parser turns any digits into a number: an escape beyond Unicode, a version without end.
        exact.value, exact.whole = None, False
        exact.problems.append(syntax_problem(text, yaml.MarkedYAMLError()))
    except _TooDeep:
        exact.value, exact.whole = None, False


def _events(text: str) -> Iterator[Any]:
    return iter(yaml.parse(text, Loader=_LOADER))


def _documents(events: Iterator[Any], exact: Exact) -> None:
    first = True
    for event in events:
        if isinstance(event, yaml.DocumentStartEvent):
            if event.version or event.tags:
                _tell(exact, event, "YA116", N_("Remove this line: a record needs no YAML directive."))
            if not first:
                _tell(exact, event, "YA107", N_("A second record starts here. Put it in a file of its own."))
                return
            exact.value = _node(next(events), events, exact, ())
            first = False


def _tell(exact: Exact, event: Any, code: str, message: str, **values: object) -> None:
    mark = event.start_mark
    exact.problems.append(Problem(code, mark.line + 1, mark.column + 1, message, values))


def _node(event: Any, events: Iterator[Any], exact: Exact, pointer: Pointer) -> Any:
    exact.values[pointer] = (event.start_mark.line + 1, event.start_mark.column + 1)
    if len(pointer) > DEEPEST:
        _tell(
            exact,
            event,
            "YA112",
            N_("This is nested more than {depth} levels deep. Check the indentation."),
            depth=DEEPEST,
        )
        raise _TooDeep
    if isinstance(event, yaml.AliasEvent):
        _tell(
            exact,
            event,
            "YA109",
            N_("*{name} refers to another place. Write the text out, or put it in quotation marks."),
            name=event.anchor,
        )
        exact.whole = False
        return None
    if event.anchor is not None:
        _tell(
            exact,
            event,
            "YA109",
            N_("&{name} is an anchor. Remove it, or put the text in quotation marks."),
            name=event.anchor,
        )
    if event.tag is not None:
        _tell(
            exact,
            event,
            "YA110",
            N_("{tag} is a YAML tag. Remove it, or put the text in quotation marks."),
            tag=event.tag.replace("tag:yaml.org,2002:", "!!"),
        )
    if isinstance(event, yaml.ScalarEvent):
        exact.ends[pointer] = _end(event)
        return _scalar(event, exact, pointer)
    if isinstance(event, yaml.SequenceStartEvent):
        return _sequence(events, exact, pointer)
    return _mapping(events, exact, pointer)


def _end(event: Any) -> Place:
    return event.end_mark.line + 1, event.end_mark.column + 1


def _scalar(event: Any, exact: Exact, pointer: Pointer) -> Any:
    if event.style or event.tag is not None:
        return _text(event, exact)
    if loses_zero(event.value):
        _tell(
            exact,
            event,
            "YA114",
            N_('{number} starts with a zero that YAML takes away. Write "{number}" in quotation marks.'),
            number=event.value,
        )
        return event.value
    value = resolved(event.value)
    if not isinstance(value, str):
        exact.written[pointer] = event.value
    return value


def _text(event: Any, exact: Exact) -> str:
    # Only an escape such as "\x07" or "o\u0308" in a quoted text can give what the file itself may not hold.
    text: str = unicodedata.normalize("NFC", event.value)
    found = CONTROL.search(text)
    if found:
        _tell(
            exact,
            event,
            "YA103",
            N_("There is an invisible character here ({character}). Delete it."),
            character=f"U+{ord(found.group()):04X}",
        )
        text = CONTROL.sub("\N{REPLACEMENT CHARACTER}", text)
    return text


def _sequence(events: Iterator[Any], exact: Exact, pointer: Pointer) -> list[Any]:
    items: list[Any] = []
    for event in events:
        if isinstance(event, yaml.SequenceEndEvent):
            break
        items.append(_node(event, events, exact, (*pointer, len(items))))
    return items


def _mapping(events: Iterator[Any], exact: Exact, pointer: Pointer) -> dict[str, Any]:
    content: dict[str, Any] = {}
    for event in events:
        if isinstance(event, yaml.MappingEndEvent):
            break
        place = (event.start_mark.line + 1, event.start_mark.column + 1)
        key = _key(_node(event, events, exact, (*pointer, "")), event, exact)
        exact.values.pop((*pointer, ""), None)
        exact.ends.pop((*pointer, ""), None)
        if key is None or key in content:
            if key is not None:
                _tell(exact, event, "YA108", N_("The key “{key}” stands twice. Remove one of them."), key=key)
            _node(next(events), events, exact, (*pointer, f"{key}\x00"))
            continue
        exact.keys[(*pointer, key)] = place
        exact.key_ends[(*pointer, key)] = _end(event)
        content[key] = _node(next(events), events, exact, (*pointer, key))
    return content


def _key(key: Any, event: Any, exact: Exact) -> str | None:
    if not isinstance(key, str):
        _tell(
            exact,
            event,
            "YA115",
            N_("A key must be a word. Put it in quotation marks, or move it to “anteckning”."),
        )
        return None
    if key == "<<":
        _tell(exact, event, "YA111", N_("<< merges fields from another place. Write the fields out."))
        exact.whole = False
        return None
    return key
