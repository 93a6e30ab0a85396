"""Files below `insights/` that are no records: nobody reads them, and git keeps them all the same.

They are searched for personal data, as are their names, and nothing else is asked of them.
"""

import sqlite3
from collections.abc import Iterable

from insiktskarta.files.decode import LARGEST, decoded
from insiktskarta.files.entry import excuse_row, finding_row
from insiktskarta.files.legible import is_text, legible
from insiktskarta.files.parse import findings, spotted
from insiktskarta.files.problem import Problem
from insiktskarta.files.scan import NAME_ALONE, Scan
from insiktskarta.files.tree import Tree
from insiktskarta.model.finding import Finding
from insiktskarta.model.language import N_
from insiktskarta.model.suppression import Suppression, suppressions
from insiktskarta.rules import personal_rules
from insiktskarta.rules.rule import Context

_NEVER = -1  # no file has this time, so that what could not be opened is tried again


def update_strays(connection: sqlite3.Connection, tree: Tree, context: Context, scanned: Scan) -> None:
    """Search the strays that are new or different, and forget what was found in those that are gone."""
    strays = scanned.strays
    known = {path: tuple(stat) for path, *stat in connection.execute("SELECT * FROM stray")}
    changed = sorted(path for path, stat in strays.items() if known.get(path) != stat)
    _forget(connection, [*changed, *(path for path in known if path not in strays)])
    for path in changed:
        stat = strays[path]
        raw = b"" if stat == NAME_ALONE else tree.read(path, scanned.real.get(path))
        found, excuses = searched(path, raw, context)
        connection.execute(
            "INSERT INTO stray VALUES (?, ?, ?, ?, ?)",
            (path, stat[0], _NEVER if raw is None else stat[1], *stat[2:]),
        )
        connection.executemany("INSERT INTO finding VALUES (?, ?, ?, ?, ?, ?, ?, 0)", map(finding_row, found))
        connection.executemany(
            "INSERT INTO suppression VALUES (?, ?, ?, ?, ?, ?, ?)",
            map(excuse_row, excuses),
        )


def searched(path: str, raw: bytes | None, context: Context) -> tuple[tuple[Finding, ...], list[Suppression]]:
    """What a stray and its name hold of personal data, and what its comments excuse of that.

    Args:
        path: below the workspace, with `/`.
        raw: its bytes; None where it cannot be opened.
        context: with what the workspace allows.
    """
    problems = []
    if raw is None:
        message = N_("The file cannot be opened. Is it open in another program, or protected?")
        problems.append(Problem("YA117", 0, 0, message))
    readable = raw is not None and is_text(raw)
    if readable and len(raw or b"") > LARGEST and "/." not in path:  # hidden folders are programs'
        message = N_("The file is larger than {limit} KiB. Split it, or link to it instead.")
        problems.append(Problem("YA105", 0, 0, message, {"limit": LARGEST // 1024}))
    sound = decoded(raw)[0] if raw is not None and readable else None
    text = legible(raw) if raw is not None and readable and sound is None else sound or ""
    problems += spotted(path, text, context, personal_rules())
    return findings(path, problems), suppressions(path, sound) if sound else []


def _forget(connection: sqlite3.Connection, paths: Iterable[str]) -> None:
    for path in paths:
        for table in ("stray", "finding", "suppression"):
            connection.execute(f"DELETE FROM {table} WHERE path = ?", (path,))
