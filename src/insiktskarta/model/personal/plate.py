"""Registration plates: ABC 123 and ABC 12A."""

import re
from collections.abc import Iterable, Iterator

from insiktskarta.model.personal import context
from insiktskarta.model.personal.match import Match, mask
from insiktskarta.model.personal.runs import Run
from insiktskarta.model.personal.word_set import word_set

PLATE = "PD303"

# Transportstyrelsen leaves out I, Q, V, Å, Ä and Ö; the last sign may be a letter other than O since 2019.
_PLATE = re.compile(
    r"([A-HJ-PR-UW-Z](?<![\w-].)[A-HJ-PR-UW-Z]{2})([ -]?)(\d{2}[0-9A-HJ-NPR-UW-Z])(?![\w:/%]|[.,-]\d)"
)
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


def plates(text: str, numbers: Iterable[Run]) -> Iterator[Match]:
    """Plates, unless the letters are a usual abbreviation and no word speaks of a vehicle.

    Args:
        text: normalised.
        numbers: the runs of digits, each perhaps a plate's.
    """
    for run in numbers:
        found = _PLATE.search(text, max(0, run.start - 4), run.start + 5)
        if found is None or found.start(3) != run.start:
            continue
        driven = _VEHICLE.search(context.before(text, found.start())) is not None
        # "ISO 639" is no plate, unless somebody drives it.
        if driven or found[1] not in _NOT_PLATES:
            key = (found[1] + found[3]).casefold()
            yield Match(*found.span(), PLATE, mask(found.group(), 1), key, "error" if driven else None)
