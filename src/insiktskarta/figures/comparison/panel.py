"""One of the two maps: its moment, its circles, its marks, and what only it has."""

from dataclasses import dataclass
from itertools import pairwise
from math import ceil, cos, pi, sin

from insiktskarta.figures import palette
from insiktskarta.figures.comparison import words
from insiktskarta.figures.geometry import Region, Venn, outline
from insiktskarta.figures.lattice import Heading
from insiktskarta.figures.map import dots, page, tally
from insiktskarta.figures.map.scale import Dots
from insiktskarta.figures.map.words import pile_label
from insiktskarta.figures.metrics import fitting, width
from insiktskarta.figures.naming import region_name
from insiktskarta.figures.scene import Circle, Element, Group, Hatch, Mark, Text
from insiktskarta.model.kinds import counted
from insiktskarta.model.language import Language
from insiktskarta.tables.before_after import BeforeAfter, regions
from insiktskarta.tables.perspective_regions import PerspectiveRegions

INNER = 0.8
"""A mark in its disc, so that a ring has room around it."""
COUNT, CHANGE, LABEL = 14.0, 10.0, 9.0
NAME, TOTAL = 11.5, 9.5
INSET, DASH, PAUSE, EDGE = 2.4, 5.0, 3.4, 1.2
"""The dashed line inside the edge of what was a white spot, in points."""


@dataclass(frozen=True, slots=True)
class Side:
    """One of both maps.

    Attributes:
        table: its records.
        changed: ids that the other map does not have in that region.
        other: records of each region on the other map.
        later: whether it is the later one.
    """

    table: PerspectiveRegions
    changed: frozenset[str]
    other: dict[Region, int]
    later: bool


def sides(table: BeforeAfter) -> tuple[Side, Side]:
    """The earlier and the later map."""
    return (
        Side(table.before, table.gone, regions(table.after), later=False),
        Side(table.after, table.new, regions(table.before), later=True),
    )


def piles(side: Side) -> tally.Tally:
    """The records of each region: first those that both maps have, then those that only this one has."""
    found: dict[Region, list[tally.Pile]] = {region: [] for region in tally.totals(side.table)}
    counts: dict[tuple[Region, bool, tuple[int, ...]], int] = {}
    for mark in side.table.marks:
        key = mark.region, mark.id in side.changed, mark.groups
        counts[key] = counts.get(key, 0) + 1
    for (region, changed, held), count in sorted(counts.items()):
        found[region].append(tally.Pile(held, count, changed))
    return {region: tuple(each) for region, each in found.items()}


def room(region: Region, count: int, language: Language) -> Heading:
    """The room that a count and the longest change after it take, and the line under them outside the circles."""
    wide = width(language.number(count), COUNT, "bold")
    wide += 5.0 + width(words.signed(count, language), CHANGE, "semibold")
    if region != tally.OUTSIDE:
        return Heading(wide, COUNT)
    label = width(language.text("outside the circles"), LABEL)
    return Heading(max(wide, label), COUNT, below=4.0 + LABEL + 3.0)


def panel(side: Side, found: Dots, layout: Venn, language: Language, *, kind: str) -> Group:
    """A map under its moment."""
    fields = tuple(
        _field(side, found, layout, region, language, kind=kind)
        for region in tally.totals(side.table)
        if region or region in found.clusters
    )
    moment = words.moment(side.table, language)
    said = counted(len(side.table.marks), language, kind=kind)
    heading = (
        language.text("After: {date}", date=moment)
        if side.later
        else language.text("Before: {date}", date=moment)
    )
    return Group(
        prefix(side),
        f"{heading}: {said}",
        (*_names(side, layout, heading, language, kind=kind), *fields, *page.outlines(layout)),
    )


def prefix(side: Side) -> str:
    """What the ids of a map begin with."""
    return "after" if side.later else "before"


def _names(side: Side, layout: Venn, heading: str, language: Language, *, kind: str) -> tuple[Element, ...]:
    sums = [counted(count, language, kind=kind) for count in tally.circles(side.table)]
    (left, top), (right, _), (middle, low) = layout.centres
    top -= layout.radius
    found: list[Element] = [
        Text((left + right) / 2, top - 38.0, heading, 12.5, palette.INK, "bold", "middle")
    ]
    for index, x in ((0, left - 18.0), (1, right + 18.0)):
        label, size = fitting(side.table.perspectives[index].label, 150.0, (NAME, 10.5, 9.5), "semibold")
        found.append(Text(x, top - 17.0, label, size, palette.INK, "semibold", "middle"))
        found.append(Text(x, top - 5.5, sums[index], TOTAL, palette.SECONDARY, "regular", "middle"))
    beside = width(sums[2], TOTAL) + 7.0
    label, size = fitting(side.table.perspectives[2].label, 220.0 - beside, (NAME, 10.5, 9.5), "semibold")
    start = middle - (width(label, size, "semibold") + beside) / 2
    base = low + layout.radius + 14.0
    end = start + width(label, size, "semibold") + 7.0
    found.append(Text(start, base, label, size, palette.INK, "semibold"))
    return (*found, Text(end, base, sums[2], TOTAL, palette.SECONDARY))


def _field(side: Side, found: Dots, layout: Venn, region: Region, language: Language, *, kind: str) -> Group:
    count, held = sum(pile.count for pile in found.piles[region]), region in found.clusters
    ground = page.area(layout, region, empty=False) if region and held else ()
    shown: tuple[Element, ...] = () if held else page.bare(side.table, layout, region, language)
    if held:
        shown = (*_heading(side, found, region, count, language), *_marks(side, found, region, language))
    if held and side.later and region and not side.other[region]:
        shown = (border(layout, region), *shown)
    title = f"{region_name(side.table.perspectives, region, language)}: "
    title += counted(count, language, kind=kind)
    if side.later:
        title += f" ({words.signed(count - side.other.get(region, 0), language)})"
    return Group(f"{prefix(side)}-{dots.region_id(region)}", title, (*ground, *shown))


def _heading(side: Side, found: Dots, region: Region, count: int, language: Language) -> tuple[Element, ...]:
    placed, number = found.clusters[region], language.number(count)
    difference = count - side.other.get(region, 0)
    change = words.signed(difference, language) if side.later and difference else ""
    wide = width(number, COUNT, "bold")
    start = placed.x - (wide + (5.0 + width(change, CHANGE, "semibold") if change else 0.0)) / 2
    texts: list[Element] = [Text(start, placed.baseline, number, COUNT, palette.INK, "bold")]
    if change:
        texts.append(Text(start + wide + 5.0, placed.baseline, change, CHANGE, palette.SECONDARY, "semibold"))
    if region == tally.OUTSIDE:
        label, y = language.text("outside the circles"), placed.baseline + LABEL + 1.0
        texts.append(Text(placed.x, y, label, LABEL, palette.SECONDARY, "regular", "middle"))
    return tuple(texts)


def _marks(side: Side, found: Dots, region: Region, language: Language) -> tuple[Element, ...]:
    """A group of elements for each group of people, those that only this map has apart and with their sign."""
    discs, groups = iter(found.clusters[region].discs), []
    for pile in found.piles[region]:
        full, hollow = pile.marks(found.each)
        drawn: list[Element] = []
        for index, disc in zip(range(full + hollow), discs, strict=False):
            look = dots.look(pile.groups)
            drawn.append(Mark(disc.x, disc.y, disc.radius * INNER, *look, filled=index < full))
            if pile.changed:
                drawn.extend(sign(disc.x, disc.y, disc.radius, later=side.later))
        label = pile_label(side.table, pile.groups, language)
        state = ("new" if side.later else "gone") if pile.changed else "both"
        name = f"{prefix(side)}-{dots.region_id(region)}-{state}-{dots.pile_id(pile)}"
        groups.append(Group(name, f"{label}: {_state(state, pile.count, language)}", tuple(drawn)))
    return tuple(groups)


def _state(state: str, count: int, language: Language) -> str:
    if state == "new":
        return language.plural("{n} new in the area", "{n} new in the area", count)
    if state == "gone":
        return language.plural("{n} no longer in the area", "{n} no longer in the area", count)
    return language.plural("{n} at both times", "{n} at both times", count)


def sign(x: float, y: float, radius: float, *, later: bool) -> tuple[Element, ...]:
    """The ring around a new mark, or the stroke, on a white one, through a mark that is gone."""
    if later:
        line = max(0.9, 0.14 * radius)
        return (Circle(x, y, radius - line / 2, None, palette.INK, line),)
    reach, line = radius * 0.72, max(0.7, 0.1 * radius)
    stroke = ((x - reach, y + reach, x + reach, y - reach),)
    return Hatch(stroke, palette.PAGE, line * 2.6), Hatch(stroke, palette.INK, line)


def border(layout: Venn, region: Region) -> Hatch:
    """A dashed line along the inside of a region's edge."""
    dashes = []
    for arc in outline(layout, region):
        own = layout.centres.index((arc.x, arc.y)) in region
        radius = arc.radius - INSET if own else arc.radius + INSET
        trim = 2 * INSET / radius
        low, high = sorted((arc.start, arc.end))
        low, high = low + trim, high - trim
        count = max(int((high - low) * radius / (DASH + PAUSE)), 1)
        step = (high - low + PAUSE / radius) / count
        for index in range(count):
            dashes.extend(
                _bent(arc.x, arc.y, radius, low + index * step, low + (index + 1) * step - PAUSE / radius)
            )
    return Hatch(tuple(dashes), palette.SECONDARY, EDGE)


def _bent(
    x: float, y: float, radius: float, start: float, end: float
) -> list[tuple[float, float, float, float]]:
    """An arc as strokes of at most three degrees."""
    parts = max(ceil((end - start) / (pi / 60)), 1)
    turns = [start + (end - start) * part / parts for part in range(parts + 1)]
    points = [(x + radius * cos(turn), y + radius * sin(turn)) for turn in turns]
    return [(*one, *other) for one, other in pairwise(points)]
