"""The map of Sweden: outlines that join, municipalities in their place and shade, nobody left out."""

import re
from dataclasses import replace
from itertools import combinations
from math import hypot

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import fig_oracle as oracle
from insiktskarta.figures._sweden import HIGH, OUTLINES
from insiktskarta.figures.sweden import DRAWING
from insiktskarta.model.language import ENGLISH
from insiktskarta.model.organisation import MUNICIPALITY
from insiktskarta.tables.sweden import Place, Sweden
from test_organisation import REGISTRY

PLACES = (
    Place("Kiruna", "2584", 3),
    Place("Lund", "1281", 0),
    Place("Malmö", "1280", 25),
    Place("Järva", "stockholm", 2),
    Place("Ett projekt", "", 7),
)
TABLE = Sweden("Sverige", PLACES, kind="insikt", provenance=oracle.WHERE)


def corners(path):
    return [(float(x), float(y)) for x, y in re.findall(r"(-?[\d.]+) (-?[\d.]+)", path.get("d"))]


def middle(group):
    points = corners(next(group.iter("path")))
    return sum(x for x, _ in points) / len(points), sum(y for _, y in points) / len(points)


def test_there_are_290_closed_outlines_whose_neighbours_share_corners():
    assert len(OUTLINES) == 290
    seen, shared = set(), 0
    for _, text in OUTLINES.values():
        points = set(re.findall(r"\d+,\d+", text))
        shared += len(points & seen)
        seen |= points
    assert shared > 3000
    assert max(int(point.split(",")[1]) for point in seen) == HIGH


def test_places_lie_where_they_lie_and_have_the_shade_of_their_count():
    page = oracle.drawn(DRAWING, TABLE)[0]
    places = oracle.groups(page, r"place-(\d+)")
    assert set(places) == {"2584", "1281", "1280", "0180"}
    fills = {code: next(group.iter("path")).get("fill") for code, group in places.items()}
    assert fills == {"2584": "#a9c8e4", "1281": "#ffffff", "1280": "#12396b", "0180": "#dbe7f3"}
    assert middle(places["2584"])[1] < middle(places["0180"])[1] < middle(places["1281"])[1]
    assert middle(places["1280"])[0] < middle(places["1281"])[0] < middle(places["0180"])[0]


def test_the_code_of_a_part_is_that_of_its_municipality():
    rows = DRAWING.sheet(TABLE).rows
    assert [row[1] for row in rows] == ["2584", "1281", "1280", "0180", "-"]


def test_a_part_of_any_municipality_is_found_by_its_slug():
    known = [each for each in REGISTRY.organisations.values() if each.kind == MUNICIPALITY]
    parts = tuple(Place(f"En del av {each.name}", each.slug, 1) for each in known)
    rows = DRAWING.sheet(replace(TABLE, places=parts)).rows
    assert len(known) == 290
    assert [row[1] for row in rows] == [each.code for each in known]


def test_everybody_is_listed_from_north_to_south_and_the_rest_last():
    page = oracle.drawn(DRAWING, TABLE)[0]
    rows = list(oracle.groups(page, r"row-(\d+)").values())
    assert [oracle.texts(row) for row in rows] == [
        ["3", "Kiruna"],
        ["2", "Järva"],
        ["0", "Lund"],
        ["25", "Malmö"],
        ["7", "Ett projekt"],
    ]
    assert "37 insights from 4 organisations, in 3 of 290 municipalities" in oracle.texts(page)
    assert "Nothing yet: Lund." in DRAWING.alt(TABLE, ENGLISH)


@pytest.mark.parametrize("count", [34, 35, 290])
def test_any_number_of_municipalities_fits(count):
    places = tuple(Place(name, code, index % 30) for index, (code, (name, _)) in enumerate(OUTLINES.items()))
    table = Sweden("Sverige", places[:count], kind="insikt", provenance=oracle.WHERE)
    page = oracle.drawn(DRAWING, table)[0]
    assert len(oracle.groups(page, r"row-(\d+)")) == count
    assert not oracle.overlapping(page)
    _, height = oracle.size(page)
    assert all(bottom < height - 10 for _, _, _, bottom, _ in oracle.boxes(page))


def leaders(page):
    """The lines from the map to the list: from a spot to the height of its row."""
    found = []
    for path in page.iter("path"):
        numbers = [float(each) for each in re.findall(r"-?[\d.]+", path.get("d"))]
        if path.get("stroke") == "#4b5563" and path.get("stroke-width") == "0.6" and len(numbers) == 8:
            found.append(tuple(numbers[:4]))
    return found


def turn(a, b, c):
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])


def meet(one, two):
    a, b, c, d = one[:2], one[2:], two[:2], two[2:]
    return turn(a, b, c) * turn(a, b, d) < -1e-6 and turn(c, d, a) * turn(c, d, b) < -1e-6


@given(st.lists(st.sampled_from(sorted(OUTLINES)), min_size=2, max_size=34, unique=True))
@settings(max_examples=40)
def test_no_line_to_the_list_crosses_another(chosen):
    places = tuple(Place(OUTLINES[code][0], code, 1) for code in chosen)
    page = oracle.drawn(DRAWING, Sweden("Sverige", places, kind="insikt", provenance=oracle.WHERE))[0]
    lines = leaders(page)
    assert len(lines) == len(chosen)
    assert len({line[3] for line in lines}) == len(chosen)
    assert not [pair for pair in combinations(lines, 2) if meet(*pair)]
    names = [oracle.texts(row)[1] for row in oracle.groups(page, r"row-(\d+)").values()]
    assert sorted(names) == sorted(place.name for place in places)


def test_the_oracle_of_crossing_lines_sees_one():
    assert meet((0, 0, 10, 10), (0, 5, 10, 0))
    assert not meet((0, 0, 10, 10), (0, 5, 10, 20))


@pytest.mark.parametrize("code", ["2281", "1281", "0980", "2584"])
def test_who_has_nothing_yet_is_hatched_inside_its_outline(code):
    table = Sweden("Sverige", (Place("Tom", code, 0),), kind="insikt", provenance=oracle.WHERE)
    group = oracle.groups(oracle.drawn(DRAWING, table)[0], r"place-(\d+)")[code]
    area, hatch = group.iter("path")
    assert area.get("fill") == "#ffffff"
    assert hatch.get("stroke") == "#9aa3af"
    rings = [corners_of(ring) for ring in area.get("d").split("Z") if ring]
    strokes = [corners_of(stroke) for stroke in hatch.get("d").split("M") if stroke]
    assert len(strokes) > 2
    for (x1, y1), (x2, y2) in strokes:
        assert x1 + y1 == pytest.approx(x2 + y2, abs=0.01)
        if hypot(x2 - x1, y2 - y1) < 0.1:
            continue
        for share in (0.03, 0.5, 0.97):
            assert inside(rings, x1 + share * (x2 - x1), y1 + share * (y2 - y1))


def corners_of(text):
    return [(float(x), float(y)) for x, y in re.findall(r"(-?[\d.]+) (-?[\d.]+)", text)]


def inside(rings, x, y):
    """By the number of edges above the point."""
    count = 0
    for ring in rings:
        for (x1, y1), (x2, y2) in zip(ring, [*ring[1:], ring[0]], strict=True):
            if (x1 <= x) != (x2 <= x) and y1 + (x - x1) * (y2 - y1) / (x2 - x1) < y:
                count += 1
    return count % 2 == 1


def test_who_has_something_is_not_hatched():
    page = oracle.drawn(DRAWING, TABLE)[0]
    places = oracle.groups(page, r"place-(\d+)")
    assert {code: len(list(group.iter("path"))) for code, group in places.items()} == {
        "2584": 1,
        "1281": 2,
        "1280": 1,
        "0180": 1,
    }
