"""From a question to SQL, and from SQL to records."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from insiktskarta.model.corpus import Corpus
from insiktskarta.model.people import shown_number
from insiktskarta.model.swedish import sort_key
from insiktskarta.query.question import Question

_WORD = re.compile(r'"[^"]*"|[^\s"]+')
_NOT_A_WORD = re.compile(r"[^\w]+")


@dataclass(frozen=True, slots=True)
class Hit:
    """One record that answers a question.

    Attributes:
        id: `<organisation>/<slug>`.
        organisation: its slug.
        type: the record type.
        heading: one line.
        statement: what the record says.
        terms: facet to terms, in the order of the file.
        gathered: as written, or None.
    """

    id: str
    organisation: str
    type: str
    heading: str
    statement: str
    terms: dict[str, tuple[str, ...]]
    gathered: str | None


def where(corpus: Corpus, question: Question) -> tuple[str, list[str]]:
    """A condition on the table `record`, and its parameters; `1` for everything."""
    conditions: list[str] = []
    parameters: list[str] = []
    for column, values in (("organisation", question.organisations), ("type", question.types)):
        if values:
            conditions.append(f"record.{column} IN ({_marks(values)})")
            parameters += values
    for facet, terms in question.terms.items():
        known = corpus.vocabulary[facet]
        wanted = list(dict.fromkeys(each for term in terms for each in known.with_narrower(term) or (term,)))
        conditions.append(
            f"record.nr IN (SELECT nr FROM term WHERE facet = ? AND term IN ({_marks(wanted)}))"
        )
        parameters += [facet, *wanted]
    if question.text:
        conditions.append("record.nr IN (SELECT rowid FROM fulltext WHERE fulltext MATCH ?)")
        parameters.append(match(question.text))
    return " AND ".join(conditions) or "1", parameters


def match(text: str) -> str:
    """An FTS5 query in which every word occurs, as it is or as the beginning of a longer one.

    A phrase in quotation marks occurs as it stands. Nothing else that FTS5 could understand gets through.
    """
    words = []
    for word in _WORD.findall(text):
        phrase = word.startswith('"')
        plain = " ".join(_NOT_A_WORD.sub(" ", word).split())
        if plain:
            words.append(f'"{plain}"' if phrase else f'"{plain}" *')
    return " ".join(words) or '""'


def selected(corpus: Corpus, question: Question, facets: Sequence[str] | None = None) -> list[Hit]:
    """The records that answer a question: by organisation and heading in Swedish order.

    Args:
        corpus: what is asked.
        question: which records.
        facets: those whose terms are wanted; of five thousand records, all terms take a tenth of a second.
    """
    condition, parameters = where(corpus, question)
    terms = _terms(corpus, condition, parameters, facets)
    sql = f"SELECT nr, id, organisation, type, heading, statement, gathered FROM record WHERE {condition}"
    hits = [
        Hit(id_, organisation, type_, heading, statement, terms.get(nr, {}), gathered)
        for nr, id_, organisation, type_, heading, statement, gathered in corpus.rows(sql, parameters)
    ]
    place = {slug: position for position, slug in enumerate(corpus.organisations)}
    last = len(place)
    return sorted(
        hits,
        key=lambda hit: (place.get(hit.organisation, last), hit.organisation, sort_key(hit.heading), hit.id),
    )


def contents(corpus: Corpus, hits: list[Hit]) -> list[dict[str, Any]]:
    """The whole content of records, `id` first, keys in Swedish; `antal` is `<5` where fewer may not be shown."""
    found = [{"id": hit.id, **(corpus.data(hit.id) or {})} for hit in hits]
    smallest = corpus.smallest
    return [
        {**each, "antal": shown_number(each["antal"], smallest)} if "antal" in each else each
        for each in found
    ]


def _marks(values: Sequence[str]) -> str:
    return ", ".join("?" * len(values))


def _terms(
    corpus: Corpus, condition: str, parameters: Sequence[str], facets: Sequence[str] | None
) -> dict[int, dict[str, tuple[str, ...]]]:
    wanted = "1" if facets is None else f"facet IN ({_marks(facets)})"
    sql = (
        f"SELECT nr, facet, term FROM term WHERE {wanted} AND nr IN (SELECT nr FROM record WHERE {condition}) "
        "ORDER BY nr, facet, position"
    )
    found: dict[int, dict[str, tuple[str, ...]]] = {}
    for nr, facet, term in corpus.rows(sql, (*(facets or ()), *parameters)):
        own = found.setdefault(nr, {})
        own[facet] = (*own.get(facet, ()), term)
    return found
