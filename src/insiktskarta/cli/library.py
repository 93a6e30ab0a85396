"""The library's few names, wired as the commands are."""

from collections.abc import Iterable
from pathlib import Path

from insiktskarta.files.check import verdict
from insiktskarta.files.earlier import corpus_at
from insiktskarta.files.fulltext import fill
from insiktskarta.files.index import open_corpus
from insiktskarta.files.settings import common_registry
from insiktskarta.files.workspace import find_root
from insiktskarta.model.corpus import Corpus
from insiktskarta.model.finding import Finding
from insiktskarta.query.question import Question, question
from insiktskarta.query.select import Hit, selected


def load(folder: str | Path = ".", at: str = "") -> Corpus:
    """The corpus of the workspace that a folder lies in, up to date with its files, or as it was in git `at` a time.

    Others wait to write to its index while it is held: close it, or use `contextlib.closing`.

    Args:
        folder: in the workspace.
        at: a revision or a day such as `2024-10-23`; empty for the files on the disk.

    Raises:
        InsiktError: there is no workspace there, or no such state.
    """
    root = find_root(Path(folder))
    return corpus_at(root, at) if at else open_corpus(root)


def findings(corpus: Corpus) -> list[Finding]:
    """All findings that no comment excuses, sorted by path and place; those that depend on the day are left out."""
    return verdict(corpus)


def select(
    corpus: Corpus,
    text: str = "",
    *,
    organisation: str | Iterable[str] = (),
    typ: str | Iterable[str] = (),
    **facets: str | Iterable[str],
) -> list[Hit]:
    """The records that answer a question, by organisation and heading in Swedish order.

    Args:
        corpus: what is asked.
        text: words that all occur.
        organisation: slugs, names or SCB codes.
        typ: record types.
        facets: facet to terms, as in `grupper=["ungdomar"]`; the words may be ids, labels or aliases. One word may stand alone.

    Raises:
        InsiktError: a word that means nothing, with the nearest that does.
        KeyError: a facet that there is not.
    """
    return selected(corpus, asked(corpus, text, organisation=organisation, typ=typ, **facets))


def asked(
    corpus: Corpus,
    text: str = "",
    *,
    organisation: str | Iterable[str] = (),
    typ: str | Iterable[str] = (),
    **facets: str | Iterable[str],
) -> Question:
    """The question that arguments as those of `select` ask."""
    if text:
        fill(corpus)
    registry = common_registry().with_local(corpus.organisations.values()) if organisation else None
    terms = {facet: _several(words) for facet, words in facets.items()}
    return question(
        corpus, registry, organisations=_several(organisation), types=_several(typ), terms=terms, text=text
    )


def _several(words: str | Iterable[str]) -> Iterable[str]:
    # A text is a sequence of letters too, which is never what is meant.
    return (words,) if isinstance(words, str) else words
