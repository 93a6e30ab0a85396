"""No record holds a number that may be somebody's mistyped personal identity number."""

from functools import partial

from insiktskarta.model.language import N_
from insiktskarta.rules.examples import GOOD
from insiktskarta.rules.personal.detect.spotting import spots, suspicious
from insiktskarta.rules.rule import Rule

_IN_TEXT = N_(
    "“{what}” has the form of a personal identity number, but something in it or beside it says otherwise. Leave it out, or write what it is before it, such as “fakturanummer”."
)
_IN_NAME = N_(
    "The file's name has what looks like a mistyped personal identity number, “{what}”. Rename the file."
)


RULE = Rule(
    code="PD102",
    name="doubtful-number",
    severity="warning",
    summary=N_("No record holds a number that may be somebody's mistyped personal identity number."),
    why=N_(
        "A mistyped digit makes the check fail, and the number still points out one person. Near words such as “född” or “personnummer” it is an error. A case number or a time is told by the word before it."
    ),
    bad="""\
typ: insikt
rubrik: Unga vill ha en kort väg in
insikt: Unga orkar söka hjälp en gång. Möter de en telefonkö ger de upp.
perspektiv: [invånare]
grupper: [ungdomar]
röst: egen
anteckning: Samtalet gällde 19901201-2391.
""",
    good=GOOD,
    text=partial(spots, "PD102", (_IN_TEXT, _IN_NAME)),
    gate=suspicious,
)
