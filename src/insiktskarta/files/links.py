"""Links that lead out: what they lead to is somebody else's, and is neither read nor written."""

import os
from collections.abc import Iterator
from pathlib import Path


def leads_out(path: str | Path, root: Path) -> bool:
    """Whether a path leads out of a workspace and of the repository around it, or to what is hidden in them.

    Args:
        path: which may be a link, or lie behind one.
        root: the workspace's folder, or another one that is looked through.
    """
    # A link into .git or to .env would show what no reader of the repository gets to see.
    target = Path(os.path.realpath(path))
    for home in _homes(Path(os.path.realpath(root))):
        if target.is_relative_to(home):
            return any(part.startswith(".") for part in target.relative_to(home).parts)
    return True


def is_link(entry: "os.DirEntry[str]") -> bool:
    """Whether an entry of a folder is a link, or what Windows has for one."""
    is_junction = getattr(entry, "is_junction", None)  # from Python 3.12 on
    return entry.is_symlink() or (is_junction is not None and is_junction())


def _homes(root: Path) -> Iterator[Path]:
    yield root
    for folder in (root, *root.parents):
        if os.path.lexists(folder / ".git"):
            yield folder
            return
