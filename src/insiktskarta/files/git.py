"""What git says of a workspace; nothing where there is no git."""

import subprocess
from dataclasses import dataclass
from pathlib import Path

from insiktskarta.files.workspace import RECORDS, SETTINGS


@dataclass(frozen=True, slots=True)
class Commit:
    """The latest commit that changed the records or the settings of a workspace.

    Attributes:
        name: short hash, with `+` after it when the records or the settings differ from it.
        date: its day, ISO 8601.
    """

    name: str
    date: str


def commit(root: Path, at: str = "") -> Commit | None:
    """The commit that the records are from, on the disk or as they were in the commit `at`; None where there is none."""
    said = _git(root, "log", "-1", "--format=%h %cs", at or "HEAD", "--", RECORDS, SETTINGS)
    if not said:
        return None
    name, date = said.split()
    changed = not at and _git(root, "status", "--porcelain", "--", RECORDS, SETTINGS)
    return Commit(f"{name}+" if changed else name, date)


def tracked(root: Path) -> list[str] | None:
    """The paths below a folder, with `/`, of all files that git holds; None where there is no git."""
    said = _git(root, "ls-files", "-z")
    return None if said is None else [each for each in said.split("\0") if each]


def _git(root: Path, *arguments: str) -> str | None:
    try:
        # Encoded by us: on Windows the default is the console's code page.
        done = subprocess.run(  # noqa: S603 - fixed words, no shell
            # Nothing is written, not even git's own notes of what it has looked at.
            ["git", "--no-optional-locks", "-c", "log.showSignature=false", *arguments],  # noqa: S607 - git is where the user's PATH says
            cwd=root,
            capture_output=True,
            check=False,
            encoding="utf-8",
            errors="replace",
            stdin=subprocess.DEVNULL,
        )
    except OSError:
        return None
    return done.stdout.strip() if done.returncode == 0 else None
