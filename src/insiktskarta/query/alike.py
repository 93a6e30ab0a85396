"""Sets of trigrams that are alike: all pairs over a threshold, exactly.

Two sets of n and m trigrams that are alike by t (Jaccard) share at least a = (n + m)·t / (1 + t). The first s that
they share, in whatever order, stand among the first n - a + s of the one and the first m - a + s of the other: the
other a - s that they share have to stand behind them. So only sets that share s of their first ones are compared in
full, and with the rarest first, few others do.

How many a set shares with each of a thousand smaller ones is counted for all of these at once, one bit each, and for
many sets at a time. In the end that grows with the square of the collection, by some 10 ns for every two sets.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from insiktskarta.query.tally import BITS, Masks, at_least, bits
from insiktskarta.query.trigram_sets import Numbers, TrigramSets, ragged
from insiktskarta.query.whole import Whole, whole

_SURE = 0.15  # share of a set's trigrams that must be seen among another's first before the two are compared
_BLOCK = 1_024  # sets that are looked in at a time
_WIDEST = 1.3  # how much larger than the first of a block its last may be
_LOOKED_FOR = 16_384  # trigrams of the sets that are looked for at a time
_MOST_ASKING = 256
_COMPARED = 8_192  # pairs at a time
_TURN = 32  # of one set's pairs at a time: where all are alike, it has all the partners that are asked for after these
_ROUNDING = 1e-9

Found = tuple[int, int, float]
"""Two texts, and how alike they are."""


@dataclass(frozen=True, slots=True)
class _Block:
    """Sets that others are compared with.

    Attributes:
        first: the first of them.
        end: the one after the last.
        need: how many of their first trigrams two sets have to share.
        row: (kinds,) the row in `masks` for each trigram; 0 for those that none of the sets has among its first.
        masks: (rows, words) which of the sets have a trigram among their first, one bit a set; none in row 0.
    """

    first: int
    end: int
    need: int
    row: npt.NDArray[np.int32]
    masks: Masks


def alike(sets: TrigramSets, threshold: float, most: int) -> Iterator[Found]:
    """The pairs of sets that are at least as alike as the threshold.

    Args:
        sets: any number of them.
        threshold: above 0, at most 1.
        most: of one set's partners that are no larger, only so many are given, the smallest first.
    """
    full = whole(sets)
    left = np.full(len(sets.size), most)
    end = 0
    while end < len(sets.size):
        block = _block(sets, end, threshold)
        end = block.end
        largest = np.searchsorted(sets.size, sets.size[end - 1] / threshold + _ROUNDING, "right")
        asking = np.flatnonzero(left[block.first : largest]) + block.first
        while len(asking):
            count = min(_MOST_ASKING, max(1, _LOOKED_FOR // int(sets.size[asking[0]])))
            candidates = _candidates(sets, block, asking[:count], threshold)
            yield from _compared(sets, full, candidates, threshold, left)
            asking = asking[count:]


def _least(size: Numbers, other: npt.NDArray[np.float64] | Numbers, threshold: float) -> Numbers:
    """How many trigrams sets of two sizes share at least when they are alike."""
    shared = np.ceil((size + other) * (threshold / (1 + threshold)) - _ROUNDING)
    return np.maximum(1, shared.astype(np.int64))


def _block(sets: TrigramSets, first: int, threshold: float) -> _Block:
    end = int(np.searchsorted(sets.size, sets.size[first] * _WIDEST, "right"))
    end = min(end, first + _BLOCK)
    size = sets.size[first:end]
    least = _least(size, size, threshold)  # those that ask are no smaller
    need = min(int(least[0]), int(np.ceil(_SURE * size[0])))
    looked_in = size - least + need
    numbers = sets.numbers[ragged(sets.start[first:end], looked_in)]
    owner = np.repeat(np.arange(len(size)), looked_in)
    known = numbers >= sets.lone
    numbers, owner = numbers[known], owner[known]
    kinds = np.unique(numbers)
    row = np.zeros(sets.kinds, np.int32)
    row[kinds] = np.arange(1, len(kinds) + 1)
    return _Block(first, end, need, row, bits(row[numbers], owner, (len(kinds) + 1, len(size))))


def _candidates(
    sets: TrigramSets, block: _Block, asking: Numbers, threshold: float
) -> tuple[Numbers, Numbers]:
    """The sets that ask, and the smaller ones in the block that each may be alike, in their order."""
    size = sets.size[asking]
    least = _least(size, np.maximum(sets.size[block.first], threshold * size), threshold)
    looked_for = size - least + block.need
    depth = np.arange(looked_for.max())[:, np.newaxis]
    place = np.minimum(sets.start[asking] + depth, len(sets.numbers) - 1)
    row = np.where(depth < looked_for, block.row[sets.numbers[place]], 0)
    enough = at_least(block.masks[row], block.need)
    which, word = np.nonzero(enough)
    octets = enough[which, word].view(np.uint8).reshape(len(word), BITS // 8)
    at, bit = np.nonzero(np.unpackbits(octets, axis=1, bitorder="little"))
    one, other = asking[which[at]], block.first + word[at] * BITS + bit
    smaller = other < one
    return one[smaller], other[smaller]


def _compared(
    sets: TrigramSets, full: Whole, candidates: tuple[Numbers, Numbers], threshold: float, left: Numbers
) -> Iterator[Found]:
    """Those of the candidates that are alike, as long as any are `left` of a set's partners."""
    for one, other in _in_turns(*candidates, left):
        sizes = sets.size[one] + sets.size[other]
        shared, unsure = full.shared(one, other)
        alike = np.flatnonzero((shared + unsure) / (sizes - shared - unsure) >= threshold)
        found = (each[alike].tolist() for each in (one, other, sizes, shared, unsure))
        for first, second, size, common, more in zip(*found, strict=True):
            if not left[first]:
                continue
            exact = common + (full.rare_shared(first, second) if more else 0)
            score = exact / (size - exact)
            if score >= threshold:
                left[first] -= 1
                yield int(sets.text[first]), int(sets.text[second]), score


def _in_turns(one: Numbers, other: Numbers, left: Numbers) -> Iterator[tuple[Numbers, Numbers]]:
    """Some candidates at a time: the first few of each set, and more of those that have partners `left` after that."""
    nth = np.arange(len(one)) - np.searchsorted(one, one)
    order = np.argsort(nth // _TURN, kind="stable")
    for begin in range(0, len(order), _COMPARED):
        some = order[begin : begin + _COMPARED]
        some = some[left[one[some]] > 0]
        yield one[some], other[some]
