"""Options that name a facet or a field that is asked for; each is called what the field is called."""

from typing import Annotated

import typer

from insiktskarta.cli import completing
from insiktskarta.model.language import N_

Words = list[str] | None

Organisations = Annotated[
    Words,
    typer.Option(
        "--organisation",
        autocompletion=completing.organisations,
        metavar=N_("NAME"),
        help=N_("Municipality, region or other organisation. May be repeated."),
    ),
]
Types = Annotated[
    Words,
    typer.Option(
        "--typ",
        autocompletion=completing.terms("typ"),
        metavar=N_("TYPE"),
        help=N_("Record type, such as insikt or test."),
    ),
]
Perspectives = Annotated[
    Words,
    typer.Option(
        "--perspektiv",
        autocompletion=completing.terms("perspektiv"),
        metavar=N_("TERM"),
        help=N_("Perspective: klienter, riskgrupp or invånare."),
    ),
]
Groups = Annotated[
    Words,
    typer.Option(
        "--grupp",
        autocompletion=completing.terms("grupper"),
        metavar=N_("TERM"),
        help=N_("Life stage, such as ungdomar; includes narrower groups."),
    ),
]
Situations = Annotated[
    Words,
    typer.Option(
        "--livssituation",
        autocompletion=completing.terms("livssituation"),
        metavar=N_("TERM"),
        help=N_("Life situation."),
    ),
]
Genders = Annotated[
    Words,
    typer.Option(
        "--kön",
        "--kon",
        autocompletion=completing.terms("kön"),
        metavar=N_("TERM"),
        help=N_("Gender, where the source says it."),
    ),
]
Voices = Annotated[
    Words,
    typer.Option(
        "--röst",
        "--rost",
        autocompletion=completing.terms("röst"),
        metavar=N_("TERM"),
        help=N_("Whose words: egen, företrädare, medarbetare …"),
    ),
]
Shifts = Annotated[
    Words,
    typer.Option(
        "--förflyttning",
        "--forflyttning",
        autocompletion=completing.terms("förflyttningar"),
        metavar=N_("TERM"),
        help=N_("The shift that is asked for."),
    ),
]
Themes = Annotated[
    Words,
    typer.Option(
        "--tema",
        autocompletion=completing.terms("teman"),
        metavar=N_("TERM"),
        help=N_("One of the four themes."),
    ),
]
CrossCutting = Annotated[
    Words,
    typer.Option(
        "--tvärperspektiv",
        "--tvarperspektiv",
        autocompletion=completing.terms("tvärperspektiv"),
        metavar=N_("TERM"),
        help=N_("Cross-cutting perspective."),
    ),
]
Methods = Annotated[
    Words,
    typer.Option(
        "--metod",
        autocompletion=completing.terms("metoder"),
        metavar=N_("TERM"),
        help=N_("How the material was gathered."),
    ),
]
Statuses = Annotated[
    Words,
    typer.Option(
        "--status",
        autocompletion=completing.terms("status"),
        metavar=N_("TERM"),
        help=N_("How far it has come, such as pågående."),
    ),
]
Text = Annotated[
    list[str] | None,
    typer.Argument(
        metavar=N_("[WORD]..."),
        help=N_('Words that all occur; “ensam” finds “ensamhet”, and “"a b"” a phrase.'),
    ),
]
