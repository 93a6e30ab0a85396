"""A key stands once."""

from insiktskarta.model.language import N_
from insiktskarta.rules.examples import GOOD
from insiktskarta.rules.rule import Rule

RULE = Rule(
    code="YA108",
    name="duplicate-key",
    severity="error",
    summary=N_("A key stands once."),
    why=N_("When a key stands twice, programs silently keep one of the two. Remove one, or join them."),
    bad="""\
typ: insikt
rubrik: Unga vill ha en kort väg in
insikt: Unga orkar söka hjälp en gång. Möter de en telefonkö ger de upp.
perspektiv: [invånare]
grupper: [ungdomar]
röst: egen
röst: chefer
""",
    good=GOOD,
)
