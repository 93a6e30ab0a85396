"""A file consists of keys with values."""

from insiktskarta.model.language import N_
from insiktskarta.rules.examples import GOOD
from insiktskarta.rules.rule import Rule

RULE = Rule(
    code="YA113",
    name="not-a-mapping",
    severity="error",
    summary=N_("A file consists of keys with values."),
    why=N_(
        "An empty file or a plain list says nothing that can be put on a map. Start with “typ: insikt”, or let `insikt add` write the file."
    ),
    bad="""\
- Unga vill ha en kort väg in
""",
    good=GOOD,
)
