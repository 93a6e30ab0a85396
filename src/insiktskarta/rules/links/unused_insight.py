"""An insight comes to use within two years."""

from collections.abc import Iterator

from insiktskarta.model.corpus import Corpus
from insiktskarta.model.language import N_
from insiktskarta.rules.insight.unfounded_voice import QUOTED
from insiktskarta.rules.rule import Hit, Rule
from insiktskarta.rules.upkeep.no_feedback import ENDED, years_before

# The same insight elsewhere is no use of this one.
_SQL = f"""
SELECT record.id FROM record WHERE record.type = 'insikt' AND record.gathered IS NOT NULL AND {ENDED} < ?
AND NOT EXISTS (SELECT 1 FROM link WHERE link.target = record.id AND link.nr <> record.nr AND link.key <> 'lika')
AND NOT EXISTS (
    SELECT 1 FROM former JOIN link ON link.target = former.id
    WHERE former.nr = record.nr AND link.nr <> record.nr AND link.key <> 'lika'
) ORDER BY record.id
"""


def _dated(corpus: Corpus, today: str) -> Iterator[Hit]:
    for (record,) in corpus.rows(_SQL, (years_before(today, 2),)):
        message = N_(
            "Two years after it was gathered, nothing builds on this insight. Has it led to a question or a test? Then link it from there; if not, is it time to ask one?"
        )
        yield Hit(("insamlad",), message, {}, record=record)


RULE = Rule(
    code="LI106",
    name="unused-insight",
    severity="hint",
    summary=N_("An insight comes to use within two years."),
    why=N_(
        "People told of their lives so that something would change. An insight that no question, test or lesson builds on may have been forgotten, or the link may be missing. It is a hint and never more, so that no check fails because a day has passed."
    ),
    bad=QUOTED + "insamlad: 2023-12\nåterkoppling:\n  status: given\n",
    good=QUOTED + "återkoppling:\n  status: given\n",
    dated=_dated,
)
