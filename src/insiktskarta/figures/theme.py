"""Palettes as values: a scene is drawn in the colours of print, and a theme gives each of them another."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import assert_never

from insiktskarta.figures import palette
from insiktskarta.figures.scene import Area, Box, Circle, Element, Group, Hatch, Mark, Path, Scene, Text

_INKS = (palette.INK, palette.SECONDARY, palette.HATCH, palette.ABSENT, palette.BAND, palette.SEVERAL[1])
_SHADES = tuple(colour for _, colour in palette.CLASSES)
ROLES = (*_INKS, *palette.TINTS, *palette.COLOURS, *_SHADES)
"""Every colour that a scene may have, each once."""


@dataclass(frozen=True, slots=True)
class Theme:
    """A name, and the colour that each colour of print becomes; those that are not named stay."""

    name: str
    colours: Mapping[str, str]

    def colour(self, printed: str) -> str:
        """What a colour of print becomes."""
        return self.colours.get(printed, printed)


def _named(
    inks: tuple[str, ...], tints: tuple[str, ...], groups: tuple[str, ...], shades: tuple[str, ...]
) -> dict[str, str]:
    return dict(zip(ROLES, (*inks, *tints, *groups, *shades), strict=True))


PRINT = Theme("print", {})
SCREEN = Theme("screen", {palette.PAGE: "#fbfbf9", palette.INK: "#1f2937"})
"""A page that glares less."""
DARK = Theme(
    "dark",
    _named(
        ("#f3f4f6", "#b6bfcc", "#7d8898", "#465266", "#161d27", "#858d9b"),
        ("#10151d", "#1a212c", "#232c39", "#2d3846"),
        ("#f6430c", "#6076ff", "#20da96", "#cd89d3", "#ccc7ff", "#f5ff6a", "#9dffd3", "#8c807e"),
        ("#1f3044", "#2c4a6b", "#37618c", "#8fbce6", "#d3e7fa"),
    ),
)
GREY = Theme(
    "grey",
    _named(
        ("#181818", "#545454", "#a2a2a2", "#d6d6d6", "#f4f4f4", "#939393"),
        ("#ffffff", "#f1f1f1", "#e8e8e8", "#e1e1e1"),
        ("#6a6a6a", "#3f3f3f", "#7a7a7a", "#1f1f1f", "#5b5b5b", "#2f2f2f", "#080808", "#4d4d4d"),
        ("#e5e5e5", "#c7c7c7", "#9b9b9b", "#686868", "#373737"),
    ),
)
"""Groups are told apart by shape; their greys only help."""
THEMES = {theme.name: theme for theme in (PRINT, SCREEN, DARK, GREY)}


def themed(scene: Scene, theme: Theme) -> Scene:
    """The same picture in the colours of a theme."""
    if not theme.colours:
        return scene
    elements = tuple(_element(each, theme) for each in scene.elements)
    return replace(scene, page=theme.colour(scene.page), elements=elements)


def _element(element: Element, theme: Theme) -> Element:
    found: Element = element
    match element:
        case Group():
            found = replace(element, elements=tuple(_element(each, theme) for each in element.elements))
        case Mark():
            found = replace(element, colours=tuple(map(theme.colour, element.colours)))
        case Text():
            found = replace(element, colour=theme.colour(element.colour))
        case Hatch():
            found = replace(element, stroke=theme.colour(element.stroke))
        case Path():
            found = replace(element, fill=theme.colour(element.fill))
        case Area():
            found = replace(element, fill=theme.colour(element.fill), stroke=_maybe(element.stroke, theme))
        case Circle() | Box():
            found = replace(element, fill=_maybe(element.fill, theme), stroke=_maybe(element.stroke, theme))
        case _:
            assert_never(element)
    return found


def _maybe(colour: str | None, theme: Theme) -> str | None:
    return None if colour is None else theme.colour(colour)
