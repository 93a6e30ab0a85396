"""No record holds a vehicle's registration plate."""

from functools import partial

from insiktskarta.model.language import N_
from insiktskarta.rules.examples import GOOD
from insiktskarta.rules.personal.detect.spotting import spots, suspicious
from insiktskarta.rules.rule import Rule

_IN_TEXT = N_("“{what}” looks like a registration plate. Leave it out.")
_IN_NAME = N_("The file's name has what looks like a registration plate, “{what}”. Rename the file.")


RULE = Rule(
    code="PD303",
    name="registration-plate",
    severity="warning",
    summary=N_("No record holds a vehicle's registration plate."),
    why=N_("Anyone can ask who owns a vehicle. Near words such as “bil” it is an error."),
    bad="""\
typ: insikt
rubrik: Unga vill ha en kort väg in
insikt: Unga orkar söka hjälp en gång. Möter de en telefonkö ger de upp.
perspektiv: [invånare]
grupper: [ungdomar]
röst: egen
anteckning: Någon skrev upp ABC12A.
""",
    good=GOOD,
    text=partial(spots, "PD303", (_IN_TEXT, _IN_NAME)),
    gate=suspicious,
)
