"""Reports in Markdown, section by section."""

from insiktskarta.report import at_a_glance, counts, insights, provenance, white_spots
from insiktskarta.report.section import Brief, escaped

# Order is a decision: first what a committee reads, last what a doubter looks for.
SECTIONS = (at_a_glance.SECTION, counts.SECTION, white_spots.SECTION, insights.SECTION, provenance.SECTION)


def report(title: str, brief: Brief) -> str:
    """The whole report as Markdown."""
    parts = [f"# {escaped(title)}"]
    for section in SECTIONS:
        parts += [f"## {brief.language.text(section.title)}", section.write(brief)]
    return "\n\n".join(parts) + "\n"
