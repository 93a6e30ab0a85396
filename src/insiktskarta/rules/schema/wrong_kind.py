"""Every value is of the right kind: text, list, number or fields."""

from insiktskarta.model.language import N_
from insiktskarta.rules.examples import GOOD
from insiktskarta.rules.rule import Rule

RULE = Rule(
    code="SC103",
    name="wrong-kind",
    severity="error",
    summary=N_("Every value is of the right kind: text, list, number or fields."),
    why=N_("Programs that read the file expect one kind in each place."),
    bad="""\
typ: insikt
rubrik: Unga vill ha en kort väg in
insikt: Unga orkar söka hjälp en gång. Möter de en telefonkö ger de upp.
perspektiv: [invånare]
grupper: ungdomar
röst: egen
""",
    good=GOOD,
)
