"""Numbers in words, from 0 to 99."""

from insiktskarta.model.personal.vocabulary import spelt

_ONES = ["noll", "ett", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio"]
_TEENS = ["tio", "elva", "tolv", "tretton", "fjorton", "femton", "sexton", "sjutton", "arton", "nitton"]
_TENS = {
    "tjugo": 20,
    "trettio": 30,
    "fyrtio": 40,
    "femtio": 50,
    "sextio": 60,
    "sjuttio": 70,
    "åttio": 80,
    "nittio": 90,
}

NUMBER_WORDS = (
    {word: number for number, word in enumerate(_ONES + _TEENS)}
    | {"en": 1, "tjugi": 20}
    | {
        ten + one: number + value
        for ten, number in _TENS.items()
        for value, one in enumerate(["", *_ONES[1:]])
    }
)
"""Word to number."""

LONGEST_FIRST = "|".join(sorted(NUMBER_WORDS, key=len, reverse=True))
"""A regular expression for one of them."""

SPOKEN_SIGNS = spelt(["noll", *(f"noll{word}" for word in NUMBER_WORDS)])
"""Words that a telephone number in words begins with."""
