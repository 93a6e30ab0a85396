"""A workspace as it was at a revision or on a day, read out of git's objects: nothing is checked out or written."""

import calendar
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import NamedTuple

from insiktskarta.files.decode import LARGEST
from insiktskarta.files.repository import commit_named, contents, git, lack, run
from insiktskarta.files.workspace import RECORDS, SETTINGS
from insiktskarta.model.errors import InsiktError
from insiktskarta.model.language import N_

_DAY = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
_LINK = b"120000"
_NOTHING = "0" * 40
_PORTION = 500  # files that are read at a time
_ZONES = timedelta(days=2)  # farther than any two places' calendars are apart


@dataclass(frozen=True, slots=True)
class State:
    """A workspace at one commit.

    Attributes:
        root: the workspace's folder today.
        commit: the commit's full name.
        prefix: of the workspace in its repository: empty, or folders with `/` after each.
    """

    root: Path
    commit: str
    prefix: str

    def settings(self) -> bytes:
        """The bytes of `insikt.yaml`; none where there was no such file."""
        return next((raw or b"" for _, raw in self.files(SETTINGS)), b"")

    def files(self, below: str = RECORDS) -> Iterator[tuple[str, bytes | None]]:
        """Paths below the workspace, with `/`, and the bytes of each; None for what cannot be read.

        Of a file that is too large for a record only its size can be trusted. A link gives what it leads to.
        """
        listed = list(self._listed(below))
        for start in range(0, len(listed), _PORTION):
            portion = listed[start : start + _PORTION]
            read = contents(self.root, [self._asked(each) for each in portion], "--follow-symlinks")
            for each, raw in zip(portion, read, strict=True):
                if raw is None and each.mode != _LINK and each.size <= LARGEST:
                    lack(each.name)
                yield each.path, bytes(LARGEST + 1) if each.size > LARGEST else raw

    def _asked(self, each: "_Listed") -> str:
        """What `git cat-file` is asked for; no object for what need not or cannot be asked."""
        if each.mode != _LINK:
            return each.name if each.size <= LARGEST else _NOTHING
        return f"{self.commit}:{self.prefix}{each.path}" if "\n" not in each.path else _NOTHING

    def _listed(self, below: str) -> "Iterator[_Listed]":
        """The files below a path; a repository inside this one is none."""
        place = f"{self.prefix}{below}"
        found = git(self.root, "ls-tree", "-r", "-l", "-z", "--full-tree", self.commit, "--", place)
        for line in filter(None, found.split(b"\0")):
            about, _, path = line.partition(b"\t")
            mode, kind, name, size = about.split()
            if kind == b"blob":
                if not size.isdigit():
                    lack(name.decode())
                yield _Listed(mode, name.decode(), int(size), os.fsdecode(path).removeprefix(self.prefix))


class _Listed(NamedTuple):
    mode: bytes
    name: str
    size: int
    path: str


def state(root: Path, when: str) -> State:
    """The workspace at a revision as git names them, or on a day: `2024-10-23`, `2024-10` or `2024` (their last day).

    On a day means: the latest commit of the main line, by first parents, whose own date is not after it. So the answer
    does not depend on the clock's time zone, and what came in by a later merge is not there yet.

    Raises:
        InsiktError: no git or repository, no such revision, no commit so early, or no workspace there then.
    """
    prefix = _prefix(root)
    day = _day(when)
    named = _named_as_day(root, when) if day else _resolved(root, when)
    found = named or (_before(root, day) if day else None)
    if found is None:
        raise _unknown(root, when, day)
    there = State(root, found, prefix)
    if not git(root, "ls-tree", "--full-tree", found, "--", f"{prefix}{RECORDS}", f"{prefix}{SETTINGS}"):
        message = N_("At “{when}” there was no insights/ here yet, nor insikt.yaml.")
        raise InsiktError(message, when=when)
    return there


def demand_past(root: Path, when: str) -> None:
    """See that something can have changed since a day.

    Raises:
        InsiktError: it has not been yet, and nothing in the repository has it for a name.
    """
    today = (datetime.now(UTC).date() + _ZONES).isoformat()
    if _day(when) and when > today[: len(when)] and _named_as_day(root, when) is None:
        raise InsiktError(N_("{when} has not been yet. Write a day up to today."), when=when)


def _named_as_day(root: Path, when: str) -> str | None:
    return _resolved(root, f"refs/tags/{when}", f"refs/heads/{when}")


def _prefix(root: Path) -> str:
    return os.fsdecode(git(root, "rev-parse", "--show-prefix").rstrip(b"\n"))


def _day(when: str) -> str:
    """The last day that `when` means, ISO 8601; empty where it is no day."""
    match = _DAY.fullmatch(when)
    if not match:
        return ""
    year, month, day = (int(part) if part else 0 for part in match.groups())
    try:
        month = month or 12
        return date(year, month, day or calendar.monthrange(year, month)[1]).isoformat()
    except ValueError:  # a thirteenth month; perhaps a revision is called so
        return ""


def _resolved(root: Path, *names: str) -> str | None:
    """The full name of the commit that the first known of these names means."""
    for name in names:
        if name.startswith("-") or not name.isprintable():
            continue
        found = commit_named(root, name)
        if found is not None:
            return found
    return None


def _before(root: Path, day: str) -> str | None:
    """The latest commit of the main line that is not after a day by its own date."""
    reach = f"--before={(date.fromisoformat(day) + _ZONES).isoformat()}T23:59:59Z" if day < "9999" else ""
    words = ("log", "--first-parent", "--format=%H %cs", *filter(None, [reach]), "HEAD")
    found = run(root, *words)
    for line in found.stdout.decode("ascii", "replace").splitlines():
        name, _, written = line.partition(" ")
        if written <= day:
            return name
    return None


def _unknown(root: Path, when: str, day: str) -> InsiktError:
    shallow = run(root, "rev-parse", "--is-shallow-repository").stdout.strip() == b"true"
    if shallow:
        message = N_(
            "“{when}” is not in this clone, which has only the latest history. Get the rest with “git fetch --unshallow”, and try again."
        )
        return InsiktError(message, when=when)
    if not day:
        message = N_(
            "Git knows no revision “{when}”. Write a commit, a tag or a branch, or a date such as 2024-10-23."
        )
        return InsiktError(message, when=when)
    first = run(root, "log", "--first-parent", "--reverse", "--format=%cs", "HEAD").stdout.split()
    if not first:
        return InsiktError(N_("There are no commits here yet, so there is no earlier state to read."))
    message = N_("There is no commit as early as {when}; the first one is from {first}.")
    return InsiktError(message, when=when, first=first[0].decode("ascii", "replace"))
