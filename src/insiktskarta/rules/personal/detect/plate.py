"""Registration plates: ABC 123 and ABC 12A."""

import re
from collections.abc import Iterator

from insiktskarta.rules.personal.detect import context
from insiktskarta.rules.personal.detect.match import Match, mask
from insiktskarta.rules.personal.detect.word_set import word_set

PLATE = "PD303"

# Transportstyrelsen leaves out I, Q, V, Å, Ä and Ö; the last sign may be a letter other than O since 2019.
_PLATE = re.compile(r"(?<![\w-])([A-HJ-PR-UW-Z]{3})([ -]?)(\d{2}[0-9A-HJ-NPR-UW-Z])(?![\w:/%]|[.,-]\d)")
_VEHICLE = re.compile(
    r"\breg(?:\.|istrerings?)? ?-?(?:nr|nummer|skylt)|\bregistrer\w*|\bbil(?:en|ens)?\b|\bfordon|\bskylt|\bvolvo|\bsaab"
    r"|\bmoped|\bmotorcyk|\bmc\b|\bkör|\bhusbil|\bskåpbil|\btoyota|\baudi|\bbmw|\bnummerplåt|\bparker"
)
_NOT_PLATES = word_set(
    "ABB ACT ADL AGE ALL ANT APP ART BBC BFL BIC BUP CET CPR CSN DEC DEL DIN DKK DOC EAN EEG EKG ELF END ETT EUR FAX FEB"
    " FEL FEM FSC FYR GBP GDP GPS HBT HEJ HSL HTM IBM ISO JAN JUL JUN KAP KBT KOD LAG LAN LGH LPT LSS LUL LUP MAJ MAN"
    " MAR MAX MIN NCS NOK NPF NUM OKT PDF PGM PSA PUL RAD RAM RFC RGB RUM SAL SAM SBU SDG SEK SEP SFS SHA SID SKR SMS"
    " SOL SOS SOU STK SUM TAB TEL TRE TYP URL USB USD UTC UTF WHO"
)


def plates(text: str) -> Iterator[Match]:
    """Plates, unless the letters are a usual abbreviation and no word speaks of a vehicle."""
    for found in _PLATE.finditer(text):
        driven = _VEHICLE.search(context.before(text, found.start())) is not None
        if found[1] in _NOT_PLATES and not driven:
            continue
        # "ABC 123" may be a room or a form; "ABC123" and "ABC 12A" are hardly anything else.
        yield Match(
            *found.span(),
            PLATE,
            mask(found.group(), 1),
            (found[1] + found[3]).casefold(),
            "error" if driven else None,
        )
