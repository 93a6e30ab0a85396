"""Writing: a text as a file that is there whole or not at all."""

import errno
import os
import stat
import tempfile
import time
from collections.abc import Container, Iterator
from contextlib import contextmanager, suppress
from itertools import count
from pathlib import Path

from insiktskarta.files.links import leads_out
from insiktskarta.files.workspace import RECORDS
from insiktskarta.model.errors import InsiktError
from insiktskarta.model.language import N_

_SPARE = ".insikt"
_PREFIX, _SUFFIX = ".new-", ".tmp"
_OLD = 86_400  # seconds; no run takes a day
_WINDOWS = os.name == "nt"
_WRITABLE = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH
_FULL = {errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)}


def demand_own_folder(root: Path, organisation: str) -> None:
    """Refuse to write records into a folder that leads out of the workspace, since `lint` reads none there.

    Raises:
        InsiktError: the organisation's folder, or that of all records, is such a link.
    """
    if leads_out(root / RECORDS / organisation, root):
        out = RECORDS if leads_out(root / RECORDS, root) else f"{RECORDS}/{organisation}"
        message = N_(
            "{folder}: FO104 The folder is a link that leads out of the workspace, so nothing is written there. Put the folder itself there, or choose another organisation."
        )
        raise InsiktError(message, folder=out)


def free_name(root: Path, organisation: str, stem: str, former: Container[str] = ()) -> str:
    """The name that a new file would get now: the stem, or with the next free number after it."""
    folder = root / RECORDS / organisation
    names = _names(organisation, stem, former)
    return next(name for name in names if not os.path.lexists(folder / f"{name}.yaml"))


def _names(organisation: str, stem: str, former: Container[str]) -> Iterator[str]:
    for number in count(1):
        name = stem if number == 1 else f"{stem}-{number}"
        if f"{organisation}/{name}" not in former:
            yield name


def write_new(root: Path, organisation: str, stem: str, text: str, former: Container[str] = ()) -> Path:
    """Write a new file `insights/<organisation>/<stem>.yaml`, or with the next free number after the stem.

    The file appears whole or not at all, whatever happens on the way, and never replaces another.

    Args:
        root: the workspace.
        organisation: the slug, which is the folder's name.
        stem: the file's name without suffix.
        text: what it shall hold.
        former: ids that other records had before; none of them is given to the new one.

    Raises:
        InsiktError: the disk is full, or the folder is protected or leads out of the workspace.
    """
    demand_own_folder(root, organisation)
    folder = root / RECORDS / organisation
    content = text.encode("utf-8")
    with _told(folder / f"{stem}.yaml"):
        folder.mkdir(parents=True, exist_ok=True)
        with _spare(_spare_folder(root, folder), content) as spare:
            for name in _names(organisation, stem, former):
                path = folder / f"{name}.yaml"
                with suppress(FileExistsError):
                    _put(spare, path, content)
                    return path
    raise AssertionError  # the numbers do not end


def replace(path: Path, text: str) -> None:
    """Write a file that may exist already; readers see the old text or the new one, never a part.

    Raises:
        InsiktError: the disk is full, or the file or its folder is protected.
    """
    replace_bytes(path, text.encode("utf-8"))


def replace_bytes(path: Path, content: bytes) -> None:
    """Write a file that may exist already; readers see the old content or the new one, never a part.

    A link stays a link and the file that it leads to is written, as when a shell or an editor writes: who put it
    there wants the file there. That file keeps its permissions. What is no file, as a pipe or a device, is written to.

    Raises:
        InsiktError: the disk is full, or the file or its folder is protected.
    """
    with _told(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        file = Path(os.path.realpath(path))
        kind = _kind(path)
        if kind and not stat.S_ISREG(kind) and not stat.S_ISDIR(kind):
            path.write_bytes(content)
            return
        if kind and not kind & _WRITABLE:
            raise _protected(path)
        with _spare(file.parent, content, stat.S_IMODE(kind) if kind else None) as spare:
            spare.replace(file)


def _kind(path: Path) -> int:
    """The mode of the file that a path leads to; 0 where there is none yet."""
    try:
        return path.stat().st_mode
    except FileNotFoundError:
        return 0


def replace_read(path: Path, before: bytes, after: bytes) -> None:
    """Write a file that was read, if it is still as it was; it keeps its permissions, and a link stays a link.

    Raises:
        InsiktError: somebody else has changed it, it is protected, or the disk is full.
    """
    file = Path(os.path.realpath(path))
    with _told(path):
        mode = stat.S_IMODE(file.stat().st_mode)
        # Whoever owns the folder could replace a protected file as well, but has been asked not to.
        if not mode & _WRITABLE or not os.access(file, os.W_OK):
            raise _protected(path)
        with _spare(file.parent, after, mode) as spare:
            if file.read_bytes() != before:
                raise InsiktError(
                    N_(
                        "{file} was changed by somebody else meanwhile and stays as it is. Run the command again."
                    ),
                    file=path,
                )
            spare.replace(file)


def _protected(path: Path) -> InsiktError:
    return InsiktError(N_("{file} is write-protected and stays as it is."), file=path)


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """Turn what the system refuses into words about the file that was to be written."""
    try:
        yield
    except OSError as error:
        if error.errno in _FULL:
            raise InsiktError(N_("The disk is full, so {file} cannot be written."), file=path) from None
        if path.is_dir():
            raise InsiktError(N_("{file} is a folder. Write the name of a file."), file=path) from None
        if error.errno == errno.ENAMETOOLONG:
            raise InsiktError(N_("The name {file} is too long for this disk."), file=path) from None
        raise InsiktError(
            N_("{file} cannot be written. Is it open in another program, or its folder protected?"), file=path
        ) from None


@contextmanager
def _spare(folder: Path, content: bytes, mode: int | None = None) -> Iterator[Path]:
    """A file with the content under a name of its own, for as long as it takes to give it its right name."""
    descriptor, name = tempfile.mkstemp(prefix=_PREFIX, suffix=_SUFFIX, dir=folder)
    spare = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        spare.chmod(0o666 & ~_umask() if mode is None else mode)  # mkstemp's files are for the owner alone
        yield spare
    finally:
        spare.unlink(missing_ok=True)


def _spare_folder(root: Path, folder: Path) -> Path:
    # What a killed run leaves behind lies where nobody looks and git does not; the records' folder is the fallback.
    spares = root / _SPARE
    if spares.is_symlink():
        return folder
    try:
        spares.mkdir(exist_ok=True)
        ignore = spares / ".gitignore"
        if not ignore.exists():
            ignore.write_text("*\n", encoding="utf-8", newline="\n")
        for left in spares.glob(f"{_PREFIX}*{_SUFFIX}"):
            if left.stat().st_mtime < time.time() - _OLD:
                left.unlink(missing_ok=True)
    except OSError:
        return folder
    usable = os.access(spares, os.W_OK) and spares.stat().st_dev == folder.stat().st_dev
    return spares if usable else folder


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _put(spare: Path, path: Path, content: bytes) -> None:
    """Give a spare file its name; FileExistsError where the name is taken."""
    try:
        if _WINDOWS:
            spare.rename(path)  # Windows refuses to replace
        else:
            path.hardlink_to(spare)
    except FileExistsError:
        raise
    except OSError:
        _put_without_links(path, content)


def _put_without_links(path: Path, content: bytes) -> None:
    # A file system without hard links, or a spare on another one: of those who look first, one at a time.
    with _spare(path.parent, content) as spare, _alone(path.parent):
        if os.path.lexists(path):
            raise FileExistsError(path)
        spare.rename(path)


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Wait until no other run is here; the system lets go of the lock however this one ends."""
    try:
        import fcntl
    except ImportError:  # Windows, where a name cannot be taken twice
        yield
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        with suppress(OSError):  # some network disks know no locks
            fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)
