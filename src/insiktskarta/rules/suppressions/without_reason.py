"""An excuse says why."""

from insiktskarta.model.language import N_
from insiktskarta.model.suppression import NO_REASON
from insiktskarta.rules.examples import UNFOUNDED
from insiktskarta.rules.rule import Rule

RULE = Rule(
    code=NO_REASON,
    name="without-reason",
    severity="error",
    summary=N_("An excuse says why."),
    why=N_(
        "The next one who reads the record can then judge whether it still holds. Without a reason it excuses nothing, also where this rule is ignored. Write two hyphens and the reason after the code."
    ),
    bad=UNFOUNDED.replace("röst: egen", "röst: egen  # insikt: ignore IN103"),
    good=UNFOUNDED.replace("röst: egen", "röst: egen  # insikt: ignore IN103 -- sagt på mötet"),
)
