"""The colours against WCAG and against three kinds of colour blindness."""

from itertools import combinations

import pytest

from insiktskarta.figures import palette

# Machado, Oliveira & Fernandes 2009, severity 1.0, on linear RGB
SIGHT = {
    "normal": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protan": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deutan": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritan": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}


def linear(colour: str) -> list[float]:
    channels = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    return [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]


def seen(colour: str, sight: str) -> list[float]:
    rgb = linear(colour)
    return [min(max(sum(row[i] * rgb[i] for i in range(3)), 0.0), 1.0) for row in SIGHT[sight]]


def oklab(rgb: list[float]) -> list[float]:
    r, g, b = rgb
    cone = (
        0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b,
        0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b,
        0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b,
    )
    l, m, s = (value ** (1 / 3) for value in cone)  # noqa: E741 - their names
    return [
        0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
        1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
        0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s,
    ]


def difference(first: str, second: str, sight: str) -> float:
    one, other = (oklab(seen(colour, sight)) for colour in (first, second))
    return 100 * sum((a - b) ** 2 for a, b in zip(one, other, strict=True)) ** 0.5


def ratio(first: str, second: str) -> float:
    light = sorted(0.2126 * r + 0.7152 * g + 0.0722 * b for r, g, b in (linear(first), linear(second)))
    return (light[1] + 0.05) / (light[0] + 0.05)


def test_there_is_a_colour_and_a_shape_for_each_of_eight_groups():
    assert len(set(palette.COLOURS)) == len(set(palette.SYMBOLS)) == 8


@pytest.mark.parametrize("colour", palette.COLOURS)
def test_marks_stand_out_on_white_and_on_every_tint(colour):
    assert ratio(colour, "#ffffff") >= 3.9
    assert min(ratio(colour, tint) for tint in palette.TINTS) >= 3.0
    assert palette.contrast(colour, "#ffffff") == pytest.approx(ratio(colour, "#ffffff"))


@pytest.mark.parametrize("ink", [palette.INK, palette.SECONDARY])
def test_texts_are_readable_on_every_ground(ink):
    assert min(ratio(ink, tint) for tint in palette.TINTS) >= 4.5


def test_both_halves_of_the_mark_for_several_groups_can_be_told_apart():
    assert ratio(*palette.SEVERAL) >= 3.0
    assert ratio(palette.OUTLINE, palette.TINTS[3]) >= 3.0


@pytest.mark.parametrize("sight", SIGHT)
def test_colours_differ_for_every_kind_of_sight(sight):
    assert min(difference(a, b, sight) for a, b in combinations(palette.COLOURS, 2)) >= 9.0
