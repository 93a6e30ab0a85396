"""Grids of text: in a terminal by rich, which wraps them to its width; elsewhere in plain columns."""

from collections.abc import Sequence
from io import StringIO

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
        width: of the terminal in columns; None where nothing is cut or wrapped.
        ascii_only: for a terminal that has no lines to draw.
    """
    if width is None:
        return _columns(head, rows, numbers, foot, "-" if ascii_only else "─")
    return _wrapped(head, rows, numbers, foot, width, ascii_only=ascii_only)


def _columns(
    head: Sequence[str], rows: Sequence[Sequence[str]], numbers: int, foot: Sequence[str], line_sign: str
) -> str:
    # rich takes a millisecond a row, which a program that reads ten thousand of them does not want to wait for.
    everything = [head, *rows, *([foot] if foot else [])]
    widths = [max(map(len, column)) for column in zip(*everything, strict=True)]
    right = len(head) - numbers
    rule = _GAP.join(line_sign * width for width in widths)
    # One template for all rows: thousands of them are set in a third of the time.
    sides = ("<" if place < right else ">" for place in range(len(head)))
    template = _GAP.join(f"{{:{side}{width}}}" for side, width in zip(sides, widths, strict=True))

    def line(cells: Sequence[str]) -> str:
        return template.format(*cells).rstrip()

    lines = [line(head), rule, *map(line, rows), *([rule, line(foot)] if foot else [])]
    return "\n".join(lines) + "\n"


def _wrapped(
    head: Sequence[str],
    rows: Sequence[Sequence[str]],
    numbers: int,
    foot: Sequence[str],
    width: int,
    *,
    ascii_only: bool,
) -> str:
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=box.ASCII2 if ascii_only else box.SIMPLE_HEAD, show_footer=bool(foot), pad_edge=False)
    for position, title in enumerate(head):
        right = position >= len(head) - numbers
        end = Text(foot[position]) if foot else ""
        table.add_column(Text(title), end, justify="right" if right else "left", overflow="fold")
    for row in rows:
        table.add_row(*map(Text, row))
    console = Console(file=StringIO(), width=width, color_system=None, legacy_windows=False)
    with console.capture() as captured:
        console.print(table)
    return "\n".join(line.rstrip() for line in captured.get().split("\n")).strip("\n") + "\n"
