"""No record holds a vehicle's registration plate."""

from collections.abc import Iterator

from insiktskarta.model.language import N_
from insiktskarta.rules.examples import GOOD
from insiktskarta.rules.personal.detect.spotting import spots
from insiktskarta.rules.rule import Context, Rule, Spot

_IN_TEXT = N_("“{what}” looks like a registration plate. Leave it out.")
_IN_NAME = N_("The file's name has what looks like a registration plate, “{what}”. Rename the file.")


def _spots(path: str, text: str, context: Context) -> Iterator[Spot]:
    return spots("PD303", path, text, context, (_IN_TEXT, _IN_NAME))


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
    text=_spots,
)
