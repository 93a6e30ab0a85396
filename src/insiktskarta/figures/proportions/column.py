"""The right column of the proportional overview: every count as a bar, what cannot be shown, how to read it."""

from math import sqrt

from insiktskarta.figures import frame, palette
from insiktskarta.figures.map import tally
from insiktskarta.figures.map.page import COLUMN, START, paragraph
from insiktskarta.figures.metrics import CAP_HEIGHT, shorten, width
from insiktskarta.figures.naming import region_name
from insiktskarta.figures.proportions import words
from insiktskarta.figures.proportions.truth import Field
from insiktskarta.figures.scene import Box, Element, Group, Text
from insiktskarta.model.kinds import counted, many
from insiktskarta.model.language import Language
from insiktskarta.tables.proportional import Proportional

BODY, SMALL, ROW, BAR = 10.5, 9.0, 20.0, 8.6
GAP, ROOM = 30.0, 128.0
RIGHT = frame.WIDTH - frame.MARGIN
_KEYS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000, 20_000, 50_000)
_READABLE, _LARGE = 60.0, 900.0


def column(
    table: Proportional, fields: tuple[Field, ...], unit: float, language: Language
) -> tuple[tuple[Element, ...], float]:
    """Bars, faults, reading help and white spots, one below the other, and the last baseline."""
    rows, y = _bars(table, fields, language)
    nouns = many(language, table.kind)
    found: list[Element] = list(rows)
    wrong = words.faults(table, fields, language)
    spots = words.white_spots(table, fields, language)
    guide = [
        language.text(
            "The size of a circle shows how many it holds, and so does that of an area, as far as circles can."
        )
    ]
    if table.outside:
        guide.append(language.text("What is outside the circles is counted, not drawn."))
    if not any(table.counts):
        wrong, guide = (), [language.text("A hatched area is a white spot: no {many} yet.", many=nouns)]
    parts = [
        (language.text("What circles cannot show"), wrong),
        (language.text("How to read the picture"), tuple(guide)),
        (language.text("White spots – no {many} here", many=nouns), (spots,) if spots else ()),
    ]
    for index, (heading, sentences) in enumerate(parts):
        if not sentences:
            continue
        part, y = paragraph(heading, sentences, y + GAP, RIGHT, BODY)
        found.extend(part)
        if index == 1 and 0 < unit <= _LARGE:
            found.extend(_key(table, unit, y + 9.0, language))
            y += 9.0 + sqrt(_square(unit)[1])
    return tuple(found), y


def _square(unit: float) -> tuple[int, float]:
    """A round number of records, and the area that they take."""
    count = next((each for each in _KEYS if each * unit >= _READABLE), _KEYS[-1])
    return count, count * unit


def _key(table: Proportional, unit: float, y: float, language: Language) -> tuple[Element, ...]:
    """A square that is as large as some records, with its upper edge at y."""
    count, area = _square(unit)
    side = sqrt(area)
    said = f"= {counted(count, language, kind=table.kind)}"
    return (
        Box(COLUMN, y, side, side, 0.0, palette.TINTS[1], palette.OUTLINE, 1.0),
        Text(COLUMN + side + 7.0, y + side / 2 + CAP_HEIGHT * BODY / 2, said, BODY, palette.SECONDARY),
    )


def _bars(
    table: Proportional, fields: tuple[Field, ...], language: Language
) -> tuple[tuple[Element, ...], float]:
    rows = [
        (
            f"row-{''.join(map(str, field.region))}",
            words.name(table, field, language),
            field.count,
            words.state(field, language),
        )
        for field in fields
    ]
    if table.outside:
        rows.append(("row-none", region_name(table.perspectives, tally.OUTSIDE, language), table.outside, ""))
    most = max(count for _, _, count, _ in rows)
    long = max(width(state, SMALL) for _, _, _, state in rows)
    left = COLUMN + min(max(width(label, BODY) for _, label, _, _ in rows), ROOM) + 12.0
    number = width(language.number(most), BODY, "semibold") + 6.0
    room = RIGHT - left - number - (long + 10.0 if long else 0.0)
    found: list[Element] = [Text(COLUMN, START, language.text("Areas"), BODY + 2.0, palette.INK, "semibold")]
    y = START + 21.0
    for id_, label, count, state in rows:
        base = y + CAP_HEIGHT * BODY / 2
        row: list[Element] = [Text(COLUMN, base, shorten(label, ROOM, BODY), BODY, palette.INK)]
        end = left
        if count:
            end = left + max(room * count / most, 1.0)
            row.append(Box(left, y - BAR / 2, end - left, BAR, 0.0, palette.BAR))
            row.append(Text(end + 6.0, base, language.number(count), BODY, palette.INK, "semibold"))
        else:
            row.extend(frame.pill(left, y - frame.PILL_HEIGHT / 2, language.text("white spot")))
        if state:
            row.append(Text(RIGHT, base, state, SMALL, palette.SECONDARY, "regular", "end"))
        said = f"{label}: {counted(count, language, kind=table.kind)}"
        found.append(Group(id_, f"{said} ({state})" if state else said, tuple(row)))
        y += ROW
    return tuple(found), y - ROW + 4.0
