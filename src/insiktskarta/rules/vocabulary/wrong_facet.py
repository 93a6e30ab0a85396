"""Every term stands in the facet that it belongs to."""

from collections.abc import Iterator

from insiktskarta.model.language import N_
from insiktskarta.model.record import Record, facet_fields
from insiktskarta.model.vocabulary import Vocabulary
from insiktskarta.rules.gates import has_odd_terms
from insiktskarta.rules.insight.unfounded_voice import QUOTED
from insiktskarta.rules.rule import Context, Hit, Rule

# The facets that describe what a record is about; “ej-angiven” and the like stand in several others.
_FACETS = (
    "perspektiv", "grupper", "livssituation", "kön", "röst", "förflyttningar", "teman", "tvärperspektiv", "metoder",
)  # fmt: skip


def home(record: Record, vocabulary: Vocabulary, facet: str, term: str) -> tuple[str, str] | None:
    """The other facet of the record's type that has a term which this one has not, and its id there."""
    if facet not in _FACETS or term.startswith("ej-") or vocabulary.facets[facet].find(term) is not None:
        return None
    for other, _ in facet_fields(type(record.content)):
        if other in _FACETS and (known := vocabulary.facets[other].find(term)) is not None:
            return other, known
    return None


def _record(record: Record, context: Context) -> Iterator[Hit]:
    facets = context.vocabulary.facets
    for facet, position, term in record.terms:
        if term not in facets[facet].terms and (found := home(record, context.vocabulary, facet, term)):
            message = N_(
                "“{term}” does not belong in “{facet}” but in “{home}”. Move it there, as “{known}”."
            )
            values: dict[str, object] = {"term": term, "facet": facet, "home": found[0], "known": found[1]}
            yield Hit((facet,) if position is None else (facet, position), message, values)


RULE = Rule(
    code="VO106",
    name="wrong-facet",
    severity="error",
    summary=N_("Every term stands in the facet that it belongs to."),
    why=N_(
        "“grupper” is where in life somebody is, “livssituation” what they live with. The group decides the colour on the map, so a situation among the groups would have none."
    ),
    bad=QUOTED.replace("[ungdomar]", "[ungdomar, ensamhet]"),
    good=QUOTED + "livssituation: [ensamhet]\n",
    record=_record,
    gate=has_odd_terms,
)
