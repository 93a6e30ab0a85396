"""A record on its way to being one: what is given, what is missing, and whether it may be saved."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from insiktskarta.cli.field_value import belongs, item, whole
from insiktskarta.files import exact as exact_reader
from insiktskarta.files.compose import record_text
from insiktskarta.files.parse import parse
from insiktskarta.files.workspace import RECORDS, SETTINGS
from insiktskarta.files.write import demand_own_folder
from insiktskarta.model.errors import InsiktError
from insiktskarta.model.finding import Finding
from insiktskarta.model.language import N_
from insiktskarta.model.masking import masked, masked_numbers
from insiktskarta.model.record import TYPES, keys
from insiktskarta.model.swedish import slug
from insiktskarta.model.vocabulary import Vocabulary
from insiktskarta.query.meaning import organisation
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

    @property
    def vocabulary(self) -> Vocabulary:
        """The workspace's vocabulary."""
        return self.context.vocabulary

    @property
    def may_lie_in_no_circle(self) -> bool:
        """Whether it needs no perspective: only what residents say lies in a circle."""
        return self.type != "insikt" or self.fields.get("röst") in _NO_CIRCLE

    def of(self, name: str) -> "Draft":
        """The draft as a record of an organisation, by slug, name or SCB code.

        Raises:
            InsiktError: there is none, or its folder is none of the workspace's own.
        """
        if not name.strip():
            raise InsiktError(N_("The value is empty. Write something, or leave the option out."))
        found = organisation(self.context.registry, name).slug
        demand_own_folder(self.root, found)
        return replace(self, organisation=found)

    def having(self, key: str, value: Any) -> "Draft":
        """The draft with one more field, its terms resolved and its form checked.

        Args:
            key: of the field.
            value: as it was written: a text, a list of texts, or a mapping of them.

        Raises:
            InsiktError: the field or its value does not fit the type.
        """
        belongs(self.type, key)
        if isinstance(value, Mapping):
            items: Any = {part: item(self.vocabulary, key, each, part) for part, each in value.items()}
        elif isinstance(value, list):
            items = [item(self.vocabulary, key, each) for each in value]
        else:
            items = item(self.vocabulary, key, value)
        return replace(self, fields={**self.fields, key: whole(self.type, key, items)})

    def without(self, key: str) -> "Draft":
        """The draft without a field."""
        return replace(self, fields={name: each for name, each in self.fields.items() if name != key})

    def needs(self, key: str) -> bool:
        """Whether it could not be saved without a field that it has."""
        return key == "organisation" or key in self.without(key).missing()

    def missing(self) -> list[str]:
        """What the type requires and is not there, in the order in which it is asked for."""
        wanted = ["organisation"] if not self.organisation else []
        wanted += [key for key in ("rubrik", _STATEMENT.get(self.type, "")) if key and key not in self.fields]
        if self.type == "test" and "hypotes" in self.fields:
            wanted.remove("beskrivning")
        # What staff and politicians say belongs in no circle, and no circle may then be what is meant.
        circles = () if self.may_lie_in_no_circle else ("perspektiv",)
        required = {
            "insikt": (*circles, "röst"),
            "insiktsarbete": ("metoder", "status"),
            "test": ("status",),
        }
        return wanted + [key for key in required.get(self.type, ()) if key not in self.fields]

    def faults(self) -> list[tuple[str, InsiktError]]:
        """What keeps it from being saved, each with the key that it stands under, once nothing is missing."""
        return [
            (self._key_at(finding.line), InsiktError(finding.message, **dict(finding.values)))
            for finding in self.findings()
            if finding.severity == "error"
        ]

    def personal(self) -> list[tuple[str, InsiktError]]:
        """What lint calls an error of personal data, each with its key; other fields may still be missing."""
        found = [each for each in self.findings() if each.code.startswith("PD") and each.severity == "error"]
        return [(self._key_at(each.line), InsiktError(each.message, **dict(each.values))) for each in found]

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
