"""The fast reader: yaml-rs, for texts in which nothing can be out of the ordinary.

yaml-rs is young; this function is the only place that knows it. What it refuses, and every text that holds
something unusual, is left to the exact reader, so that a fast answer is always the exact reader's answer too.
"""

import re
from typing import Any

try:
    import yaml_rs
except ImportError:  # no wheel for this platform: everything works, slower
    yaml_rs = None  # type: ignore[assignment]

# Anchors, aliases, tags, merge and complex keys, several documents, directives, escapes, leading zeros,
# numbers in other notations than the decimal one, deep indentation, no line end at the end,
# line ends of CR alone, block texts without text.
_UNUSUAL = re.compile(
    r"""(?:^|[\s\[{,:-])[&*!] | << | ^\s*[?:] | [^\n]\Z | \r(?!\n)
    | [|>][-+0-9]*[ ]*(?:\#[^\n]*)?\r?\n(?:[ ]*\r?\n)*(?:\S|\Z) | ^-{3} | ^\.{3} | ^% | \\ | ^\ {24} | -\ -\ -
    | (?:^|[\s\[{,:-])[-+]?(?:0[0-9xo] | [0-9.][0-9._]*[eE_:] | \.[0-9inIN]) | (?:[\[{][^\]}]*){5} | [0-9]{16}""",
    re.MULTILINE | re.VERBOSE,
)


def fast(text: str) -> dict[str, Any] | None:
    """The content of a text, or None where the exact reader has to look."""
    if yaml_rs is None or _UNUSUAL.search(text) is not None:
        return None
    try:
        content = yaml_rs.loads(text, parse_datetime=False)
    except (ValueError, RecursionError):  # YAMLDecodeError is a ValueError
        return None
    return content if isinstance(content, dict) and _keys_are_text(content) else None


def _keys_are_text(value: Any) -> bool:
    if type(value) is dict:
        return all(type(key) is str and _keys_are_text(each) for key, each in value.items())
    return type(value) is not list or all(map(_keys_are_text, value))
