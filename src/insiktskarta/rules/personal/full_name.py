"""No record holds a person's name."""

from functools import partial

from insiktskarta.model.language import N_
from insiktskarta.rules.examples import GOOD
from insiktskarta.rules.personal.detect.spotting import spots, suspicious
from insiktskarta.rules.rule import Rule

_IN_TEXT = N_(
    "“{what}” looks like a person's name. Leave it out and write the role, or allow it in insikt.yaml if it is a published author's."
)
_IN_NAME = N_("The file's name has what looks like a person's name, “{what}”. Rename the file.")


RULE = Rule(
    code="PD401",
    name="full-name",
    severity="error",
    summary=N_("No record holds a person's name."),
    why=N_(
        "An insight is about what many have said, never about who said it. Write the role. Only common Swedish names are known here, so read the text yourself as well."
    ),
    bad="""\
typ: insikt
rubrik: Unga vill ha en kort väg in
insikt: Unga orkar söka hjälp en gång. Möter de en telefonkö ger de upp.
perspektiv: [invånare]
grupper: [ungdomar]
röst: egen
anteckning: Karin Andersson var med.
""",
    good=GOOD,
    text=partial(spots, "PD401", (_IN_TEXT, _IN_NAME)),
    gate=suspicious,
)
