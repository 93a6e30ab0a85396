"""Which record files there are, by one walk over the disk."""

import hashlib
import os
import re
import time
from array import array
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path

from insiktskarta.files.problem import Problem
from insiktskarta.files.workspace import RECORDS
from insiktskarta.model.language import N_

Stat = tuple[int, int, int, int]
"""Size in bytes, modification and change time in nanoseconds, and inode; on Windows the last two are 0.

Who swaps two files of one size, or gives an edited file its old time, changes one of the last two.
"""

_UNREADABLE: Stat = (0, 0, 0, 0)
_WINDOWS = os.name == "nt"  # where the change time is that of creation, and a walk is told no inode
_LARGEST = 2**63 - 1  # of the whole numbers that SQLite knows
_OUTSIDE = N_("The file lies outside the organisations' folders. Move it to insights/<organisation>/.")
_DEEP = N_("The file lies too deep. Records lie directly in insights/<organisation>/.")
_UNSAFE = N_("The file is not read, since its name is unsafe or does not end in “.yaml”. Rename it.")
# Notepad adds .txt, and Windows hides it.
_MEANT = (".yaml", ".yml", ".yaml.txt", ".yml.txt")
_READ = re.compile(r"insights/[^./\\][^/\\]*/[^./\\][^/\\]*\.yaml")


@dataclass(slots=True)
class Scan:
    """What is on the disk.

    Attributes:
        files: path below the workspace, with `/`, to its stat.
        misplaced: path to what is wrong with where it lies; such a file is not read.
        started: when the walk began, in nanoseconds.
    """

    files: dict[str, Stat] = field(default_factory=dict)
    misplaced: dict[str, Problem] = field(default_factory=dict)
    started: int = field(default_factory=time.time_ns)

    def digest(self) -> str:
        """One text for all paths and stats, so that they are compared without reading ten thousand rows."""
        paths = sorted(self.files)
        names = "\0".join((*paths, "", *sorted(self.misplaced))).encode("utf-8", "surrogatepass")
        total = hashlib.blake2b(b"%d\0" % len(names) + names, digest_size=20)
        total.update(array("q", chain.from_iterable(map(self.files.__getitem__, paths))))
        return total.hexdigest()


def scan(root: Path) -> Scan:
    """All files below `insights/` that are records or look as if they were meant to be."""
    found = Scan()
    for entry, path in _entries(root / RECORDS, RECORDS, found):
        if _is_folder(entry):
            for inner, inner_path in _entries(entry.path, path, found):
                _take(inner, inner_path, found)
        elif entry.name.lower().endswith(_MEANT):
            found.misplaced[path] = Problem("FO104", 0, 0, _OUTSIDE)
    return found


def _take(entry: "os.DirEntry[str]", path: str, found: Scan) -> None:
    if entry.name.endswith(".yaml") and "\\" not in path:
        try:
            stat = entry.stat()
        except OSError:  # a link that leads nowhere: reading it will say so
            found.files[path] = _UNREADABLE
        else:
            changed, inode = (0, 0) if _WINDOWS else (stat.st_ctime_ns, stat.st_ino & _LARGEST)
            found.files[path] = (stat.st_size, stat.st_mtime_ns, changed, inode)
    elif _is_folder(entry):
        for inner_path in _meant_below(entry.path, path, found):
            found.misplaced[inner_path] = Problem("FO104", 0, 0, _DEEP)
    elif entry.name.lower().endswith(_MEANT):
        found.misplaced[path] = Problem("FO104", 0, 0, _UNSAFE)


def is_read(path: str) -> bool:
    """Whether a file with this path below the workspace, if there were one, would be read as a record."""
    return _READ.fullmatch(path) is not None


def misplaced(path: str) -> Problem | None:
    """What would be wrong with where a file with this path lies; None for a record, and for what is none."""
    parts = path.split("/")
    if path == RECORDS:
        return Problem("FO104", 0, 0, _OUTSIDE)
    if is_read(path) or parts[0] != RECORDS or any(part.startswith(".") for part in parts):
        return None
    if not path.lower().endswith(_MEANT):
        return None
    return Problem("FO104", 0, 0, {2: _OUTSIDE, 3: _UNSAFE}.get(len(parts), _DEEP))


def _meant_below(folder: str, path: str, found: Scan) -> Iterator[str]:
    """The paths of all files below a folder that look like records; links to folders are not followed."""
    rest = [(folder, path)]
    for each in rest:  # grows while it is walked
        for entry, inner in _entries(*each, found):
            if entry.is_dir(follow_symlinks=False):
                rest.append((entry.path, inner))
            elif entry.name.lower().endswith(_MEANT):
                yield inner


def _entries(folder: str | Path, path: str, found: Scan) -> Iterator[tuple["os.DirEntry[str]", str]]:
    try:
        with os.scandir(folder) as entries:
            yield from (
                (each, f"{path}/{shown_name(each.name)}") for each in entries if not each.name.startswith(".")
            )
    except FileNotFoundError:
        return
    except NotADirectoryError:  # a file that is called insights
        found.misplaced[path] = Problem("FO104", 0, 0, _OUTSIDE)
    except OSError:  # protected: reading it as a file will say so
        found.files[path] = _UNREADABLE


def _is_folder(entry: "os.DirEntry[str]") -> bool:
    try:
        return entry.is_dir()
    except OSError:  # a link that leads to itself
        return False


def shown_name(name: str) -> str:
    """A file's name as it is stored and printed."""
    # A name that is no UTF-8 can be neither stored nor printed as it is, and a line break would part a finding.
    if name.isprintable():
        return name
    return "".join(each if each.isprintable() else each.encode("unicode_escape").decode() for each in name)
