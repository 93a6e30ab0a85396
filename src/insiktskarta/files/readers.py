"""Reading many files: on one process, or on several where that pays."""

import gc
import marshal
import os
import sys
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from insiktskarta.files.entry import Entry, entry
from insiktskarta.files.scan import Stat
from insiktskarta.files.settings import read_workspace
from insiktskarta.files.tree import Tree
from insiktskarta.rules import all_rules
from insiktskarta.rules.rule import Context

if TYPE_CHECKING:
    from multiprocessing.context import BaseContext
    from multiprocessing.process import BaseProcess

_MANY = 2_000  # files; below that a second process costs more than it gives
_PORTION = 250

_tree: Tree | None = None
_context: Context | None = None


def entries(
    tree: Tree, files: Mapping[str, Stat], context: Context, raw_settings: bytes, processes: int
) -> Iterator[Entry]:
    """The entries of files, in the order of their paths, whatever the number of processes."""
    ordered = sorted(files.items())
    if processes < 2 or len(ordered) < _MANY:  # noqa: PLR2004 - one process is no pool
        yield from (entry(path, stat, tree.read(path), context) for path, stat in ordered)
        return
    from concurrent.futures import ProcessPoolExecutor  # 15 ms that a few files do not need
    from concurrent.futures.process import BrokenProcessPool

    all_rules()  # before forking, so that they are imported once and not by every process
    portions = [ordered[start : start + _PORTION] for start in range(0, len(ordered), _PORTION)]
    done = 0
    with ProcessPoolExecutor(processes, _start_method(), _prepare, (tree, raw_settings)) as pool:
        try:
            for rows in pool.map(_read, portions):
                yield from map(Entry._make, marshal.loads(rows))  # noqa: S302 - a process of our own made it
                done += 1
        except BrokenProcessPool:  # somebody ended one of them, as a system does that runs out of memory
            pass
    for portion in portions[done:]:
        yield from (entry(path, stat, tree.read(path), context) for path, stat in portion)


def _start_method() -> "BaseContext":
    import multiprocessing

    # fork starts at once, but is safe only on Linux; the others start Python anew.
    return multiprocessing.get_context("fork" if sys.platform == "linux" else "spawn")


def _prepare(tree: Tree, raw_settings: bytes) -> None:
    import multiprocessing
    import threading

    global _tree, _context  # what a worker process keeps between its portions
    gc.disable()  # a worker lives for a second and makes no cycles to speak of
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_end_with, args=(parent,), daemon=True).start()
    _tree, _context = tree, read_workspace(tree.root, raw_settings).context()


def _end_with(parent: "BaseProcess") -> None:
    """End this process when the one that it works for is gone, and with it whoever wants what it reads."""
    parent.join()
    os._exit(1)


def _read(files: list[tuple[str, Stat]]) -> bytes:
    """The entries of files, as bytes: rows are plain values, which pickle takes twice as long to pass on."""
    assert _tree is not None  # noqa: S101 - set by the initializer
    assert _context is not None  # noqa: S101 - set by the initializer
    return marshal.dumps([tuple(entry(path, stat, _tree.read(path), _context)) for path, stat in files])
