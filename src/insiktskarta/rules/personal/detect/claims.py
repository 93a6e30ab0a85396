"""Everything that looks like personal data in a text, each place once.

The detectors are asked in an order: what checks itself before what is guessed, so that a number is one thing.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from types import MappingProxyType

from insiktskarta.rules.personal.detect.address import postal_addresses, street_addresses
from insiktskarta.rules.personal.detect.bank import accounts, ibans
from insiktskarta.rules.personal.detect.case_number import case_numbers
from insiktskarta.rules.personal.detect.email import addresses
from insiktskarta.rules.personal.detect.identity import SURE, identity_numbers
from insiktskarta.rules.personal.detect.indirect import indirect
from insiktskarta.rules.personal.detect.match import Match
from insiktskarta.rules.personal.detect.names import file_names, names
from insiktskarta.rules.personal.detect.normalise import normalised
from insiktskarta.rules.personal.detect.phone import spoken_numbers, telephone_numbers
from insiktskarta.rules.personal.detect.plate import plates
from insiktskarta.rules.personal.detect.runs import runs

Claims = Mapping[str, tuple[Match, ...]]
_NONE: Claims = MappingProxyType({})


@lru_cache(maxsize=2)
def claims(written: str) -> Claims:
    """Rule code to its matches in a file's text, which every rule of the family asks for in turn."""
    text = normalised(written).text
    low = text.encode(errors="replace").lower()
    return _claimed(_in_text(text, low))


@lru_cache(maxsize=2)
def path_claims(path: str) -> Claims:
    """Rule code to its matches in a file's path, in which `-` parts words."""
    text = normalised(path).text
    return _claimed((*_numbers(text), *addresses(text), *file_names(text)))


def _in_text(text: str, low: bytes) -> Iterator[Match]:
    yield from _numbers(text)
    yield from spoken_numbers(text)
    yield from addresses(text)
    yield from street_addresses(text)
    yield from plates(text)
    yield from names(text)
    yield from indirect(text, low)


def _numbers(text: str) -> Iterable[Match]:
    spans = runs(text)
    if not spans:
        yield from case_numbers(text, spans)
        return
    persons = list(identity_numbers(text, spans))
    yield from ibans(text, spans)
    yield from (match for match in persons if match.code == SURE)
    yield from accounts(text, spans)
    yield from case_numbers(text, spans)
    yield from telephone_numbers(text, spans)
    yield from (match for match in persons if match.code != SURE)
    yield from postal_addresses(text, spans)


def _claimed(found: Iterable[Match]) -> Claims:
    by_code: dict[str, tuple[Match, ...]] = {}
    taken: list[tuple[int, int]] = []
    for match in found:
        if all(match.end <= start or end <= match.start for start, end in taken):
            taken.append((match.start, match.end))
            by_code[match.code] = (*by_code.get(match.code, ()), match)
    return by_code or _NONE
