"""Grids of text in a terminal, by rich."""

from collections.abc import Sequence
from io import StringIO

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

_WIDE = 10_000  # columns where the output is no terminal: nothing is cut or wrapped


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
        width: of the terminal in columns; None where nothing is cut.
        ascii_only: for a terminal that has no lines to draw.
    """
    table = Table(box=box.ASCII2 if ascii_only else box.SIMPLE_HEAD, show_footer=bool(foot), pad_edge=False)
    for position, title in enumerate(head):
        right = position >= len(head) - numbers
        table.add_column(
            Text(title),
            Text(foot[position]) if foot else "",
            justify="right" if right else "left",
            overflow="fold",
        )
    for row in rows:
        table.add_row(*map(Text, row))
    console = Console(file=StringIO(), width=width or _WIDE, color_system=None, legacy_windows=False)
    with console.capture() as captured:
        console.print(table)
    return "\n".join(line.rstrip() for line in captured.get().split("\n")).strip("\n") + "\n"
