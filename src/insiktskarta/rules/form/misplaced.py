"""Records lie in insights/<organisation>/ and end in .yaml."""

from insiktskarta.model.language import N_
from insiktskarta.rules.examples import GOOD
from insiktskarta.rules.rule import Rule

RULE = Rule(
    code="FO104",
    name="misplaced",
    severity="error",
    summary=N_("Records lie in insights/<organisation>/ and end in .yaml."),
    why=N_("A file elsewhere would not be counted, and nobody would notice."),
    bad=GOOD,
    good=GOOD,
    place="insights/kort-vag-in.yml",
    good_place="insights/exempelkoping/kort-vag-in.yaml",
)
