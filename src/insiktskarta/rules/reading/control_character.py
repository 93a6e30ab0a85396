"""There are no invisible control characters."""

from insiktskarta.model.language import N_
from insiktskarta.rules.examples import GOOD
from insiktskarta.rules.rule import Rule

RULE = Rule(
    code="YA103",
    name="control-character",
    severity="error",
    summary=N_("There are no invisible control characters."),
    why=N_(
        "They come along when text is copied from a PDF or a chat, cannot be seen, and break programs and searches. Delete the character, or type the word again."
    ),
    bad="""\
typ: insikt
rubrik: Unga vill ha en\u2028kort väg in
insikt: Unga orkar söka hjälp en gång. Möter de en telefonkö ger de upp.
perspektiv: [invånare]
grupper: [ungdomar]
röst: egen
""",
    good=GOOD,
)
