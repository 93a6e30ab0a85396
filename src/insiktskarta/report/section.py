"""What a section of a report is: one value in one module."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from insiktskarta.model.corpus import Corpus
from insiktskarta.model.language import Language
from insiktskarta.query.question import Question
from insiktskarta.tables.perspective_regions import PerspectiveRegions

_SIGN = re.compile(r"[\\`*_\[\]|#~]")
_ENTITY = re.compile(r"&(?=#|\w+;)")
# What makes a list or a line under a heading of a line that starts with it; a date does not.
_START = re.compile(r"^(?=[-+=]|\d+[.)])(\d*)([-+=.)])")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")


@dataclass(frozen=True, slots=True)
class Brief:
    """What a report is about.

    Attributes:
        corpus: where the records are.
        question: which records; of insights unless it names other types.
        regions: the insights with their regions and groups, as on the map.
        language: that the report is written in.
        picture: the map's file as the report links to it, or empty where there is none.
        alt_text: what the map says, in words.
    """

    corpus: Corpus
    question: Question
    regions: PerspectiveRegions
    language: Language
    picture: str = ""
    alt_text: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """One section: a title in English, to be translated, and a function to Markdown without the title."""

    title: str
    write: Callable[[Brief], str]


def escaped(text: str) -> str:
    """Text that means nothing to Markdown or HTML, on one line."""
    plain = _ENTITY.sub("&amp;", _CONTROL.sub("", " ".join(text.split())))
    plain = _SIGN.sub(r"\\\g<0>", plain).replace("<", "&lt;").replace(">", "&gt;")
    return _START.sub(r"\1\\\2", plain)


def table(head: list[str], rows: list[list[str]]) -> str:
    """A Markdown table; all columns but the first hold numbers and are set right."""
    lines = [head, [":--", *("--:" for _ in head[1:])], *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
