"""What the map says in words: names of regions, subtitle, alt text, the whole table, the source line."""

from insiktskarta.figures.geometry import Region
from insiktskarta.figures.map import tally
from insiktskarta.figures.naming import counted, region_name
from insiktskarta.model.language import Language
from insiktskarta.tables.perspective_regions import REGIONS, PerspectiveRegions

_TIED = "\N{NO-BREAK SPACE}"


def insights(count: int, language: Language) -> str:
    """`1 insight`, `18 insights`."""
    return counted(count, language)


def region(table: PerspectiveRegions, where: Region, language: Language) -> str:
    """`only risk group`, `clients + residents`, `all three`, `outside the circles`."""
    return region_name(table.perspectives, where, language)


def subtitle(table: PerspectiveRegions, language: Language) -> str:
    """How many records from how many groups; a group that is not stated is none."""
    counts = tally.groups(table)
    stated = sum(1 for group, count in zip(table.groups, counts, strict=True) if count and group.id)
    found = insights(len(table.marks), language)
    if not stated:
        return language.text("{insights} in three perspectives", insights=found)
    known = language.plural("{n} group", "{n} groups", stated)
    return language.text("{insights} from {groups} in three perspectives", insights=found, groups=known)


def interpreted(table: PerspectiveRegions, language: Language) -> str:
    """How many perspectives are somebody's interpretation, or an empty string."""
    count = sum(not mark.certain for mark in table.marks)
    if not count:
        return ""
    n, total = language.number(count), language.number(len(table.marks))
    return language.text("The perspective is interpreted for {n} of {total}.", n=n, total=total)


def white_spots(table: PerspectiveRegions, language: Language) -> tuple[str, ...]:
    """One line for the empty regions and one for the empty groups, as far as there are any; no name is to be broken."""
    regions, groups = tally.blanks(table)
    lines = []
    if len(regions) == len(REGIONS):
        lines.append(language.text("Fields: all seven"))
    elif regions:
        names = ", ".join(region(table, where, language).replace(" ", _TIED) for where in regions)
        lines.append(language.plural("Field: {names}", "Fields: {names}", len(regions), names=names))
    if groups:
        labels = ", ".join(table.groups[index].label for index in groups)
        lines.append(language.plural("Group: {names}", "Groups: {names}", len(groups), names=labels))
    return tuple(lines)


def alt(table: PerspectiveRegions, language: Language) -> str:
    """The picture in a few sentences: how many, where most and fewest are, which white spots."""
    if not table.marks:
        return language.text("Insight map with three circles and no insights: every field is a white spot.")
    parts = [language.text("Insight map with three circles: {what}.", what=subtitle(table, language))]
    counts = {where: count for where, count in tally.totals(table).items() if where and count}
    if counts:
        most = max(counts, key=lambda where: counts[where])
        parts.append(_most(region(table, most, language), counts[most], language))
        least = min(counts, key=lambda where: (counts[where], where))
        if counts[least] < counts[most]:
            parts.append(_least(region(table, least, language), counts[least], language))
    held = [
        (count, -index) for index, count in enumerate(tally.groups(table)) if count and table.groups[index].id
    ]
    if len(held) > 1:
        parts.append(_groups(table, max(held), min(held), language))
    spots = "; ".join(white_spots(table, language)).replace(_TIED, " ")
    return " ".join([*parts, *([language.text("White spots – {spots}.", spots=spots)] if spots else [])])


def _most(where: str, count: int, language: Language) -> str:
    return language.text("Most are in the field {field} ({n}).", field=where, n=language.number(count))


def _least(where: str, count: int, language: Language) -> str:
    return language.text(
        "Fewest, white spots aside, are in the field {field} ({n}).", field=where, n=language.number(count)
    )


def _groups(
    table: PerspectiveRegions, high: tuple[int, int], low: tuple[int, int], language: Language
) -> str:
    return language.text(
        "By group: most about {most} ({high}), fewest about {least} ({low}).",
        most=table.groups[-high[1]].label,
        high=language.number(high[0]),
        least=table.groups[-low[1]].label,
        low=language.number(low[0]),
    )


def description(table: PerspectiveRegions, language: Language) -> str:
    """Every number of the map, a line a circle, region and group."""
    lines = [subtitle(table, language) + "."]
    for perspective, count in zip(table.perspectives, tally.circles(table), strict=True):
        lines.append(
            language.text(
                "Circle {name}: {insights}.", name=perspective.label, insights=insights(count, language)
            )
        )
    for where, piles in tally.tally(table).items():
        name, total = region(table, where, language), sum(pile.count for pile in piles)
        if not piles:
            lines.append(language.text("Field {name}: white spot, no insights.", name=name))
            continue
        held = ", ".join(
            f"{pile_label(table, pile.groups, language)} {language.number(pile.count)}" for pile in piles
        )
        found = insights(total, language)
        lines.append(
            language.text("Field {name}: {insights} ({groups}).", name=name, insights=found, groups=held)
        )
    for group, count in zip(table.groups, tally.groups(table), strict=True):
        lines.append(
            language.text("Group {name}: {insights}.", name=group.label, insights=insights(count, language))
        )
    return "\n".join([*lines, *filter(None, [interpreted(table, language)])])


def pile_label(table: PerspectiveRegions, groups: tuple[int, ...], language: Language) -> str:
    """`young people`, `children + parents`, or `several groups`."""
    return " + ".join(table.groups[index].label for index in groups) or language.text("several groups")
