from pathlib import Path
from typing import Annotated, Any

import typer

from insiktskarta.cli import CLEAN, console
from insiktskarta.cli import options as o
from insiktskarta.cli.app import Run
from insiktskarta.figures.drawing import Drawing
from insiktskarta.model.errors import InsiktError
from insiktskarta.model.language import N_, Language


def command(
    context: typer.Context,
    name: Annotated[
        str | None,
        typer.Argument(metavar=N_("[FIGURE]"), help=N_("Which figure; without it they are listed.")),
    ] = None,
    text: o.Text = None,
    output: o.Output = None,
    by: Annotated[
        str | None,
        typer.Option(
            "--by", metavar=N_("FACET"), help=N_("What to divide by, such as tema, metod or organisation.")
        ),
    ] = None,
    organisation: o.Organisations = None,
    typ: o.Types = None,
    perspektiv: o.Perspectives = None,
    grupp: o.Groups = None,
    livssituation: o.Situations = None,
    kön: o.Genders = None,
    röst: o.Voices = None,
    förflyttning: o.Shifts = None,
    tema: o.Themes = None,
    tvärperspektiv: o.CrossCutting = None,
    metod: o.Methods = None,
    status: o.Statuses = None,
    title: Annotated[
        str | None, typer.Option("--title", metavar=N_("TEXT"), help=N_("The picture's title."))
    ] = None,
    dpi: Annotated[int, typer.Option("--dpi", min=30, max=1200, help=N_("Pixels an inch of a PNG."))] = 160,
    width: Annotated[
        float | None,
        typer.Option(
            "--width",
            metavar="MM",
            min=50,
            max=2000,
            help=N_("Width on paper in millimetres, such as 420 for a poster."),
        ),
    ] = None,
    table: Annotated[
        Path | None,
        typer.Option("--table", metavar=N_("FILE"), help=N_("Also write the table, as .csv or .json.")),
    ] = None,
    workspace: o.Workspace = None,
    lang: o.Language = None,
) -> int:
    """Draw a figure and say what it shows, or list the figures."""
    from insiktskarta.figures.gallery import drawing

    run: Run = context.obj
    if name is None:
        console.write(_listed(run.language))
        return CLEAN
    figure = drawing(name)
    from insiktskarta.cli.pictures import FORMATS, TABLE_FORMATS

    path = output or Path(f"{figure.name.replace('_', '-')}.png")
    _check(path, FORMATS)
    if table is not None:
        _check(table, TABLE_FORMATS)
    return _drawn(context, figure, path, table)


def _drawn(context: typer.Context, figure: Drawing[Any], path: Path, table: Path | None) -> int:
    from insiktskarta.cli.pictures import as_csv, as_json, provenance, rendered
    from insiktskarta.files.write import replace, replace_bytes
    from insiktskarta.model.masking import masked
    from insiktskarta.tables.request import Request

    run: Run = context.obj
    chosen = context.params
    corpus = o.corpus_of(context)
    asked = o.asked(corpus, chosen, types=figure.types)
    o.hide_unreviewed(run, corpus, asked)
    source = provenance(run, corpus, asked)
    title, by = masked(chosen["title"] or ""), chosen["by"] or ""
    data = figure.table(Request(corpus, asked, source, run.language, title, by))
    pages = figure.pages(data)
    for number, page in enumerate(pages, 1):
        scene = figure.draw(page, run.language)
        one = path if len(pages) == 1 else path.with_stem(f"{path.stem}-{number}")
        replace_bytes(one, rendered(scene, path.suffix.lower(), chosen["dpi"], chosen["width"]))
        console.write(f"{one}\n")
        console.say(scene.alt)
    if table is not None:
        sheet = figure.sheet(data)
        replace(table, as_json(sheet) if table.suffix.lower() == ".json" else as_csv(sheet))
        console.write(f"{table}\n")
    o.warn_of_unread(run, corpus)
    return CLEAN


def _listed(language: Language) -> str:
    from insiktskarta.figures.gallery import GALLERY, shown_name

    long = max(len(each.name) for each in GALLERY)
    return "".join(f"{shown_name(each):{long}}  {language.text(each.caption)}\n" for each in GALLERY)


def _check(path: Path, formats: tuple[str, ...]) -> None:
    if path.suffix.lower() not in formats:
        raise InsiktError(
            N_("The file must end in one of: {formats}; {file} does not."),
            file=path,
            formats=", ".join(formats),
        )
