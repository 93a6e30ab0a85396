"""Organisations: who made an insight, and whose folder it lies in."""

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TypeAlias

from insiktskarta.model.swedish import nearest, slug

MUNICIPALITY = "kommun"
REGION = "region"
_MOST_BEGUN = 3
_SUFFIXES = (" kommun", " stad")


@dataclass(frozen=True, slots=True)
class Organisation:
    """One organisation of the registry or of a workspace.

    Attributes:
        slug: the folder below `insights/`, lower-case ASCII.
        name: as people write it, with å ä ö: `Stockholm`, `Region Örebro län`.
        kind: `kommun`, `region`, or any word of the workspace's own (`stadsdel`, `förening` …).
        code: SCB's code as text, leading zeros kept: four digits for a municipality, two for a region.
        county: the two digits of the county it lies in.
        part_of: the slug of the organisation that it belongs to.
    """

    slug: str
    name: str
    kind: str
    code: str | None = None
    county: str | None = None
    part_of: str | None = None


_Words: TypeAlias = Mapping[str, tuple[Organisation, ...]]


@dataclass(frozen=True)
class Registry:
    """All organisations that a workspace may name.

    Attributes:
        organisations: slug to organisation.
        counties: two-digit county code to name (`01` to `Stockholms län`).
    """

    organisations: Mapping[str, Organisation]
    counties: Mapping[str, str]

    def get(self, slug: str) -> Organisation | None:
        """The organisation with exactly this slug."""
        return self.organisations.get(slug)

    def find(self, text: str) -> Organisation | None:
        """The organisation that a person means, or None when there is no such or more than one.

        Understood, in this order: a slug, a name or an SCB code, a name with `kommun` or `stad` after it
        (`Tierps kommun`), and the same without å ä ö. So `Habo` is Habo and `Håbo` is Håbo.
        """
        if exact := self.organisations.get(text):
            return exact
        meant = self._meant(text)
        return meant[0] if len(meant) == 1 else None

    def suggestions(self, text: str) -> list[str]:
        """At most three slugs that `text` may stand for: all meanings, near misses, or names that begin so."""
        if meant := self._meant(text):
            return [organisation.slug for organisation in meant]
        words = {word: found for words in (self._by_name, self._by_ascii) for word, found in words.items()}
        near = nearest(_stems(_spoken(text))[0], words, 3)
        found = list(dict.fromkeys(found.slug for word in near for found in words[word]))[:3]
        return found or self._begun(slug(text))

    def _begun(self, start: str) -> list[str]:
        """The slugs of those whose names begin so; none where they are so many that none is likelier."""
        found = [one.slug for one in self.organisations.values() if slug(one.name).startswith(start)]
        return found if start and len(found) <= _MOST_BEGUN else []

    def with_local(self, organisations: Iterable[Organisation]) -> "Registry":
        """The registry and the workspace's own organisations, which win over a common one with the same slug."""
        local = {organisation.slug: organisation for organisation in organisations}
        return replace(self, organisations={**self.organisations, **local})

    def county_name(self, code: str) -> str | None:
        """`01` to `Stockholms län`."""
        return self.counties.get(code)

    def _meant(self, text: str) -> tuple[Organisation, ...]:
        spoken = _spoken(text)
        for words, spelling in ((self._by_name, str), (self._by_ascii, slug)):
            if found := words.get(spelling(spoken), ()):
                return found
            for stem in _stems(spoken):
                found = words.get(spelling(stem), ())
                if found := tuple(one for one in found if one.kind == MUNICIPALITY):
                    return found
        return ()

    @cached_property
    def _by_name(self) -> _Words:
        names = [(_spoken(one.name), one) for one in self.organisations.values()]
        return _gathered([*names, *((one.code, one) for one in self.organisations.values() if one.code)])

    @cached_property
    def _by_ascii(self) -> _Words:
        names = [(slug(one.name), one) for one in self.organisations.values()]
        return _gathered([*names, *((one.slug, one) for one in self.organisations.values())])


def registry_from_rows(rows: Iterable[Mapping[str, str]]) -> Registry:
    """The registry in `data/organisations.csv`, whose columns are slug, namn, slag, kod, län and länsnamn."""
    organisations, counties = {}, {}
    for row in rows:
        county = row["län"] or None
        one = Organisation(row["slug"], row["namn"], row["slag"], row["kod"] or None, county)
        organisations[one.slug] = one
        if county:
            counties[county] = row["länsnamn"]
    return Registry(organisations, counties)


def _spoken(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).casefold().split())


def _stems(spoken: str) -> tuple[str, ...]:
    """What a place may be called in `tierps kommun`: `tierps`, `tierp`, or with the n that `falu kommun` lacks."""
    for suffix in _SUFFIXES:
        if spoken.endswith(suffix):
            whole = spoken.removesuffix(suffix)
            return (whole, whole.removesuffix("s"), f"{whole}n")
    return (spoken,)


def _gathered(pairs: Iterable[tuple[str, Organisation]]) -> _Words:
    words: dict[str, dict[str, Organisation]] = {}
    for word, organisation in pairs:
        words.setdefault(word, {})[organisation.slug] = organisation
    return {word: tuple(found.values()) for word, found in words.items()}
