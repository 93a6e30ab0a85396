"""A test says what it rests on."""

from collections.abc import Iterator

from insiktskarta.model.language import N_
from insiktskarta.model.record import Record
from insiktskarta.rules.insight.unfounded_voice import QUOTED
from insiktskarta.rules.rule import Context, Hit, Rule

_TRIAL = """\
typ: test
rubrik: Öppet på kvällen
beskrivning: Telefonen är öppen till klockan 20 två kvällar i veckan.
status: pågående
"""


def _record(record: Record, _: Context) -> Iterator[Hit]:
    if record.content.type == "test" and not record.content.builds_on:
        message = N_(
            "The test says nothing about what it rests on. Link the insight or the question behind it under “bygger-på”."
        )
        yield Hit(("typ",), message, {})


RULE = Rule(
    code="LI105",
    name="unfounded-trial",
    severity="hint",
    summary=N_("A test says what it rests on."),
    why=N_(
        "A test is worth trying because somebody needs it. With a link to the insight or the question, others can see whether the same need is theirs, and a test that failed still teaches something about the need. If there was no insight, that too is worth knowing: go and ask."
    ),
    bad=_TRIAL,
    good=_TRIAL + "bygger-på: [exempelkoping/kort-vag-in]\n",
    place="insights/exempelkoping/kvallsoppet.yaml",
    record=_record,
    beside={"insights/exempelkoping/kort-vag-in.yaml": QUOTED},
    shown=("insights/exempelkoping/kort-vag-in.yaml",),
)
