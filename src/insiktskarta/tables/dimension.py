"""What records can be counted by: the name that people write, its values in order, and its SQL."""

from collections.abc import Iterator
from dataclasses import dataclass

from insiktskarta.model.corpus import Corpus
from insiktskarta.model.errors import InsiktError
from insiktskarta.model.language import N_, Language
from insiktskarta.model.swedish import folded, nearest
from insiktskarta.model.table import Heading
from insiktskarta.model.vocabulary import CIRCLES, Facet
from insiktskarta.query.question import FACETS
from insiktskarta.tables.facet_rows import NOT_STATED
from insiktskarta.tables.perspective_regions import REGIONS
from insiktskarta.tables.region_names import named_region

NONE = ""
"""The key of records without a value."""

# Other ways to write a dimension: the singular, as in the options of `query`.
_SINGULAR = {
    "grupp": "grupper",
    "tema": "teman",
    "förflyttning": "förflyttningar",
    "metod": "metoder",
    "kommun": "organisation",
    "fält": "område",  # as it was called before, in the recipes of pictures and in scripts
}
_OWN = {
    "organisation": N_("Organisation"),
    "län": N_("County"),
    "typ": N_("Record type"),
    "område": N_("Area"),
    "år": N_("Year"),
}
NAMES = (*_OWN, *FACETS, "perspektiv-säkerhet")


@dataclass(frozen=True, slots=True)
class Dimension:
    """One dimension.

    Attributes:
        name: as in `NAMES`.
        label: for people.
        sql: a query for (nr, key); a record without a row has no value.
        headings: all keys in display order; those that are shown though empty are in `kept`.
        kept: keys that are shown even when nothing counts there, since that is a white spot.
        none: what records without a value are called.
    """

    name: str
    label: str
    sql: str
    headings: tuple[Heading, ...]
    kept: frozenset[str]
    none: str


def dimension(corpus: Corpus, word: str, language: Language) -> Dimension:
    """The dimension that a word means.

    Raises:
        InsiktError: there is no such dimension.
    """
    names = {folded(name): name for name in (*NAMES, *_SINGULAR)}
    name = names.get(folded(word))
    if name is None:
        near = nearest(word, names.values())
        all_names = ", ".join(NAMES)
        message = (
            N_("There is nothing called “{word}” to count by. Do you mean “{near}”?")
            if near
            else N_("There is nothing called “{word}” to count by. Choose one of: {names}.")
        )
        raise InsiktError(message, word=word, near=near[0] if near else "", names=all_names)
    name = _SINGULAR.get(name, name)
    if name in _OWN:
        headings = tuple(_OWN_HEADINGS[name](corpus, language))
        kept = (
            frozenset(heading.key for heading in headings)
            if name in ("organisation", "område")
            else frozenset()
        )
        return Dimension(
            name, language.text(_OWN[name]), _OWN_SQL[name], headings, kept, _none(name, language)
        )
    facet = corpus.vocabulary[name]
    headings = tuple(
        Heading(term.id, term.label[language.code], len(facet.wider(term.id)) - 1)
        for term in facet.terms.values()
    )
    kept = frozenset(facet.terms) if name == "perspektiv" else frozenset()
    none = language.text("no value") if NOT_STATED & facet.terms.keys() else _none(name, language)
    return Dimension(name, facet.label[language.code], _facet_sql(facet), headings, kept, none)


def _facet_sql(facet: Facet) -> str:
    """The terms of records, and the broader ones that they count under."""
    own = f"SELECT nr, term AS key FROM term WHERE facet = '{facet.id}'"
    wider = [(term, each) for term in facet.terms for each in facet.wider(term)[1:]]
    if not wider:
        return own
    pairs = ", ".join(f"({_quoted(term)}, {_quoted(each)})" for term, each in wider)
    return (
        f"{own} UNION SELECT nr, wider.column2 FROM term JOIN (VALUES {pairs}) AS wider "
        f"ON wider.column1 = term WHERE facet = '{facet.id}'"
    )


def _quoted(text: str) -> str:
    escaped = text.replace("'", "''")
    return f"'{escaped}'"


def _none(name: str, language: Language) -> str:
    # Staff's and politicians' words belong in no circle: that is stated, and no gap.
    return (
        language.text("outside the circles")
        if name in ("perspektiv", "område")
        else language.text("not stated")
    )


def region_label(corpus: Corpus, key: str, language: Language) -> str:
    """A region by its circles, as pictures name it: `insatser + riskgrupp`, `bara invånare`."""
    terms = corpus.vocabulary["perspektiv"].terms
    parts = [terms[part].short[language.code] if part in terms else part for part in key.split("+") if part]
    return named_region(parts, language)


def _organisations(corpus: Corpus, _: Language) -> Iterator[Heading]:
    for slug, organisation in corpus.organisations.items():
        yield Heading(slug, organisation.name)


def _counties(corpus: Corpus, _: Language) -> Iterator[Heading]:
    for code, name in corpus.rows(
        "SELECT DISTINCT county, county_name FROM organisation WHERE county <> '' ORDER BY county"
    ):
        yield Heading(code, name)


def _types(corpus: Corpus, language: Language) -> Iterator[Heading]:
    for term in corpus.vocabulary["typ"].terms.values():
        yield Heading(term.id, term.label[language.code])


def _regions(corpus: Corpus, language: Language) -> Iterator[Heading]:
    for region in REGIONS:
        key = "+".join(CIRCLES[circle] for circle in region)
        yield Heading(key, region_label(corpus, key, language))


def _years(corpus: Corpus, _: Language) -> Iterator[Heading]:
    for (year,) in corpus.rows("SELECT DISTINCT year FROM record WHERE year IS NOT NULL ORDER BY year"):
        yield Heading(str(year), str(year))


_OWN_SQL = {
    "organisation": "SELECT nr, organisation AS key FROM record",
    "län": "SELECT nr, county AS key FROM record JOIN organisation ON organisation.slug = record.organisation WHERE county <> ''",
    "typ": "SELECT nr, type AS key FROM record",
    "område": "SELECT nr, region AS key FROM record WHERE region <> ''",
    "år": "SELECT nr, CAST(year AS TEXT) AS key FROM record WHERE year IS NOT NULL",
}
_OWN_HEADINGS = {
    "organisation": _organisations,
    "län": _counties,
    "typ": _types,
    "område": _regions,
    "år": _years,
}
