"""An account in social media in a record is an office's."""

from functools import partial

from insiktskarta.model.language import N_
from insiktskarta.rules.examples import GOOD
from insiktskarta.rules.personal.detect.spotting import spots, suspicious
from insiktskarta.rules.rule import Rule

_IN_TEXT = N_(
    "“{what}” looks like somebody's account in social media. Leave it out, or allow it in insikt.yaml, with @ before it, if it is an office's."
)
_IN_NAME = N_("The file's name has what looks like an account in social media, “{what}”. Rename the file.")

RULE = Rule(
    code="PD204",
    name="social-account",
    severity="warning",
    summary=N_("An account in social media in a record is an office's."),
    why=N_(
        "An account leads straight to a person: to pictures, friends and family, and often to a name. Young people give it more often than a telephone number. Leave it out, or allow an office's own account in insikt.yaml."
    ),
    bad="""\
typ: insikt
rubrik: Unga vill ha en kort väg in
insikt: Unga orkar söka hjälp en gång. Möter de en telefonkö ger de upp.
perspektiv: [invånare]
grupper: [ungdomar]
röst: egen
anteckning: Hon nås på Snapchat som pahittad_fiktiva_07.
""",
    good=GOOD,
    text=partial(spots, "PD204", (_IN_TEXT, _IN_NAME)),
    gate=suspicious,
)
