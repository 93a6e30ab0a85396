"""A study tells no number of people that is smaller than the workspace shows."""

from collections.abc import Iterator

from insiktskarta.model.language import N_
from insiktskarta.model.record import Record
from insiktskarta.rules.examples import GOOD
from insiktskarta.rules.rule import Context, Hit, Rule

_STUDY = """\
typ: insiktsarbete
rubrik: Samtal om hur unga når stödet
perspektiv: [invånare]
grupper: [ungdomar]
röst: egen
metoder: [djupintervju]
status: pågående
antal: 5
"""


def _record(record: Record, context: Context) -> Iterator[Hit]:
    content = record.content
    if context.smallest is None or content.type != "insiktsarbete" or content.participants is None:
        return
    if content.participants < context.smallest:
        message = N_(
            "Fewer than {smallest} people took part. Leave “antal” out and note that they were few under “osäkert”, or put the study together with another."
        )
        yield Hit(("antal",), message, {"smallest": context.smallest})


RULE = Rule(
    code="PD502",
    name="few-people",
    severity="warning",
    summary=N_("A study tells no number of people that is smaller than the workspace shows."),
    why=N_(
        "Where three have been asked in a small place, those who live there know who they are, and what each insight says becomes what one of them has said. The workspace sets the limit with “minsta-antal”; below it the number is also left out of what is shown."
    ),
    bad=_STUDY.replace("antal: 5", "antal: 4"),
    good=_STUDY,
    settings="minsta-antal: 5\n",
    beside={"insights/exempelkoping/insikt.yaml": GOOD},
    record=_record,
)
