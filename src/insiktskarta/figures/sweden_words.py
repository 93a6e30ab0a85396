"""What the map of Sweden says in words."""

from insiktskarta.figures.naming import leading, some
from insiktskarta.model.kinds import counted
from insiktskarta.model.language import Language
from insiktskarta.tables.sweden import Sweden

_NAMED = 8


def subtitle(table: Sweden, everyone: int, language: Language) -> str:
    """How many records from how many organisations, in how many of the country's municipalities."""
    return language.text(
        "{records} from {organisations}, in {n} of {all} municipalities",
        records=counted(table.total, language, kind=table.kind),
        organisations=language.plural(
            "{n} organisation", "{n} organisations", sum(1 for place in table.places if place.count)
        ),
        n=language.number(len(table.giving)),
        all=language.number(everyone),
    )


def note(table: Sweden, language: Language) -> tuple[str, ...]:
    """What is not on the map, and what the shades are of."""
    found = [language.text("The shade is how many records there are; grey is not among those shown.")]
    elsewhere = sum(not place.code for place in table.places)
    if elsewhere:
        found.append(
            language.plural(
                "The last name in the list lies in no municipality.",
                "The last {n} names in the list lie in no municipality.",
                elsewhere,
            )
        )
    return tuple(found)


def alt(table: Sweden, everyone: int, language: Language) -> str:
    """The picture in a few sentences: who has most, and who has nothing."""
    parts = [language.text("Map of Sweden. {what}.", what=subtitle(table, everyone, language))]
    giving = [(place.name, place.count) for place in table.places if place.count]
    if giving:
        parts.append(leading(giving, language))
    nothing = [place.name for place in table.places if not place.count]
    if nothing:
        parts.append(language.text("Nothing yet: {names}.", names=some(nothing, _NAMED, language)))
    return " ".join(parts)


def description(table: Sweden, language: Language) -> str:
    """A line an organisation."""
    return "\n".join(
        f"{place.name}: {counted(place.count, language, kind=table.kind)}." for place in table.places
    )
