"""The matrix beside the shared map: organisations by region."""

from collections import Counter

from insiktskarta.figures import matrix as parts
from insiktskarta.figures import palette
from insiktskarta.figures.metrics import CAP_HEIGHT, shorten, width
from insiktskarta.figures.naming import one_size, region_name
from insiktskarta.figures.scene import Element, Group, Text
from insiktskarta.model.kinds import capital, counted, many
from insiktskarta.model.language import Language
from insiktskarta.tables.perspective_regions import REGIONS, PerspectiveRegions
from insiktskarta.tables.small_multiples import SmallMultiples

LEFT, TOP = 486.0, 88.7
"""Left edge, and baseline of the heading."""
DOTS, PITCH = TOP + 17.0, 12.5
START = DOTS + 2 * PITCH + 12.0
GAP, SIZE = 2.0, 9.5
TALLEST, LOWEST, FULL = 22.0, 15.5, 300.0
LABEL_ROOM, SUMS = 150.0, 30.0


def matrix(table: SmallMultiples, right: float, language: Language) -> tuple[tuple[Element, ...], float]:
    """The matrix with its heading and classes, and its last baseline."""
    labels = [each.title for each in table.maps]
    size = one_size(labels, LABEL_ROOM, (10.0, 9.5, 9.0, 8.5))
    names = LEFT + min(max(width(label, size) for label in labels), LABEL_ROOM)
    regions = _columns(table)
    wide = (right - SUMS - names - 10.0) / len(regions)
    xs = [names + 10.0 + wide * index for index in range(len(regions))]
    high = min(TALLEST, max(LOWEST, FULL / len(table.maps)))
    heading = language.text("{many} by organisation and area", many=capital(many(language, table.kind)))
    found: list[Element] = [Text(LEFT, TOP, heading, 12.5, palette.INK, "semibold")]
    found.extend(_heads(table, names, xs, wide, right, language))
    for index, each in enumerate(table.maps):
        place = (xs, START + index * high, wide - GAP, high - GAP)
        row = _row(each, index, regions, place, language)
        middle = START + index * high + (high - GAP) / 2
        base = middle + CAP_HEIGHT * size / 2
        name = Text(names, base, shorten(each.title, LABEL_ROOM, size), size, palette.INK, "regular", "end")
        title = f"{each.title}: {counted(len(each.marks), language, kind=table.kind)}"
        found.append(Group(f"row-{index}", title, (name, *row, *_sum(each, right, middle, language))))
    base = START + len(table.maps) * high + 16.0
    found.extend(parts.legend(LEFT, base, 8.5, language))
    return tuple(found), base


def _columns(table: SmallMultiples) -> tuple[tuple[int, ...], ...]:
    """The regions that were asked for, and the place outside the circles where anything lies there."""
    outside = any(mark.region == () for one in table.maps for mark in one.marks)
    inside = tuple(region for region in REGIONS if region not in table.maps[0].beyond) or REGIONS
    return (*inside, ()) if outside else inside


def _heads(
    table: SmallMultiples, names: float, xs: list[float], wide: float, right: float, language: Language
) -> tuple[Element, ...]:
    rows = tuple(DOTS + PITCH * index for index in range(3))
    found: list[Element] = []
    for y, each in zip(rows, table.maps[0].perspectives, strict=True):
        label = shorten(each.short, LABEL_ROOM, SIZE)
        found.append(Text(names, y + CAP_HEIGHT * SIZE / 2, label, SIZE, palette.SECONDARY, "regular", "end"))
    for x, region in zip(xs, _columns(table), strict=True):
        middle = x + (wide - GAP) / 2
        if region:
            found.extend(parts.combination(middle, rows, region, 4.0))
        else:  # three empty dots would name no place
            label = shorten(language.text("outside"), wide, SIZE)
            base = rows[1] + CAP_HEIGHT * SIZE / 2
            found.append(Text(middle, base, label, SIZE, palette.SECONDARY, "regular", "middle"))
    return *found, Text(right, rows[2] + 4.0, language.text("all"), SIZE, palette.SECONDARY, "regular", "end")


def _row(
    table: PerspectiveRegions,
    index: int,
    regions: tuple[tuple[int, ...], ...],
    place: tuple[list[float], float, float, float],
    language: Language,
) -> tuple[Element, ...]:
    xs, y, wide, high = place
    counts = Counter(mark.region for mark in table.marks)
    found = []
    for column, (x, region) in enumerate(zip(xs, regions, strict=True)):
        count = counts[region]
        size = min(10.0, high * 0.66)
        cell = parts.cell((x, y, wide, high), count, size, language, spot=bool(region))
        title = (
            f"{table.title}, {region_name(table.perspectives, region, language)}: {language.number(count)}"
        )
        found.append(Group(f"cell-{index}-{column}", title, cell))
    return tuple(found)


def _sum(table: PerspectiveRegions, right: float, middle: float, language: Language) -> tuple[Element, ...]:
    text = language.number(len(table.marks))
    return (Text(right, middle + CAP_HEIGHT * 10.0 / 2, text, 10.0, palette.INK, "bold", "end"),)
