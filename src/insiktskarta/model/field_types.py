"""What a field may hold: words, a day, a period, an id; and how a field is left out."""

import datetime as dt
import re
from functools import lru_cache
from typing import TYPE_CHECKING, Annotated, Any, TypeVar

from pydantic import (
    AfterValidator,
    BeforeValidator,
    ConfigDict,
    StringConstraints,
    WithJsonSchema,
)
from pydantic_core import PydanticCustomError

CONFIG = ConfigDict(extra="forbid", frozen=True, validate_by_alias=True, validate_by_name=False)

ID_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*/[a-z0-9]+(-[a-z0-9]+)*$"
PERIOD_PATTERN = r"^\d{4}(-\d{2}(-\d{2})?)?(/\d{4}(-\d{2}(-\d{2})?)?)?$"
DATE_PATTERN = r"^\d{4}-\d{2}-\d{2}$"


def _date(text: str) -> str:
    try:
        _point(text)
    except ValueError:
        raise PydanticCustomError("date", "not a date") from None
    return text


@lru_cache(maxsize=2048)  # many records have the same few days
def _point(text: str) -> dt.date:
    if not text.isascii():  # \d is any script's digits
        raise ValueError(text)
    year, month, day = (text + "-01-01")[:10].split("-")
    return dt.date(int(year), int(month), int(day))


def _period(text: str) -> str:
    try:
        start, *end = [part for part in text.split("/") if _point(part)]
    except ValueError:
        raise PydanticCustomError("period", "not a date or a period") from None
    # A period lasts to the end of the month or the year that it names.
    if end and end[0] < start[: len(end[0])]:
        raise PydanticCustomError("period_order", "the end is before the start")
    return text


def _year_as_text(value: Any) -> Any:
    # `insamlad: 2024` is a whole number to every YAML reader, and what people mean is plain.
    return str(value) if type(value) is int and re.fullmatch(r"\d{4}", str(value)) else value


def facet(name: str) -> dict[str, Any]:
    """Mark a field as holding terms of a facet; the schema gets the terms from the vocabulary."""
    return {"x-facet": name}


if TYPE_CHECKING:
    _Value = TypeVar("_Value")
    OrLeftOut = Annotated[_Value | None, "for the type checker"]
else:

    class OrLeftOut:
        """The type of a field that may be left out, and then is None; a key that stands there has a value.

        To pydantic it is the type itself: defaults are not validated, and a None that is written does not fit.
        """

        def __class_getitem__(cls, kind: Any) -> Any:
            return kind


Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Term = Words
RecordId = Annotated[str, StringConstraints(pattern=ID_PATTERN)]
Date = Annotated[str, StringConstraints(pattern=DATE_PATTERN), AfterValidator(_date)]
Period = Annotated[
    str,
    BeforeValidator(_year_as_text),
    StringConstraints(pattern=PERIOD_PATTERN),
    AfterValidator(_period),
    # An editor reads an unquoted year as a whole number, and that is fine.
    WithJsonSchema(
        {"type": ["string", "integer"], "pattern": PERIOD_PATTERN, "minimum": 1000, "maximum": 9999}
    ),
]
