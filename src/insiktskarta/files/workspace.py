"""Where a workspace is, and what its index depends on: all that a run with nothing new to read needs."""

import hashlib
import os
import re
import sys
from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from pathlib import Path

from insiktskarta import __version__
from insiktskarta.files.links import leads_out
from insiktskarta.files.tables import VERSION
from insiktskarta.model.errors import InsiktError
from insiktskarta.model.language import N_

SETTINGS = "insikt.yaml"
RECORDS = "insights"
SCHEMAS = "schemas"
_READER = re.compile(r"(?:pydantic|pydantic_core|pyyaml|yaml_rs)-[^/]*\.(?:dist|egg)-info$", re.IGNORECASE)


def is_root(folder: Path) -> bool:
    """Whether a folder is a workspace; a record that is called `insikt.yaml` makes none of the folder it lies in."""
    if (folder / RECORDS).is_dir():
        return folder.name != RECORDS or not _holds_records(folder.parent)
    return (folder / SETTINGS).is_file() and RECORDS not in (folder.name, folder.parent.name)


def _holds_records(folder: Path) -> bool:
    # Of insights/insights/, the outer folder holds the records and the inner one is called as a workspace's is.
    return (folder / SETTINGS).is_file()


def find_root(start: Path) -> Path:
    """The workspace that a folder lies in: the nearest one upward with `insikt.yaml` or `insights/`.

    Raises:
        InsiktError: there is none.
    """
    start = start.resolve()
    for folder in (start, *start.parents):
        if is_root(folder):
            return folder
    raise InsiktError(
        N_(
            "There are no insights here: neither the folder “insights” nor the file “insikt.yaml” in {folder} or above it. Make the folder with “mkdir insights”, change to the right folder, or name it with --workspace."
        ),
        folder=start,
    )


def settings_bytes(root: Path) -> bytes:
    """The bytes of `insikt.yaml`; none where there is no such file.

    Raises:
        InsiktError: it is a link that leads out of the workspace, or no file.
    """
    demand_own(root, SETTINGS)
    try:
        return (root / SETTINGS).read_bytes()
    except FileNotFoundError:
        return b""


def demand_own(root: Path, name: str) -> None:
    """Refuse to read a workspace's own file where it is a link that leads out, or what would be waited for.

    Raises:
        InsiktError: so it is.
    """
    path = root / name
    if path.is_symlink() and leads_out(path, root):
        message = N_(
            "{file} is a link that leads out of the workspace, so it is not read. Put the file there instead."
        )
        raise InsiktError(message, file=name)
    if path.exists() and not path.is_file() and not path.is_dir():
        message = N_(
            "{file} is a pipe or a device, and no file that can be read twice. Put a file there instead."
        )
        raise InsiktError(message, file=name)


def workspace_above(path: Path) -> Path | None:
    """The nearest folder above a path that is a workspace; None where there is none."""
    return next((folder for folder in path.parents if is_root(folder)), None)


def has_schemas(root: Path) -> bool:
    """Whether the workspace has schemas that records may name."""
    return (root / SCHEMAS).is_dir()


def fingerprint(root: Path, raw_settings: bytes) -> str:
    """What an index depends on beside the records: tool, tables, rules, vocabulary and configuration."""
    tool = f"{__version__}:{VERSION}:{_package_hash()}:{_readers()}:{has_schemas(root)}:"
    return hashlib.sha256(tool.encode() + raw_settings).hexdigest()


@cache
def _package_hash() -> str:
    total = hashlib.sha1(usedforsecurity=False)
    package = Path(__file__).parent.parent
    for path in sorted(_sources(package)):
        total.update(f"{path.removeprefix(str(package))}\0".encode())
        with open(path, "rb") as file:  # noqa: PTH123 - a hundred files at every start: Path costs three times as much
            total.update(file.read())
    return total.hexdigest()


@cache
def _readers() -> list[str]:
    """The versions of what reads and checks files, by the names of their folders: importlib.metadata takes 10 ms."""
    found: set[str] = set()
    for folder in sys.path:
        with suppress(OSError):
            found.update(each.name for each in os.scandir(folder or ".") if _READER.match(each.name))
    return sorted(found)


def _sources(package: Path) -> Iterator[str]:
    for layer in ("model", "query", "rules", "files"):
        for folder, _, names in os.walk(package / layer):
            yield from (f"{folder}/{name}" for name in names if name.endswith((".py", ".yaml", ".csv")))
