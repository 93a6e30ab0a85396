"""The full text, filled when somebody searches: a run that only checks does not pay for it."""

import json
import sqlite3
from collections.abc import Iterator
from typing import Any

from insiktskarta.model.corpus import Corpus

TEMPORARY = 'CREATE VIRTUAL TABLE temp.fulltext USING fts5 (heading, body, tokenize = "unicode61 remove_diacritics 0")'
_NOT_TEXT = {"typ", "rubrik", "insamlad", "antal"}


def fill(corpus: Corpus) -> None:
    """Bring the full text up to date with the records; of an index that cannot be written, in memory."""
    connection = corpus.connection
    if _is_filled(connection):
        return
    if connection.in_transaction:  # an index in memory is read without one
        connection.execute("ROLLBACK")
    try:
        connection.execute("BEGIN IMMEDIATE")
        _fill(connection, "main")
    except sqlite3.OperationalError:  # protected, in use, or the disk is full
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        connection.execute("BEGIN")
        connection.execute(TEMPORARY)  # hides the one in the index
        _fill(connection, "temp")
    connection.execute("COMMIT")
    connection.execute("BEGIN")


def _is_filled(connection: sqlite3.Connection) -> bool:
    counted = "SELECT (SELECT count(*) FROM main.record), (SELECT max(nr) FROM main.record)"
    known = "SELECT count(*), max(rowid) FROM fulltext"
    found: bool = connection.execute(counted).fetchone() == connection.execute(known).fetchone()
    return found


def _fill(connection: sqlite3.Connection, schema: str) -> None:
    connection.execute(f"DELETE FROM {schema}.fulltext WHERE rowid NOT IN (SELECT nr FROM main.record)")
    new = connection.execute(
        f"SELECT nr, heading, data FROM main.record JOIN main.content USING (nr) WHERE nr NOT IN (SELECT rowid FROM {schema}.fulltext)"
    ).fetchall()
    rows = ((nr, heading, " ".join(_texts(json.loads(data)))) for nr, heading, data in new)
    connection.executemany(f"INSERT INTO {schema}.fulltext (rowid, heading, body) VALUES (?, ?, ?)", rows)


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, each in value.items():
            if key not in _NOT_TEXT:
                yield from _texts(each)
    elif isinstance(value, list):
        for each in value:
            yield from _texts(each)
