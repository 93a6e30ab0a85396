"""Records that say nearly the same know of each other."""

from collections import defaultdict
from collections.abc import Iterator

from insiktskarta.model.corpus import Corpus
from insiktskarta.model.language import N_
from insiktskarta.query.similar import normal, pairs
from insiktskarta.rules.duplicates.same_text import links
from insiktskarta.rules.insight.unfounded_voice import QUOTED
from insiktskarta.rules.rule import Hit, Rule

_SQL = "SELECT type, id, heading || ' ' || statement FROM record WHERE statement <> '' ORDER BY id"


def _corpus(corpus: Corpus) -> Iterator[Hit]:
    by_type: dict[str, dict[str, str]] = defaultdict(dict)
    for type_, record, text in corpus.rows(_SQL):
        by_type[type_].setdefault(normal(text), record)  # the same text twice is DU101's
    nearest: dict[str, tuple[float, str]] = {}
    linked = links(corpus)
    for records in by_type.values():
        ids = list(records.values())
        for pair in pairs(records, corpus.similar_from, normal=True):
            first, second = sorted((ids[pair.first], ids[pair.second]))
            told = first in linked.get(second, ())
            if not told and (pair.score, first) > nearest.get(second, (0.0, "")):
                nearest[second] = pair.score, first
    for record, (score, other) in sorted(nearest.items()):
        message = N_(
            "“{other}” says nearly the same: {percent} percent of the two texts agree. If it is the same insight, link them with “lika” or make one of them; if they differ, say how."
        )
        yield Hit(("rubrik",), message, {"other": other, "percent": int(100 * score)}, record=record)


RULE = Rule(
    code="DU102",
    name="similar-text",
    severity="hint",
    summary=N_("Records that say nearly the same know of each other."),
    why=N_(
        "The same need, met in several places, is worth more than each of the records alone: linked with “lika” it is seen as one that many share. Copies with a few words changed are counted twice. The texts are compared three letters at a time, so that inflections and compounds do not hide the likeness; from 65 percent on they are worth a look, unless “lika-tröskel” in insikt.yaml says otherwise."
    ),
    bad=QUOTED.replace("kort väg in", "enklare väg in").replace("Unga orkar", "Ungdomar orkar"),
    good=QUOTED.replace("kort väg in", "enklare väg in").replace("Unga orkar", "Ungdomar orkar")
    + "lika: [exempelkoping/en-vag-in]\n",
    corpus=_corpus,
    slow=True,
    beside={"insights/exempelkoping/en-vag-in.yaml": QUOTED},
    shown=("insights/exempelkoping/en-vag-in.yaml",),
)
