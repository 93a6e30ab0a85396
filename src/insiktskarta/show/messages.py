"""Languages from their catalogues."""

import gettext
from functools import cache
from pathlib import Path

from insiktskarta.model.language import ENGLISH, Language

CODES = ("sv", "en")
_CATALOGUES = Path(__file__).parent.parent / "locale"


@cache
def language(code: str) -> Language:
    """The language with a code; English, the source of all messages, needs no catalogue."""
    if code == "en":
        return ENGLISH
    with (_CATALOGUES / code / "LC_MESSAGES" / "insikt.mo").open("rb") as file:
        catalogue = gettext.GNUTranslations(file)
    return Language(code, catalogue.gettext, catalogue.ngettext)
