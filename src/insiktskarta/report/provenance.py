"""Where the figures come from."""

from insiktskarta.model.kinds import many
from insiktskarta.model.language import N_
from insiktskarta.report.section import Brief, Section, escaped


def _write(brief: Brief) -> str:
    source, language = brief.regions.provenance, brief.language
    lines = [
        (
            language.text("Number of {many}", many=many(language, brief.regions.kind)),
            language.number(len(brief.regions.marks)),
        ),
        (language.text("Selection"), source.filter or language.text("everything")),
        (language.text("Organisations"), ", ".join(source.organisations) or "–"),
        (language.text("Records last changed"), source.date or language.text("not known")),
        (language.text("Commit"), source.commit or language.text("not known")),
        (language.text("Made with"), source.tool),
    ]
    return "\n".join(f"- {title}: {escaped(value)}" for title, value in lines)


SECTION = Section(N_("Where the figures come from"), _write)
