"""What small multiples say in words."""

from insiktskarta.figures.map import words
from insiktskarta.figures.map.tally import blanks
from insiktskarta.figures.naming import some
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
    found = language.plural(
        "{insights} from {giving} of {all} organisation, all in the same scale",
        "{insights} from {giving} of {all} organisations, all in the same scale",
        len(table.maps),
        insights=counted(total, language, kind=table.kind),
        giving=language.number(giving),
        all=language.number(len(table.maps)),
    )
    if table.pages == 1:
        return found
    return language.text(
        "{found}. Page {page} of {pages}", found=found, page=table.page + 1, pages=table.pages
    )


def alt(table: SmallMultiples, language: Language) -> str:
    """The picture in a few sentences: who has most, who has nothing, which fields are empty everywhere."""
    parts = [language.text("Small insight maps. {what}.", what=subtitle(table, language))]
    held = [(len(each.marks), -index) for index, each in enumerate(table.maps) if each.marks]
    if held:
        count, place = max(held)
        parts.append(
            language.text("Most: {name} ({n}).", name=table.maps[-place].title, n=language.number(count))
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
    """A line for each map of the page: its records, and the fields that are empty."""
    return "\n".join([f"{subtitle(table, language)}.", *(_line(each, language) for each in table.shown)])


def _line(table: PerspectiveRegions, language: Language) -> str:
    line = f"{table.title}: {words.held(table, len(table.marks), language)}."
    empty, _ = blanks(table)
    if not table.marks or not empty:
        return line
    names = ", ".join(words.region(table, region, language) for region in empty)
    spots = language.text("White spots: {names}.", names=names)
    return f"{line} {spots}"
