"""Which record files there are, by one walk over the disk."""

import hashlib
import os
import re
import time
from array import array
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain
from pathlib import Path

from insiktskarta.files.links import is_link, leads_out
from insiktskarta.files.problem import Problem
from insiktskarta.files.workspace import RECORDS
from insiktskarta.model.language import N_

Stat = tuple[int, int, int, int]
"""Size in bytes, modification and change time in nanoseconds, and inode; on Windows the last two are 0.

Who swaps two files of one size, or gives an edited file its old time, changes one of the last two.
"""

_UNREADABLE: Stat = (0, 0, 0, 0)
_ANY_TIME = -1  # no file has it, so that the file is read each time
NAME_ALONE: Stat = (-1, 0, 0, 0)
"""Of an empty folder, a link that leads nowhere or to a folder, and of whatever else has no content of its own."""
_OF_GIT = ".git"  # its own folder, or the file that leads to it, in a repository inside this one
_WINDOWS = os.name == "nt"  # where the change time is that of creation, and a walk is told no inode
_LARGEST = 2**63 - 1  # of the whole numbers that SQLite knows
_OUTSIDE = N_("The file lies outside the organisations' folders. Move it to insights/<organisation>/.")
_DEEP = N_("The file lies too deep. Records lie directly in insights/<organisation>/.")
_UNSAFE = N_("The file is not read, since its name is unsafe or does not end in “.yaml”. Rename it.")
OUT = Problem(
    "FO104",
    0,
    0,
    N_("The link leads out of the workspace, so nothing is read there. Put what it leads to here instead."),
)
# Notepad adds .txt, and Windows hides it.
_MEANT = (".yaml", ".yml", ".yaml.txt", ".yml.txt")
_READ = re.compile(r"insights/[^./\\][^/\\]*/[^./\\][^/\\]*\.yaml")


@dataclass
class Scan:
    """What is on the disk.

    Attributes:
        files: path below the workspace, with `/`, to its stat.
        strays: path to the stat of what is no record; of some, only the name can be searched.
        misplaced: path of a stray to what is wrong with where it lies, since it seems to be meant as a record.
        real: path of a stray, as it is shown, to the path that it has, where that cannot be shown.
        started: when the walk began, in nanoseconds.
    """

    files: dict[str, Stat] = field(default_factory=dict)
    strays: dict[str, Stat] = field(default_factory=dict)
    misplaced: dict[str, Problem] = field(default_factory=dict)
    real: dict[str, str] = field(default_factory=dict)
    started: int = field(default_factory=time.time_ns)

    @cached_property
    def digest(self) -> str:
        """One text for all paths and stats, so that they are compared without reading ten thousand rows."""
        total = hashlib.blake2b(
            "\0".join(sorted(self.misplaced)).encode("utf-8", "surrogatepass"), digest_size=20
        )
        for stats in (self.files, self.strays):
            paths = sorted(stats)
            names = "\0".join(paths).encode("utf-8", "surrogatepass")
            total.update(b"%d\0" % len(names) + names)
            total.update(array("q", chain.from_iterable(map(stats.__getitem__, paths))))
        return total.hexdigest()


def scan(root: Path) -> Scan:
    """All files below `insights/`: the records, and the others, with what is wrong with where they lie."""
    found = Scan()
    records = root / RECORDS
    if records.is_symlink() and leads_out(records, root):
        found.misplaced[RECORDS] = OUT
        return found
    for entry, path in _entries(records, RECORDS, found):
        if entry.name.startswith(".") or not _is_folder(entry):
            _stray(root, entry, path, found)
        elif is_link(entry) and leads_out(entry.path, root):
            _refuse(path, found)
        else:
            _organisation(root, entry, path, found)
    return found


def _organisation(root: Path, entry: "os.DirEntry[str]", path: str, found: Scan) -> None:
    empty, linked = True, is_link(entry)
    for inner, inner_path in _entries(entry.path, path, found):
        _take(root, inner, inner_path, found, linked=linked)
        empty = False
    if empty and path not in found.files:
        found.strays[path] = NAME_ALONE


def _take(root: Path, entry: "os.DirEntry[str]", path: str, found: Scan, *, linked: bool) -> None:
    shown = not entry.name.startswith(".")
    is_record = shown and entry.name.endswith(".yaml") and "\\" not in path
    is_folder = shown and not is_record and (linked or entry.is_symlink()) and _is_folder(entry)
    if (is_record or is_folder) and entry.is_symlink() and leads_out(entry.path, root):
        _refuse(path, found)
    elif is_record:
        found.files[path] = _stat(entry) or _UNREADABLE  # a link that leads nowhere: reading it will say so
    elif is_folder:
        # What lies behind a link lies elsewhere too, and is searched there if it is one of these files.
        for inner, inner_path in _meant_below(entry.path, path, found):
            _note(root, inner, inner_path, found)
    elif not linked or misplaced(path):
        _stray(root, entry, path, found)


def _refuse(path: str, found: Scan) -> None:
    found.misplaced[path], found.strays[path] = OUT, NAME_ALONE


def _stray(root: Path, entry: "os.DirEntry[str]", path: str, found: Scan) -> None:
    """Note a file that is no record, or all that lies below a folder; links to folders are not followed."""
    rest = [(entry, path)]
    for each, inner in rest:  # grows while it is walked
        if each.name == _OF_GIT:
            continue
        if each.is_dir(follow_symlinks=False) and not is_link(each):
            below = list(_entries(each.path, inner, found))
            rest += below
            if not below and inner not in found.files:
                found.strays[inner] = NAME_ALONE
        else:
            _note(root, each, inner, found)


def _note(root: Path, entry: "os.DirEntry[str]", path: str, found: Scan) -> None:
    wrong = misplaced(path)
    if wrong is not None:
        found.misplaced[path] = wrong
    # What a link out of the workspace leads to is somebody else's; git keeps only the link.
    own = _is_file(entry) and not (entry.is_symlink() and leads_out(entry.path, root))
    found.strays[path] = (own and _stat(entry)) or NAME_ALONE
    if "\\" in path:
        found.real[path] = entry.path


def _stat(entry: "os.DirEntry[str]") -> Stat | None:
    try:
        stat = entry.stat()
    except OSError:
        return None
    changed, inode = (0, 0) if _WINDOWS else (stat.st_ctime_ns, stat.st_ino & _LARGEST)
    return stat.st_size, stat.st_mtime_ns, changed, inode


def is_read(path: str) -> bool:
    """Whether a file with this path below the workspace, if there were one, would be read as a record."""
    return _READ.fullmatch(path) is not None


def is_stray(path: str) -> bool:
    """Whether a file with this path, if there were one, would be searched for personal data and not read."""
    folder, *rest = path.split("/")
    return folder == RECORDS and not is_read(path) and _OF_GIT not in rest


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


def _meant_below(folder: str, path: str, found: Scan) -> Iterator[tuple["os.DirEntry[str]", str]]:
    """All files below a folder that look like records; links to folders are not followed."""
    rest = [(folder, path)]
    for each in rest:  # grows while it is walked
        for entry, inner in _entries(*each, found):
            if entry.name.startswith("."):
                continue
            if entry.is_dir(follow_symlinks=False):
                rest.append((entry.path, inner))
            elif entry.name.lower().endswith(_MEANT):
                yield entry, inner


def _entries(folder: str | Path, path: str, found: Scan) -> Iterator[tuple["os.DirEntry[str]", str]]:
    try:
        with os.scandir(folder) as entries:
            yield from ((each, f"{path}/{shown_name(each.name)}") for each in entries)
    except FileNotFoundError:
        return
    except NotADirectoryError:  # a file that is called insights
        found.misplaced[path] = Problem("FO104", 0, 0, _OUTSIDE)
        found.strays[path] = (os.stat(folder).st_size, _ANY_TIME, 0, 0)  # noqa: PTH116 - a text or a path
    except OSError:  # protected: reading it as a file will say so
        found.files[path] = _UNREADABLE


def _is_folder(entry: "os.DirEntry[str]") -> bool:
    try:
        return entry.is_dir()
    except OSError:  # a link that leads to itself
        return False


def _is_file(entry: "os.DirEntry[str]") -> bool:
    try:
        return entry.is_file()
    except OSError:
        return False


def shown_name(name: str) -> str:
    """A file's name as it is stored and printed."""
    # A name that is no UTF-8 can be neither stored nor printed as it is, and a line break would part a finding.
    if name.isprintable():
        return name
    return "".join(each if each.isprintable() else each.encode("unicode_escape").decode() for each in name)
