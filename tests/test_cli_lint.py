"""lint: places and words, exit codes, selections, excuses, hints, and every format through the command."""

import json
import os
from pathlib import Path

import pytest

from conftest import Insikt

PATH = "insights/exempelkoping/kvallsoppet.yaml"


def write(insikt: Insikt, text: str, name: str = PATH) -> None:
    path = insikt.root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")


def broken(insikt: Insikt) -> None:
    text = (insikt.root / PATH).read_text(encoding="utf-8")
    write(insikt, text.replace("en-vag-in", "en-vag-inn").replace("pågående", "pagaende"))


def test_a_clean_workspace(insikt: Insikt) -> None:
    code, out, err = insikt("lint")
    assert (code, out) == (0, "")
    assert err.startswith("Läste 5 poster och hittade inget att anmärka på.\n")


def test_findings_have_place_code_and_suggestion(insikt: Insikt) -> None:
    broken(insikt)
    code, out, err = insikt("lint", "--output-format", "concise")
    assert code == 1
    places = [line.split(" ")[:2] for line in out.splitlines()]
    assert places == [[f"{PATH}:4:9", "VO101"], [f"{PATH}:5:13", "LI101"]]
    assert "”pågående”" in out
    assert "”exempelkoping/en-vag-in”" in out
    assert "2 fel" in err


def test_text_shows_the_line_and_a_caret(insikt: Insikt) -> None:
    broken(insikt)
    _, out, _ = insikt("lint")
    lines = out.splitlines()
    shown = next(place for place, line in enumerate(lines) if "status: pagaende" in line)
    assert lines[shown + 1].index("^") == lines[shown].index("pagaende")
    assert max(map(len, lines)) <= 80


def test_json(insikt: Insikt) -> None:
    broken(insikt)
    _, out, _ = insikt("lint", "--output-format", "json", lang="en")
    assert [
        (each["path"], each["line"], each["column"], each["code"], each["severity"])
        for each in json.loads(out)
    ] == [
        (PATH, 4, 9, "VO101", "error"),
        (PATH, 5, 13, "LI101", "error"),
    ]


@pytest.mark.parametrize("output_format", ["text", "concise", "json", "github", "gitlab", "sarif", "junit"])
@pytest.mark.parametrize("lang", ["sv", "en"])
def test_every_format_masks_personal_data_in_text_and_name(
    insikt: Insikt, output_format: str, lang: str
) -> None:
    text = (insikt.root / PATH).read_text(encoding="utf-8")
    number = "811228-9874"  # an official test number
    write(insikt, text + f"anteckning: {number} är född sent\n", f"insights/exempelkoping/{number}.yaml")
    code, out, err = insikt("lint", "--output-format", output_format, lang=lang)
    assert code == 1
    assert "PD101" in out
    assert number not in out + err
    assert "8112289874" not in out + err


def test_the_index_keeps_no_personal_number_in_a_finding(insikt: Insikt) -> None:
    text = (insikt.root / PATH).read_text(encoding="utf-8")
    write(insikt, text + "anteckning: 811228-9874\n")
    insikt("lint")
    import sqlite3

    connection = sqlite3.connect(insikt.root / ".insikt/index.sqlite")
    rows = connection.execute('SELECT message, "values" FROM finding').fetchall()
    connection.close()
    assert rows
    assert "811228-9874" not in str(rows)


def test_hints_are_counted_and_shown_on_request(insikt: Insikt) -> None:
    _, out, err = insikt("lint")
    assert "UP104" not in out
    assert "insikt lint --hints" in err
    code, out, _ = insikt("lint", "--hints")
    assert code == 0
    assert "UP104" in out
    assert insikt("lint", "--strict")[0] == 1


def test_exit_zero(insikt: Insikt) -> None:
    broken(insikt)
    assert insikt("lint", "--exit-zero")[0] == 0


def test_select_and_ignore(insikt: Insikt) -> None:
    broken(insikt)
    assert "LI101" not in insikt("lint", "--select", "VO")[1]
    assert "VO101" not in insikt("lint", "--ignore", "vo101")[1]
    assert insikt("lint", "--ignore", "VO,LI")[0] == 0
    code, _, err = insikt("lint", "--select", "XY")
    assert code == 2
    assert "XY" in err


def test_the_workspace_chooses_rules(insikt: Insikt) -> None:
    broken(insikt)
    settings = insikt.root / "insikt.yaml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(
        text + "lint:\n  ignorera: [VO]\n  per-sökväg: {insights/exempelkoping: [LI101]}\n", encoding="utf-8"
    )
    assert insikt("lint")[0] == 0
    settings.write_text(text + "lint:\n  ignorera: [vo]\n", encoding="utf-8")
    code, out, _ = insikt("lint", "--output-format", "concise")
    assert code == 1
    assert "insikt.yaml:7:14 SC104" in out


def test_the_workspace_allows_an_office(insikt: Insikt) -> None:
    text = (insikt.root / PATH).read_text(encoding="utf-8")
    write(insikt, text + "anteckning: Skriv till asa.holm@exempelkoping.se.\n")
    assert "PD203" in insikt("lint")[1]
    settings = insikt.root / "insikt.yaml"
    settings.write_text(
        settings.read_text(encoding="utf-8") + "lint:\n  tillåtna: [asa.holm@exempelkoping.se]\n",
        encoding="utf-8",
    )
    assert "PD203" not in insikt("lint")[1]


def test_a_comment_excuses(insikt: Insikt) -> None:
    broken(insikt)
    text = (insikt.root / PATH).read_text(encoding="utf-8")
    write(
        insikt,
        text.replace("status: pagaende", "status: pagaende  # insikt: ignore VO101 -- rättas på måndag"),
    )
    assert "VO101" not in insikt("lint")[1]
    write(
        insikt,
        text.replace("status: pagaende", "status: pågående  # insikt: ignore VO101 -- rättas på måndag"),
    )
    assert "SU102" in insikt("lint")[1]


def test_lint_writes_nothing(insikt: Insikt) -> None:
    broken(insikt)
    before = {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in insikt.root.rglob("*.yaml")}
    insikt("lint", "--hints")
    assert {
        path: (path.read_bytes(), path.stat().st_mtime_ns) for path in insikt.root.rglob("*.yaml")
    } == before


def test_paths(insikt: Insikt, tmp_path: Path) -> None:
    broken(insikt)
    assert "VO101" in insikt("lint", PATH)[1]
    assert insikt("lint", "insights/pahittsala")[:2] == (0, "")
    assert insikt("lint", "insikt.yaml")[:2] == (0, "")
    loose = tmp_path / "lösa"
    loose.mkdir()
    (loose / "x.yaml").write_text("typ: insikt\nrubrik: [", encoding="utf-8")
    code, out, _ = insikt("lint", str(loose))
    assert code == 1
    assert "YA106" in out
    code, _, err = insikt("lint", "finns-inte")
    assert code == 2
    assert "finns-inte" in err


def test_hazards(insikt: Insikt, shared: Path) -> None:
    code, out, _ = insikt("lint", str(shared / "data/hazards"), "--output-format", "json")
    assert code == 1
    assert len({each["path"] for each in json.loads(out)}) == len(
        list((shared / "data/hazards").glob("*.yaml"))
    )


def test_the_step_summary_is_appended(
    insikt: Insikt, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    broken(insikt)
    summary = tmp_path / "summary.md"
    summary.write_text("# before\n", encoding="utf-8")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", os.fspath(summary))
    _, out, _ = insikt("lint", "--output-format", "github")
    assert out.startswith(f"::error file={PATH},line=4,col=9")
    text = summary.read_text(encoding="utf-8")
    assert text.startswith("# before\n")
    assert "VO101" in text
