"""What can be mended in a workspace or below paths, and writing it, guarded by what was read."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from insiktskarta.files import exact as exact_reader
from insiktskarta.files.anywhere import Wants, below
from insiktskarta.files.condition import Case
from insiktskarta.files.content import read_bytes
from insiktskarta.files.decode import decoded
from insiktskarta.files.index import open_corpus
from insiktskarta.files.mend import mended
from insiktskarta.files.parse import Reading, spotted
from insiktskarta.files.problem import Problem
from insiktskarta.files.settings import read_workspace
from insiktskarta.files.workspace import RECORDS, SETTINGS, find_root, workspace_above
from insiktskarta.files.write import replace_read
from insiktskarta.model.suppression import suppressions
from insiktskarta.rules import corpus_rules, fixing_rules, personal_rules
from insiktskarta.rules.rule import Context, Hit, Rule

_Linked = Mapping[str, list[tuple[Rule, Hit]]]


@dataclass(frozen=True, slots=True)
class Repair:
    """A file that can be mended.

    Attributes:
        path: as it is shown.
        file: where it lies.
        before: the bytes that were read.
        after: the bytes that it would have.
        fixed: how many findings of each code that mends.
        case: what it was mended with.
    """

    path: str
    file: Path
    before: bytes
    after: bytes
    fixed: Counter[str]
    case: Case

    def save(self) -> None:
        """Write the mended file.

        Raises:
            InsiktError: it is another file by now, it is protected, or the disk is full.
        """
        replace_read(self.file, self.before, self.after)

    def problems(self, raw: bytes) -> list[Problem]:
        """All that is wrong with the file when it has these bytes."""
        return self.case.read(self.case.path, raw, self.case.context).problems


def repairs(
    folder: Path, paths: Iterable[Path], wants: Callable[[Mapping[str, Any]], Wants]
) -> Iterator[Repair]:
    """The files that can be mended, in reading order.

    Args:
        folder: where the run is.
        paths: files and folders; without any, the whole workspace.
        wants: from the linter's settings of a workspace to what is asked for in it.

    Raises:
        InsiktError: there is nothing at one of the paths, or no workspace.
    """
    found = below(folder, list(paths) or [find_root(folder)], None, wants)
    codes = {rule.code for rule in fixing_rules()}
    homes: dict[Path | None, _Home] = {}
    for path in sorted({each.path for each in found.findings if each.code in codes}):
        file = found.folder / path
        root = workspace_above(file)
        if root not in homes:
            homes[root] = _home(root, wants)
        raw = read_bytes(str(file))
        case = _case(homes[root], root, file, path)
        done = mended(case, raw) if raw is not None else None
        if raw is not None and done is not None and done.raw != raw:
            yield Repair(path, file, raw, done.raw, done.fixed, case)


@dataclass(frozen=True, slots=True)
class _Home:
    """What is the same for all files of a workspace, and for those that lie in none."""

    context: Context
    inside: Wants
    outside: Wants
    linked: _Linked


def _home(root: Path | None, wants: Callable[[Mapping[str, Any]], Wants]) -> _Home:
    if root is None:
        return _Home(read_workspace(Path(), b"").context(), wants({}), wants({}), {})
    linked: dict[str, list[tuple[Rule, Hit]]] = {}
    with closing(open_corpus(root)) as corpus:
        for rule in corpus_rules():
            if rule.fix is not None and rule.corpus is not None:
                for hit in rule.corpus(corpus):
                    linked.setdefault(f"{RECORDS}/{hit.record}.yaml", []).append((rule, hit))
        return _Home(read_workspace(root).context(), wants(corpus.lint), wants({}), linked)


def _case(home: _Home, root: Path | None, file: Path, shown: str) -> Case:
    inside = file.relative_to(root).as_posix() if root is not None else ""
    if inside == SETTINGS:
        return Case(inside, home.context, home.inside, read=_read_settings)
    if inside.startswith(f"{RECORDS}/"):
        return Case(inside, home.context, home.inside, home.linked.get(inside, ()))
    return Case(shown, home.context, home.outside)


def _read_settings(path: str, raw: bytes, context: Context) -> Reading:
    text, problems = decoded(raw)
    if text is None:
        return Reading(None, problems)
    exact = exact_reader.read(text)
    problems = problems + spotted(path, text, context, personal_rules())
    excuses = tuple(suppressions(path, text))
    return Reading(text, problems + exact.problems, excuses, exact.value, whole=exact.whole)
