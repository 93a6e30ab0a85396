"""What the map of Sweden is drawn from: how many records each municipality has contributed."""

from collections import Counter
from dataclasses import dataclass

from insiktskarta.model.language import N_
from insiktskarta.model.organisation import MUNICIPALITY, Organisation
from insiktskarta.query.select import selected
from insiktskarta.tables.facet_rows import expected
from insiktskarta.tables.perspective_regions import Provenance
from insiktskarta.tables.request import Request
from insiktskarta.tables.sheet import Sheet


@dataclass(frozen=True, slots=True)
class Place:
    """One organisation: name, SCB code of its municipality (empty where it is in none), records."""

    name: str
    code: str
    count: int


@dataclass(frozen=True, slots=True)
class Sweden:
    """The table behind the map.

    Attributes:
        title: the picture's title.
        places: every organisation that has records or should have, in Swedish order.
        kind: the type that all records have, or empty for several.
        provenance: what the source line says.
    """

    title: str
    places: tuple[Place, ...]
    kind: str
    provenance: Provenance

    @property
    def total(self) -> int:
        """Records."""
        return sum(place.count for place in self.places)

    @property
    def giving(self) -> frozenset[str]:
        """Codes of the municipalities that have contributed."""
        return frozenset(place.code for place in self.places if place.count and place.code)


def sweden(request: Request) -> Sweden:
    """The records of a question by organisation, with the municipality that each lies in."""
    corpus = request.corpus
    counts = Counter(hit.organisation for hit in selected(corpus, request.question, ()))
    places = tuple(
        Place(corpus.organisation_name(slug), _code(corpus.organisation(slug)), counts[slug])
        for slug in expected(request)
    )
    title = request.titled(N_("Where in Sweden have we listened?"), N_("{organisation} on the map of Sweden"))
    return Sweden(title, places, request.kind, request.provenance)


def _code(organisation: Organisation | None) -> str:
    """The code of the municipality, or the slug of the one that the organisation is a part of."""
    if organisation is None:
        return ""
    if organisation.kind == MUNICIPALITY:
        return organisation.code or ""
    return organisation.part_of or ""


def sheet(table: Sweden) -> Sheet:
    """One line an organisation."""
    return Sheet(
        ("organisation", "municipality", "count"),
        tuple((place.name, place.code or "-", place.count) for place in table.places),
    )
