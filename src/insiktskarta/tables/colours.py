"""The map's marks by another facet than groups: its broadest terms, and "others" where they are too many."""

from collections import Counter
from dataclasses import replace

from insiktskarta.model.language import Language
from insiktskarta.model.table import Heading
from insiktskarta.query.select import selected
from insiktskarta.tables.facet_rows import NONE, Rows, facet_rows, merged
from insiktskarta.tables.merging import others
from insiktskarta.tables.perspective_regions import MOST_GROUPS, Group, PerspectiveRegions
from insiktskarta.tables.request import GROUPS, Request


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
    kept, rest = _parted(rows)
    language = request.language
    none = Group(NONE, _rest(rows, rest, language))
    place = {each.key: index for index, each in enumerate(kept)}
    held = {
        record: tuple(sorted({place.get(key, len(kept)) for key in keys}))
        for record, keys in rows.keys.items()
    }
    marks = (replace(mark, groups=held[mark.id]) for mark in table.marks)
    unnamed = rest or any(NONE in keys for keys in rows.keys.values())
    return replace(
        table,
        groups=(*(Group(each.key, each.label) for each in kept), *((none,) if unnamed else ())),
        marks=tuple(sorted(marks, key=lambda mark: (mark.region, mark.groups[0]))),
        facet=rows.label,
        by_groups=False,
        merged=(*merged(request, rows, hits), *others([each.label for each in rest], language)),
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
