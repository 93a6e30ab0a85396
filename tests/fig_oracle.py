"""Made-up corpora whose records the tests know, and readers of drawn pages that share nothing with the drawing code."""

import random
import re
from itertools import combinations
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

from insiktskarta.figures.drawing import Drawing
from insiktskarta.files.index import open_corpus
from insiktskarta.model.corpus import Corpus
from insiktskarta.model.language import ENGLISH, Language
from insiktskarta.query.question import Question
from insiktskarta.show.proportional import solved as circles
from insiktskarta.show.svg import svg
from insiktskarta.tables.perspective_regions import Provenance
from insiktskarta.tables.request import Request

Record = dict[str, Any]
CIRCLES = ("klienter", "riskgrupp", "invånare")
REGIONS = ((0,), (1,), (2,), (0, 1), (0, 2), (1, 2), (0, 1, 2))
GROUPS = ("barn-och-unga", "vuxna", "äldre", "föräldrar", "anhöriga", "unga-vuxna")
THEMES = ("budget-och-ekonomistyrning", "samverkan", "tillgänglighet-och-tillit")
SHIFTS = (
    "organisation-till-individ",
    "akut-till-förebyggande",
    "misstro-till-tillit",
    "långt-bort-till-nära",
)
PLACES = ("ankeborg", "björkby", "cedertorp", "dalby-med-ett-mycket-långt-namn-som-inte-får-plats", "tomsta")
WHERE = Provenance(("Ankeborg", "Björkby"), "", "2025-03-14", "a1b2c3d", "insiktskarta 0.1")
CLASSES = (
    (1, 2, "#dbe7f3"),
    (3, 5, "#a9c8e4"),
    (6, 10, "#6a9fd0"),
    (11, 20, "#2f6cab"),
    (21, 10**9, "#12396b"),
)


def made(count: int, seed: int = 3) -> list[Record]:
    """`count` insights of all places but the last one, some in no circle, some with several values."""
    chance = random.Random(seed)  # noqa: S311 - made-up records
    found = []
    for number in range(count):
        region = chance.choice([*REGIONS[:4], *REGIONS[5:], (2,), (2,), ()])  # (0, 2) stays empty
        found.append(
            {
                "id": f"{chance.choice(PLACES[:-1])}/post-{number}".translate(str.maketrans("åäö", "aao")),
                "rubrik": f"Rubrik nummer {number} om något",
                "perspektiv": [CIRCLES[index] for index in region],
                "grupper": chance.sample(GROUPS[:-1], chance.choice((0, 1, 1, 1, 2))),
                "förflyttningar": chance.sample(SHIFTS[:-1], chance.choice((0, 1, 1, 2))),
                "teman": [chance.choice(THEMES[1:])],
                "insamlad": str(chance.choice((2019, 2021, 2022, 2023))),
                "röst": "egen" if region else "medarbetare",
            }
        )
    return found


def region_of(record: Record) -> tuple[int, ...]:
    """The circles of a record as indices."""
    return tuple(index for index, circle in enumerate(CIRCLES) if circle in record["perspektiv"])


def place_of(record: Record) -> str:
    """The organisation of a record."""
    return str(record["id"]).partition("/")[0]


def write(root: Path, records: list[Record], extra: dict[str, str] | None = None) -> Path:
    """A workspace of these records, and of texts by id."""
    slugs = [place.translate(str.maketrans("åäö", "aao")) for place in PLACES]
    lines = ["organisationer:"]
    for slug, place in zip(slugs, PLACES, strict=True):
        lines.append(f"  {slug}: {{namn: {place.replace('-', ' ').capitalize()}, slag: kommun}}")
    lines.append(f"deltagare: [{', '.join(slugs)}]")
    (root / "insights").mkdir(parents=True)
    (root / "insikt.yaml").write_text("\n".join(lines) + "\n", encoding="utf-8")
    for record in records:
        text = [
            "typ: insikt",
            f"rubrik: {record['rubrik']}",
            "insikt: En mening om det som någon har berättat.",
        ]
        keys = [key for key in ("grupper", "förflyttningar", "teman") if record[key]]
        text.append(f"perspektiv: [{', '.join(record['perspektiv'])}]")
        text += [f"{key}: [{', '.join(record[key])}]" for key in keys]
        text += [f"insamlad: {record['insamlad']}", f"röst: {record['röst']}"]
        put(root, record["id"], "\n".join(text) + "\n")
    for name, content in (extra or {}).items():
        put(root, name, content)
    return root


def put(root: Path, name: str, text: str) -> None:
    """Write one record."""
    path = root / "insights" / f"{name}.yaml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")


def opened(root: Path) -> Corpus:
    """The corpus of a workspace."""
    return open_corpus(root, processes=1)


def asked(
    corpus: Corpus, drawing: Drawing[Any], by: str = "", language: Language = ENGLISH, title: str = ""
) -> Any:
    """A figure's table of the whole corpus."""
    question = Question(types=drawing.types)
    earlier = corpus if drawing.name == "before_after" else None
    return drawing.table(Request(corpus, question, WHERE, language, title, by, earlier, circles))


def drawn(drawing: Drawing[Any], table: Any, language: Language = ENGLISH) -> list[ET.Element]:
    """Every page of a figure, read back from its SVG."""
    return [root(svg(drawing.draw(page, language), fonts=False)) for page in drawing.pages(table)]


def root(document: str) -> ET.Element:
    """The SVG without its name space."""
    return ET.fromstring(re.sub(r' xmlns="[^"]+"', "", document, count=1).encode())  # noqa: S314 - our own


def groups(page: ET.Element, pattern: str) -> dict[str, ET.Element]:
    """Groups by the part of their id that `pattern` holds in brackets."""
    found = {}
    for group in page.iter("g"):
        match = re.fullmatch(rf"[a-z]+(?:-[a-z]+)*?-?{pattern}", group.get("id", ""))
        if match:
            found[match[1]] = group
    return found


def texts(element: ET.Element) -> list[str]:
    """All strings below an element."""
    return [text.text or "" for text in element.iter("text")]


def boxes(page: ET.Element) -> list[tuple[float, float, float, float, str]]:
    """Left, top, right, bottom and string of every text, by the length and size that the document states."""
    found = []
    for text in page.iter("text"):
        x, y, size, long = (float(text.get(name, 0)) for name in ("x", "y", "font-size", "textLength"))
        left = x - long * {"start": 0.0, "middle": 0.5, "end": 1.0}[text.get("text-anchor", "start")]
        found.append((left, y - 0.72 * size, left + long, y + 0.21 * size, text.text or ""))
    return found


def overlapping(page: ET.Element) -> list[tuple[str, str]]:
    """Pairs of texts that lie over one another."""
    found = sorted(boxes(page))
    pairs = []
    for index, (_, top, right, bottom, string) in enumerate(found):
        for left2, top2, _, bottom2, other in found[index + 1 :]:
            if left2 >= right:
                break
            if top < bottom2 and top2 < bottom:
                pairs.append((string, other))
    return pairs


def size(page: ET.Element) -> tuple[float, float]:
    """Width and height of the page."""
    _, _, width, height = map(float, page.get("viewBox", "").split())
    return width, height


def rect(element: ET.Element) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of a `rect`."""
    x, y, wide, high = (float(element.get(name, 0)) for name in ("x", "y", "width", "height"))
    return x, y, x + wide, y + high


def shapes(page: ET.Element) -> list[tuple[float, float, float, float]]:
    """Extents of the marks: circles with a group's colour and closed paths of straight lines or sectors."""
    found = []
    for group in page.iter("g"):
        if not re.search(r"-group(?:s|-[\d-]+)$", group.get("id", "")):
            continue
        for shape in group:
            if shape.tag == "circle":
                x, y, radius = (float(shape.get(name, 0)) for name in ("cx", "cy", "r"))
                found.append((x - radius, y - radius, x + radius, y + radius))
            elif shape.tag == "path" and "A" not in shape.get("d", ""):
                pairs = re.findall(r"(-?[\d.]+) (-?[\d.]+)", shape.get("d", ""))
                xs, ys = [float(x) for x, _ in pairs], [float(y) for _, y in pairs]
                found.append((min(xs), min(ys), max(xs), max(ys)))
    return found


def luminance(colour: str) -> float:
    """Relative luminance of `#rrggbb` (WCAG 2.2)."""
    channels = [int(colour[index : index + 2], 16) / 255 for index in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two colours."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def worst_contrast(page: ET.Element) -> float:
    """The least contrast of a text with the box that is painted last under its middle."""
    painted: list[tuple[tuple[float, float, float, float], str]] = []
    least, paper = 21.0, next(page.iter("rect")).get("fill", "#ffffff")
    for element in page.iter():
        fill = element.get("fill", "none")
        if element.tag == "rect" and fill.startswith("#"):
            painted.append((rect(element), fill))
        elif element.tag == "text":
            x, y, high, long = (float(element.get(name, 0)) for name in ("x", "y", "font-size", "textLength"))
            x += long * {"start": 0.5, "middle": 0.0, "end": -0.5}[element.get("text-anchor", "start")]
            y -= high / 3
            under = [colour for (l, t, r, b), colour in painted if l <= x <= r and t <= y <= b]  # noqa: E741
            least = min(least, contrast(fill, under[-1] if under else paper))
    return least


def touching(boxes_: list[tuple[float, float, float, float]]) -> int:
    """How many pairs of boxes overlap by more than a tenth of a point."""
    return sum(
        min(a[2], b[2]) - max(a[0], b[0]) > 0.1 and min(a[3], b[3]) - max(a[1], b[1]) > 0.1
        for a, b in combinations(boxes_, 2)
    )
