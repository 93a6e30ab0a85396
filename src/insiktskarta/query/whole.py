"""Whole sets of trigrams, to be compared in full: the commonest trigrams as bits, the others as they are."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from insiktskarta.query.tally import Masks, bits
from insiktskarta.query.trigram_sets import Numbers, TrigramSets, ragged

_BITS = 4_096  # a text in ordinary language has few trigrams beyond the commonest four thousand
_PORTION = 250
_NONE: Numbers = np.empty(0, np.int64)


@dataclass(frozen=True, slots=True)
class Whole:
    """What sets are compared by.

    Attributes:
        sets: the sets.
        masks: (sets, words) the commonest trigrams, one bit each.
        rare: (sets,) how many other ones a set has; they come first in it.
    """

    sets: TrigramSets
    masks: Masks
    rare: Numbers

    def shared(self, one: Numbers, other: Numbers) -> tuple[Numbers, Numbers]:
        """How many common trigrams sets share, and how many rare ones at most: as many as the one with fewer has."""
        common: Numbers = np.bitwise_count(self.masks[one] & self.masks[other]).sum(axis=1, dtype=np.int64)
        return common, np.minimum(self.rare[one], self.rare[other])

    def rare_shared(self, one: int, other: int) -> int:
        """How many rare trigrams two sets share."""
        return len(np.intersect1d(self._rare(one), self._rare(other), assume_unique=True))

    def _rare(self, one: int) -> npt.NDArray[np.int32]:
        return self.sets.numbers[self.sets.start[one] :][: self.rare[one]]


def whole(sets: TrigramSets) -> Whole:
    """Sets as they are compared in full."""
    common = min(sets.kinds, _BITS)
    masks, rare = [bits(_NONE, _NONE, (0, common))], [_NONE]
    for first in range(0, len(sets.size), _PORTION):
        size = sets.size[first : first + _PORTION]
        owner = np.repeat(np.arange(len(size)), size)
        bit = sets.kinds - 1 - sets.numbers[ragged(sets.start[first : first + _PORTION], size)]
        often = bit < common
        masks.append(bits(owner[often], bit[often], (len(size), common)))
        rare.append(np.bincount(owner[~often], minlength=len(size)))
    return Whole(sets, np.concatenate(masks), np.concatenate(rare))
