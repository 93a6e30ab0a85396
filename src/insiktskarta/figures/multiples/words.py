"""What small multiples say in words."""

from insiktskarta.figures import none_yet
from insiktskarta.figures.map import words
from insiktskarta.figures.map.tally import blanks
from insiktskarta.figures.naming import given, most, some
from insiktskarta.model.kinds import counted
from insiktskarta.model.language import Language
from insiktskarta.tables.perspective_regions import REGIONS, PerspectiveRegions
from insiktskarta.tables.small_multiples import SmallMultiples

_NAMED = 6


def subtitle(table: SmallMultiples, language: Language) -> str:
    """How many records there are, from how many of the organisations, and which page this is."""
    total = sum(len(each.marks) for each in table.maps)
    giving = sum(1 for each in table.maps if each.marks)
    if len(table.maps) == 1:
        return counted(total, language, kind=table.kind)
    insights = counted(total, language, kind=table.kind)
    found = language.text(
        "{found}, all in the same scale", found=given(insights, giving, len(table.maps), language)
    )
    if table.pages == 1:
        return found
    return language.text(
        "{found}. Page {page} of {pages}", found=found, page=table.page + 1, pages=table.pages
    )


def alt(table: SmallMultiples, language: Language) -> str:
    """The picture in a few sentences: who has most, who has nothing, which areas are empty everywhere."""
    if not table.maps:
        return none_yet.alt(table, language, table.kind)
    parts = [language.text("Small insight maps. {what}.", what=subtitle(table, language))]
    held = [(each.title, len(each.marks)) for each in table.maps if each.marks]
    if held:
        leading = most(held)
        parts.append(
            language.text("Most: {name} ({n}).", name=leading.listed(language), n=leading.each(language))
        )
    nothing = [each.title for each in table.maps if not each.marks]
    if nothing:
        parts.append(language.text("Nothing yet: {names}.", names=some(nothing, _NAMED, language)))
    empty = [region for region in REGIONS if all(region in blanks(each)[0] for each in table.maps)]
    if held and empty:
        names = ", ".join(words.region(table.maps[0], region, language) for region in empty)
        parts.append(language.text("White spots everywhere: {names}.", names=names))
    return " ".join(parts)


def description(table: SmallMultiples, language: Language) -> str:
    """A line for each map of the page: its records, and the areas that are empty."""
    return "\n".join([f"{subtitle(table, language)}.", *(_line(each, language) for each in table.shown)])


def _line(table: PerspectiveRegions, language: Language) -> str:
    line = f"{table.title}: {words.held(table, len(table.marks), language)}."
    empty, _ = blanks(table)
    if not table.marks or not empty:
        return line
    names = ", ".join(words.region(table, region, language) for region in empty)
    spots = language.text("White spots: {names}.", names=names)
    return f"{line} {spots}"
