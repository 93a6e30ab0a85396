"""“typ” is one of the five record types."""

from insiktskarta.model.language import N_
from insiktskarta.rules.examples import GOOD
from insiktskarta.rules.fix import SPELLING, ContentFix, respelt
from insiktskarta.rules.rule import Rule

RULE = Rule(
    code="SC105",
    name="unknown-type",
    severity="error",
    summary=N_("“typ” is one of the five record types."),
    why=N_("The type decides which fields there are."),
    bad="""\
typ: Insikt
rubrik: Unga vill ha en kort väg in
insikt: Unga orkar söka hjälp en gång. Möter de en telefonkö ger de upp.
perspektiv: [invånare]
grupper: [ungdomar]
röst: egen
""",
    good=GOOD,
    fix=ContentFix(lambda hit: respelt(hit, "given", "near"), when=SPELLING),
)
