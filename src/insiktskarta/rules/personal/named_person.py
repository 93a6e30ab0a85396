"""No record names somebody by the first name."""

from functools import partial

from insiktskarta.model.language import N_
from insiktskarta.rules.examples import GOOD
from insiktskarta.rules.personal.detect.spotting import spots, suspicious
from insiktskarta.rules.rule import Rule

_IN_TEXT = N_("“{what}” looks like somebody's name. Leave it out and write the role.")
_IN_NAME = N_("The file's name has what looks like somebody's name, “{what}”. Rename the file.")


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
    text=partial(spots, "PD402", (_IN_TEXT, _IN_NAME)),
    gate=suspicious,
)
