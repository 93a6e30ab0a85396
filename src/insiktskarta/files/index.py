"""The index: every run looks at every file, reads what changed, and answers from SQLite.

It is a cache and nothing else: deleting it loses nothing, damage rebuilds it, and where it cannot be
written the same tables live in memory.
"""

import json
import sqlite3
import time
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path

from insiktskarta.files.entry import Entry, Row, blob_hash, finding_row, read_bytes
from insiktskarta.files.parse import findings, located
from insiktskarta.files.readers import entries
from insiktskarta.files.scan import Scan, Stat, scan
from insiktskarta.files.tables import TABLES
from insiktskarta.files.workspace import fingerprint, read_workspace, settings_bytes, vocabulary_data
from insiktskarta.model.corpus import Corpus
from insiktskarta.model.swedish import sort_key
from insiktskarta.rules import corpus_rules
from insiktskarta.rules.rule import Context

FOLDER = ".insikt"
FILE = "index.sqlite"
_WAIT = 60.0  # seconds that one run waits for another's reading of a large folder
# The index is in use, protected, or the disk is full or broken: SQLite's primary result codes.
_UNAVAILABLE = frozenset(
    {
        sqlite3.SQLITE_BUSY,
        sqlite3.SQLITE_LOCKED,
        sqlite3.SQLITE_READONLY,
        sqlite3.SQLITE_CANTOPEN,
        sqlite3.SQLITE_IOERR,
        sqlite3.SQLITE_FULL,
        sqlite3.SQLITE_PERM,
    }
)
_RACY = 2_000_000_000  # nanoseconds: the coarsest file times, FAT's


def open_corpus(root: Path, *, processes: int = 1) -> Corpus:
    """The corpus of a workspace, up to date with its files.

    Args:
        root: the workspace's folder.
        processes: how many processes may read files when many have changed. More than one only where the
            program's entry point can be imported again, as the command's can.
    """
    for attempt in (_on_disk, _on_disk_anew):
        connection = attempt(root)
        if connection is None:
            break
        try:
            _refresh(connection, root, processes)
            connection.execute("BEGIN")  # one state of the index for everything that this run asks
        except sqlite3.DatabaseError as error:
            connection.close()
            if error.sqlite_errorcode & 0xFF in _UNAVAILABLE:
                break  # nothing is wrong with the index, so it is not thrown away
        else:
            return Corpus(connection)
    return _in_memory(root, processes)


def _in_memory(root: Path, processes: int) -> Corpus:
    connection = _connect(":memory:")
    _refresh(connection, root, processes)
    return Corpus(connection)


def _connect(database: str | Path) -> sqlite3.Connection:
    return sqlite3.connect(database, timeout=_WAIT, isolation_level=None)


def _on_disk(root: Path) -> sqlite3.Connection | None:
    folder = root / FOLDER
    try:
        folder.mkdir(exist_ok=True)
        ignore = folder / ".gitignore"
        if not ignore.exists():
            ignore.write_text("*\n", encoding="utf-8", newline="\n")
        return _connect(folder / FILE)
    except (OSError, sqlite3.DatabaseError):
        return None


def _on_disk_anew(root: Path) -> sqlite3.Connection | None:
    with suppress(OSError):
        for name in (FILE, f"{FILE}-journal"):
            (root / FOLDER / name).unlink(missing_ok=True)
        return _on_disk(root)
    return None


def _refresh(connection: sqlite3.Connection, root: Path, processes: int) -> None:
    raw = settings_bytes(root)
    key = fingerprint(raw)
    found = scan(root)
    if (
        _stored_key(connection) == key
        and _known(connection) == found.files
        and _known_misplaced(connection) == set(found.misplaced)
    ):
        return
    connection.execute("BEGIN IMMEDIATE")
    try:
        if _stored_key(connection) != key:
            _create(connection, root, raw, key)
        _update(connection, root, raw, found, processes)
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


def _stored_key(connection: sqlite3.Connection) -> str | None:
    if connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'meta'").fetchone() is None:
        return None
    row = connection.execute("SELECT value FROM meta WHERE key = 'fingerprint'").fetchone()
    return row[0] if row else None


def _known(connection: sqlite3.Connection) -> dict[str, Stat]:
    return {
        path: (size, mtime) for path, size, mtime in connection.execute("SELECT path, size, mtime FROM file")
    }


def _known_misplaced(connection: sqlite3.Connection) -> set[str]:
    return {path for (path,) in connection.execute("SELECT path FROM finding WHERE code = 'FO104'")}


def _create(connection: sqlite3.Connection, root: Path, raw: bytes, key: str) -> None:
    for kind, name in connection.execute(
        "SELECT type, name FROM sqlite_master WHERE type IN ('view', 'table') AND name NOT LIKE 'sqlite_%' "
        "AND name NOT LIKE 'fulltext_%' ORDER BY type DESC"
    ).fetchall():
        connection.execute(f'DROP {kind} IF EXISTS "{name}"')
    for statement in TABLES.split(";\n"):
        connection.execute(statement)
    workspace = read_workspace(root, raw)
    about = {
        "vocabulary": vocabulary_data(),
        "local": workspace.local_terms,
        "participants": workspace.settings.participants,
        "language": workspace.settings.language,
    }
    rows = [("fingerprint", key), ("workspace", json.dumps(about, ensure_ascii=False))]
    connection.executemany("INSERT INTO meta VALUES (?, ?)", rows)
    _insert_findings(connection, [finding_row(each) for each in workspace.findings])


def _update(connection: sqlite3.Connection, root: Path, raw: bytes, found: Scan, processes: int) -> None:
    workspace = read_workspace(root, raw)
    context = Context(workspace.vocabulary(), workspace.registry())
    known = {path: row for path, *row in connection.execute("SELECT path, size, mtime, blob FROM file")}
    touched = {path: stat for path, stat in found.files.items() if tuple(known.get(path, ())[:2]) != stat}
    gone = [path for path in known if path not in found.files]
    changed = _really_changed(connection, root, touched, {path: row[2] for path, row in known.items()})
    _forget(connection, [*gone, *(path for path in changed if path in known)])
    for entry in entries(root, changed, context, raw, processes):
        _insert(connection, entry)
    connection.execute("DELETE FROM finding WHERE corpus OR code = 'FO104'")
    _insert_findings(
        connection,
        [finding_row(f) for path, problem in found.misplaced.items() for f in findings(path, [problem])],
    )
    _organisations(connection, context, workspace.settings.participants)
    _corpus_findings(Corpus(connection), root)
    _mark_racy(connection)


def _really_changed(
    connection: sqlite3.Connection, root: Path, touched: Mapping[str, Stat], blobs: Mapping[str, str]
) -> dict[str, Stat]:
    """The files whose content is new; of the others only the stat is noted, as after a fresh clone."""
    changed, same = {}, []
    for path, stat in touched.items():
        raw = read_bytes(root / path) if blobs.get(path) else None
        if raw is not None and blob_hash(raw) == blobs[path]:
            same.append((*stat, path))
        else:
            changed[path] = stat
    connection.executemany("UPDATE file SET size = ?, mtime = ? WHERE path = ?", same)
    return changed


def _forget(connection: sqlite3.Connection, paths: Iterable[str]) -> None:
    for path in paths:
        connection.execute("DELETE FROM file WHERE path = ?", (path,))
        connection.execute("DELETE FROM finding WHERE path = ?", (path,))
        for (nr,) in connection.execute("SELECT nr FROM record WHERE path = ?", (path,)).fetchall():
            for table in ("term", "link", "former", "record"):
                connection.execute(f"DELETE FROM {table} WHERE nr = ?", (nr,))  # noqa: S608 - names of ours


def _insert(connection: sqlite3.Connection, entry: Entry) -> None:
    connection.execute("INSERT INTO file VALUES (?, ?, ?, ?)", entry.file)
    _insert_findings(connection, entry.findings)
    if entry.record is None:
        return
    sql = "INSERT INTO record VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
    nr = connection.execute(sql, entry.record).lastrowid
    connection.executemany("INSERT INTO term VALUES (?, ?, ?, ?)", [(nr, *row) for row in entry.terms])
    if entry.links:
        connection.executemany("INSERT INTO link VALUES (?, ?, ?, ?)", [(nr, *row) for row in entry.links])
    if entry.former:
        connection.executemany(
            "INSERT OR IGNORE INTO former VALUES (?, ?)", [(id_, nr) for id_ in entry.former]
        )


def _insert_findings(connection: sqlite3.Connection, rows: list[Row], *, corpus: bool = False) -> None:
    if rows:
        connection.executemany(
            "INSERT INTO finding VALUES (?, ?, ?, ?, ?, ?, ?, ?)", [(*row, corpus) for row in rows]
        )


def _organisations(connection: sqlite3.Connection, context: Context, participants: Iterable[str]) -> None:
    present = {row[0] for row in connection.execute("SELECT DISTINCT organisation FROM record")}
    known = [context.registry.get(slug) for slug in present | set(participants)]
    ordered = sorted((each for each in known if each is not None), key=lambda each: sort_key(each.name))
    connection.execute("DELETE FROM organisation")
    rows = [(o.slug, o.name, o.kind, o.code, o.county, o.part_of, place) for place, o in enumerate(ordered)]
    connection.executemany("INSERT INTO organisation VALUES (?, ?, ?, ?, ?, ?, ?)", rows)


def _corpus_findings(corpus: Corpus, root: Path) -> None:
    rows = []
    for rule in corpus_rules():
        for hit in rule.corpus(corpus) if rule.corpus else ():
            path = f"insights/{hit.record}.yaml"
            rows.append(finding_row(located(path, rule, hit, read_bytes(root / path))))
    _insert_findings(corpus.connection, rows, corpus=True)


def _mark_racy(connection: sqlite3.Connection) -> None:
    # A file written so lately could be written again within the same tick of the clock: look at it once more.
    connection.execute("UPDATE file SET mtime = -1 WHERE mtime > ?", (time.time_ns() - _RACY,))
