"""What the map at two points in time says in words: what is new, and what became of the white spots."""

from collections.abc import Iterable

from insiktskarta.figures.geometry import Region
from insiktskarta.figures.naming import region_name
from insiktskarta.model.kinds import counted, many
from insiktskarta.model.language import Language
from insiktskarta.tables.before_after import BeforeAfter, groups, regions
from insiktskarta.tables.perspective_regions import REGIONS, PerspectiveRegions

_TIED = "\N{NO-BREAK SPACE}"


def _names(table: BeforeAfter, wanted: Iterable[Region], language: Language, *, counts: bool = False) -> str:
    """Regions in a list, none of whose names is to be broken at the end of a line; with their present counts."""
    second = regions(table.after)
    found = [
        f"{name(table, each, language)} ({language.number(second[each])})"
        if counts
        else name(table, each, language)
        for each in wanted
    ]
    return ", ".join(each.replace(" ", _TIED) for each in found)


def name(table: BeforeAfter, region: Region, language: Language) -> str:
    """What a region is called."""
    return region_name(table.after.perspectives, region, language)


def moment(table: PerspectiveRegions, language: Language) -> str:
    """`2024-10-23 (a1b2c3d)`."""
    where = table.provenance
    if not where.date:
        return where.commit or language.text("not known")
    return f"{where.date} ({where.commit})" if where.commit else where.date


def signed(difference: int, language: Language) -> str:
    """`+3`, `−2`, `±0`."""
    return ("+" if difference > 0 else "" if difference else "±") + language.number(difference)


def subtitle(table: BeforeAfter, language: Language) -> str:
    """How many then and now."""
    return language.text(
        "From {before} to {after} between {then} and {now}",
        before=language.number(len(table.before.marks)),
        after=counted(len(table.after.marks), language, kind=table.kind),
        then=moment(table.before, language),
        now=moment(table.after, language),
    )


def filled(table: BeforeAfter) -> tuple[Region, ...]:
    """The regions that were white spots and are none any more."""
    first, second = regions(table.before), regions(table.after)
    return tuple(region for region in REGIONS if second[region] and not first[region])


def emptied(table: BeforeAfter) -> tuple[Region, ...]:
    """The regions that have become white spots."""
    first, second = regions(table.before), regions(table.after)
    return tuple(region for region in REGIONS if first[region] and not second[region])


def _never(table: BeforeAfter, emptied_now: tuple[Region, ...]) -> list[Region]:
    """The regions that are white spots still; what was not asked for is none."""
    second = regions(table.after)
    return [
        region
        for region in REGIONS
        if not second[region] and region not in emptied_now and region not in table.after.beyond
    ]


def happened(table: BeforeAfter, language: Language) -> tuple[str, ...]:
    """Sentences about records and white spots, the most important first."""
    if not (table.new or table.gone):
        return (language.text("No area has changed."), *_spots(table, language))
    added, removed = len(table.new) - table.moved, len(table.gone) - table.moved
    counts = [
        language.plural("{n} is new", "{n} are new", added),
        language.plural("{n} is gone", "{n} are gone", removed) if removed else "",
        language.plural("{n} has changed area", "{n} have changed area", table.moved) if table.moved else "",
    ]
    said = language.listed([each for each in counts if each])
    return (f"{said[:1].upper()}{said[1:]}.", *_spots(table, language))


def _spots(table: BeforeAfter, language: Language) -> tuple[str, ...]:
    found = []
    full, empty = filled(table), emptied(table)
    if full:
        found.append(
            language.plural(
                "Was a white spot and has {many} now: {names}.",
                "Were white spots and have {many} now: {names}.",
                len(full),
                many=many(language, table.kind),
                names=_names(table, full, language, counts=True),
            )
        )
    if empty:
        found.append(language.text("Has become a white spot: {names}.", names=_names(table, empty, language)))
    still = _never(table, empty)
    if len(still) == len(REGIONS):
        found.append(language.text("Every area is a white spot still."))
    elif still:
        found.append(language.text("White spots still: {names}.", names=_names(table, still, language)))
    new_groups = [
        group.label
        for group, before, after in zip(
            table.after.groups, groups(table.before), groups(table.after), strict=True
        )
        if after and not before
    ]
    if new_groups:
        found.append(language.text("Groups heard for the first time: {names}.", names=", ".join(new_groups)))
    return tuple(found)


def alt(table: BeforeAfter, language: Language) -> str:
    """What changed, in a few sentences."""
    start = language.text("The insight map at two points in time. {what}.", what=subtitle(table, language))
    return " ".join([start, *happened(table, language)]).replace(_TIED, " ")


def description(table: BeforeAfter, language: Language) -> str:
    """Every number before and after: a line a region and group."""
    first, second = regions(table.before), regions(table.after)
    rows = [
        *((name(table, region, language), first[region], second[region]) for region in first),
        *(
            (group.label, before, after)
            for group, before, after in zip(
                table.after.groups, groups(table.before), groups(table.after), strict=True
            )
        ),
    ]
    return "\n".join([subtitle(table, language) + ".", *(row(*each, language) for each in rows)])


def row(label: str, before: int, after: int, language: Language) -> str:
    """`children: 3 before, 5 after (+2).`."""
    return language.text(
        "{name}: {before} before, {after} after ({difference}).",
        name=label,
        before=language.number(before),
        after=language.number(after),
        difference=signed(after - before, language),
    )
