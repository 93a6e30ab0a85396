"""No term stands beside one that includes it."""

from collections.abc import Iterator

from insiktskarta.model.language import N_
from insiktskarta.model.record import Record
from insiktskarta.rules.insight.unfounded_voice import QUOTED
from insiktskarta.rules.rule import Context, Hit, Rule


def _record(record: Record, context: Context) -> Iterator[Hit]:
    content = record.content
    # Methods are what was done, and both a workshop and a workshop at work may have been.
    for facet, terms in (("grupper", content.groups), ("livssituation", content.situations)):
        if len(terms) > 1:
            known = context.vocabulary.facets[facet]
            wider = {parent: term for term in terms for parent in known.lineage(term)[1:]}
            for position, term in enumerate(terms):
                if term in wider:
                    message = N_(
                        "“{term}” includes “{narrower}”, which also stands here. Keep the one that fits best: “{narrower}” if it is about them only, “{term}” if it is about all."
                    )
                    yield Hit((facet, position), message, {"term": term, "narrower": wider[term]})


RULE = Rule(
    code="VO105",
    name="parent-beside-child",
    severity="warning",
    summary=N_("No term stands beside one that includes it."),
    why=N_(
        "The wider term already counts the narrower one. With both, one record becomes two marks in the same place, and nobody can tell whether it is about all or about some."
    ),
    bad=QUOTED.replace("[ungdomar]", "[barn-och-unga, ungdomar]"),
    good=QUOTED,
    record=_record,
)
