"""Small multiples and the shared map read back: every mark in its region of its own map, in one scale."""

import re
from collections import Counter

import pytest

import fig_oracle as oracle
import insight_map_oracle as circles_oracle
from insiktskarta.figures import shared_map, small_multiples
from insiktskarta.model.language import ENGLISH

RECORDS = oracle.made(150)
SLUGS = [place.translate(str.maketrans("åäö", "aao")) for place in oracle.PLACES]


@pytest.fixture(scope="module")
def corpus(tmp_path_factory):
    return oracle.opened(oracle.write(tmp_path_factory.mktemp("maps") / "w", RECORDS))


def marks(element):
    """All marks below an element, by the reader of the insight map."""
    shapes = []
    for group in element.iter("g"):
        if re.search(r"-group(?:s|-[\d-]+)$", group.get("id", "")):
            shapes += [circles_oracle._read(shape) for shape in group if shape.tag in {"circle", "path"}]
    found, last = [], None
    for middle, radius, colour, filled, sector in shapes:
        if sector is None or sector != last:
            found.append(circles_oracle.Drawn(*middle, radius, (colour,), filled))
        last = sector
    return found


def drawn_circles(element):
    found = [
        (float(c.get("cx")), float(c.get("cy")), float(c.get("r")))
        for c in element.findall("circle")
        if c.get("fill") == "none"
    ]
    assert len(found) == 3
    assert len({round(radius, 3) for _, _, radius in found}) == 1
    return sorted(found, key=lambda circle: (round(circle[1]), circle[0]))


def test_every_record_is_a_mark_on_the_map_of_its_own_organisation(corpus):
    page = oracle.drawn(small_multiples.DRAWING, oracle.asked(corpus, small_multiples.DRAWING))[0]
    maps = oracle.groups(page, r"map-(\d+)")
    assert len(maps) == len(oracle.PLACES)
    for slug, one in zip(SLUGS, maps.values(), strict=True):
        circles = drawn_circles(one)
        found = Counter(circles_oracle.where(mark, circles) for mark in marks(one))
        expected = Counter(oracle.region_of(record) for record in RECORDS if oracle.place_of(record) == slug)
        assert found == expected
        assert f"{sum(expected.values())} insights" in oracle.texts(one)


def test_all_maps_are_in_one_scale_and_apart(corpus):
    page = oracle.drawn(small_multiples.DRAWING, oracle.asked(corpus, small_multiples.DRAWING))[0]
    maps = oracle.groups(page, r"map-(\d+)").values()
    assert len({drawn_circles(one)[0][2] for one in maps}) == 1
    radii = {round(mark.radius, 2) for one in maps for mark in marks(one) if len(mark.colours) == 1}
    assert max(radii) < 1.2 * min(radii)  # one size of disc; shapes fill it differently
    extents = []
    for one in maps:
        circles = drawn_circles(one)
        extents.append(
            (
                min(x - r for x, _, r in circles),
                min(y - r for _, y, r in circles),
                max(x + r for x, _, r in circles),
                max(y + r for _, y, r in circles),
            )
        )
    assert oracle.touching(extents) == 0


def test_a_participant_without_records_is_white_all_over(corpus):
    page = oracle.drawn(small_multiples.DRAWING, oracle.asked(corpus, small_multiples.DRAWING))[0]
    last = list(oracle.groups(page, r"map-(\d+)").values())[-1]
    assert "Tomsta" in oracle.texts(last)
    assert "white spot" in oracle.texts(last)
    assert not marks(last)
    fields = oracle.groups(last, r"map-4-region-(\d+)")
    assert len(fields) == 7
    for field in fields.values():
        fills = [path.get("fill") for path in field.findall("path")]
        assert fills == ["#ffffff", "none"]  # ground and strokes


def test_only_empty_fields_are_hatched(corpus):
    page = oracle.drawn(small_multiples.DRAWING, oracle.asked(corpus, small_multiples.DRAWING))[0]
    for number, slug in enumerate(SLUGS):
        one = oracle.groups(page, r"map-(\d+)")[str(number)]
        for digits, field in oracle.groups(one, rf"map-{number}-region-(\d+)").items():
            region = tuple(map(int, digits))
            held = any(oracle.region_of(r) == region and oracle.place_of(r) == slug for r in RECORDS)
            assert (field.find("path").get("fill") == "#ffffff") is not held


def test_many_organisations_fill_several_pages_in_the_same_scale(corpus):
    table = oracle.asked(corpus, small_multiples.DRAWING)
    many = type(table)(table.title, table.maps * 7, kind="insikt", provenance=table.provenance)
    pages = oracle.drawn(small_multiples.DRAWING, many)
    assert [len(oracle.groups(page, r"map-(\d+)")) for page in pages] == [12, 12, 11]
    radii = {drawn_circles(one)[0][2] for page in pages for one in oracle.groups(page, r"map-(\d+)").values()}
    assert len(radii) == 1
    assert "Page 2 of 3" in " ".join(oracle.texts(pages[1]))
    for page in pages:
        assert not oracle.overlapping(page)


def test_the_shared_map_says_how_many_organisations_stand_behind_a_field(corpus):
    page = oracle.drawn(shared_map.DRAWING, oracle.asked(corpus, shared_map.DRAWING))[0]
    circles = drawn_circles(page)
    assert Counter(circles_oracle.where(mark, circles) for mark in marks(page)) == Counter(
        map(oracle.region_of, RECORDS)
    )
    for digits, field in oracle.groups(page, r"region-(\d+)").items():
        region = tuple(map(int, digits))
        held = [oracle.place_of(record) for record in RECORDS if oracle.region_of(record) == region]
        if held:
            assert oracle.texts(field) == [str(len(held)), f"{len(set(held))} of 5"]
        else:
            assert oracle.texts(field) == ["white spot"]


def test_the_matrix_beside_it_is_the_data(corpus):
    page = oracle.drawn(shared_map.DRAWING, oracle.asked(corpus, shared_map.DRAWING))[0]
    regions = (*oracle.REGIONS, ())
    assert oracle.texts(page).count("outside") == 1  # the head of the last column, where the others have dots
    for place, column in ((place, column) for place in range(5) for column in range(8)):
        cell = oracle.groups(page, r"cell-(\d+-\d+)")[f"{place}-{column}"]
        count = sum(
            oracle.place_of(record) == SLUGS[place] and oracle.region_of(record) == regions[column]
            for record in RECORDS
        )
        assert oracle.texts(cell) == [str(count)]
        assert bool(list(cell.iter("path"))) == (count == 0 and bool(regions[column]))


def test_words_name_those_without_records(corpus):
    for drawing in (shared_map.DRAWING, small_multiples.DRAWING):
        alt = drawing.alt(oracle.asked(corpus, drawing), ENGLISH)
        assert "150 insights from 4 of 5 organisations" in alt
        assert "Nothing yet: Tomsta." in alt
        assert "White spots everywhere: support + residents." in alt
