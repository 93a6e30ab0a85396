"""The timeline: what was gathered when, above the line, and when those who took part were told, below it."""

from dataclasses import dataclass

from insiktskarta.figures import frame, none_yet, palette
from insiktskarta.figures.drawing import Drawing
from insiktskarta.figures.metrics import CAP_HEIGHT, balanced, width
from insiktskarta.figures.scene import Box, Element, Group, Scene, Text
from insiktskarta.figures.timeline_words import FIRST, alt, briefly, description, note, spoken, subtitle
from insiktskarta.model.kinds import SEVERAL
from insiktskarta.model.language import N_, Language
from insiktskarta.tables import timeline as table_of
from insiktskarta.tables.timeline import TYPES, YEAR, Bin, Timeline

LEFT, TOP, HIGH = 168.0, 104.0, 128.0
"""Left edge of the bars, the highest number's upper edge, and the longest bar, in points."""
LINE = TOP + 14.0 + HIGH
"""The upper edge of the strip that holds the years."""
BODY, SMALL = 10.5, 9.0
WIDEST, BAR, APART = 90.0, 46.0, 16.0
TOLD = "#00535f"
ANSWER_ROW = 19.0


@dataclass(frozen=True, slots=True)
class Axis:
    """Width of a bin, height of the strip of dates, points a record, and the middle of what has no date."""

    pitch: float
    strip: float
    scale: float
    undated: float

    @property
    def below(self) -> float:
        """Where the lower bars begin."""
        return LINE + self.strip


def draw(table: Timeline, language: Language) -> Scene:
    """Bars up and down on one scale, and every status of feedback below them."""
    table = frame.cleaned(table)
    if not table.total:
        return none_yet.page("timeline", table, language, SEVERAL)
    axis = _axis(table)
    lowest = axis.below + max((each.told for each in (*table.bins, table.undated)), default=0) * axis.scale
    start = max(lowest + 44.0, axis.below + 74.0)
    bins = tuple(_bin(table, index, axis, language) for index in range(len(table.bins)))
    answers, end = _answers(table, start, language)
    return frame.scene(
        "timeline",
        (frame.WIDTH, end + 36.0),
        table,
        (alt(table, language), description(table, language)),
        language,
        (
            *frame.titles(table.title, subtitle(table, language), frame.WIDTH),
            *_heads(table, axis, language),
            *bins,
            _undated(table, axis, language),
            *answers,
        ),
    )


def _axis(table: Timeline) -> Axis:
    room = frame.WIDTH - frame.MARGIN - LEFT - APART
    pitch = min(WIDEST, room / (len(table.bins) + 1.6))
    strip = 20.0 if table.unit == YEAR else 32.0
    most = max(max(each.gathered, each.told) for each in (*table.bins, table.undated))
    undated = LEFT + len(table.bins) * pitch + APART + pitch * 0.8
    return Axis(pitch, strip, HIGH / max(most, 1), undated)


def _heads(table: Timeline, axis: Axis, language: Language) -> tuple[Element, ...]:
    """What is above and what is below the line, at the left; and the strip of dates."""
    gathered = sum(each.gathered for each in table.bins)
    told = sum(each.told for each in (*table.bins, table.undated))
    rows = (
        (LINE - 30.0, language.text("Gathered"), gathered, palette.BAR),
        (axis.below + 22.0, language.text("Told those who took part"), told, TOLD),
    )
    found: list[Element] = []
    for y, label, count, colour in rows:
        lines = balanced(label, LEFT - frame.MARGIN - 30.0, 12.0, "semibold")
        found.append(Box(frame.MARGIN, y - 9.0, 9.0, 9.0, 0.0, colour))
        for index, line in enumerate(lines):
            found.append(Text(frame.MARGIN + 15.0, y + 14.0 * index, line, 12.0, palette.INK, "semibold"))
        dated = language.text("{n} of {all}", n=language.number(count), all=language.number(table.total))
        below = y + 14.0 * len(lines) + 1.0
        found.append(Text(frame.MARGIN + 15.0, below, dated, BODY, palette.SECONDARY))
    wide = max(axis.pitch * len(table.bins), 0.0)
    found.append(Box(LEFT, LINE, wide, axis.strip, 0.0, palette.BAND))
    if not told:
        label = language.text("white spot")
        found.extend(frame.pill(LEFT + 6.0, axis.below + 12.0, label))
    return tuple(found)


def _bin(table: Timeline, index: int, axis: Axis, language: Language) -> Group:
    each = table.bins[index]
    x = LEFT + (index + 0.5) * axis.pitch
    year, _, part = each.key.partition("-")
    base = LINE + 10.0 + CAP_HEIGHT * SMALL / 2
    label = briefly(part, language) or year
    if width(label, SMALL) > axis.pitch - 2.0:
        label = part.lstrip("Q0") or year
    found = [Text(x, base, label, SMALL, palette.INK, "regular", "middle")]
    if part and (index == 0 or part in FIRST):
        found.append(Text(x, base + 13.0, year, SMALL, palette.SECONDARY, "regular", "middle"))
    title = f"{spoken(each.key, language)}: {each.gathered}, {each.told}"
    return Group(f"bin-{index}", title, (*found, *_bars(each, x, axis, (palette.BAR, TOLD), language)))


def _bars(
    each: Bin, x: float, axis: Axis, colours: tuple[str, str], language: Language
) -> tuple[Element, ...]:
    """The two bars of a bin with their numbers; none where there is nothing."""
    found: list[Element] = []
    wide = min(axis.pitch * 0.66, BAR)
    for count, colour, up in ((each.gathered, colours[0], True), (each.told, colours[1], False)):
        if not count:
            continue
        high = max(count * axis.scale, 1.0)
        found.append(Box(x - wide / 2, LINE - high if up else axis.below, wide, high, 0.0, colour))
        text = language.number(count)
        size = BODY if width(text, BODY, "semibold") < axis.pitch - 1.0 else 8.5
        y = LINE - high - 4.0 if up else axis.below + high + 4.0 + CAP_HEIGHT * size
        found.append(Text(x, y, text, size, palette.INK, "semibold", "middle"))
    return tuple(found)


def _undated(table: Timeline, axis: Axis, language: Language) -> Group:
    """The bars of what has no date, in grey at the right."""
    each, label = table.undated, language.text("no date")
    if not (each.gathered or each.told):
        return Group("undated", label, ())
    base = LINE + 10.0 + CAP_HEIGHT * SMALL / 2
    x = min(
        max(axis.undated, LEFT + len(table.bins) * axis.pitch + 8.0 + width(label, SMALL) / 2),
        frame.WIDTH - frame.MARGIN - width(label, SMALL) / 2,
    )
    text = Text(x, base, label, SMALL, palette.SECONDARY, "regular", "middle")
    return Group(
        "undated",
        f"{label}: {each.gathered}, {each.told}",
        (text, *_bars(each, x, axis, (palette.HATCH, palette.HATCH), language)),
    )


def _answers(table: Timeline, y: float, language: Language) -> tuple[tuple[Element, ...], float]:
    """Every status of feedback as a bar, a note beside them, and the last baseline."""
    heading = language.text("Have those who took part been told?")
    found: list[Element] = [Text(frame.MARGIN, y, heading, 12.0, palette.INK, "semibold")]
    most = max(1, *(answer.count for answer in table.answers))
    for index, answer in enumerate(table.answers):
        middle = y + 18.0 + index * ANSWER_ROW
        base = middle + CAP_HEIGHT * BODY / 2
        long = 200.0 * answer.count / most
        colour = TOLD if answer.key == table_of.GIVEN else palette.TOTAL
        row: list[Element] = [Text(LEFT - 12.0, base, answer.label, BODY, palette.INK, "regular", "end")]
        if answer.count:
            row.append(Box(LEFT, middle - 4.5, max(long, 1.0), 9.0, 0.0, colour))
        number = language.number(answer.count)
        row.append(Text(LEFT + long + 6.0, base, number, BODY, palette.INK, "semibold"))
        found.append(Group(f"answer-{index}", f"{answer.label}: {number}", tuple(row)))
    left = LEFT + 270.0
    lines = [
        line
        for each in note(table, language)
        for line in balanced(each, frame.WIDTH - frame.MARGIN - left, 9.5)
    ]
    found.extend(
        Text(left, y + 18.0 + 3.5 + 13.0 * index, line, 9.5, palette.SECONDARY)
        for index, line in enumerate(lines)
    )
    return tuple(found), y + 18.0 + max(len(table.answers) * ANSWER_ROW, len(lines) * 13.0)


DRAWING = Drawing(
    name="timeline",
    caption=N_("When insights and studies were gathered, and when those who took part were told."),
    table=table_of.timeline,
    alt=alt,
    draw=draw,
    sheet=table_of.sheet,
    types=TYPES,
)
