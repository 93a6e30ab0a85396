"""The whole verdict on a workspace: its findings without those that a comment excuses."""

from insiktskarta.model.corpus import Corpus
from insiktskarta.model.finding import Finding
from insiktskarta.model.suppression import Suppression, applied


def verdict(corpus: Corpus) -> list[Finding]:
    """All findings that nothing excuses, and those about the excuses, sorted."""
    rows = corpus.rows('SELECT path, line, "column", first, last, code, reason FROM suppression')
    left, about = applied(corpus.findings(), [Suppression(*row) for row in rows])
    return sorted([*left, *about])
