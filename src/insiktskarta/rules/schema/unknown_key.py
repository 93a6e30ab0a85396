"""Every key is one that the record type has."""

from insiktskarta.model.language import N_
from insiktskarta.rules.examples import GOOD
from insiktskarta.rules.rule import Rule

RULE = Rule(
    code="SC102",
    name="unknown-key",
    severity="error",
    summary=N_("Every key is one that the record type has."),
    why=N_(
        "A misspelt key would be forgotten in silence. Correct the spelling, or move the text to “anteckning”."
    ),
    bad="""\
typ: insikt
rubrik: Unga vill ha en kort väg in
insikt: Unga orkar söka hjälp en gång. Möter de en telefonkö ger de upp.
perspektiv: [invånare]
gruper: [ungdomar]
röst: egen
""",
    good=GOOD,
)
