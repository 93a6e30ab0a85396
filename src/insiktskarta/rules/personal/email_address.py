"""An e-mail address in a record is an office's."""

from functools import partial

from insiktskarta.model.language import N_
from insiktskarta.rules.examples import GOOD
from insiktskarta.rules.personal.detect.spotting import spots, suspicious
from insiktskarta.rules.rule import Rule

_IN_TEXT = N_(
    "“{what}” looks like an e-mail address. Leave it out, or allow it in insikt.yaml if it is an office's."
)
_IN_NAME = N_("The file's name has what looks like an e-mail address, “{what}”. Rename the file.")


RULE = Rule(
    code="PD203",
    name="email-address",
    severity="error",
    summary=N_("An e-mail address in a record is an office's."),
    why=N_(
        "Most addresses hold somebody's name. Leave it out, or allow an office's shared address in insikt.yaml."
    ),
    bad="""\
typ: insikt
rubrik: Unga vill ha en kort väg in
insikt: Unga orkar söka hjälp en gång. Möter de en telefonkö ger de upp.
perspektiv: [invånare]
grupper: [ungdomar]
röst: egen
anteckning: Skriv till nagon@exempelkoping.example.
""",
    good=GOOD,
    text=partial(spots, "PD203", (_IN_TEXT, _IN_NAME)),
    gate=suspicious,
)
