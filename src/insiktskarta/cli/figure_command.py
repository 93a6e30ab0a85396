from pathlib import Path
from typing import Annotated, Any

import typer

from insiktskarta.cli import CLEAN, completing, console
from insiktskarta.cli import options as o
from insiktskarta.cli.app import Run
from insiktskarta.cli.corpora import corpus_of, warn_of_unread
from insiktskarta.cli.filters import Filters, asked_of, filtered
from insiktskarta.figures.drawing import Drawing
from insiktskarta.model.errors import InsiktError
from insiktskarta.model.language import N_, Language


@filtered
def command(
    context: typer.Context,
    *,
    name: Annotated[
        str | None,
        typer.Argument(
            autocompletion=completing.figures,
            metavar=N_("[FIGURE]"),
            help=N_("Which figure; without it they are listed."),
        ),
    ] = None,
    output: o.Output = None,
    by: Annotated[
        str | None,
        typer.Option(
            "--by",
            autocompletion=completing.facets,
            metavar=N_("FACET"),
            help=N_("What to divide by, such as tema, metod or organisation."),
        ),
    ] = None,
    filters: Filters,
    title: o.Title = None,
    theme: o.Theme = o.ThemeName.print,
    dpi: o.Dpi = 160,
    width: o.Width = None,
    open_: o.Open = False,
    table: Annotated[
        Path | None,
        typer.Option("--table", metavar=N_("FILE"), help=N_("Also write the table, as .csv or .json.")),
    ] = None,
    since: Annotated[
        str | None,
        typer.Option(
            "--since",
            metavar=N_("REV|DATE"),
            help=N_("The earlier state that before-after compares with: a revision or a day in git."),
        ),
    ] = None,
    check: Annotated[
        bool,
        typer.Option(
            "--check",
            help=N_("Write nothing; say which of these pictures and folders no longer match the records."),
        ),
    ] = False,
    at: o.At = None,
    workspace: o.Workspace = None,
    lang: o.Language = None,
) -> int:
    """Draw a figure and say what it shows, or list the figures."""
    from insiktskarta.figures.gallery import drawing

    run: Run = context.obj
    if check:
        from insiktskarta.cli.check_pictures import check_pictures

        return check_pictures(context, [Path(each) for each in (name, *(filters["text"] or ())) if each])
    if name is None:
        console.write(_listed(run.language))
        return CLEAN
    figure = drawing(name)
    if since and not figure.compares:
        raise InsiktError(
            N_(
                "Only before-after compares with an earlier time. Leave out --since, or show that time with --at."
            )
        )
    from insiktskarta.cli.pictures import FORMATS, TABLE_FORMATS

    path = output or Path(f"{figure.name.replace('_', '-')}.png")
    _check(path, FORMATS)
    if table is not None:
        _check(table, TABLE_FORMATS)
    return _drawn(context, filters, figure, path, table)


def _drawn(
    context: typer.Context, filters: Filters, figure: Drawing[Any], path: Path, table: Path | None
) -> int:
    from insiktskarta.cli.pictures import as_csv, as_json, look_of, rendered, requested, stamped
    from insiktskarta.figures import nothing
    from insiktskarta.files.write import replace, replace_bytes

    run: Run = context.obj
    chosen = context.params
    corpus = corpus_of(context)
    asked = asked_of(corpus, filters, types=figure.types)
    request = requested(context, corpus, asked, title=chosen["title"] or "", by=chosen["by"] or "")
    data = figure.table(request)
    pages = nothing.pages(figure, request, data)
    for number, page in enumerate(pages, 1):
        place = number if len(pages) > 1 else 0
        scene = stamped(
            nothing.picture(figure, request, page), figure, request, page, place, look_of(context)
        )
        one = path if len(pages) == 1 else path.with_stem(f"{path.stem}-{number}")
        replace_bytes(
            one, rendered(scene, path.suffix.lower(), chosen["dpi"], chosen["width"], chosen["theme"])
        )
        console.write(f"{one}\n")
        console.say(scene.alt)
    if table is not None:
        sheet = figure.sheet(data)
        replace(table, as_json(sheet) if table.suffix.lower() == ".json" else as_csv(sheet))
        console.write(f"{table}\n")
    warn_of_unread(run, corpus)
    if chosen["open_"]:
        from insiktskarta.cli.viewer import show

        corpus.close()  # nobody waits for the index while the picture is looked at
        show(path if len(pages) == 1 else path.with_stem(f"{path.stem}-1"), run)
    return CLEAN


def _listed(language: Language) -> str:
    from insiktskarta.figures.gallery import GALLERY, shown_name
    from insiktskarta.show.hanging import hanging

    long = max(len(each.name) for each in GALLERY)
    width = console.width()
    return "".join(
        hanging(f"{shown_name(each):{long}}  ", language.text(each.caption), width) for each in GALLERY
    )


def _check(path: Path, formats: tuple[str, ...]) -> None:
    if path.suffix.lower() not in formats:
        raise InsiktError(
            N_("The file must end in one of: {formats}; {file} does not."),
            file=path,
            formats=", ".join(formats),
        )
