"""No mapping is merged into another."""

from insiktskarta.model.language import N_
from insiktskarta.rules.examples import GOOD
from insiktskarta.rules.rule import Rule

RULE = Rule(
    code="YA111",
    name="merge-key",
    severity="error",
    summary=N_("No mapping is merged into another."),
    why=N_("The key << is not part of YAML 1.2, and readers disagree about it. Write the fields out."),
    bad="""\
typ: insikt
rubrik: Unga vill ha en kort väg in
insikt: Unga orkar söka hjälp en gång. Möter de en telefonkö ger de upp.
perspektiv: [invånare]
grupper: [ungdomar]
röst: egen
källa:
  <<: {dokument: Rapport}
""",
    good=GOOD,
)
