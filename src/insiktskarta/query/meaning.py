"""What a written word means: a term of a facet, or an organisation."""

from insiktskarta.model.errors import InsiktError
from insiktskarta.model.language import N_
from insiktskarta.model.organisation import Organisation, Registry
from insiktskarta.model.vocabulary import Vocabulary


def term(vocabulary: Vocabulary, facet: str, word: str) -> str:
    """The term that a word means, by id, label or alias; it may be one that another has replaced.

    Raises:
        InsiktError: none, with the nearest.
    """
    known = vocabulary[facet]
    found = known.find(word)
    if found is not None:
        return found
    near = known.suggestion(word)
    message = (
        N_("There is no “{word}” in “{facet}”. Do you mean “{near}”?")
        if near
        else N_("There is no “{word}” in “{facet}”. Choose one of: {terms}.")
    )
    raise InsiktError(message, word=word, facet=facet, near=near or "", terms=", ".join(known.in_use))


def organisation(registry: Registry, word: str) -> Organisation:
    """The organisation that a word means, by slug, name or SCB code.

    Raises:
        InsiktError: none or several, with the nearest.
    """
    found = registry.find(word)
    if found is not None:
        return found
    near = [one.name for slug in registry.suggestions(word) if (one := registry.get(slug)) is not None]
    message = (
        N_("There is no organisation “{word}”. Do you mean “{near}”?")
        if near
        else N_("There is no organisation “{word}”. Write a municipality's name, or add it in insikt.yaml.")
    )
    raise InsiktError(message, word=word, near=near[0] if near else "")
