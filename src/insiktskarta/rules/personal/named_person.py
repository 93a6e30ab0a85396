"""No record names somebody by the first name."""

from collections.abc import Iterator

from insiktskarta.model.language import N_
from insiktskarta.rules.examples import GOOD
from insiktskarta.rules.personal.detect.spotting import spots
from insiktskarta.rules.rule import Context, Rule, Spot

_IN_TEXT = N_("“{what}” looks like somebody's name. Leave it out and write the role.")
_IN_NAME = N_("The file's name has what looks like somebody's name, “{what}”. Rename the file.")


def _spots(path: str, text: str, context: Context) -> Iterator[Spot]:
    return spots("PD402", path, text, context, (_IN_TEXT, _IN_NAME))


RULE = Rule(
    code="PD402",
    name="named-person",
    severity="warning",
    summary=N_("No record names somebody by the first name."),
    why=N_(
        "A first name beside a relation or a role is enough for those who live nearby. Write “a parent” or “a case officer”. Here a name is known by the word before it, such as “heter” or “hennes son”."
    ),
    bad="""\
typ: insikt
rubrik: Unga vill ha en kort väg in
insikt: Unga orkar söka hjälp en gång. Möter de en telefonkö ger de upp.
perspektiv: [invånare]
grupper: [ungdomar]
röst: egen
anteckning: Hennes son Kevin var med.
""",
    good=GOOD,
    text=_spots,
)
