"""Shifts and UpSet read back: marks a row, bars and dots a combination."""

from collections import Counter

import pytest

import fig_oracle as oracle
from insiktskarta.figures import shifts, upset
from insiktskarta.model.language import ENGLISH

RECORDS = oracle.made(150)


@pytest.fixture(scope="module")
def corpora(tmp_path_factory):
    folder = tmp_path_factory.mktemp("rows")
    return {n: oracle.opened(oracle.write(folder / str(n), oracle.made(n))) for n in (150, 1500)}


def marks(row):
    """How many marks of a row there are by their groups: sectors of one disc are one mark."""
    found = Counter()
    for group in row.iter("g"):
        name = group.get("id", "").partition("-group-")[2]
        if name:
            shapes = [shape for shape in group if shape.tag in {"circle", "path"}]
            found[name] += len(shapes) // len(name.split("-"))
    return found


def test_every_row_has_a_mark_for_each_record(corpora):
    table = oracle.asked(corpora[150], shifts.DRAWING)
    page = oracle.drawn(shifts.DRAWING, table)[0]
    legend = [group.id for group in table.groups]
    for bar, row in zip(table.bars, oracle.groups(page, r"bar-(\d+)").values(), strict=True):
        held = [
            record
            for record in RECORDS
            if (bar.key in record["förflyttningar"]) or (not bar.key and not record["förflyttningar"])
        ]
        expected = Counter(
            "-".join(str(index) for index in sorted(map(legend.index, record["grupper"] or [""])))
            for record in held
        )
        assert marks(row) == expected
        assert (str(len(held)) in oracle.texts(row)) == bool(held)
        assert ("white spot" in oracle.texts(row)) == (not held and bool(bar.key))


def test_the_longest_rows_stand_first_and_what_is_not_stated_last(corpora):
    table = oracle.asked(corpora[150], shifts.DRAWING)
    totals = [bar.total for bar in table.bars[:-1]]
    assert totals == sorted(totals, reverse=True)
    assert table.bars[-1].key == ""
    assert table.overlaps


def test_marks_that_stand_for_many_add_up(corpora):
    table = oracle.asked(corpora[1500], shifts.DRAWING)
    page = oracle.drawn(shifts.DRAWING, table)[0]
    assert "A filled mark is 10, a hollow one fewer than 10." in oracle.texts(page)
    for bar, row in zip(table.bars, oracle.groups(page, r"bar-(\d+)").values(), strict=True):
        single = {str(held[0]): count for held, count in bar.parts if len(held) == 1}
        found = marks(row)
        assert {name: count // 10 + (count % 10 > 0) for name, count in single.items()} == dict(found)
        assert (str(bar.total) in oracle.texts(row)) == (bar.total > 0)


def dark(group):
    return sorted(float(dot.get("cy")) for dot in group.iter("circle") if dot.get("fill") == "#111827")


def test_upset_bars_and_dots_are_the_data(corpora):
    table = oracle.asked(corpora[150], upset.DRAWING)
    page = oracle.drawn(upset.DRAWING, table)[0]
    rows = {}
    for row in oracle.groups(page, r"set-(\d+)").values():
        text = next(text for text in row.iter("text") if not (text.text or "").isdigit())
        rows[text.text] = float(text.get("y"))
    names = {term.id: term.label["en"] for term in corpora[150].vocabulary["grupper"].terms.values()}
    short = {term.id: term.short["en"] for term in corpora[150].vocabulary["grupper"].terms.values()}
    assert names
    expected = Counter(frozenset(short[group] for group in record["grupper"]) for record in RECORDS)
    found, heights = Counter(), []
    for column in oracle.groups(page, r"combination-(\d+)").values():
        bar = next(column.iter("rect"))
        _, top, _, bottom = oracle.rect(bar)
        count = int(oracle.texts(column)[0])
        held = frozenset(min(rows, key=lambda label, at=y: abs(rows[label] - 3.5 - at)) for y in dark(column))
        found[held] += count
        heights.append(((bottom - top) / count, count))
    assert found == expected
    assert max(scale for scale, _ in heights) - min(scale for scale, _ in heights) < 0.01


def test_upset_shows_the_rest_together(corpora):
    table = oracle.asked(corpora[150], upset.DRAWING)
    many = type(table)(
        table.title,
        table.dimension,
        table.sets,
        tuple(type(table.combinations[0])((n % 6,), 100 - n) for n in range(80)),
        kind="insikt",
        provenance=table.provenance,
    )
    page = oracle.drawn(upset.DRAWING, many)[0]
    shown = [int(oracle.texts(column)[0]) for column in oracle.groups(page, r"combination-(\d+)").values()]
    rest = int(oracle.texts(oracle.groups(page, r"(others)")["others"])[0].replace(",", ""))
    assert sum(shown) + rest == many.total
    assert f"The grey bar is {80 - len(shown)} more combinations together." in oracle.texts(page)
    assert not oracle.overlapping(page)


def test_words(corpora):
    alt = shifts.DRAWING.alt(oracle.asked(corpora[150], shifts.DRAWING), ENGLISH)
    assert "Shift: 150 insights." in alt
    assert "White spots:" in alt
    alt = upset.DRAWING.alt(oracle.asked(corpora[150], upset.DRAWING), ENGLISH)
    several = sum(len(record["grupper"]) > 1 for record in RECORDS)
    assert f"{several} have more than one value." in alt
