"""One scale for all marks of one or several maps of the same size."""

from collections.abc import Callable
from dataclasses import dataclass
from math import sqrt

from insiktskarta.figures.geometry import Region, Venn
from insiktskarta.figures.lattice import Cluster, Heading, cluster
from insiktskarta.figures.map.tally import Tally, combined

Clusters = dict[Region, Cluster]


@dataclass(frozen=True, slots=True)
class Dots:
    """The scale of the picture and the places of all marks.

    Attributes:
        each: how many records a full mark stands for.
        radius: of every mark, in points.
        piles: the records, by region and groups.
        clusters: a place for each mark, by region.
    """

    each: int
    radius: float
    piles: Tally
    clusters: dict[Region, Cluster]


@dataclass(frozen=True, slots=True)
class Scale:
    """The largest and the smallest mark, in points, and the room that a region's count takes above its marks."""

    largest: float
    smallest: float
    heading: Callable[[Region, int], Heading]


def place_all(layout: Venn, tallies: list[Tally], scale: Scale) -> list[Dots]:
    """The same for several maps of one size, in one scale for all of them."""
    each, factor = 1, 5
    while True:
        found = _largest(layout, tallies, each, scale)
        if found:
            radius, clusters = found
            return [Dots(each, radius, piles, held) for piles, held in zip(tallies, clusters, strict=True)]
        tallies = [combined(piles) for piles in tallies]
        each, factor = each * factor, 7 - factor


def _largest(
    layout: Venn, tallies: list[Tally], each: int, scale: Scale
) -> tuple[float, list[Clusters]] | None:
    most = max(sum(sum(pile.marks(each)) for held in piles.values() for pile in held) for piles in tallies)
    radius = min(scale.largest, 95 * layout.radius / 130 / sqrt(max(most, 1)))
    while radius >= scale.smallest:
        found = _placed(layout, tallies, each, radius, scale)
        if found is not None:
            return radius, found
        radius = max(radius * 0.95, scale.smallest) if radius > scale.smallest else 0.0
    return None


def _placed(
    layout: Venn, tallies: list[Tally], each: int, radius: float, scale: Scale
) -> list[Clusters] | None:
    """Places for the marks of every map, the fullest regions first, or None as soon as one does not fit."""
    needed = [
        (sum(sum(pile.marks(each)) for pile in held), region, number)
        for number, piles in enumerate(tallies)
        for region, held in piles.items()
        if held
    ]
    found: list[Clusters] = [{} for _ in tallies]
    for count, region, number in sorted(needed, key=lambda need: (-need[0] * max(len(need[1]), 1), need[1])):
        heading = scale.heading(region, sum(pile.count for pile in tallies[number][region]))
        placed = cluster(layout, region, count, radius, heading)
        if placed is None:
            return None
        found[number][region] = placed
    return found
