"""The options that say which records a command is about: one definition for all commands that ask."""

import re
from collections.abc import Mapping
from typing import Any

from insiktskarta.cli import facet_options as f
from insiktskarta.cli.option_group import OptionGroup
from insiktskarta.model.corpus import Corpus
from insiktskarta.model.errors import InsiktError
from insiktskarta.model.language import N_
from insiktskarta.query.question import Question, question

Filters = Mapping[str, Any]
"""The values of the options, by name."""

FACET_OF = {
    "perspektiv": "perspektiv",
    "grupp": "grupper",
    "livssituation": "livssituation",
    "kön": "kön",
    "röst": "röst",
    "förflyttning": "förflyttningar",
    "tema": "teman",
    "tvärperspektiv": "tvärperspektiv",
    "metod": "metoder",
    "status": "status",
}
"""Option to facet: an option names one value, and its facet several."""


_OPTIONS = {"organisation": "organisation", "kommun": "organisation", "typ": "typ"}
_FILE = re.compile(r"[^\"]+\.(?:png|svg|pdf|md|csv|json|yaml|docx|xlsx|txt)", re.IGNORECASE)

filtered = OptionGroup(
    "filters",
    {
        "text": f.Text,
        "organisation": f.Organisations,
        "typ": f.Types,
        "perspektiv": f.Perspectives,
        "grupp": f.Groups,
        "livssituation": f.Situations,
        "kön": f.Genders,
        "röst": f.Voices,
        "förflyttning": f.Shifts,
        "tema": f.Themes,
        "tvärperspektiv": f.CrossCutting,
        "metod": f.Methods,
        "status": f.Statuses,
    },
)
"""Gives a command the options in place of its parameter `filters`."""


def _demand_word(word: str) -> None:
    """Refuse to search for what is meant as an option or as the name of a file; in quotation marks it is a word."""
    name, sign, value = word.partition("=")
    option = {facet: option for option, facet in FACET_OF.items()}.get(name, _OPTIONS.get(name, name))
    if sign and value and option in (*FACET_OF, *_OPTIONS.values()):
        raise InsiktError(
            N_("“{word}” would be searched for as a word. Write “--{option} {value}”."),
            word=word,
            option=option,
            value=value,
        )
    if _FILE.fullmatch(word):
        message = N_(
            "“{word}” looks like the name of a file, and what stands there is searched for as a word. A picture or report to write is named after -o: “-o {word}”. What is printed is put in a file by “> {word}”."
        )
        raise InsiktError(message, word=word)


def asked_of(corpus: Corpus, filters: Filters, *, types: tuple[str, ...] = ()) -> Question:
    """The question that a command's filter options ask.

    Args:
        corpus: what is asked.
        filters: the values of the command's options, by name.
        types: the record types when none is asked for.
    """
    organisations = filters.get("organisation") or ()
    registry = None
    if any(word not in corpus.organisations for word in organisations):
        from insiktskarta.files.settings import (
            common_registry,
        )  # only for names that the corpus does not have as ids

        registry = common_registry().with_local(corpus.organisations.values())
    text = " ".join(filters.get("text") or ())
    for word in filters.get("text") or ():
        _demand_word(word)
    if text:
        from insiktskarta.files.fulltext import fill

        fill(corpus)
    return question(
        corpus,
        registry,
        organisations=organisations,
        types=filters.get("typ") or types,
        terms={facet: filters.get(name) or () for name, facet in FACET_OF.items()},
        text=text,
    )
