"""A record on its way to being one: what is given, what is missing, and whether it may be saved."""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from insiktskarta.files import exact as exact_reader
from insiktskarta.files.compose import record_text
from insiktskarta.files.decode import CONTROL
from insiktskarta.files.exact import Exact
from insiktskarta.files.parse import parse
from insiktskarta.files.settings import read_workspace
from insiktskarta.files.validate import model_problems
from insiktskarta.files.workspace import RECORDS, SETTINGS
from insiktskarta.model.errors import InsiktError
from insiktskarta.model.finding import Finding
from insiktskarta.model.language import N_
from insiktskarta.model.masking import masked, masked_numbers
from insiktskarta.model.organisation import Registry
from insiktskarta.model.record import TYPES, facet_fields, keys
from insiktskarta.model.swedish import slug
from insiktskarta.model.vocabulary import Vocabulary
from insiktskarta.rules.rule import Context

_NO_CIRCLE = frozenset({"medarbetare", "chefer", "politiker"})
"""The voices that may lie in no circle, as rule SC106 has it."""
_STATEMENT = {"insikt": "insikt", "fråga": "fråga", "test": "beskrivning", "lärdom": "lärdom"}


@dataclass(frozen=True, slots=True)
class Draft:
    """A record that is not written yet.

    Attributes:
        root: the workspace.
        context: its vocabulary and organisations.
        type: the record type.
        organisation: the slug; empty while it is not known.
        fields: key to value, terms resolved.
    """

    root: Path
    context: Context
    type: str
    organisation: str
    fields: Mapping[str, Any]

    @classmethod
    def open(cls, root: Path, given: Mapping[str, Any]) -> "Draft":
        """A draft with what was given.

        Raises:
            InsiktError: a term, type, organisation or value that cannot be, with the nearest that can.
        """
        context = read_workspace(root).context()
        type_ = term(context.vocabulary, "typ", given.get("typ", "insikt"))
        if type_ not in TYPES:  # a workspace may have a word of its own for what is no type
            raise InsiktError(
                N_("There is no record type “{type}”. Choose one of: {types}."),
                type=type_,
                types=", ".join(TYPES),
            )
        draft = cls(root, context, type_, "", {})
        for key, value in given.items():
            if key == "organisation":
                draft = draft.of(value)
            elif key != "typ":
                draft = draft.having(key, value)
        return draft

    @property
    def vocabulary(self) -> Vocabulary:
        """The workspace's vocabulary."""
        return self.context.vocabulary

    def of(self, name: str) -> "Draft":
        """The draft as a record of an organisation, by slug, name or SCB code."""
        return replace(self, organisation=organisation(self.context.registry, name))

    def having(self, key: str, value: Any) -> "Draft":
        """The draft with one more field, its terms resolved and its form checked.

        Raises:
            InsiktError: the field or its value does not fit the type.
        """
        if key not in keys(TYPES[self.type]):
            raise InsiktError(N_("A record of type “{type}” has no field “{key}”."), type=self.type, key=key)
        value = [_clean(key, each) for each in value] if isinstance(value, list) else _clean(key, value)
        facets = {facet for facet, _ in facet_fields(TYPES[self.type])}
        if key in facets:
            value = (
                [term(self.vocabulary, key, each) for each in value]
                if isinstance(value, list)
                else term(self.vocabulary, key, value)
            )
            value = list(dict.fromkeys(value)) if isinstance(value, list) else value
        problems = model_problems(TYPES[self.type], {"typ": self.type, key: value}, Exact())
        for problem in problems:
            if problem.values.get("key") == key and problem.code != "SC101":
                raise InsiktError(problem.message, **problem.values)
        return replace(self, fields={**self.fields, key: value})

    def missing(self) -> list[str]:
        """What the type requires and is not there, in the order in which it is asked for."""
        wanted = ["organisation"] if not self.organisation else []
        wanted += [key for key in ("rubrik", _STATEMENT.get(self.type, "")) if key and key not in self.fields]
        if self.type == "test" and "hypotes" in self.fields:
            wanted.remove("beskrivning")
        # What staff and politicians say belongs in no circle, and no circle may then be what is meant.
        circles = () if self.fields.get("röst") in _NO_CIRCLE else ("perspektiv",)
        required = {
            "insikt": (*circles, "röst"),
            "insiktsarbete": ("metoder", "status"),
            "test": ("status",),
        }
        return wanted + [key for key in required.get(self.type, ()) if key not in self.fields]

    def checked(self) -> "Draft":
        """The draft, if it may be saved.

        Raises:
            InsiktError: something is missing or does not go together.
        """
        lacking = self.missing()
        if lacking:
            options = ", ".join(f"--{_OPTIONS.get(key, key)}" for key in lacking)
            raise InsiktError(N_("More is needed. Add: {options}."), options=options)
        for finding in self.findings():
            if finding.severity == "error":
                values = dict(finding.values)
                raise InsiktError(finding.message, **{"key": self._key_at(finding.line), **values})
        return self

    def findings(self) -> tuple[Finding, ...]:
        """What lint would say of the file."""
        return parse(self.path().as_posix(), self.text().encode("utf-8"), self.context).findings

    def _key_at(self, line: int) -> str:
        places = exact_reader.read(self.text()).keys
        above = [(place, str(pointer[0])) for pointer, place in places.items() if len(pointer) == 1]
        return max((each for each in above if each[0][0] <= line), default=((0, 0), ""))[1]

    def data(self) -> dict[str, Any]:
        """The record's content, keys in the order of the type."""
        circles: dict[str, Any] = {"perspektiv": []} if self.type == "insikt" else {}
        content = {"typ": self.type, **circles, **self.fields}
        return {key: content[key] for key in keys(TYPES[self.type]) if key in content}

    def text(self) -> str:
        """The file's text."""
        return record_text(self.data())

    def statement(self) -> str:
        """What the record says; empty while it is not known."""
        keys_ = (_STATEMENT.get(self.type, ""), "beskrivning", "hypotes")
        return next((self.fields[key] for key in keys_ if key in self.fields), "")

    def preview(self) -> str:
        """The file's text as it is shown, with what looks like personal data masked."""
        return masked_numbers(self.text())

    def stem(self) -> str:
        """The file's name without suffix: the heading as a slug, without what looks like personal data."""
        heading = slug(masked(self.fields.get("rubrik", "")))
        stem = slug(masked(heading)) or slug(self.type)  # digits may look personal once the signs are gone
        # A record that is called as the settings are would be taken for them by people.
        return f"{stem}-1" if f"{stem}.yaml" == SETTINGS else stem

    def path(self) -> Path:
        """The file below the workspace, unless its name is taken."""
        return Path(RECORDS, self.organisation, f"{self.stem()}.yaml")


_OPTIONS = {"grupper": "grupp", "förflyttningar": "förflyttning", "teman": "tema", "metoder": "metod"}


def _clean(key: str, value: Any) -> Any:
    """A value as a file can hold it: composed letters, and lines that end as everywhere."""
    if not isinstance(value, str):
        return value
    if any("\ud800" <= sign <= "\udfff" for sign in value):
        raise InsiktError(N_("“{key}” holds something that is no text. Write it again."), key=key)
    found = CONTROL.search(value)
    if found:
        character = f"U+{ord(found.group()):04X}"
        raise InsiktError(
            N_("There is an invisible character here ({character}). Delete it."), character=character
        )
    return unicodedata.normalize("NFC", value.replace("\r\n", "\n").replace("\r", "\n"))


def term(vocabulary: Vocabulary, facet: str, word: str) -> str:
    """The term that a word means.

    Raises:
        InsiktError: none, with the nearest.
    """
    known = vocabulary[facet]
    found = known.find(word)
    if found is not None:
        replaced = known.terms[found].replaced_by
        return replaced or found
    near = known.suggestion(word)
    message = (
        N_("There is no “{word}” in “{facet}”. Do you mean “{near}”?")
        if near
        else N_("There is no “{word}” in “{facet}”. Choose one of: {terms}.")
    )
    raise InsiktError(message, word=word, facet=facet, near=near or "", terms=", ".join(known.in_use))


def organisation(registry: Registry, name: str) -> str:
    """The slug of the organisation that a name means.

    Raises:
        InsiktError: none or several, with the nearest.
    """
    found = registry.find(name)
    if found is not None:
        return found.slug
    near = [one.name for slug in registry.suggestions(name) if (one := registry.get(slug)) is not None]
    message = (
        N_("There is no organisation “{word}”. Do you mean “{near}”?")
        if near
        else N_("There is no organisation “{word}”. Write a municipality's name, or add it in insikt.yaml.")
    )
    raise InsiktError(message, word=name, near=near[0] if near else "")
