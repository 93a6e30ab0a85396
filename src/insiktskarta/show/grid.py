"""Grids of text in columns; where a terminal is too narrow for them, `narrow_grid` wraps them."""

from collections.abc import Sequence

from insiktskarta.show.narrow_grid import narrow_grid

_GAP = "   "


def grid(
    head: Sequence[str],
    rows: Sequence[Sequence[str]],
    *,
    numbers: int = 0,
    foot: Sequence[str] = (),
    width: int | None = None,
    ascii_only: bool = False,
) -> str:
    """A table as text.

    Args:
        head: column headings.
        rows: cells, as many a row as headings.
        numbers: how many of the last columns hold numbers, set right.
        foot: a last row, parted from the others.
        width: of the terminal in columns; None where nothing is wrapped.
        ascii_only: for a terminal that has no lines to draw.
    """
    line_sign = "-" if ascii_only else "─"
    everything = [head, *rows, *([foot] if foot else [])]
    widths = [max(map(len, column)) for column in zip(*everything, strict=True)]
    if width is None or sum(widths) + len(_GAP) * (len(head) - 1) <= width:
        return _columns(head, rows, foot, widths, len(head) - numbers, line_sign)
    return narrow_grid(head, rows, foot, len(head) - numbers, width, line_sign)


def _columns(
    head: Sequence[str],
    rows: Sequence[Sequence[str]],
    foot: Sequence[str],
    widths: Sequence[int],
    right: int,
    line_sign: str,
) -> str:
    rule = _GAP.join(line_sign * width for width in widths)
    # One template for all rows: thousands of them are set in a third of the time.
    sides = ("<" if place < right else ">" for place in range(len(head)))
    template = _GAP.join(f"{{:{side}{width}}}" for side, width in zip(sides, widths, strict=True))

    def line(cells: Sequence[str]) -> str:
        return template.format(*cells).rstrip()

    lines = [
        line(head),
        rule,
        *map(line, rows),
        *([rule] if rows and foot else []),
        *([line(foot)] if foot else []),
    ]
    return "\n".join(lines) + "\n"
