"""What stands around every picture: title, subtitle, source line, metadata, and what a white spot looks like."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any, Protocol, TypeVar

from insiktskarta.figures import palette
from insiktskarta.figures.metrics import CAP_HEIGHT, clean, fitting, shorten, width, wrap
from insiktskarta.figures.scene import Box, Element, Hatch, Scene, Text
from insiktskarta.model.language import Language
from insiktskarta.tables.perspective_regions import Provenance

T = TypeVar("T")
WIDTH, MARGIN = 792.0, 30.0
HATCH_GAP, HATCH_WIDTH = 5.5, 0.8
PILL_SIZE, PILL_HEIGHT, PILL_SIDE = 10.0, 15.0, 4.0
SOURCE_SIZE = 8.5


class Shown(Protocol):
    """A table that a picture is drawn from."""

    @property
    def title(self) -> str:
        """The picture's title."""

    @property
    def provenance(self) -> Provenance:
        """What the source line says."""


def scene(
    name: str,
    size: tuple[float, float],
    table: Shown,
    words: tuple[str, str],
    language: Language,
    elements: tuple[Element, ...],
) -> Scene:
    """A page of `size` (width, height) with its alt text and description (`words`), and the source line at its foot."""
    alt, description = words
    return Scene(
        name=name,
        width=size[0],
        height=size[1],
        title=table.title,
        alt=alt,
        description=description,
        language=language.code,
        metadata=metadata(table, alt, language),
        elements=(*elements, *foot(table.provenance, size, language)),
    )


def cleaned(value: T) -> T:
    """The same value with every text in it as one printable line."""
    return _cleaned(value)  # type: ignore[no-any-return]


def _cleaned(value: Any) -> Any:
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, tuple):
        return tuple(map(_cleaned, value))
    if isinstance(value, Mapping):
        return {key: _cleaned(each) for key, each in value.items()}
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{field.name: _cleaned(getattr(value, field.name)) for field in fields(value)})
    return value


def titles(title: str, subtitle: str, page: float) -> tuple[Element, ...]:
    """Title in one line, or two smaller ones, and the subtitle under it."""
    room = page - 2 * MARGIN
    shown, size = fitting(title, room, (20.0, 18.0, 16.0), "bold")
    lines = [shown]
    if shown != title:
        size = 15.0
        first, *rest = wrap(title, room, size, "bold")
        lines = [first, shorten(" ".join(rest), room, size, "bold")] if rest else [first]
    below = 45.0 if len(lines) == 1 else 52.0
    return (
        *(
            Text(MARGIN, below - (len(lines) - 1 - index) * (size + 2), line, size, palette.INK, "bold")
            for index, line in enumerate(lines)
        ),
        Text(MARGIN, below + (17.5 if len(lines) == 1 else 15.0), subtitle, 11.5, palette.SECONDARY),
    )


def foot(provenance: Provenance, size: tuple[float, float], language: Language) -> tuple[Element, ...]:
    """The source line of a page of `size` (width, height)."""
    line = source(provenance, language, size[0] - 2 * MARGIN, SOURCE_SIZE)
    return (Text(MARGIN, size[1] - 17.0, line, SOURCE_SIZE, palette.SECONDARY),)


def pill(x: float, y: float, label: str) -> tuple[Element, ...]:
    """A dashed box around a short label; (x, y) is its upper left corner."""
    wide = pill_width(label)
    box = Box(x, y, wide, PILL_HEIGHT, 4.0, palette.PAGE, palette.SECONDARY, 0.9, (2.4, 1.6))
    base = y + (PILL_HEIGHT + CAP_HEIGHT * PILL_SIZE) / 2
    return box, Text(x + PILL_SIDE, base, label, PILL_SIZE, palette.INK, "semibold")


def pill_width(label: str) -> float:
    """How wide the pill around a label is."""
    return width(label, PILL_SIZE, "semibold") + 2 * PILL_SIDE


def hatched(x: float, y: float, wide: float, high: float) -> tuple[Element, ...]:
    """A rectangle as a white spot: hatched, with a dashed outline."""
    lines = []
    for step in range(1, int((wide + high) / (HATCH_GAP * 2**0.5)) + 1):
        reach = step * HATCH_GAP * 2**0.5  # x + y along a rising diagonal, from the upper left corner
        left, right = max(0.0, reach - high), min(wide, reach)
        if right - left > 1.0:
            lines.append((x + left, y + reach - left, x + right, y + reach - right))
    edge = Box(x, y, wide, high, 0.0, None, palette.SECONDARY, 0.8, (2.4, 1.6))
    return Box(x, y, wide, high, 0.0, palette.PAGE), Hatch(tuple(lines), palette.HATCH, HATCH_WIDTH), edge


def source(provenance: Provenance, language: Language, room: float, size: float) -> str:
    """Organisations, filter, date, commit and tool in one line of `room` points."""
    names = language.listed(list(provenance.organisations))
    counted = language.plural("{n} organisation", "{n} organisations", len(provenance.organisations))
    rest = []
    if provenance.date:
        rest.append(language.text("Records last changed {date}.", date=provenance.date))
    if provenance.commit:
        rest.append(language.text("Version {commit}.", commit=provenance.commit))
    rest.append(language.text("Picture: {tool}", tool=provenance.tool))
    start = language.text("Source: {names}.", names=names) if names else ""
    chosen = language.text("Selection: {filter}.", filter=provenance.filter) if provenance.filter else ""
    line = " ".join(filter(None, [start, chosen, *rest]))
    if names and width(line, size) > room:
        start = language.text("Source: {names}.", names=counted)
    left = room - width(" ".join([start, "", *rest]), size)
    return " ".join(filter(None, [start, shorten(chosen, left, size), *rest]))


def metadata(table: Shown, alt: str, language: Language) -> tuple[tuple[str, str], ...]:
    """Dublin Core terms for the file; empty ones are left out."""
    where = table.provenance
    terms = {
        "title": table.title,
        "description": alt,
        "publisher": "; ".join(where.organisations),
        "coverage": where.filter,
        "date": where.date,
        "identifier": where.commit,
        "creator": where.tool,
        "language": language.code,
    }
    return tuple((term, value) for term, value in terms.items() if value)
