"""Accounts in social media, which lead straight to a person: `instagram.com/…`, “snap: …”, “Instagram @…”."""

import re
from collections.abc import Iterator

from insiktskarta.model.personal.match import Match, mask
from insiktskarta.model.personal.networks import names_network
from insiktskarta.model.personal.word_set import word_set

SOCIAL_ACCOUNT = "PD204"

_NETWORK = r"snap(?:chat)?|insta(?:gram)?|skype|discord|kik|tik ?tok|telegram|messenger|whatsapp|facebook|fb|twitter|linkedin"
_NAME = r"(?P<name>\w[\w.-]{1,38}\w)"
_HOSTED = re.compile(
    r"(?<![\w.-])(?:www\.|m\.)?(?:facebook|fb|instagram|tiktok|snapchat|linkedin|twitter|x|discord|t)\.(?:com|me|gg)/"
    rf"(?:(?:in|add|u|user)/)?@?{_NAME}",
    re.IGNORECASE,
)
# After the network's name, with at most two words between, such as “heter” or “kontot”.
_CALLED = re.compile(
    rf"\b(?:{_NETWORK})(?:[ :-]{{1,3}}|\n +)(?:(?:som|namn|namnet|konto|kontot|kallad|heter|är)[ :]{{1,2}}){{0,2}}(?P<sign>@|live:)?{_NAME}(?![\w/])",
    re.IGNORECASE,
)
_LETTERS, _PART = 3, 4
_PAGES = word_set(
    "groups pages events watch hashtag explore share sharer stories reel reels p video videos search login help about"
    " company school jobs intent home policies legal privacy"
)


def social_accounts(text: str) -> Iterator[Match]:
    """Accounts in a normalised text; pages that are nobody's, such as a group's, are left alone."""
    if not names_network(text):  # the patterns take a quarter of a millisecond
        return
    for found in _HOSTED.finditer(text):
        if found["name"].lower() not in _PAGES:
            yield _match(found)
    for found in _CALLED.finditer(text):
        if found["sign"] or _is_made_up(found["name"]):
            yield _match(found)


def _is_made_up(name: str) -> bool:
    """Whether a word is nothing but what somebody calls himself: no ordinary word, age, week, year or “t.ex.”."""
    if not name[0].isalpha() or sum(map(str.isalpha, name)) < _LETTERS:
        return False
    parts = name.split(".")
    return "_" in name or (
        any(len(part) >= _PART for part in parts) and (len(parts) > 1 or any(map(str.isdigit, name)))
    )


def _match(found: re.Match[str]) -> Match:
    name = found["name"]
    return Match(*found.span("name"), SOCIAL_ACCOUNT, mask(name, 1), f"@{name.casefold()}")
