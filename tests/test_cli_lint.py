"""lint: places and words, exit codes, selections, excuses, hints, and every format through the command."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import RECORDS, Insikt
from insiktskarta.cli import main
from insiktskarta.cli.app import Run
from insiktskarta.cli.clean_lint import is_clean
from insiktskarta.model.language import ENGLISH
from insiktskarta.rules.examples import GOOD

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
    assert err.startswith(
        "Läste 5 poster och hittade inget att anmärka på, och inget känt mönster för personuppgifter.\n"
    )


@pytest.mark.parametrize(
    ("arguments", "settings", "searched"),
    [
        ([], "", True),
        (["--no-baseline"], "", True),
        (["--ignore", "FO"], "", True),
        (["--select", "VO"], "", False),
        (["--ignore", "PD101"], "", False),
        ([], "lint: {ignorera: [PD4]}\n", False),
        ([], "lint: {per-sökväg: {insights/aby: [PD]}}\n", False),
    ],
)
def test_the_all_clear_says_what_was_looked_for(
    insikt: Insikt, arguments: list[str], settings: str, searched: bool
) -> None:
    with (insikt.root / "insikt.yaml").open("a", encoding="utf-8", newline="\n") as file:
        file.write(settings)
    code, out, err = insikt("lint", *arguments)
    assert (code, out) == (0, "")
    assert "inget att anmärka på" in err
    assert ("inget känt mönster för personuppgifter" in err) == searched


@pytest.mark.parametrize("arguments", [["lint", "--select", "VO"], ["lint", "--ignore", "SC"], ["lint"]])
def test_a_clean_run_tells_of_files_that_are_no_records(insikt: Insikt, arguments: list[str]) -> None:
    write(
        insikt, "# insikt: ignore SC101 -- skrivs klar senare\ntyp: fråga\nrubrik: Hur når vi unga i tid?\n"
    )
    code, out, err = insikt(*arguments)
    assert (code, out) == (0, "")
    assert "1 fil kan inte läsas som post och är inte med" in err


@pytest.mark.parametrize("lang", ["sv", "en"])
def test_a_clean_run_says_what_the_command_says_without_importing_it(
    insikt: Insikt, monkeypatch: pytest.MonkeyPatch, lang: str
) -> None:
    quick = insikt("lint", lang=lang)
    assert quick[0] == 0
    monkeypatch.setattr("insiktskarta.cli.clean_lint.is_clean", lambda _: False)
    assert insikt("lint", lang=lang) == quick


def test_only_a_clean_run_without_choices_is_answered_at_once(insikt: Insikt) -> None:
    run = Run(ENGLISH, insikt.root)
    assert is_clean(run)
    (insikt.root / "insikt-baseline.txt").write_text("", encoding="utf-8")
    assert not is_clean(run)
    (insikt.root / "insikt-baseline.txt").unlink()
    settings = insikt.root / "insikt.yaml"
    before = settings.read_text(encoding="utf-8")
    settings.write_text(f"{before}lint: {{ignorera: [VO101]}}\n", encoding="utf-8")
    assert not is_clean(run)
    settings.write_text(before, encoding="utf-8")
    assert is_clean(run)
    insikt.capsys.readouterr()
    broken(insikt)
    assert not is_clean(run)
    assert insikt("lint")[0] == 1


def test_a_clean_run_imports_no_command_line(insikt: Insikt) -> None:
    assert insikt("lint")[0] == 0
    script = "import sys; from insiktskarta.cli import main; assert main(['lint']) == 0; print('typer' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=insikt.root, capture_output=True, check=True, encoding="utf-8"
    )
    assert done.stdout == "False\n"


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


def test_hints_are_counted_the_same_whatever_was_asked_before(insikt: Insikt) -> None:
    text = RECORDS["pahittsala/far-inte-veta"]
    for name, other in (
        ("ett", "Får inte veta varför det blev så"),
        ("tva", "Får aldrig veta varför det blev så"),
    ):
        path = insikt.root / f"insights/aby/{name}.yaml"
        path.parent.mkdir(exist_ok=True)
        path.write_text(text.replace("Får inte veta varför", other), encoding="utf-8", newline="\n")
    for path in insikt.root.glob("insights/*/*.yaml"):
        os.utime(path, (1_700_000_000, 1_700_000_000))  # what was written just now is read anew every time
    before = insikt("lint")
    below = insikt("lint", "insights/aby")
    assert "DU102" in insikt("lint", "--hints")[1]
    index = insikt.root / ".insikt/index.sqlite"
    stored = index.read_bytes()
    assert insikt("lint") == before
    assert insikt("lint", "insights/aby") == below
    assert "DU102" in insikt("lint", "--hints")[1]
    assert index.read_bytes() == stored, "nothing is looked for again"


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


def concise(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], folder: Path, *paths: object
) -> tuple[int, list[str], str]:
    """Run in a folder without naming the workspace: exit code, places of the findings, closing line."""
    monkeypatch.chdir(folder)
    code = main(["lint", *map(str, paths), "--output-format", "concise", "--lang", "sv"])
    out, err = capsys.readouterr()
    assert "Traceback" not in err
    return code, [line.split(" ")[0] for line in out.splitlines()], err


def test_the_workspace_chooses_rules_for_paths_too(insikt: Insikt) -> None:
    broken(insikt)
    settings = insikt.root / "insikt.yaml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(text + "lint:\n  ignorera: [VO, LI]\n", encoding="utf-8")
    for path in (PATH, "insights", ".", str(insikt.root)):
        assert insikt("lint", path)[:2] == (0, ""), path


def test_paths_from_a_folder_below(
    insikt: Insikt, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    broken(insikt)
    folder = insikt.root / "insights/exempelkoping"
    places = [f"{PATH}:4:9", f"{PATH}:5:13"]
    assert concise(monkeypatch, capsys, folder)[:2] == (1, places)
    assert concise(monkeypatch, capsys, folder, ".")[:2] == (1, places)
    assert concise(monkeypatch, capsys, folder, "kvallsoppet.yaml")[:2] == (1, places)
    assert concise(monkeypatch, capsys, folder, "../pahittsala")[:2] == (0, [])
    assert concise(monkeypatch, capsys, folder, "../../insikt.yaml")[:2] == (0, [])
    code, found, err = concise(monkeypatch, capsys, folder, ".", "kvallsoppet.yaml", "..", "../..")
    assert (code, found) == (1, places), "each finding once"
    assert "5 poster" in err, "each record once"


def test_a_workspace_elsewhere(
    insikt: Insikt, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    broken(insikt)
    here = tmp_path / "här"
    here.mkdir()
    there = insikt.root.as_posix()
    expected = [f"{there}/{PATH}:4:9", f"{there}/{PATH}:5:13"]
    assert concise(monkeypatch, capsys, here, "../arbetsyta")[:2] == (1, expected)
    assert concise(monkeypatch, capsys, here, f"../arbetsyta/{PATH}")[:2] == (1, expected)
    # A folder that holds workspaces, and loose files beside them; hidden folders are nobody's business.
    (tmp_path / "lös.yaml").write_text("typ: [", encoding="utf-8")
    (tmp_path / ".dold").mkdir()
    (tmp_path / ".dold/x.yaml").write_text("typ: [", encoding="utf-8")
    code, found, err = concise(monkeypatch, capsys, tmp_path, ".")
    assert code == 1
    assert [place.rpartition("arbetsyta/")[2] for place in found[:2]] == [f"{PATH}:4:9", f"{PATH}:5:13"]
    assert found[2].startswith("lös.yaml:1:")
    assert len(found) == 3
    assert "5 poster" in err


def test_two_workspaces_with_the_same_names(
    insikt: Insikt, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    broken(insikt)
    shutil.copytree(insikt.root, tmp_path / "kopia")
    code, found, err = concise(monkeypatch, capsys, insikt.root, ".", "../kopia")
    assert code == 1
    assert len(set(found)) == 4
    assert "10 poster" in err


def test_a_workspace_behind_a_link(
    insikt: Insikt, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    broken(insikt)
    link = tmp_path / "länk"
    try:
        link.symlink_to(insikt.root, target_is_directory=True)
    except OSError:
        pytest.skip("no links here")
    code, found, _ = concise(monkeypatch, capsys, tmp_path, link / PATH)
    assert code == 1
    assert [place.rpartition("/insights/")[2] for place in found] == [
        "exempelkoping/kvallsoppet.yaml:4:9",
        "exempelkoping/kvallsoppet.yaml:5:13",
    ]


def test_a_file_beside_the_records_may_use_the_words_of_the_workspace(insikt: Insikt) -> None:
    settings = insikt.root / "insikt.yaml"
    text = "ordförråd: {grupper: {studenter: {etikett: studenter, räknas-som: unga-vuxna}}}\n"
    settings.write_text(settings.read_text(encoding="utf-8") + text, encoding="utf-8")
    record = (insikt.root / "insights/exempelkoping/en-vag-in.yaml").read_text(encoding="utf-8")
    write(insikt, record.replace("[ungdomar]", "[studenter]"), "utkast/Nytt förslag.yaml")
    code, out, _ = insikt("lint", "utkast")
    assert "studenter" not in out
    assert code == 0
    text_of_a_file = insikt("lint", "utkast/Nytt förslag.yaml", "--hints")[1]
    assert "FO10" not in text_of_a_file, "where it lies is its own matter"


def test_a_file_beside_the_records_is_shown_with_its_line(
    insikt: Insikt, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    write(insikt, "typ: insigt\n", "utkast/x.yaml")
    monkeypatch.chdir(insikt.root / "utkast")
    assert main(["lint", "x.yaml"]) == 1
    out = capsys.readouterr().out
    assert out.startswith("utkast/x.yaml\n  1:6 ")
    assert "typ: insigt" in out


@pytest.mark.parametrize("path", ["finns-inte", "insights/finns/inte.yaml", "", " ", "\udcff", "x" * 300])
def test_a_path_to_nothing(insikt: Insikt, path: str) -> None:
    code, out, err = insikt("lint", path)
    assert "Traceback" not in err
    assert code == (0 if path == "" else 2), "an empty path is the folder itself"
    assert out == ""


def test_what_is_no_record_is_said(insikt: Insikt) -> None:
    write(insikt, "# Hej\n", "README.md")
    code, out, _ = insikt("lint", "README.md", "--output-format", "concise")
    assert code == 1
    assert out.startswith("README.md:1:1 YA113 ")
    (insikt.root / "tom").mkdir()
    assert insikt("lint", "tom")[:2] == (0, "")


@pytest.mark.parametrize(
    "damage",
    [
        lambda root: shutil.rmtree(root / "insights"),
        lambda root: (
            shutil.rmtree(root / "insights"),
            (root / "insights").write_text("x", encoding="utf-8"),
        ),
        lambda root: (root / "insikt.yaml").write_bytes(b"\xff\xfe\x00"),
        lambda root: (root / "insikt.yaml").write_text("deltagare: [", encoding="utf-8"),
        lambda root: ((root / "insikt.yaml").unlink(), (root / "insikt.yaml").mkdir()),
        lambda root: (root / ".insikt").write_text("i vägen", encoding="utf-8"),
        lambda root: (root / "insights/aby.yaml").mkdir(),
        lambda root: (root / "insights/pahittsala/mapp.yaml").mkdir(),
        lambda root: (root / "insights/pahittsala/ut.yaml").symlink_to("finns-inte"),
        lambda root: (root / "insights/pahittsala/runt.yaml").symlink_to("runt.yaml"),
        lambda root: (root / "insights/pahittsala/varv").symlink_to(".", target_is_directory=True),
    ],
)
@pytest.mark.parametrize("command", [["lint"], ["query"], ["report"], ["aggregate"], ["lint", "insights"]])
def test_a_damaged_workspace_is_no_bug(insikt: Insikt, damage, command: list[str]) -> None:
    damage(insikt.root)
    code, out, err = insikt(*command)
    assert code in (0, 1, 2), err
    assert out or err


def test_an_excuse_for_what_was_not_looked_for_is_no_needless_one(insikt: Insikt) -> None:
    text = "typ: lärdom\nrubrik: Nära {n}{excuse}\nlärdom: Att sitta nära varandra i samma hus gör det lättare, {n}.\n"
    excuse = "  # insikt: ignore DU102 -- två olika hus"
    for name, own in (("ett", ""), ("tva", excuse)):
        path = insikt.root / f"insights/aby/{name}.yaml"
        path.parent.mkdir(exist_ok=True)
        path.write_text(text.format(n=name, excuse=own), encoding="utf-8", newline="\n")
    for options in ([], ["--hints"], []):
        assert "DU102" not in insikt("lint", *options)[1]
    # Where it was looked for and nothing found, it is.
    path.write_text(text.format(n="något helt annat som ingen har sagt", excuse=excuse), encoding="utf-8")
    assert "SU102" not in insikt("lint")[1]


def test_a_path_in_the_settings_that_fits_nothing_is_told(insikt: Insikt) -> None:
    settings = insikt.root / "insikt.yaml"
    paths = (
        "insights/exempelkoping: [LI101], exempelkoping: [UP], insights/*/en-*.yaml: [UP], insikt.yaml: [FO]"
    )
    settings.write_text(
        f"{settings.read_text(encoding='utf-8')}lint:\n  per-sökväg: {{{paths}}}\n", encoding="utf-8"
    )
    for options in ([], ["--hints"], ["--changed"]):
        if options == ["--changed"] and shutil.which("git") is not None:
            subprocess.run(["git", "init", "-q", insikt.root], check=True)
        code, _, err = insikt("lint", *options, lang="en")
        assert code == 0 or options
        assert err.count("fits no file") == 1
        assert "“exempelkoping” under “per-sökväg” in insikt.yaml fits no file" in err
    (insikt.root / "exempelkoping").mkdir()
    settings.write_text(
        settings.read_text(encoding="utf-8").replace(", exempelkoping: [UP]", ""), encoding="utf-8"
    )
    assert "fits no file" not in insikt("lint", lang="en")[2]


@pytest.mark.parametrize("name", [".", "finns-inte/sammanfattning.md"])
@pytest.mark.parametrize("fault", ["", "grupper: [nejnej]\n"])
def test_a_summary_that_cannot_be_written_changes_no_verdict(
    insikt: Insikt, monkeypatch: pytest.MonkeyPatch, name: str, fault: str
) -> None:
    with (insikt.root / "insights/pahittsala/far-inte-veta.yaml").open("a", encoding="utf-8") as file:
        file.write(fault)
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(insikt.root / name))
    code, out, err = insikt("lint", "--output-format", "github", lang="en")
    assert code == bool(fault)
    assert ("title=VO101" in out) == bool(fault)
    assert "The summary of the run could not be written" in err


@pytest.mark.parametrize(
    "code", ["LI101", "LI", "DU102", "DU", "UP101", "FO101", "FO102", "PD502", "VO104", "LI106, PD601"]
)
def test_outside_a_workspace_no_excuse_is_needless_for_what_was_not_looked_for(
    insikt: Insikt, tmp_path_factory: pytest.TempPathFactory, code: str
) -> None:
    loose = tmp_path_factory.mktemp("lös") / "en.yaml"
    excuse = f"# insikt: ignore {code} -- gäller i arbetsytan\n"
    loose.write_text(excuse + GOOD, encoding="utf-8", newline="\n")
    out = insikt("lint", str(loose), "--hints", "--output-format", "concise")[1]
    assert "SU102" not in out


@pytest.mark.parametrize("code", ["IN103", "PD202", "PD", "VO101", "YA106"])
def test_outside_a_workspace_an_excuse_for_what_was_looked_for_is_needless(
    insikt: Insikt, tmp_path_factory: pytest.TempPathFactory, code: str
) -> None:
    loose = tmp_path_factory.mktemp("lös") / "en.yaml"
    loose.write_text(f"# insikt: ignore {code} -- varför\n{GOOD}", encoding="utf-8", newline="\n")
    expected = (f"SU102 Nothing here breaks {code}", code != "PD")
    out = insikt("lint", str(loose), "--output-format", "concise", lang="en")[1]
    assert (expected[0] in out) is expected[1]


def test_a_family_is_excused_for_its_slow_rule(insikt: Insikt) -> None:
    path = insikt.root / "insights/aby/ett.yaml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(f"# insikt: ignore DU -- två olika hus\n{GOOD}", encoding="utf-8", newline="\n")
    assert "SU102" not in insikt("lint", str(path.relative_to(insikt.root)))[1]
    assert "SU102" in insikt("lint", "--hints")[1]


@pytest.mark.parametrize("where", ["insights/aby/ett.yaml", "utkast.yaml"])
def test_no_excuse_is_needless_in_a_file_that_cannot_be_read(insikt: Insikt, where: str) -> None:
    broken = GOOD.replace("rubrik: ", "rubrik: x: ")
    for code in ("IN103", "VO101", "PD202"):
        write(insikt, f"# insikt: ignore {code} -- varför\n{broken}", where)
        out = insikt("lint", where, "--output-format", "concise")[1]
        assert "YA106" in out
        assert "SU102" not in out
    write(insikt, f"# insikt: ignore IN103\n{broken}", where)
    assert "SU101" in insikt("lint", where)[1], "without a reason it excuses nothing, readable or not"


def test_guards_are_ignored_for_one_run_and_excuse_no_more_for_that(insikt: Insikt) -> None:
    broken(insikt)
    text = (insikt.root / PATH).read_text(encoding="utf-8")
    write(insikt, text.replace("status: pagaende", "status: pagaende  # insikt: ignore VO101"))

    def codes(*options: str) -> list[str]:
        code, out, _ = insikt("lint", "--output-format", "concise", *options)
        assert code == (1 if out else 0)
        return [line.split()[1] for line in out.splitlines()]

    assert codes() == ["VO101", "SU101", "LI101"]
    assert codes("--ignore", "SU") == ["VO101", "LI101"], "without a reason it excuses nothing, told or not"
    assert codes("--select", "SU,BA") == ["SU101"]
    settings = insikt.root / "insikt.yaml"
    before = settings.read_text(encoding="utf-8")
    settings.write_text(f"{before}lint: {{välj: [LI]}}\n", encoding="utf-8")
    assert codes() == ["SU101", "LI101"]
    settings.write_text(f"{before}lint: {{ignorera: [SU101]}}\n", encoding="utf-8")
    code, out, err = insikt("lint", lang="en")
    assert (code, out) == (2, "")
    assert "cannot ignore SU101" in err


def test_a_stale_list_is_ignored_for_one_run(insikt: Insikt) -> None:
    (insikt.root / "insikt-baseline.txt").write_text("insights/a/b.yaml VO101 - 1\n", encoding="utf-8")
    assert "BA101" in insikt("lint")[1]
    assert insikt("lint", "--ignore", "BA101")[0] == 0
    assert insikt("lint", "--select", "BA")[0] == 1
    assert insikt("rule", "ba101")[1].startswith("BA101 stale (varning)")
