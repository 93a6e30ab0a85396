"""The proportional overview against areas that are measured on the drawn page, by code that shares nothing with it."""

import json
import random
import re
import subprocess
import sys
from itertools import pairwise
from math import acos, dist, hypot, inf, pi, sqrt
from xml.etree import ElementTree as ET

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

import fig_oracle as oracle
from insiktskarta.figures.proportional import DRAWING
from insiktskarta.figures.proportions import discs, truth
from insiktskarta.model.errors import InsiktError
from insiktskarta.model.language import ENGLISH
from insiktskarta.query.question import Question
from insiktskarta.show import proportional
from insiktskarta.show.messages import language
from insiktskarta.show.proportional import circles as apart
from insiktskarta.show.proportional import solved as layout
from insiktskarta.tables.perspective_regions import Perspective
from insiktskarta.tables.proportional import Proportional
from insiktskarta.tables.request import Request

REGIONS = oracle.REGIONS
NAMES = (
    "only support",
    "only risk",
    "only all",
    "support + risk",
    "support + all",
    "risk + all",
    "all three",
)
CIRCLES = (
    Perspective("klienter", "Has or has had support", "support"),
    Perspective("riskgrupp", "At risk", "risk"),
    Perspective("invånare", "Residents in general", "all"),
)
KNOWN = {
    "one field lost, one drawn though empty": (2, 58, 41, 6, 0, 3, 40),
    "an empty field has an area": (100, 54, 71, 42, 0, 19, 14),
    "one": (1, 0, 0, 0, 0, 0, 0),
    "all the same": (0, 0, 0, 0, 0, 0, 9),
    "nested": (0, 5, 0, 9, 0, 0, 3),
    "apart": (10, 10, 10, 0, 0, 0, 0),
    "two the same": (0, 0, 5, 8, 0, 0, 0),
    "large and small": (1000, 20, 900, 3, 1, 0, 2),
    "no singles": (0, 0, 0, 4, 4, 4, 0),
    "thousands": (900, 700, 600, 1, 1, 300, 499),
}


def vectors(count: int) -> list[tuple[int, ...]]:
    chance = random.Random(11)  # noqa: S311 - made-up counts
    return [
        tuple(chance.choice((0, chance.randrange(4), chance.randrange(100))) for _ in REGIONS)
        for _ in range(count)
    ]


def table(counts: tuple[int, ...], outside: int = 0) -> Proportional:
    return Proportional(
        "Insights", CIRCLES, counts, outside, layout(counts), kind="insikt", provenance=oracle.WHERE
    )


def swept(circles: list[tuple[float, float, float]], rows: int = 1500) -> dict[tuple[int, ...], float]:
    """Areas of all regions by adding up rows: each row is cut where circles begin and end."""
    drawn = [circle for circle in circles if circle[2]]
    if not drawn:
        return {}
    found: dict[tuple[int, ...], float] = {}
    # Between the heights where circles begin and end, so that one far away leaves no fewer rows for the others.
    heights = sorted({y + side * r for _, y, r in drawn for side in (-1, 1)})
    for top, bottom in pairwise(heights):
        high = (bottom - top) / rows
        for row in range(rows):
            y = top + (row + 0.5) * high
            ends = {
                index: (x - sqrt(r * r - (y - cy) ** 2), x + sqrt(r * r - (y - cy) ** 2))
                for index, (x, cy, r) in enumerate(circles)
                if abs(y - cy) < r
            }
            if not ends:
                break
            cuts = sorted({end for pair in ends.values() for end in pair})
            for left, right in pairwise(cuts):
                middle = (left + right) / 2
                region = tuple(index for index, (a, b) in ends.items() if a < middle < b)
                found[region] = found.get(region, 0.0) + (right - left) * high
    return found


def lens(one: tuple[float, float, float], other: tuple[float, float, float]) -> float:
    """The area that two circles share, by the textbook's formula."""
    (x, y, a), (u, v, b) = one, other
    d = hypot(x - u, y - v)
    if d >= a + b:
        return 0.0
    if d <= abs(a - b):
        return pi * min(a, b) ** 2
    first = a * a * acos(max(-1.0, min(1.0, (d * d + a * a - b * b) / (2 * d * a))))
    second = b * b * acos(max(-1.0, min(1.0, (d * d + b * b - a * a) / (2 * d * b))))
    root = sqrt(max(0.0, (-d + a + b) * (d + a - b) * (d - a + b) * (d + a + b)))
    return first + second - root / 2


ROUND = st.tuples(st.floats(-5, 5), st.floats(-5, 5), st.floats(0.2, 6))
THREE = st.one_of(
    st.tuples(ROUND, ROUND, ROUND),
    st.tuples(ROUND, st.floats(0.1, 0.9)).map(  # one in another, touching it from inside, and one apart
        lambda pair: (
            pair[0],
            (pair[0][0] + pair[0][2] * (1 - pair[1]), pair[0][1], pair[0][2] * pair[1]),
            (50.0, 50.0, 1.0),
        )
    ),
    st.tuples(ROUND, ROUND).map(lambda pair: (pair[0], pair[0], pair[1])),
    ROUND.map(lambda one: (one, one, one)),
    st.tuples(ROUND, ROUND).map(lambda pair: (pair[0], (0.0, 0.0, 0.0), pair[1])),
)


@given(THREE)
@example(((0.0, 0.0, 1.0), (0.3125, 0.0, 0.6875), (50.0, 50.0, 1.0)))
@example(((0.0, 0.0, 1.0), (1.0, 2.0, 1.0), (2.0, 2.0, 2.0)))  # one in another, which it touches at 180°
@example(((0.0, 0.0, 1.0), (2.0, 0.0, 1.0), (50.0, 50.0, 1.0)))
@example(((0.0, 0.0, 1.0), (-2.0, 0.0, 1.0), (50.0, 50.0, 1.0)))
def test_areas_are_those_of_other_formulas(circles: tuple[tuple[float, float, float], ...]) -> None:
    areas = {region: discs.area(circles, region) for region in REGIONS}
    size = max(r for *_, r in circles) ** 2
    for index, (*_, radius) in enumerate(circles):
        assert sum(area for region, area in areas.items() if index in region) == pytest.approx(
            pi * radius**2, abs=1e-5 * size
        )
    for pair in ((0, 1), (0, 2), (1, 2)):
        shared = sum(area for region, area in areas.items() if set(pair) <= set(region))
        wanted = lens(circles[pair[0]], circles[pair[1]]) if all(circles[i][2] for i in pair) else 0.0
        assert shared == pytest.approx(wanted, abs=1e-5 * size)
    rows = swept(list(circles), 300)
    for region, area in areas.items():
        assert area == pytest.approx(rows.get(region, 0.0), abs=0.02 * size)


@given(THREE)
def test_outlines_enclose_the_areas(circles: tuple[tuple[float, float, float], ...]) -> None:
    for region in REGIONS:
        area = 0.0
        for ring in discs.rings(circles, region):
            area += sum(x * v - u * y for (x, y), (u, v) in zip(ring, (*ring[1:], ring[0]), strict=True)) / 2
        assert area == pytest.approx(discs.area(circles, region), abs=2e-3 * max(r for *_, r in circles) ** 2)


@given(THREE, st.floats(-6, 6))
def test_chords_lie_in_their_region(circles: tuple[tuple[float, float, float], ...], y: float) -> None:
    assume(any(r for *_, r in circles))
    for region in REGIONS:
        for start, end in discs.chords(circles, region, (y, y)):
            middle = (start + end) / 2, y
            inside = tuple(i for i, (x, v, r) in enumerate(circles) if r and dist(middle, (x, v)) < r)
            assert end - start < 1e-6 or inside == region or inf in {abs(start), abs(end)}


class Page:
    """A drawn page: its circles by the perspective whose size they have, and the areas of its regions."""

    def __init__(self, source: Proportional) -> None:
        self.table = source
        self.scene = DRAWING.draw(source, ENGLISH)
        self.root = oracle.drawn(DRAWING, source)[0]
        found = [
            tuple(float(shape.get(key, 0)) for key in ("cx", "cy", "r"))
            for shape in self.root.iter("circle")
            if shape.get("fill") == "none"
        ]
        drawn = iter(found)
        self.circles = [next(drawn) if size else (0.0, 0.0, 0.0) for size in source.sizes]
        assert next(drawn, None) is None
        self.areas = swept(self.circles)
        self.whole = sum(pi * r * r for *_, r in self.circles)

    def row(self, region: tuple[int, ...]) -> ET.Element:
        name = f"proportional-row-{''.join(map(str, region)) or 'none'}"
        return next(group for group in self.root.iter("g") if group.get("id") == name)


def verify(source: Proportional) -> None:
    """Everything that a reader could find wrong with a page."""
    page = Page(source)
    each = page.whole / sum(source.sizes)
    for size, (*_, radius) in zip(source.sizes, page.circles, strict=True):
        assert pi * radius * radius == pytest.approx(size * each, rel=0.01)
    said = " ".join(oracle.texts(page.root)).replace("\N{NO-BREAK SPACE}", " ")
    placed = [
        (float(t.get("x", 0)), float(t.get("y", 0)), t)
        for t in page.root.iter("text")
        if t.get("font-weight") == "700"
    ]
    column = min(float(t.get("x", 0)) for t in page.row(()).iter("text")) if source.outside else 470.0
    numbers = [(x, y, t.text) for x, y, t in placed if x < min(column, 470.0) and y > 70]
    for region, count, name in zip(REGIONS, source.counts, NAMES, strict=True):
        area, true = page.areas.get(region, 0.0), count * each
        seen = area >= 0.0004 * page.whole
        assert f"{name}: {count:,} insight" in (page.row(region).findtext("title") or "")
        for text in (said, page.scene.alt):
            assert (f"No room for {name}: {count:,} insight" in text) == (
                count > 0 and (not seen or area < 0.1 * true)
            ), (name, text)
            assert (f"The area {name} is empty, but is drawn" in text) == (count == 0 and seen)
        skewed = count > 0 and seen and area >= 0.1 * true and abs(area - true) > 0.0005 * page.whole
        if skewed and not 0.74 <= area / true <= 1.26:
            assert re.search(rf"{re.escape(name)} \({count:,}, drawn as [\d,]+\)", said)
            assert ("too large" if area > true else "too small") in oracle.texts(page.row(region))
        if not skewed or 0.76 <= area / true <= 1.24:
            assert (
                not {"too large", "too small"} & set(oracle.texts(page.row(region)))
                or abs(area - true) < 0.0006 * page.whole
            )
        if area > 0.004 * page.whole:  # large enough to be sure that the text is in it, or a line leads to it
            assert pointed(page, region, f"{count:,}", numbers), (name, numbers)
    assert not oracle.overlapping(page.root)


def pointed(
    page: Page, region: tuple[int, ...], number: str, numbers: list[tuple[float, float, str | None]]
) -> bool:
    """Whether a region's number stands in it, or a dot of a line does."""

    def where(x: float, y: float) -> tuple[int, ...]:
        return tuple(i for i, (cx, cy, r) in enumerate(page.circles) if r and hypot(x - cx, y - cy) < r)

    if any(where(x, y - 3.5) == region and text == number for x, y, text in numbers):
        return True
    dots = [
        (float(shape.get("cx", 0)), float(shape.get("cy", 0)))
        for shape in page.root.iter("circle")
        if shape.get("r") == "1.8"
    ]
    return any(where(*dot) == region for dot in dots)


@pytest.mark.parametrize("name", KNOWN)
def test_known_cases_are_shown_truly_or_said_to_be_not(name: str) -> None:
    verify(table(KNOWN[name]))


def test_many_pictures_are_shown_truly_or_said_to_be_not() -> None:
    found = [each for each in vectors(120) if any(each)]
    for counts in found:
        verify(table(counts, outside=counts[0] % 3))
    states = [{row[3] for row in DRAWING.sheet(table(counts)).rows} for counts in found]
    assert sum("lost" in each for each in states) > 10
    assert sum("drawn though empty" in each for each in states) > 10


@pytest.mark.parametrize(
    ("fault", "counts"),
    [
        ("lost", KNOWN["one field lost, one drawn though empty"]),
        ("ghost", KNOWN["an empty field has an area"]),
        ("skewed", KNOWN["thousands"]),
    ],
)
def test_a_picture_that_keeps_silent_is_caught(
    monkeypatch: pytest.MonkeyPatch, fault: str, counts: tuple[int, ...]
) -> None:
    verify(table(counts))
    monkeypatch.setattr(truth.Field, fault, property(lambda _: False))
    with pytest.raises(AssertionError):
        verify(table(counts))


@pytest.mark.parametrize(
    "wrong",
    [
        lambda found: ((found[0][0], found[0][1], found[0][2] * 1.2), *found[1:]),
        lambda found: (found[1], found[0], found[2]),
    ],
)
def test_circles_of_the_wrong_size_are_caught(wrong) -> None:
    good = table(KNOWN["an empty field has an area"])
    bad = Proportional(
        good.title, CIRCLES, good.counts, 0, wrong(good.circles), kind="insikt", provenance=oracle.WHERE
    )
    with pytest.raises(AssertionError):
        verify(bad)


def test_areas_that_the_drawing_code_gets_wrong_are_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(truth, "area", lambda circles, region: discs.area(circles, region[:2]))
    with pytest.raises(AssertionError):
        verify(table(KNOWN["one field lost, one drawn though empty"]))


def test_nothing_is_white() -> None:
    page = Page(table((0,) * 7))
    assert page.root.findall(".//circle") == []
    assert oracle.texts(page.root).count("white spot") == 8
    assert "every area is a white spot" in page.scene.alt


def test_counts_are_those_of_the_records(tmp_path) -> None:
    records = oracle.made(90)
    corpus = oracle.opened(oracle.write(tmp_path / "yta", records))
    found = oracle.asked(corpus, DRAWING)
    assert list(found.counts) == [
        sum(oracle.region_of(each) == region for each in records) for region in REGIONS
    ]
    assert found.outside == sum(not oracle.region_of(each) for each in records) > 0
    sheet = DRAWING.sheet(found)
    assert [row[1] for row in sheet.rows] == [*found.counts, found.outside]
    with pytest.raises(InsiktError, match="layout"):
        DRAWING.table(Request(corpus, Question(types=("insikt",)), oracle.WHERE, ENGLISH))


@pytest.mark.parametrize(
    "counts", [(9, 9, 9, 9, 9, 9, 9), (1, 0, 0, 0, 0, 0, 0), (1000, 20, 900, 3, 1, 0, 2)]
)
def test_long_names_find_a_place(counts: tuple[int, ...]) -> None:
    names = tuple(
        Perspective(f"p{n}", "Ett långt namn på en krets av människor " * 3, f"kort namn {n}")
        for n in range(3)
    )
    found = Proportional("T" * 300, names, counts, 3, layout(counts), kind="insikt", provenance=oracle.WHERE)
    page = oracle.drawn(DRAWING, found, language("sv"))[0]
    wide, high = oracle.size(page)
    assert not oracle.overlapping(page)
    assert all(
        left >= 18 and right <= wide - 18 and bottom <= high - 10
        for left, _, right, bottom, _ in oracle.boxes(page)
    )


def test_the_process_apart_gives_the_same_circles_and_imports_nothing_that_lies_about(tmp_path, monkeypatch):
    counts = (7, 5, 3, 2, 1, 4, 2)
    expected = layout(counts)
    for name in ("json", "scipy", "matplotlib_venn"):
        (tmp_path / f"{name}.py").write_text("raise SystemExit('a trap')\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.delitem(sys.modules, "scipy.optimize", raising=False)
    apart.cache_clear()
    assert apart(counts) == expected
    assert apart((0,) * 7) == ((0.0, 0.0, 0.0),) * 3


def test_a_program_that_is_no_python_computes_the_circles_itself(monkeypatch):
    counts = (1, 2, 3, 1, 1, 1, 1)
    expected = layout(counts)
    done: list[list[str]] = []

    def failing(command, **_):
        done.append(command)
        return subprocess.CompletedProcess(command, 2, "", "what is this?")

    monkeypatch.setattr(subprocess, "run", failing)
    monkeypatch.delitem(sys.modules, "scipy.optimize", raising=False)
    apart.cache_clear()
    assert apart(counts) == expected
    assert len(done) == 1


def test_drawing_leaves_scipy_and_pyplot_out_of_memory():
    script = (
        "import sys; from insiktskarta.show.proportional import circles; circles((7, 5, 3, 2, 1, 4, 2));"
        "print([name for name in ('scipy', 'matplotlib.pyplot') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_the_process_of_its_own_draws_nothing_and_so_loads_nothing_that_does() -> None:
    counts = (1, 2, 3, 4, 5, 6, 7)
    script = (
        proportional._SCRIPT
        + "print([name for name in sys.modules if name.partition('.')[0] == 'matplotlib'])"
    )
    command = [sys.executable, "-I", "-c", script, json.dumps(sys.path), json.dumps(counts)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=True)
    found, drawing = done.stdout.splitlines()
    assert tuple(map(tuple, json.loads(found))) == layout(counts)
    assert drawing == "[]"
