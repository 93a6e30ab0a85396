"""map, report and schema: what is written is what was counted."""

import errno
import json
import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
import yaml_rs
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from conftest import ROOT, Insikt, write_workspace
from insiktskarta.files.settings import read_workspace
from insiktskarta.model.schema import schemas
from insiktskarta.rules import all_rules
from test_cli_report import CIRCLES, GROUPS, insight, some

SVG = "{http://www.w3.org/2000/svg}"


def counts(insikt: Insikt, *filters: str) -> dict[str, int]:
    _, out, _ = insikt("aggregate", "--by", "område", "--typ", "insikt", *filters, "--output-format", "json")
    return {row["key"]: row["total"] for row in json.loads(out)["rows"]}


@pytest.mark.parametrize("suffix", [".png", ".svg", ".pdf", ".PNG"])
def test_every_kind_of_picture_is_the_same_twice(insikt: Insikt, tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"karta{suffix}"
    code, out, err = insikt("map", "-o", str(path))
    assert code == 0
    assert out == f"{path}\n"
    assert "3 insikter" in err
    first = path.read_bytes()
    insikt("map", "-o", str(path))
    assert path.read_bytes() == first


@pytest.mark.parametrize(
    "filters", [[], ["--organisation", "pahittsala"], ["--grupp", "ungdomar"], ["--typ", "test"]]
)
def test_the_picture_holds_what_aggregate_counts(insikt: Insikt, tmp_path: Path, filters: list[str]) -> None:
    path = tmp_path / "karta.svg"
    insikt("map", "-o", str(path), *filters)
    root = ET.fromstring(path.read_text(encoding="utf-8"))  # noqa: S314 - our own writer's
    titles = [each.text or "" for each in root.iter(f"{SVG}title")]
    told = [
        int(found.group(1)) for title in titles if (found := re.search(r": (\d+) (?:insikt|test)", title))
    ]
    _, out, _ = insikt(
        "query", *(filters if "--typ" in filters else [*filters, "--typ", "insikt"]), "--output-format", "ids"
    )
    assert sum(told[:8]) == len(out.split())


def test_a_title_is_written_and_escaped(insikt: Insikt, tmp_path: Path) -> None:
    path = tmp_path / "karta.svg"
    insikt("map", "-o", str(path), "--title", "Läget <nu> & sedan")
    assert "Läget &lt;nu&gt; &amp; sedan" in path.read_text(encoding="utf-8")


def test_nothing_to_draw_is_all_white(insikt: Insikt, tmp_path: Path) -> None:
    path = tmp_path / "karta.svg"
    code, _, err = insikt("map", "-o", str(path), "--organisation", "aby")
    assert code == 0
    assert path.read_text(encoding="utf-8").count("vit fläck") >= 7
    assert "inga insikter" in err


@pytest.mark.parametrize("name", ["karta.gif", "karta", "finns/inte/.."])
def test_a_file_that_cannot_be_written_is_said(insikt: Insikt, tmp_path: Path, name: str) -> None:
    code, out, err = insikt("map", "-o", str(tmp_path / name))
    assert (code, out) == (2, "")
    assert err


def test_a_report_without_a_file_is_printed(insikt: Insikt) -> None:
    code, out, err = insikt("report")
    assert code == 0
    assert out.startswith("# ")
    assert "![" not in out
    assert "--output" in err


def tables(text: str) -> list[list[list[str]]]:
    """The Markdown tables of a text, as rows of cells."""
    blocks = re.findall(r"(?:^\|.*\|$\n?)+", text, re.MULTILINE)
    return [
        [[cell.strip() for cell in line.strip("|").split(" | ")] for line in block.strip().splitlines()]
        for block in blocks
    ]


def test_the_tables_of_a_report_are_those_of_aggregate(insikt: Insikt, tmp_path: Path) -> None:
    path = tmp_path / "rapport.md"
    assert insikt("report", "-o", str(path))[0] == 0
    text = path.read_text(encoding="utf-8")
    assert (tmp_path / "rapport.png").is_file()
    assert "](rapport.png)" in text
    first, second = tables(text)
    assert first[-1] == ["totalt", "3", "1", "1", "5"]
    assert second[-1] == ["totalt", "2", "1", "1", "3"]
    assert counts(insikt)["klienter+riskgrupp"] == 1


def test_a_report_says_what_the_data_say(insikt: Insikt) -> None:
    _, out, _ = insikt("report")
    glance = out.split("## ")[1]
    assert "”Har eller har haft insatser” (2)" in glance
    assert "Åby" in out.split("## ")[3]
    assert "insatser + invånare" in out.split("## ")[3]
    for word in ("(commit)", "Exempelköping, Påhittsala", "insiktskarta 0"):
        assert word in out.rpartition("\n## ")[2]


def test_a_report_of_one_place(insikt: Insikt) -> None:
    _, out, _ = insikt("report", "--organisation", "Påhittsala")
    assert "Påhittsala" in out.splitlines()[0]
    assert "Exempelköping" not in out


def test_a_hostile_heading_breaks_no_report(insikt: Insikt) -> None:
    path = insikt.root / "insights/pahittsala/far-inte-veta.yaml"
    hostile = "'# <img src=x> | `a` [b](c) *d* ![e](f)'"
    path.write_text(
        path.read_text(encoding="utf-8").replace("Får inte veta varför", hostile), encoding="utf-8"
    )
    _, out, _ = insikt("report")
    assert "<img" not in out
    assert re.search(r"(?<!\\)\]\(c\)", out) is None
    assert len(tables(out)) == 2


def test_the_committed_schemas_are_those_of_the_code() -> None:
    for name, schema in schemas(read_workspace(ROOT).vocabulary()).items():
        assert json.loads((ROOT / "schemas" / name).read_text(encoding="utf-8")) == schema
        Draft202012Validator.check_schema(schema)


def test_every_record_of_ours_is_valid_for_another_validator() -> None:
    validators = {
        path.name: Draft202012Validator(json.loads(path.read_text(encoding="utf-8")))
        for path in (ROOT / "schemas").iterdir()
    }
    records = sorted((ROOT / "insights").glob("*/*.yaml"))
    assert len(records) == 112
    for path in records:
        text = path.read_text(encoding="utf-8")
        schema = text.split("\n", 1)[0].rpartition("/")[2]
        errors = list(validators[schema].iter_errors(yaml_rs.loads(text, parse_datetime=False)))
        assert errors == [], path
    errors = list(
        validators["insikt-yaml.schema.json"].iter_errors(
            yaml_rs.loads((ROOT / "insikt.yaml").read_text(encoding="utf-8"))
        )
    )
    assert errors == []


@pytest.mark.parametrize("code", ["SC101", "SC102", "SC103", "SC104", "VO101"])
def test_another_validator_refuses_what_we_refuse(code: str) -> None:
    rule = next(rule for rule in all_rules() if rule.code == code)
    validator = Draft202012Validator(
        json.loads((ROOT / "schemas/insikt.schema.json").read_text(encoding="utf-8"))
    )
    assert list(validator.iter_errors(yaml_rs.loads(rule.bad, parse_datetime=False)))
    assert not list(validator.iter_errors(yaml_rs.loads(rule.good, parse_datetime=False)))


def test_schemas_know_the_words_of_the_workspace(insikt: Insikt) -> None:
    settings = insikt.root / "insikt.yaml"
    text = "ordförråd: {grupper: {studenter: {etikett: studenter, räknas-som: unga-vuxna}}}\n"
    settings.write_text(settings.read_text(encoding="utf-8") + text, encoding="utf-8")
    code, out, _ = insikt("schema", "insikt")
    assert code == 0
    assert "studenter" in json.loads(out)["properties"]["grupper"]["items"]["enum"]
    assert "studenter" in insikt("schema", "--terms")[1]
    code, out, _ = insikt("schema")
    assert code == 0
    assert len(out.splitlines()) == 6
    assert insikt("schema", "insigt")[0] == 2


FIELD_IDS = ("0", "1", "2", "01", "02", "12", "012", "none")


def told_by_field(path: Path) -> list[int]:
    """What the picture says of the seven fields and of what lies outside, in the order of `aggregate`.

    A field's own title only: a pile of one group in it has a title of the same form.
    """
    root = ET.fromstring(path.read_text(encoding="utf-8"))  # noqa: S314 - our own writer's
    told = []
    for name in FIELD_IDS:
        field = root.find(f".//{SVG}g[@id='insight-map-region-{name}']")
        if field is not None:
            title = field.findtext(f"{SVG}title", "")
            told.append(int(re.fullmatch(r"[^:]+: (\d+) insikt(?:er)?", title).group(1)))
    return told


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(some(list(CIRCLES)), some(list(GROUPS))), max_size=25))
@example([([], [])] * 10 + [(["klienter"], [])])
def test_every_field_of_the_picture_is_that_of_aggregate(
    tmp_path_factory: pytest.TempPathFactory,
    capsys: pytest.CaptureFixture[str],
    corpus: list[tuple[list[str], list[str]]],
) -> None:
    root = tmp_path_factory.mktemp("w")
    write_workspace(root, {f"aby/nummer-{n}": insight(n, *one, "uttalat") for n, one in enumerate(corpus)})
    for filters in ([], ["--grupp", "ungdomar"], ["--perspektiv", "riskgrupp"]):
        insikt = Insikt(root, capsys)
        assert insikt("map", "-o", str(root / "karta.svg"), *filters)[0] == 0
        _, out, _ = insikt(
            *("aggregate", "--by", "område", "--typ", "insikt", "--output-format", "json"), *filters
        )
        rows = {row["key"]: row["total"] for row in json.loads(out)["rows"]}
        nowhere = rows.pop("", 0)
        told = told_by_field(root / "karta.svg")
        # A field that the question cannot reach has no row, and nothing in the picture.
        fields = [
            rows.pop("+".join(list(CIRCLES)[int(place)] for place in name), 0) for name in FIELD_IDS[:-1]
        ]
        assert rows == {}
        assert told == [*fields, *([nowhere] if nowhere else [])]


def test_a_perspective_of_the_workspace_lies_in_the_circle_that_it_counts_as(
    insikt: Insikt, tmp_path: Path
) -> None:
    own = "ordförråd: {perspektiv: {brukare: {etikett: brukare, räknas-som: klienter}}}\n"
    settings_file = insikt.root / "insikt.yaml"
    settings_file.write_text(settings_file.read_text(encoding="utf-8") + own, encoding="utf-8")
    path = insikt.root / "insights/pahittsala/ny.yaml"
    text = (
        "typ: insikt\nrubrik: Ny\ninsikt: Någon vill något\nperspektiv: [brukare, invånare]\nröst: blandad\n"
    )
    path.write_text(text, encoding="utf-8")
    told = counts(insikt)
    assert told["klienter+invånare"] >= 1
    assert not any("brukare" in key for key in told)
    insikt("map", "-o", str(tmp_path / "karta.svg"))
    assert told_by_field(tmp_path / "karta.svg")[:7] == [n for key, n in told.items() if key]


def test_without_a_name_it_lies_in_the_current_folder(
    insikt: Insikt, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    assert insikt("map")[1] == "insiktskarta.png\n"
    assert (tmp_path / "insiktskarta.png").read_bytes().startswith(b"\x89PNG")
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["insiktskarta.png"]


@pytest.mark.parametrize("way", ["folder", "file", "full", "protected"])
def test_a_target_that_refuses_is_said_and_left_as_it_was(
    insikt: Insikt, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, way: str
) -> None:
    path = tmp_path / "karta.png"
    if way == "folder":
        path.mkdir()
    elif way == "file":
        (tmp_path / "fil").write_text("x", encoding="utf-8")
        path = tmp_path / "fil" / "karta.png"
    else:
        path.write_bytes(b"before")
        number = errno.ENOSPC if way == "full" else errno.EACCES

        def refuse(*_: object) -> None:
            raise OSError(number, "no")

        monkeypatch.setattr("os.fsync" if way == "full" else "tempfile.mkstemp", lambda *_, **__: refuse())
    for command in ("map", "report"):
        name = path if command == "map" else path.with_suffix(".md")
        code, out, err = insikt(command, "-o", str(name))
        assert (code, out) == (2, "")
        assert path.name in err
    assert not list(tmp_path.rglob(".new-*"))
    if way in ("full", "protected"):
        assert path.read_bytes() == b"before"


def test_what_is_not_asked_for_is_no_white_spot(insikt: Insikt, tmp_path: Path) -> None:
    path = tmp_path / "karta.svg"
    _, _, err = insikt("map", "-o", str(path), "--perspektiv", "riskgrupp")
    svg = path.read_text(encoding="utf-8")
    assert svg.count(">ej i urvalet<") == 3
    assert "bara invånare" not in err
    spots = err.partition("Vita fläckar")[2]
    assert all(name in spots for name in ("bara riskgrupp", "riskgrupp + invånare", "alla tre"))
    _, _, err = insikt("map", "-o", str(path), "--grupp", "ungdomar")
    assert "ej i urvalet" not in path.read_text(encoding="utf-8")
    assert "Grupp" not in err.partition("Vita fläckar")[2]


def test_words_that_stand_nowhere_make_no_white_spots(insikt: Insikt, tmp_path: Path) -> None:
    path = tmp_path / "karta.svg"
    code, _, err = insikt("map", "finnsinte", "-o", str(path))
    assert code == 0
    assert "inget stämmer med urvalet" in err
    assert (
        path.read_text(encoding="utf-8").count("ej i urvalet") == 14
    )  # seven seen, and seven in the description
    assert "vit fläck" not in path.read_text(encoding="utf-8")
    _, out, _ = insikt("report", "finnsinte")
    assert out.count("Inget stämmer med urvalet.") == 2
    assert "Påhittsala" not in out


def test_a_report_names_only_white_spots_that_it_looked_for(insikt: Insikt) -> None:
    _, out, _ = insikt("report", "--perspektiv", "riskgrupp", "--grupp", "föräldrar")
    spots = out.partition("## Vita fläckar")[2].partition("\n## ")[0]
    assert "riskgrupp" in spots
    assert "- Områden på kartan: bara riskgrupp, " in spots
    assert "Grupper" not in spots
    assert " invånare," not in spots.replace("+ invånare", "")


@pytest.mark.parametrize("ending", ["csv", "json"])
def test_the_maps_table_is_the_figures(insikt: Insikt, tmp_path: Path, ending: str) -> None:
    one, other = tmp_path / f"a.{ending}", tmp_path / f"b.{ending}"
    code, out, _ = insikt("map", "-o", str(tmp_path / "a.svg"), "--table", str(one))
    assert code == 0
    assert out.split() == [str(tmp_path / "a.svg"), str(one)]
    assert insikt("figure", "insight-map", "-o", str(tmp_path / "b.svg"), "--table", str(other))[0] == 0
    assert one.read_bytes() == other.read_bytes()
    assert len(one.read_text(encoding="utf-8").splitlines()) > 3
    code, _, err = insikt("map", "-o", str(tmp_path / "a.svg"), "--table", str(tmp_path / "a.xlsx"))
    assert code == 2
    assert ".csv, .json" in err
