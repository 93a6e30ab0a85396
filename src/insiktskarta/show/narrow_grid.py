"""A table for a terminal that is narrower than it: wrapped between words, and in parts where that is not enough."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from textwrap import wrap

_GAPS = (3, 2, 1)
_SPACES = " \N{NO-BREAK SPACE}"
_Row = Sequence[str]


def narrow_grid(
    head: _Row, rows: Sequence[_Row], foot: _Row, right: int, width: int, line_sign: str = "─"
) -> str:
    """A table as text, no line wider than the terminal.

    A word is broken only where it is wider than the terminal by itself. Columns that have no room stand in a
    part of their own further down, which starts with the first column again.

    Args:
        head: column headings.
        rows: cells, as many a row as headings.
        foot: a last row, parted from the others; may be empty.
        right: the first column that is set right.
        width: columns of the terminal.
        line_sign: what lines are drawn with.
    """
    columns = list(zip(head, *rows, *([foot] if foot else []), strict=True))
    least = [max(map(_longest_word, column)) for column in columns]
    gap, parts = _parts(least, width)
    texts = []
    for part in parts:
        widths = _widths([columns[place] for place in part], [least[place] for place in part], gap, width)
        sides = [place >= right for place in part]
        blocks = [
            _block([row[place] for place in part], widths, sides, gap, low=row is head)
            for row in (head, *rows, *([foot] if foot else []))
        ]
        rule = (" " * gap).join(line_sign * each for each in widths)
        body = [*blocks[0], rule, *(line for block in blocks[1 : len(rows) + 1] for line in block)]
        end = [*([rule] if rows else []), *blocks[-1]] if foot else []
        texts.append("\n".join([*body, *end]) + "\n")
    return "\n".join(texts)


def _parts(least: Sequence[int], width: int) -> tuple[int, list[list[int]]]:
    """The gap between columns, and the columns of each part, the first of them in all."""
    for gap in _GAPS:
        if sum(least) + gap * (len(least) - 1) <= width:
            return gap, [list(range(len(least)))]
    gap = _GAPS[1]
    parts: list[list[int]] = []
    room = 0
    for place in range(1, len(least)):
        if not parts or room < gap + least[place]:
            parts.append([0])
            room = width - least[0]
        parts[-1].append(place)
        room -= gap + least[place]
    return gap, parts or [[0]]


def _widths(columns: Sequence[_Row], least: Sequence[int], gap: int, width: int) -> list[int]:
    """What each column gets: its longest word, and of what is left over the first before the others."""
    room = width - gap * (len(columns) - 1)
    widths = list(least)
    wanted = [max(map(len, column)) for column in columns]
    for place, want in enumerate(wanted):
        widths[place] += max(0, min(want - widths[place], room - sum(widths)))
    for place in range(len(widths)):  # only where a single word has no room
        widths[place] = max(1, widths[place] - max(0, sum(widths) - room))
    return widths


def _block(
    cells: _Row, widths: Sequence[int], sides: Sequence[bool], gap: int, *, low: bool
) -> Iterator[str]:
    """The lines of one row; `low` for one whose cells stand on its last line."""
    wrapped = [_wrapped(cell, width) for cell, width in zip(cells, widths, strict=True)]
    most = max(map(len, wrapped))
    if low:
        wrapped = [[""] * (most - len(lines)) + lines for lines in wrapped]
    for line in zip_longest(*wrapped, fillvalue=""):
        set_ = [
            piece.rjust(width) if right else piece.ljust(width)
            for piece, width, right in zip(line, widths, sides, strict=True)
        ]
        yield (" " * gap).join(set_).rstrip(" ")


def _wrapped(cell: str, width: int) -> list[str]:
    indent = _indent(cell)
    lines = wrap(
        cell[len(indent) :], width, initial_indent=indent, subsequent_indent=indent, break_on_hyphens=False
    )
    return lines or [""]


def _indent(cell: str) -> str:
    return cell[: len(cell) - len(cell.lstrip(_SPACES))]


def _longest_word(cell: str) -> int:
    indent = len(_indent(cell))
    return max(1, indent + max(map(len, cell[indent:].split(" "))))
