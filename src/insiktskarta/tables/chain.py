"""What the chain is drawn from: study, insight, question, test and lesson, and what builds on what."""

from collections import Counter, defaultdict
from dataclasses import dataclass

from insiktskarta.model.language import N_
from insiktskarta.model.masking import masked_numbers
from insiktskarta.query.select import selected
from insiktskarta.tables.perspective_regions import Provenance
from insiktskarta.tables.request import Request
from insiktskarta.tables.sheet import Sheet

TYPES = ("insiktsarbete", "insikt", "fråga", "test", "lärdom")
LAST = "lärdom"
BUILDS_ON, REFUTES = "bygger-på", "motsäger"


@dataclass(frozen=True, slots=True)
class Step:
    """One type of record.

    Attributes:
        key: the type.
        label: for people.
        led_on: records that others build on; of lessons, those that build on something.
        open: records that lead nowhere yet; of lessons, those that stand alone.
        refuted: records that another one contradicts, however many build on them.
    """

    key: str
    label: str
    led_on: int
    open: int
    refuted: int

    @property
    def total(self) -> int:
        """Records of the type."""
        return self.led_on + self.open + self.refuted


@dataclass(frozen=True, slots=True)
class Refuted:
    """A record that another one contradicts: both headings, masked."""

    heading: str
    by: str


@dataclass(frozen=True, slots=True)
class Chain:
    """The table behind the chain.

    Attributes:
        title: the picture's title.
        steps: the five types, in order.
        links: (type that builds, type that it builds on) to how many links.
        whole: lessons that go back, by any way, to a study by way of an insight and a test.
        refuted: what was contradicted, and by what.
        provenance: what the source line says.
    """

    title: str
    steps: tuple[Step, ...]
    links: dict[tuple[str, str], int]
    whole: int
    refuted: tuple[Refuted, ...]
    provenance: Provenance

    @property
    def total(self) -> int:
        """Records."""
        return sum(step.total for step in self.steps)


def chain(request: Request) -> Chain:
    """The records of a question with the links between them, and to and from all others."""
    corpus, language = request.corpus, request.language
    hits = {hit.id: hit for hit in selected(corpus, request.question)}
    sql = (
        "SELECT record.id, link.target FROM link JOIN record USING (nr) WHERE link.key = ? ORDER BY record.id"
    )
    builds = [
        (source, corpus.current_id(target) or target) for source, target in corpus.rows(sql, [BUILDS_ON])
    ]
    refutes = [
        (source, corpus.current_id(target) or target) for source, target in corpus.rows(sql, [REFUTES])
    ]
    rows = corpus.rows("SELECT id, type, heading FROM record")
    types = {row[0]: row[1] for row in rows}
    headings = {row[0]: row[2] for row in rows}
    below = defaultdict(list)
    for source, target in builds:
        below[source].append(target)
    refuted = {target for _, target in refutes}
    used = {target for _, target in builds} | {source for source, _ in builds if types[source] == LAST}
    labels = corpus.vocabulary["typ"]
    counts = Counter((hit.type, _state(hit.id, hit.type, refuted, used)) for hit in hits.values())
    return Chain(
        request.titled(N_("From study to lesson"), N_("From study to lesson in {organisation}")),
        tuple(
            Step(
                key,
                _capital(labels.label_of(key, language.code)),
                *(counts[key, state] for state in ("led on", "open", "refuted")),
            )
            for key in TYPES
        ),
        dict(
            Counter(
                (types[source], types[target])
                for source, target in builds
                if source in hits and target in types
            )
        ),
        sum(_is_whole(hit.id, below, types) for hit in hits.values() if hit.type == LAST),
        tuple(
            Refuted(masked_numbers(headings[target]), masked_numbers(headings[source]))
            for source, target in refutes
            if target in hits
        ),
        request.provenance,
    )


def _capital(word: str) -> str:
    return word[:1].upper() + word[1:]


def _state(record: str, type_: str, refuted: set[str], used: set[str]) -> str:
    if record in refuted and type_ != LAST:
        return "refuted"
    return "led on" if record in used else "open"


def _is_whole(lesson: str, below: dict[str, list[str]], types: dict[str, str]) -> bool:
    """Whether a lesson reaches a test, from there an insight, and from there a study."""
    stages = ("test", "insikt", "insiktsarbete")
    starts = {lesson}
    for stage in stages:
        seen, waiting = set(starts), list(starts)
        while waiting:
            for target in below.get(waiting.pop(), ()):
                if target not in seen:
                    seen.add(target)
                    waiting.append(target)
        starts = {record for record in seen if types.get(record) == stage}
    return bool(starts)


def sheet(table: Chain) -> Sheet:
    """One line a type: how many led on, are open, were refuted, and build on each type."""
    rows: list[tuple[str | int, ...]] = [
        (
            step.key,
            step.led_on,
            step.open,
            step.refuted,
            *(table.links.get((step.key, other), 0) for other in TYPES),
        )
        for step in table.steps
    ]
    return Sheet(("type", "led_on", "open", "refuted", *TYPES), tuple(rows))
