"""What the shifts say in words."""

from insiktskarta.figures import none_yet
from insiktskarta.figures.naming import leading, some
from insiktskarta.model.kinds import counted, one
from insiktskarta.model.language import Language
from insiktskarta.tables.facet_rows import NONE
from insiktskarta.tables.shifts import Shifts

_NAMED = 6


def groups_label(table: Shifts, groups: tuple[int, ...], language: Language) -> str:
    """`young people`, `children + parents`, or `several groups`."""
    return " + ".join(table.groups[index].label for index in groups) or language.text("several groups")


def subtitle(table: Shifts, language: Language) -> str:
    """How many records, and how many of the terms none of them has."""
    found = counted(table.total, language, kind=table.kind)
    if not table.spots:
        return f"{table.dimension}: {found}"
    stated = [bar for bar in table.bars if bar.key != NONE]
    blank = language.plural(
        "{n} of {all} is a white spot",
        "{n} of {all} are white spots",
        len(table.spots),
        all=language.number(len(stated)),
    )
    return f"{table.dimension}: {found}. {blank}"


def guide(table: Shifts, each: int, language: Language) -> tuple[str, ...]:
    """Sentences about marks and sums."""
    n = language.number(each)
    found = [
        language.text("Each mark is {one}.", one=one(language, table.kind))
        if each == 1
        else language.text("A filled mark is {n}, a hollow one fewer than {n}.", n=n)
    ]
    if any(len(held) > 1 for bar in table.bars for held, _ in bar.parts):
        found.append(language.text("A mark in several colours concerns several groups."))
    if table.overlaps:
        found.append(language.text("A record with several values stands in several rows."))
    return (*found, *table.merged)


def alt(table: Shifts, language: Language) -> str:
    """The picture in a few sentences: the longest rows and the white spots."""
    if not table.bars:
        return none_yet.alt(table, language, table.kind)
    parts = [language.text("Rows of marks. {what}.", what=subtitle(table, language))]
    held = [(bar.label, bar.total) for bar in table.bars if bar.total and bar.key != NONE]
    if held:
        parts.append(leading(held, language))
    if table.spots:
        names = some([bar.label for bar in table.spots], _NAMED, language)
        parts.append(language.text("White spots: {names}.", names=names))
    return " ".join(parts)


def description(table: Shifts, language: Language) -> str:
    """Every number, a line a row."""
    lines = [f"{subtitle(table, language)}."]
    for bar in table.bars:
        parts = ", ".join(
            f"{groups_label(table, held, language)} {language.number(count)}" for held, count in bar.parts
        )
        total = counted(bar.total, language, kind=table.kind)
        lines.append(f"{bar.label}: {total} ({parts})." if parts else f"{bar.label}: {total}.")
    return "\n".join([*lines, *table.merged])
