"""Findings below any path: part of a workspace, a whole one, or files that lie in none."""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from insiktskarta.files.check import is_about, is_below, verdict
from insiktskarta.files.content import read_bytes
from insiktskarta.files.index import Day, open_corpus
from insiktskarta.files.links import leads_out
from insiktskarta.files.parse import findings, parse
from insiktskarta.files.problem import Problem
from insiktskarta.files.scan import OUT
from insiktskarta.files.settings import read_workspace
from insiktskarta.files.workspace import RECORDS, SETTINGS, is_root, workspace_above
from insiktskarta.model.baseline import FILE
from insiktskarta.model.corpus import Corpus
from insiktskarta.model.errors import InsiktError
from insiktskarta.model.finding import Finding
from insiktskarta.model.language import N_
from insiktskarta.model.suppression import applied
from insiktskarta.rules import all_rules
from insiktskarta.rules.excuses import named
from insiktskarta.rules.rule import Context

_ABOUT_PLACE = frozenset({"FO101", "FO102"})
"""Rules about where a record lies, which say nothing of a file outside a workspace."""


@dataclass(frozen=True, slots=True)
class Below:
    """What lies below a path.

    Attributes:
        findings: of its files, in reading order.
        records: the paths of those that were read as records.
        folder: what the paths are relative to.
    """

    findings: tuple[Finding, ...] = ()
    records: frozenset[str] = frozenset()
    folder: Path = Path()


Wants = Callable[[str, str], bool]
"""Whether a rule, by its code, is asked for in a file, by its path in the workspace."""
Look = Callable[[Corpus, Path], Iterable[Finding]]
"""What is reported of a workspace, by its corpus and its folder."""


def _all(_: Mapping[str, Any]) -> Wants:
    return lambda _, __: True


def below(
    folder: Path,
    paths: Iterable[Path],
    day: Day | None = None,
    wants: Callable[[Mapping[str, Any]], Wants] = _all,
    look: Look | None = None,
) -> Below:
    """The findings of files, and of everything below folders, each once.

    Args:
        folder: where the run is. Paths are shown relative to the workspace around it, or else to itself.
        paths: the files and folders; relative ones from `folder`.
        day: for findings that depend on it.
        wants: from the linter's settings of a workspace to what is asked for in it; no settings outside of any.
        look: for what is reported of a workspace, where that is not just what is asked for.

    Raises:
        InsiktError: there is nothing at one of the paths.
    """
    # Path.resolve would follow links out of the workspace.
    folder = Path(os.path.abspath(folder))  # noqa: PTH100
    look = look or _verdict(wants)
    base = workspace_above(folder / RECORDS) or folder
    found = [
        each
        for path in paths
        for each in _below(base, Path(os.path.abspath(folder / path)), day, look, wants({}))  # noqa: PTH100
    ]
    return Below(
        tuple(sorted({finding for each in found for finding in each.findings})),
        frozenset(record for each in found for record in each.records),
        base,
    )


def _verdict(wants: Callable[[Mapping[str, Any]], Wants]) -> Look:
    def look(corpus: Corpus, _: Path) -> Iterator[Finding]:
        wanted = wants(corpus.lint)
        return (each for each in verdict(corpus) if wanted(each.code, each.path))

    return look


def _below(base: Path, path: Path, day: Day | None, look: Look, wants: Wants) -> Iterator[Below]:
    if not os.path.lexists(path):
        raise InsiktError(N_("There is no file or folder {path}."), path=path)
    root = root_of(path)
    if root is not None:
        yield _in_workspace(base, root, path, day, look)
        return
    above = workspace_above(path)
    context = context_of(above)
    for each, is_workspace in _walk(path) if path.is_dir() else [(path, False)]:
        if is_workspace:
            yield _in_workspace(base, each, each, day, look)
        elif each.is_symlink() and each != path and leads_out(each, above or path):
            yield Below(findings(_shown(base, each), [OUT]))
        else:
            yield loose(base, context, each, read_bytes(str(each)), wants)


def root_of(path: Path) -> Path | None:
    """The workspace whose records or settings a path belongs to."""
    if is_root(path):
        return path
    root = workspace_above(path)
    return root if root is not None and path.relative_to(root).parts[0] in (RECORDS, SETTINGS, FILE) else None


def _walk(folder: Path) -> Iterator[tuple[Path, bool]]:
    """The YAML files below a folder, and the workspaces, which are not walked; hidden folders are left out."""
    for name, folders, files in os.walk(folder):
        if is_root(Path(name)):
            folders.clear()
            yield Path(name), True
            continue
        folders[:] = sorted(each for each in folders if not each.startswith("."))
        yield from ((Path(name, each), False) for each in sorted(files) if each.endswith((".yaml", ".yml")))


def _in_workspace(base: Path, root: Path, path: Path, day: Day | None, look: Look) -> Below:
    inside = "" if path == root else path.relative_to(root).as_posix()
    prefix = "" if root == base else f"{_shown(base, root)}/"
    with closing(open_corpus(root, day=day)) as corpus:
        read = [row[0] for row in corpus.rows("SELECT path FROM record")]
        found = [each for each in look(corpus, root) if is_about(each.path, inside)]
        return Below(
            tuple(replace(each, path=f"{prefix}{each.path}") for each in found),
            frozenset(f"{prefix}{each}" for each in read if is_below(each, inside)),
        )


def context_of(root: Path | None) -> Context:
    """What the rules may know of a file that is no record of the workspace that it lies in, if it lies in one."""
    # A file that lies beside the records of a workspace may use its words.
    workspace = read_workspace(root) if root is not None else read_workspace(Path(), b"")
    return workspace.context()


def loose(base: Path, context: Context, file: Path, raw: bytes | None, wants: Wants) -> Below:
    """The findings of a file that belongs to no workspace, or lies beside its records."""
    shown = _shown(base, file)
    if raw is None:
        problem = Problem(
            "YA117", 0, 0, N_("The file cannot be opened. Is it open in another program, or protected?")
        )
        return Below(findings(shown, [problem]))
    parsed = parse(shown, raw, context)
    found = (each for each in parsed.findings if each.code not in _ABOUT_PLACE)
    left, about = applied(found, parsed.excuses, _unlooked(), () if parsed.record else (shown,))
    asked = tuple(each for each in (*left, *named(about)) if wants(each.code, shown))
    return Below(asked, frozenset({shown} if parsed.record is not None else ()))


def _unlooked() -> frozenset[str]:
    """The codes of the rules that see a whole workspace or its settings, and so nothing in a file beside it."""
    return _ABOUT_PLACE | {rule.code for rule in all_rules() if rule.corpus or rule.dated or rule.settings}


def _shown(folder: Path, path: Path) -> str:
    shown = (path.relative_to(folder) if path.is_relative_to(folder) else path).as_posix()
    return shown.encode("utf-8", "backslashreplace").decode()
