"""Filling the index: what changed is read, everything else stays."""

import gc
import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from itertools import count, islice
from pathlib import Path

from insiktskarta.files import terms
from insiktskarta.files.content import blob_hash
from insiktskarta.files.entry import Entry, Row, excuse_row, finding_row, values_text
from insiktskarta.files.parse import findings, located, record_id
from insiktskarta.files.problem import Problem
from insiktskarta.files.readers import entries
from insiktskarta.files.scan import Scan, Stat
from insiktskarta.files.settings import read_workspace, vocabulary_data
from insiktskarta.files.stray import update_strays
from insiktskarta.files.tables import INDEXES, SLOW, TABLES
from insiktskarta.files.tree import Tree
from insiktskarta.model.corpus import Corpus
from insiktskarta.model.finding import finding_values
from insiktskarta.model.record import TYPES, keys
from insiktskarta.model.settings import Settings
from insiktskarta.model.swedish import sort_key
from insiktskarta.rules import corpus_rules, dated_rules, slow_rules
from insiktskarta.rules.rule import Context, Hit, Rule

_RACY = 2_000_000_000  # nanoseconds: the coarsest file times, FAT's
# What a finding hangs on: its file alone, the other records, or the day.
_OF_FILE, _OF_CORPUS, _OF_DAY = 0, 1, 2
_PORTION = 500  # files that are written to the index at a time


def create(connection: sqlite3.Connection, root: Path, raw: bytes, key: str) -> None:
    """Empty tables for a workspace; whatever was there is dropped."""
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
        "lint": workspace.settings.lint.model_dump(),
        "slow": [rule.code for rule in slow_rules()],
        "fields": sorted({key for model in (*TYPES.values(), Settings) for key in keys(model)}),
        "smallest": workspace.settings.smallest,
        "review_required": workspace.settings.review_required,
        "similar_from": workspace.settings.similar_from,
    }
    rows = [("fingerprint", key), ("workspace", json.dumps(about, ensure_ascii=False))]
    connection.executemany("INSERT INTO meta VALUES (?, ?)", rows)
    _insert_findings(connection, [finding_row(each) for each in workspace.findings])
    _insert_excuses(connection, map(excuse_row, workspace.excuses))


def update(
    connection: sqlite3.Connection,
    tree: Tree,
    raw: bytes,
    found: Scan,
    processes: int,
    *,
    dated: bool = False,
) -> None:
    """Bring the index up to date with what was found.

    Args:
        connection: open on the index, in a transaction.
        tree: the workspace's files.
        raw: the bytes of its settings.
        found: how its files stand.
        processes: how many may read.
        dated: whether `update_day` comes next, and compares what depends on the day with what was found before.
    """
    workspace = read_workspace(tree.root, raw)
    context = workspace.context()
    touched, gone, blobs = _differing(connection, found)
    changed = _really_changed(connection, tree, touched, blobs)
    _forget(connection, [*gone, *(path for path in changed if path in blobs)])
    update_strays(connection, tree, context, found)
    stale = (_OF_CORPUS, SLOW) if dated else (_OF_CORPUS, SLOW, _OF_DAY)
    connection.execute(f"DELETE FROM finding WHERE corpus IN {stale} OR code = 'FO104'")
    connection.execute("DELETE FROM meta WHERE key = 'day'")
    read = entries(tree, changed, context, raw, processes)
    with _collecting_no_garbage():
        fill(connection, context, workspace.settings.participants, read, found.misplaced)
    terms.show(connection)
    _corpus_findings(Corpus(connection), tree)
    _note_files(connection, found)


@contextmanager
def _collecting_no_garbage() -> Iterator[None]:
    """Rows come and go by the hundred thousand and make no cycles; looking for some takes a tenth of the time."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def fill(
    connection: sqlite3.Connection,
    context: Context,
    participants: Iterable[str],
    read: Iterator[Entry],
    misplaced: Mapping[str, Problem],
) -> None:
    """Add what was read of files, what is wrong with where others lie, and the organisations of all records."""
    while portion := list(islice(read, _PORTION)):
        _insert(connection, portion)
    for statement in INDEXES.strip().split(";\n"):
        connection.execute(statement.replace("CREATE INDEX", "CREATE INDEX IF NOT EXISTS"))
    rows = [finding_row(f) for path, problem in misplaced.items() for f in findings(path, [problem])]
    _insert_findings(connection, rows)
    _organisations(connection, context, participants)


def _differing(
    connection: sqlite3.Connection, found: Scan
) -> tuple[dict[str, Stat], list[str], dict[str, str]]:
    """The files whose stat is new, the paths of those that are gone, and what the index knows of the first's content."""
    touched = dict(found.files)
    gone: list[str] = []
    blobs: dict[str, str] = {}
    for path, size, time, changed, inode, blob in connection.execute(
        "SELECT path, size, mtime, changed, inode, blob FROM file"
    ):
        stat = touched.get(path)
        if stat is None:
            gone.append(path)
        elif stat == (size, time, changed, inode):
            del touched[path]
        else:
            blobs[path] = blob
    return touched, gone, blobs


def _really_changed(
    connection: sqlite3.Connection, tree: Tree, touched: Mapping[str, Stat], blobs: Mapping[str, str]
) -> dict[str, Stat]:
    """The files whose content is new; of the others only the stat is noted, as after a fresh clone."""
    changed, same = {}, []
    for path, stat in touched.items():
        raw = tree.read(path) if blobs.get(path) else None
        if raw is not None and blob_hash(raw) == blobs[path]:
            same.append((*stat, path))
        else:
            changed[path] = stat
    connection.executemany("UPDATE file SET size = ?, mtime = ?, changed = ?, inode = ? WHERE path = ?", same)
    return changed


def _forget(connection: sqlite3.Connection, paths: Iterable[str]) -> None:
    for path in paths:
        connection.execute("DELETE FROM file WHERE path = ?", (path,))
        connection.execute("DELETE FROM finding WHERE path = ?", (path,))
        connection.execute("DELETE FROM suppression WHERE path = ?", (path,))
        for (nr,) in connection.execute("SELECT nr FROM record WHERE id = ?", (record_id(path),)).fetchall():
            for table in ("term", "link", "former", "content", "record"):
                connection.execute(f"DELETE FROM main.{table} WHERE nr = ?", (nr,))


def _insert(connection: sqlite3.Connection, portion: list[Entry]) -> None:
    last = connection.execute("SELECT seq FROM sqlite_sequence WHERE name = 'record'").fetchone()
    numbers = count(last[0] + 1 if last else 1)  # a number is never used twice: the full text goes by it
    records = [(next(numbers), entry) for entry in portion if entry.record is not None]
    connection.executemany("INSERT INTO file VALUES (?, ?, ?, ?, ?, ?)", [entry.file for entry in portion])
    connection.executemany(
        "INSERT INTO record VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [(nr, *(entry.record or ())) for nr, entry in records],
    )
    connection.executemany(
        "INSERT INTO content VALUES (?, ?, ?)", [(nr, *(entry.content or ())) for nr, entry in records]
    )
    connection.executemany(
        "INSERT INTO link VALUES (?, ?, ?, ?)", [(nr, *row) for nr, entry in records for row in entry.links]
    )
    connection.executemany(
        "INSERT OR IGNORE INTO former VALUES (?, ?)",
        [(id_, nr) for nr, entry in records for id_ in entry.former],
    )
    _insert_excuses(connection, [row for entry in portion for row in entry.excuses])
    _insert_findings(connection, [row for entry in portion for row in entry.findings])


def _insert_findings(connection: sqlite3.Connection, rows: list[Row], *, corpus: int = _OF_FILE) -> None:
    if rows:
        connection.executemany(
            "INSERT INTO finding VALUES (?, ?, ?, ?, ?, ?, ?, ?)", [(*row, corpus) for row in rows]
        )


def _update_findings(connection: sqlite3.Connection, rows: list[Row], corpus: int) -> None:
    """Findings in the place of those from before, most of which are the same: comparing takes half as long as writing."""
    sql = (
        'SELECT rowid, path, line, "column", code, severity, message, "values" FROM finding WHERE corpus = ?'
    )
    before = connection.execute(sql, (corpus,)).fetchall()
    wanted, known = set(rows), {row[1:] for row in before}
    gone = [(row[0],) for row in before if row[1:] not in wanted]
    connection.executemany("DELETE FROM finding WHERE rowid = ?", gone)
    _insert_findings(connection, [row for row in rows if row not in known], corpus=corpus)


def _insert_excuses(connection: sqlite3.Connection, rows: Iterable[Row]) -> None:
    connection.executemany("INSERT INTO suppression VALUES (?, ?, ?, ?, ?, ?, ?)", rows)


def _organisations(connection: sqlite3.Connection, context: Context, participants: Iterable[str]) -> None:
    present = {row[0] for row in connection.execute("SELECT DISTINCT organisation FROM record")}
    known = [context.registry.get(slug) for slug in present | set(participants)]
    ordered = sorted((each for each in known if each is not None), key=lambda each: sort_key(each.name))
    connection.execute("DELETE FROM organisation")
    rows = [
        (
            o.slug,
            o.name,
            o.kind,
            o.code,
            o.county,
            o.part_of,
            context.registry.county_name(o.county or ""),
            place,
        )
        for place, o in enumerate(ordered)
    ]
    connection.executemany("INSERT INTO organisation VALUES (?, ?, ?, ?, ?, ?, ?, ?)", rows)


def update_day(connection: sqlite3.Connection, tree: Tree, day: str, *, thorough: bool) -> None:
    """Find anew what depends on the day, ISO 8601, and when thorough, what the slow rules look for too."""
    corpus = Corpus(connection)
    connection.execute("DELETE FROM finding WHERE corpus = ?", (SLOW,))
    dated = ((rule, hit) for rule in dated_rules() for hit in (rule.dated(corpus, day) if rule.dated else ()))
    slow = ((rule, hit) for rule in slow_rules() for hit in (rule.corpus(corpus) if rule.corpus else ()))
    # Hints that are only counted need no place, unless a comment might excuse them there.
    placed = thorough or corpus.value("SELECT count(*) FROM suppression") > 0
    rows = [_placed(tree, rule, hit) if placed else _counted(rule, hit) for rule, hit in dated]
    _update_findings(connection, rows, _OF_DAY)
    if thorough:
        _insert_findings(connection, [_placed(tree, rule, hit) for rule, hit in slow], corpus=SLOW)
    about = [("day", day), ("thorough", str(int(thorough)))]
    connection.executemany("INSERT OR REPLACE INTO meta VALUES (?, ?)", about)


def _corpus_findings(corpus: Corpus, tree: Tree) -> None:
    hits = ((rule, hit) for rule in corpus_rules() for hit in (rule.corpus(corpus) if rule.corpus else ()))
    _insert_findings(corpus.connection, [_placed(tree, rule, hit) for rule, hit in hits], corpus=_OF_CORPUS)


def _counted(rule: Rule, hit: Hit) -> Row:
    values = values_text(finding_values(hit.values)) if hit.values else "[]"
    return f"insights/{hit.record}.yaml", 0, 0, rule.code, rule.severity, hit.message, values


def _placed(tree: Tree, rule: Rule, hit: Hit) -> Row:
    path = f"insights/{hit.record}.yaml"
    return finding_row(located(path, rule, hit, tree.read(path)))


def _note_files(connection: sqlite3.Connection, found: Scan) -> None:
    # A file written so lately could be written again within the same tick of the clock: look at it once more.
    # Where the system notes each change, a file that has a time to come is as safe as any other.
    for table in ("file", "stray"):
        connection.execute(
            f"UPDATE {table} SET mtime = -1 WHERE mtime > ?1 AND (changed = 0 OR changed > ?1)",
            (found.started - _RACY,),
        )
    again = connection.execute(
        "SELECT 1 FROM file WHERE mtime = -1 UNION ALL SELECT 1 FROM stray WHERE mtime = -1"
    ).fetchone()
    connection.execute("DELETE FROM meta WHERE key = 'files'")
    if again is None:
        connection.execute("INSERT INTO meta VALUES ('files', ?)", (found.digest,))
