"""What a person answers to a question, as a draft that holds it."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from insiktskarta.cli.draft import Draft
from insiktskarta.cli.field_value import is_address, part_item
from insiktskarta.cli.questions import FACETS, ONE
from insiktskarta.model.errors import InsiktError
from insiktskarta.model.language import N_
from insiktskarta.model.record import LINKS
from insiktskarta.query.meaning import term

_MAY_BE_EMPTY = frozenset({"grupper", "förflyttningar"})
NEEDS_CIRCLE = N_(
    "The insight has to lie in at least one of the circles. Only the words of staff, managers and politicians may lie in none (röst: medarbetare, chefer or politiker)."
)
_SHORT = frozenset({"organisation", "antal", "insamlad", "giltig-till", *LINKS})
_MINUS = frozenset("-–−")
_LISTS_OF_TEXT = frozenset({"citat"})


@dataclass(frozen=True, slots=True)
class Answer:
    """How an answer to the question for a field is taken.

    Attributes:
        key: the field.
        part: the key below it; empty for the field itself.
        may_be_left: whether Enter leaves it out.
        link: from an id as people write it to that of the record.
        keeps: whether the field is there already, which a minus sign takes away where it may be left out.
    """

    key: str
    part: str = ""
    may_be_left: bool = False
    link: Callable[[str], str] = str
    keeps: bool = False

    @property
    def facet(self) -> str:
        """The facet whose terms are chosen from; empty for an answer in words."""
        if self.part:
            return "återkoppling-status" if (self.key, self.part) == ("återkoppling", "status") else ""
        return self.key if self.key in FACETS else ""

    @property
    def is_long(self) -> bool:
        """Whether the answer is a text, which is mended where it stands rather than written again."""
        return not self.facet and not self.part and self.key not in _SHORT

    def taken(self, draft: Draft, typed: str, choices: tuple[str, ...]) -> Draft:
        """The draft with what was typed.

        Args:
            draft: before the answer.
            typed: without spaces around it.
            choices: the terms that were shown, in that order.

        Raises:
            InsiktError: it does not fit, or something has to be answered.
        """
        if self.may_be_left and not typed.strip(", "):
            return draft
        if self.may_be_left and typed in _MINUS:
            return self._without(draft) if self.keeps else draft
        if self.key == "organisation" and typed:
            return draft.of(typed)
        if self.facet and (self.key in ONE or self.part):
            return self._having(draft, self._meant(draft, typed, choices))
        if self.facet:
            return self._several(draft, typed, choices)
        if not typed:
            raise InsiktError(N_("An answer is needed here. Ctrl-C ends without saving anything."))
        return self._in_words(draft, typed)

    def _in_words(self, draft: Draft, typed: str) -> Draft:
        if self.key in LINKS:
            return draft.having(
                self.key, [self.link(each.strip()) for each in typed.split(",") if each.strip()]
            )
        if self.key in _LISTS_OF_TEXT:
            return draft.having(self.key, [*draft.fields.get(self.key, ()), typed])
        return self._having(draft, typed)

    def _without(self, draft: Draft) -> Draft:
        if not self.part and draft.needs(self.key):
            raise InsiktError(N_("This has to be there. Write something else, or press Enter to keep it."))
        known = draft.fields[self.key] if self.part else {}
        left = {part: value for part, value in known.items() if part != self.part}
        rest = draft.without(self.key)
        return replace(rest, fields={**rest.fields, self.key: left}) if left else rest

    def _having(self, draft: Draft, typed: str) -> Draft:
        if not self.part:
            return draft.having(self.key, typed)
        part = "länk" if (self.key, self.part) == ("källa", "dokument") and is_address(typed) else self.part
        value = part_item(draft.vocabulary, self.key, part, typed)
        mapping = {**draft.fields.get(self.key, {}), part: value}
        return replace(draft, fields={**draft.fields, self.key: mapping})

    def _several(self, draft: Draft, typed: str, choices: tuple[str, ...]) -> Draft:
        known = draft.vocabulary[self.key]
        # A term may be several words, as "barn och unga" is; numbers may be parted by spaces alone.
        pieces = [part.strip() for part in typed.split(",")]
        words = [each for part in pieces for each in ([part] if known.find(part) else part.split())]
        if not words and self.key in _MAY_BE_EMPTY:
            return draft
        if not words and not draft.may_lie_in_no_circle:
            raise InsiktError(NEEDS_CIRCLE)
        return draft.having(self.key, [self._meant(draft, word, choices) for word in words])

    def _meant(self, draft: Draft, word: str, choices: tuple[str, ...]) -> str:
        word = _numbered(word, choices)
        try:
            return term(draft.vocabulary, self.facet, word)
        except InsiktError as error:
            if error.values.get("near"):
                raise
            message = N_("“{word}” is none of these. Write a number from 1 to {most}.")
            raise InsiktError(message, word=word, most=len(choices)) from None


def _numbered(word: str, choices: tuple[str, ...]) -> str:
    if not word or (word.isdecimal() and not 0 < int(word) <= len(choices)):
        raise InsiktError(N_("Choose a number from 1 to {most}."), most=len(choices))
    return choices[int(word) - 1] if word.isdecimal() else word
