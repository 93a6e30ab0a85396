"""A file is at most 256 KiB."""

from insiktskarta.model.language import N_
from insiktskarta.rules.examples import GOOD
from insiktskarta.rules.rule import Rule

RULE = Rule(
    code="YA105",
    name="too-large",
    severity="error",
    summary=N_("A file is at most 256 KiB."),
    why=N_(
        "One file is one insight. A larger file is most likely a whole report or a picture: split it, or link to it under “underlag”."
    ),
    bad="",
    good=GOOD,
    raw=GOOD.encode() + b"anteckning: " + b"a " * 140_000 + b"a\n",
)
