"""Every record of the report: heading, what it says, and where it stands."""

from collections.abc import Iterator

from insiktskarta.model.kinds import counted, many
from insiktskarta.model.language import N_, Language
from insiktskarta.model.masking import masked_numbers
from insiktskarta.model.vocabulary import Vocabulary
from insiktskarta.query.reviewed import unreviewed
from insiktskarta.query.select import Hit, selected
from insiktskarta.report.section import Brief, Section, escaped

_SHOWN = ("perspektiv", "perspektiv-säkerhet", "grupper", "livssituation", "röst", "förflyttningar")


def _write(brief: Brief) -> str:
    hits = selected(brief.corpus, brief.question)
    if not hits:
        return brief.language.text("There are no {many} yet.", many=many(brief.language, brief.regions.kind))
    hidden = unreviewed(brief.corpus)
    shown = [hit for hit in hits if hit.id not in hidden]
    parts = list(_organisations(brief, shown))
    if len(shown) < len(hits):
        parts.append(
            brief.language.plural(
                "{count} is counted but not written out, since nobody has read it for personal data.",
                "{count} are counted but not written out, since nobody has read them for personal data.",
                len(hits) - len(shown),
                count=counted(len(hits) - len(shown), brief.language, brief.regions.kind),
            )
        )
    return "\n\n".join(parts)


def _organisations(brief: Brief, hits: list[Hit]) -> Iterator[str]:
    last = None
    for hit in hits:
        if hit.organisation != last:
            last = hit.organisation
            yield f"### {escaped(brief.corpus.organisation_name(last))}"
        yield _entry(hit, brief.corpus.vocabulary, brief.language) + _ground(brief, hit)


def _ground(brief: Brief, hit: Hit) -> str:
    """What is uncertain about a record, and the document that it is from."""
    data = brief.corpus.data(hit.id) or {}
    source = data.get("källa", {})
    named = ", ".join(source[key] for key in ("dokument", "avsnitt", "ställe", "länk") if key in source)
    lines = (
        (brief.language.text("Uncertain"), data.get("osäkert", "")),
        (brief.language.text("Source"), named),
    )
    return "".join(f"  \n{title}: {escaped(masked_numbers(text))}" for title, text in lines if text)


def _entry(hit: Hit, vocabulary: Vocabulary, language: Language) -> str:
    said = [
        f"{vocabulary[facet].label[language.code].lower()}: "
        + ", ".join(vocabulary.label(facet, term, language.code) for term in hit.terms[facet])
        for facet in _SHOWN
        if facet in hit.terms
    ]
    about = f"*{escaped('; '.join(said))}* " if said else ""
    return f"**{escaped(masked_numbers(hit.heading))}**  \n{escaped(masked_numbers(hit.statement))}  \n{about}({escaped(masked_numbers(hit.id))})"


SECTION = Section(N_("One by one"), _write)
