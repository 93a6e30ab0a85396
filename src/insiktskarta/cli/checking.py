"""What `insikt lint` is asked, and what it finds: in a whole workspace, below paths, in a branch, in an editor."""

import datetime as dt
import os
from collections.abc import Callable, Mapping
from contextlib import closing
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from insiktskarta.cli.app import Run
from insiktskarta.cli.corpora import opened
from insiktskarta.files.index import Day
from insiktskarta.files.workspace import RECORDS, find_root, workspace_above
from insiktskarta.model.baseline import FILE
from insiktskarta.model.corpus import Corpus
from insiktskarta.model.errors import InsiktError
from insiktskarta.model.finding import Finding
from insiktskarta.model.language import N_

_PERSONAL = "PD"  # the family of rules about personal data


@dataclass(frozen=True, slots=True)
class Wish:
    """What of the findings is asked for: hints too, and which rules."""

    hints: bool
    select: tuple[str, ...]
    ignore: tuple[str, ...]

    def chooses(self, settings: Mapping[str, Any]) -> bool:
        """Whether the command line or the settings of a workspace leave rules out."""
        return bool(self.select or self.ignore or any(settings.values()))

    def selects(self, family: str) -> bool:
        """Whether the command line names a family, or rules in it, among those that it selects."""
        codes = (code.strip().upper() for each in self.select for code in each.split(","))
        return any(code and (code.startswith(family) or family.startswith(code)) for code in codes)

    def searches(self, settings: Mapping[str, Any]) -> bool:
        """Whether every rule about personal data is asked for, everywhere."""
        if not self.chooses(settings):
            return True
        from insiktskarta.rules import all_rules

        wants = self.wants(settings)
        personal = (rule.code for rule in all_rules() if rule.code.startswith(_PERSONAL))
        return not settings.get("per_path") and all(wants(code, "") for code in personal)

    def wants(self, settings: Mapping[str, Any]) -> Callable[[str, str], bool]:
        """Whether a rule is asked for in a file, by code and path, with the settings of its workspace."""
        if not self.chooses(settings):
            return lambda _, __: True
        from insiktskarta.rules.selection import chosen

        return chosen(settings, self.select, self.ignore).wants


@dataclass(frozen=True, slots=True)
class Known:
    """What is asked of the findings that are known from before.

    Attributes:
        file: the baseline, where it is not the usual one.
        off: whether they are to be shown all the same.
        write: whether what is found now is to be counted as known.
        prune: whether what is no longer found is to be taken away.
    """

    file: Path | None = None
    off: bool = False
    write: bool = False
    prune: bool = False


@dataclass(frozen=True, slots=True)
class Asked:
    """What a run is asked.

    Attributes:
        wish: which findings.
        paths: where; everywhere without any.
        branch: whether only what differs from a commit counts, and what it breaks.
        since: the commit, or None for the one that is checked out.
        known: what is known from before.
        piped: the path of the file that an editor pipes.
    """

    wish: Wish
    paths: tuple[Path, ...] = ()
    branch: bool = False
    since: str | None = None
    known: Known = Known()
    piped: Path | None = None

    @property
    def day(self) -> Day:
        """Today, and whether slow rules are to look."""
        return Day(dt.datetime.now().astimezone().date().isoformat(), self.wish.hints)


@dataclass(frozen=True, slots=True)
class Checked:
    """What was looked at.

    Attributes:
        findings: of the files.
        records: how many were read.
        folder: what the paths of the findings are relative to.
        hints: how many hints there are beside the findings.
        notes: what else the person should know, in their language.
        others: path to the content that was read instead of the file's.
        refused: whether what was asked for was not done.
        searched: whether all that is known of personal data was looked for.
    """

    findings: list[Finding]
    records: int
    folder: Path
    hints: int = 0
    notes: tuple[str, ...] = ()
    others: Mapping[str, bytes] = field(default_factory=dict)
    refused: bool = False
    searched: bool = True


def checked(run: Run, asked: Asked) -> Checked:
    """The findings that are asked for, with the hints counted where they are not.

    Raises:
        InsiktError: what is asked for does not go together, or cannot be known.
    """
    if asked.piped is not None:
        from insiktskarta.cli.piped import piped

        return told(piped(run, asked), asked.wish)
    alone = not (asked.branch or asked.known.write or asked.known.prune or asked.known.file)
    if asked.paths and alone:
        return _below(run, asked)
    root, places = _where(run, asked.paths)
    if root != workspace_above(run.folder.resolve() / RECORDS):
        return _from_outside(run, asked, root, places)
    with closing(opened(run, asked.day)) as corpus:
        count = corpus.value("SELECT count(*) FROM record")
        if alone and _plain(corpus, root, asked) and count == corpus.value("SELECT count(*) FROM file"):
            from insiktskarta.files.check import grave

            findings, hints = grave(corpus)
            return Checked(findings, count, root, hints)
        from insiktskarta.cli.verdicts import in_workspace

        return told(in_workspace(run, corpus, root, asked, places), asked.wish)


def _where(run: Run, paths: tuple[Path, ...]) -> tuple[Path, list[str]]:
    """The one workspace that is asked about, and where in it; everywhere without any paths."""
    here = run.folder.resolve()
    if not paths:
        return find_root(here), [""]
    from insiktskarta.files.anywhere import root_of  # it knows the readers, which a warm run does without

    # Path.resolve would follow links out of the workspace.
    places = [Path(os.path.abspath(here / path)) for path in paths]  # noqa: PTH100
    roots = [root_of(place) for place in places]
    root = next((each.resolve() for each in roots if each is not None), None) or find_root(here)
    own = zip(paths, places, roots, strict=True)
    return root, [_inside(root, *each) for each in own]


def _from_outside(run: Run, asked: Asked, root: Path, places: list[str]) -> Checked:
    """What is found in another workspace than that of the run, with the paths that a run without choices tells."""
    here = run.folder.resolve()
    base = workspace_above(here / RECORDS) or here
    found = checked(replace(run, folder=root), replace(asked, paths=tuple(root / place for place in places)))
    before = (root.relative_to(base) if root.is_relative_to(base) else root).as_posix()
    return replace(
        found,
        folder=base,
        findings=[replace(each, path=f"{before}/{each.path}") for each in found.findings],
        others={f"{before}/{path}": content for path, content in found.others.items()},
    )


def told(found: Checked, wish: Wish) -> Checked:
    """What was found with its hints counted, where they are not asked for."""
    shown = [each for each in found.findings if wish.hints or each.severity != "hint"]
    return replace(found, findings=shown, hints=len(found.findings) - len(shown))


def _plain(corpus: Corpus, root: Path, asked: Asked) -> bool:
    """Whether nothing is asked but the errors and warnings of everything."""
    return not (
        asked.wish.hints
        or asked.wish.chooses(corpus.lint)
        or (not asked.known.off and (root / FILE).exists())
    )


def _below(run: Run, asked: Asked) -> Checked:
    from insiktskarta.cli.left_out import left_out
    from insiktskarta.cli.verdicts import reported
    from insiktskarta.files.anywhere import below

    notes: dict[str, None] = {}  # several paths may lie in one workspace

    def look(corpus: Corpus, root: Path) -> list[Finding]:
        notes.update(dict.fromkeys(left_out(corpus.lint, asked.wish, run.language)))
        return reported(corpus, root, asked).findings

    found = below(run.folder, asked.paths, asked.day, asked.wish.wants, look)
    searched = asked.wish.searches({})
    checked = Checked(
        list(found.findings), len(found.records), found.folder, notes=tuple(notes), searched=searched
    )
    return told(checked, asked.wish)


def _inside(root: Path, path: Path, place: Path, own: Path | None) -> str:
    """A path below a workspace, with `/`, from the one that was given, where it is and the workspace that it belongs to."""
    if not os.path.lexists(place):
        raise InsiktError(N_("There is no file or folder {path}."), path=path)
    # A workspace may have been named by a link, or by its real name.
    if own is not None and own.resolve() == root:
        return "" if place == own else place.relative_to(own).as_posix()
    if place.is_relative_to(root):
        message = N_(
            "{path} holds nothing of the workspace {folder}. A baseline and what a branch changes belong to one workspace: name it, or what lies in its insights/."
        )
    else:
        message = N_(
            "{path} lies outside the workspace {folder}. A baseline and what a branch changes belong to one workspace."
        )
    raise InsiktError(message, path=path, folder=root)
