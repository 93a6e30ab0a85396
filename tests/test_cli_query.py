"""query, show, aggregate: what is asked is what is answered, in every format."""

import csv
import io
import json

import pytest
import yaml

from conftest import Insikt

IDS = [
    "exempelkoping/intervjuer",
    "exempelkoping/en-vag-in",
    "exempelkoping/kvallsoppet",
    "pahittsala/far-inte-veta",
    "pahittsala/foraldrar-upprepar",
]


def ids(insikt: Insikt, *arguments: str) -> list[str]:
    code, out, err = insikt("query", *arguments, "--output-format", "ids")
    assert (code, err) == (0, "")
    return out.split()


def test_everything_in_swedish_order(insikt: Insikt) -> None:
    assert ids(insikt) == IDS


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["--typ", "insikt"], [IDS[1], IDS[3], IDS[4]]),
        (["--typ", "test", "--typ", "insiktsarbete"], [IDS[0], IDS[2]]),
        (["--organisation", "Påhittsala"], IDS[3:]),
        (["--organisation", "pahittsala", "--perspektiv", "riskgrupp"], [IDS[4]]),
        (["--perspektiv", "invanare"], [IDS[0], IDS[1]]),
        (["--grupp", "barn-och-unga"], [IDS[0], IDS[1]]),
        (["--grupp", "Barn och unga"], [IDS[0], IDS[1]]),
        (["--förflyttning", "akut-till-forebyggande"], [IDS[1]]),
        (["--forflyttning", "organisation-till-individ"], [IDS[4]]),
        (["--tema", "tillgänglighet-och-tillit"], [IDS[1]]),
        (["--rost", "egen", "--perspektiv", "klienter"], IDS[3:]),
        (["--status", "pågående"], [IDS[2]]),
        (["--metod", "djupintervju"], [IDS[0]]),
        (["telefon"], [IDS[1], IDS[2]]),
        (["telefon", "upp"], [IDS[1]]),
        (["får"], [IDS[3], IDS[4]]),
        (["far"], []),
        (['"en gång"'], [IDS[1]]),
        (['"gång en"'], []),
        (["NEAR(", "*", '"', "OR"], []),
        (["telefon", "--typ", "test"], [IDS[2]]),
    ],
)
def test_questions(insikt: Insikt, arguments: list[str], expected: list[str]) -> None:
    assert ids(insikt, *arguments) == expected


def test_json_has_the_whole_record(insikt: Insikt) -> None:
    _, out, _ = insikt("query", "telefonkö", "--output-format", "json")
    (record,) = json.loads(out)
    assert record["id"] == "exempelkoping/en-vag-in"
    assert record["insamlad"] == "2024-10"
    assert record["bygger-på"] == ["exempelkoping/intervjuer"]


def test_an_unquoted_year_is_text_in_every_format(insikt: Insikt) -> None:
    _, out, _ = insikt("query", "historia", "--output-format", "json")
    assert json.loads(out)[0]["insamlad"] == "2023"


def test_yaml_is_the_same_as_json(insikt: Insikt) -> None:
    _, as_yaml, _ = insikt("query", "--output-format", "yaml")
    _, as_json, _ = insikt("query", "--output-format", "json")
    assert yaml.safe_load(as_yaml) == json.loads(as_json)


def test_csv(insikt: Insikt) -> None:
    _, out, _ = insikt("query", "historia", "--output-format", "csv")
    (row,) = csv.DictReader(io.StringIO(out))
    assert row["id"] == "pahittsala/foraldrar-upprepar"
    assert row["perspektiv"] == "klienter; riskgrupp"


def test_table_says_how_many(insikt: Insikt) -> None:
    _, out, _ = insikt("query", "--typ", "insikt")
    assert out.endswith("\n3 poster\n")
    assert "Påhittsala" in out


def test_no_answer_is_said(insikt: Insikt) -> None:
    code, out, _ = insikt("query", "finnsinte")
    assert code == 0
    assert out == "Ingen post stämmer in på sökningen.\n"


def test_an_unknown_term_is_met_with_the_nearest(insikt: Insikt) -> None:
    code, out, err = insikt("query", "--grupp", "ungdommar")
    assert (code, out) == (2, "")
    assert "ungdomar" in err


def test_personal_data_is_masked_in_every_format(insikt: Insikt) -> None:
    number = "070-174 06 05"
    path = insikt.root / "insights/pahittsala/far-inte-veta.yaml"
    text = path.read_text(encoding="utf-8").replace(
        "vill förstå", f"ring {number} eller a.b@exempel.se och vill förstå"
    )
    path.write_text(text, encoding="utf-8")
    for output_format in ("table", "json", "csv", "yaml", "ids"):
        _, out, err = insikt("query", "--output-format", output_format)
        assert number not in out + err
        assert "a.b@exempel.se" not in out + err
    _, out, err = insikt("show", "pahittsala/far-inte-veta")
    assert "07•-••• •• ••" in out
    _, out, err = insikt("report")
    assert number not in out + err


def test_unread_files_are_said(insikt: Insikt) -> None:
    (insikt.root / "insights/pahittsala/trasig.yaml").write_text("typ: [", encoding="utf-8")
    code, _, err = insikt("query")
    assert code == 0
    assert err == "1 fil går inte att läsa och räknas inte med. ”insikt lint” visar varför.\n"


def test_show_has_links_both_ways(insikt: Insikt) -> None:
    code, out, _ = insikt("show", "exempelkoping/en-vag-in")
    assert code == 0
    assert "exempelkoping/intervjuer  Intervjuer på fritidsgården" in out
    assert "exempelkoping/kvallsoppet  Öppet på kvällen" in out
    assert "pahittsala/foraldrar-upprepar  Föräldrar upprepar sin historia" in out


@pytest.mark.parametrize(
    "written",
    [
        "exempelkoping/en-vag-in",
        "en-vag-in",
        "insights/exempelkoping/en-vag-in.yaml",
        "insights\\exempelkoping\\en-vag-in.yaml",
    ],
)
def test_show_understands_a_path(insikt: Insikt, written: str) -> None:
    code, out, _ = insikt("show", written)
    assert code == 0
    assert out.startswith("Unga vill ha en väg in\n")


def test_show_finds_a_record_by_its_former_id(insikt: Insikt) -> None:
    path = insikt.root / "insights/exempelkoping/kvallsoppet.yaml"
    path.write_text(
        path.read_text(encoding="utf-8") + "tidigare-id: [exempelkoping/gammal]\n", encoding="utf-8"
    )
    code, out, _ = insikt("show", "exempelkoping/gammal")
    assert code == 0
    assert out.startswith("Öppet på kvällen\n")


def test_show_suggests(insikt: Insikt) -> None:
    code, _, err = insikt("show", "exempelkoping/en-vag-inn")
    assert code == 2
    assert "exempelkoping/en-vag-in”" in err


def test_aggregate_counts_each_record_once_in_totals(insikt: Insikt) -> None:
    _, out, _ = insikt("aggregate", "--by", "perspektiv", "--typ", "insikt", "--output-format", "json")
    table = json.loads(out)
    assert {row["key"]: row["total"] for row in table["rows"]} == {
        "klienter": 2,
        "riskgrupp": 1,
        "invånare": 1,
    }
    assert table["total"] == 3
    assert table["overlaps"] is True


def test_aggregate_shows_who_has_nothing(insikt: Insikt) -> None:
    _, out, _ = insikt("aggregate", "--by", "kommun", "--output-format", "csv")
    assert out.splitlines() == [
        "key,label,total",
        "exempelkoping,Exempelköping,3",
        "pahittsala,Påhittsala,2",
        "aby,Åby,0",
        "total,,5",
    ]


def test_aggregate_by_two(insikt: Insikt) -> None:
    _, out, _ = insikt(
        "aggregate", "--by", "grupp", "--by", "perspektiv", "--typ", "insikt", "--output-format", "json"
    )
    table = json.loads(out)
    rows = {row["key"]: row["cells"] for row in table["rows"]}
    assert rows["föräldrar"] == {"klienter": 1, "riskgrupp": 1, "invånare": 0}
    assert rows[""] == {"klienter": 1, "riskgrupp": 0, "invånare": 0}


def test_aggregate_by_field_shows_all_seven(insikt: Insikt) -> None:
    _, out, _ = insikt("aggregate", "--by", "fält", "--typ", "insikt", "--output-format", "json")
    counts = {row["key"]: row["total"] for row in json.loads(out)["rows"]}
    assert len(counts) == 7
    assert {key: n for key, n in counts.items() if n} == {
        "klienter": 1,
        "invånare": 1,
        "klienter+riskgrupp": 1,
    }


def test_aggregate_by_year(insikt: Insikt) -> None:
    _, out, _ = insikt("aggregate", "--by", "år", "--output-format", "csv")
    assert out.splitlines()[1:3] == ["2023,2023,1", "2024,2024,1"]


def test_aggregate_refuses_what_cannot_be_counted_by(insikt: Insikt) -> None:
    code, _, err = insikt("aggregate", "--by", "gruper")
    assert code == 2
    assert "grupper" in err
    assert insikt("aggregate", "--by", "typ", "--by", "år", "--by", "län")[0] == 2
