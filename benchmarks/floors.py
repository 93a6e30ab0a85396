"""The least that a process could do: what a measurement is compared with. Run inside a workspace.

    python floors.py parse|stat|count|figure

Each prints what it counted, so that a floor that did nothing is noticed.
"""

import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


def _files() -> "Iterator[os.DirEntry[str]]":
    with os.scandir("insights") as folders:
        for folder in folders:
            with os.scandir(folder.path) as entries:
                yield from entries


def parse() -> int:
    """Read the bytes of all record files and parse each."""
    import yaml_rs

    count = 0
    for entry in _files():
        number = os.open(entry.path, os.O_RDONLY)
        raw = os.read(number, 1 << 20)
        os.close(number)
        count += isinstance(yaml_rs.loads(raw.decode(), parse_datetime=False), dict)
    return count


def stat() -> int:
    """Ask for size and time of all record files."""
    return sum(entry.stat().st_size > 0 for entry in _files())


def count() -> int:
    """Open the index and count its records."""
    import sqlite3

    rows: list[tuple[int]] = (
        sqlite3.connect(".insikt/index.sqlite").execute("SELECT count(*) FROM record").fetchall()
    )
    return rows[0][0]


def figure() -> int:
    """Draw one text with matplotlib, without pyplot, at its usual size."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    picture = Figure()
    FigureCanvasAgg(picture)
    picture.text(0.5, 0.5, "text")
    picture.savefig("floor.png")
    return len(picture.texts)


if __name__ == "__main__":
    print({"parse": parse, "stat": stat, "count": count, "figure": figure}[sys.argv[1]]())
