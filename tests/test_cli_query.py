"""query, show, aggregate: what is asked is what is answered, in every format."""

import csv
import io
import json

import pytest
import yaml

from conftest import SETTINGS, Insikt

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


def test_no_replaced_term_is_offered(insikt: Insikt) -> None:
    for command in ("query", "add"):
        _, _, err = insikt(command, "--tema", "3")
        assert "budget-och-ekonomistyrning" in err
        assert "budget-och-ekonomi," not in err
    _, _, err = insikt("query", "--tema", "budget-och-ekonomii")
    assert "Menar du ”budget-och-ekonomistyrning”?" in err


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


@pytest.mark.parametrize(
    ("written", "near"),
    [
        ("upprepar", "Menar du ”pahittsala/foraldrar-upprepar”?"),
        ("Får inte", "Menar du ”pahittsala/far-inte-veta”?"),
        ("pahittsala", "Menar du någon av de här: pahittsala/far-inte-veta, pahittsala/foraldrar-upprepar?"),
        ("gurkmeja", "”insikt query” visar vilka som finns."),
    ],
)
def test_a_part_of_an_id_is_met_with_those_that_hold_it(insikt: Insikt, written: str, near: str) -> None:
    code, _, err = insikt("show", written)
    assert code == 2
    assert near in err


def test_a_part_of_a_figures_name_is_met_with_the_whole(insikt: Insikt) -> None:
    assert "Menar du ”gap-matrix”?" in insikt("figure", "gap")[2]


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


def test_show_says_that_a_file_is_there_and_cannot_be_read(insikt: Insikt) -> None:
    (insikt.root / "insights/exempelkoping/skadad.yaml").write_text("typ: [insikt\n", encoding="utf-8")
    code, out, err = insikt("show", "exempelkoping/skadad")
    assert (code, out) == (2, "")
    assert "går inte att läsa" in err
    assert "insikt lint" in err
    assert insikt("show", "insights/exempelkoping/skadad.yaml")[0] == 2


NO_TEXT = "\udcff\udcfe"


@pytest.mark.parametrize(
    "arguments",
    [
        ["show", NO_TEXT],
        ["show", f"exempelkoping/{NO_TEXT}"],
        ["query", NO_TEXT],
        ["query", f'"{NO_TEXT}"'],
        *(
            ["query", f"--{name}", NO_TEXT]
            for name in ("organisation", "typ", "perspektiv", "grupp", "livssituation", "kön", "röst")
        ),
        *(["query", f"--{name}", NO_TEXT] for name in ("förflyttning", "tema", "metod", "status")),
        ["query", f"--{NO_TEXT}"],
        ["aggregate", "--by", NO_TEXT],
        ["report", NO_TEXT],
        ["lint", NO_TEXT],
        ["rule", NO_TEXT],
        ["figure", NO_TEXT],
        ["schema", NO_TEXT],
        [NO_TEXT],
        ["query", "--lang", NO_TEXT],
        ["query", "--at", NO_TEXT],
        ["add", "--rubrik", NO_TEXT],
        ["add", "--organisation", NO_TEXT],
        ["add", "--bygger-på", NO_TEXT],
    ],
)
def test_words_that_are_no_text_are_no_bug(insikt: Insikt, arguments: list[str]) -> None:
    assert insikt(*arguments)[0] in (0, 2)


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
        "id,etikett,totalt",
        "exempelkoping,Exempelköping,3",
        "pahittsala,Påhittsala,2",
        "aby,Åby,0",
        "totalt,,5",
    ]


def test_aggregate_shows_an_organisation_that_was_asked_about_and_has_nothing(insikt: Insikt) -> None:
    asked = ("--organisation", "Habo", "--organisation", "Exempelköping")
    _, out, _ = insikt("aggregate", "--by", "kommun", *asked, "--output-format", "csv")
    assert out.splitlines() == [
        "id,etikett,totalt",
        "exempelkoping,Exempelköping,3",
        "habo-jonkoping,Habo,0",
        "totalt,,3",
    ]
    _, out, _ = insikt("aggregate", "--by", "år", "--organisation", "Habo")
    assert [line.split() for line in out.splitlines() if "─" not in line] == [
        ["År", "totalt"],
        ["totalt", "0"],
    ]
    assert out.count("\n") == 3, "one line parts the head from the total"


def test_aggregate_by_two(insikt: Insikt) -> None:
    _, out, _ = insikt(
        "aggregate", "--by", "grupp", "--by", "perspektiv", "--typ", "insikt", "--output-format", "json"
    )
    table = json.loads(out)
    rows = {row["key"]: row["cells"] for row in table["rows"]}
    assert rows["föräldrar"] == {"klienter": 1, "riskgrupp": 1, "invånare": 0}
    assert rows[""] == {"klienter": 1, "riskgrupp": 0, "invånare": 0}


def test_aggregate_by_field_shows_all_seven(insikt: Insikt) -> None:
    _, out, _ = insikt("aggregate", "--by", "område", "--typ", "insikt", "--output-format", "json")
    counts = {row["key"]: row["total"] for row in json.loads(out)["rows"]}
    assert len(counts) == 7
    assert {key: n for key, n in counts.items() if n} == {
        "klienter": 1,
        "invånare": 1,
        "klienter+riskgrupp": 1,
    }


def test_a_local_perspective_that_counts_as_none_lies_in_no_circle(insikt: Insikt) -> None:
    settings = f"{SETTINGS}ordförråd:\n  perspektiv:\n    besökare: {{etikett: besökare}}\n"
    (insikt.root / "insikt.yaml").write_text(settings, encoding="utf-8", newline="\n")
    path = insikt.root / "insights/pahittsala/far-inte-veta.yaml"
    before = rows(insikt, "--by", "område")
    path.write_text(path.read_text("utf-8").replace("[klienter]", "[klienter, besökare]"), encoding="utf-8")
    assert rows(insikt, "--by", "område") == before


def test_aggregate_by_year(insikt: Insikt) -> None:
    _, out, _ = insikt("aggregate", "--by", "år", "--output-format", "csv")
    assert out.splitlines()[1:3] == ["2023,2023,1", "2024,2024,1"]


def test_aggregate_refuses_what_cannot_be_counted_by(insikt: Insikt) -> None:
    code, _, err = insikt("aggregate", "--by", "gruper")
    assert code == 2
    assert "grupper" in err
    assert insikt("aggregate", "--by", "typ", "--by", "år", "--by", "län")[0] == 2


def rows(insikt: Insikt, *arguments: str) -> dict[str, int]:
    _, out, _ = insikt("aggregate", *arguments, "--output-format", "json")
    return {row["key"]: row["total"] for row in json.loads(out)["rows"]}


def test_a_broader_value_counts_the_narrower_ones_once(insikt: Insikt) -> None:
    assert rows(insikt, "--by", "grupp", "--typ", "insikt") == {
        "barn-och-unga": 1,
        "ungdomar": 1,
        "vuxna": 1,
        "föräldrar": 1,
        "": 1,
    }
    _, out, _ = insikt("aggregate", "--by", "grupp", "--typ", "insikt")
    assert "\N{NO-BREAK SPACE}\N{NO-BREAK SPACE}ungdomar" in out
    assert "En bredare term räknar också in de smalare under sig." in out
    assert "smalare" not in insikt("aggregate", "--by", "typ")[1]


def test_what_aggregate_counts_is_what_query_finds(insikt: Insikt) -> None:
    own = 'ordförråd: {grupper: {studenter: {etikett: "stud\'enter", räknas-som: unga-vuxna}, "o\'x": {etikett: o, bredare: vuxna}}}\n'
    settings = insikt.root / "insikt.yaml"
    settings.write_text(settings.read_text(encoding="utf-8") + own, encoding="utf-8")
    for name, groups in (("a", "studenter"), ("b", "studenter, ungdomar"), ("c", '"o\'x", vuxna')):
        text = f"typ: insikt\nrubrik: {name}\ninsikt: x\nperspektiv: [invånare]\nröst: blandad\ngrupper: [{groups}]\n"
        (insikt.root / f"insights/pahittsala/{name}.yaml").write_text(text, encoding="utf-8")
    counted = rows(insikt, "--by", "grupp")
    assert counted["unga-vuxna"] == 2
    assert counted["vuxna"] == 2
    for group, count in counted.items():
        assert not group or len(ids(insikt, "--grupp", group)) == count


@pytest.mark.parametrize(
    ("arguments", "shown"),
    [
        (["--by", "organisation", "--organisation", "aby"], {"aby": 0}),
        (["--by", "perspektiv", "--perspektiv", "riskgrupp"], {"klienter": 1, "riskgrupp": 1}),
        (["--by", "perspektiv", "--perspektiv", "invånare", "--organisation", "aby"], {"invånare": 0}),
    ],
)
def test_nothing_is_zero_that_was_not_asked_for(
    insikt: Insikt, arguments: list[str], shown: dict[str, int]
) -> None:
    assert rows(insikt, *arguments) == shown


def test_fields_that_are_out_of_reach_have_no_row(insikt: Insikt) -> None:
    found = rows(insikt, "--by", "område", "--perspektiv", "invånare", "--typ", "insikt")
    assert list(found) == [
        "invånare",
        "klienter+invånare",
        "riskgrupp+invånare",
        "klienter+riskgrupp+invånare",
    ]
    assert sum(found.values()) == 1


def test_a_selection_without_records_is_said(insikt: Insikt) -> None:
    code, _, err = insikt("aggregate", "finnsinte")
    assert (code, err) == (0, "Ingen post stämmer med urvalet.\n")
    assert insikt("aggregate")[2] == ""


def test_the_keys_of_a_table_are_the_same_in_every_language(insikt: Insikt) -> None:
    tables = [
        json.loads(insikt("aggregate", "--output-format", "json", lang=lang)[1]) for lang in ("sv", "en")
    ]
    assert [[one["key"] for one in each["dimensions"]] for each in tables] == [["organisation", "typ"]] * 2
    assert [one["label"] for one in tables[1]["dimensions"]] == ["Organisation", "Record type"]


def test_a_term_that_says_nothing_is_no_missing_value(insikt: Insikt) -> None:
    text = "typ: test\nrubrik: x\nbeskrivning: y\nstatus: ej-angiven\n"
    (insikt.root / "insights/pahittsala/prov.yaml").write_text(text, encoding="utf-8")
    _, out, _ = insikt("aggregate", "--by", "status")
    labels = [line.rsplit(maxsplit=1)[0].strip() for line in out.splitlines()]
    assert labels.count("ej angiven") == labels.count("uppgift saknas") == 1


def test_show_names_every_field_in_the_language_that_is_asked_for(insikt: Insikt) -> None:
    path = insikt.root / "insights/exempelkoping/en-vag-in.yaml"
    more = "osäkert: Kanske\nanteckning: Hej\nnytt: Ny\nkälla: {dokument: Bok}\n"
    path.write_text(path.read_text(encoding="utf-8") + more, encoding="utf-8")
    _, out, _ = insikt("show", "exempelkoping/en-vag-in", lang="en")
    for line in ("Uncertain: Kanske", "Note: Hej", "New: Ny", "Source: Bok", "Gathered: 2024-10"):
        assert line in out.splitlines()
    assert "Osäkert: Kanske" in insikt("show", "exempelkoping/en-vag-in")[1].splitlines()


@pytest.mark.parametrize("sign", ["\u202e", "\u2066"])
def test_nothing_that_turns_the_text_around_it_is_told(insikt: Insikt, sign: str) -> None:
    written = f"\\u{ord(sign):04x}"
    places = insikt.root / "insights/pahittsala"
    text = f'typ: insikt\nrubrik: "Vänd {written}text"\ninsikt: "Den {written}är vänd."\nperspektiv: [klienter]\nröst: egen\n'
    (places / "vand.yaml").write_text(text, encoding="utf-8")
    (places / "fel.yaml").write_text(f'{text}"ny{written}ckel": "{written}x"\n', encoding="utf-8")
    (insikt.root / "insikt.yaml").write_text(
        SETTINGS.replace("namn: Påhittsala", f'namn: "Påhitt{written}sala"'), encoding="utf-8"
    )
    forms = ["text", "concise", "json", "github", "gitlab", "sarif", "junit"]
    commands = [["lint", "--hints", "--output-format", form] for form in forms]
    commands += [["query"], ["query", "--output-format", "json"], ["show", "pahittsala/vand"]]
    for command in [*commands, ["aggregate"], ["report"]]:
        _, out, err = insikt(*command)
        assert sign not in out + err, command
    code, out, _ = insikt("lint", "--output-format", "concise")
    assert code == 1
    assert out.count(f"YA103 Här finns ett osynligt tecken (U+{ord(sign):04X})") == 7
