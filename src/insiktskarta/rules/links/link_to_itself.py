"""No record links to itself."""

from collections.abc import Iterator

from insiktskarta.model.corpus import Corpus
from insiktskarta.model.language import N_
from insiktskarta.rules.examples import GOOD
from insiktskarta.rules.rule import Hit, Rule

_SQL = """
SELECT (SELECT id FROM record WHERE record.nr = link.nr) AS source, key, position FROM link
WHERE link.nr = (SELECT nr FROM record WHERE id = link.target)
OR link.nr IN (SELECT nr FROM former WHERE id = link.target) ORDER BY source, key, position
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
