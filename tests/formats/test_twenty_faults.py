"""A workspace with twenty different faults, in every output format, against what was read and found good."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from format_schemas import valid_json, valid_junit
from workflow_commands import commands

from conftest import SETTINGS, Insikt

GOOD = """\
typ: insikt
rubrik: Unga vill ha en kort väg in
insikt: Unga orkar söka hjälp en gång. Möter de en telefonkö ger de upp.
perspektiv: [invånare]
grupper: [ungdomar]
röst: egen
"""
STUDY = "typ: insiktsarbete\nrubrik: Samtal om {}\nmetoder: [djupintervju]\nstatus: pågående\n"
# Code to the file that has the fault: each file is sound but for that.
FAULTS = {
    "YA101": ("latin", GOOD.encode("latin-1")),
    "YA104": ("tabb", b"typ: fr\xc3\xa5ga\nrubrik: Hur?\nfr\xc3\xa5ga:\n\tHur kan vi?\n"),
    "YA106": ("kolon", GOOD.replace("rubrik: Unga", "rubrik: Unga: de")),
    "YA108": ("dubbel-nyckel", GOOD.replace("Unga", "Mormödrar") + "röst: blandad\n"),
    "YA109": ("ankare", GOOD.replace("Unga", "Farföräldrar").replace("[invånare]", "&a [invånare]")),
    "SC101": ("saknas", GOOD.replace("röst: egen\n", "")),
    "SC102": ("okand-nyckel", GOOD + "förflytningar: [akut-till-förebyggande]\n"),
    "SC103": ("fel-slag", GOOD.replace("[ungdomar]", "ungdomar")),
    "SC104": ("fel-varde", GOOD + "insamlad: 2024-13\n"),
    "SC105": ("fel-typ", GOOD.replace("typ: insikt", "typ: insigt")),
    "VO101": ("okand-term", GOOD.replace("Unga", "Elever").replace("[ungdomar]", "[ungdommar]")),
    "LI101": ("bruten-lank", GOOD.replace("Unga", "Barn") + "bygger-på: [exempelkoping/finns-inte]\n"),
    "LI102": ("sig-sjalv", GOOD.replace("Unga", "Äldre") + "lika: [exempelkoping/sig-sjalv]\n"),
    "FO102": ("Fel_Namn", GOOD.replace("Unga", "Föräldrar")),
    "SU101": ("utan-skal", GOOD.replace("Unga", "Vuxna") + "# insikt: ignore PD202\n"),
    "PD101": ("personnummer", STUDY.format("ett") + "anteckning: Samtalet gällde 811228-9874.\n"),
    "PD201": ("mobil", STUDY.format("två") + "anteckning: Ring 070-174 06 05.\n"),
    "PD203": ("epost", STUDY.format("tre") + "anteckning: Skriv till nagon@exempelkoping.example.\n"),
    "PD401": ("namn", STUDY.format("fyra") + "anteckning: Karin Berglund var med.\n"),
    "PD502": ("fa", STUDY.format("fem") + "antal: 3\n"),
}
FORMATS = {
    "text": "txt",
    "concise": "txt",
    "json": "json",
    "github": "txt",
    "gitlab": "json",
    "sarif": "sarif",
    "junit": "xml",
}
SECRETS = ("811228-9874", "070-174 06 05", "nagon@exempelkoping", "Karin Berglund", "antal: 3")


@pytest.fixture
def faulty(insikt: Insikt, tmp_path: Path) -> Insikt:
    root = tmp_path / "tjugo-fel"
    for name, content in FAULTS.values():
        path = root / f"insights/exempelkoping/{name}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    (root / "insikt.yaml").write_bytes((SETTINGS + "minsta-antal: 5\n").encode())
    return Insikt(root, insikt.capsys)


def test_every_fault_is_found_in_its_file_and_no_other(faulty: Insikt) -> None:
    assert len(FAULTS) == 20
    code, out, _ = faulty("lint", "--output-format", "json")
    found = {(each["code"], Path(each["path"]).stem) for each in json.loads(out)}
    assert code == 1
    assert found == {(code, name) for code, (name, _) in FAULTS.items()}


@pytest.mark.parametrize("lang", ["sv", "en"])
@pytest.mark.parametrize("name", FORMATS)
def test_the_format_is_as_it_was_read(
    faulty: Insikt, name: str, lang: str, golden: Callable[[str, str], None]
) -> None:
    code, out, err = faulty("lint", "--output-format", name, lang=lang)
    assert code == 1
    assert not [secret for secret in SECRETS if secret in out + err]
    golden(f"twenty-faults/{name}.{lang}.{FORMATS[name]}", out)
    match name:
        case "json" | "gitlab" | "sarif":
            valid_json(name, out)
        case "junit":
            valid_junit(out)
        case "github":
            assert len(commands(out)) == 12
