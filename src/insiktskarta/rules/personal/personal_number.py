"""No record holds a personal identity number."""

from functools import partial

from insiktskarta.model.language import N_
from insiktskarta.rules.examples import GOOD
from insiktskarta.rules.personal.detect.spotting import spots, suspicious
from insiktskarta.rules.rule import Rule

_IN_TEXT = N_(
    "“{what}” looks like a personal identity number. Leave it out. If it has been shared already, tell the data protection officer."
)
_IN_NAME = N_("The file's name has what looks like a personal identity number, “{what}”. Rename the file.")


RULE = Rule(
    code="PD101",
    name="personal-number",
    severity="error",
    summary=N_("No record holds a personal identity number."),
    why=N_(
        "A personal identity number points out one person and stays in git's history for good. Leave it out, also from comments and file names. A number in the form of a date that passes the check is taken for one, as are coordination numbers and interim numbers."
    ),
    bad="""\
typ: insikt
rubrik: Unga vill ha en kort väg in
insikt: Unga orkar söka hjälp en gång. Möter de en telefonkö ger de upp.
perspektiv: [invånare]
grupper: [ungdomar]
röst: egen
anteckning: Samtalet gällde 19901201-2390.
""",
    good=GOOD,
    text=partial(spots, "PD101", (_IN_TEXT, _IN_NAME)),
    gate=suspicious,
)
