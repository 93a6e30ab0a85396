"""An insight is looked at again when its time has come."""

from collections.abc import Iterator

from insiktskarta.model.corpus import Corpus
from insiktskarta.model.language import N_
from insiktskarta.rules.insight.unfounded_voice import QUOTED
from insiktskarta.rules.rule import Hit, Rule

_SQL = "SELECT id, valid FROM record WHERE valid < ? AND type = 'insikt' ORDER BY id"


def _dated(corpus: Corpus, today: str) -> Iterator[Hit]:
    for record, valid in corpus.rows(_SQL, (today,)):
        message = N_(
            "The insight was to be looked at again by {date}. Does it still hold? Then move the date; if not, say what has changed in a new record with “motsäger”."
        )
        yield Hit(("giltig-till",), message, {"date": valid}, record=record)


RULE = Rule(
    code="UP102",
    name="past-validity",
    severity="hint",
    summary=N_("An insight is looked at again when its time has come."),
    why=N_(
        "Whoever wrote “giltig-till” knew that the matter would change. Old insights are not removed, since others rest on them, but somebody should say whether they still hold. It is a hint and never more, so that no check fails because a day has passed."
    ),
    bad=QUOTED + "giltig-till: 2020-06-30\n",
    good=QUOTED + "giltig-till: 2099-06-30\n",
    dated=_dated,
)
