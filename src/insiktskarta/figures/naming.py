"""How every picture names counts, regions and long lists."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from insiktskarta.figures.geometry import Region
from insiktskarta.figures.metrics import shorten, width, wrap
from insiktskarta.model.language import Language
from insiktskarta.tables.perspective_regions import Perspective
from insiktskarta.tables.region_names import named_region

SMALLER = 1.5
"""Points that a name in two lines is smaller than one in one line."""
_LISTED = 4
_LEADING = 3


def region_name(perspectives: tuple[Perspective, ...], where: Region, language: Language) -> str:
    """`only risk group`, `clients + residents`, `all three`, `outside the circles`."""
    return named_region([perspectives[index].short for index in where], language)


def spread(found: str, parts: tuple[int, int], circles: tuple[int, ...], language: Language) -> str:
    """Where what was found lies.

    Args:
        found: such as `18 insights`.
        parts: how many of them lie in circles, and how many in none.
        circles: how many each circle holds.
        language: of the sentence.
    """
    inside, outside = parts
    reached = sum(map(bool, circles))
    if outside:
        return language.text(
            "{insights}, {inside} of them in the three circles and {outside} outside",
            insights=found,
            inside=language.number(inside),
            outside=language.number(outside),
        )
    if 0 < reached < len(circles):
        return language.plural(
            "{insights} in {n} perspective", "{insights} in {n} perspectives", reached, insights=found
        )
    return language.text("{insights} in three perspectives", insights=found)


@dataclass(frozen=True, slots=True)
class Tied:
    """All that share one count, which a sentence names together.

    Attributes:
        names: in their order.
        count: of each.
    """

    names: list[str]
    count: int

    def listed(self, language: Language) -> str:
        """The names as words in a sentence, the first few of many."""
        if len(self.names) <= _LISTED:
            return language.listed(self.names)
        return some(self.names, _LISTED - 1, language)

    def each(self, language: Language) -> str:
        """`3`, or `3 each` of several."""
        number = language.number(self.count)
        return number if len(self.names) == 1 else language.text("{n} each", n=number)


def most(counts: Iterable[tuple[str, int]]) -> Tied:
    """Those with the largest count; there has to be one."""
    return _tied(list(counts), max)


def fewest(counts: Iterable[tuple[str, int]]) -> Tied:
    """Those with the smallest count; there has to be one."""
    return _tied(list(counts), min)


def _tied(counts: list[tuple[str, int]], choose: Callable[[Iterable[int]], int]) -> Tied:
    count = choose(number for _, number in counts)
    return Tied([name for name, number in counts if number == count], count)


def leading(counts: Iterable[tuple[str, int]], language: Language) -> str:
    """The sentence that says which three have most, and how many more have as many as the last of them.

    There has to be one.
    """
    ranked = sorted(counts, key=lambda each: -each[1])
    named = [f"{name} ({language.number(count)})" for name, count in ranked[:_LEADING]]
    least = ranked[: len(named)][-1][1]
    more = sum(count == least for _, count in ranked[_LEADING:])
    if not more:
        return language.text("Most: {names}.", names=", ".join(named))
    return language.plural(
        "Most: {names}, and {n} more with {count}.",
        "Most: {names}, and {n} more with {count} each.",
        more,
        names=", ".join(named),
        count=language.number(least),
    )


def in_fields(tied: Tied, language: Language) -> str:
    """The sentence that says in which areas most are."""
    return language.plural(
        "Most are in the area {field} ({each}).",
        "Most are in the areas {field} ({each}).",
        len(tied.names),
        field=tied.listed(language),
        each=tied.each(language),
    )


def given(insights: str, giving: int, everyone: int, language: Language) -> str:
    """`18 insights from 9 of 13 organisations`."""
    return language.plural(
        "{insights} from {giving} of {n} organisation",
        "{insights} from {giving} of {n} organisations",
        everyone,
        insights=insights,
        giving=language.number(giving),
    )


def in_lines(label: str, room: float, size: float) -> tuple[list[str], float]:
    """A name in one line, or in two smaller ones of which the last may be cut, and its size."""
    if width(label, size) <= room:
        return [label], size
    size -= SMALLER
    first, *rest = wrap(label, room, size)
    return [first, *([shorten(" ".join(rest), room, size)] if rest else [])], size


def some(names: list[str], most: int, language: Language) -> str:
    """The first names, and how many more there are."""
    if len(names) <= most:
        return ", ".join(names)
    more = language.plural("and {n} more", "and {n} more", len(names) - most)
    return f"{', '.join(names[:most])} {more}"


def one_size(labels: list[str], room: float, sizes: tuple[float, ...]) -> float:
    """The first of `sizes` at which all names fit in `room` points, else the last."""
    widest = max((width(label, 1.0) for label in labels), default=0.0)
    return next((size for size in sizes if widest * size <= room), sizes[-1])
