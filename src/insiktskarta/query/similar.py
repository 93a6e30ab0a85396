"""Texts that say nearly the same: all pairs over a threshold, exactly, without comparing every two.

Two texts are as alike as the share of their trigrams that both have (Jaccard), and a text's trigrams are those
of its words with a blank on each side. Three letters at a time see through inflections and compounds
(`telefonkö`, `telefonköer`, `kön till telefonen`), where whole words only see that they differ.

Few texts are compared every two; how no pair of many is missed without that, `alike` says.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, islice

THRESHOLD = 0.65
"""From here on two records are worth a look side by side. A sentence that somebody has put in other words scores
0.7 to 0.9; among the 112 records of the inventory no two score more than 0.36."""

_MOST = 20  # partners of one text; a thousand copies of a template would be half a million pairs
_FEW = 150  # texts
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
    return " ".join(words(text))


def trigrams(text: str) -> frozenset[str]:
    """The trigrams of a text's words: `Ett kök` gives ` et`, `ett`, `tt `, ` kö`, `kök` and `ök `."""
    return _of_words(words(text))


def score(one: frozenset[str], other: frozenset[str]) -> float:
    """How alike two texts are by their trigrams, from 0 to 1; a text without words is like nothing."""
    shared = len(one & other)
    return shared / (len(one) + len(other) - shared) if shared else 0.0


def pairs(
    texts: Iterable[str], threshold: float = THRESHOLD, most: int = _MOST, *, normal: bool = False
) -> Iterator[Pair]:
    """The pairs of texts that are at least as alike as the threshold.

    Args:
        texts: any number of them.
        threshold: above 0, at most 1.
        most: of one text's partners that have no more trigrams than itself, only so many are given.
        normal: whether the texts are what `normal` gives, so that their words need not be looked for.
    """
    worded = map(str.split if normal else words, texts)
    few = list(islice(worded, _FEW))
    if len(few) < _FEW:
        found = _among_few(few, threshold, most)
    else:
        found = _among_many(chain(few, worded), threshold, most)
    for one, other, alike in found:
        yield Pair(min(one, other), max(one, other), alike)


_Worded = Iterable[list[str]]
_Found = Iterator[tuple[int, int, float]]


def _among_few(texts: _Worded, threshold: float, most: int) -> _Found:
    sets = list(map(_of_words, texts))
    by_size = sorted((place for place, each in enumerate(sets) if each), key=lambda place: len(sets[place]))
    for count, one in enumerate(by_size):
        scores = ((one, other, score(sets[one], sets[other])) for other in by_size[:count])
        yield from islice((each for each in scores if each[-1] >= threshold), most)


def _among_many(texts: _Worded, threshold: float, most: int) -> _Found:
    from insiktskarta.query.alike import alike  # numpy takes as long as comparing all of a few texts
    from insiktskarta.query.trigram_sets import trigram_sets

    return alike(trigram_sets(texts), threshold, most)


def words(text: str) -> list[str]:
    """The words of a text, in lower case."""
    return _WORD.findall(text.casefold())


def _of_words(found: Iterable[str]) -> frozenset[str]:
    return frozenset().union(*map(of_word, found))


def of_word(word: str) -> frozenset[str]:
    """The trigrams of a word in lower case."""
    padded = f" {word} "
    return frozenset(padded[place : place + 3] for place in range(len(word)))
