from pathlib import Path
from typing import Annotated

import typer

from insiktskarta.cli import CLEAN, FINDINGS, console
from insiktskarta.cli.app import Run
from insiktskarta.cli.options import Language, Workspace, corpus_of
from insiktskarta.model.errors import InsiktError
from insiktskarta.model.finding import Finding
from insiktskarta.model.language import N_
from insiktskarta.show import findings as shown

FORMATS = ("text", "json")


def command(
    context: typer.Context,
    path: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar=N_("[PATH]..."),
            help=N_("Files or folders to report on; without any, the whole workspace."),
        ),
    ] = None,
    output_format: Annotated[
        str, typer.Option("--output-format", metavar="text|json", help=N_("How findings are written."))
    ] = "text",
    workspace: Workspace = None,
    lang: Language = None,
) -> int:
    """Print the findings; 1 when there are errors or warnings among them."""
    run: Run = context.obj
    if output_format not in FORMATS:
        raise InsiktError(
            N_("There is no format “{format}”. Choose one of: {formats}."),
            format=output_format,
            formats=", ".join(FORMATS),
        )
    found, records = _found(context, path or [])
    if output_format == "json":
        console.write(shown.as_json(found, run.language))
    else:
        console.write(shown.text(found, run.language))
        console.say(shown.summary(found, records, run.language))
    return FINDINGS if any(f.severity != "hint" for f in found) else CLEAN


def _found(context: typer.Context, paths: list[Path]) -> tuple[list[Finding], int]:
    """The findings that are asked for, and how many records were read for them."""
    if not paths:
        corpus = corpus_of(context)
        return list(corpus.findings()), corpus.value("SELECT count(*) FROM record")
    from insiktskarta.files.anywhere import below

    run: Run = context.obj
    found = below(run.folder, paths)
    return list(found.findings), len(found.records)
