"""Tables of counts for eyes and for programs."""

import json

from insiktskarta.model.language import Language
from insiktskarta.model.masking import masked
from insiktskarta.model.table import Table
from insiktskarta.show import spreadsheet
from insiktskarta.show.csv_heads import headed

_INDENT = "\N{NO-BREAK SPACE}" * 2  # other spaces are what a table may take away


def cells(table: Table, language: Language) -> tuple[list[str], list[list[str]], list[str]]:
    """Headings, rows and the row of totals as text; the last column holds each row's distinct records."""
    head = [table.dimensions[0], *(column.label for column in table.columns), language.text("total")]
    rows = [
        [
            _INDENT * row.depth + row.label,
            *(language.number(table.cells.get((row.key, column.key), 0)) for column in table.columns),
            language.number(table.row_totals.get(row.key, 0)),
        ]
        for row in table.rows
    ]
    foot = [
        language.text("total"),
        *(language.number(table.column_totals.get(column.key, 0)) for column in table.columns),
        language.number(table.total),
    ]
    return head, rows, foot


def as_csv(table: Table) -> str:
    """One row a row and one column a column, with keys and plain numbers; the totals are called `totalt`."""
    head = ["key", "label", *(masked(column.key) or "-" for column in table.columns), "total"]
    rows: list[list[str | int]] = []
    for row in table.rows:
        counts = [table.cells.get((row.key, column.key), 0) for column in table.columns]
        rows.append([masked(row.key) or "-", row.label, *counts, table.row_totals.get(row.key, 0)])
    totals = [table.column_totals.get(column.key, 0) for column in table.columns]
    return spreadsheet.as_csv(headed(head, [*rows, ["total", "", *totals, table.total]]))


def as_json(table: Table) -> str:
    """Rows with their cells by column key, the totals, and whether records count in several cells."""
    rows = [
        {
            "key": masked(row.key),
            "label": row.label,
            **(
                {
                    "cells": {
                        masked(column.key): table.cells.get((row.key, column.key), 0)
                        for column in table.columns
                    }
                }
                if table.columns
                else {}
            ),
            "total": table.row_totals.get(row.key, 0),
        }
        for row in table.rows
    ]
    about = {
        "dimensions": [
            {"key": name, "label": label} for name, label in zip(table.names, table.dimensions, strict=True)
        ],
        "rows": rows,
        "columns": [
            {
                "key": masked(column.key),
                "label": column.label,
                "total": table.column_totals.get(column.key, 0),
            }
            for column in table.columns
        ],
        "total": table.total,
        "overlaps": table.overlaps,
    }
    return json.dumps(about, ensure_ascii=False, indent=2) + "\n"
