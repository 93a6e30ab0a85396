"""How a picture was made, as a line of text inside its file: enough to make its table again and see whether it changed."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, is_dataclass, replace
from functools import cache
from typing import Any

from insiktskarta.figures.drawing import Drawing
from insiktskarta.model.masking import masked
from insiktskarta.query.question import Question
from insiktskarta.tables.perspective_regions import Provenance
from insiktskarta.tables.request import Request

VERSION = 1
START = '{"insikt":'
"""How every recipe's line begins."""
TERM = "source"
"""The Dublin Core term that a recipe stands under: what the picture is derived from."""


@dataclass(frozen=True, slots=True)
class Recipe:
    """What a picture was asked for, and the fingerprint of what it was drawn from.

    Attributes:
        figure: its name as people write it.
        language: `sv` or `en`.
        question: which records count.
        words: the request's other words by name, such as `by` and `title`; no empty ones.
        at: the commit that the records were read from, empty for those on the disk.
        since: the commit of the earlier state that they were compared with, or empty.
        look: options that do not change what it says, by name, such as `dpi`.
        page: which of several pages it is, from 1; 0 where there is one.
        tool: name and version of the tool.
        table: fingerprint of the table.
    """

    figure: str
    language: str
    question: Question
    words: Mapping[str, str] = field(default_factory=dict)
    at: str = ""
    since: str = ""
    look: Mapping[str, str] = field(default_factory=dict)
    page: int = 0
    tool: str = ""
    table: str = ""

    def text(self) -> str:
        """One line of ASCII; empty where it would carry what looks like personal data into the file."""
        asked = self.question
        if masked(asked.text) != asked.text:
            return ""
        said = {"insikt": VERSION} | {each.name: getattr(self, each.name) for each in fields(self)}
        said["question"] = {
            "organisations": asked.organisations,
            "types": asked.types,
            "terms": dict(asked.terms),
            "text": asked.text,
        }
        return json.dumps({key: value for key, value in said.items() if value}, separators=(",", ":"))


def recipe_of(
    drawing: Drawing[Any], request: Request, table: Any, page: int, look: Mapping[str, str]
) -> Recipe:
    """The recipe of a page of a figure (from 1, or 0 where there is one), drawn from `table`."""
    at, earlier = request.corpus.at, request.earlier.at if request.earlier else None
    return Recipe(
        figure=drawing.name.replace("_", "-"),
        language=request.language.code,
        question=request.question,
        words=words(request),
        at=at.whole if at else "",
        since=earlier.whole if earlier else "",
        look=look,
        page=page,
        tool=request.provenance.tool,
        table=fingerprint(table),
    )


def words(request: Request) -> dict[str, str]:
    """The words of a request, whatever there are; no empty ones."""
    found = {each.name: getattr(request, each.name) for each in fields(request)}
    return {name: value for name, value in found.items() if isinstance(value, str) and value}


def worded(request: Request, recipe: Recipe) -> Request | None:
    """A request with a recipe's words; None where it has no place for one of them."""
    known = {each.name for each in fields(request) if isinstance(getattr(request, each.name), str)}
    words: dict[str, Any] = dict(recipe.words)
    return replace(request, **words) if words.keys() <= known else None


def read(text: str) -> Recipe | None:
    """The recipe that a line of text is; None where it is none of this version's."""
    try:
        said = json.loads(text)
    except ValueError:
        return None
    if not isinstance(said, dict) or said.pop("insikt", None) != VERSION:
        return None
    asked, known = said.pop("question", {}), {each.name: each for each in fields(Recipe)}
    if not (isinstance(asked, dict) and {"figure", "language", "table"} <= said.keys() <= known.keys()):
        return None
    question = _question(asked)
    right = all(_is_right(name, value) for name, value in said.items())
    return Recipe(question=question, **said) if question is not None and right else None


def _is_right(name: str, value: object) -> bool:
    if name in {"words", "look"}:
        return isinstance(value, dict) and all(isinstance(each, str) for each in value.values())
    if name == "page":
        return isinstance(value, int) and value >= 0
    return isinstance(value, str)


def _question(said: dict[str, Any]) -> Question | None:
    terms = said.get("terms", {})
    lists = [said.get("organisations", []), said.get("types", [])]
    lists += terms.values() if isinstance(terms, dict) else [None]
    right = all(isinstance(each, list) and all(isinstance(one, str) for one in each) for each in lists)
    text = said.get("text", "")
    if not right or not isinstance(text, str):
        return None
    held = {facet: tuple(each) for facet, each in terms.items()}
    return Question(tuple(lists[0]), tuple(lists[1]), held, text)


def fingerprint(table: Any) -> str:
    """What a table says, in 32 letters and digits.

    Of its provenance only the organisations and the question count: a commit, a day or a version of the tool that
    changes no number leaves the picture true. Fractions do not count either: they are places on the page, which
    follow from the rest and may differ in their last digit from machine to machine.
    """
    said = json.dumps(_plain(table), ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(said.encode("utf-8", "surrogatepass")).hexdigest()[:32]


def _plain(value: Any) -> Any:
    if isinstance(value, (str, int)):  # nearly everything is, in tables of thousands of records
        return value
    if isinstance(value, Provenance):
        return [value.organisations, value.filter]
    kind: Any = type(value)
    names = _names(kind)
    if names:
        return {name: _plain(getattr(value, name)) for name in names}
    if isinstance(value, Mapping):
        return sorted(([_plain(key), _plain(each)] for key, each in value.items()), key=repr)
    if isinstance(value, (tuple, list, set, frozenset)):
        found = [_plain(each) for each in value]
        return found if isinstance(value, (tuple, list)) else sorted(found, key=repr)
    return None if isinstance(value, float) else value


@cache
def _names(kind: type) -> tuple[str, ...]:
    return tuple(each.name for each in fields(kind)) if is_dataclass(kind) else ()
