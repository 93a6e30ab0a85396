"""The corpus of a workspace as it was: the same tables as the index, in memory."""

import json
import sqlite3
from pathlib import Path

from insiktskarta.files import build
from insiktskarta.files.at import State, state
from insiktskarta.files.entry import entry
from insiktskarta.files.git import Commit, commit
from insiktskarta.files.scan import judged, shown
from insiktskarta.files.settings import read_workspace
from insiktskarta.model.corpus import Corpus


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
    context = workspace.context()
    files = ((shown(path), raw) for path, raw in there.files())
    found = [(path, raw, judged(path)) for path, raw in files]
    read = (
        entry(path, (len(raw or b""), 0), raw, context) for path, raw, verdict in found if verdict is True
    )
    misplaced = {path: verdict for path, _, verdict in found if not isinstance(verdict, bool)}
    connection = sqlite3.connect(":memory:", isolation_level=None)
    connection.execute("BEGIN")
    build.create(connection, there.root, settings, "")
    build.fill(connection, context, workspace.settings.participants, read, misplaced)
    known = commit(there.root, there.commit) or Commit(there.commit[:7], "")
    about = {"name": known.name, "date": known.date, "whole": there.commit}
    connection.execute("INSERT INTO meta VALUES ('at', ?)", (json.dumps(about),))
    connection.execute("COMMIT")
    return Corpus(connection)
