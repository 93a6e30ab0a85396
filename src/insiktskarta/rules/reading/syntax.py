"""The file can be read as YAML."""

from insiktskarta.model.language import N_
from insiktskarta.rules.examples import GOOD
from insiktskarta.rules.rule import Rule

RULE = Rule(
    code="YA106",
    name="syntax",
    severity="error",
    summary=N_("The file can be read as YAML."),
    why=N_(
        "Most often a colon, a quotation mark or the indentation is the cause. Put texts with a colon in quotation marks."
    ),
    bad="""\
typ: insikt
rubrik: Unga: de vill ha en kort väg in
insikt: Unga orkar söka hjälp en gång. Möter de en telefonkö ger de upp.
perspektiv: [invånare]
grupper: [ungdomar]
röst: egen
""",
    good=GOOD,
)
