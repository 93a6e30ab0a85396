"""The verdict on one workspace as it is asked for: which rules, what is known, what a branch has to do with."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from insiktskarta.cli.app import Run
from insiktskarta.cli.checking import Asked, Checked
from insiktskarta.cli.left_out import left_out
from insiktskarta.files.check import is_about, verdict
from insiktskarta.files.known import Read, fields, known, known_bytes, known_path, read_known
from insiktskarta.files.workspace import SETTINGS
from insiktskarta.model.baseline import FILE, Baseline, Key, counts, settled, written
from insiktskarta.model.corpus import Corpus
from insiktskarta.model.errors import InsiktError
from insiktskarta.model.finding import Finding, is_personal
from insiktskarta.model.language import N_
from insiktskarta.model.masking import masked

if TYPE_CHECKING:  # importing it loads the readers, which a warm run does without
    from insiktskarta.files.anywhere import Wants

_LIST = "BA"  # the family of rules about the list of known findings
_SUGGESTED = "near"  # a suggestion may become another one without anything being broken


@dataclass(frozen=True, slots=True)
class Reported:
    """Findings without those that are known, and how many of these there are of each kind."""

    findings: list[Finding]
    known: Counter[Key]


def in_workspace(run: Run, corpus: Corpus, root: Path, asked: Asked, places: list[str]) -> Checked:
    """What is asked for of a workspace; places are paths below it, the empty one for all of it."""
    paths = [row[0] for row in corpus.rows("SELECT path FROM record")]
    notes: list[str] = []
    if asked.known.write or asked.known.prune:
        personal = _kept(corpus, root, asked, places)
        if personal:
            return Checked(personal, _count(paths, places), root, notes=(_refusal(run),), refused=True)
    found = reported(corpus, root, asked)
    notes.extend(left_out(corpus.lint, asked.wish, run.language))
    if asked.branch:
        from insiktskarta.cli.branch import of_branch

        found, paths, said = of_branch(run, corpus, root, asked, found)
        notes.append(said)
    shown = [each for each in found.findings if _is_in(each.path, places)]
    hidden = sum(count for key, count in found.known.items() if _is_in(key[0], places))
    if hidden:
        notes.append(_hidden(run, hidden, known_path(root, asked.known.file)[1]))
    notes += [*_unread(run, corpus, places, shown), *_idle(run, corpus)]
    searched = asked.wish.searches(corpus.lint)
    return Checked(shown, _count(paths, places), root, notes=tuple(notes), searched=searched)


def reported(corpus: Corpus, root: Path, asked: Asked) -> Reported:
    """The findings of a workspace that are asked for, without those that are known."""
    before = None if asked.known.off else known(root, asked.known.file)
    wants = asked.wish.wants(corpus.lint)
    return without_known(corpus, wanted(corpus, wants), asked, wants, before, known_bytes(root))


def wanted(corpus: Corpus, wants: "Wants") -> list[Finding]:
    """The findings of the rules that are asked for."""
    return [each for each in verdict(corpus) if wants(each.code, each.path)]


def without_known(
    corpus: Corpus, found: list[Finding], asked: Asked, wants: "Wants", before: Baseline | None, read: Read
) -> Reported:
    """Findings without those that a baseline knows, and with what is wrong with the baseline."""
    if before is None:
        return Reported(found, Counter())
    # Who asks about the list asks about all that it counts, whatever rules are shown.
    everything = asked.wish.selects(_LIST)
    judged = verdict(corpus) if everything else found
    looked_for = _looked_for(asked, (lambda _, __: True) if everything else wants)
    result = settled(before, judged, fields(read, corpus.fields), looked_for)
    told = [each for each in (*result.left, *result.about) if wants(each.code, each.path)]
    taken = {key: count for key, count in result.known.items() if wants(key[1], key[0])}
    return Reported(sorted(told), Counter(taken))


def same(finding: Finding) -> tuple[object, ...]:
    """What two findings have in common that are about the same fault in the same text."""
    values = tuple(each for each in finding.values if each[0] != _SUGGESTED)
    return finding.path, finding.line, finding.column, finding.code, values


def _looked_for(asked: Asked, wants: "Wants") -> Callable[[Key], bool]:
    def looked_for(key: Key) -> bool:
        from insiktskarta.files.parse import severities

        path, code, _ = key
        return wants(code, path) and (asked.wish.hints or severities().get(code) != "hint")

    return looked_for


def _kept(corpus: Corpus, root: Path, asked: Asked, places: list[str]) -> list[Finding]:
    """Write the baseline anew, or shrunk; where personal data stands in the way nothing is written but said."""
    path, _ = known_path(root, asked.known.file)
    before = known(root, asked.known.file) if asked.known.prune else _before(root, asked.known.file)
    if before is None:
        message = N_("There is no baseline {file}. “insikt lint --write-baseline” writes one.")
        raise InsiktError(message, file=path)
    wants = asked.wish.wants(corpus.lint)
    found = [each for each in wanted(corpus, wants) if _is_in(each.path, places)]
    found = [each for each in found if asked.wish.hints or each.severity != "hint"]
    personal = _in_the_way(corpus, found, places) if asked.known.write else []
    if not personal:
        looked_for = _looked_for(asked, wants)
        now = counts(found, fields(known_bytes(root), corpus.fields))
        here = {key for key in before.entries if _is_in(key[0], places) and looked_for(key)}
        kept = {key: entry.count for key, entry in before.entries.items()}
        new = now if asked.known.write else {key: min(kept[key], now[key]) for key in here}
        rest = {key: count for key, count in kept.items() if key not in here}
        _put(path, {**rest, **new})
    return personal


def _in_the_way(corpus: Corpus, found: list[Finding], places: list[str]) -> list[Finding]:
    """The personal data that is found, and that in the names of files, which the list would tell."""
    names = (each for each in verdict(corpus) if each.line == 0 and _is_in(each.path, places))
    return sorted({each for each in (*found, *names) if is_personal(each)})


def _put(path: Path, entries: Mapping[Key, int]) -> None:
    from insiktskarta.files.write import replace

    replace(path, written({key: count for key, count in entries.items() if count}))


def _before(root: Path, file: Path | None) -> Baseline:
    path, shown = known_path(root, file)
    return read_known(shown, path.read_bytes()) if path.exists() else Baseline(shown)


def _refusal(run: Run) -> str:
    return run.language.text(
        "No baseline was written: personal data is never counted as known. Remove it first, then try again."
    )


def _unread(run: Run, corpus: Corpus, places: list[str], shown: list[Finding]) -> Iterator[str]:
    """That files cannot be read as records, where what says so is excused, known or not asked for."""
    told = {each.path for each in shown if each.severity == "error"}
    left = [path for path in corpus.unread() if _is_in(path, places) and path not in told]
    if left:
        yield run.language.plural(
            "{n} file cannot be read as a record and is left out of maps, counts and reports, though nothing is said of it here.",
            "{n} files cannot be read as records and are left out of maps, counts and reports, though nothing is said of them here.",
            len(left),
        )


def _idle(run: Run, corpus: Corpus) -> Iterator[str]:
    """What the settings ignore under paths where there is no file."""
    patterns = corpus.lint.get("per_path", {})
    if not patterns:
        return
    from insiktskarta.rules.selection import matches

    paths = [
        row[0]
        for row in corpus.rows(
            "SELECT path FROM file UNION SELECT path FROM stray UNION SELECT path FROM finding"
        )
    ]
    for pattern in patterns:
        if not any(matches(pattern, path) for path in (SETTINGS, FILE, *paths)):
            said = run.language.text(
                "“{pattern}” under “per-sökväg” in insikt.yaml fits no file, so it does nothing. Write the path as seen from the workspace, such as insights/grums.",
                pattern=pattern,
            )
            yield masked(said)


def _hidden(run: Run, count: int, file: str) -> str:
    return run.language.plural(
        "{n} finding is known from before and counted in {file}.",
        "{n} findings are known from before and counted in {file}.",
        count,
        file=file,
    )


def _count(paths: list[str], places: list[str]) -> int:
    return sum(_is_in(path, places) for path in paths)


def _is_in(path: str, places: list[str]) -> bool:
    return any(is_about(path, place) for place in places)
