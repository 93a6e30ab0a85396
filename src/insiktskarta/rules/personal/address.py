"""No record says where somebody lives."""

from functools import partial

from insiktskarta.model.language import N_
from insiktskarta.rules.examples import GOOD
from insiktskarta.rules.personal.detect.spotting import spots, suspicious
from insiktskarta.rules.rule import Rule

_IN_TEXT = N_(
    "“{what}” looks like an address. Leave out the number and the postal code, or allow it in insikt.yaml if it is an office's."
)
_IN_NAME = N_("The file's name has what looks like an address, “{what}”. Rename the file.")


RULE = Rule(
    code="PD302",
    name="address",
    severity="warning",
    summary=N_("No record says where somebody lives."),
    why=N_(
        "A street and a number point out a household. Write the part of the town, or only the municipality. Near words such as “bor” and “adress” it is an error."
    ),
    bad="""\
typ: insikt
rubrik: Unga vill ha en kort väg in
insikt: Unga orkar söka hjälp en gång. Möter de en telefonkö ger de upp.
perspektiv: [invånare]
grupper: [ungdomar]
röst: egen
anteckning: Samtalet var på Påhittsgatan 12.
""",
    good=GOOD,
    text=partial(spots, "PD302", (_IN_TEXT, _IN_NAME)),
    gate=suspicious,
)
