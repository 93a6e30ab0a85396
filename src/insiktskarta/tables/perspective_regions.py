"""What the insight map is drawn from: every record with its region and its groups."""

from collections.abc import Iterable
from dataclasses import dataclass

from insiktskarta.model.corpus import Corpus
from insiktskarta.model.errors import InsiktError
from insiktskarta.model.kinds import INSIGHT, kind_of
from insiktskarta.model.language import N_, Language
from insiktskarta.model.masking import masked_numbers
from insiktskarta.model.vocabulary import CIRCLES, Facet, Term
from insiktskarta.query.question import Question
from insiktskarta.query.select import Hit, selected
from insiktskarta.tables.merging import narrower, others

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
    """One entry of the legend.

    Attributes:
        id: the term's, empty for "not stated".
        label: for people.
        asked: False where the question leaves the group out, so that it is no white spot.
    """

    id: str
    label: str
    asked: bool = True


@dataclass(frozen=True, slots=True)
class Mark:
    """One record on the map.

    Attributes:
        id: record id, `<organisation>/<slug>`.
        heading: one line, already masked.
        region: indices (0–2) of the circles that it lies in, ascending; empty for "in no circle".
        groups: indices into `PerspectiveRegions.groups`, ascending, never empty.
        shifts: labels of the shifts that it asks for ("från akut till förebyggande").
        outlined: whether it is no insight, on a map where insights stand beside other records.
        certain: False where the perspective is somebody's interpretation of the source.
    """

    id: str
    heading: str
    region: tuple[int, ...]
    groups: tuple[int, ...]
    shifts: tuple[str, ...] = ()
    certain: bool = True
    outlined: bool = False


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
        types: the record types that were asked for; empty for all.
        facet: what `groups` are values of, as a heading ("Groups", "Voice").
        by_groups: whether they are groups of people, the map's own choice.
        merged: sentences that say which values stand together.
        beyond: the regions that the question leaves out, so that they are no white spots.
    """

    title: str
    perspectives: tuple[Perspective, Perspective, Perspective]
    groups: tuple[Group, ...]
    marks: tuple[Mark, ...]
    provenance: Provenance
    types: tuple[str, ...] = ("insikt",)
    facet: str = "groups"
    by_groups: bool = True
    merged: tuple[str, ...] = ()
    beyond: tuple[tuple[int, ...], ...] = ()

    @property
    def nowhere(self) -> bool:
        """Whether the question's words stand in no record, so that there is nothing to tell of."""
        return len(self.beyond) == len(REGIONS)

    @property
    def kind(self) -> str:
        """The type of all records, or empty where there are several."""
        return kind_of(self.types)

    @property
    def mixed(self) -> bool:
        """Whether insights stand beside other records."""
        return any(mark.outlined for mark in self.marks)

    @property
    def unsure(self) -> int:
        """Records whose perspective is interpreted or unclear; one that lies in no circle has none."""
        return sum(bool(mark.region) and not mark.certain for mark in self.marks)

    @property
    def heading(self) -> str:
        """The facet as a heading."""
        return self.facet[:1].upper() + self.facet[1:]


_FACETS = ("perspektiv", "perspektiv-säkerhet", "grupper", "förflyttningar")
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


def reachable(corpus: Corpus, question: Question) -> tuple[tuple[int, ...], ...]:
    """The regions that a record can lie in that answers a question."""
    asked = question.terms.get("perspektiv")
    if not asked:
        return REGIONS
    facet = corpus.vocabulary["perspektiv"]
    chosen = _region(facet, asked)
    return tuple(region for region in REGIONS if set(chosen) & set(region))


def perspective_regions(
    corpus: Corpus, question: Question, title: str, provenance: Provenance, language: Language
) -> PerspectiveRegions:
    """The records of a question with their regions and groups.

    A group is the broadest one: a record about teenagers stands with children and youth, so that a
    colour means the same on every map. Records are masked, since a heading is read by everybody.
    """
    facet = corpus.vocabulary["grupper"]
    groups = _groups(facet)
    place = {term: position for position, group in enumerate(groups) for term in group}
    three = circles(corpus.vocabulary["perspektiv"])
    shifts = corpus.vocabulary["förflyttningar"]
    mixed = len(question.types) != 1 and INSIGHT in (question.types or (INSIGHT,))
    hits = selected(corpus, question, _FACETS)
    sets = {hit.terms.get("perspektiv", ()) for hit in hits}
    regions = {terms: _region(corpus.vocabulary["perspektiv"], terms) for terms in sets}
    marks = [
        Mark(
            id=hit.id,
            heading=masked_numbers(hit.heading),
            region=regions[hit.terms.get("perspektiv", ())],
            groups=tuple(
                sorted({place.get(term, len(groups) - 1) for term in hit.terms.get("grupper", (NOT_STATED,))})
            ),
            shifts=tuple(
                shifts.label_of(term, language.code) for term in hit.terms.get("förflyttningar", ())
            ),
            outlined=mixed and hit.type != INSIGHT,
            certain=hit.terms.get("perspektiv-säkerhet", ("uttalat",)) == ("uttalat",),
        )
        for hit in hits
    ]
    first, second, third = (
        Perspective(term.id, term.label[language.code], term.short[language.code]) for term in three
    )
    wanted = {each for term in question.terms.get("grupper", ()) for each in facet.with_narrower(term)}
    stated = tuple(
        Group(group[0], _label(facet, group, language), asked=_is_asked(question, wanted, group, marks))
        for group in groups[:-1]
    )
    # That a group is not stated is no group that nobody has asked.
    labels = (*stated, Group("", _label(facet, groups[-1], language), asked=False))
    ordered = tuple(sorted(marks, key=lambda mark: (mark.region, mark.groups[0])))
    return PerspectiveRegions(
        title,
        (first, second, third),
        labels,
        ordered,
        provenance,
        question.types,
        language.text("Groups"),
        merged=_merged(facet, groups, hits, language),
        beyond=_beyond(corpus, question, marks),
    )


def _merged(facet: Facet, groups: list[list[str]], hits: list[Hit], language: Language) -> tuple[str, ...]:
    """Sentences for the legend: that narrower groups count in their broader ones, and who the others are."""
    rest = groups[-1] if groups[-1][0] == OTHERS else []
    tops = dict.fromkeys(facet.counted(term) for term in rest if term not in {OTHERS, NOT_STATED})
    names = [facet.terms[top].short[language.code] for top in tops]
    return *narrower(facet, hits, language), *others(names, language)


def _is_asked(question: Question, wanted: set[str], group: list[str], marks: list[Mark]) -> bool:
    return not (wanted and wanted.isdisjoint(group)) and not (question.text and not marks)


def _beyond(corpus: Corpus, question: Question, marks: list[Mark]) -> tuple[tuple[int, ...], ...]:
    """The regions that a question leaves out: all, where its words stand nowhere and so say nothing of white spots."""
    reached = () if question.text and not marks else reachable(corpus, question)
    return tuple(region for region in REGIONS if region not in reached)


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
