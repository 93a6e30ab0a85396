"""A record: its identity, and its content as one of the five types."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from operator import attrgetter
from types import MappingProxyType
from typing import Any, Final

from pydantic import BaseModel

from insiktskarta.model.insight import Insight
from insiktskarta.model.lesson import Lesson
from insiktskarta.model.question import Question
from insiktskarta.model.study import Study
from insiktskarta.model.trial import Trial

Content = Insight | Study | Question | Trial | Lesson

TYPES: Final[Mapping[str, type[Content]]] = MappingProxyType(
    {"insikt": Insight, "insiktsarbete": Study, "fråga": Question, "test": Trial, "lärdom": Lesson}
)


@dataclass(frozen=True, slots=True)
class Record:
    """One record of the corpus.

    Attributes:
        id: `<organisation>/<slug>`, the path below `insights/` without `.yaml`.
        content: what the file says.
        terms: every term, as facet, position in its list (None for a single value) and term.
        keys: its keys in the order in which the file has them.
    """

    id: str
    content: Content
    terms: tuple[tuple[str, int | None, str], ...] = ()
    keys: tuple[str, ...] = ()

    @property
    def organisation(self) -> str:
        """The slug of the organisation: the first part of the id."""
        return self.id.partition("/")[0]

    def links(self) -> Iterator[tuple[str, int, str]]:
        """Every link, as key, position in its list and the id that it points to."""
        for key, attribute in link_fields(type(self.content)):
            yield from (
                (key, position, target) for position, target in enumerate(getattr(self.content, attribute))
            )


def record_of(record_id: str, content: Content, written: tuple[str, ...] = ()) -> Record:
    """The record with this id and content, and with its keys as they are written in its file."""
    return Record(record_id, content, tuple(_terms(content)), written)


def _terms(content: Content) -> list[tuple[str, int | None, str]]:
    facets, values = _facet_reader(type(content))
    terms: list[tuple[str, int | None, str]] = []
    for facet, value in zip(facets, values(content), strict=True):
        if isinstance(value, str):
            terms.append((facet, None, value))
        elif value:
            terms += [(facet, position, term) for position, term in enumerate(value)]
    feedback = vars(content).get("feedback")
    if feedback is not None:
        terms.append(("återkoppling-status", None, feedback.status))
    return terms


@cache
def _facet_reader(content: type[BaseModel]) -> tuple[tuple[str, ...], Callable[[Any], tuple[Any, ...]]]:
    """A type's facets, and a function from a content to their values."""
    fields = facet_fields(content)
    return tuple(facet for facet, _ in fields), attrgetter(*(attribute for _, attribute in fields))


LINKS: Final = {"bygger-på": "builds_on", "motsäger": "contradicts", "lika": "same_as"}


@cache
def facet_fields(content: type[BaseModel]) -> tuple[tuple[str, str], ...]:
    """The (facet, attribute) pairs of a type, in file order."""
    return tuple(
        (str(field.json_schema_extra["x-facet"]), attribute)
        for attribute, field in content.model_fields.items()
        if isinstance(field.json_schema_extra, dict) and "x-facet" in field.json_schema_extra
    )


@cache
def link_fields(content: type[BaseModel]) -> tuple[tuple[str, str], ...]:
    """The (key, attribute) pairs of a type's links."""
    return tuple((key, attribute) for key, attribute in LINKS.items() if attribute in content.model_fields)


@cache
def keys(content: type[BaseModel]) -> tuple[str, ...]:
    """The keys of a type, in the order in which they are written."""
    return tuple(field.alias or attribute for attribute, field in content.model_fields.items())


def plain(content: BaseModel) -> dict[str, Any]:
    """The content as it is written: Swedish keys in file order, nothing that was left out."""
    return content.model_dump(by_alias=True, exclude_unset=True, mode="json")
