"""What the insight map is drawn from: every record with its region and its groups."""

from collections.abc import Iterable
from dataclasses import dataclass

from insiktskarta.model.corpus import Corpus
from insiktskarta.model.errors import InsiktError
from insiktskarta.model.language import N_, Language
from insiktskarta.model.masking import masked
from insiktskarta.model.vocabulary import CIRCLES, Facet, Term
from insiktskarta.query.question import Question
from insiktskarta.query.select import selected

NOT_STATED = "ospecificerad"
OTHERS = ""
MOST_GROUPS = 8


@dataclass(frozen=True, slots=True)
class Perspective:
    """One circle: term id, its label, and a short one for lists ("insatser")."""

    id: str
    label: str
    short: str


@dataclass(frozen=True, slots=True)
class Group:
    """One entry of the legend: term id (empty for "not stated") and label."""

    id: str
    label: str


@dataclass(frozen=True, slots=True)
class Mark:
    """One record on the map.

    Attributes:
        id: record id, `<organisation>/<slug>`.
        heading: one line, already masked.
        region: indices (0–2) of the circles that it lies in, ascending; empty for "in no circle".
        groups: indices into `PerspectiveRegions.groups`, ascending, never empty.
        shifts: labels of the shifts that it asks for ("från akut till förebyggande").
        certain: False where the perspective is somebody's interpretation of the source.
    """

    id: str
    heading: str
    region: tuple[int, ...]
    groups: tuple[int, ...]
    shifts: tuple[str, ...] = ()
    certain: bool = True


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where the figures come from: everything that a source line says.

    Attributes:
        organisations: names, in Swedish order.
        filter: the question in words, empty for everything.
        date: the latest date in the data, ISO 8601, or empty.
        commit: short hash of the workspace's commit, with `+` after it when there are changes; or empty.
        tool: name and version of this tool.
    """

    organisations: tuple[str, ...]
    filter: str
    date: str
    commit: str
    tool: str


@dataclass(frozen=True, slots=True)
class PerspectiveRegions:
    """The table behind the insight map.

    Attributes:
        title: the picture's title.
        perspectives: the three circles: upper left, upper right, below.
        groups: at most eight, in legend order; those without records are white spots and are kept.
        marks: the records, in reading order within region and first group.
        provenance: what the source line says.
    """

    title: str
    perspectives: tuple[Perspective, Perspective, Perspective]
    groups: tuple[Group, ...]
    marks: tuple[Mark, ...]
    provenance: Provenance


REGIONS: tuple[tuple[int, ...], ...] = ((0,), (1,), (2,), (0, 1), (0, 2), (1, 2), (0, 1, 2))
"""The seven regions, as indices of the circles that they lie in."""


def circles(facet: Facet) -> tuple[Term, Term, Term]:
    """The three circles of the map.

    Raises:
        InsiktError: the workspace has taken one of them out of its vocabulary.
    """
    try:
        first, second, third = (facet.terms[circle] for circle in CIRCLES)
    except KeyError:
        message = N_("The map needs the perspectives {circles}. Put them back in insikt.yaml.")
        raise InsiktError(message, circles=", ".join(CIRCLES)) from None
    return first, second, third


def _region(facet: Facet, terms: Iterable[str]) -> tuple[int, ...]:
    """The circles of a record; a term of the workspace's own lies in the circle that it counts as."""
    found = {facet.counted(term) for term in terms}
    return tuple(place for place, circle in enumerate(CIRCLES) if circle in found)


def perspective_regions(
    corpus: Corpus, question: Question, title: str, provenance: Provenance, language: Language
) -> PerspectiveRegions:
    """The records of a question with their regions and groups.

    A group is the broadest one: a record about teenagers stands with children and young people, so that a
    colour means the same on every map. Records are masked, since a heading is read by everybody.
    """
    facet = corpus.vocabulary["grupper"]
    groups = _groups(facet)
    place = {term: position for position, group in enumerate(groups) for term in group}
    three = circles(corpus.vocabulary["perspektiv"])
    shifts = corpus.vocabulary["förflyttningar"]
    marks = [
        Mark(
            id=hit.id,
            heading=masked(hit.heading),
            region=_region(corpus.vocabulary["perspektiv"], hit.terms.get("perspektiv", ())),
            groups=tuple(
                sorted({place.get(term, len(groups) - 1) for term in hit.terms.get("grupper", (NOT_STATED,))})
            ),
            shifts=tuple(
                shifts.label_of(term, language.code) for term in hit.terms.get("förflyttningar", ())
            ),
            certain=hit.terms.get("perspektiv-säkerhet", ("uttalat",)) == ("uttalat",),
        )
        for hit in selected(corpus, question)
    ]
    first, second, third = (
        Perspective(term.id, term.label[language.code], term.short[language.code]) for term in three
    )
    stated = tuple(Group(group[0], _label(facet, group, language)) for group in groups[:-1])
    labels = (*stated, Group("", _label(facet, groups[-1], language)))
    ordered = tuple(sorted(marks, key=lambda mark: (mark.region, mark.groups[0])))
    return PerspectiveRegions(title, (first, second, third), labels, ordered, provenance)


def _groups(facet: Facet) -> list[list[str]]:
    """The terms of each entry of the legend, the broadest first; at most eight entries."""
    tops: dict[str, list[str]] = {}
    for term in facet.terms.values():
        top = facet.counted(term.id)
        tops.setdefault(top, [top]).append(term.id)
    stated = [group for top, group in tops.items() if top != NOT_STATED]
    rest = tops.get(NOT_STATED, [NOT_STATED])
    if len(stated) >= MOST_GROUPS:
        merged = [term for group in stated[MOST_GROUPS - 1 :] for term in group]
        stated, rest = stated[: MOST_GROUPS - 1], [OTHERS, *merged, *rest]
    return [*stated, rest]


def _label(facet: Facet, group: list[str], language: Language) -> str:
    if group[0] == OTHERS:
        return language.text("others and not stated")
    known = facet.terms.get(group[0])
    return known.short[language.code] if known else group[0]
