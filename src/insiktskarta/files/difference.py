"""What the working folder of a workspace has that a commit has not, and what the commit had instead; from git."""

import os
import re
import subprocess
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

from insiktskarta.files.scan import shown_name
from insiktskarta.files.workspace import RECORDS, SETTINGS
from insiktskarta.model.errors import InsiktError
from insiktskarta.model.language import N_

_LINK, _SUBMODULE = "120000", "160000"
_RAW = re.compile(r":(\d{6}) (\d{6}) ([0-9a-f]+) [0-9a-f]+ [A-Z]\d*")
_FETCH_ALL = N_(
    "This clone lacks a part of the history, so what has changed since “{ref}” cannot be known. Fetch all of it: “git fetch --unshallow”, or in CI “fetch-depth: 0” where the repository is checked out."
)
# Of the variables that git sets for its hooks: they mean the folder that git was run in, not the workspace.
_OF_HOOKS = ("GIT_DIR", "GIT_INDEX_FILE", "GIT_PREFIX")


@dataclass(frozen=True, slots=True)
class Before:
    """What a commit has at a path: the name of its content, the kind of file, and the repository that has it."""

    name: str
    mode: str
    repository: Path


@dataclass(frozen=True, slots=True)
class Difference:
    """How the files of a workspace differ from a commit.

    Attributes:
        root: the workspace's folder.
        commit: the commit's full name; empty where there is none yet.
        touched: path below the workspace, with `/`, to what the commit has there; None for nothing. A folder that
            is a repository of its own ends in `/`.
        linked: files and folders, these with `/`, that are links: git does not look at what is behind them.
    """

    root: Path
    commit: str
    touched: Mapping[str, Before | None]
    linked: frozenset[str] = frozenset()

    def touches(self, path: str) -> bool:
        """Whether a file is, or may be, another one than in the commit."""
        path = _composed(path)
        folders = [each for each in (*self.touched, *self.linked) if each.endswith("/")]
        return path in self.touched or path in self.linked or path.startswith(tuple(folders))


def difference(root: Path, ref: str | None, more: Iterable[str] = ()) -> Difference:
    """How the working folder differs from the commit that a branch left another one at.

    Args:
        root: the workspace's folder.
        ref: the other branch, or any name of a commit; None for the commit that is checked out.
        more: other files that count, below the workspace and with `/`.

    Raises:
        InsiktError: there is no git, no repository, no such commit, or too little of the history.
    """
    shallow = _git(root, "rev-parse", "--is-shallow-repository").strip() == b"true"
    head = _commit(root, "HEAD")
    since = (head or _nothing(root)) if ref is None else _merge_base(root, ref, head, shallow=shallow)
    paths = (RECORDS, SETTINGS, *more)
    touched = {_composed(path): was for path, was in _touched(root, root, "", since, paths)}
    return Difference(root, since if head else "", touched, frozenset(_linked(root)))


def contents(found: Difference) -> dict[str, bytes | None]:
    """What stood in each of the touched files: path to content, None where there was no file.

    Raises:
        InsiktError: git does not have the content.
    """
    stood: dict[str, bytes | None] = {path: None for path in found.touched if not path.endswith("/")}
    by_repository: dict[Path, dict[str, str]] = {}
    for path, was in found.touched.items():
        if was is not None and was.mode == _LINK:
            del stood[path]  # what is behind it counts as it is now
        elif was is not None:
            by_repository.setdefault(was.repository, {})[path] = was.name
    for repository, names in by_repository.items():
        stood.update(zip(names, _blobs(repository, list(names.values())), strict=True))
    return stood


def _touched(
    root: Path, folder: Path, prefix: str, since: str, paths: Iterable[str]
) -> Iterable[tuple[str, Before | None]]:
    """The touched paths of one repository, and of those that lie in it as submodules."""
    said = _git(
        folder, "diff", "--raw", "-z", "--no-abbrev", "--no-renames", "--no-ext-diff", "--no-color",
        "--relative", "--ignore-submodules=none", since, "--", *paths,
    ).split(b"\0")  # fmt: skip
    for about, raw_path in zip(said[::2], said[1::2], strict=False):
        match, path = _RAW.fullmatch(about.decode("ascii", "replace")), prefix + _text(raw_path)
        if match is None:
            _refuse(folder, about)
        mode, now, name = match.groups()
        if _SUBMODULE not in (mode, now):
            yield path, Before(name, mode, folder) if name.strip("0") else None
        elif (root / path / ".git").exists():
            inner = name if mode == _SUBMODULE else _nothing(folder)
            yield from _touched(root, root / path, f"{path}/", inner, ["."])
    for raw_path in _git(folder, "ls-files", "-z", "--others", "--exclude-standard", "--", *paths).split(
        b"\0"
    ):
        if raw_path:
            yield prefix + _text(raw_path), None


def _linked(root: Path) -> Iterator[str]:
    for path in (root / RECORDS, *sorted((root / RECORDS).glob("*")), *sorted((root / RECORDS).glob("*/*"))):
        if path.is_symlink():
            yield _composed(path.relative_to(root).as_posix()) + "/" * path.is_dir()


def _nothing(folder: Path) -> str:
    """The name that git has for an empty folder, which is what there was before the first commit."""
    return _git(folder, "hash-object", "-t", "tree", "--stdin").decode().strip()


def _merge_base(root: Path, ref: str, head: str | None, *, shallow: bool) -> str:
    other = _commit(root, ref) if ref and not ref.startswith("-") else None
    if other is None:
        if shallow:
            raise InsiktError(_FETCH_ALL, ref=ref)
        message = N_("git knows no “{ref}” here. Check the name, or fetch it: “git fetch origin”.")
        raise InsiktError(message, ref=ref)
    done = _run(root, "merge-base", other, head) if head is not None else None
    if done is not None and done.returncode == 0:
        return done.stdout.decode().strip()
    if shallow:
        raise InsiktError(_FETCH_ALL, ref=ref)
    message = N_(
        "“{ref}” and what is checked out have no commit in common. Name the branch that yours began from."
    )
    raise InsiktError(message, ref=ref)


def _commit(root: Path, ref: str) -> str | None:
    done = _run(root, "rev-parse", "--verify", "--quiet", f"{ref}^{{commit}}")
    said = done.stdout.decode("ascii", "replace").strip()
    return said if done.returncode == 0 and re.fullmatch("[0-9a-f]{40,64}", said) else None


def _blobs(folder: Path, names: list[str]) -> list[bytes | None]:
    said = _git(folder, "cat-file", "--batch", given="".join(f"{name}\n" for name in names).encode())
    found: list[bytes | None] = []
    start = 0
    for name in names:
        end = said.index(b"\n", start)
        about = said[start:end].split()
        if len(about) != 3:  # noqa: PLR2004 - name, kind and size
            raise InsiktError(
                N_(
                    "git lacks the content {name}, which the commit names. Is a part of the repository missing?"
                ),
                name=name,
            )
        size = int(about[2])
        found.append(said[end + 1 : end + 1 + size])
        start = end + size + 2
    return found


def _git(folder: Path, *arguments: str, given: bytes = b"") -> bytes:
    done = _run(folder, *arguments, given=given)
    if done.returncode:
        _refuse(folder, done.stderr)
    return done.stdout


def _refuse(folder: Path, said: bytes) -> NoReturn:
    first = next(iter(said.decode("utf-8", "replace").splitlines()), "")
    message = N_(
        "git cannot tell what has changed in {folder}. --changed and --since need a git repository; without them everything is checked. git says: {said}"
    )
    raise InsiktError(message, folder=folder, said=first)


def _run(folder: Path, *arguments: str, given: bytes = b"") -> "subprocess.CompletedProcess[bytes]":
    kept = {
        name: value
        for name, value in os.environ.items()
        if name not in _OF_HOOKS or (name == "GIT_DIR" and "GIT_WORK_TREE" in os.environ)
    }
    try:
        return subprocess.run(  # noqa: S603 - fixed words and names that git has given, no shell
            # Nothing is written, not even git's own notes of what it has looked at.
            ["git", "--no-optional-locks", "--literal-pathspecs", *arguments],  # noqa: S607 - git is where the user's PATH says
            cwd=folder,
            capture_output=True,
            check=False,
            env=kept,
            input=given,
        )
    except OSError:
        raise InsiktError(
            N_("What has changed can only be known with git, and there is none here. Install git.")
        ) from None


def _text(raw: bytes) -> str:
    return "/".join(shown_name(each) for each in raw.decode("utf-8", "surrogateescape").split("/"))


def _composed(path: str) -> str:
    # macOS may hand out a name in parts that git has as a whole.
    return path if path.isascii() else unicodedata.normalize("NFC", path)
