"""What a picture's rows or bars stand for: the broadest terms of a facet, or another dimension of records."""

from collections.abc import Mapping
from dataclasses import dataclass

from insiktskarta.model.errors import InsiktError
from insiktskarta.model.language import N_
from insiktskarta.model.masking import masked
from insiktskarta.model.swedish import folded, nearest
from insiktskarta.model.table import Heading
from insiktskarta.model.vocabulary import Facet
from insiktskarta.query.question import FACETS
from insiktskarta.query.select import Hit
from insiktskarta.tables.merging import narrower
from insiktskarta.tables.perspective_regions import PerspectiveRegions
from insiktskarta.tables.request import GROUPS, Request

NONE = ""
"""The key of records without a value, and of terms that say so."""
NOT_STATED = frozenset({"ospecificerad", "ej-angiven", "ej-angivet"})
_OWN = ("organisation", "år")
_SINGULAR = {"grupp": GROUPS, "tema": "teman", "förflyttning": "förflyttningar", "metod": "metoder"}
NAMES = (*_OWN, *FACETS)


@dataclass(frozen=True, slots=True)
class Rows:
    """The values of a dimension, and which records have them.

    Attributes:
        name: one of `NAMES`.
        label: for people.
        headings: every value in display order, though nothing counts there; "not stated" last, if anything is.
        keys: record id to the keys of its headings, never empty.
    """

    name: str
    label: str
    headings: tuple[Heading, ...]
    keys: Mapping[str, tuple[str, ...]]


def facet_rows(
    request: Request, hits: list[Hit], regions: PerspectiveRegions | None = None, default: str = GROUPS
) -> Rows:
    """The rows that `request.by` means.

    Args:
        request: whose corpus and language labels come from.
        hits: the records.
        regions: the map's table of the same records; with it, groups are the map's legend.
        default: the dimension where none is named.

    Raises:
        InsiktError: there is no such dimension.
    """
    name = _name(request.by or default)
    if name == GROUPS and regions is not None:
        return _legend(request, regions)
    corpus, language = request.corpus, request.language
    if name == "organisation":
        headings = [Heading(slug, corpus.organisation_name(slug)) for slug in expected(request)]
        owners = {hit.id: (hit.organisation,) for hit in hits}
        return Rows(name, language.text("Organisation"), tuple(headings), owners)
    if name == "år":
        years = {hit.id: ((hit.gathered or "")[:4],) for hit in hits}
        return Rows(name, language.text("Year"), _years(request, years), years)
    return _terms(request, name, hits)


def expected(request: Request) -> list[str]:
    """The organisations that a picture shows: those that are asked about, or all that have records or should have."""
    return list(request.question.organisations or request.corpus.organisations)


def _name(word: str) -> str:
    names = {folded(name): name for name in (*NAMES, *_SINGULAR)}
    name = names.get(folded(word))
    if name is not None:
        return _SINGULAR.get(name, name)
    near = nearest(word, names.values())
    if near:
        raise InsiktError(
            N_("There is nothing called “{word}” to count by. Do you mean “{near}”?"), word=word, near=near[0]
        )
    raise InsiktError(
        N_("There is nothing called “{word}” to count by. Choose one of: {names}."),
        word=word,
        names=", ".join(NAMES),
    )


def _legend(request: Request, regions: PerspectiveRegions) -> Rows:
    groups = [group.id for group in regions.groups]
    keys = {mark.id: tuple(groups[index] for index in mark.groups) for mark in regions.marks}
    used = {key for held in keys.values() for key in held}
    headings = tuple(
        Heading(group.id, group.label) for group in regions.groups if group.id != NONE or NONE in used
    )
    label = request.corpus.vocabulary[GROUPS].label[request.language.code]
    return Rows(GROUPS, label, headings, keys)


def _years(request: Request, keys: Mapping[str, tuple[str, ...]]) -> tuple[Heading, ...]:
    """Every year from the first to the last, so that a year without records is seen."""
    found = {int(year) for (year,) in keys.values() if year}
    years = [str(year) for year in range(min(found), max(found) + 1)] if found else []
    none = [Heading(NONE, request.language.text("not stated"))] if (NONE,) in keys.values() else []
    return (*(Heading(year, year) for year in years), *none)


def _terms(request: Request, name: str, hits: list[Hit]) -> Rows:
    facet, code = request.corpus.vocabulary[name], request.language.code
    keys = {hit.id: _keys(facet, hit.terms.get(name, ())) for hit in hits}
    used = {key for held in keys.values() for key in held}
    tops = [
        term
        for term in facet.terms.values()
        if _top(facet, term.id) == term.id and (term.id in used or term.replaced_by is None)
    ]
    unknown = sorted(used - set(facet.terms) - {NONE})
    headings = [Heading(term.id, term.short[code]) for term in tops] + [Heading(key, key) for key in unknown]
    none = [Heading(NONE, request.language.text("not stated"))] if NONE in used else []
    return Rows(name, facet.label[code], (*headings, *none), keys)


def _keys(facet: Facet, terms: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(sorted({_top(facet, term) for term in terms} - {NONE})) or (NONE,)


def _top(facet: Facet, term: str) -> str:
    top = facet.counted(term)
    if top in NOT_STATED:
        return NONE
    return top if top in facet.terms else masked(top)  # a key becomes part of pictures and files


def merged(request: Request, rows: Rows, hits: list[Hit]) -> tuple[str, ...]:
    """What a legend says of values that have no row of their own."""
    facets = request.corpus.vocabulary.facets
    return narrower(facets[rows.name], hits, request.language) if rows.name in facets else ()
