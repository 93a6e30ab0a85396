"""What a legend says of values that have no entry of their own."""

from collections import Counter
from collections.abc import Sequence

from insiktskarta.model.language import Language
from insiktskarta.model.vocabulary import Facet
from insiktskarta.query.select import Hit

_NAMED = 4


def narrower(facet: Facet, hits: Sequence[Hit], language: Language) -> tuple[str, ...]:
    """That narrower terms count in broader ones, with the most common of them as an example; nothing where none does."""
    counts = Counter(
        term
        for hit in hits
        for term in hit.terms.get(facet.id, ())
        if term in facet.terms and facet.counted(term) != term
    )
    if not counts:
        return ()
    place = {term: position for position, term in enumerate(facet.terms)}
    most = min(counts, key=lambda term: (-counts[term], place[term]))
    narrow, broad = (facet.terms[term].short[language.code] for term in (most, facet.counted(most)))
    return (
        language.text(
            "Narrower terms count in their broader ones, such as “{narrow}” in “{broad}”.",
            narrow=narrow,
            broad=broad,
        ),
    )


def others(names: Sequence[str], language: Language) -> tuple[str, ...]:
    """Which values stand under "others"; nothing where there are none."""
    if not names:
        return ()
    shown, more = ", ".join(names[:_NAMED]), len(names) - _NAMED
    if more > 0:
        tail = language.plural("and {n} more", "and {n} more", more)
        shown = f"{shown} {tail}"
    return (language.text("Others are {names}.", names=shown),)
