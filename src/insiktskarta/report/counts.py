"""How many records there are: per organisation and type, and insights per group and perspective."""

from dataclasses import replace

from insiktskarta.model.kinds import capital, many
from insiktskarta.model.language import N_, Language
from insiktskarta.model.table import Table
from insiktskarta.report.section import Brief, Section, escaped, table
from insiktskarta.tables.cross import cross

_INDENT = "\N{EN DASH}\N{NO-BREAK SPACE}"  # spaces at the start of a cell mean nothing to Markdown


def _write(brief: Brief) -> str:
    everything = replace(brief.question, types=())
    language = brief.language
    groups = cross(brief.corpus, brief.question, ("grupper", "perspektiv"), language)
    parts = [
        language.text("All records per organisation and type:"),
        _table(cross(brief.corpus, everything, ("organisation", "typ"), language), language),
        language.text("{many} per group and perspective:", many=capital(many(language, brief.regions.kind))),
        _table(groups, language),
        language.text(
            "What has several groups or perspectives counts in several cells, but once in each total."
        ),
    ]
    if groups.nested:
        parts.append(language.text("A broad value counts the narrower ones under it too."))
    return "\n\n".join(parts)


def _table(counts: Table, language: Language) -> str:
    total = language.text("total")
    head = [counts.dimensions[0], *(column.label for column in counts.columns), total]
    rows = [
        [
            _INDENT * row.depth + escaped(row.label),
            *(language.number(counts.cells.get((row.key, column.key), 0)) for column in counts.columns),
            language.number(counts.row_totals.get(row.key, 0)),
        ]
        for row in counts.rows
        if counts.row_totals.get(row.key, 0)
    ]
    foot = [total, *(language.number(counts.column_totals.get(column.key, 0)) for column in counts.columns)]
    return table([*map(escaped, head)], [*rows, [*foot, language.number(counts.total)]])


SECTION = Section(N_("How many"), _write)
