"""Indentation and gaps are spaces."""

from insiktskarta.model.language import N_
from insiktskarta.rules.examples import GOOD
from insiktskarta.rules.rule import Rule

RULE = Rule(
    code="YA104",
    name="tab",
    severity="error",
    summary=N_("Indentation and gaps are spaces."),
    why=N_(
        "YAML does not allow tabs in indentation, and they look different in every program. Use two spaces."
    ),
    bad="""\
typ: insikt
rubrik: Unga vill ha en kort väg in
insikt: Unga orkar söka hjälp en gång. Möter de en telefonkö ger de upp.
perspektiv: [invånare]
grupper: [ungdomar]
röst:\tegen
""",
    good=GOOD,
)
