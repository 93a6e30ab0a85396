"""The whole verdict on a workspace: its findings without those that a comment excuses."""

from insiktskarta.model.corpus import Corpus
from insiktskarta.model.finding import Finding
from insiktskarta.model.suppression import Suppression, applied
from insiktskarta.rules.excuses import named


def verdict(corpus: Corpus) -> list[Finding]:
    """All findings that nothing excuses, and those about the excuses, sorted."""
    excuses = _excuses(corpus)
    unread = _unread(corpus) if excuses else frozenset()
    left, about = applied(corpus.findings(), excuses, corpus.unlooked, unread)
    return sorted([*left, *named(about)])


def grave(corpus: Corpus) -> tuple[list[Finding], int]:
    """The verdict's errors and warnings, and how many hints there are beside them.

    Where no comment excuses anything, the hints are counted and not read: there may be thousands.
    """
    if _excuses(corpus):
        found = verdict(corpus)
        errors = [each for each in found if each.severity != "hint"]
        return errors, len(found) - len(errors)
    hints = corpus.value("SELECT count(*) FROM finding WHERE severity = 'hint'")
    return sorted(corpus.findings(hints=False)), hints


def is_below(path: str, folder: str) -> bool:
    """Whether a path with `/` is a folder or lies in it; everything lies in the empty one."""
    return not folder or path == folder or path.startswith(f"{folder}/")


def is_about(path: str, place: str) -> bool:
    """Whether what is said of a path is said of a place: it lies there, or is a link that leads there."""
    return is_below(path, place) or is_below(place, path)


def _excuses(corpus: Corpus) -> list[Suppression]:
    rows = corpus.rows('SELECT path, line, "column", first, last, code, reason FROM suppression')
    return [Suppression(*row) for row in rows]


def _unread(corpus: Corpus) -> frozenset[str]:
    sql = "SELECT path FROM suppression WHERE path LIKE 'insights/%' EXCEPT SELECT path FROM record"
    return frozenset(row[0] for row in corpus.rows(sql))
