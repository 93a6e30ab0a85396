"""The file can be opened."""

from insiktskarta.model.language import N_
from insiktskarta.rules.examples import GOOD
from insiktskarta.rules.rule import Rule

RULE = Rule(
    code="YA117",
    name="unreadable",
    severity="error",
    summary=N_("The file can be opened."),
    why=N_(
        "It may be open in another program, or you may lack permission to read it. Close the program or ask for access."
    ),
    bad="",
    good=GOOD,
)
