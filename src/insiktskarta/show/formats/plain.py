"""Characters that a terminal, a log or a parser would act upon, replaced one for one: columns stay."""

import re

_SIGN = "\N{REPLACEMENT CHARACTER}"
_SURROGATE = re.compile("[\ud800-\udfff]")
# Control characters, line breaks, marks that turn the direction of writing, and what XML 1.0 has no place for.
_UNSAFE = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff\ufffe\uffff]"
)


def plain(text: str) -> str:
    """The text on one line, with nothing in it but what is seen."""
    return _UNSAFE.sub(_SIGN, text)


def encodable(text: str) -> str:
    """The text with everything that UTF-8 can hold; file names may have more."""
    return _SURROGATE.sub(_SIGN, text)
