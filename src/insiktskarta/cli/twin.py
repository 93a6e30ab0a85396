"""What the other records have to do with a new one."""

from contextlib import closing

from insiktskarta.cli import console
from insiktskarta.cli.app import Run
from insiktskarta.cli.corpora import opened
from insiktskarta.cli.draft import Draft
from insiktskarta.files.entry import alike
from insiktskarta.model.errors import InsiktError
from insiktskarta.model.language import N_
from insiktskarta.model.masking import masked
from insiktskarta.query.similar import normal


def others(run: Run, draft: Draft) -> tuple[frozenset[str], str]:
    """The ids that the records had before, and the id of one that says the same; empty where none does."""
    heading, statement = draft.fields.get("rubrik", ""), draft.statement()
    linked = {*draft.fields.get("lika", ()), *draft.fields.get("bygger-på", ())}
    with closing(opened(run)) as corpus:
        former = frozenset(id_ for (id_,) in corpus.rows("SELECT id FROM former"))
        near = corpus.rows("SELECT id, heading, statement FROM record WHERE alike = ?", (alike(heading),))
    said = normal(heading), normal(statement)
    twins = (id_ for id_, *texts in near if (normal(texts[0]), normal(texts[1])) == said)
    return former, next((id_ for id_ in twins if id_ not in linked and statement), "")


def tell_twin(twin: str, run: Run, *, somebody: bool) -> None:
    """Say that another record says the same; where nobody can think again, nothing is saved.

    Raises:
        InsiktError: nobody is there.
    """
    if not somebody:
        message = N_(
            "“{other}” says exactly the same, so nothing has been saved. Link it with “--lika {other}” if two places found it on their own."
        )
        raise InsiktError(message, other=masked(twin))
    console.say(
        run.language.text(
            "“{other}” says exactly the same. Save only if two places found it on their own.",
            other=masked(twin),
        )
    )
