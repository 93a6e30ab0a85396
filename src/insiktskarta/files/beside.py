"""A look at the files by a process beside this one, which meanwhile imports what reading them takes."""

import os
import pickle
import sys
from collections.abc import Callable
from pathlib import Path

from insiktskarta.files.scan import Scan, scan


def scan_beside(root: Path) -> Callable[[], Scan]:
    """Begin to look at all files below `insights/`; the answer of `scan` is there when it is asked for.

    Only Linux lets a process go on as two without danger; elsewhere, and where the other one comes to grief, the look
    is taken when it is asked for.
    """
    if sys.platform != "linux":
        return lambda: scan(root)
    hear, tell = os.pipe()
    other = os.fork()
    if not other:
        os.close(hear)  # or a killed run's other process would wait for itself to listen
        _tell(root, tell)
    os.close(tell)
    return lambda: _heard(hear, other) or scan(root)


def _tell(root: Path, tell: int) -> None:
    try:
        found = scan(root)
        assert found.digest  # noqa: S101 - so that it is known and passed on
        with open(tell, "wb") as pipe:
            pipe.write(pickle.dumps(found))
    finally:
        os._exit(0)  # whatever happens, what this process was about to do is done by the first one alone


def _heard(hear: int, other: int) -> Scan | None:
    with open(hear, "rb") as pipe:
        told = pipe.read()
    os.waitpid(other, 0)
    try:
        found = pickle.loads(told)  # noqa: S301 - a process of our own made it
    except (EOFError, pickle.UnpicklingError):
        return None
    assert isinstance(found, Scan)  # noqa: S101 - nothing else is told
    return found
