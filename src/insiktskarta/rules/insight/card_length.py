"""An insight fits on a card."""

from collections.abc import Iterator

from insiktskarta.model.language import N_
from insiktskarta.model.record import Record
from insiktskarta.rules.gates import is_insight
from insiktskarta.rules.insight.unfounded_voice import QUOTED
from insiktskarta.rules.rule import Context, Hit, Rule

_SHORTEST = 30  # characters: “Unga vill chatta på kvällen.” is one short of saying why
_LONGEST = 500


def _record(record: Record, _: Context) -> Iterator[Hit]:
    content = record.content
    if content.type != "insikt":
        return
    text, length = content.statement, len(content.statement)
    if length > _LONGEST:
        message = N_(
            "The text has {length} characters; about {longest} can be read at a glance. Keep the heart of it, and move the rest to “nytt”, “känt”, “utmaning” or “värdeskapande”. If it says two things, make two records."
        )
        yield Hit(("insikt",), message, {"length": length, "longest": _LONGEST})
    elif length <= len(content.heading) + 1 and _bare(text) == _bare(content.heading):
        message = N_(
            "The text only repeats the heading. Say why it is so, or what it means to those concerned."
        )
        yield Hit(("insikt",), message, {})
    elif length < _SHORTEST:
        message = N_(
            "The text has {length} characters, too few to be understood without having been there. Say who it is about, what they need and why."
        )
        yield Hit(("insikt",), message, {"length": length})


def _bare(text: str) -> str:
    return text.casefold().rstrip(".!?… ")


RULE = Rule(
    code="IN107",
    name="card-length",
    severity="hint",
    summary=N_("An insight fits on a card."),
    why=N_(
        "Insights are read side by side, by people who were not there. One to three sentences can be taken in on a card, on a map and on a slide: who, what they need or live through, and why."
    ),
    bad=QUOTED.replace(
        "Unga orkar söka hjälp en gång. Möter de en telefonkö ger de upp.", "Unga vill ha en kort väg in."
    ),
    good=QUOTED,
    beside={
        "insights/exempelkoping/lang-rubrik.yaml": QUOTED.replace(
            "Unga vill ha en kort väg in",
            "Unga vill ha en kort väg in, utan telefonkö och utan att berätta allt igen",
        ).replace("Möter de en telefonkö ger de upp.", "Sedan ger de upp."),
    },
    record=_record,
    gate=is_insight,
)
