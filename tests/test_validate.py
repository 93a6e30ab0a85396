import json
import re
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel, ValidationError

from insiktskarta.files import validate, wordings
from insiktskarta.files.exact import read
from insiktskarta.files.parse import parse
from insiktskarta.files.settings import read_workspace
from insiktskarta.model.finding import Finding
from insiktskarta.model.language import ENGLISH
from insiktskarta.model.record import TYPES
from insiktskarta.model.settings import Settings
from insiktskarta.rules.rule import Context

WORKSPACE = read_workspace(Path("/"), b"")
CONTEXT = Context(WORKSPACE.vocabulary(), WORKSPACE.registry())
WHOLE: dict[str, dict[str, Any]] = {
    "insikt": {"typ": "insikt", "rubrik": "x", "insikt": "y", "perspektiv": ["invånare"], "röst": "egen"},
    "insiktsarbete": {"typ": "insiktsarbete", "rubrik": "x", "metoder": ["workshop"], "status": "planerat"},
    "fråga": {"typ": "fråga", "rubrik": "x", "fråga": "Hur?"},
    "test": {"typ": "test", "rubrik": "x", "hypotes": "y", "status": "planerat"},
    "lärdom": {"typ": "lärdom", "rubrik": "x", "lärdom": "y"},
}
ODD: list[Any] = [
    *(
        None,
        True,
        0,
        -1,
        5,
        1.5,
        "",
        " ",
        "x",
        "x" * 200,
        "a\nb",
        "Å",
        "2024-13-01",
        "2024-02-30",
        "2025/2024",
    ),
    *(
        "2024-10",
        [],
        [None],
        [1],
        [""],
        ["x"],
        ["a/b", "A/b"],
        ["a"] * 5,
        {},
        {"x": None},
        {"": {}},
        [[]],
        [{}],
    ),
    {"status": None, "datum": "x", "av": 1, "finns": [], "gallras": "2024", "okänd": "x"},
    {"x": {"namn": "", "slag": 1, "kod": "1", "del-av": "Å", "fel": 1}},
    {"grupper": {"x": {"etikett": "", "alias": "a", "bredare": 1, "etikeet": "x"}, "": None, "y": 1}},
    {"Å Ä": {"namn": "x", "slag": "y"}},
]


def findings(text: str) -> tuple[Finding, ...]:
    return parse("insights/grums/x.yaml", text.encode(), CONTEXT).findings


def told(text: str) -> list[str]:
    return [finding.text(ENGLISH) for finding in findings(text)]


def record(line: str, type_: str = "insikt") -> str:
    """A record of a type with a line of its own; it replaces a line with the same key."""
    key = line.partition(":")[0]
    rest = {name: value for name, value in WHOLE[type_].items() if name != key}
    return (
        "".join(f"{name}: {json.dumps(value, ensure_ascii=False)}\n" for name, value in rest.items())
        + line
        + "\n"
    )


def provoked() -> list[tuple[type[BaseModel], dict[str, Any]]]:
    every = [(TYPES[name], whole) for name, whole in WHOLE.items()] + [(Settings, {})]
    given: list[tuple[type[BaseModel], dict[str, Any]]] = []
    for model, whole in every:
        for key in [field.alias or "" for field in model.model_fields.values()] + ["okänd"]:
            given += [(model, {**whole, key: value}) for value in ODD]
            given.append((model, {name: value for name, value in whole.items() if name != key}))
    return [*given, (TYPES["test"], {"typ": "test", "rubrik": "x", "status": "planerat"})]


def test_every_error_that_the_models_give_has_words_of_its_own() -> None:
    kinds = set()
    for model, value in provoked():
        try:
            model.model_validate(value)
        except ValidationError as error:
            kinds |= {each["type"] for each in error.errors(include_url=False)}
    assert kinds == set(wordings._WORDINGS)


@pytest.mark.parametrize("key", ["Typ", "TYP", "type", "tip"])
def test_a_misspelt_key_for_the_type_hides_nothing_else(key: str) -> None:
    found = findings(f"rubrik: x\n{key}: fråga\nFråga: Hur?\n")
    assert [(each.code, each.line, each.column) for each in found] == [
        ("SC101", 1, 1),
        ("SC102", 2, 1),
        ("SC102", 3, 1),
    ]
    assert f"The key “{key}” is not known. Do you mean “typ”?" in [each.text(ENGLISH) for each in found]
    assert [each.code for each in findings(f"{key}: frga\nFråga: Hur?\n")] == ["SC102"]
    assert [each.code for each in findings(f"{key}: [fråga]\nFråga: Hur?\n")] == ["SC102"]


@pytest.mark.parametrize(
    "text", ["rubrik: x\n", "Typsnitt: insikt\n", "t: insikt\n", "sort: insikt\n", "1: insikt\n"]
)
def test_without_a_key_that_may_be_the_type_it_is_missing(text: str) -> None:
    assert "The field “typ” is missing. Write one of: insikt, insiktsarbete, fråga, test, lärdom." in told(
        text
    )


def test_every_problem_has_values_for_all_names_and_is_one_line() -> None:
    count = 0
    for model, value in provoked():
        exact = read(json.dumps(value, ensure_ascii=False))
        for problem in validate.model_problems(model, value, exact):
            count += 1
            names = set(re.findall(r"\{(\w+)\}", problem.message))
            assert names <= set(problem.values)
            text = problem.finding("x.yaml").text(ENGLISH)
            assert "\n" not in text
            assert "“”" not in text or '""' in json.dumps(value), text
            assert (problem.line, problem.column) >= (1, 1)
    assert count > 1000


@pytest.mark.parametrize(
    ("line", "code", "column", "text"),
    [
        ("typ: inskt", "SC105", 6, "“inskt” is no record type. Do you mean “insikt”?"),
        ("typ: gurka", "SC105", 6, "“gurka” is no record type. Write one of: insikt, insiktsarbete, fråga, test, lärdom."),
        ("typ:", "SC103", 5, "“typ” is empty. Fill it in, or remove the line."),
        ("typ: [insikt]", "SC103", 6, "“typ” takes one text, and there is a list. Remove the brackets or the hyphens."),
        ("typ: 1", "SC103", 6, '“typ” is read as a number or as true/false. Put it in quotation marks: "1".'),
        ("rubrik: 1.10", "SC103", 9, '“rubrik” is read as a number or as true/false. Put it in quotation marks: "1.10".'),
        ("rubrik: true", "SC103", 9, '“rubrik” is read as a number or as true/false. Put it in quotation marks: "true".'),
        ("rubrik: 0x1F", "SC103", 9, '“rubrik” is read as a number or as true/false. Put it in quotation marks: "0x1F".'),
        ("rubrik: {a: b}", "SC103", 9, "“rubrik” has a colon in its text and is read as fields of its own. Put the text in quotation marks."),
        ("rubrik: '  '", "SC104", 9, "“rubrik” is empty. Fill it in, or remove the line."),
        ("rubrik: |\n  a\n  b", "SC104", 9, "“rubrik” has several lines; it takes one."),
        (f"rubrik: |\n  {'x' * 121}", "SC104", 9, "“rubrik” has 121 characters; at most 120 fit on a card. Move the rest to the text below."),
        ("perspektiv: invånare", "SC103", 13, "“perspektiv” takes a list. Write “perspektiv: [invånare]”."),
        ("perspektiv:", "SC103", 12, "“perspektiv” is empty. Fill it in, or remove the line."),
        ("nytt:", "SC103", 6, "“nytt” is empty. Fill it in, or remove the line."),
        ("insamlad: ~", "SC103", 11, "“insamlad” is empty. Fill it in, or remove the line."),
        ("källa:", "SC103", 7, "“källa” is empty. Fill it in, or remove the line."),
        ("källa: {avsnitt: }", "SC103", 18, "“avsnitt” is empty. Fill it in, or remove the line."),
        ("perspektiv: [a, b, c, d]", "SC104", 13, "“perspektiv” takes at most 3 values."),
        ("grupper: [ungdomar, 5]", "SC103", 21, '“grupper” is read as a number or as true/false. Put it in quotation marks: "5".'),
        ("insamlad: i våras", "SC104", 11, "“i våras” is no time. Write 2024, 2024-10, 2024-10-23 or a period such as 2024-08/2024-12."),
        ("insamlad: '2024-13'", "SC104", 11, "“2024-13” is no time. Write 2024, 2024-10, 2024-10-23 or a period such as 2024-08/2024-12."),
        ("insamlad: '２０２４'", "SC104", 11, "“２０２４” is no time. Write 2024, 2024-10, 2024-10-23 or a period such as 2024-08/2024-12."),
        ("insamlad: 2024-12/2024-08", "SC104", 11, "The period in “insamlad” ends before it starts. Change places."),
        ("giltig-till: 2024-02-30", "SC104", 14, "“2024-02-30” is no date. Write year-month-day, such as 2025-03-01."),
        ("giltig-till: 2024", "SC103", 14, '“giltig-till” is read as a number or as true/false. Put it in quotation marks: "2024".'),
        ("lika: [Grums/x]", "SC104", 8, "“Grums/x” is no id. An id is organisation/file-name, such as exempelkoping/kort-vag-in."),
        ("underlag: diariet", "SC103", 11, "“underlag” takes fields of its own, each on an indented line below it."),
        ("underlag: {fins: x}", "SC102", 12, "The key “fins” is not known. Do you mean “finns”?"),
        ("underlag: {gurkmeja: x}", "SC102", 12, "The key “gurkmeja” is not known. Remove it, or move the text to “anteckning”."),
        ("återkoppling: {hur: x}", "SC101", 1, "The field “status” is missing. Add it, for example “status: given”."),
        ("status: planerat", "SC102", 1, "The key “status” does not belong to this record type. Remove it, or move the text to “anteckning”."),
        ("förflytningar: [x]", "SC102", 1, "The key “förflytningar” is not known. Do you mean “förflyttningar”?"),
    ],
)  # fmt: skip
def test_words(line: str, code: str, column: int, text: str) -> None:
    found = findings(record(line))
    assert [(each.code, each.column, each.text(ENGLISH)) for each in found] == [(code, column, text)]


@pytest.mark.parametrize(
    ("type_", "line", "text"),
    [
        ("insiktsarbete", "antal: 0", "“antal” must be at least 1."),
        ("insiktsarbete", "antal: '16'", "“antal” takes a whole number, such as 16."),
        ("insiktsarbete", "antal: 1.5", "“antal” takes a whole number, such as 16."),
        ("insiktsarbete", "antal: true", "“antal” takes a whole number, such as 16."),
        ("insiktsarbete", "metoder: []", "“metoder” needs at least one value."),
    ],
)
def test_words_of_other_types(type_: str, line: str, text: str) -> None:
    assert text in told(record(line, type_))


def test_a_trial_says_something() -> None:
    assert told("typ: test\nrubrik: x\nstatus: planerat\n") == [
        "A trial needs “hypotes” or “beskrivning”. Add one of them."
    ]


@pytest.mark.parametrize("period", ["2024", "'2024'", "2024-10", "2024-10-23", "2024-08/2024-12", "2024-10/2024", "2024-10-15/2024-10"])  # fmt: skip
def test_periods(period: str) -> None:
    parsed = parse("insights/grums/x.yaml", record(f"insamlad: {period}").encode(), CONTEXT)
    assert [each for each in parsed.findings if each.severity != "hint"] == []
    assert getattr(parsed.record and parsed.record.content, "gathered", None) == period.strip("'")


def test_an_alias_says_nothing_more_of_what_is_not_there() -> None:
    assert [each.code for each in findings(record("rubrik: *viktigt"))] == ["YA109"]
    assert [each.code for each in findings("typ: insikt\n<<: {rubrik: x}\n")] == ["YA111"]


@pytest.mark.parametrize(
    "line",
    [
        "insamlad: 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxx 19900101-1234'",
        "rubrik: [19900101-1234]",
        "lika: ['anna 19900101-1234']",
        "lika: ['070-174 06 05']",
        "lika: [anna.andersson@example.org]",
        "'199001011234': x",
        "070-174 06 05: x",
        "anna.andersson@example.org: x",
        "grupper: [anna.andersson@example.org, '19900101-1234', 070-174 06 05]",
        "anteckning: 0701740605",
        "anteckning: &199001011234 x",
        "anteckning: !199001011234 x",
        "anteckning: 199001011234",
        "typ: '199001011234'",
        "röst: '070-174 06 05'",
        "giltig-till: '19900101-1234'",
        "'19900101-1234': a\n'19900101-1234': b",
        f"insamlad: '{'x' * 32} 19900101-1234'",
        f"insamlad: '{'x' * 70} 19900101-1234'",
    ],
)
def test_no_message_shows_a_number_or_an_address(line: str) -> None:
    found = findings(record(line))
    assert found
    for each in found:
        for shown in (each.text(ENGLISH), str(each.values)):
            assert not re.search(r"\d{6}|1740|01-1|andersson|example", shown), shown


def nested(schema: Any, definitions: dict[str, Any]) -> list[Any]:
    """A schema and all that are in it."""
    if isinstance(schema, list):
        return [each for part in schema for each in nested(part, definitions)]
    if not isinstance(schema, dict):
        return []
    inside = [schema.get("items"), schema.get("anyOf"), schema.get("additionalProperties")]
    inside += list(schema.get("properties", {}).values())
    if "$ref" in schema:
        inside.append(definitions[schema["$ref"].rpartition("/")[2]])
    return [schema, *nested(inside, definitions)]


@pytest.mark.parametrize("type_", TYPES)
def test_a_valid_record_has_numbers_nowhere_but_beside_its_keys(type_: str) -> None:
    """`has_numbers_as_written` need look no deeper, nor at keys."""
    schema = TYPES[type_].model_json_schema(by_alias=True)
    definitions = schema.get("$defs", {})
    for value in schema["properties"].values():
        parts = nested(
            [value.get("items"), value.get("$ref") and value, value.get("properties")], definitions
        )
        for part in parts:
            assert {"integer", "number"}.isdisjoint([part.get("type")])
            assert part.get("type") != "object" or part.get("additionalProperties") is False
    for key in (1, None, True, 1.5):
        assert validate.validated({**WHOLE[type_], key: "x"}) is None  # type: ignore[dict-item]


def test_nested_numbers_are_found_where_there_are_any() -> None:
    assert [each.get("type") for each in nested([{"items": {"type": "integer"}}], {})] == [None, "integer"]
    ref = {"$ref": "#/$defs/x"}
    inside = nested([ref], {"x": {"properties": {"a": {"anyOf": [{"type": "null"}, {"type": "number"}]}}}})
    assert "number" in [each.get("type") for each in inside]
