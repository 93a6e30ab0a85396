"""The words around a number, which say what it is."""

import re

_SPACES = re.compile(r"[\s>|\"'“”*_]+")

IDENTITY = re.compile(
    r"person(?:lig[at]?)?[ -]?(?:nummer|nr)|\bp[ -.]?n(?:umme)?r\b|\bpersnr|\bfödd?\b|\bfödelse"
    r"|\bsamordnings(?:nummer|nr)|\bsam[ -.]?nr|\bssn\b|\bidentitets|\bid-?(?:nummer|nr)\b"
    r"|personal (?:identity )?number|\bborn\b|personakt|sekretessmarker"
)
CASE = re.compile(
    r"(?:\bd\.?nr|\bdiarie\w*|\bärende\w*|\bbeslut\w*|\bmål|\bmåln\w*|\bprotokoll\w*|§|\bremiss\w*|\blöpn\w*"
    r"|\bavtal\w*|\bhandling\w*|\bref\w*|\brapport\w*|\bprojekt\w*|\bversion\w*|\bbilaga)"
    r"(?:[ .:#-]|nr|nummer|id)*(?:[a-zåäö]{1,5}[ :/-]*)?$"
)
OTHER = re.compile(
    r"(?:\bfaktur\w*|\border\w*|\bkund\w*|\bean|\bisbn|\bissn|\bdoi|\borg\w*|\bartikel\w*|\bserie\w*|\binvent\w*"
    r"|\bocr|\bgit|\bcommit|\bsha\d*|\bsweref\w*|\blicens\w*|\bstreckkod\w*|\bgln|\burn|\bpmid|\bid)"
    r"(?:[ .:#-]|nr|nummer|id)*$"
)
TIME = re.compile(
    r"\bkl\b|\bklocka|\btid|\bmöte|\bdatum|\bexport|\bskapa|\bändra|\bspara|\bhämta|\bbackup|\blogg|\bstart|\bslut"
    r"|\bperiod|\binspel|\bimport|\bfil\b|\buppdater|\bträff|\bworkshop|\bsänd|\bskicka|\bbokn|\bcreated|\bversion"
    r"|\bimg|\bdsc"
)
MONEY = re.compile(r" ?(?:kr\b|kronor|sek\b|:-|€|%|tkr|mkr|st\b|personer|invånare)")
TELEPHONE = re.compile(
    r"\btel|\bring|\bmobil|\bnås\b|\bnå\b|\bsms|\bfax|\bswish|\bnummer|\bväxel|\bkontakt|\bphone|\bcall"
)


_SOMEBODYS = re.compile(
    r"[^.!?\d]{0,80}?\b(?:hennes|hans|hens|deras|barnets|personens|mitt|ditt)\s+(?:\w+\s+)?(?:person|samordnings)(?:nummer|nr)\b",
    re.IGNORECASE,
)


def said_to_be_somebodys(text: str, end: int) -> bool:
    """Whether the rest of a sentence says that the number before is somebody's."""
    return _SOMEBODYS.match(text, end) is not None


def before(text: str, start: int, width: int = 40) -> str:
    """The words before a place, lower-case, on one line."""
    return _SPACES.sub(" ", text[max(0, start - width) : start]).lower()


def after(text: str, end: int, width: int = 25) -> str:
    """The words after a place, lower-case, on one line."""
    return _SPACES.sub(" ", text[end : end + width]).lower()
