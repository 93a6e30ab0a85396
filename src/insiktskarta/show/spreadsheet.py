"""Rows as CSV that people open in a spreadsheet, which calculates what looks like a formula.

A cell that begins with one of the signs of a formula gets an apostrophe before it, as OWASP advises on CSV injection,
and so does one with apostrophes before such a sign: who takes one away where there is one has the text again.
"""

import re
from collections.abc import Iterable, Sequence
from typing import Any

# A sign by itself, which stands for nothing, is no formula, and neither is a number.
_FORMULA = re.compile(r"'*[=+\-@\t\r\n](?s:.+)|'*[=@\t\r\n]")
_QUOTED = re.compile(r'[,"\r\n]')
_NUMBER = re.compile(r"[+-]?[0-9]+(?:[.,][0-9]+)?")


def as_csv(rows: Iterable[Sequence[Any]]) -> str:
    """Rows of texts and numbers, comma separated; what a spreadsheet would calculate is written as text."""
    return "".join(f"{','.join(_written(cell) for cell in row)}\n" for row in rows)


def neutral(cell: Any) -> Any:
    """A cell that no spreadsheet calculates; numbers, and texts that are one, stay as they are."""
    if not isinstance(cell, str) or _FORMULA.fullmatch(cell) is None or _NUMBER.fullmatch(cell):
        return cell
    return f"'{cell}"


def restored(cell: str) -> str:
    """The text that `neutral` was given."""
    return cell[1:] if cell.startswith("'") and _FORMULA.fullmatch(cell) else cell


def _written(cell: Any) -> str:
    text = "" if cell is None else str(neutral(cell))
    # The csv module leaves a lone carriage return bare, and other programs end the row there.
    return '"{}"'.format(text.replace('"', '""')) if _QUOTED.search(text) else text
