"""What the timeline is drawn from: when material was gathered, and when those who took part were told of it."""

from collections import Counter
from dataclasses import dataclass

from insiktskarta.model.language import N_
from insiktskarta.query.select import where
from insiktskarta.tables.perspective_regions import Provenance
from insiktskarta.tables.request import Request
from insiktskarta.tables.sheet import Sheet

TYPES = ("insikt", "insiktsarbete")
STATUS = "återkoppling-status"
GIVEN = "given"
MOST = 24
"""Months or quarters on a page; more than that are years."""
YEAR, QUARTER, MONTH = 1, 4, 12
"""How many of a unit make a year."""


@dataclass(frozen=True, slots=True)
class Bin:
    """One stretch of time: `2024`, `2024-Q3` or `2024-07`; empty for what has no date."""

    key: str
    gathered: int
    told: int


@dataclass(frozen=True, slots=True)
class Answer:
    """How many records have a feedback status; the key is empty for "not stated"."""

    key: str
    label: str
    count: int


@dataclass(frozen=True, slots=True)
class Timeline:
    """The table behind the timeline.

    Attributes:
        title: the picture's title.
        unit: `YEAR`, `QUARTER` or `MONTH`.
        bins: without gaps, from the first to the last date; a period counts where it ends.
        undated: gathered, or told, without a date that says when.
        answers: every status of feedback, "not stated" last.
        provenance: what the source line says.
    """

    title: str
    unit: int
    bins: tuple[Bin, ...]
    undated: Bin
    answers: tuple[Answer, ...]
    provenance: Provenance

    @property
    def total(self) -> int:
        """Records."""
        return sum(answer.count for answer in self.answers)


def timeline(request: Request) -> Timeline:
    """The records of a question by when they were gathered, and by when feedback was given."""
    condition, parameters = where(request.corpus, request.question)
    path = '$."återkoppling"'
    sql = (
        "SELECT gathered, "
        f"json_extract(data, '{path}.status'), json_extract(data, '{path}.datum') FROM record JOIN content USING (nr) WHERE {condition}"
    )
    rows = request.corpus.rows(sql, parameters)
    gathered = [(row[0] or "").rpartition("/")[2] for row in rows]
    told = [row[2] or "" for row in rows if row[1] == GIVEN]
    dates = [date for date in (*gathered, *told) if date]
    unit = _unit(dates)
    first, second = Counter(_key(date, unit) for date in gathered), Counter(_key(date, unit) for date in told)
    title = request.titled(
        N_("When did we listen, and when did we tell?"), N_("Gathered and told in {organisation}")
    )
    return Timeline(
        title,
        unit,
        tuple(Bin(key, first[key], second[key]) for key in _keys(dates, unit)),
        Bin("", first[""], second[""]),
        _answers(request, Counter(row[1] or "" for row in rows)),
        request.provenance,
    )


def _unit(dates: list[str]) -> int:
    """The shortest unit that every date can be placed in, and that fits on the page."""
    if not dates or any("-" not in date for date in dates):
        return YEAR
    for unit in (MONTH, QUARTER):
        if _place(max(dates), unit) - _place(min(dates), unit) < MOST:
            return unit
    return YEAR


def _place(date: str, unit: int) -> int:
    """A date's year, quarter or month, counted from year 0."""
    month = int(date[5:7] or 1) - 1
    return int(date[:4]) * unit + month * unit // 12


def _key(date: str, unit: int) -> str:
    return _name(_place(date, unit), unit) if date else ""


def _name(place: int, unit: int) -> str:
    year, part = divmod(place, unit)
    return {YEAR: f"{year:04}", QUARTER: f"{year:04}-Q{part + 1}", MONTH: f"{year:04}-{part + 1:02}"}[unit]


def _keys(dates: list[str], unit: int) -> list[str]:
    places = [_place(date, unit) for date in dates]
    return [_name(place, unit) for place in range(min(places), max(places) + 1)] if places else []


def _answers(request: Request, counts: Counter[str]) -> tuple[Answer, ...]:
    terms, language = request.corpus.vocabulary[STATUS].terms, request.language
    known = [Answer(term.id, term.label[language.code], counts[term.id]) for term in terms.values()]
    other = sum(count for key, count in counts.items() if key not in terms)
    return (*known, Answer("", language.text("not stated"), other))


def sheet(table: Timeline) -> Sheet:
    """One line a stretch of time; the last one is what has no date."""
    rows = [(each.key or "-", each.gathered, each.told) for each in (*table.bins, table.undated)]
    return Sheet(("period", "gathered", "told"), tuple(rows))
