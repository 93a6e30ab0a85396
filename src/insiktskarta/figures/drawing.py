"""What a figure is to the rest of the house."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from insiktskarta.figures.scene import Scene
from insiktskarta.model.language import Language
from insiktskarta.tables.request import INSIGHTS, Request
from insiktskarta.tables.sheet import Sheet

T = TypeVar("T")


def _whole(table: T) -> tuple[T, ...]:
    return (table,)


@dataclass(frozen=True, slots=True)
class Drawing(Generic[T]):
    """A figure: pure functions from its table and a language.

    Attributes:
        name: what it is called on the command line; its module has the same name.
        caption: what it shows, in English, to be translated.
        table: what it is drawn from.
        alt: one or two sentences that replace the picture.
        draw: the picture.
        sheet: the table as rows, to be read beside the picture.
        pages: the table in parts that each fill a page; one for most figures.
        types: the record types that it shows when none is asked for; empty for all.
        compares: whether it shows the records beside those of an earlier time.
        divides: whether it can be divided by another dimension than its own.
        colours: whether its colours are that dimension's.
        tells_nowhere: whether it says itself that a question's words stand in no record.
    """

    name: str
    caption: str
    table: Callable[[Request], T]
    alt: Callable[[T, Language], str]
    draw: Callable[[T, Language], Scene]
    sheet: Callable[[T], Sheet]
    pages: Callable[[T], tuple[T, ...]] = _whole
    types: tuple[str, ...] = INSIGHTS
    compares: bool = False
    divides: bool = False
    colours: bool = False
    tells_nowhere: bool = False
