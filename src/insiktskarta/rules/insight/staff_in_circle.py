"""The words of staff lie in no circle."""

from collections.abc import Iterator

from insiktskarta.model.language import N_
from insiktskarta.model.record import Record
from insiktskarta.rules.gates import is_insight
from insiktskarta.rules.insight.unfounded_voice import QUOTED
from insiktskarta.rules.rule import Context, Hit, Rule

STAFF = frozenset({"medarbetare", "chefer", "politiker"})
_READ_INTO = frozenset({"tolkat", "oklart"})


def _record(record: Record, _: Context) -> Iterator[Hit]:
    content = record.content
    if (
        content.type == "insikt"
        and content.voice in STAFF
        and content.perspectives
        and content.certainty not in _READ_INTO
    ):
        message = N_(
            "The voice is “{voice}”, and yet the insight lies in a circle, as if residents had said it. Write “perspektiv: []”; or, if it is about residents all the same, say so with “perspektiv-säkerhet: tolkat”."
        )
        yield Hit(("perspektiv",), message, {"voice": content.voice})


RULE = Rule(
    code="IN104",
    name="staff-in-circle",
    severity="hint",
    summary=N_("The words of staff lie in no circle."),
    why=N_(
        "The three circles show what residents, risk groups and clients have said themselves. What staff, managers and politicians see is worth keeping, and has its own place beside the circles. In a circle it would hide that nobody there has been asked yet."
    ),
    bad=QUOTED.replace("egen", "medarbetare"),
    good=QUOTED.replace("egen", "medarbetare").replace("[invånare]", "[]"),
    record=_record,
    gate=is_insight,
)
