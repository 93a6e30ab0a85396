"""No value carries a YAML tag."""

from insiktskarta.model.language import N_
from insiktskarta.rules.examples import GOOD
from insiktskarta.rules.rule import Rule

RULE = Rule(
    code="YA110",
    name="tag",
    severity="error",
    summary=N_("No value carries a YAML tag."),
    why=N_(
        "Tags (!) make programs do unexpected things. Remove it; a text that starts with ! goes in quotation marks."
    ),
    bad="""\
typ: insikt
rubrik: Unga vill ha en kort väg in
insikt: Unga orkar söka hjälp en gång. Möter de en telefonkö ger de upp.
perspektiv: [invånare]
grupper: [ungdomar]
röst: !text egen
""",
    good=GOOD,
)
