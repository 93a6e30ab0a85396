"""Nothing is borrowed from elsewhere in the file."""

from insiktskarta.model.language import N_
from insiktskarta.rules.examples import GOOD
from insiktskarta.rules.rule import Rule

RULE = Rule(
    code="YA109",
    name="anchor",
    severity="error",
    summary=N_("Nothing is borrowed from elsewhere in the file."),
    why=N_(
        "Anchors (&) and aliases (*) hide what the file says from people. Write the text out; a text that starts with * or & goes in quotation marks."
    ),
    bad="""\
typ: insikt
rubrik: Unga vill ha en kort väg in
insikt: Unga orkar söka hjälp en gång. Möter de en telefonkö ger de upp.
perspektiv: [invånare]
grupper: &g [ungdomar]
röst: egen
""",
    good=GOOD,
)
