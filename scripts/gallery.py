"""Draw the gallery at the end of docs/figures.md, from the real material and from made-up places.

Usage: python scripts/gallery.py [--check]

With --check nothing is written: exit 1 when a picture of the real material is not what would be drawn. Only SVG is
compared, since its bytes come from our own code; those of a PNG depend on how matplotlib and FreeType were built.
"""

import re
import sys
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from made_history import write_history

from insiktskarta.cli.pictures import layout, source, stamped
from insiktskarta.figures.drawing import Drawing
from insiktskarta.figures.gallery import GALLERY, drawing, shown_name
from insiktskarta.figures.scene import Scene
from insiktskarta.figures.sight import SIGHTS, seen
from insiktskarta.figures.theme import THEMES, themed
from insiktskarta.files.earlier import corpus_at
from insiktskarta.files.git import Commit, commit
from insiktskarta.files.index import open_corpus
from insiktskarta.model.corpus import Corpus
from insiktskarta.query.question import Question
from insiktskarta.show.messages import language
from insiktskarta.show.svg import svg
from insiktskarta.tables.request import Request

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "docs" / "figures"
PAGE = ROOT / "docs" / "figures.md"
START = "<!-- All below is written by “make docs”. -->\n"
SPOKEN = language("sv")
MADE = {300: 430, 3000: 4286}
"""Insights of a made-up place to the records that it takes."""
LARGE = ("insight-map", "gap-matrix", "small-multiples", "shared-map")
"""Figures that 3,000 insights make look different."""
COMPARES, REAL = "before-after", "sweden"
"""The figures that need an earlier time, and real places."""
FITTED = "proportional"
"""The figure whose places come from a numerical search, and may differ in the last digit from machine to machine."""


@dataclass(frozen=True)
class Picture:
    """One picture of the gallery: file name without its ending, scene, the command that draws it, alt text."""

    name: str
    scene: Scene
    command: str

    def line(self, ending: str) -> str:
        """Its picture, its command and nothing else, in Markdown."""
        alt = self.scene.alt.replace("[", "(").replace("]", ")")
        return f"![{alt}](figures/{self.name}.{ending})\n\n`{self.command}`\n"


def drawn(
    corpus: Corpus,
    figure: Drawing[Any],
    name: str,
    *,
    by: str = "",
    earlier: Corpus | None = None,
    made: Commit | None = None,
) -> Picture:
    """The first page of a figure, without the commit and day that a picture in the same commit cannot know of.

    Those that were `made` up for a figure that compares are known.
    """
    question = Question(types=figure.types)
    about = replace(source(corpus, made, question, SPOKEN), tool="insiktskarta")
    request = Request(corpus, question, about, SPOKEN, by=by, earlier=earlier, layout=layout)
    table = figure.table(request)
    pages = figure.pages(table)
    scene = figure.draw(pages[0], SPOKEN)
    scene = stamped(scene, figure, request, pages[0], 1 if len(pages) > 1 else 0)
    shown = shown_name(figure)
    given = f" --color {by}" if by and shown == "insight-map" else f" --by {by}" if by else ""
    given += f" --since {earlier.at.date}" if earlier and earlier.at else ""
    command = f"insikt map{given}" if shown == "insight-map" else f"insikt figure {shown}{given}"
    return Picture(name, scene, command)


def real() -> dict[str, Picture]:
    """The pictures of `insights/`."""
    corpus = open_corpus(ROOT)
    found = {
        shown_name(figure): drawn(corpus, figure, shown_name(figure))
        for figure in GALLERY
        if shown_name(figure) != COMPARES
    }
    coloured = drawn(corpus, drawing("insight-map"), "insight-map-organisation", by="organisation")
    corpus.close()
    return found | {coloured.name: coloured}


def made(insights: int) -> dict[str, Picture]:
    """Pictures of a made-up place."""
    sys.path.insert(0, str(ROOT / "benchmarks"))
    from corpus import write_corpus

    with TemporaryDirectory() as folder:
        write_corpus(Path(folder), MADE[insights])
        corpus = open_corpus(Path(folder))
        chosen = LARGE if insights > 300 else tuple(map(shown_name, GALLERY))  # noqa: PLR2004 - the smaller of both
        found = {
            name: drawn(corpus, drawing(name), f"{name}-{insights}")
            for name in chosen
            if name not in (COMPARES, REAL)
        }
        corpus.close()
    return found


def compared(insights: int) -> Picture:
    """The same made-up place at two points in time."""
    with TemporaryDirectory() as folder:
        first = write_history(Path(folder), MADE[insights])
        with closing(open_corpus(Path(folder))) as corpus, closing(corpus_at(Path(folder), first)) as earlier:
            name = f"{COMPARES}-{insights}"
            return drawn(corpus, drawing(COMPARES), name, earlier=earlier, made=commit(Path(folder)))


def sights(scene: Scene) -> dict[str, Scene]:
    """The map as it is seen with each kind of colour blindness, in greys, and in the other themes."""
    found = {f"sight-{name}": seen(scene, name) for name in SIGHTS if name != "normal"}
    return found | {f"theme-{name}": themed(scene, THEMES[name]) for name in ("grey", "dark")}


def page(pictures: dict[str, Picture], many: dict[int, dict[str, Picture]]) -> str:
    """The gallery in Markdown; alt texts are in the language of the pictures."""
    lead = (
        f"{START}\n# Gallery\n\nEach figure, drawn from the material in [`insights/`](../insights/README.md) and then "
        "from made-up places with 300 and 3,000 insights, and the command that draws it.\n"
    )
    parts = [lead]
    for figure in GALLERY:
        name = shown_name(figure)
        if not any(name in held for held in (pictures, *many.values())):
            continue
        parts.append(f"\n## {figure.caption.rstrip('.')}\n")
        if name in pictures:
            parts.append(f"\n{pictures[name].line('svg')}")
        if name == "insight-map":
            parts.append(f"\n{pictures['insight-map-organisation'].line('svg')}")
        for insights, held in many.items():
            if name in held:
                parts.append(f"\nMade-up places, {insights:,} insights:\n\n{held[name].line('png')}")
    parts.append(
        "\n## The map to other eyes\n\nThe map of 300 made-up insights as it is seen without one of the three kinds "
        "of cones (Machado, Oliveira and Fernandes 2009), in greys and on a dark page (`--theme grey`, `--theme "
        "dark`). Shapes say what colours say.\n"
    )
    parts.extend(
        f"\n![The map as seen with {name}opia.](figures/sight-{name}.png)\n"
        for name in SIGHTS
        if name != "normal"
    )
    parts.append("\n![The map in greys: groups are told apart by shape.](figures/theme-grey.png)\n")
    parts.append("\n![The map on a dark page.](figures/theme-dark.png)\n")
    return "".join(parts)


def smaller(data: bytes, scene: Scene) -> bytes:
    """A PNG in 256 colours, every one of the scene's among them, without its texts: a third of the size."""
    from io import BytesIO

    import numpy as np
    from PIL import Image

    own = sorted(set(re.findall(r'(?:fill|stroke)="#([0-9a-f]{6})"', svg(scene, fonts=False))))
    image = Image.open(BytesIO(data)).convert("RGB")
    blends = image.quantize(256 - len(own), dither=Image.Dither.NONE).getpalette() or []
    palette = Image.new("P", (1, 1))
    palette.putpalette([*(part for each in own for part in bytes.fromhex(each)), *blends])
    reduced = image.quantize(palette=palette, dither=Image.Dither.NONE)
    # Pillow compares colours in steps of four: white became a light grey.
    pixels, places = np.asarray(image).astype(int) @ (1 << 16, 1 << 8, 1), np.array(reduced)
    for place, each in enumerate(own):
        places[pixels == int(each, 16)] = place
    exact = Image.fromarray(places, "P")
    exact.putpalette(reduced.getpalette() or [])
    target = BytesIO()
    exact.save(target, "PNG", optimize=True)
    return target.getvalue()


def behind(pictures: dict[str, Picture]) -> list[Path]:
    """The committed SVG files that are not what would be drawn."""
    found = []
    for picture in pictures.values():
        if picture.name == FITTED:
            continue
        path = FOLDER / f"{picture.name}.svg"
        current = path.read_bytes().decode("utf-8") if path.exists() else None
        if current != svg(picture.scene):
            found.append(path)
    return found


def main(argv: list[str]) -> int:
    """Draw them all, or check those of the real material."""
    pictures = real()
    if "--check" in argv:
        old = behind(pictures)
        for path in old:
            print(f"{path.relative_to(ROOT)} is behind its source: run “make docs”")
        return int(bool(old))
    from insiktskarta.show.raster import png

    FOLDER.mkdir(parents=True, exist_ok=True)
    many = {insights: made(insights) for insights in MADE}
    many[300][COMPARES] = compared(300)
    for picture in pictures.values():
        (FOLDER / f"{picture.name}.svg").write_bytes(svg(picture.scene).encode("utf-8"))
    rasters = {picture.name: picture.scene for held in many.values() for picture in held.values()}
    rasters |= sights(many[300]["insight-map"].scene)
    for name, scene in rasters.items():
        (FOLDER / f"{name}.png").write_bytes(smaller(png(scene, 100), scene))
    written = PAGE.read_bytes().decode("utf-8").partition(START)[0]
    PAGE.write_bytes((written + page(pictures, many)).encode("utf-8"))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
