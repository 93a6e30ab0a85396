"""The file is text in UTF-8."""

from insiktskarta.model.language import N_
from insiktskarta.rules.examples import GOOD
from insiktskarta.rules.rule import Rule

RULE = Rule(
    code="YA101",
    name="encoding",
    severity="error",
    summary=N_("The file is text in UTF-8."),
    why=N_(
        "Other encodings turn å, ä and ö into other characters on somebody else's machine. Save the file as UTF-8: in Notepad under Save as, in Excel as CSV UTF-8."
    ),
    bad="",
    good=GOOD,
    raw=GOOD.encode("cp1252"),
)
