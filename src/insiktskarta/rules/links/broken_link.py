"""Every link leads to a record."""

from collections.abc import Iterator

from insiktskarta.model.corpus import Corpus
from insiktskarta.model.language import N_
from insiktskarta.model.swedish import nearest
from insiktskarta.rules.examples import GOOD
from insiktskarta.rules.rule import Hit, Rule

_SQL = """
SELECT source.id, link.key, link.position, link.target FROM link JOIN record AS source USING (nr)
LEFT JOIN record AS goal ON goal.id = link.target LEFT JOIN former ON former.id = link.target
WHERE goal.nr IS NULL AND former.nr IS NULL ORDER BY source.id, link.key, link.position
"""
_TOLD = 2  # one of them may be the record itself


def _corpus(corpus: Corpus) -> Iterator[Hit]:
    broken = corpus.rows(_SQL)
    ids = [row[0] for row in corpus.rows("SELECT id FROM record")] if broken else []
    for source, key, position, target in broken:
        near = [each for each in _alike(target, ids) if each != source]
        message = (
            N_("There is no record “{target}”. Do you mean “{near}”?")
            if near
            else N_("There is no record “{target}”. Check the id, or remove the link.")
        )
        yield Hit(
            (key, position), message, {"target": target, "near": near[0] if near else ""}, record=source
        )


def _alike(target: str, ids: list[str]) -> list[str]:
    folder, _, slug = target.partition("/")
    beside = {each.removeprefix(f"{folder}/"): each for each in ids if each.startswith(f"{folder}/")}
    # Within an organisation only what follows its name can be misspelt, and the name makes all ids alike.
    return [beside[each] for each in nearest(slug, beside, _TOLD)] if beside else nearest(target, ids, _TOLD)


RULE = Rule(
    code="LI101",
    name="broken-link",
    severity="error",
    summary=N_("Every link leads to a record."),
    why=N_(
        "A broken link tears the chain from study to lesson. When a record moves, it keeps its old id in “tidigare-id”."
    ),
    bad=GOOD + "bygger-på: [exempelkoping/intervjuer]\n",
    good=GOOD,
    corpus=_corpus,
    beside={
        "insikt.yaml": """\
organisationer:
  exempelkoping: {namn: Exempelköping, slag: kommun}
  exempelkopinge: {namn: Exempelköpinge, slag: kommun}
""",
        "insights/exempelkoping/intervjun.yaml": GOOD.replace("en kort väg in", "bli lyssnade på").replace(
            "telefonkö", "stängd dörr"
        ),
        "insights/exempelkopinge/intervjuer.yaml": GOOD.replace("en kort väg in", "slippa vänta").replace(
            "telefonkö", "tom reception"
        ),
    },
)
