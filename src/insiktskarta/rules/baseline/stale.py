"""The list of known findings counts no more than there is."""

from insiktskarta.model.baseline import FILE, STALE
from insiktskarta.model.language import N_
from insiktskarta.rules.examples import UNFOUNDED
from insiktskarta.rules.rule import Rule

RULE = Rule(
    code=STALE,
    name="stale",
    severity="warning",
    summary=N_("The list of known findings counts no more than there is."),
    why=N_(
        "What is counted and no longer there leaves room for a new fault that nobody sees. “insikt lint --prune-baseline” takes it away."
    ),
    bad="insights/exempelkoping/kort-vag-in.yaml IN103 röst 2\n",
    good="insights/exempelkoping/kort-vag-in.yaml IN103 röst 1\n",
    place=FILE,
    beside={"insights/exempelkoping/kort-vag-in.yaml": UNFOUNDED},
    shown=("insights/exempelkoping/kort-vag-in.yaml",),
)
