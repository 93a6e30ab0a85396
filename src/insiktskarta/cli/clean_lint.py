"""`insikt lint` on a workspace with nothing to remark, answered without Typer, whose import takes 40 ms.

Whenever there is anything to say or to choose, the command itself is asked, and finds the index up to date.
"""

import datetime as dt
import os
import time
from pathlib import Path

from insiktskarta.cli import console
from insiktskarta.cli.app import Run
from insiktskarta.files.check import grave
from insiktskarta.files.index import FILE, FOLDER, Day, had_findings, open_corpus
from insiktskarta.files.unchanged import Memory
from insiktskarta.files.workspace import find_root
from insiktskarta.model.corpus import Corpus
from insiktskarta.show.findings import hints_left, summary

_CORES = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
PROCESSES = min(_CORES, 4)  # one of them writes to the index, and keeps no more than three busy
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
    corpus = open_corpus(root, processes=PROCESSES, day=day)
    try:
        answer = _all_clear(corpus, run)
    except BaseException:
        corpus.close()
        raise
    if not answer:
        _hand_on(root, day, corpus)
        return False
    corpus.close()
    console.say(answer)
    if memory is not None:
        memory.keep(answer)
    return True


def _all_clear(corpus: Corpus, run: Run) -> str:
    """What there is to say where nothing is wrong; empty where something may be."""
    if any(corpus.lint.values()):
        return ""
    found, hints = grave(corpus)
    records = corpus.value("SELECT count(*) FROM record")
    files = corpus.value("SELECT count(*) FROM file")
    if found or files != records:
        return ""
    answer = summary(found, records, run.language)
    return f"{answer}\n{hints_left(hints, run.language)}" if hints else answer


_handed_on: dict[tuple[Path, Day], Corpus] = {}
"""The corpus that was open when something was found to be wrong; the command that says what need not open it again."""


def _hand_on(root: Path, day: Day, corpus: Corpus) -> None:
    close_handed_on()
    _handed_on[root, day] = corpus


def handed_on(root: Path, day: Day | None) -> Corpus | None:
    """The open corpus of a workspace on a day, for the caller to close, where this run has one."""
    return _handed_on.pop((root, day), None) if day is not None else None


def close_handed_on() -> None:
    """Let go of what nobody took over."""
    while _handed_on:
        _handed_on.popitem()[1].close()


def _memory(root: Path) -> Memory | None:
    """How a workspace stands, where its index is older than this run: who changes a file changes it again."""
    try:
        index = (root / FOLDER / FILE).stat().st_mtime_ns
    except OSError:
        return None
    return Memory(str(root)) if index < time.time_ns() - _SETTLED else None
