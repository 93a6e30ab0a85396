"""The map of Sweden: outlines that join, municipalities in their place and shade, nobody left out."""

import re

import pytest

import fig_oracle as oracle
from insiktskarta.figures._sweden import HIGH, OUTLINES
from insiktskarta.figures.sweden import DRAWING
from insiktskarta.model.language import ENGLISH
from insiktskarta.tables.sweden import Place, Sweden

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
