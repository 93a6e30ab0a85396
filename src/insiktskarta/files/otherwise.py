"""The corpus as it would be with other content in some files; on the disk and in its index nothing changes."""

import sqlite3
from collections.abc import Mapping
from pathlib import Path

from insiktskarta.files.index import Day
from insiktskarta.files.scan import Scan, is_read, is_stray, misplaced, scan
from insiktskarta.files.workspace import SETTINGS, fingerprint, settings_bytes
from insiktskarta.model.corpus import Corpus

_NEVER = -2  # no file has this time, so its content decides


def otherwise(
    corpus: Corpus,
    root: Path,
    others: Mapping[str, bytes | None],
    day: Day | None = None,
    *,
    processes: int = 1,
) -> Corpus:
    """The corpus, in memory, that there would be; what is the same is not read again.

    Args:
        corpus: of the workspace as it is.
        root: the workspace's folder.
        others: path below it, with `/`, to other content; None where there would be no such file. `insikt.yaml`
            is one of the files.
        day: for findings that depend on it.
        processes: how many may read, where much has to be read.
    """
    from insiktskarta.files import build
    from insiktskarta.files.tree import Tree

    settings = others[SETTINGS] or b"" if SETTINGS in others else settings_bytes(root)
    tree = Tree(root, {path: content for path, content in others.items() if content is not None})
    connection = sqlite3.connect(":memory:", isolation_level=None)
    key = fingerprint(root, settings)
    if corpus.value("SELECT value FROM meta WHERE key = 'fingerprint'") == key:
        corpus.connection.backup(connection)
    connection.execute("BEGIN")
    if not connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
        build.create(connection, root, settings, key)
    build.update(connection, tree, settings, _scanned(root, others), processes)
    if day is not None:
        build.update_day(connection, tree, day.date, thorough=day.thorough)
    connection.execute("COMMIT")
    return Corpus(connection)


def _scanned(root: Path, others: Mapping[str, bytes | None]) -> Scan:
    found = scan(root)
    for path, content in others.items():
        found.files.pop(path, None)
        found.misplaced.pop(path, None)
        found.strays.pop(path, None)
        wrong = misplaced(path)
        if content is not None and is_read(path):
            found.files[path] = (len(content), _NEVER, 0, 0)
        elif content is not None:
            if wrong is not None:
                found.misplaced[path] = wrong
            if is_stray(path):
                found.strays[path] = (len(content), _NEVER, 0, 0)
    return found
