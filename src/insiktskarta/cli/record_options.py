"""The options of `insikt add`: one for every field that a record can have, called what the field is called."""

from collections.abc import Callable
from typing import Annotated, Any

import typer

from insiktskarta.cli import completing
from insiktskarta.cli import facet_options as f
from insiktskarta.cli.option_group import OptionGroup
from insiktskarta.model.language import N_

_ASCII = str.maketrans("åäö", "aao")
_Offered = Callable[[str], list[str]]


def _spellings(names: tuple[str, ...]) -> list[str]:
    return list(dict.fromkeys([*names, *(name.translate(_ASCII) for name in names)]))


def _one(*names: str, metavar: str, words: str, offered: _Offered | None = None) -> Any:
    option = typer.Option(*_spellings(names), metavar=metavar, help=words, autocompletion=offered)
    return Annotated[str | None, option]


def _several(*names: str, metavar: str, words: str, offered: _Offered | None = None) -> Any:
    option = typer.Option(*_spellings(names), metavar=metavar, help=words, autocompletion=offered)
    return Annotated[list[str] | None, option]


_TYPE, _NAME, _TEXT, _TERM = N_("TYPE"), N_("NAME"), N_("TEXT"), N_("TERM")
_TIME, _NUMBER, _DATE = N_("TIME"), N_("NUMBER"), N_("DATE")

OPTIONS: dict[str, Any] = {
    "typ": _one(
        "--typ",
        metavar=_TYPE,
        words=N_("Record type; insikt unless another is named."),
        offered=completing.terms("typ"),
    ),
    "organisation": _one(
        "--organisation", metavar=_NAME, words=N_("Whose record it is."), offered=completing.all_organisations
    ),
    "rubrik": _one("--rubrik", metavar=_TEXT, words=N_("One line that says the most important.")),
    "insikt": _one("--insikt", metavar=_TEXT, words=N_("The insight.")),
    "fråga": _one("--fråga", metavar=_TEXT, words=N_("The question.")),
    "hypotes": _one("--hypotes", metavar=_TEXT, words=N_("What is thought to happen in a trial.")),
    "beskrivning": _one("--beskrivning", metavar=_TEXT, words=N_("What a study or trial is about.")),
    "lärdom": _one("--lärdom", metavar=_TEXT, words=N_("The lesson.")),
    "nytt": _one("--nytt", metavar=_TEXT, words=N_("What was new in it.")),
    "känt": _one("--känt", metavar=_TEXT, words=N_("What was known before.")),
    "utmaning": _one("--utmaning", metavar=_TEXT, words=N_("The challenge that it points at.")),
    "värdeskapande": _one("--värdeskapande", metavar=_TEXT, words=N_("What would be of value to people.")),
    "perspektiv": f.Perspectives,
    "perspektiv_säkerhet": _one(
        "--perspektiv-säkerhet",
        metavar=_TERM,
        words=N_("How sure the perspective is: uttalat, tolkat or oklart."),
        offered=completing.terms("perspektiv-säkerhet"),
    ),
    "grupp": f.Groups,
    "livssituation": f.Situations,
    "kön": f.Genders,
    "röst": _one(
        "--röst",
        metavar=_TERM,
        words=N_("Whose words: egen, företrädare, medarbetare …"),
        offered=completing.terms("röst"),
    ),
    "förflyttning": f.Shifts,
    "tema": f.Themes,
    "tvärperspektiv": f.CrossCutting,
    "metod": f.Methods,
    "antal": _one("--antal", metavar=_NUMBER, words=N_("How many people took part.")),
    "insamlad": _one(
        "--insamlad",
        metavar=_TIME,
        words=N_("When it was gathered: 2024, 2024-10 or 2024-08/2024-12."),
    ),
    "citat": _several(
        "--citat", metavar=_TEXT, words=N_("A quote with nothing in it that points out a person.")
    ),
    "bygger_på": _several("--bygger-på", metavar="ID", words=N_("What it rests on."), offered=completing.ids),
    "motsäger": _several(
        "--motsäger", metavar="ID", words=N_("What it speaks against."), offered=completing.ids
    ),
    "lika": _several("--lika", metavar="ID", words=N_("The same insight elsewhere."), offered=completing.ids),
    "status": _one(
        "--status",
        metavar=_TERM,
        words=N_("How far it has come, such as pågående."),
        offered=completing.terms("status"),
    ),
    "gäller_under": _one("--gäller-under", metavar=_TEXT, words=N_("The conditions under which it held.")),
    "underlag_finns": _one(
        "--underlag-finns", metavar=_TEXT, words=N_("Where the raw material is, such as diariet.")
    ),
    "underlag_förvaras_av": _one(
        "--underlag-förvaras-av",
        metavar=_TEXT,
        words=N_("Who keeps the raw material: a role, not a person."),
    ),
    "underlag_gallras": _one(
        "--underlag-gallras", metavar=_DATE, words=N_("When the raw material is to be discarded.")
    ),
    "källa": _one("--källa", "--källa-dokument", metavar=_TEXT, words=N_("The document that it is from.")),
    "källa_avsnitt": _one("--källa-avsnitt", metavar=_TEXT, words=N_("The section of that document.")),
    "källa_ställe": _one("--källa-ställe", metavar=_TEXT, words=N_("Page or lines, such as “s. 12”.")),
    "källa_länk": _one("--källa-länk", metavar=_TEXT, words=N_("The document's web address.")),
    "osäkert": _one("--osäkert", metavar=_TEXT, words=N_("What is uncertain about it.")),
    "återkoppling": _one(
        "--återkoppling",
        metavar=_TERM,
        words=N_("Whether those who took part were told what came of it, such as given or planerad."),
        offered=completing.terms("återkoppling-status"),
    ),
    "återkoppling_datum": _one("--återkoppling-datum", metavar=_DATE, words=N_("When they were told.")),
    "återkoppling_hur": _one("--återkoppling-hur", metavar=_TEXT, words=N_("How they were told.")),
    "granskad_av": _one(
        "--granskad-av",
        metavar=_TEXT,
        words=N_("Who has read it for personal data: a role, not a person."),
    ),
    "granskad_datum": _one("--granskad-datum", metavar=_DATE, words=N_("When it was read for that.")),
    "giltig_till": _one("--giltig-till", metavar=_DATE, words=N_("When to look at it again.")),
    "tidigare_id": _several(
        "--tidigare-id", metavar="ID", words=N_("An id that it had before, in another place.")
    ),
    "anteckning": _one("--anteckning", metavar=_TEXT, words=N_("A note of your own.")),
}

described = OptionGroup("fields", OPTIONS)
"""Gives a command the options in place of its parameter `fields`."""
