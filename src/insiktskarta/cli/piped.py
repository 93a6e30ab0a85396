"""A file as an editor has it, which is not on the disk yet: judged in its workspace, and written nowhere."""

import os
from contextlib import closing
from pathlib import Path

from insiktskarta.cli import console
from insiktskarta.cli.app import Run
from insiktskarta.cli.checking import Asked, Checked
from insiktskarta.cli.clean_lint import PROCESSES
from insiktskarta.cli.verdicts import wanted, without_known
from insiktskarta.files.anywhere import context_of, loose, root_of
from insiktskarta.files.decode import LARGEST
from insiktskarta.files.index import open_corpus
from insiktskarta.files.known import known, read_known
from insiktskarta.files.otherwise import otherwise
from insiktskarta.files.scan import is_read, misplaced
from insiktskarta.files.tree import Tree
from insiktskarta.files.workspace import SETTINGS, workspace_above
from insiktskarta.model.baseline import FILE


def piped(run: Run, asked: Asked) -> Checked:
    """The findings of what stands on standard input, as the file that it is to be."""
    assert asked.piped is not None  # noqa: S101 - nobody calls this without
    raw = console.read(LARGEST + 1)  # what is larger is refused by its size
    # Path.resolve would follow links out of the workspace.
    file = Path(os.path.abspath(run.folder / asked.piped))  # noqa: PTH100
    root = root_of(file)
    path = file.relative_to(root).as_posix() if root is not None else ""
    if root is None or not (path in (SETTINGS, FILE) or is_read(path) or misplaced(path)):
        above = workspace_above(file)
        base = above or Path(os.path.abspath(run.folder))  # noqa: PTH100
        found = loose(base, context_of(above), file, raw, asked.wish.wants({}))
        return Checked(
            list(found.findings),
            len(found.records),
            base,
            others={each.path: raw for each in found.findings},
            searched=asked.wish.searches({}),
        )
    with closing(open_corpus(root, processes=PROCESSES, day=asked.day)) as corpus:
        others = {path: raw}
        with closing(otherwise(corpus, root, others, asked.day, processes=PROCESSES)) as imagined:
            wants = asked.wish.wants(imagined.lint)
            before = None
            if not asked.known.off:
                before = read_known(FILE, raw) if path == FILE else known(root, asked.known.file)
            read = Tree(root, others).read
            found_now = without_known(imagined, wanted(imagined, wants), asked, wants, before, read)
            here = [each for each in found_now.findings if each.path == path]
            records = imagined.value("SELECT count(*) FROM record WHERE path = ?", (path,))
            searched = asked.wish.searches(imagined.lint)
    return Checked(here, records, root, others=others, searched=searched)
