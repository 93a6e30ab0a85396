"""A draft from what was given at the command line, and all that is wrong with it at once."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import Any

from insiktskarta.cli.answer import NEEDS_CIRCLE
from insiktskarta.cli.draft import Draft
from insiktskarta.cli.field_value import belongs, is_address, item, legible, part_item
from insiktskarta.cli.option_places import option, place
from insiktskarta.files.settings import read_workspace
from insiktskarta.model.errors import InsiktError
from insiktskarta.model.language import N_, Language
from insiktskarta.model.masking import masked
from insiktskarta.model.record import LINKS, TYPES, keys
from insiktskarta.model.vocabulary import Vocabulary

_USUAL = "insikt"
Fields = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a draft cannot be saved, and the option that it is about; empty for several or none."""

    option: str
    error: InsiktError

    def text(self, language: Language) -> str:
        """The fault as it is told, masked."""
        said = self.error.text(language)
        return masked(f"{self.option}: {said}" if self.option else said)


def drafted(root: Path, given: Mapping[str, Any], link: Callable[[str], str]) -> tuple[Draft, list[Fault]]:
    """A draft with what was given that fits, and why the rest does not.

    Args:
        root: the workspace.
        given: the values of the options by name, without those that were left out.
        link: from an id as people write it to that of the record; InsiktError where there is none.
    """
    context = read_workspace(root).context()
    gathering = _Gathering(link)
    fields = _by_key(given)
    type_ = gathering.tried(lambda: _type(context.vocabulary, given.get("typ", _USUAL)), "typ")
    draft = Draft(root, context, type_ or _likely(context.vocabulary, given["typ"], fields), "", {})
    if "organisation" in given:
        draft = gathering.tried(partial(draft.of, given["organisation"]), "organisation") or draft
    no_circle = draft.type == "insikt" and "".join(fields.get("perspektiv", "x")).strip() == ""
    for key, value in fields.items():
        if key != "perspektiv" or not no_circle:
            draft = gathering.add(draft, key, value)
    if no_circle:
        draft = gathering.without_circle(draft)
    gathering.faults += _personal(draft, fields)
    return draft, gathering.faults


def unfinished(draft: Draft, faults: list[Fault]) -> list[Fault]:
    """Why a draft with these faults cannot be saved when nobody can be asked: these, and what is missing."""
    wrong = {fault.option for fault in faults}
    known = draft.missing() if option("typ") not in wrong else []  # the type says what is needed
    options = [option(key) for key in known]
    lacking = ", ".join(each for each in options if each not in wrong)
    if lacking:
        faults = [*faults, Fault("", InsiktError(N_("More is needed. Add: {options}."), options=lacking))]
    return faults or [Fault(option(key) if key else "", error) for key, error in draft.faults()]


@dataclass(slots=True)
class _Gathering:
    link: Callable[[str], str]
    faults: list[Fault] = field(default_factory=list)

    def tried(self, make: Callable[[], Any], key: str, part: str = "") -> Any:
        """What is made; None where it cannot be, which is kept as a fault of the field's option."""
        try:
            return make()
        except InsiktError as error:
            self.faults.append(Fault(option(key, str(error.values.get("part", part))), error))
            return None

    def add(self, draft: Draft, key: str, value: Any) -> Draft:
        """The draft with the field, unless something is wrong with any part of it."""
        before = len(self.faults)
        self.tried(partial(belongs, draft.type, key), key, _first(value))
        if len(self.faults) == before:
            value = self._resolved(draft, key, value)
        if len(self.faults) > before:
            return draft
        return self.tried(partial(draft.having, key, value), key) or draft

    def without_circle(self, draft: Draft) -> Draft:
        """The draft of an insight that is said to lie in none of the circles; whose words it is decides whether it may."""
        if draft.may_lie_in_no_circle:
            return draft.having("perspektiv", [])
        self.faults.append(Fault(option("perspektiv"), InsiktError(NEEDS_CIRCLE)))
        return draft

    def _resolved(self, draft: Draft, key: str, value: Any) -> Any:
        """The value with its links resolved; each of its items is tried, so that all are told."""
        if isinstance(value, Mapping):
            for part, written in value.items():
                self.tried(partial(part_item, draft.vocabulary, key, part, written), key, part)
        elif key in LINKS:
            return [self.tried(partial(self._linked, draft, key, written), key) for written in value]
        else:
            for written in value if isinstance(value, list) else [value]:
                self.tried(partial(item, draft.vocabulary, key, written), key)
        return value

    def _linked(self, draft: Draft, key: str, written: str) -> str:
        return self.link(item(draft.vocabulary, key, written))


def _first(value: Any) -> str:
    return next(iter(value), "") if isinstance(value, Mapping) else ""


def _by_key(given: Mapping[str, Any]) -> dict[str, Any]:
    """The fields that were given, by key, those below a key in a mapping."""
    fields: dict[str, Any] = {}
    for name, value in given.items():
        key, part = place(name)
        if (key, part) == ("källa", "dokument") and is_address(value) and "källa_länk" not in given:
            part = "länk"
        if part:
            fields.setdefault(key, {})[part] = value
        elif key not in ("typ", "organisation"):
            fields[key] = value
    return fields


def _type(vocabulary: Vocabulary, word: str) -> str:
    found = vocabulary["typ"].find(word)
    if found is not None and found in TYPES:  # a workspace may have a word of its own for what is no type
        return found
    raise no_type(vocabulary, word)


def no_type(vocabulary: Vocabulary, word: str) -> InsiktError:
    """That a word is no record type, with the nearest and all there are."""
    near = vocabulary["typ"].suggestion(word)
    message = (
        N_("There is no record type “{type}”. Do you mean “{near}”? There are: {types}.")
        if near in TYPES
        else N_("There is no record type “{type}”. Choose one of: {types}.")
    )
    return InsiktError(message, type=word, near=near or "", types=", ".join(TYPES))


def _likely(vocabulary: Vocabulary, word: str, fields: Fields) -> str:
    """The type that is meant by a word that is none, so that the rest can be looked at."""
    near = vocabulary["typ"].suggestion(word)
    fitting = (name for name, content in TYPES.items() if set(fields) <= set(keys(content)))
    return near if near is not None and near in TYPES else next(fitting, _USUAL)


def _personal(draft: Draft, fields: Fields) -> Iterator[Fault]:
    """Personal data in what was given, also in fields that do not fit as they are."""
    known = {key: legible(value) for key, value in fields.items() if key in keys(TYPES[draft.type])}
    for key, error in replace(draft, fields={**known, **draft.fields}).personal():
        yield Fault(option(key, _first(fields.get(key))), error)
