"""Where there is no insight: regions, groups, and organisations that were asked."""

from collections.abc import Iterator

from insiktskarta.model.kinds import many
from insiktskarta.model.language import N_
from insiktskarta.report.section import Brief, Section, escaped
from insiktskarta.tables.perspective_regions import REGIONS
from insiktskarta.tables.region_names import named_region


def _write(brief: Brief) -> str:
    language = brief.language
    nouns = many(language, brief.regions.kind)
    if brief.regions.nowhere:
        return language.text("Nothing fits the selection.")
    found = list(_spots(brief))
    if not found:
        return language.text("There is none: no area, group or organisation lacks {many}.", many=nouns)
    lines = [f"- {title}: {escaped(', '.join(names))}" for title, names in found]
    return "\n".join([language.text("There are no {many} here:", many=nouns), "", *lines])


def _spots(brief: Brief) -> Iterator[tuple[str, list[str]]]:
    regions, language = brief.regions, brief.language
    taken = {mark.region for mark in regions.marks}
    fields = [
        named_region([regions.perspectives[circle].short for circle in region], language)
        for region in REGIONS
        if region not in taken and region not in regions.beyond
    ]
    heard = {place for mark in regions.marks for place in mark.groups}
    groups = [
        group.label for place, group in enumerate(regions.groups[:-1]) if place not in heard and group.asked
    ]
    present = {mark.id.partition("/")[0] for mark in regions.marks}
    asked = brief.question.organisations or brief.corpus.participants
    silent = [
        brief.corpus.organisation_name(slug)
        for slug in brief.corpus.organisations
        if slug in asked and slug not in present
    ]
    for title, names in (
        (language.text("Areas of the map"), fields),
        (language.text("Groups"), groups),
        (language.text("Organisations"), silent),
    ):
        if names:
            yield title, names


SECTION = Section(N_("White spots"), _write)
