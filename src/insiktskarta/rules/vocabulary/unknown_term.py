"""Every term is in the vocabulary."""

from collections.abc import Iterator

from insiktskarta.model.language import N_
from insiktskarta.model.record import Record
from insiktskarta.model.swedish import folded
from insiktskarta.rules.examples import GOOD
from insiktskarta.rules.fix import SPELLING, ContentFix, respelt
from insiktskarta.rules.gates import has_odd_terms
from insiktskarta.rules.rule import Context, Hit, Rule
from insiktskarta.rules.vocabulary.wrong_facet import home


def _record(record: Record, context: Context) -> Iterator[Hit]:
    for facet, position, term in record.terms:
        known = context.vocabulary.facets[facet]
        if term not in known.terms and home(record, context.vocabulary, facet, term) is None:
            near = known.suggestion(term)
            message = (
                N_("“{term}” is not in the vocabulary for “{facet}”. Do you mean “{near}”?")
                if near
                else N_(
                    "“{term}” is not in the vocabulary for “{facet}”. “insikt schema --terms” lists the terms."
                )
            )
            values: dict[str, object] = {"term": term, "facet": facet, "near": near or ""}
            spelt_alike = sum(folded(each) == folded(term) for each in known.terms)
            yield Hit(pointer(facet, position), message, values, certain=spelt_alike == 1)


def pointer(facet: str, position: int | None) -> tuple[str | int, ...]:
    """The way to a term in a record."""
    if facet == "återkoppling-status":
        return ("återkoppling", "status")
    return (facet,) if position is None else (facet, position)


RULE = Rule(
    code="VO101",
    name="unknown-term",
    severity="error",
    summary=N_("Every term is in the vocabulary."),
    why=N_(
        "Maps add up only where all use the same words. Use the nearest term, or add one of your own in insikt.yaml."
    ),
    bad=GOOD.replace("invånare", "invanare"),
    good=GOOD,
    record=_record,
    fix=ContentFix(lambda hit: respelt(hit, "term", "near"), when=SPELLING),
    gate=has_odd_terms,
)
