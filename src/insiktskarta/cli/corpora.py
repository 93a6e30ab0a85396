"""The corpus that a run is about: opened, closed, and what it lacks."""

import typer

from insiktskarta.cli import console
from insiktskarta.cli.app import Run
from insiktskarta.cli.clean_lint import PROCESSES, handed_on
from insiktskarta.files.index import Day, open_corpus
from insiktskarta.files.workspace import find_root
from insiktskarta.model.corpus import Corpus


def corpus_of(context: typer.Context, day: Day | None = None) -> Corpus:
    """The corpus of the workspace that a run is about, closed when the command is done."""
    when = context.params.get("at")
    if when is not None:
        return earlier_corpus(context, when)
    corpus = opened(context.obj, day)
    context.call_on_close(corpus.close)
    return corpus


def opened(run: Run, day: Day | None = None) -> Corpus:
    """The corpus of the workspace that a run is about, for the caller to close."""
    root = find_root(run.folder)
    return handed_on(root, day) or open_corpus(root, processes=PROCESSES, day=day)


def earlier_corpus(context: typer.Context, when: str) -> Corpus:
    """The corpus as it was at a revision or on a day, closed when the command is done."""
    from insiktskarta.files.earlier import corpus_at

    run: Run = context.obj
    corpus = corpus_at(find_root(run.folder), when)
    context.call_on_close(corpus.close)
    return corpus


def warn_of_unread(run: Run, corpus: Corpus) -> None:
    """Say so when files could not be read: what is counted or drawn lacks them."""
    count = corpus.value("SELECT count(*) FROM file WHERE path NOT IN (SELECT path FROM record)")
    misplaced = corpus.value("SELECT count(DISTINCT path) FROM finding WHERE code = 'FO104'")
    if count or misplaced:
        console.say(
            run.language.plural(
                "{n} file cannot be read and is not counted. “insikt lint” says why.",
                "{n} files cannot be read and are not counted. “insikt lint” says why.",
                count + misplaced,
            )
        )
