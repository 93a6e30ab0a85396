"""A key is a word."""

from insiktskarta.model.language import N_
from insiktskarta.rules.examples import GOOD
from insiktskarta.rules.rule import Rule

RULE = Rule(
    code="YA115",
    name="key-not-text",
    severity="error",
    summary=N_("A key is a word."),
    why=N_(
        "Numbers, lists and empty keys come from a forgotten quotation mark or a stray question mark. Write the key as a word."
    ),
    bad="""\
typ: insikt
rubrik: Unga vill ha en kort väg in
insikt: Unga orkar söka hjälp en gång. Möter de en telefonkö ger de upp.
perspektiv: [invånare]
grupper: [ungdomar]
röst: egen
2024: våren
""",
    good=GOOD,
)
