"""A number in every field and in the names of file and folder: no command prints it, whatever the format."""

from pathlib import Path

import pytest

from conftest import SETTINGS, Insikt, write_workspace

NUMBERS = {"19811228-9874": ("9874", "1228"), "070-174 06 58": ("174 06", "06 58")}


def records(number: str) -> dict[str, str]:
    return {
        f"exempelkoping/{number}": f"""\
typ: insikt
rubrik: Ring {number}
insikt: Ring {number} i kväll.
perspektiv: [klienter, {number}]
perspektiv-säkerhet: {number}
grupper: [ungdomar, {number}]
livssituation: [{number}]
röst: {number}
förflyttningar: [akut-till-förebyggande, {number}]
teman: [{number}]
tvärperspektiv: [{number}]
citat: [Jag nås på {number}.]
insamlad: 2024-10
bygger-på: [exempelkoping/{number}-2, {number}/a]
källa: {number}
osäkert: {number}
anteckning: {number}
tidigare-id: [exempelkoping/{number}-3]
""",
        f"exempelkoping/{number}-2": f"""\
typ: insiktsarbete
rubrik: Samtal {number}
beskrivning: Om {number}.
metoder: [{number}]
status: {number}
""",
        f"{number}/a": f"typ: insikt\nrubrik: {number}\ninsikt: {number}\nperspektiv: [klienter]\nröst: {number}\n",
        f"aby/{number}": f"typ: {number}\nrubrik: {number}\n{number}: {number}\n",
        "aby/skadad": f"typ: insikt\nrubrik: [{number}\n",
    }


DIMENSIONS = (
    *("organisation", "typ", "område", "år", "grupp", "röst", "perspektiv", "livssituation", "metod"),
    *("status", "tema", "förflyttning", "tvärperspektiv"),
)
COMMANDS = [
    *(
        ["aggregate", "--by", each, "--output-format", form]
        for each in DIMENSIONS
        for form in ("table", "csv", "json")
    ),
    *(
        ["aggregate", "--by", "organisation", "--by", "grupp", "--output-format", form]
        for form in ("table", "csv", "json")
    ),
    *(["query", "--output-format", form] for form in ("table", "csv", "json", "yaml", "ids")),
    *(
        ["lint", "--hints", "--output-format", form]
        for form in ("text", "json", "github", "gitlab", "sarif", "junit", "concise", "markdown")
    ),
    ["lint", "--diff"],
    ["report"],
    *(["report", "--by", each] for each in ("organisation", "grupp")),
    ["show", "exempelkoping/NUMBER"],
    ["show", "NUMBER-9"],
    ["query", "--NUMBER"],
    ["query", "--foo19811228-9874"],
    ["query", "--grupp", "NUMBER"],
    ["query", "--organisation", "NUMBER"],
    ["query", "NUMBER"],
    ["aggregate", "--by", "NUMBER"],
    ["aggregate", "--röst", "egen", "NUMBER"],
    ["map", "--title", "NUMBER", "-o", "MAP"],
    ["rule", "NUMBER"],
    ["figure", "NUMBER"],
    ["schema", "NUMBER"],
    ["NUMBER"],
]


@pytest.fixture(params=NUMBERS)
def number(request: pytest.FixtureRequest, insikt: Insikt) -> str:
    write_workspace(insikt.root, records(request.param), SETTINGS)
    return request.param


def free_of(text: str, number: str) -> None:
    for part in (number, *NUMBERS[number]):
        assert part not in text, text[max(0, text.index(part) - 120) :][:300]


def test_no_command_prints_it(insikt: Insikt, number: str, tmp_path: Path) -> None:
    for command in COMMANDS:
        words = [word.replace("NUMBER", number).replace("MAP", str(tmp_path / "k.svg")) for word in command]
        code, out, err = insikt(*words)
        assert code != 3, err
        free_of(out + err, number)


def test_no_picture_holds_it(insikt: Insikt, number: str, tmp_path: Path) -> None:
    _, listed, _ = insikt("figure")
    names = [line.split()[0] for line in listed.splitlines() if line.strip() and line[0] != " "]
    picture, table = tmp_path / "bild.svg", tmp_path / "tabell.csv"
    commands = [["map"], *(["figure", name, "--table", str(table)] for name in names)]
    commands += [["figure", "shifts", "--by", each] for each in ("grupp", "röst", "perspektiv")]
    drawn = 0
    for command in commands:
        code, out, err = insikt(*command, "-o", str(picture))
        free_of(out + err, number)
        assert code in (0, 2), err
        if code == 0:
            drawn += 1
            free_of(picture.read_text(encoding="utf-8"), number)
            free_of(table.read_text(encoding="utf-8") if table.exists() else "", number)
    assert drawn > 5
