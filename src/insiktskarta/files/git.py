"""What git says of a workspace; nothing where there is no git."""

from dataclasses import dataclass
from pathlib import Path

from insiktskarta.files.repository import run
from insiktskarta.files.workspace import RECORDS, SETTINGS
from insiktskarta.model.errors import InsiktError


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
        done = run(root, *arguments)
    except InsiktError:
        return None
    return done.stdout.decode("utf-8", "replace").strip() if done.returncode == 0 else None
