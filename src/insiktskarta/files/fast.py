"""The fast reader: yaml-rs, for texts in which nothing can be out of the ordinary.

yaml-rs is young; this module is the only place that knows it. What it refuses, and every text that holds
something unusual, is left to the exact reader, so that a fast answer is always the exact reader's answer too.
"""

import re
from typing import Any

from insiktskarta.model.sieve import joint_sieve

try:
    import yaml_rs
except ImportError:  # no wheel for this platform: everything works, slower
    yaml_rs = None  # type: ignore[assignment]

# What only the exact reader can be trusted with, all looked for in one go.
_is_unusual = joint_sieve(
    # Escapes, merge keys, several documents, directives, other notations of numbers, deep nesting.
    r"\\|<<|\n(?:---|\.\.\.|%| {24})|0[bBoOxX]|:[\],}]|- - -"
    r"|(?:^|[\s\[{,:-])[&*!]"  # an anchor, an alias, a tag
    r"|(?:[\n\[{,]|- ) *[?:]"  # a key that is not there, or is no word
    r"|[\[{][^\]}\[{]*[\[{]"  # brackets in brackets
    r"|[\[{](?:[^\]}\[{]*[\s,:])?[|>]"  # a block of text in brackets
    r"|[|>][-+0-9]* *(?:#[^\n]*)?\r?\n(?: *\r?\n)*(?:\S|\z)"  # a block of text without text
    r"|\r(?:[^\n]|\z)"  # an old Mac's line end
)
_RARE_START = ("---", "...", "%", "?", ":", " ")
# Not the zero of 2024-08, which stands in many a text with an 8.
_LEADING_ZERO = re.compile(r"(?:^|[\s\[{,:])[-+]?0[0-9]")
_PARTED_NUMBER = re.compile(r"[0-9]_|_[0-9]")
_EXACT_NUMBERS = 10**15


def fast(text: str) -> dict[str, Any] | None:
    """The content of a text, or None where the exact reader has to look."""
    content = quick(text)
    return content if content is not None and is_as_written(content, text) else None


def quick(text: str) -> dict[str, Any] | None:
    """As `fast`, for those who go on to ask `is_as_written` or, of a valid record, `has_numbers_as_written`."""
    if yaml_rs is None or _unusual(text):
        return None
    try:
        content = yaml_rs.loads(text, parse_datetime=False)
    # YAMLDecodeError is a ValueError; a key that no dict can have is a TypeError.
    except (ValueError, TypeError, RecursionError):
        return None
    return content if isinstance(content, dict) else None


def own(text: str) -> dict[str, Any] | None:
    """The content of a file of the package, which the tests compare with the exact reader's; None without yaml-rs."""
    content = yaml_rs.loads(text, parse_datetime=False) if yaml_rs is not None else None
    return content if isinstance(content, dict) else None


def _unusual(text: str) -> bool:
    return not text.endswith("\n") or text.startswith(_RARE_START) or _is_unusual(text)


def has_numbers_as_written(content: dict[str, Any], text: str) -> bool:
    """What `is_as_written` tells of the content of a valid record, in a tenth of the time.

    All of a record's keys are text, and numbers stand nowhere but beside them: nothing else is valid.
    """
    return all(
        (kind := type(value)) is str or kind is list or kind is dict or _is_number_as_written(value, text)
        for value in content.values()
    )


def is_as_written(content: dict[Any, Any], text: str) -> bool:
    """Whether all keys are text, and all numbers are those that were written."""
    rest: list[Any] = [content]
    for value in rest:  # grows while it is walked: what a value holds comes after it
        kind = type(value)
        if kind is str:
            continue
        if kind is dict:
            for key in value:
                if type(key) is not str:
                    return False
            rest.extend(value.values())
        elif kind is list:
            rest.extend(value)
        elif not _is_number_as_written(value, text):
            return False
    return True


def _is_number_as_written(value: object, text: str) -> bool:
    """Whether a single value is no number, or the one that was written."""
    if type(value) is not int:
        return type(value) is not float
    number = abs(value)
    # A leading zero and the low lines of 1_000 are gone from the number, but not from the text.
    return (
        number < _EXACT_NUMBERS
        and str(number) in text
        and (f"0{number}" not in text or _LEADING_ZERO.search(text) is None)
        and _PARTED_NUMBER.search(text) is None
    )
