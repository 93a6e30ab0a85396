"""How all that lies below a folder stands on the disk, as bytes that differ when anything has changed."""

import os
from itertools import chain
from struct import pack

from insiktskarta import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

Numbers = tuple[int, int, int, int, int]
"""Mode, size, modification and change time in nanoseconds, and inode, as far as the system tells them."""
_UNKNOWN: "Numbers" = (0, 0, 0, 0, 0)


class Standing:
    """What lies below a folder.

    Attributes:
        files: paths below the root, with `/`, as the walk came to them.
        folders: likewise, the folder itself first.
        latest: the latest time of any of them, in nanoseconds.
        listing: all of it; the same bytes come again only while nothing has changed.
    """

    def __init__(self, files: "dict[str, Numbers]", folders: "dict[str, Numbers]") -> None:
        """What was found of files and folders."""
        self.files, self.folders = list(files), list(folders)
        self.latest = max(max(each[2:4]) for each in (*files.values(), *folders.values()))
        self.listing = _bytes(folders) + _bytes(files)


def standing(root: str, name: str, *, without: str = "") -> Standing | None:
    """How all below a folder stands.

    Args:
        root: the folder that paths are relative to.
        name: the folder in it.
        without: the name of folders that do not count. Where there are such, a folder counts by its name only: its
            times tell when one of them came.

    Returns:
        None where links lead elsewhere, or something cannot be looked at: that may change unseen.
    """
    files: dict[str, Numbers] = {}
    by_name = bool(without)
    folders = {name: _UNKNOWN if by_name else _numbers(os.stat(f"{root}/{name}"))}
    rest = [name]
    try:
        for path in rest:  # grows while it is walked
            with os.scandir(f"{root}/{path}") as entries:
                for entry in entries:
                    below = f"{path}/{entry.name}"
                    if entry.is_symlink():
                        return None
                    if entry.name == without:
                        continue
                    if entry.is_dir(follow_symlinks=False):
                        folders[below] = _UNKNOWN if by_name else _numbers(entry.stat(follow_symlinks=False))
                        rest.append(below)
                    else:
                        files[below] = _numbers(entry.stat(follow_symlinks=False))
    except OSError:
        return None
    return Standing(files, folders)


def folders_stand(root: str, names: "Sequence[str]") -> bytes:
    """How some folders stand, apart from what lies in them: a file that comes, goes or gets another name shows in them.

    Raises:
        OSError: one of them is gone.
    """
    return _bytes({name: _numbers(os.stat(f"{root}/{name}")) for name in names})


def _numbers(stat: os.stat_result) -> Numbers:
    return stat.st_mode, stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns, stat.st_ino


def _bytes(found: "dict[str, Numbers]") -> bytes:
    names = "\0".join(found).encode("utf-8", "surrogateescape")
    # Unsigned, as inodes are; a time before 1970 has no place here, nor in a workspace.
    return b"%d\0%s%s" % (len(names), names, pack(f"{5 * len(found)}Q", *chain.from_iterable(found.values())))
