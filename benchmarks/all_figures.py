"""Every figure but before-after, which needs git, in one process: as a site or a report would draw them.

    python all_figures.py ORGANISATION …

Run inside a workspace. Prints how many figures were written.
"""

import sys
from pathlib import Path

FIGURES = (
    "insight-map",
    "gap-matrix",
    "small-multiples",
    "shared-map",
    "shifts",
    "proportional",
    "upset",
    "timeline",
    "chain",
    "sweden",
)


def main() -> None:
    """Draw the figures of the organisations that the command line names, as PNG."""
    from insiktskarta.cli import main as insikt

    chosen = [word for name in sys.argv[1:] for word in ("--organisation", name)]
    for figure in FIGURES:
        code = insikt(["figure", figure, *chosen, "-o", f"all-{figure}.png"])
        if code:
            sys.exit(code)
    print(len([figure for figure in FIGURES if list(Path().glob(f"all-{figure}*.png"))]))


if __name__ == "__main__":
    main()
