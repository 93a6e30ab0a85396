"""The page of the map: circles, areas, their names, and paragraphs beside them."""

from insiktskarta.figures import palette
from insiktskarta.figures.frame import HATCH_GAP, HATCH_WIDTH, PILL_HEIGHT, pill, pill_width
from insiktskarta.figures.geometry import Region, Venn, hatching, outline, pole, venn
from insiktskarta.figures.map import tally, words
from insiktskarta.figures.metrics import balanced, fitting, width
from insiktskarta.figures.scene import Circle, Element, Hatch, Path, Text
from insiktskarta.model.language import Language
from insiktskarta.tables.perspective_regions import PerspectiveRegions

HEIGHT = 547.2
LAYOUT = venn(237.5, 279.0, 130.0, corner=(30.0, 374.0, 140.0, 504.0))
COLUMN, START, BOTTOM = 480.0, 88.7, 511.0
"""Left edge of the right column, and its first and last baseline."""
LEADING = 1.35
COUNT_SIZE = 14.5
OUTLINE_WIDTH = 1.5


def names(table: PerspectiveRegions, language: Language) -> tuple[Element, ...]:
    """Name and total of each circle: above the upper two, below the lower one."""
    found: list[Element] = []
    numbers = [words.held(table, count, language) for count in tally.circles(table)]
    for index, lean in ((0, -16.0), (1, 16.0)):
        x, y = LAYOUT.centres[index]
        label, size = fitting(table.perspectives[index].label, 168.0, (13.0, 12.0, 11.0), "semibold")
        top = y - LAYOUT.radius
        found.append(Text(x + lean, top - 19.0, label, size, palette.INK, "semibold", "middle"))
        found.append(Text(x + lean, top - 6.5, numbers[index], 10.5, palette.SECONDARY, "regular", "middle"))
    x, y = LAYOUT.centres[2]
    beside = width(numbers[2], 10.5) + 8.0
    label, size = fitting(table.perspectives[2].label, 230.0 - beside, (13.0, 12.0, 11.0), "semibold")
    start = x - (width(label, size, "semibold") + beside) / 2
    below = y + LAYOUT.radius + 16.0
    found.append(Text(start, below, label, size, palette.INK, "semibold"))
    end = start + width(label, size, "semibold") + 8.0
    return (*found, Text(end, below, numbers[2], 10.5, palette.SECONDARY))


def area(layout: Venn, region: Region, *, empty: bool, gap: float = HATCH_GAP) -> tuple[Element, ...]:
    """The region's ground: its tint, or the hatch of a white spot, its strokes `gap` points apart."""
    if not empty:
        return (Path(outline(layout, region), palette.TINTS[len(region)]),)
    return (
        Path(outline(layout, region), palette.PAGE),
        Hatch(hatching(layout, region, gap), palette.HATCH, HATCH_WIDTH),
    )


def outlines(layout: Venn) -> tuple[Element, ...]:
    """The three circles."""
    return tuple(Circle(x, y, layout.radius, None, palette.OUTLINE, OUTLINE_WIDTH) for x, y in layout.centres)


def spot(layout: Venn, region: Region, language: Language) -> tuple[Element, ...]:
    """The pill in the middle of a white spot."""
    x, y = pole(layout, region)
    label = language.text("white spot")
    return pill(x - pill_width(label) / 2, y - PILL_HEIGHT / 2, label)


def bare(table: PerspectiveRegions, layout: Venn, region: Region, language: Language) -> tuple[Element, ...]:
    """A region without records: a white spot, or words that it was not asked for."""
    if region not in table.beyond:
        return (*area(layout, region, empty=True), *spot(layout, region, language))
    x, y = pole(layout, region)
    words = Text(x, y + 3.0, language.text("not selected"), 8.5, palette.SECONDARY, "regular", "middle")
    return (*area(layout, region, empty=False), words)


def paragraph(
    heading: str, sentences: tuple[str, ...], y: float, right: float, size: float, left: float = COLUMN
) -> tuple[tuple[Element, ...], float]:
    """A heading and wrapped sentences with the first baseline at y, and the last baseline."""
    found: list[Element] = [Text(left, y, heading, size + 2.0, palette.INK, "semibold")]
    y += size * 0.25
    for sentence in sentences:
        for line in balanced(sentence, right - left, size):
            y += size * LEADING
            found.append(Text(left, y, line, size, palette.SECONDARY))
    return tuple(found), y
