"""The map as dots: one size of mark for the whole picture, as many as the data says."""

from insiktskarta.figures import palette
from insiktskarta.figures.geometry import Region, Venn
from insiktskarta.figures.lattice import Heading
from insiktskarta.figures.map import words
from insiktskarta.figures.map.page import COUNT_SIZE
from insiktskarta.figures.map.scale import Dots, Scale, place_all
from insiktskarta.figures.map.tally import OUTSIDE, SEVERAL, Pile, tally
from insiktskarta.figures.metrics import width
from insiktskarta.figures.scene import Element, Group, Mark, Text
from insiktskarta.model.kinds import INSIGHT, counted, kind_of
from insiktskarta.model.language import Language
from insiktskarta.tables.perspective_regions import PerspectiveRegions

LARGEST, SMALLEST = 9.0, 2.9
"""Radius of a mark in points; below the smallest, one mark stands for more records."""
LABEL_SIZE = 10.5


def place(layout: Venn, table: PerspectiveRegions, language: Language) -> Dots:
    """The fewest records a mark, and then the largest marks, with which every region fits."""
    scale = Scale(LARGEST, SMALLEST, lambda region, count: heading_room(region, count, language))
    return place_all(layout, [tally(table)], scale)[0]


def heading_room(region: Region, count: int, language: Language) -> Heading:
    """The room that the count of a region takes; outside the circles a line under it says what it is about."""
    number = width(language.number(count), COUNT_SIZE, "bold")
    if region != OUTSIDE:
        return Heading(number, COUNT_SIZE)
    label = width(language.text("outside the circles"), LABEL_SIZE)
    return Heading(max(number, label), COUNT_SIZE, below=5.0 + LABEL_SIZE + 3.0)


def content(table: PerspectiveRegions, dots: Dots, region: Region, language: Language) -> tuple[Element, ...]:
    """The count of a region and its marks, a group of elements for each group of people."""
    placed, piles = dots.clusters[region], dots.piles[region]
    total = language.number(sum(pile.count for pile in piles))
    found = count_heading(placed.x, placed.baseline, total, region, language)
    return (*found, *marks(table, dots, region, language, region_id(region)))


def marks(
    table: PerspectiveRegions, dots: Dots, region: Region, language: Language, name: str
) -> tuple[Element, ...]:
    """The marks of a region, a group of elements for each group of people; ids begin with `name`."""
    found: list[Element] = []
    discs = iter(dots.clusters[region].discs)
    for pile in dots.piles[region]:
        full, hollow = pile.marks(dots.each)
        drawn = [
            Mark(disc.x, disc.y, disc.radius, *look(pile.groups), filled=index < full and not pile.outlined)
            for index, disc in zip(range(full + hollow), discs, strict=False)
        ]
        label = words.pile_label(table, pile.groups, language)
        kind = _other(table) if pile.outlined else INSIGHT if table.mixed and dots.each == 1 else table.kind
        title = f"{label}: {counted(pile.count, language, kind)}"
        found.append(Group(f"{name}-{pile_id(pile)}", title, tuple(drawn)))
    return tuple(found)


def count_heading(
    x: float, baseline: float, total: str, region: Region, language: Language
) -> tuple[Element, ...]:
    """The bold number over a cluster; outside the circles also what the number is about."""
    number = Text(x, baseline, total, COUNT_SIZE, palette.INK, "bold", "middle")
    if region != OUTSIDE:
        return (number,)
    label = language.text("outside the circles")
    return number, Text(
        x, baseline + LABEL_SIZE + 2.0, label, LABEL_SIZE, palette.SECONDARY, "regular", "middle"
    )


def look(groups: tuple[int, ...]) -> tuple[str, tuple[str, ...]]:
    """Shape and colours of the mark for some groups."""
    if groups == SEVERAL:
        return "circle", palette.SEVERAL
    return palette.SYMBOLS[groups[0]], tuple(palette.COLOURS[index] for index in groups)


def region_id(region: Region) -> str:
    """`region-01` for the first two circles, `region-none` outside all."""
    return "region-" + ("".join(map(str, region)) or "none")


def pile_id(pile: Pile) -> str:
    """`group-0-4`, or `groups` for several that are not told apart; `others-…` for what is no insight."""
    found = "-".join(["group", *map(str, pile.groups)]) if pile.groups else "groups"
    return f"others-{found}" if pile.outlined else found


def _other(table: PerspectiveRegions) -> str:
    """The kind of what is no insight on a map that has both."""
    return kind_of(tuple(kind for kind in table.types if kind != INSIGHT))
