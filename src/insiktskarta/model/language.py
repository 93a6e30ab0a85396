"""The language that people are addressed in, as a value that pure code is handed."""

from collections.abc import Callable
from dataclasses import dataclass, field

NARROW_SPACE = "\N{NARROW NO-BREAK SPACE}"


def N_(message: str) -> str:  # noqa: N802 - the name that message extractors know
    """Mark a message for the catalogue without translating it here."""
    return message


def _same(message: str) -> str:
    return message


def _english_plural(one: str, many: str, count: int) -> str:
    return one if count == 1 else many


@dataclass(frozen=True, slots=True)
class Language:
    """Messages, plural forms and number format of one language.

    Attributes:
        code: `sv` or `en`.
        translate: a message in English to the same in this language.
        translate_plural: English singular, English plural and a count to the right form.
    """

    code: str
    translate: Callable[[str], str] = field(default=_same, repr=False)
    translate_plural: Callable[[str, str, int], str] = field(default=_english_plural, repr=False)

    def text(self, message: str, /, **values: object) -> str:
        """The message in this language, with its `{names}` filled in."""
        translated = self.translate(message)
        return translated.format(**values) if values else translated

    def plural(self, one: str, many: str, count: int, /, **values: object) -> str:
        """The form of a message that fits `count`; `{n}` is the count, formatted."""
        return self.translate_plural(one, many, count).format(n=self.number(count), **values)

    def number(self, value: float, decimals: int = 0) -> str:
        """`1 234,5` in Swedish, `1,234.5` in English; the Swedish space is narrow and does not break."""
        english = f"{value:,.{decimals}f}"
        if self.code != "sv":
            return english
        return english.replace(",", NARROW_SPACE).replace(".", ",").replace("-", "−")

    def listed(self, words: list[str]) -> str:
        """`a, b och c`, `a, b and c`."""
        if len(words) < 2:  # noqa: PLR2004 - a list of two is the first that needs a conjunction
            return "".join(words)
        return self.text("{first} and {last}", first=", ".join(words[:-1]), last=words[-1])


ENGLISH = Language("en")
