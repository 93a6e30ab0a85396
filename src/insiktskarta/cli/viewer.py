"""The program that the system shows a file with."""

import os
import subprocess
import sys
from pathlib import Path

from insiktskarta.cli import console
from insiktskarta.cli.app import Run
from insiktskarta.model.language import N_
from insiktskarta.model.masking import masked

_PATIENCE = 2  # seconds; what still runs then shows the file
_running: list["subprocess.Popen[bytes]"] = []


def show(path: Path, run: Run) -> None:
    """Let the system show a file that has been written; where it cannot, say where the file lies."""
    console.release()  # what is said comes before the window that covers it
    if not _opened(path.resolve()):
        message = N_("There is no program here that can show the picture. It lies in {file}.")
        console.say(run.language.text(message, file=masked(path.resolve().as_posix())))


def _opened(path: Path) -> bool:
    if sys.platform == "win32":
        try:
            os.startfile(path)  # noqa: S606 - the person has asked for it
        except OSError:
            return False
        return True
    program = "open" if sys.platform == "darwin" else "xdg-open"
    try:
        # In a session of its own, so that Ctrl-C in the terminal does not close the picture.
        viewer = subprocess.Popen(  # noqa: S603 - the file's name is one argument, and no shell reads it
            [program, str(path)],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError:
        return False
    try:
        return viewer.wait(_PATIENCE) == 0
    except subprocess.TimeoutExpired:
        _running.append(viewer)  # Python warns of a child that is forgotten
        return True
