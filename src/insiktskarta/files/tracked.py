"""git's word for that nothing below a folder has changed: it looks at ten thousand files in half the time that we take.

git compares the same sizes, times and inodes as we would. It is only asked where it holds every file there, none of
them under a flag that lets git look away, and where its own notes are younger than all files.
"""

import os
import subprocess

from insiktskarta import TYPE_CHECKING
from insiktskarta.files.standing import Standing, folders_stand

if TYPE_CHECKING:
    from collections.abc import Callable

_GIT = ("git", "--no-optional-locks", "--literal-pathspecs")
# What a repository's settings could change about how git looks at files.
_AS_SURE = ("-c", "core.fsmonitor=false", "-c", "core.checkStat=default", "-c", "core.trustctime=true")
_ELSEWHERE = frozenset({"GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_COMMON_DIR"})
_SECOND = 1_000_000_000  # nanoseconds; many a git knows whole seconds only
_END = 32  # bytes: at the end of git's notes is a sum of them all
_SHORTEST = 20
_NOTHING = b""


def tracked(root: str, name: str, stands: Standing) -> bytes:
    """What git's word is good for, to be handed to `asked`; nothing where git cannot be asked.

    Args:
        root: the workspace's folder.
        name: the folder in it.
        stands: how that folder stands.
    """
    if _is_led_elsewhere():
        return _NOTHING
    index = _said(root, "rev-parse", "--path-format=absolute", "--git-path", "index").decode(
        "utf-8", "surrogateescape"
    )
    held = _said(root, "ls-files", "-v", "-z", "--", name).split(b"\0")
    # H: held, and nothing more to say of it. Whatever else is held is not sure.
    wanted = {b"H " + path.encode("utf-8", "surrogateescape") for path in stands.files}
    path = index.rstrip("\r\n")
    if not path or wanted != {each for each in held if each}:
        return _NOTHING
    try:
        notes, noted = _notes(path), os.stat(path).st_mtime_ns
        folders = folders_stand(root, stands.folders)
        agrees = _looking(root, name).wait() == 0
    except OSError:
        return _NOTHING
    if not agrees or notes == _NOTHING or noted // _SECOND <= stands.latest // _SECOND:
        return _NOTHING
    names = "\0".join((path, *stands.folders)).encode("utf-8", "surrogateescape")
    return b"%d\0%s%s%s" % (len(names), names, notes, folders)


def asked(root: str, name: str, good_for: bytes) -> "Callable[[], bool]":
    """Ask git; it looks while others work on.

    Args:
        root: the workspace's folder.
        name: the folder in it.
        good_for: what `tracked` gave.

    Returns:
        whether nothing below the folder has changed, when git has answered.
    """
    if _is_led_elsewhere():
        return lambda: False
    length, _, rest = good_for.partition(b"\0")
    names, known = rest[: int(length)], rest[int(length) :]
    path, *folders = names.decode("utf-8", "surrogateescape").split("\0")
    asking = _looking(root, name)

    def same() -> bool:
        agrees = asking.wait() == 0
        return agrees and _notes(path) + folders_stand(root, folders) == known

    return same


def _is_led_elsewhere() -> bool:
    """Whether git would look at other files or notes than those that lie here, as it does for its hooks."""
    return not _ELSEWHERE.isdisjoint(os.environ)


def _looking(root: str, name: str) -> "subprocess.Popen[bytes]":
    # Unlike `git status`, diff-files calls changed whatever has other times, without a look at what stands in it:
    # for git, a file with other line ends may be the same file.
    nothing = subprocess.DEVNULL
    words = [*_GIT, *_AS_SURE, "diff-files", "--quiet", "--", name]
    return subprocess.Popen(words, cwd=root, stdin=nothing, stdout=nothing, stderr=nothing)  # noqa: S603 - fixed words, no shell


def _said(root: str, *arguments: str) -> bytes:
    try:
        done = subprocess.run(  # noqa: S603 - fixed words, no shell
            [*_GIT, *arguments], cwd=root, capture_output=True, check=False, stdin=subprocess.DEVNULL
        )
    except OSError:
        return _NOTHING
    return done.stdout if done.returncode == 0 else _NOTHING


def _notes(path: str) -> bytes:
    """The sum at the end of git's notes, and how long they are; nothing where git makes no sum."""
    with open(path, "rb") as file:
        length = file.seek(0, os.SEEK_END)
        file.seek(max(length - _END, 0))
        end = file.read()
    return b"%d %s" % (length, end) if any(end[-_SHORTEST:]) else _NOTHING
