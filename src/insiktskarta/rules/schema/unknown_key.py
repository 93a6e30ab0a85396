"""Every key is one that the record type has."""

from insiktskarta.model.language import N_
from insiktskarta.rules.examples import GOOD
from insiktskarta.rules.fix import SPELLING, Change, ContentFix, respelt
from insiktskarta.rules.rule import Hit, Rule


def _change(hit: Hit) -> Change | None:
    return respelt(hit, "key", "near") if "near" in hit.values else None


RULE = Rule(
    code="SC102",
    name="unknown-key",
    severity="error",
    summary=N_("Every key is one that the record type has."),
    why=N_(
        "A misspelt key would be forgotten in silence. Correct the spelling, or move the text to “anteckning”."
    ),
    bad=GOOD + "forflyttningar: [akut-till-förebyggande]\n",
    good=GOOD + "förflyttningar: [akut-till-förebyggande]\n",
    fix=ContentFix(_change, when=SPELLING),
)
