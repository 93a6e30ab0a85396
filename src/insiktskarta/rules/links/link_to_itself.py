"""No record links to itself."""

from collections.abc import Iterator

from insiktskarta.model.corpus import Corpus
from insiktskarta.model.language import N_
from insiktskarta.rules.examples import GOOD
from insiktskarta.rules.rule import Hit, Rule

_SQL = """
SELECT record.id, key, position FROM link JOIN record USING (nr) LEFT JOIN former USING (nr)
WHERE link.target IN (record.id, former.id) GROUP BY link.nr, key, position ORDER BY record.id, key, position
"""


def _corpus(corpus: Corpus) -> Iterator[Hit]:
    for record, key, position in corpus.rows(_SQL):
        yield Hit((key, position), N_("The record links to itself. Remove the link."), {}, record=record)


RULE = Rule(
    code="LI102",
    name="link-to-itself",
    severity="error",
    summary=N_("No record links to itself."),
    why=N_("It is nearly always a slip when an id was copied."),
    bad=GOOD + "lika: [exempelkoping/kort-vag-in]\n",
    good=GOOD,
    corpus=_corpus,
)
