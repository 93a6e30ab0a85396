"""A workspace as it was at a revision or on a day, read out of git's objects: nothing is checked out or written."""

import calendar
import os
import re
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple

from insiktskarta.files.decode import LARGEST
from insiktskarta.files.workspace import RECORDS, SETTINGS
from insiktskarta.model.errors import InsiktError
from insiktskarta.model.language import N_

_DAY = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
_NAME = re.compile(r"[0-9a-f]{40,64}")
_LINK = b"120000"
_NOTHING = "0" * 40
_PORTION = 500  # files that are read at a time
_ZONES = timedelta(days=2)  # farther than any two places' calendars are apart
# A clone without its old contents would fetch them: what is asked here is answered from the disk or not at all.
_OFFLINE = {"GIT_ALLOW_PROTOCOL": "none", "GIT_NO_LAZY_FETCH": "1"}

# In a hook git points at the repository of the hook, as seen from its root: ours is the one around the workspace.
_ELSEWHERE = frozenset({"GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_COMMON_DIR"})


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
            contents = _contents(self.root, [self._asked(each) for each in portion])
            for each, raw in zip(portion, contents, strict=True):
                if raw is None and each.mode != _LINK and each.size <= LARGEST:
                    raise _damaged()
                yield each.path, bytes(LARGEST + 1) if each.size > LARGEST else raw

    def _asked(self, each: "_Listed") -> str:
        """What `git cat-file` is asked for; no object for what need not or cannot be asked."""
        if each.mode != _LINK:
            return each.name if each.size <= LARGEST else _NOTHING
        return f"{self.commit}:{self.prefix}{each.path}" if "\n" not in each.path else _NOTHING

    def _listed(self, below: str) -> "Iterator[_Listed]":
        """The files below a path; a repository inside this one is none."""
        place = f"{self.prefix}{below}"
        found = _said(self.root, "ls-tree", "-r", "-l", "-z", "--full-tree", self.commit, "--", place)
        for line in filter(None, found.split(b"\0")):
            about, _, path = line.partition(b"\t")
            mode, kind, name, size = about.split()
            if kind == b"blob":
                if not size.isdigit():
                    raise _damaged()
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
    named = _resolved(root, f"refs/tags/{when}", f"refs/heads/{when}") if day else _resolved(root, when)
    found = named or (_before(root, day) if day else None)
    if found is None:
        raise _unknown(root, when, day)
    there = State(root, found, prefix)
    if not _said(root, "ls-tree", "--full-tree", found, "--", f"{prefix}{RECORDS}", f"{prefix}{SETTINGS}"):
        message = N_("At “{when}” there was no insights/ here yet, nor insikt.yaml.")
        raise InsiktError(message, when=when)
    return there


def _prefix(root: Path) -> str:
    try:
        found = _run(root, "rev-parse", "--show-prefix")
    except FileNotFoundError:
        raise InsiktError(N_("Earlier versions are read from git, which is not installed here.")) from None
    if found.returncode:
        message = N_(
            "{folder} is in no git repository, or in one that git refuses to read, so how it was earlier is not known."
        )
        raise InsiktError(message, folder=root)
    return os.fsdecode(found.stdout.rstrip(b"\n"))


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
        found = _run(root, "rev-parse", "--verify", "--quiet", f"{name}^{{commit}}")
        said = found.stdout.decode("ascii", "replace").strip()
        if found.returncode == 0 and _NAME.fullmatch(said):
            return said
    return None


def _before(root: Path, day: str) -> str | None:
    """The latest commit of the main line that is not after a day by its own date."""
    reach = f"--before={(date.fromisoformat(day) + _ZONES).isoformat()}T23:59:59Z" if day < "9999" else ""
    words = ("log", "--first-parent", "--format=%H %cs", *filter(None, [reach]), "HEAD")
    found = _run(root, *words)
    for line in found.stdout.decode("ascii", "replace").splitlines():
        name, _, written = line.partition(" ")
        if written <= day:
            return name
    return None


def _unknown(root: Path, when: str, day: str) -> InsiktError:
    shallow = _run(root, "rev-parse", "--is-shallow-repository").stdout.strip() == b"true"
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
    first = _run(root, "log", "--first-parent", "--reverse", "--format=%cs", "HEAD").stdout.split()
    if not first:
        return InsiktError(N_("There are no commits here yet, so there is no earlier state to read."))
    message = N_("There is no commit as early as {when}; the first one is from {first}.")
    return InsiktError(message, when=when, first=first[0].decode("ascii", "replace"))


def _contents(root: Path, names: Sequence[str]) -> Iterator[bytes | None]:
    """The content of objects, in the order asked; None for what is missing or is no file."""
    asked = "".join(f"{name}\n" for name in names)
    said = _said(root, "cat-file", "--batch", "--follow-symlinks", given=os.fsencode(asked))
    place = 0
    for _ in names:
        end = said.index(b"\n", place)
        words = said[place:end].split()
        place = end + 1
        # `<object> <kind> <size>`, then so many bytes; links that lead nowhere have their own words, size and bytes.
        if words[-1:] in ([b"missing"], [b"ambiguous"]):
            yield None
            continue
        size = int(words[-1])
        content = said[place : place + size]
        place += size + 1
        yield content if words[1:2] == [b"blob"] else None


def _said(root: Path, *arguments: str, given: bytes = b"") -> bytes:
    found = _run(root, *arguments, given=given)
    if found.returncode:
        raise _damaged()
    return found.stdout


def _damaged() -> InsiktError:
    return InsiktError(
        N_(
            "Git cannot read that state: this clone lacks some of its contents, or is damaged. “git fsck” tells more."
        )
    )


def _run(root: Path, *arguments: str, given: bytes = b"") -> "subprocess.CompletedProcess[bytes]":
    return subprocess.run(  # noqa: S603 - no shell; words of the user's are names that git looks up
        ["git", "--no-optional-locks", "-c", "log.showSignature=false", *arguments],  # noqa: S607 - git is where the user's PATH says
        cwd=root,
        input=given,
        capture_output=True,
        check=False,
        env={key: value for key, value in os.environ.items() if key not in _ELSEWHERE} | _OFFLINE,
    )
