"""What the UpSet picture is drawn from: which terms of a facet occur together."""

from collections import Counter
from dataclasses import dataclass

from insiktskarta.model.language import N_
from insiktskarta.query.select import selected
from insiktskarta.tables.facet_rows import NONE, facet_rows, merged
from insiktskarta.tables.perspective_regions import Provenance
from insiktskarta.tables.request import Request
from insiktskarta.tables.sheet import Sheet


@dataclass(frozen=True, slots=True)
class Set:
    """One set: term id, label, and how many records it has."""

    key: str
    label: str
    total: int


@dataclass(frozen=True, slots=True)
class Combination:
    """Records with exactly these sets (ascending indices into `UpSet.sets`; empty for "not stated")."""

    sets: tuple[int, ...]
    count: int


@dataclass(frozen=True, slots=True)
class UpSet:
    """The table behind the picture.

    Attributes:
        title: the picture's title.
        dimension: what sets are, for people.
        sets: in the vocabulary's order, with those that have no records.
        combinations: the most frequent first; every record is in one.
        kind: the type that all records have, or empty for several.
        provenance: what the source line says.
        merged: sentences that say which values stand together.
    """

    title: str
    dimension: str
    sets: tuple[Set, ...]
    combinations: tuple[Combination, ...]
    kind: str
    provenance: Provenance
    merged: tuple[str, ...] = ()

    @property
    def total(self) -> int:
        """Distinct records."""
        return sum(each.count for each in self.combinations)

    @property
    def spots(self) -> tuple[Set, ...]:
        """Sets without records."""
        return tuple(each for each in self.sets if not each.total)


def upset(request: Request) -> UpSet:
    """The records of a question by the exact combination of terms of `request.by`, default groups."""
    hits = selected(request.corpus, request.question)
    # Rows need no colours, so no group has to stand among the others as on the map.
    rows = facet_rows(request, hits)
    stated = [each for each in rows.headings if each.key != NONE]
    place = {each.key: index for index, each in enumerate(stated)}
    counts = Counter(tuple(sorted(place[key] for key in keys if key != NONE)) for keys in rows.keys.values())
    totals = Counter(index for held, count in counts.items() for index in held for _ in range(count))
    title = request.titled(N_("What occurs together?"), N_("What occurs together in {organisation}?"))
    return UpSet(
        title,
        rows.label,
        tuple(Set(each.key, each.label, totals[index]) for index, each in enumerate(stated)),
        tuple(
            Combination(held, count)
            for held, count in sorted(counts.items(), key=lambda item: (-item[1], len(item[0]), item[0]))
        ),
        request.kind,
        request.provenance,
        merged(request, rows, hits),
    )


def sheet(table: UpSet) -> Sheet:
    """One line a combination; `+` joins its terms."""
    rows = [
        ("+".join(table.sets[index].key for index in each.sets) or "-", len(each.sets), each.count)
        for each in table.combinations
    ]
    return Sheet(("combination", "terms", "count"), tuple(rows))
