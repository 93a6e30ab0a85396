"""What a figure is to the rest of the house."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from insiktskarta.figures.scene import Scene
from insiktskarta.model.language import Language

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Drawing(Generic[T]):
    """A figure: pure functions from its table and a language.

    Attributes:
        name: what it is called on the command line; its module has the same name.
        caption: what it shows, in English, to be translated.
        alt: one or two sentences that replace the picture.
        draw: the picture.
    """

    name: str
    caption: str
    alt: Callable[[T, Language], str]
    draw: Callable[[T, Language], Scene]
