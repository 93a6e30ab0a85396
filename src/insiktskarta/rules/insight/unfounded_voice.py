"""Own experience rests on a study or a quote."""

from collections.abc import Iterator

from insiktskarta.model.language import N_
from insiktskarta.model.record import Record
from insiktskarta.rules.gates import is_insight
from insiktskarta.rules.rule import Context, Hit, Rule

QUOTED = """\
typ: insikt
rubrik: Unga vill ha en kort väg in
insikt: Unga orkar söka hjälp en gång. Möter de en telefonkö ger de upp.
perspektiv: [invånare]
grupper: [ungdomar]
röst: egen
citat: [Jag ringer en gång. Sedan orkar jag inte.]
"""
_GATHERED = QUOTED + "metoder: [djupintervju]\n"


def _record(record: Record, _: Context) -> Iterator[Hit]:
    content = record.content
    if content.type != "insikt" or content.voice != "egen" or content.builds_on or content.quotes:
        return
    # A first note that says neither how, when nor from where is not pressed for more.
    if content.methods or content.gathered or content.source:
        message = N_(
            "The voice is “egen”, but no study and no quote shows whose experience it is. Link the study under “bygger-på”, or add a quote under “citat”."
        )
        yield Hit(("röst",), message, {})


RULE = Rule(
    code="IN103",
    name="unfounded-voice",
    severity="hint",
    summary=N_("Own experience rests on a study or a quote."),
    why=N_(
        "An insight comes from people who have lived it. Whoever reads it in two years must be able to see that somebody was asked: a link to the study, or a few words of theirs with nothing in them that points somebody out. If nobody was asked, choose another voice, such as “medarbetare”."
    ),
    bad=_GATHERED.replace("citat: [Jag ringer en gång. Sedan orkar jag inte.]\n", ""),
    good=_GATHERED,
    record=_record,
    gate=is_insight,
)
