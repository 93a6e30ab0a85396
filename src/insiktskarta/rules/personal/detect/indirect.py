"""Details that together point out one person, though none of them does alone.

The kinds: an exact age, a small place or a named unit, a rare role, a diagnosis or a family constellation, and an
exact date. They count when a text has two kinds, at least one of them about one person. A place and a date alone
are where and when a workshop was.
"""

import re
from collections.abc import Iterator

from insiktskarta.model.masking import BULLET
from insiktskarta.rules.personal.detect.indirect_words import (
    AGE,
    DATE,
    DIAGNOSIS,
    FAMILY,
    LARGE_PLACES,
    ONE_PERSON,
    PLACE,
    ROLE,
    UNIT,
)
from insiktskarta.rules.personal.detect.match import Match

INDIRECT = "PD501"

# What every text is asked before anything else; a text with none of them has nothing about one person.
_SIGNS = (
    b"\xc3\xa5ri", b"r gam", b"fyllde ", b" enda ", b" ende ", b"diagn", b"adhd", b"autis", b"demens", b"cancer",
    b"schizo", b"bipol", b"epilep", b"syndrom", b"tvilling", b"trilling", b"adopter", b"barnsmamma", b" till ",
)  # fmt: skip
_SENTENCE_END = re.compile(r"[.!?](?=\s)|\n(?=\S)|\n\s*-\s")
# Lines that say when something was gathered or when it is thrown away, and where it comes from.
_FACTS = re.compile(
    r"^[ \t]*(?:#.*|(?:insamlad|datum|gallras|giltig-till|finns|ställe|dokument|avsnitt|länk|av|status|antal)[ \t]*:.*)$",
    re.MULTILINE,
)


def indirect(text: str, low: bytes) -> Iterator[Match]:
    """At most one match: where the first detail about one person stands.

    Args:
        text: normalised.
        low: the same as UTF-8, its ASCII letters small.
    """
    if not any(sign in low for sign in _SIGNS):
        return
    told = _FACTS.sub(lambda line: " " * len(line.group()), text)
    about_one = [
        found for kind in (_age(told), ROLE.search(told), _life(told)) if (found := kind) is not None
    ]
    if not about_one:
        return
    around = [found for found in (_place(told), DATE.search(told)) if found is not None]
    details = about_one + around
    if len(details) > 1:
        first = min(about_one, key=lambda found: found.start())
        shown = ", ".join(_hinted(found) for found in sorted(details, key=lambda found: found.start()))
        yield Match(first.start(), first.end(), INDIRECT, shown)


def _age(text: str) -> re.Match[str] | None:
    return AGE.search(text) if "år" in text or "fyll" in text else None


def _life(text: str) -> re.Match[str] | None:
    return FAMILY.search(text) or _diagnosis(text)


def _diagnosis(text: str) -> re.Match[str] | None:
    # "Barn med adhd" are many; "hon har adhd" is one.
    for found in DIAGNOSIS.finditer(text):
        ends = [end.end() for end in _SENTENCE_END.finditer(text, 0, found.start())]
        following = _SENTENCE_END.search(text, found.end())
        sentence = text[ends[-1] if ends else 0 : following.start() if following else len(text)]
        if ONE_PERSON.search(sentence):
            return found
    return None


def _place(text: str) -> re.Match[str] | None:
    unit: re.Match[str] | None = UNIT.search(text)
    return unit or next((found for found in PLACE.finditer(text) if found[1] not in LARGE_PLACES), None)


def _hinted(found: re.Match[str]) -> str:
    # Two letters of each are enough to find the place, and too few to repeat it.
    return found.group().strip()[:2] + BULLET * 3
