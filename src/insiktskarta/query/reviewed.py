"""Where a workspace requires a review, the text of a record leaves it only when somebody has read it.

What is hidden is hidden below everything that asks: the connection gets a view of its own in the place of the table
`record` and in that of `content`, so that no report, picture or format can forget to look.
"""

from insiktskarta.model.corpus import Corpus

_REVIEWED = "nr IN (SELECT nr FROM main.content WHERE json_extract(data, '$.granskad') IS NOT NULL)"
# All that is no text of somebody's: terms, links and times. A field that is added later is hidden until it stands here.
_KEPT = ("typ", "insamlad", "antal", "bygger-på", "motsäger", "lika", "tidigare-id", "giltig-till")
_RECORD = """
CREATE TEMP VIEW record AS SELECT nr, id, path, organisation, type, region, gathered, year,
    CASE WHEN {reviewed} THEN heading ELSE '{heading}' END AS heading,
    CASE WHEN {reviewed} THEN statement ELSE '' END AS statement
FROM main.record
"""
_CONTENT = """
CREATE TEMP VIEW content AS SELECT nr, terms,
    CASE WHEN {reviewed} THEN data ELSE (
        SELECT json_group_object(key, CASE
            WHEN key = 'rubrik' THEN '{heading}'
            WHEN key = 'återkoppling' THEN json_remove(value, '$.hur')
            WHEN type IN ('array', 'object') THEN json(value) ELSE value END)
        FROM json_each(main.content.data) WHERE key IN ({kept})
    ) END AS data
FROM main.content
"""


def unreviewed(corpus: Corpus) -> frozenset[str]:
    """The ids of the records whose text must not leave; none where the workspace requires no review."""
    if not corpus.review_required:
        return frozenset()
    return frozenset(row[0] for row in corpus.rows(f"SELECT id FROM main.record WHERE NOT ({_REVIEWED})"))


def hide_unreviewed(corpus: Corpus, heading: str) -> frozenset[str]:
    """Let the corpus answer without the text of records that nobody has reviewed; the ids of those.

    They keep their place, terms, links and times, so that counts and maps stay true.

    Args:
        corpus: whose connection is changed until it is closed.
        heading: what stands in the place of theirs, in the reader's language.
    """
    hidden = unreviewed(corpus)
    if hidden:
        kept = (*_KEPT, "rubrik", "återkoppling", *(facet.id for facet in corpus.vocabulary))
        words = ", ".join(f"'{key}'" for key in kept)
        shown = heading.replace("'", "''")
        for name, view in (("record", _RECORD), ("content", _CONTENT)):
            corpus.connection.execute(f"DROP VIEW IF EXISTS temp.{name}")  # perhaps in another language
            corpus.connection.execute(view.format(reviewed=_REVIEWED, heading=shown, kept=words))
    return hidden
