"""The corpus of a workspace as it was: the same tables as the index, in memory."""

import json
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from insiktskarta.files import build, terms
from insiktskarta.files.at import State, state
from insiktskarta.files.entry import Entry, entry
from insiktskarta.files.git import Commit, commit
from insiktskarta.files.problem import Problem
from insiktskarta.files.scan import is_read, misplaced, shown_name
from insiktskarta.files.settings import read_workspace
from insiktskarta.model.corpus import Corpus
from insiktskarta.model.settings import Settings
from insiktskarta.rules.rule import Context


def corpus_at(root: Path, when: str) -> Corpus:
    """The records at a revision or on a day, read with that time's `insikt.yaml` and this tool's vocabulary.

    It holds findings about single files only: what is wrong is asked of today's.

    Raises:
        InsiktError: that state cannot be read.
    """
    return corpus_of(state(root, when))


def corpus_of(there: State) -> Corpus:
    """The records of a state that has been found."""
    settings = there.settings()
    workspace = read_workspace(there.root, settings)
    connection = sqlite3.connect(":memory:", isolation_level=None)
    connection.execute("BEGIN")
    build.create(connection, there.root, settings, "")
    _guard(connection, read_workspace(there.root).settings)
    elsewhere: dict[str, Problem] = {}  # complete when all entries have been taken
    context = workspace.context()
    read = _entries(there, context, elsewhere)
    build.fill(connection, context, workspace.settings.participants, read, elsewhere)
    terms.fill(connection)
    known = commit(there.root, there.commit) or Commit(there.commit[:7], "")
    about = {"name": known.name, "date": known.date, "whole": there.commit}
    connection.execute("INSERT INTO meta VALUES ('at', ?)", (json.dumps(about),))
    connection.execute("COMMIT")
    return Corpus(connection)


def _guard(connection: sqlite3.Connection, today: Settings) -> None:
    """Let what today's settings keep in hold for earlier records too."""
    if today.review_required:
        connection.execute(
            "UPDATE meta SET value = json_set(value, '$.review_required', json('true')) WHERE key = 'workspace'"
        )
    if today.smallest is not None:
        connection.execute(
            "UPDATE meta SET value = json_set(value, '$.smallest', "
            "max(?, coalesce(json_extract(value, '$.smallest'), 0))) WHERE key = 'workspace'",
            (today.smallest,),
        )


def _entries(there: State, context: Context, elsewhere: dict[str, Problem]) -> Iterator[Entry]:
    """What is read of the record files, one at a time; what is wrong with where others lie is noted in `elsewhere`."""
    for path, raw in there.files():
        name = shown_name(path)
        wrong = misplaced(name)
        if is_read(name):
            yield entry(name, (len(raw or b""), 0, 0, 0), raw, context)
        elif wrong is not None:
            elsewhere[name] = wrong
