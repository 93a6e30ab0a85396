"""Every letter is one character (NFC)."""

import unicodedata

from insiktskarta.model.language import N_
from insiktskarta.rules.examples import GOOD
from insiktskarta.rules.fix import FileFix
from insiktskarta.rules.rule import Rule

RULE = Rule(
    code="FO106",
    name="letters-in-parts",
    severity="hint",
    summary=N_("Every letter is one character (Unicode NFC)."),
    why=N_(
        "Some programs, above all on a Mac, write å as an a and a ring. insikt reads both as the same letter, but search in editors and git does not, and two files that look alike differ."
    ),
    bad="",
    good=GOOD,
    raw=unicodedata.normalize("NFD", GOOD).encode(),
    fix=FileFix(lambda text: unicodedata.normalize("NFC", text)),
)
