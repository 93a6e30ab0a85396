"""Texts that say nearly the same: all pairs over a threshold, exactly, without comparing every two.

Two texts are as alike as the share of their trigrams that both have (Jaccard), and a text's trigrams are those
of its words with a blank on each side. Three letters at a time see through inflections and compounds
(`telefonkö`, `telefonköer`, `kön till telefonen`), where whole words only see that they differ.

No pair is missed: of a text's n trigrams, a text that is alike by t shares at least t·n. So of any m of them it
shares at least t·n - (n - m), and only texts that share so many of its rarest ones are compared in full. How
many each earlier text shares is counted for all of them at once, one bit a text in whole numbers as wide as
the collection. In the end that grows with its square, though thirty texts take one step: 7,000 texts of 300
letters take one second, 28,000 take eight.
"""

import math
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

THRESHOLD = 0.65
"""From here on two records are worth a look side by side. A sentence that somebody has put in other words scores
0.7 to 0.9; among the 112 records of the inventory no two score more than 0.36."""

_MOST = 20  # partners of one text; a thousand copies of a template would be half a million pairs
_SURE = 0.25  # share of a text's trigrams that must be seen in another before the two are compared in full
_ROUNDING = 1e-9
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Pair:
    """Two texts that are alike.

    Attributes:
        first: index of the one.
        second: index of the other, larger than `first`.
        score: the share of trigrams that both have, from the threshold to 1.
    """

    first: int
    second: int
    score: float


def normal(text: str) -> str:
    """A text's words in lower case with one blank between: what is left of it when layout and signs are not."""
    return " ".join(_WORD.findall(text.casefold()))


def trigrams(text: str) -> frozenset[str]:
    """The trigrams of a text's words: `Ett kök` gives ` et`, `ett`, `tt `, ` kö`, `kök` and `ök `."""
    return frozenset().union(*map(_of_word, _WORD.findall(text.casefold())))


def score(one: frozenset[str], other: frozenset[str]) -> float:
    """How alike two texts are by their trigrams, from 0 to 1; a text without words is like nothing."""
    shared = len(one & other)
    return shared / (len(one) + len(other) - shared) if shared else 0.0


def pairs(texts: Sequence[str], threshold: float = THRESHOLD, most: int = _MOST) -> Iterator[Pair]:
    """The pairs of texts that are at least as alike as the threshold.

    Args:
        texts: any number of them.
        threshold: above 0, at most 1.
        most: of one text's partners that are no longer than itself, only so many are given.
    """
    found = _numbered(texts)
    by_size = sorted((place for place, each in enumerate(found) if each), key=lambda place: len(found[place]))
    holders = [0] * (1 + max((each[-1] for each in found if each), default=0))
    sets: list[int] = []
    for bit, place in enumerate(by_size):
        own, flag, whole = found[place], 1 << bit, 0
        partners = 0
        for trigram in own:
            whole |= 1 << trigram
        for other in _bits(_candidates(own, holders, threshold)):
            shared = (whole & sets[other]).bit_count()
            alike = shared / (whole | sets[other]).bit_count()
            if alike >= threshold:
                near = by_size[other]
                yield Pair(min(place, near), max(place, near), alike)
                partners += 1
                if partners == most:
                    break
        sets.append(whole)
        for trigram in own:
            holders[trigram] |= flag


def _numbered(texts: Sequence[str]) -> list[list[int]]:
    """Each text's trigrams as numbers, the rarest of the collection first."""
    worded = [frozenset(_WORD.findall(text.casefold())) for text in texts]
    often: Counter[str] = Counter()
    for word, count in Counter(chain.from_iterable(worded)).items():
        for trigram in _of_word(word):
            often[trigram] += count
    number = {trigram: place for place, (trigram, _) in enumerate(reversed(often.most_common()))}
    of_word: dict[str, frozenset[int]] = {}
    for word in frozenset().union(*worded):
        of_word[word] = frozenset(number[trigram] for trigram in _of_word(word))
    none: frozenset[int] = frozenset()
    return [sorted(none.union(*map(of_word.__getitem__, each))) for each in worded]


def _of_word(word: str) -> frozenset[str]:
    padded = f" {word} "
    return frozenset(padded[place : place + 3] for place in range(len(word)))


def _candidates(own: list[int], holders: list[int], threshold: float) -> int:
    """The earlier texts, one bit each, that share enough of a text's rarest trigrams."""
    size = len(own)
    least = max(1, math.ceil(threshold * size - _ROUNDING))
    need = min(least, math.ceil(_SURE * size))
    masks = [mask for trigram in own[: size - least + need] if (mask := holders[trigram])]
    return _at_least(_counted(masks), need) if len(masks) >= need else 0


def _counted(masks: list[int]) -> list[int]:
    """How many masks have each bit, as binary digits: the lowest digit of all counts, then the next, and so on."""
    digits = []
    while masks:
        carried = []
        while len(masks) > 1:
            masks += [0] * (-len(masks) % 3)
            sums = []
            for one, other, third in zip(masks[::3], masks[1::3], masks[2::3], strict=True):
                either = one ^ other
                sums.append(either ^ third)
                carried.append(one & other | either & third)
            masks = sums
        digits += masks
        masks = carried
    return digits


def _at_least(digits: list[int], need: int) -> int:
    """The bits whose count is at least `need`, which is at least 1."""
    if need >> len(digits):
        return 0
    enough = -1
    for place, digit in enumerate(digits):
        enough = digit & enough if need >> place & 1 else digit | enough
    return enough


def _bits(mask: int) -> Iterator[int]:
    """The places of the bits that are set, the lowest first."""
    digits = f"{mask:b}"[::-1]
    place = digits.find("1")
    while place >= 0:
        yield place
        place = digits.find("1", place + 1)
