"""Nothing rests, in the end, on itself."""

from collections.abc import Iterator, Mapping
from operator import itemgetter

from insiktskarta.model.corpus import Corpus
from insiktskarta.model.language import N_
from insiktskarta.rules.insight.unfounded_voice import QUOTED
from insiktskarta.rules.rule import Hit, Rule

Targets = Mapping[str, list[tuple[int, str]]]

# What builds on nothing is in no circle, and most records build on that.
_SQL = """
SELECT DISTINCT link.nr, link.position, coalesce(goal.nr, former.nr) AS end_of_link FROM link
LEFT JOIN record AS goal ON goal.id = link.target LEFT JOIN former ON former.id = link.target
WHERE link.key = 'bygger-på' AND end_of_link <> link.nr
AND end_of_link IN (SELECT nr FROM link WHERE key = 'bygger-på')
"""


def _corpus(corpus: Corpus) -> Iterator[Hit]:
    targets: dict[str, list[tuple[int, str]]] = {}
    steps = corpus.rows(_SQL)
    # All ids at once: the few that are wanted would each be looked up among what the records say.
    ids: dict[int, str] = dict(corpus.rows("SELECT nr, id FROM record")) if steps else {}
    for source, position, target in sorted(
        (ids[source], position, ids[goal]) for source, position, goal in steps
    ):
        targets.setdefault(source, []).append((position, target))
    for record, position, way in sorted(_circles(targets), key=itemgetter(0, 1)):
        message = (
            N_(
                "“{target}” builds on this record, and this record on it. One of the two links is the wrong way round."
            )
            if len(way) == 2  # noqa: PLR2004 - the record and one other
            else N_(
                "“{target}” leads back to this record by way of “{last}”. One of the links is the wrong way round."
            )
        )
        yield Hit(("bygger-på", position), message, {"target": way[1], "last": way[-1]}, record=record)


def _circles(targets: Targets) -> Iterator[tuple[str, int, list[str]]]:
    """A circle for each link that leads back to where the walk came from: without these links there is none."""
    done: set[str] = set()
    for start in targets:
        way, waiting = [start], [iter(targets[start])]
        on_way = {start: 0} if start not in done else {}
        while on_way:
            target = next(waiting[-1], (0, ""))[1]
            if not target:
                waiting.pop()
                del on_way[way[-1]]
                done.add(way.pop())
            elif target in on_way:
                circle = way[on_way[target] :]
                yield _told(circle, targets)
            elif target not in done:
                on_way[target] = len(way)
                way.append(target)
                waiting.append(iter(targets.get(target, ())))


def _told(circle: list[str], targets: Targets) -> tuple[str, int, list[str]]:
    """The circle from its first id in alphabetical order, with the place of the link that leads on from there."""
    start = circle.index(min(circle))
    way = circle[start:] + circle[:start]
    position = next(position for position, target in targets[way[0]] if target == way[1])
    return way[0], position, way


RULE = Rule(
    code="LI104",
    name="circle",
    severity="error",
    summary=N_("Nothing rests, in the end, on itself."),
    why=N_(
        "“bygger-på” leads back in time: from the lesson to the test, from the test to the question, from there to the insight and the study. In a circle nothing came first. When a failed test gives a new question, that question is a record of its own."
    ),
    bad=QUOTED + "bygger-på: [exempelkoping/kvallsoppet]\n",
    good=QUOTED,
    corpus=_corpus,
    beside={
        "insights/exempelkoping/kvallsoppet.yaml": """\
typ: test
rubrik: Öppet på kvällen
beskrivning: Telefonen är öppen till klockan 20 två kvällar i veckan.
status: pågående
bygger-på: [exempelkoping/kort-vag-in]
"""
    },
    shown=("insights/exempelkoping/kvallsoppet.yaml",),
)
