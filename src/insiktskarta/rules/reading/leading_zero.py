"""A number that starts with zero stands in quotation marks."""

from insiktskarta.model.language import N_
from insiktskarta.rules.examples import GOOD
from insiktskarta.rules.rule import Rule

RULE = Rule(
    code="YA114",
    name="leading-zero",
    severity="error",
    summary=N_("A number that starts with zero stands in quotation marks."),
    why=N_('YAML reads 0180 as the number 180, and the code of a municipality is lost. Write "0180".'),
    bad="""\
typ: insikt
rubrik: Unga vill ha en kort väg in
insikt: Unga orkar söka hjälp en gång. Möter de en telefonkö ger de upp.
perspektiv: [invånare]
grupper: [ungdomar]
röst: egen
anteckning: 0180
""",
    good=GOOD,
)
