"""An excuse names its rule."""

from insiktskarta.model.language import N_
from insiktskarta.model.suppression import NO_CODE
from insiktskarta.rules.examples import UNFOUNDED
from insiktskarta.rules.rule import Rule

RULE = Rule(
    code=NO_CODE,
    name="without-code",
    severity="error",
    summary=N_("An excuse names its rule."),
    why=N_(
        "An excuse for everything would also cover personal data that somebody adds later. Without a code it excuses nothing. Write the code that the finding shows, such as PD202. The beginning of a code is enough, but not for an error about personal data: that is only excused by its whole code."
    ),
    bad=UNFOUNDED.replace("röst: egen", "röst: egen  # insikt: ignore -- sagt på mötet"),
    good=UNFOUNDED.replace("röst: egen", "röst: egen  # insikt: ignore IN103 -- sagt på mötet"),
)
