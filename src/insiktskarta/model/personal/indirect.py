"""Details that together point out one person, though none of them does alone.

The kinds: an exact age, a small place or a named unit, a rare role, a diagnosis or a family constellation, and an
exact date. They count when a text has two kinds, at least one of them about one person. A place and a date alone
are where and when a workshop was.
"""

import re
from collections.abc import Iterator
from itertools import chain

from insiktskarta.model.masking import BULLET
from insiktskarta.model.personal import indirect_signs as signs
from insiktskarta.model.personal import indirect_words as terms
from insiktskarta.model.personal.match import Match
from insiktskarta.model.personal.name_kinds import is_first
from insiktskarta.model.personal.vocabulary import Words

INDIRECT = "PD501"

_REACH, _SENTENCE = 40, 400
_NO_PROJECT = 12  # years

_SENTENCE_END = re.compile(r"[.!?](?=\s)|\n(?=\S)|\n\s*-\s")
# Lines that say when something was gathered or when it is thrown away, and where it comes from.
_FACTS = re.compile(
    r"^[ \t]*(?:#.*|(?:insamlad|datum|gallras|giltig-till|finns|ställe|dokument|avsnitt|länk|av|status|antal)[ \t]*:.*)$",
    re.MULTILINE,
)


def indirect(text: str, words: Words) -> Iterator[Match]:
    """At most one match: where the first detail about one person stands.

    Args:
        text: normalised.
        words: those of the text that are worth a search.
    """
    kinds = [kind for kind, asked in _KINDS if not asked.isdisjoint(words) and kind(text)]
    if not kinds:
        return
    told = _FACTS.sub(lambda line: " " * len(line.group()), text)
    about_one = [found for kind in kinds if (found := kind(told)) is not None]
    if not about_one:
        return
    details = about_one + [found for found in (_place(told), terms.DATE.search(told)) if found is not None]
    if len(details) > 1:
        first = min(about_one, key=lambda found: found.start())
        shown = ", ".join(_hinted(found) for found in sorted(details, key=lambda found: found.start()))
        yield Match(first.start(), first.end(), INDIRECT, shown)


def _age(text: str) -> re.Match[str] | None:
    for near in terms.YEARS.finditer(text):
        found = terms.AGE.search(text, max(0, near.start() - _REACH), near.end() + _REACH)
        if found is not None:
            return found
    return None


def _age_beside(text: str) -> re.Match[str] | None:
    """“Johan, 52 år, …”: an age between commas, of somebody who is named, or spoken of in the sentence."""
    for found in terms.BESIDE_COMMA.finditer(text):
        ahead = _SENTENCE_END.split(text[max(0, found.start() - _SENTENCE) : found.start()])[-1]
        if terms.ONE_PERSON.search(ahead) or terms.TWINS.search(ahead) or _ends_with_name(ahead, found):
            return found
    return None


def _ends_with_name(ahead: str, found: re.Match[str]) -> bool:
    last = terms.CAPITALISED_END.search(ahead)
    if last is None:
        return False
    # Agreements and projects are a few years old, and are named after places as people are.
    return is_first(last.group()) or int(found["years"]) >= _NO_PROJECT


def _age_alone(text: str) -> re.Match[str] | None:
    found: re.Match[str] | None = terms.AGE_ALONE.search(text)
    return found


def _age_of_role(text: str) -> re.Match[str] | None:
    role = _role(text)
    return terms.BESIDE.match(text, role.end()) if role is not None else None


def _role(text: str) -> re.Match[str] | None:
    known = terms.ONLY_THERE.search(text) or terms.RARE_ROLE.search(text)
    if known is not None:
        return known
    for found in terms.ONLY.finditer(text):
        if terms.THING.match(text, found.start() + len(" enda ")):
            continue
        if terms.OWNER.search(text, max(0, found.start() - 20), found.start()) or terms.HERE.match(
            text, found.end()
        ):
            return found
    return None


def _life(text: str) -> re.Match[str] | None:
    return terms.FAMILY.search(text) or _diagnosis(text)


def _diagnosis(text: str) -> re.Match[str] | None:
    # "Barn med adhd" are many; "hon har adhd" is one.
    for found in terms.DIAGNOSIS.finditer(text):
        ahead = _SENTENCE_END.split(text[max(0, found.start() - _SENTENCE) : found.start()])[-1]
        behind = _SENTENCE_END.split(text[found.start() : found.end() + _SENTENCE], maxsplit=1)[0]
        if terms.ONE_PERSON.search(ahead + behind):
            return found
    return None


def _place(text: str) -> re.Match[str] | None:
    unit: re.Match[str] | None = terms.UNIT.search(text)
    places = chain(terms.PLACE.finditer(text), terms.OWN_PLACE.finditer(text))
    return unit or next((found for found in places if found[1] not in terms.LARGE_PLACES), None)


def _hinted(found: re.Match[str]) -> str:
    # Two letters of each are enough to find the place, and too few to repeat it.
    return found.group().strip(" ,(")[:2] + BULLET * 3


_KINDS = (
    (_age, signs.AGE_SIGNS),
    (_age_beside, signs.AGE_SIGNS),
    (_age_alone, signs.ONE_SIGNS),
    (_role, signs.ROLE_SIGNS),
    (_age_of_role, signs.ROLE_SIGNS),
    (_life, signs.LIFE_SIGNS),
)
