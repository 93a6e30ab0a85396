"""What the UpSet picture says in words."""

from insiktskarta.figures import none_yet
from insiktskarta.figures.naming import leading, some
from insiktskarta.model.kinds import counted
from insiktskarta.model.language import Language
from insiktskarta.tables.upset import UpSet

_NAMED = 6


def joined(table: UpSet, sets: tuple[int, ...], language: Language) -> str:
    """`children + parents`, `only children`, `not stated`."""
    names = [table.sets[index].label for index in sets]
    if len(names) == 1:
        return language.text("only {perspective}", perspective=names[0])
    return " + ".join(names) or language.text("not stated")


def subtitle(table: UpSet, shown: int, language: Language) -> str:
    """How many records in how many combinations, and how many of those have a column."""
    found = counted(table.total, language, kind=table.kind)
    held = language.plural("{n} combination", "{n} combinations", len(table.combinations))
    line = language.text(
        "{facet}: {insights} in {combinations}", facet=table.dimension, insights=found, combinations=held
    )
    if shown >= len(table.combinations):
        return line
    return language.text("{found}, the {n} most frequent shown", found=line, n=language.number(shown))


def note(table: UpSet, shown: int, language: Language) -> tuple[str, ...]:
    """How to read the picture, and what the grey bar is."""
    found = [
        language.text(
            "A column is one exact combination: dark dots are in it. The bars at the left count all records of a row."
        )
    ]
    if any(not each.sets for each in table.combinations[:shown]):
        found.append(language.text("A column without dark dots is what is not stated."))
    others = len(table.combinations) - shown
    if others > 0:
        found.append(
            language.plural(
                "The grey bar is {n} more combination.",
                "The grey bar is {n} more combinations together.",
                others,
            )
        )
    return (*found, *table.merged)


def alt(table: UpSet, language: Language) -> str:
    """The picture in a few sentences: the most frequent combinations, how many have several terms, white spots."""
    if not table.combinations:
        return none_yet.alt(table, language, table.kind)
    parts = [language.text("Combinations. {what}.", what=subtitle(table, len(table.combinations), language))]
    if table.combinations:
        counts = ((joined(table, each.sets, language), each.count) for each in table.combinations)
        parts.append(leading(counts, language))
        several = sum(each.count for each in table.combinations if len(each.sets) > 1)
        if several:
            parts.append(
                language.plural("{n} has more than one value.", "{n} have more than one value.", several)
            )
    if table.spots:
        names = some([each.label for each in table.spots], _NAMED, language)
        parts.append(language.text("White spots: {names}.", names=names))
    return " ".join(parts)


def description(table: UpSet, language: Language) -> str:
    """Every number: a line a row, and a line a combination."""
    lines = [f"{each.label}: {counted(each.total, language, kind=table.kind)}." for each in table.sets]
    lines += [
        f"{joined(table, each.sets, language)}: {counted(each.count, language, kind=table.kind)}."
        for each in table.combinations
    ]
    return "\n".join([*lines, *table.merged])
