"""Telephone numbers in words; loaded for texts that have “noll” in them."""

import re
from collections.abc import Iterator

from insiktskarta.model.personal.match import Match, mask
from insiktskarta.model.personal.number_words import LONGEST_FIRST, NUMBER_WORDS
from insiktskarta.model.personal.phone import LEAST, MOST, kind_code, number_key

_SPOKEN = re.compile(
    rf"\bnoll(?:[ ,\n-]*(?:{LONGEST_FIRST}|\d{{1,4}})\b|(?:{LONGEST_FIRST})\b)(?:[ ,\n-]+(?:{LONGEST_FIRST}|\d{{1,4}})\b)+"
)
_SPOKEN_PART = re.compile(rf"{LONGEST_FIRST}|\d+")


def spoken_numbers(text: str) -> Iterator[Match]:
    """Numbers in words, such as “nollsjuttio ett sju fyra noll sex noll fem”."""
    import phonenumbers

    for spoken in _SPOKEN.finditer(text.lower()):
        digits = "".join(str(NUMBER_WORDS.get(part, part)) for part in _SPOKEN_PART.findall(spoken.group()))
        if not LEAST <= len(digits) <= MOST:
            continue
        number = phonenumbers.parse(digits, "SE")
        if phonenumbers.is_valid_number(number) and (code := kind_code(number)):
            yield Match(*spoken.span(), code, mask(text[slice(*spoken.span())], 2), number_key(number))
