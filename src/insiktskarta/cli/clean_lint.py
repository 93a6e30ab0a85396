"""`insikt lint` on a workspace with nothing to remark, answered without Typer, whose import takes 40 ms.

Whenever there is anything to say or to choose, the command itself is asked, and finds the index up to date.
"""

import datetime as dt
from contextlib import closing

from insiktskarta.cli import console
from insiktskarta.cli.app import Run
from insiktskarta.files.check import grave
from insiktskarta.files.index import Day, open_corpus
from insiktskarta.files.workspace import find_root
from insiktskarta.show.findings import hints_left, summary

PROCESSES = 2  # more give no more: one process writes to the index
# A list of known findings can be wrong where the records are not.
_ASKS_FOR_MORE = ("insikt-baseline.txt",)


def is_clean(run: Run) -> bool:
    """Whether nothing is wrong in the workspace of a run; then that is said, and otherwise nothing."""
    root = find_root(run.folder)
    if any((root / name).exists() for name in _ASKS_FOR_MORE):
        return False
    day = Day(dt.datetime.now().astimezone().date().isoformat())
    with closing(open_corpus(root, processes=PROCESSES, day=day)) as corpus:
        if any(corpus.lint.values()):
            return False
        found, hints = grave(corpus)
        records = corpus.value("SELECT count(*) FROM record")
    if found:
        return False
    console.say(summary(found, records, run.language))
    if hints:
        console.say(hints_left(hints, run.language))
    return True
