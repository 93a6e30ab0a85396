from pathlib import Path

import pytest

from insiktskarta.files import parse as module
from insiktskarta.files.parse import located, parse, record_id
from insiktskarta.files.problem import Problem
from insiktskarta.files.settings import read_workspace
from insiktskarta.model.insight import Insight
from insiktskarta.model.language import ENGLISH
from insiktskarta.model.record import TYPES, plain
from insiktskarta.rules import all_rules
from insiktskarta.rules.examples import GOOD
from insiktskarta.rules.rule import Context, Hit

WORKSPACE = read_workspace(Path("/"), b"")
CONTEXT = Context(WORKSPACE.vocabulary(), WORKSPACE.registry())
PLACE = "insights/grums/kort-vag-in.yaml"
MODELINE = "# yaml-language-server: $schema=../../schemas/insikt.schema.json\n"


def codes(text: str | bytes, place: str = PLACE) -> list[tuple[str, int, int]]:
    raw = text if isinstance(text, bytes) else text.encode()
    return [(each.code, each.line, each.column) for each in parse(place, raw, CONTEXT).findings]


def test_a_record() -> None:
    parsed = parse(PLACE, (MODELINE + GOOD + "insamlad: 2024\nlika: [grums/b, grums/c]\n").encode(), CONTEXT)
    assert [each.code for each in parsed.findings if each.severity != "hint"] == []
    record = parsed.record
    assert record is not None
    assert isinstance(record.content, Insight)
    assert (record.id, record.organisation) == ("grums/kort-vag-in", "grums")
    assert record.content.heading == "Unga vill ha en kort väg in"
    assert record.content.gathered == "2024"
    assert record.terms == (("perspektiv", 0, "invånare"), ("grupper", 0, "ungdomar"), ("röst", None, "egen"))
    assert list(record.links()) == [("lika", 0, "grums/b"), ("lika", 1, "grums/c")]
    assert parsed.data["insamlad"] == 2024
    assert list(plain(record.content)) == [
        "typ",
        "rubrik",
        "insikt",
        "perspektiv",
        "grupper",
        "röst",
        "insamlad",
        "lika",
    ]


@pytest.mark.parametrize(("change", "form"), [
    (lambda text: text.replace("\n", "\r\n"), ""),
    (lambda text: text.replace("\n", "\r"), "FO105"),
    (lambda text: text.rstrip("\n"), "FO107"),
    (lambda text: "\n\n" + text + "\n\n# slut\n", ""),
    (lambda text: "---\n" + text + "...\n", ""),
    (lambda text: text.replace("ä", "a\u0308").replace("å", "a\u030a").replace("ö", "o\u0308"), "FO106"),
    (lambda text: text.replace("[ungdomar]", "\n  - ungdomar"), "FO108"),
    (lambda text: text.replace("[ungdomar]", "\n- 'ungdomar' # kommentar"), "FO108"),
    (lambda text: text.replace("röst:", '"röst":'), ""),
    (lambda text: text.replace("röst:", '"r\\u00f6st":'), ""),
    (lambda text: "{" + ", ".join(text.replace("gång. Möter de en telefonkö ger de upp.", "gång.").splitlines()) + "}", "FO107"),
])  # fmt: skip
def test_the_same_record_in_other_clothes(change: object, form: str) -> None:
    changed = change(MODELINE + GOOD) if not str(change(GOOD)).startswith("{") else change(GOOD)  # type: ignore[operator]
    parsed = parse(PLACE, changed.encode(), CONTEXT)
    assert [(each.code, each.severity) for each in parsed.findings] == (
        [(form, "warning" if change(GOOD).count("\r") > change(GOOD).count("\r\n") else "hint")]
        if form
        else []  # type: ignore[operator]
    )
    assert parsed.record is not None
    assert parsed.record.terms == (
        ("perspektiv", 0, "invånare"),
        ("grupper", 0, "ungdomar"),
        ("röst", None, "egen"),
    )
    assert parsed.record.content.heading == "Unga vill ha en kort väg in"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (MODELINE + GOOD.replace("ungdomar", "ungdommar"), [("VO101", 6, 11)]),
        (
            GOOD.replace(" [ungdomar]", "\r\n  - ungdomar\r\n  - ungdommar"),
            [("FO105", 5, 9), ("VO101", 7, 5)],
        ),
        (
            "# 🙂å\r\n" + GOOD.replace("grupper: [ungdomar]", "grupper: [ungdomar, '🙂', fel]"),
            [("FO105", 2, 12), ("VO101", 6, 21), ("VO101", 6, 26)],
        ),
        (GOOD + "återkoppling: {status: gurka}\n", [("VO101", 7, 24)]),
        (GOOD + "återkoppling:\n  hur: x\n", [("SC101", 7, 1)]),
        (GOOD + "underlag:\n  finns: 1\n  gallras: x\n", [("SC103", 8, 10), ("SC104", 9, 12)]),
        (GOOD + "citat:\n  - a: b\n  - c\n", [("SC103", 8, 5)]),
        (GOOD + "citat: [a, '']\n", [("SC104", 7, 12)]),
        (GOOD + "lika: [grums/b, Grums/c]\n", [("SC104", 7, 17)]),
        (GOOD.replace("röst: egen\n", ""), [("SC101", 1, 1)]),
        (MODELINE + "\n" + GOOD.replace("röst: egen\n", ""), [("SC101", 3, 1)]),
        (
            b"\xef\xbb\xbf" + GOOD.replace("ungdomar", "ungdommar").encode(),
            [("YA102", 1, 1), ("VO101", 5, 11)],
        ),
        (GOOD.replace("egen", "egen\ngruper: []\nrubrk: x"), [("SC102", 7, 1), ("SC102", 8, 1)]),
        (
            GOOD.replace("väg", "v\u0000äg").replace("upp.", "u\u0007pp."),
            [("YA103", 2, 31), ("YA103", 3, 70)],
        ),
        ("typ: test\nrubrik: x\nstatus: planerat\n", [("SC101", 1, 1)]),
        ("typ: gurka\nrubrk: x\n", [("SC105", 1, 6)]),
        ("rubrik: x\n", [("SC101", 1, 1)]),
        ("typ:\n", [("SC103", 1, 5)]),
    ],
)
def test_findings_stand_where_the_fault_is(text: str | bytes, expected: list[tuple[str, int, int]]) -> None:
    assert codes(text) == expected


@pytest.mark.parametrize(
    ("fault", "code"),
    [
        ("egen: x", "SC102"),
        ("källa: {dokumentet: x, avsnitt: y}", "SC102"),
        ("osäkert: 1", "SC103"),
        ("citat: [a, '']", "SC104"),
        ("insamlad: 2024-13", "SC104"),
    ],
)
def test_a_fault_of_the_schema_hides_no_other(fault: str, code: str) -> None:
    text = GOOD.replace("[ungdomar]", "[ungdommar, barn-och-unga, ungdomar]")
    others = codes(text)
    assert {each[0] for each in others} == {"VO101", "VO105"}
    assert codes(f"{text}{fault}\n") == sorted([*others, (code, *place_of(fault))], key=lambda each: each[1:])


def place_of(fault: str) -> tuple[int, int]:
    """Where the fault is said: in the line after the record, at its key or at its value."""
    known = {"egen: x": 1, "källa: {dokumentet: x, avsnitt: y}": 9, "citat: [a, '']": 12}
    return 7, known.get(fault, fault.index(":") + 3)


def test_advice_waits_until_the_schema_is_met() -> None:
    text = "typ: insikt\nrubrik: Resultat\ninsikt: Unga vill bli mötta.\nperspektiv: [invånare]\nröst: egen\n"
    assert {each[0] for each in codes(text)} > {"IN106"}
    assert codes(f"{text}egen: x\n") == [("SC102", 6, 1)]


def test_what_is_missing_leaves_nothing_to_judge() -> None:
    text = GOOD.replace("röst: egen\n", "").replace("ungdomar", "ungdommar")
    assert [each[0] for each in codes(text)] == ["SC101"]


def test_findings_come_in_reading_order_and_once() -> None:
    found = codes(GOOD.replace("[ungdomar]", "[fel, fel, a, a]"))
    assert found == sorted(found, key=lambda each: each[1:])
    assert len(found) == len(set(found))
    twice = [
        Problem("SC104", 1, 1, "b", {"x": 1}),
        Problem("SC104", 1, 1, "a", {"x": 1}),
        Problem("SC104", 1, 1, "b", {"x": 1}),
    ]
    assert [each.message for each in module.findings("x", twice)] == ["a", "b"]


@pytest.mark.parametrize("type_", TYPES)
def test_the_examples_of_every_field_are_right(type_: str) -> None:
    fields = TYPES[type_].model_fields.values()
    data = {field.alias: field.examples[0] for field in fields if field.examples}
    content = TYPES[type_].model_validate(data)
    assert plain(content)["typ"] == type_
    assert len(data) == len(fields)


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("insights/grums/a.yaml", "grums/a"),
        ("grums/a.yml", "grums/a"),
        ("a", "a"),
        ("insights/grums/a.yaml.yaml", "grums/a.yaml"),
        ("insights/grums/a\nb.YAML", "grums/a\nb"),
        ("", ""),
    ],
)
def test_ids(path: str, expected: str) -> None:
    assert record_id(path) == expected


def test_a_hit_is_placed_by_reading_once_more_whatever_is_there() -> None:
    rule = next(each for each in all_rules() if each.code == "LI101")
    hit = Hit(
        ("lika", 1),
        "There is no record “{target}”. Check the id, or remove the link.",
        {"target": "grums/x"},
        record="grums/a",
    )
    found = located(PLACE, rule, hit, (GOOD + "lika: [grums/b, grums/x]\n").encode())
    assert (found.line, found.column, found.code) == (7, 17, "LI101")
    assert found.text(ENGLISH) == "There is no record “grums/x”. Check the id, or remove the link."
    for raw in (None, b"", b"\xff", b"[", b"a: 1\n"):
        assert located(PLACE, rule, hit, raw).line in (0, 1)


def test_the_form_of_what_cannot_be_read_is_not_judged() -> None:
    raw = GOOD.encode() + b"# " + b"x" * 300_000
    found = [each.code for each in parse("insights/grums/x.yaml", raw, CONTEXT).findings]
    assert found == ["YA105"]
