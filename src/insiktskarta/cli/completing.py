"""What a shell offers after TAB: terms, organisations, ids, figures and codes. Silent where there is no workspace."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from insiktskarta.files.workspace import find_root
from insiktskarta.model.corpus import Corpus
from insiktskarta.model.errors import InsiktError
from insiktskarta.model.swedish import folded

_Offered = Callable[[str], list[str]]


def terms(facet: str) -> _Offered:
    """The terms of a facet that begin so, with or without å, ä and ö."""

    def offered(incomplete: str) -> list[str]:
        with _corpus() as corpus:
            if corpus is None:
                return []
            known = corpus.vocabulary[facet].terms.values()
            return _beginning(incomplete, (term.id for term in known if term.replaced_by is None))

    return offered


def organisations(incomplete: str) -> list[str]:
    """The short names of the organisations that have records or are expected to."""
    with _corpus() as corpus:
        return _beginning(incomplete, corpus.organisations) if corpus else []


def ids(incomplete: str) -> list[str]:
    """The ids of records."""
    with _corpus() as corpus:
        found = corpus.rows("SELECT id FROM record ORDER BY id") if corpus else []
        return _beginning(incomplete, (id_ for (id_,) in found))


def figures(incomplete: str) -> list[str]:
    """The names of figures."""
    from insiktskarta.figures.gallery import GALLERY, shown_name

    return _beginning(incomplete, (shown_name(each) for each in GALLERY))


def codes(incomplete: str) -> list[str]:
    """The codes of rules."""
    from insiktskarta.rules import all_rules

    return _beginning(incomplete.upper(), (rule.code for rule in all_rules()))


def _beginning(incomplete: str, words: Iterable[str]) -> list[str]:
    return [word for word in words if folded(word).startswith(folded(incomplete))]


@contextmanager
def _corpus() -> Iterator[Corpus | None]:
    """The corpus of the folder that the person stands in; None where there is none, since a shell cannot be told."""
    from insiktskarta.files.index import open_corpus

    try:
        corpus = open_corpus(find_root(Path.cwd()))
    except (InsiktError, OSError):
        yield None
        return
    try:
        yield corpus
    finally:
        corpus.close()
