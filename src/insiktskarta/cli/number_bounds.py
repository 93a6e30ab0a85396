"""Which numbers an option takes, in words."""

from typing import Any

from insiktskarta.model.language import Language


def bounds(parameter: Any) -> tuple[float, float] | None:
    """The least and the greatest number that an option takes; None for one without both."""
    low, high = (getattr(parameter.type, end, None) for end in ("min", "max"))
    return None if low is None or high is None else (low, high)


def tell_bounds(parameter: Any, language: Language) -> None:
    """Put into the help which numbers fit, which Typer tells as a comparison with x."""
    low, high = parameter.type.min, parameter.type.max
    text = f"{low}–{high}"
    if parameter.default is not None:
        text = language.text("{low}–{high}, otherwise {usual}", low=low, high=high, usual=parameter.default)
    parameter.help = f"{parameter.help}  [{text}]"
    parameter.show_default = False
    parameter.type._describe_range = str  # noqa: SLF001 - an empty text, since the help says it already
