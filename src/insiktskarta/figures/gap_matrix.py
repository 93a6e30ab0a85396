"""The gap matrix: how many insights there are for every group in every region, and where there are none."""

from dataclasses import dataclass
from itertools import pairwise

from insiktskarta.figures import frame, matrix, none_yet, palette
from insiktskarta.figures.drawing import Drawing
from insiktskarta.figures.gap_words import alt, description, note, subtitle
from insiktskarta.figures.metrics import CAP_HEIGHT, fitting, shorten, width
from insiktskarta.figures.naming import in_lines, one_size, region_name
from insiktskarta.figures.scene import Box, Element, Group, Mark, Scene, Text
from insiktskarta.model.kinds import counted
from insiktskarta.model.language import N_, Language
from insiktskarta.tables import gap_matrix as table_of
from insiktskarta.tables.gap_matrix import GapMatrix

BODY, SMALL = 10.5, 9.5
TOP, DOTS, PITCH = 104.0, 121.0, 16.0
"""Baseline of the headings over the columns, height of the first dots, and from one to the next."""
START = DOTS + 2 * PITCH + 17.0
GAP, WIDER = 3.0, 10.0
"""Between cells, and what is added between one, two and three circles."""
ICON, INDENT = 5.6, 20.0
LABEL_ROOM = 205.0
SIZES = (BODY, 10.0, 9.5, 9.0, 8.5)
"""Of the names of rows: one size for all."""
SUMS = 76.0
"""Width of the column of sums at the right."""
TALLEST, LOWEST, FULL = 33.0, 19.0, 264.0
"""Row heights, and the height that rows share while they are few."""


@dataclass(frozen=True, slots=True)
class Layout:
    """Left edges of the columns, their width, height of the rows, right edge of the matrix, size of names."""

    columns: tuple[float, ...]
    wide: float
    row: float
    right: float
    size: float

    def top(self, index: int) -> float:
        """Upper edge of a row."""
        return START + index * self.row

    def middle(self, column: int) -> float:
        """Middle of a column."""
        return self.columns[column] + self.wide / 2


def draw(table: GapMatrix, language: Language) -> Scene:
    """The matrix; the page grows downwards with its rows."""
    table = frame.cleaned(table)
    if not table.rows:
        return none_yet.page("gap-matrix", table, language, table.kind)
    layout = _layout(table)
    bottom = layout.top(len(table.rows))
    lines, last = _below(table, layout, bottom, language)
    rows = (_row(table, layout, index, language) for index in range(len(table.rows)))
    return frame.scene(
        "gap-matrix",
        (frame.WIDTH, last + 44.0),
        table,
        (alt(table, language), description(table, language)),
        language,
        (
            *frame.titles(table.title, subtitle(table, language), frame.WIDTH),
            *_heads(table, layout, language),
            *rows,
            *lines,
        ),
    )


def _layout(table: GapMatrix) -> Layout:
    labels = [row.label for row in table.rows]
    indent = INDENT if any(row.symbol is not None for row in table.rows) else 0.0
    widest = max((width(label, BODY) for label in labels), default=0.0)
    circles = max(width(each.label, SMALL) for each in table.perspectives)
    left = frame.MARGIN + max(min(widest, LABEL_ROOM) + indent, min(circles, LABEL_ROOM)) + 14.0
    right = frame.WIDTH - frame.MARGIN - SUMS
    jumps = [len(one) != len(next_) for one, next_ in pairwise(table.regions)]
    spare = right - left - GAP * len(jumps) - WIDER * sum(jumps)
    wide = spare / len(table.regions)
    columns = [left]
    for jump in jumps:
        columns.append(columns[-1] + wide + GAP + (WIDER if jump else 0.0))
    row = min(TALLEST, max(LOWEST, FULL / max(len(table.rows), 1)))
    room = left - 14.0 - frame.MARGIN - indent
    size = one_size(labels, room, SIZES)
    return Layout(tuple(columns), wide, row, right, BODY if row > 2.2 * BODY else size)


def _heads(table: GapMatrix, layout: Layout, language: Language) -> tuple[Element, ...]:
    """How many circles a column is in, in words and dots."""
    words = {1: language.text("One perspective"), 2: language.text("Two perspectives")}
    words |= {3: language.text("All three"), 0: language.text("Outside")}
    rows = tuple(DOTS + PITCH * index for index in range(3))
    edge = layout.columns[0] - 14.0
    found: list[Element] = []
    for y, each in zip(rows, table.perspectives, strict=True):
        label, size = fitting(each.label, edge - frame.MARGIN, (SMALL, 9.0, 8.5))
        found.extend(matrix.name(edge, y, [label], size, "end"))
    for size in dict.fromkeys(len(region) for region in table.regions):
        held = [index for index, region in enumerate(table.regions) if len(region) == size]
        middle = (layout.middle(held[0]) + layout.middle(held[-1])) / 2
        room = layout.wide * len(held) + GAP * 2
        label, points = fitting(words[size], room, SIZES, "semibold")
        found.append(Text(middle, TOP, label, points, palette.INK, "semibold", "middle"))
    for column, region in enumerate(table.regions):
        found.extend(matrix.combination(layout.middle(column), rows, region))
    end = Text(layout.right + 14.0, START - 9.0, language.text("Sum"), SMALL, palette.SECONDARY)
    return (*found, end)


def _row(table: GapMatrix, layout: Layout, index: int, language: Language) -> Group:
    row = table.rows[index]
    y, high = layout.top(index), layout.row - GAP
    middle = y + high / 2
    found: list[Element] = []
    left = frame.MARGIN
    if any(each.symbol is not None for each in table.rows):
        left += INDENT
    if row.symbol is not None:
        found.append(Mark(frame.MARGIN + 6.0, middle, ICON, *_look(row.symbol)))
    lines, size = _label(row.label, layout.columns[0] - 14.0 - left, layout, high)
    found.extend(matrix.name(left, middle, lines, size))
    spots = table.spots(row)
    for column, region in enumerate(table.regions):
        count = row.counts[column]
        title = f"{row.label}, {region_name(table.perspectives, region, language)}: {counted(count, language, kind=table.kind)}"
        place = (layout.columns[column], y, layout.wide, high)
        drawn = matrix.cell(place, count, min(11.5, high * 0.62), language, spot=column in spots)
        found.append(Group(f"cell-{index}-{column}", title, drawn))
    found.extend(_sum(table, layout, index, middle, language))
    title = f"{row.label}: {counted(row.total, language, kind=table.kind)}"
    return Group(f"row-{index}", title, tuple(found))


def _label(label: str, room: float, layout: Layout, high: float) -> tuple[list[str], float]:
    """A row's name at the picture's size of names; one that is too long is in two lines where they fit, else cut."""
    if high >= 2.2 * BODY:
        return in_lines(label, room, layout.size)
    return [shorten(label, room, layout.size)], layout.size


def _look(symbol: int) -> tuple[str, tuple[str, ...]]:
    return palette.SYMBOLS[symbol], (palette.COLOURS[symbol],)


def _sum(
    table: GapMatrix, layout: Layout, index: int, middle: float, language: Language
) -> tuple[Element, ...]:
    """The bar of a row, or the pill of an empty one."""
    left, total = layout.right + 14.0, table.rows[index].total
    if not total and table.spots(table.rows[index]):
        return frame.pill(left, middle - frame.PILL_HEIGHT / 2, language.text("white spot"))
    text = language.number(total)
    most = max(row.total for row in table.rows)
    room = frame.WIDTH - frame.MARGIN - left - width(language.number(most), SMALL + 0.5, "semibold") - 6.0
    long = max(room * total / max(most, 1), 1.0 if total else 0.0)
    high = min(11.0, layout.row * 0.45)
    number = Text(
        left + long + (6.0 if long else 0.0),
        middle + CAP_HEIGHT * SMALL / 2,
        text,
        SMALL + 0.5,
        palette.INK,
        "semibold",
    )
    return Box(left, middle - high / 2, long, high, 0.0, palette.TOTAL), number


def _below(
    table: GapMatrix, layout: Layout, bottom: float, language: Language
) -> tuple[tuple[Element, ...], float]:
    """Sums by column, the classes, a note; and the last baseline."""
    base = bottom + 15.0
    found: list[Element] = [
        Text(layout.columns[0] - 14.0, base, language.text("Sum"), SMALL, palette.SECONDARY, "regular", "end")
    ]
    for column, total in enumerate(table.totals):
        text = language.number(total)
        found.append(Text(layout.middle(column), base, text, 11.0, palette.INK, "semibold", "middle"))
    base += 25.0
    lead = language.text("In each cell:")
    found.append(Text(frame.MARGIN, base, lead, SMALL, palette.SECONDARY))
    found.extend(matrix.legend(frame.MARGIN + width(lead, SMALL) + 12.0, base, SMALL, language))
    base += 4.0
    for line in note(table, language):
        base += 16.0
        found.append(Text(frame.MARGIN, base, line, SMALL, palette.SECONDARY))
    return tuple(found), base


DRAWING = Drawing(
    divides=True,
    name="gap_matrix",
    caption=N_("Where insights are missing: groups, or another facet, by perspective."),
    table=table_of.gap_matrix,
    alt=alt,
    draw=draw,
    sheet=table_of.sheet,
)
