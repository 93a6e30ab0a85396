from typing import Annotated

import typer

from insiktskarta.cli import CLEAN, console
from insiktskarta.cli import options as o
from insiktskarta.cli.app import Run
from insiktskarta.model.corpus import Corpus
from insiktskarta.model.errors import InsiktError
from insiktskarta.model.language import N_
from insiktskarta.model.swedish import nearest
from insiktskarta.show import record

_WIDEST = 100


def command(
    context: typer.Context,
    record_id: Annotated[
        str,
        typer.Argument(
            metavar="ID", help=N_("The record's id, organisation/file-name, or the path of its file.")
        ),
    ],
    workspace: o.Workspace = None,
    lang: o.Language = None,
) -> int:
    """Print one record."""
    run: Run = context.obj
    corpus = o.corpus_of(context)
    current = _current(corpus, record_id)
    data = corpus.data(current) or {}
    width = min(console.width() or 80, _WIDEST)
    console.write(record.record(corpus, current, data, run.language, width))
    return CLEAN


def _current(corpus: Corpus, written: str) -> str:
    wanted = written.replace("\\", "/").removeprefix("./").removeprefix("insights/").removesuffix(".yaml")
    current = corpus.current_id(wanted)
    if current is not None:
        return current
    ids = [row[0] for row in corpus.rows("SELECT id FROM record ORDER BY id")]
    ends = [each for each in ids if each.endswith(f"/{wanted}")]
    if len(ends) == 1:
        return str(ends[0])
    near = ends or nearest(wanted, ids)
    if near:
        raise InsiktError(N_("There is no record “{id}”. Do you mean “{near}”?"), id=written, near=near[0])
    raise InsiktError(N_("There is no record “{id}”. “insikt query” lists them."), id=written)
