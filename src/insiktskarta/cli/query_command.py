from enum import StrEnum
from typing import Annotated

import typer

from insiktskarta.cli import CLEAN, console
from insiktskarta.cli import options as o
from insiktskarta.cli.app import Run
from insiktskarta.cli.corpora import corpus_of, warn_of_unread
from insiktskarta.cli.filters import Filters, asked_of, filtered
from insiktskarta.cli.unreviewed import hide_unreviewed
from insiktskarta.model.corpus import Corpus
from insiktskarta.model.language import N_
from insiktskarta.query.select import Hit, contents, selected
from insiktskarta.show import records


class RecordFormat(StrEnum):
    """How records are written out."""

    table = "table"
    json = "json"
    csv = "csv"
    yaml = "yaml"
    ids = "ids"


# Formats that show terms of records, and of which facets.
_FACETS = {RecordFormat.table: ("perspektiv",), RecordFormat.csv: records.COLUMNS}


@filtered
def command(
    context: typer.Context,
    *,
    filters: Filters,
    output_format: Annotated[
        RecordFormat,
        typer.Option("--output-format", case_sensitive=False, help=N_("How records are written.")),
    ] = RecordFormat.table,
    at: o.At = None,
    workspace: o.Workspace = None,
    lang: o.Language = None,
) -> int:
    """Print the records that answer the question."""
    run: Run = context.obj
    corpus = corpus_of(context)
    asked = asked_of(corpus, filters)
    if output_format not in (RecordFormat.table, RecordFormat.ids):  # what is carried away with its text
        hide_unreviewed(run, corpus, asked)
    hits = selected(corpus, asked, _FACETS.get(output_format, ()))
    console.write(_written(run, corpus, hits, output_format))
    warn_of_unread(run, corpus)
    return CLEAN


def _written(run: Run, corpus: Corpus, hits: list[Hit], output_format: RecordFormat) -> str:
    match output_format:
        case RecordFormat.ids:
            return records.ids(hits)
        case RecordFormat.csv:
            return records.as_csv(hits)
        case RecordFormat.json:
            return records.as_json(contents(corpus, hits))
        case RecordFormat.yaml:
            return records.as_yaml(contents(corpus, hits))
        case RecordFormat.table:
            return _table(run, corpus, hits)


def _table(run: Run, corpus: Corpus, hits: list[Hit]) -> str:
    from insiktskarta.show.grid import grid

    language = run.language
    if not hits:
        return language.text("No record answers the question.") + "\n"
    head = [
        language.text(each)
        for each in (N_("Organisation"), N_("Type"), N_("Heading"), N_("Perspective"), N_("Id"))
    ]
    rows = records.table_rows(corpus, hits, language)
    text = grid(head, rows, ascii_only=console.ascii_only())
    width = console.width()
    if width is not None and max(map(len, text.splitlines())) > width:
        text = records.listing(rows, width)
    count = language.plural("{n} record", "{n} records", len(hits))
    return f"{text}\n{count}\n"
