"""The file has no YAML directives."""

from insiktskarta.model.language import N_
from insiktskarta.rules.examples import GOOD
from insiktskarta.rules.rule import Rule

RULE = Rule(
    code="YA116",
    name="directive",
    severity="error",
    summary=N_("The file has no YAML directives."),
    why=N_("Lines that start with % change how the file is read. Remove the line."),
    bad="""\
%YAML 1.1
---
typ: insikt
rubrik: Unga vill ha en kort väg in
insikt: Unga orkar söka hjälp en gång. Möter de en telefonkö ger de upp.
perspektiv: [invånare]
grupper: [ungdomar]
röst: egen
""",
    good=GOOD,
)
