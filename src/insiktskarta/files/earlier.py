"""The corpus of a workspace as it was: the same tables as the index, in memory."""

import json
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from insiktskarta.files import build
from insiktskarta.files.at import State, state
from insiktskarta.files.entry import Entry, entry
from insiktskarta.files.git import Commit, commit
from insiktskarta.files.problem import Problem
from insiktskarta.files.scan import judged, shown
from insiktskarta.files.settings import read_workspace
from insiktskarta.model.corpus import Corpus
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
    misplaced: dict[str, Problem] = {}  # complete when all entries have been taken
    context = workspace.context()
    read = _entries(there, context, misplaced)
    build.fill(connection, context, workspace.settings.participants, read, misplaced)
    known = commit(there.root, there.commit) or Commit(there.commit[:7], "")
    about = {"name": known.name, "date": known.date, "whole": there.commit}
    connection.execute("INSERT INTO meta VALUES ('at', ?)", (json.dumps(about),))
    connection.execute("COMMIT")
    return Corpus(connection)


def _entries(there: State, context: Context, misplaced: dict[str, Problem]) -> Iterator[Entry]:
    """What is read of the record files, one at a time; what is wrong with where others lie is noted in `misplaced`."""
    for path, raw in there.files():
        verdict = judged(shown(path))
        if verdict is True:
            yield entry(shown(path), (len(raw or b""), 0), raw, context)
        elif verdict is not False:
            misplaced[shown(path)] = verdict
