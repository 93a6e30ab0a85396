"""The gap matrix read back: every cell under its dots, beside its row, with its number, class and hatch."""

import re
from collections import Counter

import pytest

import fig_oracle as oracle
from insiktskarta.figures.gap_matrix import DRAWING
from insiktskarta.model.language import ENGLISH

RECORDS = oracle.made(150)


@pytest.fixture(scope="module")
def corpus(tmp_path_factory):
    return oracle.opened(oracle.write(tmp_path_factory.mktemp("gaps") / "w", RECORDS))


@pytest.fixture(scope="module")
def page(corpus):
    return oracle.drawn(DRAWING, oracle.asked(corpus, DRAWING, "tema"))[0]


def columns(page):
    """The circles that each column is in, by the middle of the column: from the dots above the matrix."""
    dots = [
        (float(dot.get("cx")), float(dot.get("cy")), dot.get("fill") == "#111827")
        for dot in page.iter("circle")
    ]
    heights = sorted({y for _, y, _ in dots})
    found = {x: tuple(n for n, y in enumerate(heights) if (x, y, True) in dots) for x, _, _ in dots}
    assert len(heights) == 3
    return found


def cells(page):
    """Row label, circles of the column, and the cell's group."""
    above = columns(page)
    for number, row in oracle.groups(page, r"row-(\d+)").items():
        label = next(text.text for text in row.iter("text"))
        for cell in oracle.groups(row, rf"cell-({number}-\d+)").values():
            at = float(next(cell.iter("text")).get("x"))
            middle = min(above, key=lambda x, at=at: abs(x - at))
            assert abs(middle - at) < 0.01
            yield label, above[middle], cell


def test_every_cell_is_the_data(corpus, page):
    terms = corpus.vocabulary["teman"].terms.values()
    labels = {term.short["en"]: term.id for term in terms}
    expected = Counter((theme, oracle.region_of(record)) for record in RECORDS for theme in record["teman"])
    seen = 0
    for label, region, cell in cells(page):
        count = expected[labels[label], region]
        assert oracle.texts(cell) == [str(count)], (label, region)
        seen += count
    assert seen == len(RECORDS)


def test_the_fill_is_the_class_and_zero_is_a_white_spot(page):
    for _, region, cell in cells(page):
        count = int(oracle.texts(cell)[0])
        fills = [box.get("fill") for box in cell.iter("rect")]
        if count:
            assert fills == [next(colour for low, high, colour in oracle.CLASSES if low <= count <= high)]
        elif region:
            assert "#ffffff" in fills
            assert any(box.get("stroke-dasharray") for box in cell.iter("rect"))
            left, top, right, bottom = oracle.rect(next(cell.iter("rect")))
            strokes = re.findall(r"M([\d.]+) ([\d.]+)L([\d.]+) ([\d.]+)", next(cell.iter("path")).get("d"))
            assert len(strokes) > 5
            for x1, y1, x2, y2 in (map(float, stroke) for stroke in strokes):
                assert left - 0.01 <= x1 < x2 <= right + 0.01
                assert top - 0.01 <= y2 < y1 <= bottom + 0.01
        else:  # in no circle: nothing is missing there
            assert fills == []


def test_no_cell_is_over_another_and_numbers_stand_inside(page):
    boxes = []
    for _, _, cell in cells(page):
        outer = [oracle.rect(box) for box in cell.iter("rect")]
        if outer:
            boxes.append(outer[0])
            text = next(cell.iter("text"))
            assert outer[0][0] < float(text.get("x")) < outer[0][2]
            assert outer[0][1] < float(text.get("y")) < outer[0][3]
    assert oracle.touching(boxes) == 0


def test_sums_count_every_record_once(corpus):
    table = oracle.asked(corpus, DRAWING)
    expected = Counter(oracle.region_of(record) for record in RECORDS)
    assert dict(zip(table.regions, table.totals, strict=True)) == {
        region: expected[region] for region in (*oracle.REGIONS, ())
    }
    assert table.overlaps
    assert "counts in each of its rows" in " ".join(oracle.texts(oracle.drawn(DRAWING, table)[0]))
    rows = {row.key: row.total for row in table.rows}
    for group in oracle.GROUPS:
        assert rows[group] == sum(group in record["grupper"] for record in RECORDS)
    assert rows[""] == sum(not record["grupper"] for record in RECORDS)


def test_bars_are_in_proportion(page):
    bars = []
    for row in oracle.groups(page, r"row-(\d+)").values():
        for box in row.findall("rect"):
            left, _, right, _ = oracle.rect(box)
            number = next((text.text for text in row.findall("text") if float(text.get("x", 0)) > right), "0")
            bars.append((right - left, int(number)))
    scale = max(wide / count for wide, count in bars if count)
    assert len([count for _, count in bars if count]) >= 2
    assert all(abs(wide - count * scale) < 0.01 for wide, count in bars if count)


def test_words_name_what_is_empty(corpus):
    table = oracle.asked(corpus, DRAWING)
    alt = DRAWING.alt(table, ENGLISH)
    assert "150 insights" in alt
    assert "Nothing at all: young adults" in alt
    assert "Areas without anything: support + residents." in alt
    rows = [row for row in table.rows if row.key]
    spots = sum(count == 0 for row in rows for count in row.counts[:7])
    assert f"{spots} of {7 * len(rows)} cells are white spots" in alt


def test_rows_of_what_is_not_stated_are_no_white_spots(corpus):
    page = oracle.drawn(DRAWING, oracle.asked(corpus, DRAWING, "livssituation"))[0]
    last = list(oracle.groups(page, r"row-(\d+)").values())[-1]
    assert oracle.texts(last)[0] == "not stated"
    assert not list(last.iter("path"))


def test_years_without_records_are_rows(corpus):
    table = oracle.asked(corpus, DRAWING, "år")
    assert [row.key for row in table.rows] == ["2019", "2020", "2021", "2022", "2023"]
    assert table.rows[1].total == 0
