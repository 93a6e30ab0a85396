"""What the shared map says in words."""

from dataclasses import replace
from itertools import chain

from insiktskarta.figures import none_yet
from insiktskarta.figures.geometry import Region
from insiktskarta.figures.map import tally
from insiktskarta.figures.naming import given, in_fields, most, region_name, some
from insiktskarta.model.kinds import counted, many
from insiktskarta.model.language import Language
from insiktskarta.tables.perspective_regions import REGIONS, PerspectiveRegions
from insiktskarta.tables.small_multiples import SmallMultiples

_NAMED = 6


def whole(table: SmallMultiples) -> PerspectiveRegions:
    """The map of all organisations together; there is at least one."""
    marks = tuple(chain.from_iterable(each.marks for each in table.maps))
    return replace(table.maps[0], title=table.title, marks=marks)


def givers(table: SmallMultiples, region: Region) -> int:
    """How many organisations have records in a region."""
    return sum(any(mark.region == region for mark in each.marks) for each in table.maps)


def share(table: SmallMultiples, region: Region, language: Language) -> str:
    """`9 of 13`."""
    n, everyone = language.number(givers(table, region)), language.number(len(table.maps))
    return language.text("{n} of {all}", n=n, all=everyone)


def subtitle(table: SmallMultiples, language: Language) -> str:
    """How many records from how many organisations, and what the lines under the counts mean."""
    insights = counted(len(whole(table).marks), language, kind=table.kind)
    giving = sum(1 for each in table.maps if each.marks)
    return language.text(
        "{found}. Under each number: how many of them have {many} in the area",
        found=given(insights, giving, len(table.maps), language),
        many=many(language, table.kind),
    )


def alt(table: SmallMultiples, language: Language) -> str:
    """The picture in a few sentences: who has nothing, where most are, which areas nobody or everybody has."""
    if not table.maps:
        return none_yet.alt(table, language, table.kind)
    what, together = subtitle(table, language).partition(".")[0], whole(table)
    parts = [language.text("Insight map of several organisations. {what}.", what=what)]
    totals = {region: tally.totals(together)[region] for region in REGIONS}
    names = {region: region_name(together.perspectives, region, language) for region in REGIONS}
    if any(totals.values()):
        parts.append(in_fields(most((names[region], totals[region]) for region in REGIONS), language))
    everybody = [names[region] for region in REGIONS if givers(table, region) == len(table.maps)]
    if everybody:
        parts.append(
            language.text(
                "Every organisation has {many} in {names}.",
                many=many(language, table.kind),
                names=language.listed(everybody),
            )
        )
    nothing = [each.title for each in table.maps if not each.marks]
    if nothing:
        parts.append(language.text("Nothing yet: {names}.", names=some(nothing, _NAMED, language)))
    empty = [names[region] for region in tally.blanks(together)[0]]
    if empty:
        parts.append(language.text("White spots everywhere: {names}.", names=", ".join(empty)))
    return " ".join(parts)


def description(table: SmallMultiples, language: Language) -> str:
    """Every number: a line an area, and a line an organisation."""
    together = whole(table)
    lines = []
    for region, count in tally.totals(together).items():
        insights = counted(count, language, kind=table.kind)
        found = given(insights, givers(table, region), len(table.maps), language)
        lines.append(f"{region_name(together.perspectives, region, language)}: {found}.")
    for each in table.maps:
        cells = ", ".join(
            f"{region_name(each.perspectives, region, language)} {language.number(count)}"
            for region, count in tally.totals(each).items()
        )
        lines.append(f"{each.title}: {cells}.")
    return "\n".join(lines)
