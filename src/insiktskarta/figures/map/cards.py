"""The map as numbered cards, while every region has room for them."""

from dataclasses import dataclass, replace

from insiktskarta.figures import palette
from insiktskarta.figures.geometry import Region, Venn
from insiktskarta.figures.map.dots import count_heading, heading_room, look, region_id
from insiktskarta.figures.map.stack import Stack, stack
from insiktskarta.figures.metrics import CAP_HEIGHT, clean
from insiktskarta.figures.scene import Box, Element, Group, Text
from insiktskarta.figures.scene import Mark as Symbol
from insiktskarta.model.language import Language
from insiktskarta.tables.perspective_regions import REGIONS, Mark, PerspectiveRegions


@dataclass(frozen=True, slots=True)
class Size:
    """Width, height and gap of a card, the size of its number and the radius of its symbol, in points."""

    width: float
    height: float
    gap: float
    number: float
    icon: float


SIZES = (
    Size(38.0, 21.0, 5.0, 12.0, 5.6),
    Size(34.0, 19.0, 4.5, 11.0, 5.2),
    Size(30.0, 17.0, 4.0, 10.0, 4.7),
    Size(26.5, 15.0, 3.5, 9.0, 4.2),
)
MOST = 60
"""More cards than this do not fit in any mixture of regions; it only saves trying."""


@dataclass(frozen=True, slots=True)
class Cards:
    """Cards of one size: every record with its number, and a stack of cards by region."""

    size: Size
    numbered: tuple[tuple[int, Mark], ...]
    stacks: dict[Region, Stack]

    def inside(self, region: Region) -> tuple[tuple[int, Mark], ...]:
        """The records of a region with their numbers, ascending."""
        return tuple((number, mark) for number, mark in self.numbered if mark.region == region)


def arrange(layout: Venn, table: PerspectiveRegions, language: Language) -> Cards | None:
    """The largest cards with which every region fits, or None; numbers run through the list of groups."""
    if not 0 < len(table.marks) <= MOST:
        return None
    ordered = sorted(table.marks, key=lambda mark: mark.groups[0])
    numbered = tuple(enumerate(map(_cleaned, ordered), start=1))
    for size in SIZES:
        cards = Cards(size, numbered, {})
        stacks = _stacks(layout, cards, language)
        if stacks is not None:
            return Cards(size, numbered, stacks)
    return None


def _cleaned(mark: Mark) -> Mark:
    return replace(mark, heading=clean(mark.heading), shifts=tuple(map(clean, mark.shifts)))


def _stacks(layout: Venn, cards: Cards, language: Language) -> dict[Region, Stack] | None:
    found = {}
    box = (cards.size.width, cards.size.height, cards.size.gap)
    for region in (*REGIONS, ()):
        count = len(cards.inside(region))
        if count:
            placed = stack(layout, region, count, box, heading_room(region, count, language))
            if placed is None:
                return None
            found[region] = placed
    return found


def content(cards: Cards, region: Region, language: Language) -> tuple[Element, ...]:
    """The count of a region and its cards, each with its record's heading as title."""
    placed, records = cards.stacks[region], cards.inside(region)
    total = language.number(len(records))
    found: list[Element] = list(count_heading(placed.x, placed.baseline, total, region, language))
    for (number, mark), (x, y) in zip(records, placed.corners, strict=True):
        title = f"{number} {mark.heading}"
        found.append(
            Group(f"{region_id(region)}-card-{number}", title, _card(cards.size, number, mark, x, y))
        )
    return tuple(found)


def _card(size: Size, number: int, mark: Mark, x: float, y: float) -> tuple[Element, ...]:
    middle = y + size.height / 2
    several = len(mark.groups) > 1
    edge = palette.SECONDARY if several else palette.COLOURS[mark.groups[0]]
    place = x + size.width - (size.width - 2 * size.icon - 6.0) / 2
    return (
        Box(x, y, size.width, size.height, size.height / 5, palette.PAGE, edge, 1.2),
        Symbol(x + 5.0 + size.icon, middle, size.icon, *look(mark.groups), filled=not mark.outlined),
        Text(
            place,
            middle + CAP_HEIGHT * size.number / 2,
            str(number),
            size.number,
            palette.INK,
            "bold",
            "middle",
        ),
    )
