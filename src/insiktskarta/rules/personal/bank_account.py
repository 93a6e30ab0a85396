"""No record holds a bank account."""

from functools import partial

from insiktskarta.model.language import N_
from insiktskarta.rules.examples import GOOD
from insiktskarta.rules.personal.detect.spotting import spots, suspicious
from insiktskarta.rules.rule import Rule

_IN_TEXT = N_("“{what}” looks like a bank account or a payment card. Leave it out.")
_IN_NAME = N_(
    "The file's name has what looks like a bank account or a payment card, “{what}”. Rename the file."
)


RULE = Rule(
    code="PD301",
    name="bank-account",
    severity="error",
    summary=N_("No record holds a bank account."),
    why=N_(
        "An account belongs to somebody, and its number is often the holder's personal identity number. An IBAN is told by its check digits, other accounts by the word before them. A bankgiro is a warning, since most of them belong to organisations."
    ),
    bad="""\
typ: insikt
rubrik: Unga vill ha en kort väg in
insikt: Unga orkar söka hjälp en gång. Möter de en telefonkö ger de upp.
perspektiv: [invånare]
grupper: [ungdomar]
röst: egen
anteckning: Pengarna kom till kontonummer 3300 123 456 7.
""",
    good=GOOD,
    text=partial(spots, "PD301", (_IN_TEXT, _IN_NAME)),
    gate=suspicious,
)
