"""An insight from residents lies in at least one circle."""

from collections.abc import Iterator

from insiktskarta.model.language import N_
from insiktskarta.model.record import Record
from insiktskarta.rules.examples import GOOD
from insiktskarta.rules.gates import is_insight
from insiktskarta.rules.rule import Context, Hit, Rule

_STAFF = frozenset({"medarbetare", "chefer", "politiker"})


def _record(record: Record, _: Context) -> Iterator[Hit]:
    content = record.content
    if content.type == "insikt" and not content.perspectives and content.voice not in _STAFF:
        message = N_(
            "“perspektiv” is empty, but the voice is “{voice}”. Say which perspectives it belongs to."
        )
        yield Hit(("perspektiv",), message, {"voice": content.voice})


RULE = Rule(
    code="SC106",
    name="no-perspective",
    severity="error",
    summary=N_("An insight from residents lies in at least one circle."),
    why=N_(
        "Only the words of staff, managers and politicians belong in no circle. What residents say belongs in one, two or all three."
    ),
    bad=GOOD.replace("[invånare]", "[]"),
    good=GOOD.replace("[invånare]", "[]").replace("egen", "chefer"),
    record=_record,
    gate=is_insight,
)
