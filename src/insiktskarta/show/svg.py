"""A scene as SVG: real text in an embedded font, titles for those who listen, the same bytes for the same scene."""

import re
from math import cos, pi, sin
from typing import assert_never

from insiktskarta.figures.metrics import width
from insiktskarta.figures.scene import (
    Arc,
    Area,
    Box,
    Circle,
    Element,
    Group,
    Hatch,
    Mark,
    Path,
    Scene,
    Text,
    flat,
)
from insiktskarta.figures.shapes import CIRCLE_RADIUS, HOLLOW, scaled
from insiktskarta.show.font_subset import FAMILY, WEIGHTS, face

FALLBACK = "'Source Sans 3','Source Sans Pro','Segoe UI',Helvetica,Arial,sans-serif"
_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"})
_FORBIDDEN = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def svg(scene: Scene, *, fonts: bool = True, scale: float = 1.0) -> str:
    """The picture as one SVG document, UTF-8 and LF.

    `fonts` embeds the glyphs in use (about 40 kB). Without them, or where a viewer ignores them, texts still take
    their measured width, since each says how long it is. With `scale` 2 the page is twice as wide and high.
    """
    wide, high = _n(scene.width * scale), _n(scene.height * scale)
    size = f'width="{wide}pt" height="{high}pt" viewBox="0 0 {_n(scene.width)} {_n(scene.height)}"'
    title, desc, language = f"{scene.name}-title", f"{scene.name}-desc", _text(scene.language)
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} role="img" lang="{language}" xml:lang="{language}"',
        f"""aria-labelledby="{title} {desc}" font-family="'{FAMILY}',{FALLBACK}">""",
        f'<title id="{title}">{_text(scene.title)}</title>',
        f'<desc id="{desc}">{_text(scene.alt)}\n{_text(scene.description)}</desc>',
        *_metadata(scene),
        *(_style(scene) if fonts else ()),
        f'<rect width="{_n(scene.width)}" height="{_n(scene.height)}" fill="{scene.page}"/>',
        *(line for element in scene.elements for line in _element(element, scene)),
        "</svg>",
    ]
    return "\n".join(lines) + "\n"


def _metadata(scene: Scene) -> list[str]:
    return [
        '<metadata><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"',
        'xmlns:dc="http://purl.org/dc/elements/1.1/"><rdf:Description rdf:about="">',
        *(f"<dc:{term}>{_text(value)}</dc:{term}>" for term, value in scene.metadata),
        "</rdf:Description></rdf:RDF></metadata>",
    ]


def _style(scene: Scene) -> list[str]:
    used: dict[str, set[str]] = {}
    for element in flat(scene.elements):
        if isinstance(element, Text):
            used.setdefault(element.weight, set()).update(element.string)
    return [
        "<style>",
        *(face(weight, frozenset(used[weight])) for weight in WEIGHTS if weight in used),
        "</style>",
    ]


def _element(element: Element, scene: Scene) -> list[str]:
    found: list[str]
    match element:
        case Group(name, title, elements):
            inner = [line for child in elements for line in _element(child, scene)]
            found = [f'<g id="{scene.name}-{name}"><title>{_text(title)}</title>', *inner, "</g>"]
        case Circle(x, y, radius, fill, stroke, line):
            found = [f'<circle cx="{_n(x)}" cy="{_n(y)}" r="{_n(radius)}"{_paint(fill, stroke, line)}/>']
        case Path(arcs, fill):
            found = [f'<path d="{_chain(arcs)}Z"{_paint(fill)}/>']
        case Area(rings, fill, stroke, line):
            corners = "".join(f"M{'L'.join(f'{_n(x)} {_n(y)}' for x, y in ring)}Z" for ring in rings)
            joint = ' stroke-linejoin="round"' if stroke else ""
            found = [f'<path d="{corners}" fill-rule="evenodd"{_paint(fill, stroke, line)}{joint}/>']
        case Hatch(lines, stroke, line):
            strokes = "".join(f"M{_n(a)} {_n(b)}L{_n(c)} {_n(d)}" for a, b, c, d in lines)
            found = [f'<path d="{strokes}"{_paint(None, stroke, line)}/>']
        case Box() as box:
            found = [_box(box)]
        case Mark() as mark:
            found = _mark(mark, scene.page)
        case Text() as text:
            found = [_line(text)]
        case _:
            assert_never(element)
    return found


def _box(box: Box) -> str:
    place = f'x="{_n(box.x)}" y="{_n(box.y)}" width="{_n(box.width)}" height="{_n(box.height)}"'
    corner = f' rx="{_n(box.corner)}"' if box.corner else ""
    dash = f' stroke-dasharray="{" ".join(map(_n, box.dash))}"' if box.dash else ""
    return f"<rect {place}{corner}{_paint(box.fill, box.stroke, box.line)}{dash}/>"


def _line(text: Text) -> str:
    anchor = f' text-anchor="{text.anchor}"' if text.anchor != "start" else ""
    weight = f' font-weight="{WEIGHTS[text.weight]}"' if text.weight != "regular" else ""
    length = f' textLength="{_n(width(text.string, text.size, text.weight))}" lengthAdjust="spacingAndGlyphs"'
    place = f'x="{_n(text.x)}" y="{_n(text.y)}" font-size="{_n(text.size)}"'
    return f'<text {place}{weight}{anchor} fill="{text.colour}"{length}>{_text(text.string)}</text>'


def _mark(mark: Mark, page: str) -> list[str]:
    inset = 0.0 if mark.filled else HOLLOW * mark.radius / 2
    paint = _paint(mark.colours[0]) if mark.filled else _paint(page, mark.colours[0], 2 * inset)
    if len(mark.colours) > 1:
        return _sectors(mark, page)
    if mark.shape == "circle":
        return [
            f'<circle cx="{_n(mark.x)}" cy="{_n(mark.y)}" r="{_n(CIRCLE_RADIUS * mark.radius - inset)}"{paint}/>'
        ]
    corners = "L".join(
        f"{_n(x)} {_n(y)}" for x, y in scaled(mark.shape, mark.x, mark.y, mark.radius - 2 * inset)
    )
    joint = "" if mark.filled else ' stroke-linejoin="round"'  # a mitred tip would reach out of the disc
    return [f'<path d="M{corners}Z"{paint}{joint}/>']


def _sectors(mark: Mark, page: str) -> list[str]:
    radius, count = CIRCLE_RADIUS * mark.radius, len(mark.colours)
    found = []
    for index, colour in enumerate(mark.colours):
        start, end = (pi / 2 + 2 * pi * (index + side) / count for side in (0, 1))
        arc = Arc(mark.x, mark.y, radius if mark.filled else radius * (1 - HOLLOW / 2), start, end)
        inner = f"L{_n(mark.x)} {_n(mark.y)}" if mark.filled else ""
        paint = _paint(colour) if mark.filled else _paint(page, colour, HOLLOW * mark.radius)
        found.append(f'<path d="{_chain((arc,))}{inner}Z"{paint}/>')
    return found


def _chain(arcs: tuple[Arc, ...]) -> str:
    first = arcs[0]
    found = [
        f"M{_n(first.x + first.radius * cos(first.start))} {_n(first.y + first.radius * sin(first.start))}"
    ]
    for arc in arcs:
        large, clockwise = int(abs(arc.end - arc.start) > pi), int(arc.end > arc.start)
        x, y = arc.x + arc.radius * cos(arc.end), arc.y + arc.radius * sin(arc.end)
        found.append(f"A{_n(arc.radius)} {_n(arc.radius)} 0 {large} {clockwise} {_n(x)} {_n(y)}")
    return "".join(found)


def _paint(fill: str | None, stroke: str | None = None, line: float = 0.0) -> str:
    outline = f' stroke="{stroke}" stroke-width="{_n(line)}"' if stroke else ""
    return f' fill="{fill or "none"}"{outline}'


def _n(value: float) -> str:
    """A coordinate with at most three decimals: a thousandth of a point is invisible and the same everywhere."""
    short = f"{value:.3f}".rstrip("0").rstrip(".")
    return "0" if short == "-0" else short


def _text(value: str) -> str:
    return _FORBIDDEN.sub("", value).translate(_ESCAPES)
