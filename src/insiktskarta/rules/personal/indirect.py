"""No record combines details that point out one person."""

from functools import partial

from insiktskarta.model.language import N_
from insiktskarta.rules.examples import GOOD
from insiktskarta.rules.personal.detect.spotting import spots, suspicious
from insiktskarta.rules.rule import Rule

_IN_TEXT = N_(
    "These details together may point out one person: {what}. Write an age span, a larger area or “several people”."
)
_IN_NAME = N_(
    "The file's name has what looks like details that point out one person, “{what}”. Rename the file."
)


RULE = Rule(
    code="PD501",
    name="indirect",
    severity="warning",
    summary=N_("No record combines details that point out one person."),
    why=N_(
        "An exact age, a small place or a named unit, a rare role, a diagnosis or a family constellation, an exact date: each is harmless, two of them about one person are often enough. Write an age span, a larger area, a year. This is a help and no guarantee: a quote may give somebody away without any of these."
    ),
    bad="""\
typ: insikt
rubrik: Unga vill ha en kort väg in
insikt: Unga orkar söka hjälp en gång. Möter de en telefonkö ger de upp.
perspektiv: [invånare]
grupper: [ungdomar]
röst: egen
anteckning: En 47-årig kvinna i Lillfiktiv hade väntat länge.
""",
    good=GOOD,
    text=partial(spots, "PD501", (_IN_TEXT, _IN_NAME)),
    gate=suspicious,
)
