"""What records of a type are called, one and many, in the languages that the tool speaks."""

from insiktskarta.model.language import N_, Language

INSIGHT = "insikt"
SEVERAL = ""
"""The kind of records of several types."""

_ONE = {
    "insikt": N_("one insight"),
    "insiktsarbete": N_("one study"),
    "fråga": N_("one question"),
    "test": N_("one trial"),
    "lärdom": N_("one lesson"),
    SEVERAL: N_("one record"),
}
_MANY = {
    "insikt": N_("insights"),
    "insiktsarbete": N_("studies"),
    "fråga": N_("questions"),
    "test": N_("trials"),
    "lärdom": N_("lessons"),
    SEVERAL: N_("records"),
}


def kind_of(types: tuple[str, ...]) -> str:
    """The one type that a question is about, or `SEVERAL`."""
    return types[0] if len(types) == 1 else SEVERAL


def counted(count: int, language: Language, kind: str = INSIGHT) -> str:
    """`1 insight`, `18 insights`, `3 trials`; `18 records` where they are of several types."""
    plural = language.plural
    match kind:
        case "insikt":
            return plural("{n} insight", "{n} insights", count)
        case "insiktsarbete":
            return plural("{n} study", "{n} studies", count)
        case "fråga":
            return plural("{n} question", "{n} questions", count)
        case "test":
            return plural("{n} trial", "{n} trials", count)
        case "lärdom":
            return plural("{n} lesson", "{n} lessons", count)
        case _:
            return plural("{n} record", "{n} records", count)


def one(language: Language, kind: str = INSIGHT) -> str:
    """`one insight`, with the article that the noun has."""
    return language.text(_ONE.get(kind, _ONE[SEVERAL]))


def many(language: Language, kind: str = INSIGHT) -> str:
    """`insights`."""
    return language.text(_MANY.get(kind, _MANY[SEVERAL]))


def capital(words: str) -> str:
    """The words with a capital letter first."""
    return words[:1].upper() + words[1:]
