"""What the map says in words: names of regions, subtitle, alt text, the whole table, the source line."""

from insiktskarta.figures import none_yet
from insiktskarta.figures.geometry import Region
from insiktskarta.figures.map import tally
from insiktskarta.figures.naming import Tied, fewest, in_fields, most, region_name, spread
from insiktskarta.model.kinds import INSIGHT, counted, many, one
from insiktskarta.model.language import N_, Language
from insiktskarta.tables.perspective_regions import REGIONS, PerspectiveRegions

_TIED = "\N{NO-BREAK SPACE}"


def held(table: PerspectiveRegions, count: int, language: Language) -> str:
    """`1 insight`, `18 insights`, `3 trials`: records of the table's kind."""
    return counted(count, language, table.kind)


def region(table: PerspectiveRegions, where: Region, language: Language) -> str:
    """`only risk group`, `clients + residents`, `all three`, `outside the circles`."""
    return region_name(table.perspectives, where, language)


def subtitle(table: PerspectiveRegions, language: Language) -> str:
    """How many records from how many groups; a group that is not stated is none."""
    if not table.marks and not table.provenance.filter:
        return none_yet.said(language, table.kind).rstrip(".")
    counts = tally.groups(table)
    stated = sum(1 for group, count in zip(table.groups, counts, strict=True) if count and group.id)
    found = held(table, len(table.marks), language)
    if table.by_groups and stated:
        known = language.plural("{n} group", "{n} groups", stated)
        found = language.text("{insights} from {groups}", insights=found, groups=known)
    elif not table.by_groups:
        found = language.text("{insights} by {facet}", insights=found, facet=facet(table))
    outside = tally.outside(table)
    return spread(found, (len(table.marks) - outside, outside), tally.circles(table), language)


def facet(table: PerspectiveRegions) -> str:
    """What colours stand for, as it is written in a sentence: `groups`, `voice`."""
    return table.facet[:1].lower() + table.facet[1:]


def interpreted(table: PerspectiveRegions, language: Language) -> str:
    """How many perspectives are somebody's interpretation, or an empty string."""
    if not table.unsure:
        return ""
    n, total = language.number(table.unsure), language.number(len(table.marks))
    return language.text("The perspective is interpreted or unclear for {n} of {total}.", n=n, total=total)


def white_spots(table: PerspectiveRegions, language: Language) -> tuple[str, ...]:
    """One line for the empty regions and one for the empty groups, as far as there are any; no name is to be broken."""
    regions, groups = tally.blanks(table)
    lines = []
    if len(regions) == len(REGIONS):
        lines.append(language.text("Areas: all seven"))
    elif regions:
        names = ", ".join(region(table, where, language).replace(" ", _TIED) for where in regions)
        lines.append(language.plural("Area: {names}", "Areas: {names}", len(regions), names=names))
    if groups:
        labels = ", ".join(table.groups[index].label for index in groups)
        said = language.plural("Group: {names}", "Groups: {names}", len(groups), names=labels)
        lines.append(said if table.by_groups else f"{table.facet}: {labels}")
    return tuple(lines)


def alt(table: PerspectiveRegions, language: Language) -> str:
    """The picture in a few sentences: how many, where most and fewest are, which white spots."""
    if not table.marks:
        nothing = many(language, table.kind)
        if table.nowhere:
            return language.text(
                "Map with three circles and no {many}: none fits the selection {filter}.",
                many=nothing,
                filter=table.provenance.filter,
            )
        return language.text(
            "Map with three circles and no {many}: every area is a white spot.", many=nothing
        )
    parts = [language.text("Map with three circles: {what}.", what=subtitle(table, language))]
    counts = {where: count for where, count in tally.totals(table).items() if where and count}
    if counts:
        named = [(region(table, where, language), count) for where, count in counts.items()]
        high, low = most(named), fewest(named)
        parts.append(in_fields(high, language))
        if low.count < high.count:
            parts.append(_least(low, language))
    ranked = [
        (group.label, count)
        for group, count in zip(table.groups, tally.groups(table), strict=True)
        if count and group.id
    ]
    if len(ranked) > 1:
        parts.append(_groups(table, most(ranked), fewest(ranked), language))
    if table.mixed:
        parts.append(filled(table, language))
    spots = "; ".join(white_spots(table, language)).replace(_TIED, " ")
    return " ".join([*parts, *([language.text("White spots – {spots}.", spots=spots)] if spots else [])])


def _least(low: Tied, language: Language) -> str:
    return language.plural(
        "Fewest, white spots aside, are in the area {field} ({each}).",
        "Fewest, white spots aside, are in the areas {field} ({each}).",
        len(low.names),
        field=low.listed(language),
        each=low.each(language),
    )


def _groups(table: PerspectiveRegions, high: Tied, low: Tied, language: Language) -> str:
    even, differing = (
        (
            N_("By group: as many about {most} ({high})."),
            N_("By group: most about {most} ({high}), fewest about {least} ({low})."),
        )
        if table.by_groups
        else (
            N_("By {facet}: as many {most} ({high})."),
            N_("By {facet}: most {most} ({high}), fewest {least} ({low})."),
        )
    )
    return language.text(
        even if high.count == low.count else differing,
        facet=facet(table),
        most=high.listed(language),
        high=high.each(language),
        least=low.listed(language),
        low=low.each(language),
    )


def description(table: PerspectiveRegions, language: Language) -> str:
    """Every number of the map, a line a circle, region and group."""
    lines = [subtitle(table, language) + "."]
    for perspective, count in zip(table.perspectives, tally.circles(table), strict=True):
        lines.append(
            language.text(
                "Circle {name}: {insights}.", name=perspective.label, insights=held(table, count, language)
            )
        )
    for where, piles in tally.tally(table).items():
        name, total = region(table, where, language), sum(pile.count for pile in piles)
        if not piles:
            said = (
                N_("Area {name}: not selected.")
                if where in table.beyond
                else N_("Area {name}: white spot, no {many}.")
            )
            lines.append(language.text(said, name=name, many=many(language, table.kind)))
            continue
        shares = ", ".join(
            f"{pile_label(table, pile.groups, language)} {language.number(pile.count)}" for pile in piles
        )
        found = held(table, total, language)
        lines.append(
            language.text("Area {name}: {insights} ({groups}).", name=name, insights=found, groups=shares)
        )
    for group, count in zip(table.groups, tally.groups(table), strict=True):
        found = held(table, count, language)
        if table.by_groups:
            lines.append(language.text("Group {name}: {insights}.", name=group.label, insights=found))
        else:
            lines.append(f"{table.facet}, {group.label}: {found}.")
    return "\n".join([*lines, *table.merged, *filter(None, [interpreted(table, language)])])


def pile_label(table: PerspectiveRegions, groups: tuple[int, ...], language: Language) -> str:
    """`young people`, `children + parents`, or `several groups`."""
    return " + ".join(table.groups[index].label for index in groups) or several(table, language)


def several(table: PerspectiveRegions, language: Language) -> str:
    """What a mark for several groups that are not told apart is called."""
    return language.text("several groups") if table.by_groups else language.text("several of them")


def filled(table: PerspectiveRegions, language: Language) -> str:
    """What outlined marks are, where records that are no insights stand beside insights."""
    others = language.listed([many(language, kind) for kind in table.types if kind != INSIGHT])
    counts = sum(mark.outlined for mark in table.marks)
    return language.text(
        "Filled marks are insights, outlined ones {others} ({n}).", others=others, n=language.number(counts)
    )


def none_here(table: PerspectiveRegions, language: Language) -> str:
    """The heading over white spots in words."""
    return language.text("White spots – no {many} here", many=many(language, table.kind))


def nothing_yet(table: PerspectiveRegions, language: Language) -> str:
    """What a hatched area means, or that none was looked for."""
    if table.nowhere:
        return language.text("Nothing fits the selection.")
    return language.text("A hatched area is a white spot: no {many} yet.", many=many(language, table.kind))


def place(table: PerspectiveRegions, language: Language) -> str:
    """What place, colour and shape of a mark mean."""
    return language.text("Its place shows perspectives; colour and shape show {facet}.", facet=facet(table))


def each_mark(table: PerspectiveRegions, each: int, language: Language) -> str:
    """What one mark stands for, and what outlined ones are."""
    if each == 1:
        said = language.text("Each mark is {one}.", one=one(language, table.kind))
        return f"{said} {filled(table, language)}" if table.mixed else said
    said = language.text(
        "A filled mark is {count}, a hollow one fewer than {n}.",
        count=held(table, each, language),
        n=language.number(each),
    )
    apart = language.text("Record types are not told apart.")
    return f"{said} {apart}" if table.mixed else said
