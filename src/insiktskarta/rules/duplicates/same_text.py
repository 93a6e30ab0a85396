"""No text stands in two records."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from insiktskarta.model.corpus import Corpus
from insiktskarta.model.language import N_
from insiktskarta.query.similar import normal
from insiktskarta.rules.insight.unfounded_voice import QUOTED
from insiktskarta.rules.rule import Hit, Rule

# Few records share their number with another, and only those are read and compared.
_SQL = """
SELECT id, heading, statement FROM record WHERE statement <> ''
AND alike IN (SELECT alike FROM record GROUP BY alike HAVING count(*) > 1) ORDER BY id
"""
_LINKS = """
SELECT source.id, goal.id FROM link JOIN record AS source USING (nr) JOIN record AS goal ON goal.id = link.target
UNION ALL SELECT source.id, goal.id FROM link JOIN record AS source USING (nr)
JOIN former ON former.id = link.target JOIN record AS goal ON goal.nr = former.nr
"""


SAME = N_(
    "“{other}” says exactly the same. Remove one of the two; if two places found it on their own, link them with “lika”."
)


def _corpus(corpus: Corpus) -> Iterator[Hit]:
    by_heading = defaultdict(list)
    for record, heading, statement in corpus.rows(_SQL):
        by_heading[normal(heading)].append((record, statement))
    linked: Mapping[str, set[str]] | None = None
    for alike in by_heading.values():
        first: dict[str, dict[str, None]] = defaultdict(dict)  # the records of a text, in their order
        for record, statement in alike if len(alike) > 1 else ():
            others = first[normal(statement)]
            if others:
                linked = links(corpus) if linked is None else linked
                if not any(other in others for other in linked.get(record, ())):
                    yield Hit(("rubrik",), SAME, {"other": next(iter(others))}, record=record)
            others[record] = None


def links(corpus: Corpus) -> Mapping[str, set[str]]:
    """The records that a record is linked with, in whatever way and direction; those without links are left out."""
    linked: dict[str, set[str]] = {}
    for one, other in corpus.rows(_LINKS):
        linked.setdefault(one, set()).add(other)
        linked.setdefault(other, set()).add(one)
    return linked


RULE = Rule(
    code="DU101",
    name="same-text",
    severity="error",
    summary=N_("No text stands in two records."),
    why=N_(
        "Most often a file was copied and not yet rewritten. Both would be counted, and what one person said would look like a pattern. The same insight in two places is valuable, and “lika” is how it is told from a copy."
    ),
    bad=QUOTED,
    good=QUOTED + "lika: [exempelkoping/en-vag-in]\n",
    place="insights/exempelkoping/kort-vag-in.yaml",
    corpus=_corpus,
    beside={"insights/exempelkoping/en-vag-in.yaml": QUOTED},
    shown=("insights/exempelkoping/en-vag-in.yaml",),
)
