"""Findings below any path: part of a workspace, a whole one, or files that lie in none."""

import os
from contextlib import closing
from pathlib import Path

from insiktskarta.files.entry import read_bytes
from insiktskarta.files.index import open_corpus
from insiktskarta.files.parse import findings, parse
from insiktskarta.files.problem import Problem
from insiktskarta.files.settings import read_workspace
from insiktskarta.files.workspace import RECORDS, SETTINGS, find_root, is_root
from insiktskarta.model.errors import InsiktError
from insiktskarta.model.finding import Finding
from insiktskarta.model.language import N_
from insiktskarta.rules.rule import Context

_ABOUT_PLACE = frozenset({"FO101", "FO102"})
"""Rules about where a record lies, which say nothing of a file outside a workspace."""


def findings_below(folder: Path, path: Path) -> tuple[list[Finding], int]:
    """The findings of a file or of everything below a folder, and how many records that is.

    Args:
        folder: that paths of files outside any workspace are shown relative to.
        path: the file or folder.

    Raises:
        InsiktError: there is nothing there.
    """
    path = Path(os.path.abspath(path))  # noqa: PTH100 - Path.resolve would follow links out of the workspace
    if not os.path.lexists(path):
        raise InsiktError(N_("There is no file or folder {path}."), path=path)
    root = _root_of(path)
    return _in_workspace(root, path) if root is not None else _loose(folder, path)


def _root_of(path: Path) -> Path | None:
    """The workspace whose records or settings a path belongs to."""
    if path.is_dir() and is_root(path):
        return path
    try:
        root = find_root(path.parent)
    except InsiktError:
        return None
    parts = path.relative_to(root).parts if path.is_relative_to(root) else ()
    return root if parts and parts[0] in (RECORDS, SETTINGS) else None


def _in_workspace(root: Path, path: Path) -> tuple[list[Finding], int]:
    below = "" if path == root else path.relative_to(root).as_posix()
    paths = [below] if below else []
    with closing(open_corpus(root)) as corpus:
        read = [row[0] for row in corpus.rows("SELECT path FROM record")]
        count = sum(not below or each == below or each.startswith(f"{below}/") for each in read)
        return list(corpus.findings(paths)), count


def _loose(folder: Path, path: Path) -> tuple[list[Finding], int]:
    workspace = read_workspace(path.parent, b"")
    context = Context(workspace.vocabulary(), workspace.registry())
    files = (
        sorted(each for suffix in ("yaml", "yml") for each in path.rglob(f"*.{suffix}"))
        if path.is_dir()
        else [path]
    )
    found: list[Finding] = []
    count = 0
    for file in files:
        shown = (file.relative_to(folder) if file.is_relative_to(folder) else file).as_posix()
        shown = shown.encode("utf-8", "backslashreplace").decode()
        raw = read_bytes(str(file))
        if raw is None:
            problem = Problem(
                "YA117", 0, 0, N_("The file cannot be opened. Is it open in another program, or protected?")
            )
            found += findings(shown, [problem])
            continue
        parsed = parse(shown, raw, context)
        count += parsed.record is not None
        found += [each for each in parsed.findings if each.code not in _ABOUT_PLACE]
    return found, count
