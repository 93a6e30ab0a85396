"""The trigrams of many texts as sets of numbers, the rarest trigram of the collection first.

Words come back far more often than texts do, and so a word's trigrams are looked for once, and a text's set is put
together from those of its words.
"""

from array import array
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from insiktskarta.query.similar import of_word

Numbers = npt.NDArray[np.int64]

_PORTION = 250  # texts whose trigrams are sorted at a time


@dataclass(frozen=True, slots=True)
class TrigramSets:
    """A set of trigrams a text, for those texts that have any; those with few trigrams come first.

    Attributes:
        text: (sets,) index of the text that a set belongs to.
        size: (sets,) trigrams in each set, never falling.
        start: (sets,) where a set's numbers begin in `numbers`.
        numbers: the numbers of all sets, rising within each: 0 is the rarest trigram of the collection.
        kinds: how many different trigrams there are.
        lone: so many of them, those with the lowest numbers, stand in one set only.
    """

    text: Numbers
    size: Numbers
    start: Numbers
    numbers: npt.NDArray[np.int32]
    kinds: int
    lone: int


def trigram_sets(texts: Iterable[Iterable[str]]) -> TrigramSets:
    """The trigrams of texts, each given as its words, as numbers."""
    places: _Places = _Places()
    held, held_size = _joined(set(map(places.__getitem__, text)) for text in texts)
    trigram_places: _Places = _Places()
    spelled, spelled_size = _joined(map(trigram_places.__getitem__, of_word(word)) for word in places)
    often = np.bincount(
        spelled,
        weights=np.repeat(np.bincount(held, minlength=len(places)), spelled_size),
        minlength=len(trigram_places),
    )
    number = np.empty(len(trigram_places), np.int64)
    number[np.argsort(often, kind="stable")] = np.arange(len(number))
    numbers, size = _sets(held, held_size, number[spelled], spelled_size)
    order = np.argsort(size, kind="stable")
    order = order[size[order] > 0]
    start = _starts(size)[order]
    return TrigramSets(order, size[order], start, numbers, len(number), int(np.sum(often == 1)))


class _Places(dict[str, int]):
    """A place for each text, given when it is first asked for."""

    def __missing__(self, text: str) -> int:
        place = self[text] = len(self)
        return place


def _joined(lists: Iterator[set[int]] | Iterator[Iterator[int]]) -> tuple[Numbers, Numbers]:
    """Lists one after the other, and how long each is."""
    joined, sizes = array("q"), array("q")
    for each in lists:
        before = len(joined)
        joined.extend(each)
        sizes.append(len(joined) - before)
    return np.frombuffer(joined, np.int64), np.frombuffer(sizes, np.int64)


def _sets(
    held: Numbers, held_size: Numbers, spelled: Numbers, spelled_size: Numbers
) -> tuple[npt.NDArray[np.int32], Numbers]:
    """The numbers in each text, from the words that it has and the numbers that a word has, and how many there are."""
    start, begins = _starts(held_size), _starts(spelled_size)
    kinds = 1 + int(spelled.max(initial=0))
    found, sizes = array("i"), array("q")
    for first in range(0, len(held_size), _PORTION):
        size = held_size[first : first + _PORTION]
        word = held[start[first] : start[first] + size.sum()]
        owner = np.repeat(np.repeat(np.arange(len(size)), size), spelled_size[word])
        keys = owner * kinds + spelled[ragged(begins[word], spelled_size[word])]
        keys.sort()
        keys = keys[np.diff(keys, prepend=-1) > 0]
        found.frombytes((keys % kinds).astype(np.int32).tobytes())
        sizes.frombytes(np.bincount(keys // kinds, minlength=len(size)).astype(np.int64).tobytes())
    return np.frombuffer(found, np.int32), np.frombuffer(sizes, np.int64)


def _starts(size: Numbers) -> Numbers:
    return np.cumsum(size) - size


def ragged(start: Numbers, size: Numbers) -> Numbers:
    """The places of stretches one after the other: from 7 three, from 2 two are 7, 8, 9, 2, 3."""
    return np.repeat(start - _starts(size), size) + np.arange(size.sum())
