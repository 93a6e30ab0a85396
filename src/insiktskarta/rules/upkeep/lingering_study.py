"""A study comes to an end."""

from collections.abc import Iterator

from insiktskarta.model.corpus import Corpus
from insiktskarta.model.language import N_
from insiktskarta.rules.rule import Hit, Rule
from insiktskarta.rules.upkeep.no_feedback import ENDED, years_before

_SQL = f"""
SELECT record.id, record.gathered FROM record
WHERE record.type = 'insiktsarbete' AND record.status = 'pågående' AND record.gathered IS NOT NULL AND {ENDED} < ? ORDER BY record.id
"""
_STUDY = """\
typ: insiktsarbete
rubrik: Samtal om hur unga når stödet
perspektiv: [invånare]
grupper: [ungdomar]
röst: egen
metoder: [djupintervju]
insamlad: 2023-12
status: pågående
underlag:
  finns: diariet
återkoppling:
  status: given
"""


def _dated(corpus: Corpus, today: str) -> Iterator[Hit]:
    for record, gathered in corpus.rows(_SQL, (years_before(today, 2),)):
        message = N_(
            "The study is “pågående”, but its material was gathered two years ago or more ({gathered}). Write what came of it and “status: genomfört”, or add to “insamlad” if it goes on."
        )
        yield Hit(("status",), message, {"gathered": gathered}, record=record)


RULE = Rule(
    code="UP103",
    name="lingering-study",
    severity="hint",
    summary=N_("A study comes to an end."),
    why=N_(
        "A study that is never finished gives no insights, and those who took part wait. Most often it is done and nobody has changed the status. It is a hint and never more, so that no check fails because a day has passed."
    ),
    bad=_STUDY,
    good=_STUDY.replace("pågående", "genomfört"),
    dated=_dated,
)
