"""What the timeline says in words."""

from insiktskarta.figures import none_yet
from insiktskarta.figures.naming import most
from insiktskarta.model.kinds import SEVERAL, counted
from insiktskarta.model.language import N_, Language
from insiktskarta.tables.timeline import Timeline

FIRST = frozenset({"01", "Q1"})
"""The parts that a year begins with."""
_MONTHS = (
    *(N_("Jan"), N_("Feb"), N_("Mar"), N_("Apr"), N_("May"), N_("Jun")),
    *(N_("Jul"), N_("Aug"), N_("Sep"), N_("Oct"), N_("Nov"), N_("Dec")),
)


def briefly(part: str, language: Language) -> str:
    """A part of a year for a narrow place: `07` as `Jul`, `Q3` as it is; empty for none."""
    if part.startswith("Q"):
        return language.text("Q{quarter}", quarter=part[1:])
    return language.text(_MONTHS[int(part) - 1]) if part else ""


def spoken(key: str, language: Language) -> str:
    """`2024`, `2024-07`, `quarter 3 of 2024`, or that there is no date."""
    year, _, quarter = key.partition("-Q")
    if not quarter:
        return year or language.text("no date")
    return language.text("quarter {quarter} of {year}", quarter=quarter, year=year)


def _told(table: Timeline) -> int:
    return sum(each.told for each in (*table.bins, table.undated))


def subtitle(table: Timeline, language: Language) -> str:
    """How many records, how many of them say when, and how many were told."""
    return language.plural(
        "{records}: {n} says when it was gathered, {told} that those who took part have been told",
        "{records}: {n} say when they were gathered, {told} that those who took part have been told",
        sum(each.gathered for each in table.bins),
        records=counted(table.total, language, kind=SEVERAL),
        told=language.number(_told(table)),
    )


def note(table: Timeline, language: Language) -> tuple[str, ...]:
    """How to read the picture."""
    found = [
        language.text("A period counts where it ends."),
        language.text("Bars up and down have the same scale."),
    ]
    if table.undated.gathered or table.undated.told:
        found.append(language.text("What has no date stands in grey."))
    return tuple(found)


def alt(table: Timeline, language: Language) -> str:
    """The picture in a few sentences: the span, the peak, and whether anybody was told."""
    if not table.total:
        return none_yet.alt(table, language, SEVERAL)
    parts = [language.text("Timeline. {what}.", what=subtitle(table, language))]
    if table.bins:
        first, last = spoken(table.bins[0].key, language), spoken(table.bins[-1].key, language)
        parts.append(language.text("From {first} to {last}.", first=first, last=last))
        peak = most((spoken(each.key, language), each.gathered) for each in table.bins)
        if peak.count:
            when, n = peak.listed(language), peak.each(language)
            parts.append(language.text("Most was gathered in {when} ({n}).", when=when, n=n))
    if not _told(table):
        parts.append(language.text("Nobody is said to have been told: a white spot."))
    return " ".join(parts)


def description(table: Timeline, language: Language) -> str:
    """Every number, a line a stretch of time and a line a status."""
    lines = [
        language.text(
            "{when}: {gathered} gathered, {told} told.",
            when=spoken(each.key, language),
            gathered=language.number(each.gathered),
            told=language.number(each.told),
        )
        for each in (*table.bins, table.undated)
    ]
    lines += [f"{answer.label}: {language.number(answer.count)}." for answer in table.answers]
    return "\n".join(lines)
