"""A telephone number in a record is an office's."""

from functools import partial

from insiktskarta.model.language import N_
from insiktskarta.rules.examples import GOOD
from insiktskarta.rules.personal.detect.spotting import spots, suspicious
from insiktskarta.rules.rule import Rule

_IN_TEXT = N_(
    "“{what}” looks like a telephone number. Leave it out, or allow it in insikt.yaml if it is an office's."
)
_IN_NAME = N_("The file's name has what looks like a telephone number, “{what}”. Rename the file.")


RULE = Rule(
    code="PD202",
    name="land-line",
    severity="warning",
    summary=N_("A telephone number in a record is an office's."),
    why=N_(
        "A land line may lead to somebody's home, or to an employee's desk. Leave it out, or allow an office's number in insikt.yaml. Numbers that begin with 020 or 077 are left alone."
    ),
    bad="""\
typ: insikt
rubrik: Unga vill ha en kort väg in
insikt: Unga orkar söka hjälp en gång. Möter de en telefonkö ger de upp.
perspektiv: [invånare]
grupper: [ungdomar]
röst: egen
anteckning: Ring 08-465 004 12.
""",
    good=GOOD,
    text=partial(spots, "PD202", (_IN_TEXT, _IN_NAME)),
    gate=suspicious,
)
