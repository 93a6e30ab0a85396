"""The report's first section: the map, and in words which perspective and group hold most and least."""

from urllib.parse import quote

from insiktskarta.model.kinds import counted, many
from insiktskarta.model.language import N_, Language
from insiktskarta.report.section import Brief, Section, escaped
from insiktskarta.tables.perspective_regions import PerspectiveRegions


def _write(brief: Brief) -> str:
    parts = []
    if brief.picture:
        parts.append(f"![{escaped(brief.alt_text)}]({quote(brief.picture)})")
    parts.append("\n".join(f"- {escaped(line)}" for line in sentences(brief.regions, brief.language)))
    return "\n\n".join(parts)


def sentences(regions: PerspectiveRegions, language: Language) -> list[str]:
    """What the counts say: how many, where most and least, and how sure the perspectives are."""
    marks, nouns = regions.marks, many(language, regions.kind)
    if regions.nowhere:
        return [language.text("Nothing fits the selection.")]
    if not marks:
        return [language.text("There are no {many} yet. Everything is a white spot.", many=nouns)]
    said = [_how_many(regions, language)]
    circles = {
        one.label: sum(place in mark.region for mark in marks)
        for place, one in enumerate(regions.perspectives)
    }
    if any(circles.values()):
        said.append(
            _most_and_least(
                circles,
                language,
                N_("Most of them lie in {most} and fewest in {least}."),
                N_("They are evenly spread over the perspectives: {most}."),
            )
        )
    groups = {
        one.label: sum(place in mark.groups for mark in marks)
        for place, one in enumerate(regions.groups[:-1])
    }
    present = {label: count for label, count in groups.items() if count}
    if len(present) > 1:
        said.append(
            _most_and_least(
                present,
                language,
                N_("Of the groups that are heard, most come from {most} and fewest from {least}."),
                N_("The groups that are heard are heard equally often: {most}."),
            )
        )
    nowhere = sum(not mark.region for mark in marks)
    if nowhere:
        said.append(
            language.plural(
                "{count} lies in no circle: it rests on the words of staff, managers or politicians, or no perspective is stated.",
                "{count} lie in no circle: they rest on the words of staff, managers or politicians, or no perspective is stated.",
                nowhere,
                count=counted(nowhere, language, regions.kind),
            )
        )
    if regions.unsure:
        said.append(
            language.plural(
                "For {n} of {total} the perspective is not stated in the source, but interpreted or unclear.",
                "For {n} of {total} the perspectives are not stated in the source, but interpreted or unclear.",
                regions.unsure,
                total=language.number(len(marks)),
            )
        )
    return said


def _how_many(regions: PerspectiveRegions, language: Language) -> str:
    several = sum(len(mark.region) > 1 for mark in regions.marks)
    count = counted(len(regions.marks), language, regions.kind)
    if not several:
        return language.text("{count}, none of them in more than one circle.", count=count)
    overlap = language.plural("{n} lies in more than one circle", "{n} lie in more than one circle", several)
    return language.text("{count}; {overlap}.", count=count, overlap=overlap)


def _most_and_least(counts: dict[str, int], language: Language, differing: str, even: str) -> str:
    most, least = max(counts.values()), min(counts.values())
    if most == least:
        return language.text(
            even, most=language.listed([_named(label, count, language) for label, count in counts.items()])
        )
    named = {
        each: language.listed(
            [_named(label, count, language) for label, count in counts.items() if count == each]
        )
        for each in (most, least)
    }
    return language.text(differing, most=named[most], least=named[least])


def _named(label: str, count: int, language: Language) -> str:
    return (
        f"”{label}” ({language.number(count)})"
        if language.code == "sv"
        else f"“{label}” ({language.number(count)})"
    )


SECTION = Section(N_("At a glance"), _write)
