"""Which words that are worth a search a text has; most texts have none of them."""

from collections.abc import Iterable

_SIGNS = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"
_PARTED = bytes.maketrans(_SIGNS.encode(), b" " * len(_SIGNS))

Words = frozenset[bytes]


def spelt(words: Iterable[str]) -> Words:
    """Words as they are looked for: UTF-8, whose parts are looked up sooner than those of a text."""
    return frozenset(word.encode().lower() for word in words)


def worth(text: str, wanted: Words) -> Words:
    """Those of the wanted words that a text has, in capitals or not."""
    parts = text.encode(errors="replace").lower().translate(_PARTED).split()
    return _NONE if wanted.isdisjoint(parts) else wanted.intersection(parts)


_NONE: Words = frozenset()
