"""Text that means itself in Markdown."""

import re

_MARKUP = re.compile(r"[\\`*_\[\]<>|~$&#!]")
_TICKS = re.compile("`+")


def escaped(text: str) -> str:
    """The text, also in a cell of a table."""
    return _MARKUP.sub(r"\\\g<0>", text)


def block(text: str, kind: str) -> str:
    """The text as a block of code."""
    longest = max((len(ticks) for ticks in _TICKS.findall(text)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}{kind}\n{text.rstrip()}\n{fence}\n"
