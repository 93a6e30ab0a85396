from enum import StrEnum
from typing import Annotated

import typer

from insiktskarta.cli import CLEAN, completing, console
from insiktskarta.cli import options as o
from insiktskarta.cli.app import Run
from insiktskarta.cli.corpora import corpus_of, warn_of_unread
from insiktskarta.cli.filters import Filters, asked_of, filtered
from insiktskarta.model.errors import InsiktError
from insiktskarta.model.language import N_
from insiktskarta.model.table import Table
from insiktskarta.query.question import Question
from insiktskarta.show import counts
from insiktskarta.tables.cross import cross

_MOST = 2


class TableFormat(StrEnum):
    """How counts are written out."""

    table = "table"
    json = "json"
    csv = "csv"


@filtered
def command(
    context: typer.Context,
    *,
    by: Annotated[
        list[str] | None,
        typer.Option(
            "--by",
            autocompletion=completing.dimensions,
            metavar=N_("DIMENSION"),
            help=N_(
                "What to count by, at most twice: organisation, län, typ, område, år or a facet such as grupp."
            ),
        ),
    ] = None,
    filters: Filters,
    output_format: Annotated[
        TableFormat, typer.Option("--output-format", case_sensitive=False, help=N_("How counts are written."))
    ] = TableFormat.table,
    at: o.At = None,
    workspace: o.Workspace = None,
    lang: o.Language = None,
) -> int:
    """Print a table of counts."""
    run: Run = context.obj
    written = by or ["organisation", "typ"]
    names = tuple(filter(None, map(str.strip, ",".join(written).split(",")))) or (written[0],)
    if len(names) > _MOST:
        raise InsiktError(N_("A table has at most two dimensions. Remove one --by."))
    corpus = corpus_of(context)
    asked = asked_of(corpus, filters)
    table = cross(corpus, asked, names, run.language)
    match output_format:
        case TableFormat.csv:
            console.write(counts.as_csv(table))
        case TableFormat.json:
            console.write(counts.as_json(table))
        case TableFormat.table:
            console.write(_grid(run, table))
    if not table.total and asked != Question():
        console.say(run.language.text("No record fits."))
    warn_of_unread(run, corpus)
    return CLEAN


def _grid(run: Run, table: Table) -> str:
    from insiktskarta.show.grid import grid

    head, rows, foot = counts.cells(table, run.language)
    text = grid(
        head, rows, numbers=len(head) - 1, foot=foot, width=console.width(), ascii_only=console.ascii_only()
    )
    notes = []
    if table.nested:
        notes.append(run.language.text("A broad value counts the narrower ones under it too."))
    if table.overlaps:
        notes.append(
            run.language.text("A record with several values counts in several cells, but once in each total.")
        )
    return text + "\n" * bool(notes) + "".join(map(console.wrapped, notes))
