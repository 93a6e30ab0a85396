"""What the proportional overview says in words, and what it cannot show."""

from insiktskarta.figures import none_yet
from insiktskarta.figures.map import tally
from insiktskarta.figures.naming import in_fields, most, region_name, spread
from insiktskarta.figures.proportions.truth import Field
from insiktskarta.model.kinds import counted, many
from insiktskarta.model.language import Language
from insiktskarta.tables.proportional import Proportional

_TIED = "\N{NO-BREAK SPACE}"  # no name is to be broken at the end of a line


def name(table: Proportional, field: Field, language: Language) -> str:
    """What a region is called."""
    return region_name(table.perspectives, field.region, language)


def subtitle(table: Proportional, language: Language) -> str:
    """How many records, and what areas mean."""
    if not table.total:
        return none_yet.said(language, table.kind).rstrip(".")
    found = counted(table.total, language, kind=table.kind)
    lying = spread(found, (sum(table.counts), table.outside), table.sizes, language)
    return (
        language.text("{found}; the larger the area, the more", found=lying) if any(table.counts) else lying
    )


def faults(table: Proportional, fields: tuple[Field, ...], language: Language) -> tuple[str, ...]:
    """A sentence for each region that circles cannot show: with its count, or that it is empty."""
    found = []
    for field in fields:
        where = name(table, field, language)
        if field.lost:
            count = counted(field.count, language, kind=table.kind)
            found.append(
                language.text("No room for {field}: {insights} cannot be seen.", field=where, insights=count)
            )
        elif field.ghost:
            found.append(language.text("The area {field} is empty, but is drawn.", field=where))
    skewed = [field for field in fields if field.skewed]
    large = [_share(table, field, language) for field in skewed if field.area > field.true]
    small = [_share(table, field, language) for field in skewed if field.area < field.true]
    if large:
        found.append(language.text("Drawn too large: {fields}.", fields=", ".join(large)))
    if small:
        found.append(language.text("Drawn too small: {fields}.", fields=", ".join(small)))
    return tuple(found)


def _share(table: Proportional, field: Field, language: Language) -> str:
    said = language.text(
        "{field} ({n}, drawn as {drawn})",
        field=name(table, field, language),
        n=language.number(field.count),
        drawn=language.number(field.drawn),
    )
    return said.replace(" ", _TIED)


def white_spots(table: Proportional, fields: tuple[Field, ...], language: Language) -> str:
    """The empty regions in one line, or an empty string."""
    names = [name(table, field, language).replace(" ", _TIED) for field in fields if not field.count]
    if len(names) == len(fields):
        return language.text("Areas: all seven")
    return (
        language.plural("Area: {names}", "Areas: {names}", len(names), names=", ".join(names))
        if names
        else ""
    )


def alt(table: Proportional, fields: tuple[Field, ...], language: Language) -> str:
    """The picture in a few sentences: how many, which circle and area are largest, and what it cannot show."""
    if not any(table.counts):
        return language.text(
            "Circles in proportion, with no {many} in them: every area is a white spot.",
            many=many(language, table.kind),
        )
    found = counted(table.total, language, kind=table.kind)
    parts = [language.text("Circles in proportion to what they hold: {insights}.", insights=found)]
    circles = most(zip((each.label for each in table.perspectives), table.sizes, strict=True))
    parts.append(
        language.plural(
            "The largest circle is {name} ({each}).",
            "The largest circles are {name} ({each}).",
            len(circles.names),
            name=circles.listed(language),
            each=circles.each(language),
        )
    )
    parts.append(in_fields(most((name(table, field, language), field.count) for field in fields), language))
    wrong = faults(table, fields, language)
    if wrong:
        parts.append(language.text("What circles cannot show: {faults}", faults=" ".join(wrong)))
    spots = white_spots(table, fields, language)
    if spots:
        parts.append(language.text("White spots – {spots}.", spots=spots))
    return " ".join(parts).replace(_TIED, " ")


def state(field: Field, language: Language) -> str:
    """How a region is drawn, in a word or two; empty where it is drawn truly."""
    if field.lost:
        return language.text("no room")
    if field.ghost:
        return language.text("drawn though empty")
    if field.skewed:
        return language.text("too large") if field.area > field.true else language.text("too small")
    return ""


def description(table: Proportional, fields: tuple[Field, ...], language: Language) -> str:
    """Every number: a line a circle and region, with how it is drawn."""
    lines = [subtitle(table, language) + "."]
    for perspective, count in zip(table.perspectives, table.sizes, strict=True):
        said = counted(count, language, kind=table.kind)
        lines.append(language.text("Circle {name}: {insights}.", name=perspective.label, insights=said))
    for field in fields:
        said, drawn = counted(field.count, language, kind=table.kind), state(field, language)
        lines.append(f"{name(table, field, language)}: {said}{f' ({drawn})' if drawn else ''}.")
    if table.outside:
        said = counted(table.outside, language, kind=table.kind)
        lines.append(f"{region_name(table.perspectives, tally.OUTSIDE, language)}: {said}.")
    return "\n".join(lines)
