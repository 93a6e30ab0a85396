"""What a shell offers after TAB: terms, organisations, ids, figures and codes. Silent where there is no workspace."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

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


def dimensions(incomplete: str) -> list[str]:
    """What records can be counted by."""
    from insiktskarta.tables.dimension import NAMES

    return _beginning(incomplete, (*NAMES, "kommun"))


def facets(incomplete: str) -> list[str]:
    """What a picture can be divided or coloured by."""
    from insiktskarta.tables.facet_rows import NAMES

    return _beginning(incomplete, NAMES)


def languages(incomplete: str) -> list[str]:
    """The languages that people are addressed in."""
    from insiktskarta.show.messages import CODES

    return _beginning(incomplete, CODES)


def all_organisations(incomplete: str) -> list[str]:
    """The short names of all organisations that a record may belong to, by the beginning of that or of the name."""
    from insiktskarta.files.settings import read_workspace

    try:
        known = read_workspace(find_root(Path.cwd())).context().registry
    except (InsiktError, OSError):
        return []
    begin = folded(incomplete)
    return [
        _Fitting(each.slug) for each in known.organisations.values() if folded(each.name).startswith(begin)
    ]


def types(incomplete: str) -> list[str]:
    """The record types."""
    from insiktskarta.model.record import TYPES

    return _beginning(incomplete, TYPES)


def organisations(incomplete: str) -> list[str]:
    """The short names of the organisations that have records or are expected to."""
    with _corpus() as corpus:
        return _beginning(incomplete, corpus.organisations) if corpus else []


def ids(incomplete: str) -> list[str]:
    """The ids of records that begin so, or, where none does, whose names in the organisation's folder do."""
    with _corpus() as corpus:
        found = [id_ for (id_,) in corpus.rows("SELECT id FROM record ORDER BY id")] if corpus else []
    begin = folded(incomplete)
    return _beginning(incomplete, found) or [
        _Fitting(id_) for id_ in found if id_.partition("/")[2].startswith(begin)
    ]


def figures(incomplete: str) -> list[str]:
    """The names of figures."""
    from insiktskarta.figures.gallery import GALLERY, shown_name

    return _beginning(incomplete, (shown_name(each) for each in GALLERY))


def codes(incomplete: str) -> list[str]:
    """The codes of rules."""
    from insiktskarta.rules import all_rules

    return _beginning(incomplete.upper(), (rule.code for rule in all_rules()))


class _Fitting(str):
    """A word that fits what was typed though its letters differ, as Ä does from a: Typer asks for the same letters."""

    __slots__ = ()

    def startswith(self, *_: Any) -> bool:
        return True


def _beginning(incomplete: str, words: Iterable[str]) -> list[str]:
    return [_Fitting(word) for word in words if folded(word).startswith(folded(incomplete))]


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
