"""Nothing is nested deeper than 16 levels."""

from insiktskarta.model.language import N_
from insiktskarta.rules.examples import GOOD
from insiktskarta.rules.rule import Rule

RULE = Rule(
    code="YA112",
    name="too-deep",
    severity="error",
    summary=N_("Nothing is nested deeper than 16 levels."),
    why=N_("A record is flat. Deep nesting is nearly always a slip of indentation or brackets."),
    bad="""\
typ: insikt
rubrik: Unga vill ha en kort väg in
insikt: Unga orkar söka hjälp en gång. Möter de en telefonkö ger de upp.
perspektiv: [invånare]
grupper: [ungdomar]
röst: egen
anteckning: [[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]
""",
    good=GOOD,
)
