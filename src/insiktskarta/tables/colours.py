"""The map's marks by another facet than groups: its broadest terms, and "others" where they are too many."""

from collections import Counter
from dataclasses import replace

from insiktskarta.model.language import Language
from insiktskarta.model.table import Heading
from insiktskarta.query.select import Hit, selected
from insiktskarta.tables.facet_rows import NONE, Rows, facet_rows
from insiktskarta.tables.perspective_regions import MOST_GROUPS, Group, PerspectiveRegions
from insiktskarta.tables.request import GROUPS, Request

_NAMED = 4


def coloured(table: PerspectiveRegions, request: Request) -> PerspectiveRegions:
    """The table with the values of `request.by` in place of groups, at most eight; the same where it names none.

    Raises:
        InsiktError: there is no such facet.
    """
    if not request.by:
        return table
    hits = selected(request.corpus, request.question)
    rows = facet_rows(request, hits, table)
    if rows.name == GROUPS:
        return table
    kept, others = _parted(rows)
    language = request.language
    none = Group(NONE, _rest(rows, others, language))
    place = {each.key: index for index, each in enumerate(kept)}
    held = {
        record: tuple(sorted({place.get(key, len(kept)) for key in keys}))
        for record, keys in rows.keys.items()
    }
    marks = (replace(mark, groups=held[mark.id]) for mark in table.marks)
    rest = others or any(NONE in keys for keys in rows.keys.values())
    return replace(
        table,
        groups=(*(Group(each.key, each.label) for each in kept), *((none,) if rest else ())),
        marks=tuple(sorted(marks, key=lambda mark: (mark.region, mark.groups[0]))),
        facet=rows.label,
        by_groups=False,
        merged=_merged(request, rows, others, hits),
    )


def _parted(rows: Rows) -> tuple[list[Heading], list[Heading]]:
    """The values that have a colour of their own, in display order, and the others: those with fewest records."""
    stated = [each for each in rows.headings if each.key != NONE]
    if len(stated) + (len(stated) < len(rows.headings)) <= MOST_GROUPS:
        return stated, []
    counts = Counter(key for keys in rows.keys.values() for key in keys)
    ranked = sorted(range(len(stated)), key=lambda index: (-counts[stated[index].key], index))
    kept = set(ranked[: MOST_GROUPS - 1])
    return (
        [each for index, each in enumerate(stated) if index in kept],
        [each for index, each in enumerate(stated) if index not in kept],
    )


def _rest(rows: Rows, others: list[Heading], language: Language) -> str:
    if not others:
        return language.text("not stated")
    unstated = any(NONE in keys for keys in rows.keys.values())
    return language.text("others and not stated") if unstated else language.text("others")


def _merged(request: Request, rows: Rows, others: list[Heading], hits: list[Hit]) -> tuple[str, ...]:
    """Sentences for the legend: that narrower terms count in broader ones, and who the others are."""
    language, said = request.language, []
    facets = request.corpus.vocabulary.facets
    known = facets[rows.name].terms if rows.name in facets else {}
    written = {term for hit in hits for term in hit.terms.get(rows.name, ())}
    if any(known[term].broader for term in written & set(known)):
        said.append(language.text("Narrower terms count in their broader ones."))
    if others:
        names = [each.label for each in others]
        more = len(names) - _NAMED
        shown = ", ".join(names[:_NAMED])
        if more > 0:
            tail = language.plural("and {n} more", "and {n} more", more)
            shown = f"{shown} {tail}"
        said.append(language.text("Others are {names}.", names=shown))
    return tuple(said)
