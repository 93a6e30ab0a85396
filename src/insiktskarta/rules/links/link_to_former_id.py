"""Links use the id that a record has now."""

from collections.abc import Iterator

from insiktskarta.model.corpus import Corpus
from insiktskarta.model.language import N_
from insiktskarta.rules.examples import GOOD
from insiktskarta.rules.fix import Change, ContentFix
from insiktskarta.rules.rule import Hit, Rule

_SQL = """
SELECT source.id, link.key, link.position, link.target, goal.id FROM link JOIN record AS source USING (nr)
JOIN former ON former.id = link.target JOIN record AS goal ON goal.nr = former.nr
LEFT JOIN record AS taken ON taken.id = link.target
WHERE taken.nr IS NULL AND goal.nr <> source.nr ORDER BY source.id, link.key, link.position
"""


def _corpus(corpus: Corpus) -> Iterator[Hit]:
    for source, key, position, old, new in corpus.rows(_SQL):
        message = N_("“{old}” is now called “{new}”. Write the new id.")
        yield Hit((key, position), message, {"old": old, "new": new}, record=source)


RULE = Rule(
    code="LI103",
    name="link-to-former-id",
    severity="warning",
    summary=N_("Links use the id that a record has now."),
    why=N_("Old ids are for printed reports. In the files, one id is easier to search for than two."),
    bad=GOOD + "bygger-på: [exempelkoping/gammalt-namn]\n",
    good=GOOD + "bygger-på: [exempelkoping/nytt-namn]\n",
    corpus=_corpus,
    fix=ContentFix(lambda hit: Change(hit.pointer, str(hit.values["old"]), str(hit.values["new"]))),
    beside={
        "insights/exempelkoping/nytt-namn.yaml": GOOD.replace("en kort väg in", "en väg in")
        + "tidigare-id: [exempelkoping/gammalt-namn]\n"
    },
    shown=("insights/exempelkoping/nytt-namn.yaml",),
)
