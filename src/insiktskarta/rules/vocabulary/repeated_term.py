"""No term stands twice in a list."""

from collections.abc import Iterator

from insiktskarta.model.language import N_
from insiktskarta.model.record import Record
from insiktskarta.rules.examples import GOOD
from insiktskarta.rules.fix import Change, ContentFix
from insiktskarta.rules.gates import has_odd_terms
from insiktskarta.rules.rule import Context, Hit, Rule
from insiktskarta.rules.vocabulary.unknown_term import pointer


def _record(record: Record, _: Context) -> Iterator[Hit]:
    seen = set()
    for facet, position, term in record.terms:
        if (facet, term) in seen:
            yield Hit(
                pointer(facet, position),
                N_("“{term}” stands twice in “{facet}”. Remove one."),
                {"term": term, "facet": facet},
            )
        seen.add((facet, term))


RULE = Rule(
    code="VO103",
    name="repeated-term",
    severity="warning",
    summary=N_("No term stands twice in a list."),
    why=N_("It counts once all the same, and often another term was meant."),
    bad=GOOD.replace("[ungdomar]", "[ungdomar, ungdomar]"),
    good=GOOD,
    record=_record,
    fix=ContentFix(lambda hit: Change(hit.pointer, str(hit.values["term"]), None)),
    gate=has_odd_terms,
)
