"""Every line of the list of known findings can be read."""

from insiktskarta.model.baseline import FILE, UNREADABLE
from insiktskarta.model.language import N_
from insiktskarta.rules.examples import UNFOUNDED
from insiktskarta.rules.rule import Rule

RULE = Rule(
    code=UNREADABLE,
    name="unreadable-line",
    severity="error",
    summary=N_("Every line of the list of known findings can be read."),
    why=N_(
        "A line is a file, a code, a field and a number, and each of them stands once. One that cannot be read counts nothing, so that what it was about is shown. “insikt lint --prune-baseline” mends the file."
    ),
    bad="insights/exempelkoping/kort-vag-in.yaml IN103 röst\n",
    good="insights/exempelkoping/kort-vag-in.yaml IN103 röst 1\n",
    place=FILE,
    beside={"insights/exempelkoping/kort-vag-in.yaml": UNFOUNDED},
    shown=("insights/exempelkoping/kort-vag-in.yaml",),
)
