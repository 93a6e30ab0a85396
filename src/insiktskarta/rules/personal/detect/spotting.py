"""From matches to spots: back to the text as it was written, without what the workspace allows."""

import re
from collections.abc import Iterable
from functools import lru_cache

from insiktskarta.model.personal.claims import path_claims
from insiktskarta.model.personal.match import Match
from insiktskarta.model.personal.normalise import normalised
from insiktskarta.model.personal.phone import telephone_key
from insiktskarta.model.personal.readings import found_in
from insiktskarta.rules.rule import Context, Spot


def suspicious(path: str, text: str, _: Context) -> bool:
    """Whether there is anything for a rule of the family to tell."""
    return bool(found_in(text) or path_claims(path))


def spots(code: str, messages: tuple[str, str], path: str, text: str, context: Context) -> Iterable[Spot]:
    """What a file's text and name break one rule of the family with.

    Args:
        code: of the rule.
        messages: for a place in the text, and for the file's name; `{what}` is the masked match.
        path: below the workspace.
        text: of the file, as it was written.
        context: with what the workspace allows.
    """
    in_text, in_path = found_in(text), path_claims(path)
    if not in_text and not in_path:
        return ()
    inside, named = in_text.get(code, ()), in_path.get(code, ())
    return [
        *(
            Spot(match.start, match.end, messages[0], {"what": match.masked}, match.severity)
            for match in inside
            if not _is_allowed(match, context)
        ),
        *(
            Spot(None, 0, messages[1], {"what": match.masked}, match.severity)
            for match in named
            if not _is_allowed(match, context)
        ),
    ]


def _is_allowed(match: Match, context: Context) -> bool:
    if not match.key or not context.allowed:
        return False
    keys = _keys(context.allowed)
    # An allowed "@exempelkoping.se" lets all of its addresses stand, "kontakt@" that box everywhere.
    local, at, domain = match.key.partition("@")
    return match.key in keys or (bool(at) and (at + domain in keys or local + at in keys))


@lru_cache(maxsize=8)
def _keys(allowed: frozenset[str]) -> frozenset[str]:
    written = {" ".join(normalised(text).text.split()) for text in allowed}
    numbers = {telephone_key(text) for text in written if re.fullmatch(r"[+()\d ./-]{5,}", text)}
    joined = {re.sub(r"[\s./:-]", "", text) for text in written}
    return frozenset({text.casefold() for text in written | joined} | numbers) - {""}
