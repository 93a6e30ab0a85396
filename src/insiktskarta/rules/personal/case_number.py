"""No record holds the number of somebody's case."""

from functools import partial

from insiktskarta.model.language import N_
from insiktskarta.rules.examples import GOOD
from insiktskarta.rules.personal.detect.spotting import spots, suspicious
from insiktskarta.rules.rule import Rule

_IN_TEXT = N_("“{what}” looks like a case number. Leave it out, or say which office keeps the material.")
_IN_NAME = N_("The file's name has what looks like a case number, “{what}”. Rename the file.")


RULE = Rule(
    code="PD304",
    name="case-number",
    severity="warning",
    summary=N_("No record holds the number of somebody's case."),
    why=N_(
        "With the number of a case, anybody can ask for its documents, and it links the record to one person. Say which office keeps the material. Case numbers of the executive committee, such as KS 2024/12, are left alone."
    ),
    bad="""\
typ: insikt
rubrik: Unga vill ha en kort väg in
insikt: Unga orkar söka hjälp en gång. Möter de en telefonkö ger de upp.
perspektiv: [invånare]
grupper: [ungdomar]
röst: egen
anteckning: Underlaget har dnr SN 2024/0123.
""",
    good=GOOD,
    text=partial(spots, "PD304", (_IN_TEXT, _IN_NAME)),
    gate=suspicious,
)
