"""Ids as people write them: whole, without the organisation, as a path, or one that a record had before."""

from insiktskarta.model.corpus import Corpus
from insiktskarta.model.errors import InsiktError
from insiktskarta.model.language import N_
from insiktskarta.model.swedish import nearest, slug

_SHOWN = 5


def current_id(corpus: Corpus, written: str) -> str:
    """The id of the record that is meant.

    Raises:
        InsiktError: there is none, with the nearest.
    """
    wanted = written.replace("\\", "/").removeprefix("./").removeprefix("insights/").removesuffix(".yaml")
    current = corpus.current_id(wanted)
    if current is not None:
        return current
    if corpus.value("SELECT path FROM file WHERE path = ?", (f"insights/{wanted}.yaml",)):
        raise InsiktError(
            N_("There is a file “{id}”, but it cannot be read. “insikt lint” says why."), id=written
        )
    ids = [row[0] for row in corpus.rows("SELECT id FROM record ORDER BY id")]
    ends = [each for each in ids if each.endswith(f"/{wanted}")]
    if len(ends) == 1:
        return str(ends[0])
    words = slug(wanted).split("-")
    near = ends or [each for each in ids if all(word in each for word in words)] or nearest(wanted, ids)
    if len(near) > 1:
        message = N_("There is no record “{id}”. Do you mean one of these: {near}?")
        raise InsiktError(message, id=written, near=", ".join(near[:_SHOWN]))
    if near:
        raise InsiktError(N_("There is no record “{id}”. Do you mean “{near}”?"), id=written, near=near[0])
    if corpus.at is not None:
        message = N_(
            "There was no record “{id}” then. “insikt query” with the same --at lists those there were."
        )
        raise InsiktError(message, id=written)
    raise InsiktError(N_("There is no record “{id}”. “insikt query” lists them."), id=written)
