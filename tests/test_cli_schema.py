"""`insikt schema`: another validator agrees with us, and a workspace's own words are in it."""

import json
from pathlib import Path

import pytest
import yaml_rs
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from conftest import ROOT, SETTINGS, Insikt
from insiktskarta.files.compose import record_text
from insiktskarta.files.parse import parse
from insiktskarta.files.settings import read_workspace
from insiktskarta.model.record import TYPES, keys
from insiktskarta.model.schema import file_name
from insiktskarta.rules import all_rules

# What only a whole workspace, or two fields together, can tell.
BEYOND_A_SCHEMA = {"SC106"}
SCHEMA_RULES = [rule for rule in all_rules() if rule.code.startswith("SC")]
OWN = "ordförråd: {grupper: {studenter: {etikett: studenter, räknas-som: unga-vuxna}, vuxna: }}\n"


def validator(name: str) -> Draft202012Validator:
    return Draft202012Validator(json.loads((ROOT / "schemas" / name).read_text(encoding="utf-8")))


def errors(text: str) -> list[str]:
    content = yaml_rs.loads(text, parse_datetime=False)
    type_ = content.get("typ") if isinstance(content, dict) else None
    name = file_name(type_) if type_ in TYPES else "insikt.schema.json"
    return [error.message for error in validator(name).iter_errors(content)]


@pytest.mark.parametrize("rule", SCHEMA_RULES, ids=lambda rule: rule.name)
def test_every_rule_of_form_is_in_the_schema(rule) -> None:
    assert bool(errors(rule.bad)) == (rule.code not in BEYOND_A_SCHEMA)
    assert errors(rule.good) == []


def test_the_schemas_are_written_as_committed(insikt: Insikt, tmp_path: Path) -> None:
    code, out, _ = insikt("schema", "-o", str(tmp_path / "s"))
    assert code == 0
    written = sorted((tmp_path / "s").iterdir())
    assert out.split() == [path.as_posix() for path in sorted(written, key=lambda p: out.index(p.name))]
    assert [path.name for path in written] == sorted(path.name for path in (ROOT / "schemas").iterdir())
    for path in written:
        assert path.read_bytes() == (ROOT / "schemas" / path.name).read_bytes(), path.name


def test_without_a_folder_they_are_where_the_records_look_for_them(insikt: Insikt) -> None:
    assert insikt("schema")[0] == 0
    for type_ in TYPES:
        first = record_text({"typ": type_}).partition("\n")[0].rpartition("=")[2]
        assert (insikt.root / "insights/aby" / first).resolve().is_file() or (
            insikt.root / first.replace("../", "")
        ).is_file()


@pytest.mark.parametrize("type_", TYPES)
def test_one_type_is_printed(insikt: Insikt, type_: str) -> None:
    code, out, _ = insikt("schema", type_)
    assert code == 0
    schema = json.loads(out)
    Draft202012Validator.check_schema(schema)
    assert list(schema["properties"]) == list(keys(TYPES[type_]))
    assert all(field["description"] for field in schema["properties"].values())
    assert not (insikt.root / "schemas").exists(), "nothing is written"


def test_own_words_and_words_taken_away(insikt: Insikt) -> None:
    (insikt.root / "insikt.yaml").write_text(SETTINGS + OWN, encoding="utf-8")
    schema = json.loads(insikt("schema", "insikt")[1])
    groups = schema["properties"]["grupper"]["items"]
    assert "studenter" in groups["enum"]
    assert "vuxna" not in groups["enum"]
    assert len(groups["enum"]) == len(groups["markdownEnumDescriptions"])
    terms = insikt("schema", "--terms")[1]
    assert "studenter: studenter" in terms
    assert "\n  vuxna:" not in terms


@pytest.mark.parametrize(
    "own", ["typ: {notis: {etikett: notis}}", "typ: {test: }", "perspektiv: {riskgrupp: }"]
)
@pytest.mark.parametrize(
    "command",
    [
        ["schema"],
        ["schema", "notis"],
        ["schema", "test"],
        ["schema", "--terms"],
        ["query"],
        ["query", "--typ", "test"],
        ["aggregate"],
        ["aggregate", "--by", "område"],
        ["report"],
        ["lint"],
        ["show", "exempelkoping/kvallsoppet"],
        ["add", "--typ", "notis", "--organisation", "aby", "--rubrik", "x"],
        ["add", "--typ", "test", "--organisation", "aby", "--rubrik", "x"],
    ],
    ids=" ".join,
)
def test_a_workspace_that_changes_the_types_or_circles_is_no_bug(
    insikt: Insikt, own: str, command: list[str]
) -> None:
    (insikt.root / "insikt.yaml").write_text(f"{SETTINGS}ordförråd:\n  {own}\n", encoding="utf-8")
    assert insikt(*command)[0] in (0, 1, 2)


# A key without a value is nothing to us, and null to a schema.
VALUES = st.one_of(
    st.booleans(),
    st.integers(-3, 3000),
    st.sampled_from(["egen", "klienter", "2024", "2024-13", "2024-10", "x", " ", "", "a/b", "pågående"]),
    st.lists(st.sampled_from(["klienter", "riskgrupp", "ungdomar", "x", "a/b", ""]), max_size=4),
    st.dictionaries(
        st.sampled_from(["av", "datum", "status", "x"]), st.sampled_from(["given", "2024-01-01"])
    ),
)


@settings(max_examples=400, deadline=None)
@given(st.sampled_from(list(TYPES)), st.data())
def test_what_we_read_without_fault_another_validator_accepts(type_: str, data: st.DataObject) -> None:
    good = {
        "typ": type_,
        "rubrik": "Unga vill ha tid",
        "insikt": "x",
        "fråga": "x",
        "beskrivning": "x",
        "lärdom": "x",
        "perspektiv": ["klienter"],
        "röst": "egen",
        "metoder": ["workshop"],
        "status": "pågående",
    }
    content = {key: good[key] for key in keys(TYPES[type_]) if key in good}
    content |= data.draw(
        st.dictionaries(st.sampled_from([*keys(TYPES[type_])[1:], "okänd"]), VALUES, max_size=3)
    )
    text = json.dumps(content, ensure_ascii=False) + "\n"
    parsed = parse("insights/grums/x.yaml", text.encode(), read_workspace(ROOT).context())
    ours = {
        each.code for each in parsed.findings if each.code[:2] in ("SC", "VO") and each.severity == "error"
    }
    ours -= BEYOND_A_SCHEMA
    theirs = [error.message for error in validator(file_name(type_)).iter_errors(content)]
    if not ours and parsed.record is not None:
        assert theirs == [] or all("non-unique" in message for message in theirs)
