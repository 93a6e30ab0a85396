"""The terms of records, one a row, written when somebody asks for them: a run that only checks does not pay for it."""

import json
import sqlite3

_MANY = 10_000  # rows; from there on an index is made anew sooner than it finds the place of every row
_BY_TERM = "CREATE INDEX main.term_by_term ON term (facet, term)"
_KNOWN = "terms"  # in `meta`: the number of the last record whose terms have rows of their own


def are_filled(connection: sqlite3.Connection) -> bool:
    """Whether all records' terms have rows of their own."""
    (last,) = connection.execute("SELECT coalesce(max(nr), 0) FROM main.record").fetchone()
    return bool(last <= _filled_to(connection))


def fill(connection: sqlite3.Connection) -> None:
    """Give the terms of records that are new since the last time rows of their own; in a transaction."""
    new = connection.execute(
        "SELECT nr, terms FROM main.content WHERE nr > ?", (_filled_to(connection),)
    ).fetchall()
    if not new:
        return
    rows = [(nr, *term) for nr, terms in new for term in json.loads(terms)]
    if len(rows) > _MANY:
        connection.execute("DROP INDEX main.term_by_term")
    connection.executemany(
        "INSERT OR REPLACE INTO main.term (nr, facet, position, term) VALUES (?, ?, ?, ?)", rows
    )
    if len(rows) > _MANY:
        connection.execute(_BY_TERM)
    connection.execute(
        "INSERT OR REPLACE INTO main.meta VALUES (?, ?)", (_KNOWN, str(max(nr for nr, _ in new)))
    )
    show(connection)


def show(connection: sqlite3.Connection) -> None:
    """Let whoever asks find the terms that have no rows too, by a view in the table's place: slower, and the same."""
    connection.execute("DROP VIEW IF EXISTS temp.term")
    if not are_filled(connection):
        connection.execute(
            "CREATE TEMP VIEW term AS SELECT nr, facet, term, position FROM main.term_of_record"
        )


def _filled_to(connection: sqlite3.Connection) -> int:
    row = connection.execute("SELECT value FROM main.meta WHERE key = ?", (_KNOWN,)).fetchone()
    return int(row[0]) if row else 0
