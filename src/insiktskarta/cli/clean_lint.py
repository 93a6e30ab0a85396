"""`insikt lint` on a workspace with nothing to remark, answered without Typer, whose import takes 40 ms.

Whenever there is anything to say or to choose, the command itself is asked, and finds the index up to date.
"""

import datetime as dt
import time
from contextlib import closing
from pathlib import Path

from insiktskarta.cli import console
from insiktskarta.cli.app import Run
from insiktskarta.files.check import grave
from insiktskarta.files.index import FILE, FOLDER, Day, had_findings, open_corpus
from insiktskarta.files.unchanged import Memory
from insiktskarta.files.workspace import find_root
from insiktskarta.show.findings import hints_left, summary

PROCESSES = 2  # more give no more: one process writes to the index
_SETTLED = 2_000_000_000  # nanoseconds
# A list of known findings can be wrong where the records are not.
_ASKS_FOR_MORE = ("insikt-baseline.txt",)


def is_clean(run: Run) -> bool:
    """Whether nothing is wrong in the workspace of a run; then that is said, and otherwise nothing."""
    root = find_root(run.folder)
    # What was wrong is most likely wrong still, and then all this would be done twice.
    if any((root / name).exists() for name in _ASKS_FOR_MORE) or had_findings(root):
        return False
    memory = None if run.own_language else _memory(root)
    day = Day(dt.datetime.now().astimezone().date().isoformat())
    with closing(open_corpus(root, processes=PROCESSES, day=day)) as corpus:
        if any(corpus.lint.values()):
            return False
        found, hints = grave(corpus)
        records = corpus.value("SELECT count(*) FROM record")
        files = corpus.value("SELECT count(*) FROM file")
    if found or files != records:
        return False
    answer = [summary(found, records, run.language)]
    if hints:
        answer.append(hints_left(hints, run.language))
    console.say("\n".join(answer))
    if memory is not None:
        memory.keep("\n".join(answer))
    return True


def _memory(root: Path) -> Memory | None:
    """How a workspace stands, where its index is older than this run: who changes a file changes it again."""
    try:
        index = (root / FOLDER / FILE).stat().st_mtime_ns
    except OSError:
        return None
    return Memory(str(root)) if index < time.time_ns() - _SETTLED else None
