from typing import Annotated

import typer

from insiktskarta.cli import CLEAN, completing, console
from insiktskarta.cli import options as o
from insiktskarta.cli.app import Run
from insiktskarta.cli.corpora import corpus_of
from insiktskarta.cli.ids import current_id
from insiktskarta.model.language import N_
from insiktskarta.show import record

_WIDEST = 100


def command(
    context: typer.Context,
    record_id: Annotated[
        str,
        typer.Argument(
            autocompletion=completing.ids,
            metavar="ID",
            help=N_("The record's id, organisation/file-name, or the path of its file."),
        ),
    ],
    at: o.At = None,
    workspace: o.Workspace = None,
    lang: o.Language = None,
) -> int:
    """Print one record."""
    run: Run = context.obj
    corpus = corpus_of(context)
    current = current_id(corpus, record_id)
    data = corpus.data(current) or {}
    width = min(console.width() or 80, _WIDEST)
    console.write(record.record(corpus, current, data, run.language, width))
    return CLEAN
