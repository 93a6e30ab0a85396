"""Which record files there are, by one walk over the disk."""

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from insiktskarta.files.problem import Problem
from insiktskarta.files.workspace import RECORDS
from insiktskarta.model.language import N_

Stat = tuple[int, int]
"""Size in bytes and modification time in nanoseconds."""


@dataclass(slots=True)
class Scan:
    """What is on the disk.

    Attributes:
        files: path below the workspace, with `/`, to its stat.
        misplaced: path to what is wrong with where it lies; such a file is not read.
    """

    files: dict[str, Stat] = field(default_factory=dict)
    misplaced: dict[str, Problem] = field(default_factory=dict)


def scan(root: Path) -> Scan:
    """All files below `insights/` that are records or look as if they were meant to be."""
    found = Scan()
    for entry in _entries(root / RECORDS):
        if entry.is_dir():
            prefix = f"{RECORDS}/{_shown(entry.name)}"
            for inner in _entries(Path(entry.path)):
                _take(inner, f"{prefix}/{_shown(inner.name)}", found)
        elif entry.name.lower().endswith((".yaml", ".yml")):
            message = N_(
                "The file lies outside the organisations' folders. Move it to insights/<organisation>/."
            )
            found.misplaced[f"{RECORDS}/{_shown(entry.name)}"] = Problem("FO104", 0, 0, message)
    return found


def _take(entry: "os.DirEntry[str]", path: str, found: Scan) -> None:
    if entry.name.endswith(".yaml") and "\\" not in path:
        try:
            stat = entry.stat()
        except OSError:  # a link that leads nowhere: reading it will say so
            found.files[path] = (0, 0)
        else:
            found.files[path] = (stat.st_size, stat.st_mtime_ns)
    elif entry.is_dir():
        for inner in _entries(Path(entry.path)):
            if inner.name.lower().endswith((".yaml", ".yml")):
                message = N_("The file lies too deep. Records lie directly in insights/<organisation>/.")
                found.misplaced[f"{path}/{_shown(inner.name)}"] = Problem("FO104", 0, 0, message)
    elif entry.name.lower().endswith((".yaml", ".yml")):
        message = N_("The file is not read, since its name is unsafe or does not end in “.yaml”. Rename it.")
        found.misplaced[path] = Problem("FO104", 0, 0, message)


def _entries(folder: Path) -> Iterator["os.DirEntry[str]"]:
    try:
        with os.scandir(folder) as entries:
            yield from (entry for entry in entries if not entry.name.startswith("."))
    except FileNotFoundError:
        return


def _shown(name: str) -> str:
    # A name that is no UTF-8 can be neither stored nor printed as it is.
    return name if name.isascii() else name.encode("utf-8", "backslashreplace").decode("utf-8")
