"""What a question can reach: nothing is a white spot that was never asked about."""

from dataclasses import replace

from insiktskarta.model.corpus import Corpus
from insiktskarta.model.swedish import sort_key
from insiktskarta.model.table import Heading
from insiktskarta.model.vocabulary import CIRCLES
from insiktskarta.query.question import Question
from insiktskarta.tables.dimension import Dimension
from insiktskarta.tables.perspective_regions import reachable


def _asked_about(corpus: Corpus, one: Dimension, question: Question) -> Dimension:
    """The organisations, with those that were asked about and are unknown to the corpus."""
    known = {heading.key for heading in one.headings}
    others = [
        Heading(slug, corpus.organisation_name(slug)) for slug in question.organisations if slug not in known
    ]
    headings = (
        sorted((*one.headings, *others), key=lambda heading: sort_key(heading.label))
        if others
        else one.headings
    )
    return replace(one, headings=tuple(headings), kept=frozenset(question.organisations))


def narrowed(corpus: Corpus, one: Dimension, question: Question) -> Dimension:
    """A dimension that keeps only those empty values that the question reaches."""
    if one.name == "organisation" and question.organisations:
        return _asked_about(corpus, one, question)
    if one.name == "perspektiv" and question.terms.get("perspektiv"):
        facet = corpus.vocabulary["perspektiv"]
        return replace(
            one,
            kept=frozenset(
                each for term in question.terms["perspektiv"] for each in facet.with_narrower(term)
            ),
        )
    if one.name == "område":
        keys = {"+".join(CIRCLES[circle] for circle in region) for region in reachable(corpus, question)}
        return replace(one, kept=one.kept & keys)
    return one
