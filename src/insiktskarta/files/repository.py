"""Questions to git about the repository that a folder lies in; git is asked, and never changes anything."""

import os
import re
import subprocess
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NoReturn

from insiktskarta.model.errors import InsiktError
from insiktskarta.model.language import N_

# Variables that git sets for its hooks: they mean the folder that git was run in, not the workspace.
_OF_HOOKS = frozenset({"GIT_DIR", "GIT_COMMON_DIR", "GIT_INDEX_FILE", "GIT_PREFIX"})
_PAIR = frozenset({"GIT_DIR", "GIT_COMMON_DIR"})  # meant where a working tree is named with them
# Nothing is written, not even git's own notes of what it has looked at.
_FIRST = ("--no-optional-locks", "--literal-pathspecs", "-c", "log.showSignature=false")
# A clone without its old contents would fetch them: what is asked here is answered from the disk or not at all.
_OFFLINE = {"GIT_ALLOW_PROTOCOL": "none", "GIT_NO_LAZY_FETCH": "1"}


def nothing(folder: Path) -> str:
    """The name that git has for an empty folder, which is what there was before the first commit."""
    return git(folder, "hash-object", "-t", "tree", "--stdin").decode().strip()


def commit_named(root: Path, ref: str) -> str | None:
    """The full name of a commit; None where the repository has none of that name."""
    done = run(root, "rev-parse", "--verify", "--quiet", f"{ref}^{{commit}}")
    said = done.stdout.decode("ascii", "replace").strip()
    return said if done.returncode == 0 and re.fullmatch("[0-9a-f]{40,64}", said) else None


def blobs(folder: Path, names: Sequence[str]) -> list[bytes]:
    """The contents with these names.

    Raises:
        InsiktError: the repository lacks one.
    """
    found = zip(names, contents(folder, names), strict=True)
    return [content if content is not None else lack(name) for name, content in found]


def contents(folder: Path, names: Sequence[str], *options: str) -> Iterator[bytes | None]:
    """The content of objects, in the order asked; None for what is missing or is no file.

    Args:
        folder: in the repository.
        names: of the objects, as git knows them.
        options: more for `git cat-file --batch`, such as `--follow-symlinks`.
    """
    asked = os.fsencode("".join(f"{name}\n" for name in names))
    said = git(folder, "cat-file", "--batch", *options, given=asked)
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


def lack(name: str) -> NoReturn:
    """Tell that the repository has not the content of this name, which one of its commits has."""
    message = N_(
        "git lacks the content {name}, which a commit names: this clone lacks some of its contents, or is damaged. “git fsck” tells more."
    )
    raise InsiktError(message, name=name)


def same_content(folder: Path, files: Iterable[tuple[bytes, str]]) -> set[bytes]:
    """Of files below a folder, those that are what a commit has, given by the name that git has for their content.

    git calls a file with another time changed, until it has looked at it and noted that.
    """
    asked = [(path, name) for path, name in files if b"\n" not in path]
    if not asked:
        return set()
    done = run(folder, "hash-object", "--stdin-paths", given=b"\n".join([*(path for path, _ in asked), b""]))
    if done.returncode:  # one of them is gone in the meantime
        return set()
    now = done.stdout.decode("ascii").split()
    return {path for (path, name), new in zip(asked, now, strict=True) if new == name}


def git(folder: Path, *arguments: str, given: bytes = b"") -> bytes:
    """What git says.

    Raises:
        InsiktError: it says that it cannot.
    """
    done = run(folder, *arguments, given=given)
    if done.returncode:
        refuse(folder, done.stderr)
    return done.stdout


def refuse(folder: Path, said: bytes) -> NoReturn:
    """Tell that git cannot answer, in our words; its own follow where they may say more."""
    lines = said.decode("utf-8", "replace").splitlines()
    first = next((each for each in lines if not each.startswith("warning:")), "")
    if not any(os.path.lexists(each / ".git") for each in (folder, *folder.parents)):
        message = N_(
            "{folder} is in no git repository, and --changed, --since and --at ask git how it was earlier. Leave the option out, or let git keep the folder from now on: “git init”."
        )
    elif run(folder, "rev-parse", "--git-dir").returncode:
        message = N_(
            "git cannot read the repository that {folder} is in, and --changed, --since and --at ask git how it was earlier. Without them the files are read as they are. (git says: {said})"
        )
    else:
        message = N_(
            "git cannot answer in {folder}: this clone lacks some of its contents, or is damaged. “git fsck” tells more. (git says: {said})"
        )
    raise InsiktError(message, folder=folder, said=first)


def run(folder: Path, *arguments: str, given: bytes = b"") -> "subprocess.CompletedProcess[bytes]":
    """A command of git, whatever comes of it.

    Raises:
        InsiktError: there is no git.
    """
    lost = _OF_HOOKS - _PAIR if "GIT_WORK_TREE" in os.environ else _OF_HOOKS
    try:
        return subprocess.run(  # noqa: S603 - no shell; words of the user's are names that git looks up
            ["git", *_FIRST, *arguments],  # noqa: S607 - git is where the user's PATH says
            cwd=folder,
            capture_output=True,
            check=False,
            env={name: value for name, value in os.environ.items() if name not in lost} | _OFFLINE,
            input=given,
        )
    except OSError:
        raise InsiktError(
            N_(
                "git is not installed here, and only git knows what has changed and how it was earlier. Install git."
            )
        ) from None
