"""Options that several commands share, beside those of `filters`."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from insiktskarta.cli import completing
from insiktskarta.model.language import N_

Language = Annotated[
    str | None,
    typer.Option(
        "--lang",
        "--language",
        autocompletion=completing.languages,
        metavar="sv|en",
        help=N_("Language of messages, maps and reports."),
    ),
]
Workspace = Annotated[
    str | None,
    typer.Option(
        "--workspace",
        metavar=N_("FOLDER"),
        help=N_("The folder with insights/ in it, when it is not the current one."),
    ),
]
At = Annotated[
    str | None,
    typer.Option(
        "--at",
        metavar=N_("REV|DATE"),
        help=N_("As it was in git at a revision, or on a day such as 2024-10-23."),
    ),
]
Open = Annotated[bool, typer.Option("--open", help=N_("Show the picture when it is done."))]
Title = Annotated[str | None, typer.Option("--title", metavar=N_("TEXT"), help=N_("The picture's title."))]


class ThemeName(StrEnum):
    """The colours that pictures can have."""

    print = "print"
    screen = "screen"
    dark = "dark"
    grey = "grey"


Theme = Annotated[
    ThemeName,
    typer.Option(
        "--theme", case_sensitive=False, help=N_("Colours for print, a screen, a dark page, or greys only.")
    ),
]
Color = Annotated[
    str | None,
    typer.Option(
        "--color",
        "--colour",
        autocompletion=completing.facets,
        metavar=N_("FACET"),
        help=N_(
            "What colour and shape of marks show: grupper unless you say livssituation, röst, tema, förflyttning or organisation."
        ),
    ),
]
Dpi = Annotated[
    int, typer.Option("--dpi", metavar=N_("INTEGER"), min=30, max=1200, help=N_("Pixels an inch of a PNG."))
]
Width = Annotated[
    float | None,
    typer.Option(
        "--width",
        metavar="MM",
        min=50,
        max=2000,
        help=N_("Width on paper in millimetres, such as 420 for a poster."),
    ),
]
Table = Annotated[
    Path | None,
    typer.Option("--table", metavar=N_("FILE"), help=N_("Also write the table, as .csv or .json.")),
]
Output = Annotated[
    Path | None, typer.Option("--output", "-o", metavar=N_("FILE"), help=N_("The file to write."))
]
