"""An excuse excuses something."""

from insiktskarta.model.language import N_
from insiktskarta.model.suppression import UNUSED
from insiktskarta.rules.examples import UNFOUNDED
from insiktskarta.rules.rule import Rule

RULE = Rule(
    code=UNUSED,
    name="needless",
    severity="warning",
    summary=N_("An excuse excuses something."),
    why=N_(
        "One that is left behind would hide the next fault in its place, and nobody would notice. Remove the comment. It is not called needless where its rule was not looked for."
    ),
    bad=UNFOUNDED.replace("[ungdomar]", "[ungdomar]  # insikt: ignore IN103 -- sagt på mötet"),
    good=UNFOUNDED,
)
