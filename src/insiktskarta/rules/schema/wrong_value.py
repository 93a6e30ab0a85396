"""Every value has the right form and length."""

from insiktskarta.model.language import N_
from insiktskarta.rules.examples import GOOD
from insiktskarta.rules.rule import Rule

RULE = Rule(
    code="SC104",
    name="wrong-value",
    severity="error",
    summary=N_("Every value has the right form and length."),
    why=N_("Dates, ids and headings are compared and sorted, and only one form can be."),
    bad="""\
typ: insikt
rubrik: Unga vill ha en kort väg in
insikt: Unga orkar söka hjälp en gång. Möter de en telefonkö ger de upp.
perspektiv: [invånare]
grupper: [ungdomar]
röst: egen
insamlad: våren 2024
""",
    good=GOOD,
)
