"""Checking again whenever a file has changed, until the person ends it."""

import datetime as dt
import gc
import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from insiktskarta.cli import console
from insiktskarta.cli.app import Run, refused
from insiktskarta.files.scan import scan
from insiktskarta.files.workspace import RECORDS, SETTINGS, workspace_above
from insiktskarta.model.baseline import FILE
from insiktskarta.model.errors import InsiktError
from insiktskarta.model.masking import masked

_PAUSE = 0.5  # seconds between two looks at the disk

State = dict[str, tuple[int, ...]]
"""Path to size and time of everything that findings hang on."""


def watch(
    run: Run,
    paths: tuple[Path, ...],
    check: Callable[[], object],
    pause: Callable[[], None] = lambda: time.sleep(_PAUSE),
) -> None:
    """Check, and check again when a file has changed or a day has passed; ends by KeyboardInterrupt alone.

    Args:
        run: the language, and the folder that the workspace is in.
        paths: that are looked at beside the workspace, or instead of it.
        check: says what it finds.
        pause: waits before the next look.

    Raises:
        InsiktError: the first check is impossible; a later one is only said to be.
    """
    gc.enable()  # unlike other commands, this one does not soon end
    first = True
    for _ in _changes(run, paths, pause):
        console.clear()
        try:
            check()
        except (InsiktError, OSError) as error:
            if first:
                raise
            # A file may be away for a moment while an editor saves it.
            console.say(masked(_impossible(run, error)))
        first = False
        now = dt.datetime.now().astimezone()
        console.say(
            run.language.text("{time}: checked. Waiting for changes; Ctrl-C ends.", time=f"{now:%H:%M:%S}")
        )
        console.release()


def _changes(run: Run, paths: tuple[Path, ...], pause: Callable[[], None]) -> Iterator[None]:
    """One step now, and one whenever something is different from before the last step."""
    last = None
    while True:
        # Looked at before the check: what changes during it is checked once more.
        now = dt.datetime.now().astimezone().date(), _state(run, paths)
        if now != last:
            last = now
            yield
        else:
            pause()


def _state(run: Run, paths: tuple[Path, ...]) -> State:
    folder = Path(os.path.abspath(run.folder))  # noqa: PTH100 - resolving would follow links
    root = workspace_above(folder / RECORDS)
    state: State = {}
    if root is not None:
        found = scan(root)
        state |= found.files | found.strays
        state |= dict.fromkeys(found.misplaced, (0, 0))
        paths = (*paths, root / SETTINGS, root / FILE)
    for path in paths:
        state |= _stats(folder / path)
    return state


def _stats(path: Path) -> State:
    """The files at or below a path; none where there is nothing, or where it may not be seen."""
    state: State = {}
    for name in (path, *_below(path)):
        try:
            stat = name.stat()
        except OSError:
            continue
        if not name.is_dir():  # SQLite's own files change a folder's time
            state[str(name)] = stat.st_size, stat.st_mtime_ns
    return state


def _below(path: Path) -> Iterator[Path]:
    for folder, folders, files in os.walk(path):
        folders[:] = [each for each in folders if not each.startswith(".")]
        yield from (Path(folder, each) for each in files if each.endswith((".yaml", ".yml")))


def _impossible(run: Run, error: InsiktError | OSError) -> str:
    if isinstance(error, InsiktError):
        return error.text(run.language)
    return refused(error, run.language)
