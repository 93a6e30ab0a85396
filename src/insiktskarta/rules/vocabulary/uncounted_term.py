"""A term of one's own counts as a common one."""

import json
from collections.abc import Iterator

from insiktskarta.model.corpus import Corpus
from insiktskarta.model.language import N_
from insiktskarta.rules.insight.unfounded_voice import QUOTED
from insiktskarta.rules.rule import Hit, Rule
from insiktskarta.rules.vocabulary.unknown_term import pointer

_WORKSPACE = "SELECT value FROM meta WHERE key = 'workspace'"
_USED = "SELECT record.id, term.position FROM term JOIN record USING (nr) WHERE facet = ? AND term = ? ORDER BY id"
_NOT_DRAWN = frozenset({"metoder"})  # new ways of asking are welcome, and no map adds them up


def _corpus(corpus: Corpus) -> Iterator[Hit]:
    workspace = json.loads(corpus.value(_WORKSPACE))
    for facet, own in workspace["local"].items():
        if facet in _NOT_DRAWN or facet not in corpus.vocabulary.facets:
            continue
        common = workspace["vocabulary"]["facetter"][facet]["termer"]
        known = corpus.vocabulary[facet]
        for term in (name for name, data in own.items() if data is not None):
            counts = known.terms[term].counts_as or known.terms[term].replaced_by
            used = (
                ()
                if counts or any(each in common for each in known.lineage(term))
                else corpus.rows(_USED, (facet, term))
            )
            for record, position in used[:1]:
                message = N_(
                    "“{term}” is a term of your own that counts as no common one, so maps of several organisations leave it out (records: {count}). Add “räknas-som” to it in insikt.yaml."
                )
                values = {"term": term, "count": len(used)}
                yield Hit(pointer(facet, position), message, values, record=record)


RULE = Rule(
    code="VO104",
    name="uncounted-term",
    severity="warning",
    summary=N_("A term of one's own counts as a common one."),
    why=N_(
        "Words that fit the place are good, and need not be given up. With “räknas-som” (or “bredare”) they add up with the words of others when maps are put together; without it they are seen at home only."
    ),
    bad=QUOTED.replace("[ungdomar]", "[nattugglor]") + "metoder: [gåtur]\n",
    good=QUOTED.replace("[ungdomar]", "[fritidsungdomar]") + "metoder: [gåtur]\n",
    corpus=_corpus,
    beside={
        "insikt.yaml": """\
organisationer:
  exempelkoping: {namn: Exempelköping, slag: kommun}
ordförråd:
  grupper:
    nattugglor: {etikett: nattugglor}
    fritidsungdomar: {etikett: unga på fritidsgården, räknas-som: ungdomar}
  metoder:
    gåtur: {etikett: gåtur}
"""
    },
    shown=("insikt.yaml",),
)
