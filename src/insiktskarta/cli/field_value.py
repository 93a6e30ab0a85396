"""What a person writes for a field, as the value that a file can hold."""

import re
import unicodedata
from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel

from insiktskarta.files.decode import CONTROL
from insiktskarta.files.exact import Exact
from insiktskarta.files.validate import model_problems
from insiktskarta.model.errors import InsiktError
from insiktskarta.model.language import N_
from insiktskarta.model.parts import Feedback, Review, Source, Voucher
from insiktskarta.model.record import TYPES, facet_fields, keys
from insiktskarta.model.vocabulary import Vocabulary
from insiktskarta.query.meaning import term
from insiktskarta.rules.rule import Hit

MAPPINGS: Mapping[str, type[BaseModel]] = {
    "underlag": Voucher,
    "källa": Source,
    "återkoppling": Feedback,
    "granskad": Review,
}
_FACET_BELOW = {("återkoppling", "status"): "återkoppling-status"}
_NUMBERS = {"antal"}
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
_LONGEST = 9  # digits; more people than there are took no part


def belongs(type_: str, key: str) -> None:
    """Check that a record type has a field.

    Raises:
        InsiktError: it has not.
    """
    if key not in keys(TYPES[type_]):
        raise InsiktError(N_("A record of type “{type}” has no field “{key}”."), type=type_, key=key)


def is_address(written: str) -> bool:
    """Whether a text is a web address and nothing more."""
    return _ADDRESS.fullmatch(written.strip()) is not None


def item(vocabulary: Vocabulary, key: str, written: str, part: str = "") -> Any:
    """One value that was written for a field, or for a part of it: clean, and a term or a number where it is one.

    Raises:
        InsiktError: it is empty, holds what no file can, or means nothing.
    """
    text = _clean(key, written)
    if not text.strip():
        raise InsiktError(N_("The value is empty. Write something, or leave the option out."))
    if key == "citat" and is_address(text):
        raise InsiktError(
            N_(
                "“{word}” is a web address. A quote is what somebody said; the address goes to “källa”, as its “länk” (--källa-länk)."
            ),
            word=text,
        )
    if (key, part) == ("källa", "dokument") and is_address(text):
        raise InsiktError(
            N_("“{word}” is a web address. Write what the document is called, and the address as “länk”."),
            word=text,
        )
    facet = _FACET_BELOW.get((key, part)) or (key if not part and key in _facets() else "")
    if facet:
        found = term(vocabulary, facet, text)
        return vocabulary[facet].current(found) or found
    return _number(key, text) if key in _NUMBERS else text


def whole(type_: str, key: str, value: Any) -> Any:
    """The value of a field, once its items fit: a text, a number, a list without repetitions or a mapping.

    Raises:
        InsiktError: its form does not fit; the value `part` names the part that it is about.
    """
    if isinstance(value, Mapping):
        _check_parts(key, value)
        return dict(value)
    if isinstance(value, list) and key in _facets():
        value = list(dict.fromkeys(value))
    for problem in model_problems(TYPES[type_], {"typ": type_, key: value}, Exact()):
        if isinstance(problem.cause, Hit) and problem.cause.pointer[:1] == (key,):
            raise InsiktError(problem.message, **problem.values)
    return value


def part_item(vocabulary: Vocabulary, key: str, part: str, written: str) -> Any:
    """What was written for a part of a field, whatever the other parts are.

    Raises:
        InsiktError: it does not fit.
    """
    value = item(vocabulary, key, written, part)
    try:
        _check_parts(key, {part: value})
    except InsiktError as error:
        if error.values["part"] == part:
            raise
    return value


def legible(value: Any) -> Any:
    """What was written without what no file can hold, so that the rest of it can be looked at."""
    if isinstance(value, Mapping):
        return {part: legible(each) for part, each in value.items()}
    if isinstance(value, list):
        return [legible(each) for each in value]
    return CONTROL.sub("", str(value).encode("utf-8", "replace").decode("utf-8"))


def _check_parts(key: str, value: Mapping[str, Any]) -> None:
    # What is missing is told last: it may be the least of it.
    for problem in sorted(
        model_problems(MAPPINGS[key], value, Exact()), key=lambda each: each.code == "SC101"
    ):
        part = problem.values.get("key", "")
        if problem.code == "SC101":
            message = N_("“{key}” is missing, which “{whole}” needs.")
            raise InsiktError(message, key=part, whole=key, part=part)
        raise InsiktError(problem.message, **{**problem.values, "part": part})


def _facets() -> frozenset[str]:
    return frozenset(facet for content in TYPES.values() for facet, _ in facet_fields(content))


def _number(key: str, text: str) -> int:
    digits = "".join(text.split())
    if not (digits.isascii() and digits.isdecimal() and len(digits) <= _LONGEST):
        message = N_(
            "“{word}” is no number. Write “{key}” as a whole number such as 16; when it is not known, leave it out and say so in “osäkert”."
        )
        raise InsiktError(message, word=text, key=key)
    return int(digits)


def _clean(key: str, value: str) -> str:
    """A value as a file can hold it: composed letters, and lines that end as everywhere."""
    if any("\ud800" <= sign <= "\udfff" for sign in value):
        raise InsiktError(N_("“{key}” holds something that is no text. Write it again."), key=key)
    found = CONTROL.search(value)
    if found:
        character = f"U+{ord(found.group()):04X}"
        raise InsiktError(
            N_("There is an invisible character here ({character}). Delete it."), character=character
        )
    return unicodedata.normalize("NFC", value.replace("\r\n", "\n").replace("\r", "\n"))
