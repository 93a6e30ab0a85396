"""No term is one that another has replaced."""

from collections.abc import Iterator

from insiktskarta.model.language import N_
from insiktskarta.model.record import Record
from insiktskarta.rules.examples import GOOD
from insiktskarta.rules.fix import Change, ContentFix
from insiktskarta.rules.gates import has_odd_terms
from insiktskarta.rules.rule import Context, Hit, Rule
from insiktskarta.rules.vocabulary.unknown_term import pointer


def _record(record: Record, context: Context) -> Iterator[Hit]:
    for facet, position, term in record.terms:
        known = context.vocabulary.facets[facet].terms.get(term)
        if known is not None and known.replaced_by is not None:
            message = N_("“{term}” has been replaced by “{new}”. Write “{new}”.")
            # A chain of replacements is followed to its end; one that has none is for a person to look at.
            end = context.vocabulary.facets[facet].current(term)
            values: dict[str, object] = {"term": term, "new": end or known.replaced_by}
            yield Hit(pointer(facet, position), message, values, certain=end is not None)


RULE = Rule(
    code="VO102",
    name="replaced-term",
    severity="warning",
    summary=N_("No term is one that another has replaced."),
    why=N_("Vocabularies are reworked. Old terms are understood, but counted apart from the new ones."),
    bad=GOOD + "teman: [kommunens-ekonomi]\n",
    good=GOOD + "teman: [budget-och-ekonomistyrning]\n",
    record=_record,
    beside={
        "insikt.yaml": """\
organisationer:
  exempelkoping: {namn: Exempelköping, slag: kommun}
ordförråd:
  teman:
    kommunens-ekonomi: {etikett: kommunens ekonomi, ersatt-av: budget-och-ekonomistyrning}
"""
    },
    shown=("insikt.yaml",),
    fix=ContentFix(lambda hit: Change(hit.pointer, str(hit.values["term"]), str(hit.values["new"]))),
    gate=has_odd_terms,
)
