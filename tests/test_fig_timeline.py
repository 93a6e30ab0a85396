"""The timeline read back: bars on one scale, no date left out, what has no date told apart."""

from collections import Counter

import pytest

import fig_oracle as oracle
from insiktskarta.figures.timeline import DRAWING
from insiktskarta.model.language import ENGLISH
from insiktskarta.show.messages import language

STUDY = "typ: insiktsarbete\nrubrik: Studie {n}\nbeskrivning: En studie.\nmetoder: [intervju]\nstatus: genomfört\n"


def corpus(folder, dates):
    extra = {}
    for number, (gathered, told) in enumerate(dates):
        text = STUDY.format(n=number)
        text += f"insamlad: {gathered}\n" if gathered else ""
        text += f"återkoppling: {{status: given, datum: {told}}}\n" if told else ""
        extra[f"ankeborg/studie-{number}"] = text
    return oracle.opened(oracle.write(folder / "w", [], extra))


def bars(group):
    return [oracle.rect(box) for box in group.iter("rect")]


@pytest.mark.parametrize(
    ("dates", "keys"),
    [
        ([("2023-11", ""), ("2024-01/2024-02", "2024-02-10")], ["2023-11", "2023-12", "2024-01", "2024-02"]),
        (
            [("2020-02", ""), ("2022-03-05", "")],
            [f"{y}-Q{q}" for y in (2020, 2021) for q in (1, 2, 3, 4)] + ["2022-Q1"],
        ),
        ([("2020", ""), ("2022-01", "")], ["2020", "2021", "2022"]),
        ([("", "")], []),
    ],
)
def test_the_unit_is_the_shortest_that_says_nothing_more_than_the_data(tmp_path, dates, keys):
    table = oracle.asked(corpus(tmp_path, dates), DRAWING)
    assert [each.key for each in table.bins] == keys
    assert sum(each.gathered for each in table.bins) + table.undated.gathered == len(dates)


def test_bars_are_the_data_on_one_scale(tmp_path):
    records = oracle.made(60)
    root = oracle.write(
        tmp_path / "w",
        records,
        {"ankeborg/x": STUDY.format(n=0) + "återkoppling: {status: given, datum: 2024-05-01}\n"},
    )
    table = oracle.asked(oracle.opened(root), DRAWING)
    page = oracle.drawn(DRAWING, table)[0]
    years = Counter(record["insamlad"] for record in records)
    scales = []
    for each, group in zip(table.bins, oracle.groups(page, r"bin-(\d+)").values(), strict=True):
        assert each.gathered == years[each.key]
        assert each.told == (each.key == "2024")
        numbers = [count for count in (each.gathered, each.told) if count]
        assert oracle.texts(group)[1:] == [str(count) for count in numbers]
        scales += [(box[3] - box[1]) / count for box, count in zip(bars(group), numbers, strict=True)]
    assert max(scales) - min(scales) < 0.01
    grey = oracle.groups(page, r"(undated)")["undated"]
    assert oracle.texts(grey) == ["no date", "1"]
    assert abs((bars(grey)[0][3] - bars(grey)[0][1]) - scales[0]) < 0.01


def test_nobody_told_is_a_white_spot(tmp_path):
    table = oracle.asked(corpus(tmp_path, [("2024", "")]), DRAWING)
    assert "white spot" in oracle.texts(oracle.drawn(DRAWING, table)[0])
    assert "Nobody is said to have been told: a white spot." in DRAWING.alt(table, ENGLISH)
    assert {answer.key: answer.count for answer in table.answers}[""] == 1


@pytest.mark.parametrize(
    ("dates", "code", "labels"),
    [
        ([("2023-11", ""), ("2024-02", "")], "en", [["Nov", "2023"], ["Dec"], ["Jan", "2024"], ["Feb"]]),
        ([("2023-11", ""), ("2024-01", "")], "sv", [["nov", "2023"], ["dec"], ["jan", "2024"]]),
        ([("2023-03", ""), ("2023-08", "")], "sv", [["mars", "2023"], ["apr"], ["maj"], ["juni"], ["juli"], ["aug"]]),
        ([("2020-07", ""), ("2022-08-05", "")], "en", [["Q3", "2020"], ["Q4"], ["Q1", "2021"], *[[f"Q{n}"] for n in (2, 3, 4)], ["Q1", "2022"], ["Q2"], ["Q3"]]),
        ([("2020-07", ""), ("2022-08-05", "")], "sv", [["kv 3", "2020"], ["kv 4"], ["kv 1", "2021"], *[[f"kv {n}"] for n in (2, 3, 4)], ["kv 1", "2022"], ["kv 2"], ["kv 3"]]),
        ([("2020", ""), ("2022-01", "")], "sv", [["2020"], ["2021"], ["2022"]]),
    ],
)  # fmt: skip
def test_months_and_quarters_have_names(tmp_path, dates, code, labels):
    table = oracle.asked(corpus(tmp_path, dates), DRAWING)
    page = oracle.drawn(DRAWING, table, language=language(code))[0]
    groups = oracle.groups(page, r"bin-(\d+)").values()
    assert [oracle.texts(group)[: len(said)] for group, said in zip(groups, labels, strict=True)] == labels
