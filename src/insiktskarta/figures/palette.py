"""Colours and shapes of groups, and the neutral colours of everything else."""

INK = "#111827"
SECONDARY = "#4b5563"
OUTLINE = "#4b5563"
PAGE = "#ffffff"
HATCH = "#9aa3af"
TINTS = (PAGE, "#eef1f5", "#e5e9f0", "#dce2ea")
"""Fill of an area that lies in no, one, two or three circles."""

COLOURS = ("#de4c12", "#187afc", "#00535f", "#3f0d5e", "#b63cb2", "#6e4700", "#05080f", "#7c7c7c")
SYMBOLS = ("circle", "square", "triangle-up", "diamond", "hexagon", "triangle-down", "plus", "star")
CLASSES = ((1, "#dbe7f3"), (3, "#a9c8e4"), (6, "#6a9fd0"), (11, "#2f6cab"), (21, "#12396b"))
"""The least count of each class of a matrix, and its colour."""
BAR = "#2f6cab"
TOTAL = OUTLINE
ABSENT = "#d1d7e0"
"""Bars that count records, bars that sum others up, and the dot of a set that is not in a combination."""
BAND = "#f3f4f8"
"""Every other row of a table."""
SEVERAL = (INK, "#8b93a1")
"""Both halves of the mark for records with several groups, where their combinations are too many to draw."""


def linear(colour: str) -> tuple[float, float, float]:
    """Linear red, green and blue (0 to 1) of an `#rrggbb` colour in sRGB."""
    channels = [int(colour[index : index + 2], 16) / 255 for index in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)  # noqa: PLR2004 - sRGB
    return red, green, blue


def contrast(first: str, second: str) -> float:
    """Contrast ratio 1–21 of two `#rrggbb` colours (WCAG 2.2)."""
    light = []
    for colour in (first, second):
        red, green, blue = linear(colour)
        light.append(0.2126 * red + 0.7152 * green + 0.0722 * blue)
    return (max(light) + 0.05) / (min(light) + 0.05)


def shade(count: int) -> tuple[str, str]:
    """Fill and ink of a cell with a count above zero."""
    fill = next(colour for least, colour in reversed(CLASSES) if count >= least)
    return fill, PAGE if contrast(PAGE, fill) > contrast(INK, fill) else INK
