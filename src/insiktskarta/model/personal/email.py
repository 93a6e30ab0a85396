"""E-mail addresses, also those that are written to be hidden from machines."""

import re
from collections.abc import Iterator

from insiktskarta.model.personal.match import Match, mask
from insiktskarta.model.personal.vocabulary import Words, spelt

EMAIL = "PD203"

_AT = r"(?: ?@(?: ?|\n +)| ?[(\[{]a[)\]}] ?| ?[(\[{<] ?(?:at|snabel-?a|@) ?[)\]}>] ?| snabel-?a | at (?=[\w-]+ dot ))"
_DOT = r"(?:\.|(?-i: \. (?=[a-z]))| dot | ?[(\[{] ?(?:dot|punkt|\.) ?[)\]}] ?| punkt )"
_ADDRESS = re.compile(
    rf"(?<![\w@.])(?P<local>[\w.+'-]*[\w+])(?P<at>{_AT})(?P<domain>[\w-]+(?:{_DOT}[\w-]+)*?{_DOT}(?P<top>[^\W\d_]{{2,}}))"
    r"(?![\w@])",
    re.IGNORECASE,
)
_PICTURE = re.compile(r"\dx\.(?:png|jpe?g|gif|webp)", re.IGNORECASE)
# The bracket comes first: texts have few of them, and to start from every letter takes 45 µs a text.
_BRACKETED = re.compile(r"[(\[{](?:(?<=\w.)|(?<=\w .))[aA][)\]}] ?\w")
# With spaces around it, "(a)" is a point of a list as well, unless what stands beside it is nothing but an address.
_SPACED = re.compile(r" ?[(\[{]a[)\]}] ?", re.IGNORECASE)
_LOCAL = re.compile(r"\w[.+_\d-]\w|\d$")
_HOSTS = re.compile(
    r"(?:gmail|googlemail|hotmail|outlook|live|msn|icloud|me|yahoo|telia|bredband|comhem|spray|tele2|proton|protonmail|aol)\.\w",
    re.IGNORECASE,
)
EMAIL_SIGNS = spelt(("at", "snabel", "snabela"))


def addresses(text: str, words: Words) -> Iterator[Match]:
    """E-mail addresses in a text.

    Args:
        text: normalised.
        words: those of the text that are worth a search.
    """
    if "@" not in text and EMAIL_SIGNS.isdisjoint(words) and _BRACKETED.search(text) is None:
        return
    for found in _ADDRESS.finditer(text):
        # git@github.com:… is how programs log in; nobody reads mail there.
        # And icon@2x.png is a picture's name.
        if found["local"].lower() != "git" and not _PICTURE.fullmatch(found["domain"]) and _is_meant(found):
            yield Match(*found.span(), EMAIL, mask(found.group(), 1), _key(found))


def _is_meant(found: re.Match[str]) -> bool:
    spaced = " " in found["at"] and _SPACED.fullmatch(found["at"]) is not None
    return not spaced or bool(_LOCAL.search(found["local"]) or _HOSTS.match(found["domain"]))


def _key(found: re.Match[str]) -> str:
    domain = re.sub(_DOT, ".", found["domain"], flags=re.IGNORECASE)
    return f"{found['local']}@{domain}".casefold()
