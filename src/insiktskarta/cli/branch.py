"""What a branch has to do with: the findings in the files that it touches, and those that it brings about elsewhere."""

from collections import Counter
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path

from insiktskarta.cli.app import Run
from insiktskarta.cli.checking import Asked
from insiktskarta.cli.clean_lint import PROCESSES
from insiktskarta.cli.verdicts import Reported, same, wanted, without_known
from insiktskarta.files.anywhere import Wants
from insiktskarta.files.difference import Difference, contents, difference
from insiktskarta.files.known import known, known_path, read_known
from insiktskarta.files.otherwise import otherwise
from insiktskarta.files.tree import Tree
from insiktskarta.model.baseline import Baseline
from insiktskarta.model.corpus import Corpus
from insiktskarta.model.errors import InsiktError

_SHORT = 9  # digits of a commit's name


def of_branch(
    run: Run, corpus: Corpus, root: Path, asked: Asked, found: Reported
) -> tuple[Reported, list[str], str]:
    """What is reported of a branch, the records that it touches, and what it was compared with."""
    baseline = known_path(root, asked.known.file)[1]
    # An absolute path lies outside the workspace, where git is not asked.
    more = [] if asked.known.off or Path(baseline).is_absolute() else [baseline]
    differing = difference(root, asked.since, more)
    shown = [each for each in found.findings if differing.touches(each.path)]
    rest = [each for each in found.findings if not differing.touches(each.path)]
    if not asked.wish.hints:
        rest = [each for each in rest if each.severity != "hint"]
    if rest and differing.touched:
        before = _before(corpus, root, asked, differing, baseline)
        for each in rest:
            if before[same(each)]:
                before[same(each)] -= 1
            else:
                shown.append(each)
    records = [row[0] for row in corpus.rows("SELECT path FROM record") if differing.touches(row[0])]
    taken = Counter({key: count for key, count in found.known.items() if differing.touches(key[0])})
    return Reported(sorted(shown), taken), records, _said(run, differing)


def _before(
    corpus: Corpus, root: Path, asked: Asked, differing: Difference, baseline: str
) -> Counter[tuple[object, ...]]:
    """The findings of everything as it was in the commit, by what makes them the same as one of today."""
    stood = contents(differing)
    with closing(otherwise(corpus, root, stood, asked.day, processes=PROCESSES)) as past:
        wants = _wants_then(past, corpus, asked)
        found = wanted(past, wants)
        read = Tree(root, {path: raw for path, raw in stood.items() if raw is not None}).read
        then = _known_then(root, asked, stood, baseline)
        result = without_known(past, found, asked, wants, then, read).findings
    # As long as nobody has changed the baseline, what it hides was there before too.
    there = result if baseline in stood else [*found, *(each for each in result if each.path == baseline)]
    return Counter(same(each) for each in there)


def _wants_then(past: Corpus, corpus: Corpus, asked: Asked) -> Wants:
    try:
        return asked.wish.wants(past.lint)
    except InsiktError:  # the settings of that time name a rule that there is no longer: today's decide
        return asked.wish.wants(corpus.lint)


def _known_then(
    root: Path, asked: Asked, stood: Mapping[str, bytes | None], baseline: str
) -> Baseline | None:
    if asked.known.off:
        return None
    if baseline not in stood:
        return known(root, asked.known.file)
    raw = stood[baseline]
    return None if raw is None else read_known(baseline, raw)


def _said(run: Run, differing: Difference) -> str:
    count, commit = len(differing.touched), differing.commit[:_SHORT]
    if not differing.commit:
        return run.language.plural(
            "There is no commit yet, so everything is new: {n} file.",
            "There is no commit yet, so everything is new: {n} files.",
            count,
        )
    if not count:
        return run.language.text("Nothing differs from commit {commit}.", commit=commit)
    return run.language.plural(
        "{n} file differs from commit {commit}; what that breaks in others is shown too.",
        "{n} files differ from commit {commit}; what that breaks in others is shown too.",
        count,
        commit=commit,
    )
