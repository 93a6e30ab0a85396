"""A finished study says where its material is."""

from collections.abc import Iterator

from insiktskarta.model.language import N_
from insiktskarta.model.record import Record
from insiktskarta.rules.gates import is_study
from insiktskarta.rules.rule import Context, Hit, Rule

_STUDY = """\
typ: insiktsarbete
rubrik: Samtal om hur unga når stödet
perspektiv: [invånare]
grupper: [ungdomar]
röst: egen
metoder: [djupintervju]
status: genomfört
"""


def _record(record: Record, _: Context) -> Iterator[Hit]:
    content = record.content
    if content.type == "insiktsarbete" and content.status == "genomfört" and content.voucher is None:
        message = N_(
            "The study is finished, but nothing says where its material is. Add “underlag” with “finns”, “förvaras-av” (a role, not a person) and “gallras”; if it has been destroyed, write that."
        )
        yield Hit(("status",), message, {})


RULE = Rule(
    code="UP104",
    name="missing-voucher",
    severity="hint",
    summary=N_("A finished study says where its material is."),
    why=N_(
        "An insight without its material is like an entry in the accounts without a receipt. In a drawer, a mailbox or a shredder it cannot be checked or used again, and what should have been discarded may still be there. The one who looks for it in two years is somebody else."
    ),
    bad=_STUDY,
    good=_STUDY + "underlag:\n  finns: diariet\n  förvaras-av: registrator\n  gallras: 2099-12-31\n",
    record=_record,
    gate=is_study,
)
