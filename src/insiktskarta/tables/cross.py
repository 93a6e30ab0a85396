"""Cross tables: how many records there are by one or two dimensions."""

from insiktskarta.model.corpus import Corpus
from insiktskarta.model.language import Language
from insiktskarta.model.masking import masked
from insiktskarta.model.table import Heading, Table
from insiktskarta.query.question import Question
from insiktskarta.query.select import where
from insiktskarta.tables.dimension import NONE, Dimension, dimension
from insiktskarta.tables.reach import narrowed


def cross(corpus: Corpus, question: Question, by: tuple[str, ...], language: Language) -> Table:
    """The counts of a question's records by one or two dimensions.

    Args:
        corpus: where they are counted.
        question: which records count.
        by: one or two names of dimensions, rows first.
        language: of the labels.

    Raises:
        InsiktError: an unknown dimension.
    """
    dimensions = [narrowed(corpus, dimension(corpus, name, language), question) for name in by]
    condition, parameters = where(corpus, question)
    chosen = f"SELECT nr FROM record WHERE {condition}"
    total = int(corpus.value(f"SELECT count(*) FROM ({chosen})", parameters))
    totals = [_totals(corpus, each, chosen, parameters) for each in dimensions]
    rows, columns, cells = dimensions[0], dimensions[1] if len(dimensions) > 1 else None, {}
    if columns is not None:
        cells = _cells(corpus, rows, columns, chosen, parameters)
    return Table(
        tuple(each.label for each in dimensions),
        tuple(each.name for each in dimensions),
        _headings(rows, totals[0]),
        _headings(columns, totals[1]) if columns else (),
        cells,
        totals[0],
        totals[1] if columns else {},
        total,
    )


def _with_none(one: Dimension, chosen: str) -> str:
    # Every chosen record has a row, with the key of "no value" where the dimension gives none.
    return (
        f"SELECT chosen.nr AS nr, ifnull(value.key, '{NONE}') AS key "
        f"FROM ({chosen}) AS chosen LEFT JOIN ({one.sql}) AS value ON value.nr = chosen.nr"
    )


def _totals(corpus: Corpus, one: Dimension, chosen: str, parameters: list[str]) -> dict[str, int]:
    sql = f"SELECT key, count(DISTINCT nr) FROM ({_with_none(one, chosen)}) GROUP BY key"
    return dict(corpus.rows(sql, parameters))


def _cells(
    corpus: Corpus, rows: Dimension, columns: Dimension, chosen: str, parameters: list[str]
) -> dict[tuple[str, str], int]:
    sql = (
        f"SELECT a.key, b.key, count(DISTINCT a.nr) FROM ({_with_none(rows, chosen)}) AS a "
        f"JOIN ({_with_none(columns, chosen)}) AS b ON a.nr = b.nr GROUP BY a.key, b.key"
    )
    return {(row, column): count for row, column, count in corpus.rows(sql, [*parameters, *parameters])}


def _headings(one: Dimension, totals: dict[str, int]) -> tuple[Heading, ...]:
    known = [heading for heading in one.headings if heading.key in totals or heading.key in one.kept]
    names = {heading.key for heading in one.headings}
    unknown = [Heading(key, masked(key)) for key in sorted(totals) if key and key not in names]
    none = [Heading(NONE, one.none)] if NONE in totals else []
    return tuple(known + unknown + none)
