"""What the working folder of a workspace has that a commit has not, and what the commit had instead; from git."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from insiktskarta.files.repository import blobs, commit_named, git, nothing, refuse, run, same_content
from insiktskarta.files.scan import shown_name
from insiktskarta.files.workspace import RECORDS, SETTINGS
from insiktskarta.model.errors import InsiktError
from insiktskarta.model.language import N_

_FILE, _LINK, _SUBMODULE = "100", "120000", "160000"
_RAW = re.compile(r":(\d{6}) (\d{6}) ([0-9a-f]+) [0-9a-f]+ [A-Z]\d*")
_FETCH_ALL = N_(
    "This clone lacks a part of the history, so what has changed since “{ref}” cannot be known. Fetch all of it: “git fetch --unshallow”, or in CI “fetch-depth: 0” where the repository is checked out."
)


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
    shallow = git(root, "rev-parse", "--is-shallow-repository").strip() == b"true"
    head = commit_named(root, "HEAD")
    since = (head or nothing(root)) if ref is None else _merge_base(root, ref, head, shallow=shallow)
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
        stood.update(zip(names, blobs(repository, list(names.values())), strict=True))
    return stood


def _touched(
    root: Path, folder: Path, prefix: str, since: str, paths: Iterable[str]
) -> Iterable[tuple[str, Before | None]]:
    """The touched paths of one repository, and of those that lie in it as submodules."""
    said = git(
        folder, "-c", "diff.autoRefreshIndex=false", "diff", "--raw", "-z", "--no-abbrev", "--no-renames", "--no-ext-diff", "--no-color",
        "--relative", "--ignore-submodules=none", since, "--", *paths,
    ).split(b"\0")  # fmt: skip
    looked_at: list[tuple[bytes, Before]] = []
    for about, raw_path in zip(said[::2], said[1::2], strict=False):
        match, path = _RAW.fullmatch(about.decode("ascii", "replace")), prefix + _text(raw_path)
        if match is None:
            refuse(folder, about)
        mode, now, name = match.groups()
        if _SUBMODULE in (mode, now):
            if (root / path / ".git").exists():
                inner = name if mode == _SUBMODULE else nothing(folder)
                yield from _touched(root, root / path, f"{path}/", inner, ["."])
        elif mode.startswith(_FILE) and now.startswith(_FILE):
            looked_at.append((raw_path, Before(name, mode, folder)))
        else:
            yield path, Before(name, mode, folder) if name.strip("0") else None
    same = same_content(folder, [(raw_path, was.name) for raw_path, was in looked_at])
    yield from ((prefix + _text(raw_path), was) for raw_path, was in looked_at if raw_path not in same)
    for raw_path in git(folder, "ls-files", "-z", "--others", "--exclude-standard", "--", *paths).split(
        b"\0"
    ):
        if raw_path:
            yield prefix + _text(raw_path), None


def _linked(root: Path) -> Iterator[str]:
    for path in (root / RECORDS, *sorted((root / RECORDS).glob("*")), *sorted((root / RECORDS).glob("*/*"))):
        if path.is_symlink():
            yield _composed(path.relative_to(root).as_posix()) + "/" * path.is_dir()


def _merge_base(root: Path, ref: str, head: str | None, *, shallow: bool) -> str:
    other = commit_named(root, ref) if ref and not ref.startswith("-") else None
    if other is None:
        if shallow:
            raise InsiktError(_FETCH_ALL, ref=ref)
        message = N_("git knows no “{ref}” here. Check the name, or fetch it: “git fetch origin”.")
        raise InsiktError(message, ref=ref)
    done = run(root, "merge-base", other, head) if head is not None else None
    if done is not None and done.returncode == 0:
        return done.stdout.decode().strip()
    if shallow:
        raise InsiktError(_FETCH_ALL, ref=ref)
    message = N_(
        "“{ref}” and what is checked out have no commit in common. Name the branch that yours began from."
    )
    raise InsiktError(message, ref=ref)


def _text(raw: bytes) -> str:
    return "/".join(shown_name(each) for each in raw.decode("utf-8", "surrogateescape").split("/"))


def _composed(path: str) -> str:
    # macOS may hand out a name in parts that git has as a whole.
    return path if path.isascii() else unicodedata.normalize("NFC", path)
