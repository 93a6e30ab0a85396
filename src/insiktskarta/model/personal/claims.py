"""Everything that looks like personal data in a text, each place once.

The detectors are asked in an order: what checks itself before what is guessed, so that a number is one thing.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import chain
from types import MappingProxyType

from insiktskarta.model.personal.address import postal_addresses, street_addresses
from insiktskarta.model.personal.bank import accounts, cards, ibans
from insiktskarta.model.personal.case_number import case_numbers
from insiktskarta.model.personal.email import EMAIL_SIGNS, addresses
from insiktskarta.model.personal.identity import SURE, identity_numbers
from insiktskarta.model.personal.indirect_signs import SIGNS as INDIRECT_SIGNS
from insiktskarta.model.personal.match import Match
from insiktskarta.model.personal.name_kinds import small
from insiktskarta.model.personal.names import file_names, names
from insiktskarta.model.personal.normalise import searchable
from insiktskarta.model.personal.number_words import SPOKEN_SIGNS
from insiktskarta.model.personal.phone import local_numbers, telephone_numbers
from insiktskarta.model.personal.plate import plates
from insiktskarta.model.personal.runs import Run, runs
from insiktskarta.model.personal.scattered import scattered_numbers
from insiktskarta.model.personal.sieves import (
    may_have_anything,
    may_have_anything_in_path,
    may_have_numbers,
    may_have_words,
)
from insiktskarta.model.personal.social_account import social_accounts
from insiktskarta.model.personal.vocabulary import Words, worth

Claims = Mapping[str, tuple[Match, ...]]
_LONG = 5  # digits; fewer are no number of anybody's but a house's or a case's
_SIGNS = INDIRECT_SIGNS | SPOKEN_SIGNS | EMAIL_SIGNS
_NONE: Claims = MappingProxyType({})
_NO_WORDS: Words = frozenset()


@lru_cache(maxsize=2)
def claims(written: str) -> Claims:
    """Rule code to its matches in a file's text, which every rule of the family asks for in turn."""
    text = searchable(written)
    if not may_have_anything(text):
        return _NONE
    words = worth(text, _SIGNS) if may_have_words(text) else _NO_WORDS
    numbers = runs(text) if may_have_numbers(text) else []
    return _claimed(
        chain(_numbers(text, numbers, words), names(text), _told(text, words) if words else ()), len(text)
    )


@lru_cache(maxsize=2)
def path_claims(path: str) -> Claims:
    """Rule code to its matches in a file's path, in which `-` parts words."""
    text = searchable(path)
    plain = text if text.islower() and text.isascii() else small(text)
    if not may_have_anything_in_path(text) and (plain == text or not may_have_anything_in_path(plain)):
        return _NONE
    numbers = runs(text) if may_have_numbers(text) else []
    return _claimed(chain(_numbers(text, numbers, _NO_WORDS), file_names(text)), len(text))


def number_claims(text: str) -> Claims:
    """Rule code to its matches among numbers and e-mail addresses, in a normalised text.

    As `quote_claims`, it asks no sieve: what is masked is short, and comes also in runs that do without pydantic-core.
    """
    words = worth(text, _SIGNS)
    return _claimed(chain(_numbers(text, runs(text), words), _spoken(text, words)), len(text))


def quote_claims(text: str) -> Claims:
    """Rule code to its matches in a normalised text that may be anything: words of a file, a path, an argument."""
    words = worth(text, _SIGNS)
    told = _told(text, words) if words else ()
    return _claimed(chain(_numbers(text, runs(text), words), names(text), file_names(text), told), len(text))


def _numbers(text: str, numbers: list[Run], words: Words) -> Iterator[Match]:
    if numbers:
        long = [run for run in numbers if run.digits >= _LONG]
        persons = list(identity_numbers(text, long))
        yield from ibans(text, long)
        yield from (match for match in persons if match.code == SURE)
        yield from accounts(text, long)
        yield from cards(text, long)
        yield from case_numbers(text, numbers)
        yield from scattered_numbers(text, long)
        yield from telephone_numbers(text, long)
        yield from local_numbers(text, numbers)
        yield from (match for match in persons if match.code != SURE)
        yield from street_addresses(text, numbers)
        yield from postal_addresses(text, long)
        yield from plates(text, numbers)
    yield from addresses(text, words)
    yield from social_accounts(text)


def _told(text: str, words: Words) -> Iterator[Match]:
    yield from _spoken(text, words)
    if not INDIRECT_SIGNS.isdisjoint(words):
        from insiktskarta.model.personal.indirect import indirect

        yield from indirect(text, words)


def _spoken(text: str, words: Words) -> Iterator[Match]:
    # Few texts have these words, and the searches for them take ten milliseconds to compile.
    if not SPOKEN_SIGNS.isdisjoint(words):
        from insiktskarta.model.personal.spoken import spoken_numbers

        yield from spoken_numbers(text)


def _claimed(found: Iterable[Match], length: int) -> Claims:
    by_code: dict[str, list[Match]] = {}
    taken = bytearray()
    for match in found:
        taken = taken or bytearray(length)
        if 1 not in taken[match.start : match.end]:
            taken[match.start : match.end] = b"\1" * (match.end - match.start)
            by_code.setdefault(match.code, []).append(match)
    return {code: tuple(matches) for code, matches in by_code.items()} if by_code else _NONE
