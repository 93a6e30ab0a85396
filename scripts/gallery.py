"""Draw every figure of a workspace as SVG into docs/figures/.

Usage: python scripts/gallery.py [WORKSPACE] [FOLDER]
"""

import sys
from pathlib import Path

from insiktskarta.cli import main as insikt
from insiktskarta.figures.gallery import GALLERY, shown_name

ROOT = Path(__file__).resolve().parent.parent


def main(argv: list[str]) -> int:
    """Draw them all in one process; the highest exit code."""
    workspace, folder = [*argv, *[str(ROOT), str(ROOT / "docs" / "figures")][len(argv) :]][:2]
    Path(folder).mkdir(parents=True, exist_ok=True)
    names = [shown_name(figure) for figure in GALLERY if not figure.compares]  # a time is asked for
    return max(
        insikt(["figure", name, "--workspace", workspace, "-o", str(Path(folder) / f"{name}.svg")])
        for name in names
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
