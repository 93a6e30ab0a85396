"""Ids as people write them: whole, without the organisation, as a path, or one that a record had before."""

from insiktskarta.model.corpus import Corpus
from insiktskarta.model.errors import InsiktError
from insiktskarta.model.language import N_
from insiktskarta.model.swedish import nearest


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
    near = ends or nearest(wanted, ids)
    if near:
        raise InsiktError(N_("There is no record “{id}”. Do you mean “{near}”?"), id=written, near=near[0])
    raise InsiktError(N_("There is no record “{id}”. “insikt query” lists them."), id=written)
