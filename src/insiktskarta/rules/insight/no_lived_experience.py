"""A study asks people with experience of their own."""

from collections.abc import Iterator

from insiktskarta.model.language import N_
from insiktskarta.model.record import Record
from insiktskarta.rules.gates import is_study
from insiktskarta.rules.insight.staff_in_circle import STAFF
from insiktskarta.rules.rule import Context, Hit, Rule

_WITHOUT_PEOPLE = frozenset({"fiktiva-familjer", "datadriven-utveckling", "omvärldslärande", "spaning"})
_STUDY = """\
typ: insiktsarbete
rubrik: Samtal om hur unga når stödet
perspektiv: [invånare]
grupper: [ungdomar]
röst: medarbetare
metoder: [workshop]
status: pågående
"""


def _record(record: Record, _: Context) -> Iterator[Hit]:
    content = record.content
    if content.type != "insiktsarbete":
        return
    if content.voice in STAFF:
        message = N_(
            "Only “{voice}” are heard in this study, nobody with experience of their own. Ask those it is about as well, or make it a record of “typ: lärdom”."
        )
        yield Hit(("röst",), message, {"voice": content.voice})
    elif _WITHOUT_PEOPLE.issuperset(content.methods):
        message = N_(
            "None of the methods lets anybody tell of experience of their own. Add interviews, a dialogue or the like with those it is about."
        )
        yield Hit(("metoder",), message, {})


RULE = Rule(
    code="IN108",
    name="no-lived-experience",
    severity="hint",
    summary=N_("A study asks people with experience of their own."),
    why=N_(
        "A study that gives insights always captures the experience of those who live with the matter. Workshops among staff, made-up families and statistics are good preparation, and what comes of them is a “lärdom” or a question to take to the people concerned. Keep the record if the work is a step on the way there."
    ),
    bad=_STUDY,
    good=_STUDY.replace("medarbetare", "egen").replace("workshop", "djupintervju"),
    record=_record,
    gate=is_study,
)
