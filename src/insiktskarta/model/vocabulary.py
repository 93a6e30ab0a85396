"""The controlled vocabulary: facets, their terms, and how a written word finds its term."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from insiktskarta.model.masking import masked
from insiktskarta.model.swedish import folded, nearest

CIRCLES = ("klienter", "riskgrupp", "invånare")
"""The terms of the map's three circles: upper left, upper right, below."""


@dataclass(frozen=True, slots=True)
class Term:
    """One term. Labels and definitions are `{"sv": …, "en": …}`; `short` falls back on the label.

    Attributes:
        broader: the parent in the same facet, or None.
        aliases: other words for it.
        replaced_by: the term that took its place, or None while it is in use.
        origin: `K` a term in the source, `F` the source's wording, `E` our own.
        counts_as: for a local term, the common term that maps of several organisations add it to.
        on_map: whether it shows as a white spot on a map that has no record of it.
    """

    id: str
    label: Mapping[str, str]
    short: Mapping[str, str]
    definition: Mapping[str, str]
    broader: str | None = None
    aliases: tuple[str, ...] = ()
    replaced_by: str | None = None
    origin: str = "E"
    counts_as: str | None = None
    on_map: bool = True


@dataclass(frozen=True)
class Facet:
    """One facet: its terms by id, in display order."""

    id: str
    label: Mapping[str, str]
    definition: Mapping[str, str]
    terms: Mapping[str, Term]

    @cached_property
    def _words(self) -> dict[str, str]:
        words: dict[str, str] = {}
        for term in self.terms.values():
            for word in (term.id, *term.label.values(), *term.aliases):
                words.setdefault(folded(word), term.id)
        words.update({folded(term.id): term.id for term in self.terms.values()})
        return words

    def find(self, text: str) -> str | None:
        """The id of the term that a person means by its id, label or alias, with or without å ä ö."""
        return text if text in self.terms else self._words.get(folded(text))

    def suggestion(self, text: str) -> str | None:
        """The id of the nearest term that is in use, or None when none is near."""
        known = self.find(text)
        if known is None:
            near = nearest(text, list(self._words))
            known = self._words[near[0]] if near else None
        return known and (self.current(known) or known)

    @property
    def in_use(self) -> tuple[str, ...]:
        """The ids of the terms that nothing has replaced, in display order."""
        return tuple(term.id for term in self.terms.values() if term.replaced_by is None)

    def current(self, term: str) -> str | None:
        """The term that a replaced one is now, at the end of all replacements; None where they lead nowhere."""
        line: list[str] = []
        while term in self.terms and term not in line:
            line.append(term)
            replaced_by = self.terms[term].replaced_by
            if replaced_by is None:
                return term
            term = replaced_by
        return None

    def with_narrower(self, term: str) -> tuple[str, ...]:
        """The term and all below it, and the local terms that count as any of them, in display order."""
        return tuple(each for each in self.terms if term in self.wider(each))

    def wider(self, term: str) -> tuple[str, ...]:
        """The terms that a record with this one counts under: its lineage, and that of what it counts as."""
        own = self.lineage(term)
        known = (self.terms.get(each) for each in own)
        common = (each.counts_as for each in known if each is not None and each.counts_as)
        return tuple(dict.fromkeys((*own, *(each for one in common for each in self.lineage(one)))))

    def lineage(self, term: str) -> tuple[str, ...]:
        """The term, its parent, the parent's parent and so on; a cycle ends it."""
        line: list[str] = []
        current: str | None = term
        while current is not None and current not in line:
            line.append(current)
            known = self.terms.get(current)
            current = known.broader if known else None
        return tuple(line)

    @cached_property
    def _counted(self) -> dict[str, str]:
        return {term.id: self.lineage(term.counts_as or term.id)[-1] for term in self.terms.values()}

    def counted(self, term: str) -> str:
        """The broadest term that a term counts as: of a local term, that of its common one."""
        return self._counted.get(term, term)

    def label_of(self, term: str, language: str) -> str:
        """The term's label in a language, or the term itself, masked, where it is unknown."""
        known = self.terms.get(term)
        return known.label[language] if known else masked(term)


@dataclass(frozen=True)
class Vocabulary:
    """All facets by id, in the order of the file."""

    facets: Mapping[str, Facet]

    def __getitem__(self, facet: str) -> Facet:
        return self.facets[facet]

    def __iter__(self) -> Iterator[Facet]:
        return iter(self.facets.values())

    @cached_property
    def current(self) -> frozenset[tuple[str, str]]:
        """Every term that is in use, as facet and term."""
        return frozenset(
            (facet.id, term.id) for facet in self for term in facet.terms.values() if term.replaced_by is None
        )

    def label(self, facet: str, term: str, language: str) -> str:
        """A term's label in a language; unknown terms, and those of unknown facets, come back masked."""
        known = self.facets.get(facet)
        return known.label_of(term, language) if known else masked(term)


def _texts(data: Mapping[str, Any], key: str, default: Mapping[str, str] | None = None) -> dict[str, str]:
    swedish = data.get(key) or (default or {}).get("sv", "")
    return {"sv": swedish, "en": data.get(f"{key}-en") or (default or {}).get("en", swedish)}


def _term(name: str, data: Mapping[str, Any]) -> Term:
    label = _texts(data, "etikett", {"sv": name, "en": data.get("etikett") or name})
    return Term(
        id=name,
        label=label,
        short=_texts(data, "kort", label),
        definition=_texts(data, "definition"),
        broader=data.get("bredare"),
        aliases=tuple(data.get("alias") or ()),
        replaced_by=data.get("ersatt-av"),
        origin=data.get("ursprung", "E"),
        counts_as=data.get("räknas-som"),
        on_map=data.get("standardkarta", True),
    )


def vocabulary_from(
    data: Mapping[str, Any], local: Mapping[str, Mapping[str, Any]] | None = None
) -> Vocabulary:
    """The vocabulary of a vocabulary file's content, with a workspace's own terms.

    Args:
        data: `{"facetter": {facet: {"etikett": …, "termer": {term: {…}}}}}`.
        local: facet to term to its data; None instead of data takes the common term away.
    """
    facets = {}
    for name, facet in data["facetter"].items():
        own = (local or {}).get(name, {})
        common = {term: _term(term, content) for term, content in facet["termer"].items()}
        added = {term: _term(term, content) for term, content in own.items() if content is not None}
        terms = {term: value for term, value in {**common, **added}.items() if own.get(term, {}) is not None}
        facets[name] = Facet(name, _texts(facet, "etikett"), _texts(facet, "definition"), terms)
    return Vocabulary(facets)
