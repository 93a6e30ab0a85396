"""The questions of `insikt add`: what is asked for a field, in which order, and how it is answered."""

from collections.abc import Mapping

from insiktskarta.cli.draft import Draft
from insiktskarta.cli.option_places import words
from insiktskarta.model.language import N_, Language
from insiktskarta.model.record import LINKS, TYPES, facet_fields, keys

FACETS = frozenset(facet for content in TYPES.values() for facet, _ in facet_fields(content))
"""The fields that hold terms."""
ONE = frozenset({"röst", "status", "perspektiv-säkerhet"})
"""Those of them that hold one."""

REQUIRED: Mapping[str, str] = {
    "organisation": N_("Whose record is it? Write the municipality's or organisation's name."),
    "rubrik": N_("Heading: one line that says the most important, as on a card."),
    "insikt": N_("The insight, in a few sentences: what do people live through or need, and why?"),
    "fråga": N_("The question: How can we …?"),
    "beskrivning": N_("What is done, or has been done?"),
    "lärdom": N_("The lesson, in a few sentences."),
    "röst": N_("Whose words does it rest on?"),
    "perspektiv": N_("Which perspectives does it concern? Write one or several numbers."),
    "grupper": N_("Which groups (life stages) does it come from? Several numbers are fine; Enter skips."),
    "förflyttningar": N_("Which shift does it ask for? Several numbers are fine; Enter skips."),
    "metoder": N_("How was the material gathered? Several numbers are fine."),
    "status": N_("How far has it come?"),
}
"""What is always asked for where it is missing, in this order."""

_NO_CIRCLE_EITHER = N_(
    "Which perspectives does it concern? Several numbers are fine; Enter if it is none of them, and it stands outside the circles on the map."
)

_WELCOME = {"insikt": ("perspektiv", "grupper", "förflyttningar")}
"""Asked for beside what is required, since the map shows it."""

_TITLES: Mapping[str, str] = {
    "underlag": N_("The raw material: where it is, who keeps it, and until when."),
    "källa": N_("The document that it is from, with section, page and address."),
    "återkoppling": N_("What those who took part have been told."),
    "granskad": N_("Who has read it for personal data, and when."),
}
_HOW_LINKS, _HOW_SEVERAL = N_("Write ids, with commas between."), N_("Several numbers are fine.")
_NOT_OFFERED = frozenset({"typ", "tidigare-id"})
"""What is known, and what no new record has."""


def wanted(draft: Draft) -> list[str]:
    """The keys that are asked for, in the order of the questions."""
    welcome = [key for key in _WELCOME.get(draft.type, ()) if key not in draft.fields]
    lacking = {*draft.missing(), *welcome}
    return [key for key in REQUIRED if key in lacking]


def question(draft: Draft, key: str, language: Language) -> str:
    """The question for what is always asked for."""
    either = key == "perspektiv" and draft.may_lie_in_no_circle
    return language.text(_NO_CIRCLE_EITHER if either else REQUIRED[key])


def offered(draft: Draft) -> list[str]:
    """The keys that could be filled in too, in the order in which they are written."""
    asked = {*draft.fields, *_NOT_OFFERED}
    return [key for key in keys(TYPES[draft.type]) if key not in asked]


def title(draft: Draft, key: str, language: Language, part: str = "") -> str:
    """What a field, or a part of it, holds; in a few words."""
    if not part and key in FACETS:
        return draft.vocabulary[key].label[language.code]
    return language.text(_TITLES[key] if key in _TITLES and not part else words(key, part))


def optional(draft: Draft, key: str, language: Language, part: str = "") -> str:
    """The question for a field, or a part of it, that may be left out."""
    if key in LINKS:
        hint = N_("Write ids, with commas between; Enter skips.")
    elif key in FACETS and key not in ONE:
        hint = N_("Several numbers are fine; Enter skips.")
    else:
        hint = N_("Enter skips.")
    return _ended(title(draft, key, language, part), language.text(hint))


def kept(draft: Draft, key: str, language: Language, part: str = "") -> str:
    """The question for a field, or a part of it, that is there already and can stay so."""
    how = _HOW_LINKS if key in LINKS else _HOW_SEVERAL if key in FACETS and key not in ONE else ""
    if key == "citat":
        hint = N_("What you write is added. Enter keeps what is there, and - takes it away.")
    elif not part and draft.needs(key):
        hint = N_("Enter keeps what is there.")
    else:
        hint = N_("Enter keeps what is there, and - takes it away.")
    hints = [language.text(each) for each in (how, hint) if each]
    return _ended(title(draft, key, language, part), *hints)


def _ended(said: str, *hints: str) -> str:
    return " ".join([said if said.endswith(".") else f"{said}.", *hints])
