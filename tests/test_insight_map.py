"""The map read back from its SVG: every mark in its region, none lost, none in the way of another or of a text."""

from collections import Counter
from dataclasses import replace
from itertools import combinations
from math import dist

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import insight_map_oracle as oracle
from insiktskarta.figures.insight_map import DRAWING, draw
from insiktskarta.model.language import ENGLISH, Language
from insiktskarta.show.svg import svg
from insiktskarta.tables.perspective_regions import REGIONS, Mark, PerspectiveRegions, Provenance

SWEDISH = Language("sv")
SIZES = [61, 300, 1000]
LARGE = [3000, 30_000]
EXTREMES = {
    "one region": oracle.table([((0, 1), (0,))] * 150),
    "all outside": oracle.table([((), (2,))] * 120),
    "one group": oracle.table(
        [(region, (0,)) for region in oracle.EVERYWHERE for _ in range(30)], oracle.GROUPS[:1]
    ),
    "several groups each": oracle.mixed(400, several=0.6),
    "middle only": oracle.table([((0, 1, 2), (index % 8,)) for index in range(110)]),
}


def read(table: PerspectiveRegions) -> oracle.ET.Element:
    return oracle.root(svg(draw(table, SWEDISH), fonts=False))


def found(table: PerspectiveRegions) -> Counter[tuple[oracle.Region, oracle.Region]]:
    drawn = read(table)
    colours, circles = oracle.legend(drawn), oracle.circles(drawn)
    return Counter(
        (oracle.where(mark, circles), tuple(sorted(colours.index(colour) for colour in mark.colours)))
        for mark in oracle.marks(drawn)
    )


@pytest.mark.parametrize("count", SIZES)
def test_every_record_is_one_mark_in_its_region_and_colour(count):
    table = oracle.mixed(count, several=0.2)
    assert found(table) == oracle.counted(table)


@pytest.mark.parametrize("name", EXTREMES)
def test_extreme_mixtures_lose_nothing(name):
    assert found(EXTREMES[name]) == oracle.counted(EXTREMES[name])


pairs = st.tuples(
    st.sampled_from(oracle.EVERYWHERE),
    st.sets(st.integers(0, 7), min_size=1, max_size=3).map(lambda held: tuple(sorted(held))),
)


@settings(max_examples=25, deadline=None)
@given(st.lists(pairs, min_size=61, max_size=350))
def test_any_table_is_counted_right(marks):
    table = oracle.table(marks)
    text = " ".join(text.text or "" for text in read(table).iter("text"))
    if "Each mark is one insight" in text:
        assert found(table) == oracle.counted(table)
    else:  # too many in one region for one mark each
        assert "A filled mark is 5 insights" in text


@pytest.mark.parametrize("count", LARGE)
def test_marks_for_many_records_add_up(count):
    table = oracle.mixed(count)
    drawn = read(table)
    each = 5 if count == 3000 else 50
    colours, circles = oracle.legend(drawn), oracle.circles(drawn)
    full: Counter[object] = Counter()
    hollow: Counter[object] = Counter()
    for mark in oracle.marks(drawn):
        where = oracle.where(mark, circles), (colours.index(mark.colours[0]),)
        (full if mark.filled else hollow)[where] += 1
    for where, records in oracle.counted(table).items():
        assert full[where] == records // each
        assert hollow[where] == (records % each > 0)


@pytest.mark.parametrize(
    "table", [oracle.mixed(count) for count in [*SIZES, *LARGE]] + list(EXTREMES.values())
)
def test_marks_keep_apart(table):
    marks = oracle.marks(read(table))
    for first, second in combinations(marks, 2):
        if abs(first.y - second.y) < 30 and abs(first.x - second.x) < 30:
            assert dist((first.x, first.y), (second.x, second.y)) >= first.radius + second.radius


def long_words() -> PerspectiveRegions:
    names = [f"en grupp med ett ovanligt långt namn nummer {index}" for index in range(7)] + [
        "Ordutanmellanslag" * 5
    ]
    groups = tuple(replace(group, label=name) for group, name in zip(oracle.GROUPS, names, strict=True))
    circles = tuple(
        replace(circle, label="Ett perspektiv vars namn är alldeles för långt") for circle in oracle.CIRCLES
    )
    where = Provenance(
        tuple(f"Kommun {n}" for n in range(40)),
        "tema är " + "skola " * 60,
        "2025-01-01",
        "abc",
        "insiktskarta 0.1",
    )
    return replace(
        oracle.mixed(90),
        title="En rubrik som aldrig tar slut " * 12,
        groups=groups,
        perspectives=circles,
        provenance=where,
    )


def headed(count: int) -> PerspectiveRegions:
    """Like the first real material: few records, long headings, two of them in no circle."""
    regions = [(2,)] * 8 + [(0, 2)] * 5 + [(1,)] * 2 + [(1, 2)] + [()] * 2
    heading = "Den som söker stöd på kvällen hittar ingen som svarar förrän nästa dag"
    shifts = ("från akut till förebyggande",)
    marks = [
        Mark(f"x/{n}", f"{heading} {n}", regions[n], (n % 6, 7) if n % 5 == 0 else (n % 6,), shifts)
        for n in range(count)
    ]
    return replace(oracle.table([]), marks=tuple(marks))


READABLE = [
    oracle.table([]),
    oracle.mixed(12),
    headed(18),
    *(oracle.mixed(n) for n in [*SIZES, *LARGE]),
    long_words(),
    *EXTREMES.values(),
]


@pytest.mark.parametrize("table", READABLE)
def test_no_text_is_over_another_or_outside_the_page(table):
    drawn = read(table)
    width, height = (float(drawn.get("viewBox", "").split()[index]) for index in (2, 3))
    texts = oracle.boxes(drawn)
    for left, top, right, bottom, string in texts:
        assert left >= 20, string
        assert top >= 15, string
        assert right <= width - 20, string
        assert bottom <= height - 10, string
    for (l1, t1, r1, b1, first), (l2, t2, r2, b2, second) in combinations(texts, 2):
        assert r1 <= l2 or r2 <= l1 or b1 <= t2 or b2 <= t1, (first, second)


@pytest.mark.parametrize("table", READABLE)
def test_no_mark_is_over_a_text(table):
    drawn = read(table)
    for mark in oracle.marks(drawn):
        for left, top, right, bottom, string in oracle.boxes(drawn):
            x, y = min(max(mark.x, left), right), min(max(mark.y, top), bottom)
            assert dist((x, y), (mark.x, mark.y)) >= mark.radius, string


def test_a_few_insights_are_cards_with_every_heading_beside_them():
    scene = draw(headed(18), SWEDISH)
    drawn = oracle.root(svg(scene, fonts=False))
    cards = [group for group in drawn.iter("g") if "-card-" in group.get("id", "")]
    numbers = [next(text.text or "" for text in card.iter("text")) for card in cards]
    assert sorted(map(int, numbers)) == list(range(1, 19))
    written = " ".join(text.text or "" for text in drawn.iter("text"))
    assert written.count("Den som söker stöd") == 18
    assert written.count("→ från akut till förebyggande") == 18
    assert min(float(text.get("font-size", 0)) for text in drawn.iter("text")) >= 8.5


def test_cards_stay_inside_their_region():
    table = headed(18)
    drawn = oracle.root(svg(draw(table, SWEDISH), fonts=False))
    circles = oracle.circles(drawn)
    placed: Counter[oracle.Region] = Counter()
    for card in (group for group in drawn.iter("g") if "-card-" in group.get("id", "")):
        box = next(card.iter("rect"))
        x, y, width, height = (float(box.get(name, 0)) for name in ("x", "y", "width", "height"))
        edge = [(x + width * step / 20, y + side * height) for step in range(21) for side in (0, 1)]
        edge += [(x + side * width, y + height * step / 20) for step in range(21) for side in (0, 1)]
        regions = {
            tuple(n for n, (cx, cy, r) in enumerate(circles) if dist(point, (cx, cy)) < r) for point in edge
        }
        assert len(regions) == 1
        placed[regions.pop()] += 1
    assert placed == Counter(mark.region for mark in table.marks)


def test_counts_circle_totals_and_bars_are_the_data():
    table = oracle.mixed(300, several=0.3)
    written = {text.text for text in read(table).iter("text")}
    for region in REGIONS:
        count = sum(mark.region == region for mark in table.marks)
        assert str(count) in written or (count == 0 and "white spot" in written)
    for index in range(3):
        assert f"{sum(index in mark.region for mark in table.marks)} insights" in written
    bars = [sum(index in mark.groups for mark in table.marks) for index in range(8)]
    assert {str(count) for count in bars if count} <= written
    assert any(str(sum(bars)) in (text or "") for text in written)


def test_white_spots_are_hatched_labelled_and_listed():
    drawn = read(oracle.mixed(300))
    spot = next(group for group in drawn.iter("g") if group.get("id", "").endswith("region-02"))
    assert any(path.get("stroke") and path.get("d", "").count("M") > 10 for path in spot.iter("path"))
    assert [text.text for text in spot.iter("text")] == ["white spot"]
    written = [text.text for text in drawn.iter("text")]
    assert "Area: insatser\xa0+\xa0invånare" in written
    assert "Group: anhöriga" in written


def test_an_empty_map_is_seven_white_spots():
    drawn = read(oracle.table([]))
    assert [text.text for text in drawn.iter("text")].count("white spot") == 7 + len(oracle.GROUPS)
    assert "every area is a white spot" in DRAWING.alt(oracle.table([]), ENGLISH)


def test_words_say_what_the_picture_says():
    table = oracle.table([((0,), (0,))] * 70 + [((0, 1), (1,))] * 3 + [((1, 2), (0, 1))])
    scene = draw(table, ENGLISH)
    assert "74 insights from 2 groups" in scene.alt
    assert "Most are in the area only insatser (70)" in scene.alt
    assert "in the area riskgrupp + invånare (1)" in scene.alt
    assert "most about barn (71), fewest about unga (4)" in scene.alt
    assert "Areas: only riskgrupp, only invånare, insatser + invånare, all three" in scene.alt
    assert "Area riskgrupp + invånare: 1 insight (barn + unga 1)." in scene.description
    assert "Group personal: 0 insights." in scene.description


def test_a_group_that_is_not_stated_is_no_group_in_words():
    groups = (*oracle.GROUPS[:2], replace(oracle.GROUPS[2], id="", label="not stated"))
    table = oracle.table([((0,), (2,))] * 70 + [((1,), (0,))] * 3 + [((1,), (1,))], groups)
    assert "74 insights from 2 groups" in DRAWING.alt(table, ENGLISH)
    assert "most about barn (3), fewest about unga (1)" in DRAWING.alt(table, ENGLISH)


def test_interpreted_perspectives_are_told():
    table = oracle.mixed(300)
    inside = [mark.id for mark in table.marks if mark.region][:14]
    outside = [mark.id for mark in table.marks if not mark.region]
    assert outside, "one that lies in no circle has no perspective that could be interpreted"
    marks = (replace(mark, certain=mark.id not in {*inside, *outside}) for mark in table.marks)
    unsure = replace(table, marks=tuple(marks))
    assert "The perspective is interpreted or unclear for 14 of 300." in {
        text.text for text in read(unsure).iter("text")
    }
    assert not any("interpreted" in (text.text or "") for text in read(table).iter("text"))


def test_the_source_line_shortens_many_organisations():
    where = Provenance(
        tuple(f"Kommunen {index}" for index in range(40)),
        "grupp är unga",
        "2025-03-14",
        "abc+",
        "insiktskarta 0.1",
    )
    line = [text.text for text in read(replace(oracle.mixed(70), provenance=where)).iter("text")][-1]
    assert (
        line
        == "Source: 40 organisations. Selection: grupp är unga. Records last changed 2025-03-14. Version abc+. Picture: insiktskarta 0.1"
    )


def test_swedish_numbers_have_a_narrow_space():
    table = oracle.mixed(3000)
    written = {text.text for text in read(table).iter("text")}
    outside = sum(mark.region == () for mark in table.marks)
    space = "\N{NARROW NO-BREAK SPACE}"
    said = f"2{space}{1000 - outside}"
    assert (
        f"3{space}000 insights from 7 groups, {said} of them in the three circles and {outside} outside"
        in written
    )
