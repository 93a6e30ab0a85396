"""The chain read back: a mark a record by what became of it, links in the matrix, what was refuted in words."""

import re

import pytest

import fig_oracle as oracle
from insiktskarta.figures.chain import DRAWING
from insiktskarta.model.language import ENGLISH

STUDY = (
    "typ: insiktsarbete\nrubrik: Studie\nbeskrivning: En studie.\nmetoder: [intervju]\nstatus: genomfört\n"
)
INSIGHT = "typ: insikt\nrubrik: {0}\ninsikt: En mening om något.\nperspektiv: [invånare]\nröst: egen\n"
TEST = "typ: test\nrubrik: Test {0}\nbeskrivning: Ett test.\nstatus: pågående\n"
LESSON = "typ: lärdom\nrubrik: Lärdom {0}\nlärdom: Det här lärde vi oss.\n"
RECORDS = {
    "ankeborg/s1": STUDY,
    "ankeborg/s2": STUDY,
    "ankeborg/i1": INSIGHT.format("Ingen svarar 070-123 45 67") + "bygger-på: [ankeborg/s1]\n",
    "ankeborg/i2": INSIGHT.format("Två") + "bygger-på: [ankeborg/s1]\n",
    "ankeborg/i3": INSIGHT.format("Tre"),
    "ankeborg/t1": TEST.format(1) + "bygger-på: [ankeborg/i2]\n",
    "ankeborg/t2": TEST.format(2) + "bygger-på: [ankeborg/i1]\nmotsäger: [ankeborg/i1]\n",
    "ankeborg/l1": LESSON.format(1) + "bygger-på: [ankeborg/t1]\n",
    "ankeborg/l2": LESSON.format(2),
}


@pytest.fixture(scope="module")
def table(tmp_path_factory):
    root = oracle.write(tmp_path_factory.mktemp("chain") / "w", [], RECORDS)
    return oracle.asked(oracle.opened(root), DRAWING)


def test_what_became_of_every_record(table):
    found = {step.key: (step.led_on, step.open, step.refuted) for step in table.steps}
    assert found == {
        "insiktsarbete": (1, 1, 0),
        "insikt": (1, 1, 1),
        "fråga": (0, 0, 0),
        "test": (1, 1, 0),
        "lärdom": (1, 1, 0),
    }
    assert table.whole == 1


def test_marks_are_the_counts(table):
    page = oracle.drawn(DRAWING, table)[0]
    for index, step in enumerate(table.steps):
        column = oracle.groups(page, r"step-(\d+)")[str(index)]
        parts = [oracle.groups(column, rf"step-{index}-group-({part})")[str(part)] for part in range(3)]
        shapes = [[shape for shape in part if shape.tag in {"circle", "path"}] for part in parts]
        assert [len(each) for each in shapes] == [step.led_on, step.open, step.refuted]
        assert all(shape.get("fill") == "#ffffff" for shape in shapes[1])
        assert all(shape.get("fill") not in {"#ffffff", "none"} for shape in shapes[0] + shapes[2])
        assert ("white spot" in oracle.texts(column)) == (step.total == 0)


def test_links_stand_where_they_belong(table):
    page = oracle.drawn(DRAWING, table)[0]
    cells = oracle.groups(page, r"link-(\d-\d)")
    counts = {place: int(oracle.texts(cell)[0]) for place, cell in cells.items()}
    assert {place: count for place, count in counts.items() if count} == {"1-0": 2, "3-1": 2, "4-3": 1}
    hatched = {place for place, cell in cells.items() if list(cell.iter("path"))}
    assert hatched == {"2-1", "3-2"}


def test_what_was_refuted_is_told_without_numbers_of_people(table):
    page = oracle.drawn(DRAWING, table)[0]
    text = " ".join(oracle.texts(page))
    assert re.search(r"“Ingen svarar .+” by “Test 2”", text)
    assert "123 45 67" not in DRAWING.draw(table, ENGLISH).description


def test_marks_for_many_records_are_no_fewer_than_needed(tmp_path):
    extra = {f"ankeborg/s{n}": STUDY for n in range(801)}
    table = oracle.asked(oracle.opened(oracle.write(tmp_path / "w", [], extra)), DRAWING)
    page = oracle.drawn(DRAWING, table)[0]
    assert "Each mark is up to 10 records." in oracle.texts(page)
    assert len(list(oracle.groups(page, r"step-0-group-(1)")["1"].iter("circle"))) == 81
