"""Plain scalars of the YAML 1.2 core schema (specification, section 10.3.2)."""

import re
from typing import Any

_NULL = frozenset({"", "~", "null", "Null", "NULL"})
_BOOL = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}
_INT = re.compile(r"[-+]?[0-9]+")
_OCTAL_OR_HEX = re.compile(r"0o[0-7]+|0x[0-9a-fA-F]+")
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")
_INFINITY = re.compile(r"[-+]?\.(inf|Inf|INF)")
_NAN = frozenset({".nan", ".NaN", ".NAN"})
_LEADING_ZERO = re.compile(r"[-+]?0[0-9]+")
_LONGEST_NUMBER = 300  # Python refuses to turn more than 4,300 digits into a number, and nobody means them


def resolved(text: str) -> Any:  # noqa: PLR0911 - one return a form
    """The value of a plain scalar: None, bool, int, float or the text itself."""
    if text in _NULL:
        return None
    if text in _BOOL:
        return _BOOL[text]
    if len(text) > _LONGEST_NUMBER:
        return text
    if _INT.fullmatch(text):
        return int(text)
    if _OCTAL_OR_HEX.fullmatch(text):
        return int(text, 0)
    if _FLOAT.fullmatch(text):
        return float(text)
    if text in _NAN or _INFINITY.fullmatch(text):
        return float(text.replace(".", "", 1))
    return text


def loses_zero(text: str) -> bool:
    """Whether a plain scalar is a number whose leading zero would be lost, as in `0180`."""
    return _LEADING_ZERO.fullmatch(text) is not None
