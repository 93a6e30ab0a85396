"""The full text, filled when somebody searches: a run that only checks does not pay for it."""

import json
from collections.abc import Iterator
from typing import Any

from insiktskarta.model.corpus import Corpus

_NOT_TEXT = {"typ", "rubrik", "insamlad", "antal"}


def fill(corpus: Corpus) -> None:
    """Bring the full text up to date with the records."""
    connection = corpus.connection
    counted = "SELECT (SELECT count(*) FROM record), (SELECT max(nr) FROM record)"
    known = "SELECT count(*), max(rowid) FROM fulltext"
    if connection.execute(counted).fetchone() == connection.execute(known).fetchone():
        return
    connection.execute("ROLLBACK")
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("DELETE FROM fulltext WHERE rowid NOT IN (SELECT nr FROM record)")
    new = connection.execute(
        "SELECT nr, heading, data FROM record WHERE nr NOT IN (SELECT rowid FROM fulltext)"
    ).fetchall()
    rows = ((nr, heading, " ".join(_texts(json.loads(data)))) for nr, heading, data in new)
    connection.executemany("INSERT INTO fulltext (rowid, heading, body) VALUES (?, ?, ?)", rows)
    connection.execute("COMMIT")
    connection.execute("BEGIN")


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
