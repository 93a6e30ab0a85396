"""A name after a word that says who somebody is: “hennes son …”, “hon heter …”, “handläggare …”."""

import re

from insiktskarta.model.personal.name_kinds import (
    is_first,
    is_function_word,
    is_last,
    is_ordinary_last,
    is_unnamed,
)
from insiktskarta.model.personal.word_set import word_set

_KIN = word_set(
    "son dotter mamma pappa mor far bror syster make maka fru man sambo särbo pojkvän flickvän barnbarn mormor farmor"
    " morfar farfar moster faster kusin brorson systerson styvson styvdotter tvillingbror tvillingsyster vän väninna"
    " kompis granne fostermamma fosterpappa fosterbror fostersyster styvmamma styvpappa familjehemsmamma familjehemspappa"
    " bonusmamma bonuspappa lillebror storebror lillasyster storasyster svärmor svärfar svärson svärdotter exman exfru"
)
_SURE_KIN = word_set(
    "sonen dottern brodern systern fadern sambon särbon maken makan frun hustrun lillebrodern lillasystern storebrodern"
    " storasystern tvillingbrodern tvillingsystern"
)
_SAID = word_set(
    "mamman pappan modern mannen kvinnan pojken flickan killen tjejen barnet"
    " grannen kompisen eleven klienten brukaren patienten mormodern ungdomen fostermamman fosterpappan styvmamman styvpappan familjehemsmamman familjehemspappan"
    " bonusmamman bonuspappan"
)
_ROLES = word_set(
    "handläggare socialsekreterare kurator läkare rektor lärare enhetschef kontaktperson biståndshandläggare"
    " sjuksköterska behandlare samordnare familjepedagog skolsocionom psykolog kontaktfamilj klient brukare elev patient"
    " vårdnadshavare god-man fosterbarn"
)
_ROLE_FORMS = frozenset(role + ending for role in _ROLES for ending in ("", "n", "en", "s", "ns", "ens"))
_PARENTS = word_set(
    "mamma mamman mor modern pappa pappan far fadern förälder föräldrar syster bror vän granne"
)
_CALLED = frozenset({"heter", "hette", "kallas", "kallad"})
_TITLES = word_set("herr fröken doktor professor dr hr mvh hälsningar")
_FAMILY, _NO_FAMILY = "familjen", word_set("Helsingborg")  # the municipalities around it are called that
_OWNERS = word_set("min mitt din hans hennes deras vår sin sitt dennes")
_SOMEBODY = _SAID | _SURE_KIN | {"hon", "han", "hen", "jag", "du"}
_SHORTEST, _REACH = 3, 40
_QUOTES = "\"'()[]"


# What a person does, and no unit or service that stands after a role.
_DID = re.compile(
    r"(?: |\n +)(?:ringde|sa|sade|säger|svarade|kom|hjälpte|tyckte|lyssnade|slutade|frågade|skrev|berättade|menade|lovade|glömde)\b"
)
_AGE = re.compile(r"(?:, | \()[1-9][0-9](?: år)?[,)](?! \d)")


def has_age(text: str, end: int) -> bool:
    """Whether an age as of a person in a newspaper follows: “Kerstin, 47, …”, “Ahmed (14)”."""
    return _AGE.match(text, end) is not None


def is_said_to_be_somebody(text: str, start: int, word: str) -> bool:
    """Whether the words before a capitalised word make it somebody's name.

    Args:
        text: normalised.
        start: where the word begins.
        word: with its capital.
    """
    ahead = text[max(0, start - _REACH) : start].replace("/", " ").split()
    last = ahead[-1].rstrip(":").strip(_QUOTES).lower() if ahead else ""
    before = [one.strip(_QUOTES).lower() for one in ahead[-3:-1]]
    if _is_sure(last, before):
        return (is_first(word) or len(word) >= _SHORTEST) and not is_unnamed(word)
    if last == _FAMILY:
        return word not in _NO_FAMILY and not is_function_word(word)
    if last in _ROLES and len(word) >= _SHORTEST and _DID.match(text, start + len(word)):
        return not is_unnamed(word)
    if (
        last in _KIN
        or last in _TITLES
        or last in _SAID
        or last in _ROLE_FORMS
        or last in _CALLED
        or (last == "till" and bool(before) and before[-1] in _PARENTS)
        or (last == "namn" and ("vid" in before or ahead[-1].endswith(":")))
    ):
        return is_first(word) or (is_last(word) and not is_ordinary_last(word))
    return False


def _is_sure(last: str, before: list[str]) -> bool:
    # Nothing but a name stands there with a capital, whether we know it or not.
    if last in _SURE_KIN:
        return True
    if last in _KIN or last in _ROLE_FORMS:
        return not _OWNERS.isdisjoint(before)
    return last in _CALLED and bool(before) and before[-1] in _SOMEBODY
