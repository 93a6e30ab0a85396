"""What the chain says in words."""

from insiktskarta.figures import none_yet
from insiktskarta.model.kinds import SEVERAL, counted
from insiktskarta.model.language import Language
from insiktskarta.tables.chain import LAST, Chain, Step


def lines(step: Step, language: Language) -> tuple[str, ...]:
    """What is said under the marks of a type."""
    if step.key == LAST:
        first = language.plural("{n} builds on something", "{n} build on something", step.led_on)
        second = language.plural("{n} stands alone", "{n} stand alone", step.open)
    else:
        first = language.plural("{n} led on", "{n} led on", step.led_on)
        second = language.plural("{n} is open", "{n} are open", step.open)
    found = [text for text, count in ((first, step.led_on), (second, step.open)) if count]
    if step.refuted:
        found.append(language.plural("{n} was refuted", "{n} were refuted", step.refuted))
    return tuple(found)


def subtitle(table: Chain, language: Language) -> str:
    """How many records and links, and how many lessons go all the way back."""
    return language.text(
        "{records}, {links}. {whole} all the way back to a study",
        records=counted(table.total, language, kind=SEVERAL),
        links=language.plural("{n} link", "{n} links", sum(table.links.values())),
        whole=language.plural("{n} lesson goes", "{n} lessons go", table.whole),
    )


def alt(table: Chain, language: Language) -> str:
    """The picture in a few sentences, a type at a time."""
    if not table.total:
        return none_yet.alt(table, language, SEVERAL)
    parts = [language.text("Chain from study to lesson: {what}.", what=subtitle(table, language))]
    for step in table.steps:
        said = ", ".join(lines(step, language)) or language.text("white spot")
        parts.append(f"{step.label} {language.number(step.total)}: {said}.")
    return " ".join(parts)


def description(table: Chain, language: Language) -> str:
    """Every number, a line a type and a line a kind of link, and what was refuted."""
    names = {step.key: step.label for step in table.steps}
    found = [f"{step.label}: {', '.join(lines(step, language)) or 0}." for step in table.steps]
    found += [
        language.text(
            "{type} builds on {other}: {n}.",
            type=names.get(source, source),
            other=names.get(target, target),
            n=language.number(count),
        )
        for (source, target), count in sorted(table.links.items())
    ]
    found += [
        language.text("Refuted: “{heading}” by “{by}”.", heading=one.heading, by=one.by)
        for one in table.refuted
    ]
    return "\n".join(found)
