"""No record holds a person's name."""

from collections.abc import Iterator

from insiktskarta.model.language import N_
from insiktskarta.rules.examples import GOOD
from insiktskarta.rules.personal.detect.spotting import spots
from insiktskarta.rules.rule import Context, Rule, Spot

_IN_TEXT = N_(
    "“{what}” looks like a person's name. Leave it out and write the role, or allow it in insikt.yaml if it is a published author's."
)
_IN_NAME = N_("The file's name has what looks like a person's name, “{what}”. Rename the file.")


def _spots(path: str, text: str, context: Context) -> Iterator[Spot]:
    return spots("PD401", path, text, context, (_IN_TEXT, _IN_NAME))


RULE = Rule(
    code="PD401",
    name="full-name",
    severity="error",
    summary=N_("No record holds a person's name."),
    why=N_(
        "An insight is about what many have said, never about who said it. Write the role. Only common Swedish names are known here, so read the text yourself as well."
    ),
    bad="""\
typ: insikt
rubrik: Unga vill ha en kort väg in
insikt: Unga orkar söka hjälp en gång. Möter de en telefonkö ger de upp.
perspektiv: [invånare]
grupper: [ungdomar]
röst: egen
anteckning: Karin Andersson var med.
""",
    good=GOOD,
    text=_spots,
)
