"""The file starts with its first key."""

from insiktskarta.model.language import N_
from insiktskarta.rules.examples import GOOD
from insiktskarta.rules.fix import FileFix
from insiktskarta.rules.rule import Rule

RULE = Rule(
    code="YA102",
    name="byte-order-mark",
    severity="error",
    summary=N_("The file starts with its first key."),
    why=N_(
        "Some Windows programs put three invisible bytes first, and other programs then misread the first key. Save as UTF-8 without BOM."
    ),
    bad="",
    good=GOOD,
    raw=b"\xef\xbb\xbf" + GOOD.encode(),
    fix=FileFix(lambda text: text.removeprefix("\ufeff")),
)
