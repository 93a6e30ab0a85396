"""What nobody has read for personal data, where the workspace wants it read before its text is shown."""

from insiktskarta.cli import console
from insiktskarta.cli.app import Run
from insiktskarta.model.corpus import Corpus
from insiktskarta.query.question import Question


def hide_text(run: Run, corpus: Corpus) -> frozenset[str]:
    """Leave the text out of what nobody has read, where the workspace says so; the ids of those records."""
    if not corpus.review_required:
        return frozenset()
    from insiktskarta.query.reviewed import hide_unreviewed as hide

    return hide(corpus, run.language.text("(not reviewed)"))


def hide_unreviewed(run: Run, corpus: Corpus, question: Question) -> None:
    """Before an export of text: leave out what nobody has read, where the workspace says so, and say how much."""
    hidden = hide_text(run, corpus)
    if not hidden:
        return
    from insiktskarta.query.select import where

    condition, parameters = where(corpus, question)
    asked = [row[0] for row in corpus.rows(f"SELECT id FROM record WHERE {condition}", parameters)]
    if count := sum(each in hidden for each in asked):
        console.say(
            run.language.plural(
                "{n} record is not reviewed, and its text is left out. Let somebody read it for personal data and add “granskad”.",
                "{n} records are not reviewed, and their text is left out. Let somebody read them for personal data and add “granskad”.",
                count,
            )
        )
