"""The index: every run looks at every file, reads what changed, and answers from SQLite.

It is a cache and nothing else: deleting it loses nothing, damage rebuilds it, and where it cannot be
written the same tables live in memory.
"""

import json
import sqlite3
from contextlib import closing, suppress
from pathlib import Path
from typing import NamedTuple

from insiktskarta.files import terms
from insiktskarta.files.scan import Scan, scan
from insiktskarta.files.tables import NAMES, PAGE, SLOW
from insiktskarta.files.workspace import fingerprint, settings_bytes
from insiktskarta.model.corpus import Corpus

FOLDER = ".insikt"
FILE = "index.sqlite"
_WAIT = 60.0  # seconds that one run waits for another's reading of a large folder
_TRIES = 5
_CACHE = 32_000  # kB: of a smaller one, pages are written several times while thousands of files are read
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
# What SQLite notices itself, and what it does not: texts that are none, or not JSON any more.
_SIGNS = (sqlite3.DatabaseError, UnicodeDecodeError, json.JSONDecodeError)


class Day(NamedTuple):
    """When findings are asked for: the date, ISO 8601, and whether slow rules are to look too."""

    date: str
    thorough: bool = False


def open_corpus(root: Path, *, processes: int = 1, day: Day | None = None) -> Corpus:
    """The corpus of a workspace, up to date with its files.

    Args:
        root: the workspace's folder.
        processes: how many processes may read files when many have changed. More than one only where the
            program's entry point can be imported again, as the command's can.
        day: for those who want the findings that depend on it; None for others, who ask what terms records have.
    """
    for attempt in (_on_disk, _on_disk_anew):
        connection = attempt(root)
        if connection is None:
            break
        try:
            if not _refresh(connection, root, processes, day):
                connection.close()
                break
            _leave_out_slow(connection, day)
            terms.show(connection)
            _demand_whole(connection, root)
        except _SIGNS as error:
            connection.close()
            if not may_be_damage(error):
                break  # nothing is wrong with the index, so it is not thrown away
        else:
            return Corpus(connection)
    return _in_memory(root, processes, day)


def had_findings(root: Path) -> bool:
    """Whether the run that last wrote the index of a workspace found anything graver than a hint, as far as it tells."""
    if (root / FOLDER).is_symlink():
        return False
    address = f"{(root / FOLDER / FILE).resolve().as_uri()}?mode=ro"
    try:
        with closing(sqlite3.connect(address, timeout=0, uri=True)) as connection:
            sql = "SELECT 1 FROM finding WHERE severity <> 'hint' LIMIT 1"
            return connection.execute(sql).fetchone() is not None
    except sqlite3.DatabaseError:  # none yet, damaged, or being written: whoever opens it will see
        return False


def may_be_damage(error: Exception) -> bool:
    """Whether a question may have failed because the index is damaged: a fault of ours fails on a new one too."""
    return isinstance(error, _SIGNS) and getattr(error, "sqlite_errorcode", 0) & 0xFF not in _UNAVAILABLE


def discard(root: Path) -> None:
    """Delete the index of a workspace, so that the next run builds it anew; where that cannot be, it stays."""
    with suppress(OSError):
        for name in (FILE, f"{FILE}-journal"):
            (root / FOLDER / name).unlink(missing_ok=True)


def _demand_whole(connection: sqlite3.Connection, root: Path) -> None:
    """Refuse an index whose end has been cut off, which SQLite notices only when it comes to read that page."""
    (pages,), (size,) = (
        connection.execute(f"PRAGMA {what}").fetchone() for what in ("page_count", "page_size")
    )
    with suppress(FileNotFoundError):  # deleted meanwhile, which takes nothing from who has it open
        if (root / FOLDER / FILE).stat().st_size != pages * size:
            raise sqlite3.DatabaseError


def _in_memory(root: Path, processes: int, day: Day | None) -> Corpus:
    connection = _connect(":memory:")
    _refresh(connection, root, processes, day)
    _leave_out_slow(connection, day)
    terms.show(connection)
    return Corpus(connection)


def _connect(database: str | Path) -> sqlite3.Connection:
    connection = sqlite3.connect(database, timeout=_WAIT, isolation_level=None)
    connection.execute(f"PRAGMA page_size = {PAGE}")  # of an index that is made anew
    return connection


def _on_disk(root: Path) -> sqlite3.Connection | None:
    folder = root / FOLDER
    if folder.is_symlink():  # what lies there is somebody else's: the index stays in memory
        return None
    try:
        folder.mkdir(exist_ok=True)
        ignore = folder / ".gitignore"
        if not ignore.exists():
            ignore.write_text("*\n", encoding="utf-8", newline="\n")
        return _connect(folder / FILE)
    except (OSError, sqlite3.DatabaseError):
        return None


def _on_disk_anew(root: Path) -> sqlite3.Connection | None:
    discard(root)
    return None if (root / FOLDER / FILE).exists() else _on_disk(root)


def _refresh(connection: sqlite3.Connection, root: Path, processes: int, day: Day | None) -> bool:
    """Bring the index up to date, and hold on to one state of it for everything that this run asks.

    Returns:
        Whether it is: not where other runs, with other settings or of another version, change it all the time.
    """
    for _ in range(_TRIES):
        raw = settings_bytes(root)
        key = fingerprint(root, raw)
        new = processes > 1 and _stored_key(connection) != key
        found = _scan_and_prepare(root) if new else scan(root)
        connection.execute("BEGIN")
        if _answers(connection, key, day) and _is_same(connection, found):
            if day is not None or terms.are_filled(connection):
                return True
            _fill_terms(connection)
        else:
            connection.execute("ROLLBACK")
            _bring_up(connection, root, raw, key, found, processes, day)
            connection.execute("BEGIN")
        if _answers(connection, key, day):  # or another run came in between
            return True
        connection.execute("ROLLBACK")
    return False


def _scan_and_prepare(root: Path) -> Scan:
    """Look at the files and import what reading all of them takes, at the same time."""
    from insiktskarta.files.beside import scan_beside

    look = scan_beside(root)
    from insiktskarta.files import build  # noqa: F401 - here, and not where it is used
    from insiktskarta.rules import all_rules

    all_rules()
    return look()


def _answers(connection: sqlite3.Connection, key: str, day: Day | None) -> bool:
    return _stored_key(connection) == key and (day is None or _has_day(connection, day))


def _bring_up(
    connection: sqlite3.Connection,
    root: Path,
    raw: bytes,
    key: str,
    found: Scan,
    processes: int,
    day: Day | None,
) -> None:
    from insiktskarta.files import build  # pydantic and the readers: only where something is new
    from insiktskarta.files.tree import Tree

    tree = Tree(root)
    connection.execute(f"PRAGMA cache_size = -{_CACHE}")
    connection.execute("BEGIN IMMEDIATE")
    try:
        # Asked anew: another run may have written while this one waited for it.
        if _stored_key(connection) != key:
            build.create(connection, root, raw, key)
        if not _is_same(connection, found):
            build.update(connection, tree, raw, found, processes, dated=day is not None)
        if day is not None and not _has_day(connection, day):
            build.update_day(connection, tree, day.date, thorough=day.thorough)
        if day is None:
            terms.fill(connection)
    except BaseException:
        if connection.in_transaction:  # a full disk has ended it already
            connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


def _fill_terms(connection: sqlite3.Connection) -> None:
    """Write what a run that only checked left out; where that cannot be, `terms.show` does without."""
    connection.execute(f"PRAGMA cache_size = -{_CACHE}")
    try:
        terms.fill(connection)
        connection.execute("COMMIT")
    except sqlite3.OperationalError as error:
        if may_be_damage(error):
            raise
        if connection.in_transaction:
            connection.execute("ROLLBACK")
    connection.execute("BEGIN")


def _stored_key(connection: sqlite3.Connection) -> str | None:
    present = {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}
    if not present >= NAMES:
        return None
    row = connection.execute("SELECT value FROM meta WHERE key = 'fingerprint'").fetchone()
    return row[0] if row else None


def _has_day(connection: sqlite3.Connection, day: Day) -> bool:
    stored = dict(
        connection.execute("SELECT key, value FROM meta WHERE key IN ('day', 'thorough')").fetchall()
    )
    return stored.get("day") == day.date and stored.get("thorough", "0") >= str(int(day.thorough))


def _leave_out_slow(connection: sqlite3.Connection, day: Day | None) -> None:
    """Let who asks for less not see what was found for somebody who asked for more."""
    if day is not None and not day.thorough:
        connection.execute(f"CREATE TEMP VIEW finding AS SELECT * FROM main.finding WHERE corpus <> {SLOW}")


def _is_same(connection: sqlite3.Connection, found: Scan) -> bool:
    row = connection.execute("SELECT value FROM meta WHERE key = 'files'").fetchone()
    return row is not None and row[0] == found.digest
