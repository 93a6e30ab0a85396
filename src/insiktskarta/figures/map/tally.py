"""What the map counts: the records of each region by the groups that they are about."""

from collections import Counter
from dataclasses import dataclass

from insiktskarta.figures.geometry import Region
from insiktskarta.tables.perspective_regions import REGIONS, PerspectiveRegions

OUTSIDE: Region = ()
SEVERAL: tuple[int, ...] = ()
"""Stands for every combination of groups, where the combinations are not told apart."""


@dataclass(frozen=True, slots=True)
class Pile:
    """Records of one region about the same groups (indices; `SEVERAL` for several, not told apart).

    Those that are no insights, and stand beside insights, make outlined piles of their own.
    Where two times are compared, those that only one of them has (`changed`) make piles of their own.
    """

    groups: tuple[int, ...]
    count: int
    changed: bool = False
    outlined: bool = False

    def marks(self, each: int) -> tuple[int, int]:
        """How many full marks of `each` records, and how many (0 or 1) hollow ones for what is left."""
        return self.count // each, int(self.count % each > 0)


Tally = dict[Region, tuple[Pile, ...]]


def tally(table: PerspectiveRegions) -> Tally:
    """Piles per region in legend order, empty for a white spot; the region outside the circles is there if used."""
    counts = Counter((mark.region, mark.groups, mark.outlined) for mark in table.marks)
    found: dict[Region, list[Pile]] = {region: [] for region in REGIONS}
    for (region, groups, outlined), count in sorted(counts.items()):
        found.setdefault(region, []).append(Pile(groups, count, outlined=outlined))
    return {region: tuple(piles) for region, piles in found.items()}


def combined(piles: Tally) -> Tally:
    """The same with all records of a region that have several groups in one last pile; nothing is outlined.

    A hollow mark is a remainder there, so that it cannot also tell what is no insight.
    """
    found = {}
    for region, held in piles.items():
        found[region] = tuple(
            pile
            for changed in (False, True)
            for pile in _combined([each for each in held if each.changed == changed], changed=changed)
        )
    return found


def _combined(held: list[Pile], *, changed: bool) -> list[Pile]:
    counts: Counter[tuple[int, ...]] = Counter()
    for pile in held:
        counts[pile.groups if len(pile.groups) == 1 else SEVERAL] += pile.count
    several = counts.pop(SEVERAL, 0)
    single = [Pile(groups, count, changed) for groups, count in counts.items()]
    return [*single, *([Pile(SEVERAL, several, changed)] if several else [])]


def outside(table: PerspectiveRegions) -> int:
    """Records in no circle."""
    return sum(mark.region == OUTSIDE for mark in table.marks)


def totals(table: PerspectiveRegions) -> dict[Region, int]:
    """Records per region."""
    return {region: sum(pile.count for pile in piles) for region, piles in tally(table).items()}


def circles(table: PerspectiveRegions) -> tuple[int, int, int]:
    """Records per circle; one in two circles counts in both."""
    found = totals(table)
    first, second, third = (
        sum(count for region, count in found.items() if index in region) for index in range(3)
    )
    return first, second, third


def groups(table: PerspectiveRegions) -> tuple[int, ...]:
    """Records per group; one about two groups counts in both."""
    found = [0] * len(table.groups)
    for piles in tally(table).values():
        for pile in piles:
            for index in pile.groups:
                found[index] += pile.count
    return tuple(found)


def blanks(table: PerspectiveRegions) -> tuple[tuple[Region, ...], tuple[int, ...]]:
    """The white spots: regions and groups without records, but for those that were not asked for."""
    found = totals(table)
    empty = tuple(
        index for index, count in enumerate(groups(table)) if not count and table.groups[index].asked
    )
    return tuple(region for region in REGIONS if not found[region] and region not in table.beyond), empty
