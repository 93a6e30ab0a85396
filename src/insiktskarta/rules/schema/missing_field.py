"""Every field that the record type requires is there."""

from insiktskarta.model.language import N_
from insiktskarta.rules.examples import GOOD
from insiktskarta.rules.rule import Rule

RULE = Rule(
    code="SC101",
    name="missing-field",
    severity="error",
    summary=N_("Every field that the record type requires is there."),
    why=N_("Without it the record cannot be placed, counted or understood."),
    bad="""\
typ: insikt
rubrik: Unga vill ha en kort väg in
insikt: Unga orkar söka hjälp en gång. Möter de en telefonkö ger de upp.
perspektiv: [invånare]
grupper: [ungdomar]
""",
    good=GOOD,
)
