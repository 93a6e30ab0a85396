"""What pydantic has against a value, in our words, by the type of its error."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, Final

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from insiktskarta.model.finding import Pointer
from insiktskarta.model.language import N_
from insiktskarta.model.masking import masked
from insiktskarta.model.record import TYPES, keys
from insiktskarta.model.swedish import nearest

Words = tuple[str, str, dict[str, object]]
"""A rule's code, a message and its values."""

_SHOWN = 40


def wording(model: type[BaseModel], error: ErrorDetails) -> Words:
    """The words for an error of a model."""
    return _WORDINGS.get(error["type"], _other)(model, error)


def shown(given: Any) -> str:
    """The beginning of what was given, with personal data masked."""
    # Masked before it is cut: half a number is no longer seen to be one.
    return masked(str(given))[:_SHOWN]


def _model_at(model: type[BaseModel], pointer: Pointer) -> type[BaseModel]:
    """The model that holds the last key of a pointer: the type itself, or one of its mappings."""
    for part in pointer[:-1]:
        held = (_held(field.annotation) for field in model.model_fields.values() if field.alias == part)
        model = next((each for each in held if each is not None), model)
    return model


def _held(annotation: Any) -> type[BaseModel] | None:
    """The model in a field's type: in `Voucher | None`, or in `dict[str, dict[str, LocalTerm]]`."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    inner = (_held(each) for each in getattr(annotation, "__args__", ()))
    return next((each for each in inner if each is not None), None)


def _missing(model: type[BaseModel], error: ErrorDetails) -> Words:
    holder, key = _model_at(model, tuple(error["loc"])), str(error["loc"][-1])
    field = next((each for each in holder.model_fields.values() if each.alias == key), None)
    example = _flow(field.examples[0]) if field is not None and field.examples else "…"
    return (
        "SC101",
        N_("The field “{key}” is missing. Add it, for example “{key}: {example}”."),
        {"example": example},
    )


def _flow(value: Any) -> str:
    return f"[{', '.join(map(str, value))}]" if isinstance(value, list) else str(value)


def _unknown_key(model: type[BaseModel], error: ErrorDetails) -> Words:
    pointer = tuple(error["loc"])
    known = keys(_model_at(model, pointer))
    near = nearest(str(pointer[-1]), known)
    if near:
        return "SC102", N_("The key “{key}” is not known. Do you mean “{near}”?"), {"near": near[0]}
    if len(pointer) == 1 and any(pointer[0] in keys(each) for each in TYPES.values()):
        message = N_(
            "The key “{key}” does not belong to this record type. Remove it, or move the text to “anteckning”."
        )
        return "SC102", message, {}
    return "SC102", N_("The key “{key}” is not known. Remove it, or move the text to “anteckning”."), {}


def _no_text(_: type[BaseModel], error: ErrorDetails) -> Words:
    given = error["input"]
    if given is None:
        return _no_value()
    if isinstance(given, dict):
        message = N_(
            "“{key}” has a colon in its text and is read as fields of its own. Put the text in quotation marks."
        )
        return "SC103", message, {}
    if isinstance(given, list):
        return (
            "SC103",
            N_("“{key}” takes one text, and there is a list. Remove the brackets or the hyphens."),
            {},
        )
    message = N_('“{key}” is read as a number or as true/false. Put it in quotation marks: "{given}".')
    return "SC103", message, {"given": shown(given)}


def _no_value() -> Words:
    return "SC103", N_("“{key}” is empty. Fill it in, or remove the line."), {}


def _no_list(_: type[BaseModel], error: ErrorDetails) -> Words:
    if error["input"] is None:
        return _no_value()
    given = error["input"] if isinstance(error["input"], str) else "…"
    return "SC103", N_("“{key}” takes a list. Write “{key}: [{given}]”."), {"given": shown(given)}


def _no_mapping(_: type[BaseModel], error: ErrorDetails) -> Words:
    if not error["loc"]:
        message = N_("The file has no fields. Each line is a key, a colon and a value.")
        return "YA113", message, {}
    if error["input"] is None:
        return _no_value()
    return "SC103", N_("“{key}” takes fields of its own, each on an indented line below it."), {}


def _no_number(_: type[BaseModel], error: ErrorDetails) -> Words:
    if error["input"] is None:
        return _no_value()
    return "SC103", N_("“{key}” takes a whole number, such as 16."), {}


def _no_yes(_: type[BaseModel], __: ErrorDetails) -> Words:
    return "SC103", N_("“{key}” takes true or false."), {}


def _no_share(_: type[BaseModel], __: ErrorDetails) -> Words:
    return "SC103", N_("“{key}” takes a number with a decimal point, such as 0.65."), {}


def _too_large(_: type[BaseModel], error: ErrorDetails) -> Words:
    return "SC104", N_("“{key}” must be at most {most}."), {"most": f"{error.get('ctx', {}).get('le', 1):g}"}


def _too_small(_: type[BaseModel], error: ErrorDetails) -> Words:
    return "SC104", N_("“{key}” must be at least {least}."), {"least": error.get("ctx", {}).get("ge", 1)}


def _too_long(_: type[BaseModel], error: ErrorDetails) -> Words:
    longest = error.get("ctx", {}).get("max_length", 0)
    length = len(str(error["input"]).strip())
    message = N_(
        "“{key}” has {length} characters; at most {longest} fit on a card. Move the rest to the text below."
    )
    return "SC104", message, {"length": length, "longest": longest}


def _too_many(_: type[BaseModel], error: ErrorDetails) -> Words:
    return (
        "SC104",
        N_("“{key}” takes at most {longest} values."),
        {"longest": error.get("ctx", {}).get("max_length", 0)},
    )


def _empty_text(_: type[BaseModel], __: ErrorDetails) -> Words:
    return "SC104", N_("“{key}” is empty. Fill it in, or remove the line."), {}


def _empty_list(_: type[BaseModel], __: ErrorDetails) -> Words:
    return "SC104", N_("“{key}” needs at least one value."), {}


def _pattern(_: type[BaseModel], error: ErrorDetails) -> Words:
    pattern = str(error.get("ctx", {}).get("pattern", ""))
    given: dict[str, object] = {"given": shown(error["input"])}
    if "/" in pattern and "a-z" in pattern:
        return (
            "SC104",
            N_("“{given}” is no id. An id is organisation/file-name, such as exempelkoping/kort-vag-in."),
            given,
        )
    if "a-z" in pattern:
        return "SC104", N_("“{given}” is no short name. Use a–z, 0–9 and hyphens."), given
    if "A-Z" in pattern:
        return (
            "SC104",
            N_("“{given}” is no rule. Write a code such as PD202, or the beginning of one."),
            given,
        )
    if pattern == r"^[^\n]*$":
        return "SC104", N_("“{key}” has several lines; it takes one."), {}
    if pattern == r"^\d{2}(\d{2})?$":
        return (
            "SC104",
            N_('“{given}” is no SCB code. Write two or four digits in quotation marks, such as "0180".'),
            given,
        )
    return _no_period(_, error) if "(/" in pattern else _no_date(_, error)


def _no_date(_: type[BaseModel], error: ErrorDetails) -> Words:
    return (
        "SC104",
        N_("“{given}” is no date. Write year-month-day, such as 2025-03-01."),
        {"given": shown(error["input"])},
    )


def _no_period(_: type[BaseModel], error: ErrorDetails) -> Words:
    message = N_("“{given}” is no time. Write 2024, 2024-10, 2024-10-23 or a period such as 2024-08/2024-12.")
    return "SC104", message, {"given": shown(error["input"])}


def _period_order(_: type[BaseModel], __: ErrorDetails) -> Words:
    return "SC104", N_("The period in “{key}” ends before it starts. Change places."), {}


def _trial(_: type[BaseModel], __: ErrorDetails) -> Words:
    return "SC101", N_("A trial needs “hypotes” or “beskrivning”. Add one of them."), {}


def _literal(_: type[BaseModel], error: ErrorDetails) -> Words:
    expected = str(error.get("ctx", {}).get("expected", "")).replace("'", "").replace(" or ", ", ")
    return (
        "SC104",
        N_("“{given}” does not fit in “{key}”. Write one of: {expected}."),
        {"given": shown(error["input"]), "expected": expected},
    )


def _other(_: type[BaseModel], __: ErrorDetails) -> Words:
    return "SC104", N_("The value of “{key}” does not fit."), {}


_WORDINGS: Final[Mapping[str, Callable[[type[BaseModel], ErrorDetails], Words]]] = MappingProxyType(
    {
        "missing": _missing,
        "extra_forbidden": _unknown_key,
        "string_type": _no_text,
        "tuple_type": _no_list,
        "model_type": _no_mapping,
        "dict_type": _no_mapping,
        "int_type": _no_number,
        "bool_type": _no_yes,
        "float_type": _no_share,
        "less_than_equal": _too_large,
        "greater_than_equal": _too_small,
        "string_too_long": _too_long,
        "too_long": _too_many,
        "string_too_short": _empty_text,
        "too_short": _empty_list,
        "string_pattern_mismatch": _pattern,
        "date": _no_date,
        "period": _no_period,
        "period_order": _period_order,
        "trial_statement": _trial,
        "literal_error": _literal,
    }
)
