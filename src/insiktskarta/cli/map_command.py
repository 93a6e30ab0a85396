from pathlib import Path
from typing import Annotated

import typer

from insiktskarta.cli import CLEAN, console
from insiktskarta.cli import options as o
from insiktskarta.cli.app import Run
from insiktskarta.cli.corpora import corpus_of, warn_of_unread
from insiktskarta.cli.filters import Filters, asked_of, filtered
from insiktskarta.cli.targets import demand_target
from insiktskarta.model.language import N_

DEFAULT = Path("insiktskarta.png")
INSIGHTS = ("insikt",)


@filtered
def command(
    context: typer.Context,
    *,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            metavar=N_("FILE"),
            help=N_("The picture to write, .png, .svg or .pdf; insiktskarta.png unless another is named."),
        ),
    ] = None,
    filters: Filters,
    title: o.Title = None,
    color: o.Color = None,
    theme: o.Theme = o.ThemeName.print,
    dpi: o.Dpi = 160,
    width: o.Width = None,
    open_: o.Open = False,
    table: o.Table = None,
    at: o.At = None,
    workspace: o.Workspace = None,
    lang: o.Language = None,
) -> int:
    """Draw the map and say what it shows."""
    from insiktskarta.cli.pictures import (
        FORMATS,
        TABLE_FORMATS,
        look_of,
        rendered,
        requested,
        sheet_text,
        stamped,
    )
    from insiktskarta.cli.viewer import show
    from insiktskarta.figures.insight_map import DRAWING
    from insiktskarta.files.write import replace, replace_bytes

    run: Run = context.obj
    path = DEFAULT if output is None else output
    demand_target(run, path, FORMATS)
    if table is not None:
        demand_target(run, table, TABLE_FORMATS)
    corpus = corpus_of(context)
    asked = asked_of(corpus, filters, types=INSIGHTS)
    request = requested(context, corpus, asked, title=title or "", by=color or "")
    data = DRAWING.table(request)
    scene = stamped(DRAWING.draw(data, run.language), DRAWING, request, data, look=look_of(context))
    replace_bytes(path, rendered(scene, path.suffix.lower(), dpi, width, theme))
    console.write(f"{path}\n")
    console.say(scene.alt)
    if table is not None:
        replace(table, sheet_text(DRAWING.sheet(data), table))
        console.write(f"{table}\n")
    warn_of_unread(run, corpus)
    if open_:
        corpus.close()  # nobody waits for the index while the picture is looked at
        show(path, run)
    return CLEAN
