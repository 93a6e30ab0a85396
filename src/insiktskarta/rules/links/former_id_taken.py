"""A former id leads to one record."""

from collections.abc import Iterator

from insiktskarta.model.corpus import Corpus
from insiktskarta.model.language import N_
from insiktskarta.rules.examples import GOOD
from insiktskarta.rules.rule import Hit, Rule

# CROSS: few records have a former id, and SQLite would begin with all records.
_SQL = """
SELECT source.id, written.key, former.id, now.id, min(other.id) FROM former CROSS JOIN record AS source USING (nr)
LEFT JOIN record AS now ON now.id = former.id
LEFT JOIN former AS again ON again.id = former.id AND again.nr <> former.nr
LEFT JOIN record AS other ON other.nr = again.nr
JOIN content ON content.nr = former.nr JOIN json_each(content.data, '$."tidigare-id"') AS written ON written.value = former.id
WHERE now.nr IS NOT NULL OR other.nr IS NOT NULL
GROUP BY source.id, written.key ORDER BY source.id, written.key
"""


def _corpus(corpus: Corpus) -> Iterator[Hit]:
    for source, position, former, now, other in corpus.rows(_SQL):
        message = (
            N_(
                "“{other}” has had the id “{id}” as well. A former id leads to one record: remove it in the other."
            )
            if now is None
            else N_("There is a record “{id}” now, so links lead to that one. Remove its id here.")
        )
        yield Hit(("tidigare-id", position), message, {"id": former, "other": other or ""}, record=source)


RULE = Rule(
    code="LI107",
    name="former-id-taken",
    severity="error",
    summary=N_("A former id leads to one record."),
    why=N_(
        "Printed reports and old links name a record by the id that it had then. If two records answer to it, some of them will be led to the wrong one."
    ),
    bad=GOOD + "tidigare-id: [exempelkoping/nytt-namn]\n",
    good=GOOD + "tidigare-id: [exempelkoping/gammalt-namn]\n",
    corpus=_corpus,
    beside={"insights/exempelkoping/nytt-namn.yaml": GOOD.replace("en kort väg in", "en väg in")},
    shown=("insights/exempelkoping/nytt-namn.yaml",),
)
