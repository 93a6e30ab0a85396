"""A record as the text of its file: the simplest style in which every YAML reader gets the same text back."""

import json
import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

import yaml

from insiktskarta.files.decode import CONTROL
from insiktskarta.files.scalars import resolved
from insiktskarta.model.schema import modeline

_WIDTH = 90  # columns; a longer text stands folded below its key
_ONE_LINE = 36  # characters of an item; lists with a longer one have a line for each
# Plain text starts with a letter or a digit and holds nothing that could end it or be a comment.
_PLAIN = re.compile(r"[^\W_](?:[^:#\n\t]|:(?=[^\s:])|(?<=\S)#)*(?<![\s:])")
_FLOW_SIGNS = re.compile(r"[,\[\]{}:?]")
# Text that YAML 1.1, which many programs still read, takes for true and false. PyYAML knows all but y and n.
_OTHER_TYPES = frozenset({"y", "n"})
_LONE_SPACE = re.compile(r"(?<! ) (?! )")


def record_text(data: Mapping[str, Any]) -> str:
    """A record as the text of its file: modeline, keys in the given order, short lists on one line."""
    lines = [modeline(data["typ"])]
    for key, value in data.items():
        lines += _field(key, value, "")
    return "\n".join(lines) + "\n"


def _field(key: str, value: Any, indent: str) -> Iterator[str]:
    start = f"{indent}{key}:"
    if isinstance(value, Mapping):
        yield start
        for name, content in value.items():
            yield from _field(name, content, f"{indent}  ")
    elif isinstance(value, list):
        yield from _listed(start, value, indent)
    elif key == "rubrik" or not isinstance(value, str):
        yield f"{start} {scalar(value)}"
    else:
        yield from _text(start, value, indent)


def _listed(start: str, items: list[Any], indent: str) -> Iterator[str]:
    if any("/" in str(item) or "\n" in str(item) or len(str(item)) > _ONE_LINE for item in items):
        yield start
        for item in items:
            yield from _text(f"{indent}  -", item, f"{indent}  ")
    else:
        yield f"{start} [{', '.join(scalar(item, flow=True) for item in items)}]"


def _text(start: str, text: Any, indent: str) -> Iterator[str]:
    long = len(start) + 1 + len(str(text)) > _WIDTH or "\n" in str(text)
    if long and _can_be_folded(str(text)):
        yield f"{start} >-"
        yield from _folded(str(text), f"{indent}  ")
    else:
        yield f"{start} {scalar(text)}"


def scalar(value: Any, *, flow: bool = False) -> str:
    """A value as one piece of YAML, quoted where it must be; `flow` for one that stands in brackets."""
    if not isinstance(value, str):
        return str(value)
    plain = _PLAIN.fullmatch(value) and not CONTROL.search(value) and _is_text(value)
    return value if plain and not (flow and _FLOW_SIGNS.search(value)) else _quoted(value)


def _quoted(text: str) -> str:
    escaped = json.dumps(text, ensure_ascii=False)
    return CONTROL.sub(lambda sign: f"\\u{ord(sign.group()):04x}", escaped)


def _is_text(text: str) -> bool:
    """Whether a plain scalar is text to readers of YAML 1.1 and of YAML 1.2."""
    kind = _resolver().resolve(yaml.ScalarNode, text, (True, False))
    return (
        kind == "tag:yaml.org,2002:str"
        and isinstance(resolved(text), str)
        and text.lower() not in _OTHER_TYPES
    )


@cache
def _resolver() -> Any:
    return yaml.resolver.Resolver()


def _can_be_folded(text: str) -> bool:
    # Spaces at the ends of lines are what editors take away, and at their beginning they mean something else.
    lines = text.split("\n")
    return (
        bool(lines[0] and lines[-1])
        and not any(line != line.strip() or "\t" in line for line in lines)
        and not CONTROL.search(text)
        and "\r" not in text
    )


def _folded(text: str, indent: str) -> Iterator[str]:
    """The lines below `>-`: a break within a line is a space, and a break of the text an empty line more."""
    for number, line in enumerate(text.split("\n")):
        if number:
            yield ""
        if line:
            yield from _filled(line, indent)


def _filled(line: str, indent: str) -> Iterator[str]:
    # Broken only at a lone space, since more than one would come back as one.
    so_far = ""
    for word in _LONE_SPACE.split(line):
        if so_far and len(indent) + len(so_far) + 1 + len(word) > _WIDTH:
            yield indent + so_far
            so_far = word
        else:
            so_far = f"{so_far} {word}" if so_far else word
    yield indent + so_far
