"""Personal data is never counted as known."""

from insiktskarta.model.baseline import FILE, PERSONAL
from insiktskarta.model.language import N_
from insiktskarta.rules.rule import Rule

RULE = Rule(
    code=PERSONAL,
    name="personal-data",
    severity="error",
    summary=N_("Personal data is never counted as known."),
    why=N_(
        "git never forgets what it was given, so an error about personal data is shown until the text is mended, whatever the list says. Take the data out of the record, and then the line out of the list."
    ),
    bad="",
    good="",
    place=FILE,
)
