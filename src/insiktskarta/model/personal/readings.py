"""Personal data in a text as it is written and as YAML understands it, each place once."""

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from itertools import chain

from insiktskarta.model.personal.claims import Claims, claims
from insiktskarta.model.personal.escaped import is_read_otherwise, understood
from insiktskarta.model.personal.identity import SURE
from insiktskarta.model.personal.match import Match
from insiktskarta.model.personal.normalise import normalised


@lru_cache(maxsize=2)
def found_in(written: str) -> Claims:
    """Rule code to its matches in a file's text; unlike those of `claims`, they have indexes of the written text."""
    as_written = claims(written)
    if not is_read_otherwise(written):
        return _by_code(_of_written(written, as_written)) if as_written else as_written
    # What is surely a personal number in one reading is that, whatever the other one takes it for.
    both = chain(_of_understood(written), _of_written(written, as_written))
    return _by_code(_apart(sorted(both, key=lambda match: match.code != SURE)))


def _of_written(written: str, found: Claims) -> Iterator[Match]:
    span = normalised(written).span
    for match in chain.from_iterable(found.values()):
        start, end = span(match.start, match.end)
        yield replace(match, start=start, end=end)


def _of_understood(written: str) -> Iterator[Match]:
    said = understood(written)
    for match in _of_written(said.text, claims(said.text)):
        start, end = said.span(match.start, match.end)
        yield replace(match, start=start, end=end)


def _apart(matches: list[Match]) -> Iterator[Match]:
    """The matches without those that share a place with an earlier one."""
    taken: list[tuple[int, int]] = []
    for match in matches:
        if all(match.end <= start or end <= match.start for start, end in taken):
            taken.append((match.start, match.end))
            yield match


def _by_code(matches: Iterator[Match]) -> Claims:
    by_code: dict[str, list[Match]] = {}
    for match in matches:
        by_code.setdefault(match.code, []).append(match)
    return {code: tuple(sorted(alike, key=lambda match: match.start)) for code, alike in by_code.items()}
