"""A question to the corpus: which records, as people ask for them."""

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from insiktskarta.model.corpus import Corpus
from insiktskarta.model.language import Language
from insiktskarta.model.masking import masked
from insiktskarta.model.organisation import Registry
from insiktskarta.query.meaning import organisation, term

FACETS = (
    "perspektiv",
    "grupper",
    "livssituation",
    "kön",
    "röst",
    "förflyttningar",
    "teman",
    "tvärperspektiv",
    "metoder",
    "status",
)
"""The facets that can be asked for, in the order in which a question is put in words."""


@dataclass(frozen=True, slots=True)
class Question:
    """Which records are meant. Values of one facet are alternatives; facets narrow one another.

    Attributes:
        organisations: slugs; empty for all.
        types: record types; empty for all.
        terms: facet to term ids; a term stands for the narrower ones too.
        text: words that all occur, each perhaps as the beginning of a longer one; empty for any text.
    """

    organisations: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    terms: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    text: str = ""

    def in_words(self, corpus: Corpus, language: Language) -> str:
        """The question as a reader reads it, empty for everything."""
        vocabulary = corpus.vocabulary
        parts = [", ".join(corpus.organisation_name(slug) for slug in self.organisations)]
        if self.types != ("insikt",):  # a map or report is of insights unless it says something else
            parts.append(", ".join(vocabulary.label("typ", type_, language.code) for type_ in self.types))
        for facet, terms in self.terms.items():
            labels = ", ".join(vocabulary.label(facet, term, language.code) for term in terms)
            parts.append(f"{vocabulary[facet].label[language.code].lower()}: {labels}")
        if self.text:
            shown = masked(self.text)
            parts.append(f"“{shown}”" if language.code == "en" else f"”{shown}”")
        return "; ".join(part for part in parts if part)


def question(
    corpus: Corpus,
    registry: Registry | None,
    *,
    organisations: Iterable[str] = (),
    types: Iterable[str] = (),
    terms: Mapping[str, Iterable[str]] | None = None,
    text: str = "",
) -> Question:
    """The question that written words mean; the corpus is told of organisations that it does not know.

    Args:
        corpus: its vocabulary and organisations say what words there are.
        registry: all organisations there could be; needed only for one that the corpus does not know.
        organisations: slugs, names or SCB codes.
        types: record types.
        terms: facet to ids, labels or aliases, with or without å ä ö.
        text: free text.

    Raises:
        InsiktError: a word that means nothing, with the nearest that does.
    """
    found = {
        facet: tuple(term(corpus.vocabulary, facet, word) for word in words)
        for facet, words in (terms or {}).items()
    }
    return Question(
        tuple(_organisation(corpus, registry, word) for word in organisations),
        tuple(term(corpus.vocabulary, "typ", word) for word in types),
        {facet: words for facet, words in found.items() if words},
        unicodedata.normalize("NFC", " ".join(text.split())),
    )


def _organisation(corpus: Corpus, registry: Registry | None, word: str) -> str:
    if word in corpus.organisations:
        return word
    found = organisation(registry or Registry(corpus.organisations, {}), word)
    corpus.asked_about[found.slug] = found
    return found.slug
