"""Reading many files: on one process, or on several where that pays."""

import gc
import marshal
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from insiktskarta.files.entry import Entry, entry
from insiktskarta.files.scan import Stat
from insiktskarta.files.settings import read_workspace
from insiktskarta.files.tree import Tree
from insiktskarta.rules import all_rules
from insiktskarta.rules.rule import Context

if TYPE_CHECKING:
    from concurrent.futures import Future
    from multiprocessing.context import BaseContext
    from multiprocessing.process import BaseProcess

_MANY = 2_000  # files; below that a second process costs more than it gives
_PORTION = 100
_AHEAD = 3  # portions; so many a process reads while this one is busy

_Portion = list[tuple[str, Stat]]
_tree: Tree | None = None
_context: Context | None = None


def entries(
    tree: Tree, files: Mapping[str, Stat], context: Context, raw_settings: bytes, processes: int
) -> Iterator[Entry]:
    """The entries of files, in the order of their paths, whatever the number of processes."""
    ordered = sorted(files.items())
    if processes < 2 or len(ordered) < _MANY:  # noqa: PLR2004 - one process is no pool
        yield from _read(ordered, tree, context)
        return
    from concurrent.futures import ProcessPoolExecutor  # 15 ms that a few files do not need

    all_rules()  # before forking, so that they are imported once and not by every process
    portions = [ordered[start : start + _PORTION] for start in range(0, len(ordered), _PORTION)]
    method = _start_method()
    forked = method.get_start_method() == "fork"  # then what this process has read is there already
    prepared = (tree, raw_settings, context if forked else None)
    with ProcessPoolExecutor(processes - 1, method, _prepare, prepared) as pool:

        def give(portion: _Portion) -> "Future[bytes]":
            return pool.submit(_packed, portion)

        def own(portion: _Portion) -> list[Entry]:
            return list(_read(portion, tree, context))

        yield from _together(portions, give, own, _AHEAD * (processes - 1))


def _together(
    portions: list[_Portion],
    give: "Callable[[_Portion], Future[bytes]]",
    own: Callable[[_Portion], list[Entry]],
    ahead: int,
) -> Iterator[Entry]:
    """The entries in order, of portions that this process and others read.

    Args:
        portions: of the files.
        give: gives one to another process.
        own: reads one in this process, as is done while the one whose turn it is has not been read.
        ahead: how many the others are given before they have read one.
    """
    from concurrent.futures.process import BrokenProcessPool

    read: dict[int, Future[bytes] | list[Entry]] = {}
    for place, portion in enumerate(portions):
        try:
            while (begun := place + len(read)) < len(portions):
                if sum(not _is_read(each) for each in read.values()) < ahead:
                    read[begun] = give(portions[begun])
                elif _is_read(read[place]):
                    break
                else:
                    read[begun] = own(portions[begun])
            yield from _entries(read.pop(place))
        except BrokenProcessPool:  # somebody ended one of them, as a system does that runs out of memory
            read.pop(place, None)
            yield from own(portion)


def _is_read(portion: "Future[bytes] | list[Entry]") -> bool:
    return isinstance(portion, list) or portion.done()


def _entries(read: "Future[bytes] | list[Entry]") -> Iterable[Entry]:
    if isinstance(read, list):
        return read
    return map(Entry._make, marshal.loads(read.result()))  # noqa: S302 - a process of our own made it


def _read(files: _Portion, tree: Tree, context: Context) -> Iterator[Entry]:
    return (entry(path, stat, tree.read(path), context) for path, stat in files)


def _start_method() -> "BaseContext":
    import multiprocessing

    # fork starts at once, but is safe only on Linux; the others start Python anew.
    return multiprocessing.get_context("fork" if sys.platform == "linux" else "spawn")


def _prepare(tree: Tree, raw_settings: bytes, context: Context | None) -> None:
    import multiprocessing
    import threading

    global _tree, _context  # what a worker process keeps between its portions
    gc.disable()  # a worker lives for a second and makes no cycles to speak of
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_end_with, args=(parent,), daemon=True).start()
    _tree, _context = tree, context or read_workspace(tree.root, raw_settings).context()


def _end_with(parent: "BaseProcess") -> None:
    """End this process when the one that it works for is gone, and with it whoever wants what it reads."""
    parent.join()
    os._exit(1)


def _packed(files: _Portion) -> bytes:
    """The entries of files, as bytes: rows are plain values, which pickle takes twice as long to pass on."""
    assert _tree is not None  # noqa: S101 - set by the initializer
    assert _context is not None  # noqa: S101 - set by the initializer
    return marshal.dumps([tuple(each) for each in _read(files, _tree, _context)])
