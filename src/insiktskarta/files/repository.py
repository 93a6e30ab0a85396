"""Questions to git about the repository that a folder lies in; git is asked, and never changes anything."""

import os
import re
import subprocess
from collections.abc import Iterable
from pathlib import Path
from typing import NoReturn

from insiktskarta.model.errors import InsiktError
from insiktskarta.model.language import N_

# Of the variables that git sets for its hooks: they mean the folder that git was run in, not the workspace.
_OF_HOOKS = ("GIT_DIR", "GIT_INDEX_FILE", "GIT_PREFIX")


def nothing(folder: Path) -> str:
    """The name that git has for an empty folder, which is what there was before the first commit."""
    return git(folder, "hash-object", "-t", "tree", "--stdin").decode().strip()


def commit_named(root: Path, ref: str) -> str | None:
    """The full name of a commit; None where the repository has none of that name."""
    done = run(root, "rev-parse", "--verify", "--quiet", f"{ref}^{{commit}}")
    said = done.stdout.decode("ascii", "replace").strip()
    return said if done.returncode == 0 and re.fullmatch("[0-9a-f]{40,64}", said) else None


def blobs(folder: Path, names: list[str]) -> list[bytes]:
    """The contents with these names.

    Raises:
        InsiktError: the repository lacks one.
    """
    said = git(folder, "cat-file", "--batch", given="".join(f"{name}\n" for name in names).encode())
    found: list[bytes] = []
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
    """Tell that git cannot answer, in its own words."""
    first = next(iter(said.decode("utf-8", "replace").splitlines()), "")
    message = N_(
        "git cannot tell what has changed in {folder}. --changed and --since need a git repository; without them everything is checked. git says: {said}"
    )
    raise InsiktError(message, folder=folder, said=first)


def run(folder: Path, *arguments: str, given: bytes = b"") -> "subprocess.CompletedProcess[bytes]":
    """A command of git, whatever comes of it.

    Raises:
        InsiktError: there is no git.
    """
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
