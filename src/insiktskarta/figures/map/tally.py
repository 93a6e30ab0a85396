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
    """Records of one region about the same groups (indices; `SEVERAL` for several, not told apart)."""

    groups: tuple[int, ...]
    count: int

    def marks(self, each: int) -> tuple[int, int]:
        """How many full marks of `each` records, and how many (0 or 1) hollow ones for what is left."""
        return self.count // each, int(self.count % each > 0)


Tally = dict[Region, tuple[Pile, ...]]


def tally(table: PerspectiveRegions, *, combined: bool = False) -> Tally:
    """Piles per region in legend order, empty for a white spot; the region outside the circles is there if used.

    `combined` puts all records with several groups of a region in one pile.
    """
    counts: dict[Region, Counter[tuple[int, ...]]] = {region: Counter() for region in REGIONS}
    for mark in table.marks:
        groups = SEVERAL if combined and len(mark.groups) > 1 else mark.groups
        counts.setdefault(mark.region, Counter())[groups] += 1
    return {
        region: tuple(
            Pile(groups, found[groups])
            for groups in sorted(found, key=lambda groups: (groups == SEVERAL, groups))
        )
        for region, found in counts.items()
    }


def totals(table: PerspectiveRegions) -> dict[Region, int]:
    """Records per region."""
    return {region: sum(pile.count for pile in piles) for region, piles in tally(table).items()}


def circles(table: PerspectiveRegions) -> tuple[int, int, int]:
    """Records per circle; one in two circles counts in both."""
    found = Counter(index for mark in table.marks for index in mark.region)
    return found[0], found[1], found[2]


def groups(table: PerspectiveRegions) -> tuple[int, ...]:
    """Records per group; one about two groups counts in both."""
    found = Counter(index for mark in table.marks for index in mark.groups)
    return tuple(found[index] for index in range(len(table.groups)))


def blanks(table: PerspectiveRegions) -> tuple[tuple[Region, ...], tuple[int, ...]]:
    """The white spots: regions and groups without records."""
    found = totals(table)
    empty = tuple(index for index, count in enumerate(groups(table)) if not count)
    return tuple(region for region in REGIONS if not found[region]), empty
