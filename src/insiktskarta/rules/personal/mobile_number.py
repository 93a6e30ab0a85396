"""No record holds somebody's mobile number."""

from functools import partial

from insiktskarta.model.language import N_
from insiktskarta.rules.examples import GOOD
from insiktskarta.rules.personal.detect.spotting import spots, suspicious
from insiktskarta.rules.rule import Rule

_IN_TEXT = N_(
    "“{what}” looks like a mobile number. Leave it out, or allow it in insikt.yaml if it is an office's."
)
_IN_NAME = N_("The file's name has what looks like a mobile number, “{what}”. Rename the file.")


RULE = Rule(
    code="PD201",
    name="mobile-number",
    severity="error",
    summary=N_("No record holds somebody's mobile number."),
    why=N_(
        "A mobile number leads to one person. Leave it out. A number that a whole office answers can be allowed in insikt.yaml."
    ),
    bad="""\
typ: insikt
rubrik: Unga vill ha en kort väg in
insikt: Unga orkar söka hjälp en gång. Möter de en telefonkö ger de upp.
perspektiv: [invånare]
grupper: [ungdomar]
röst: egen
anteckning: Ring 070-174 06 05.
""",
    good=GOOD,
    text=partial(spots, "PD201", (_IN_TEXT, _IN_NAME)),
    gate=suspicious,
)
