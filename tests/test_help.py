"""The whole help, in both languages, word for word."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from conftest import Insikt
from insiktskarta import __version__
from insiktskarta.cli import main
from insiktskarta.cli.app import COMMANDS


@pytest.mark.parametrize("lang", ["sv", "en"])
@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_help(
    command: str,
    lang: str,
    golden: Callable[[str, str], None],
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    assert main([*([command] if command else []), "--help", "--lang", lang]) == 0
    text = capsys.readouterr().out
    assert max(map(len, text.splitlines())) <= 80
    assert not [line for line in text.splitlines() if line.endswith("...") and "[" not in line], "cut off"
    golden(f"help/{lang}-{command or 'insikt'}.txt", text)


def test_no_arguments_is_help(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--lang", "en"]) == 0
    assert capsys.readouterr().out.startswith("Usage: insikt")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["quer"], "Menar du ”query”"),
        (["query", "--grup", "x"], "--grupp"),
        (["query", "--grupp"], "--grupp"),
        (["query", "--output-format", "xml"], "table, json, csv, yaml, ids"),
        (["show"], "ID"),
        (["show", "a", "b"], "insikt show --help"),
        (["add", "--antal", "många"], "--antal"),
        (["map", "--dpi", "5"], "från 30 till 1200"),
        (["map", "--width", "bred"], "från 50 till 2000"),
    ],
)
def test_a_wrong_command_line_is_met_in_swedish(insikt: Insikt, arguments: list[str], said: str) -> None:
    code, out, err = insikt(*arguments)
    assert (code, out) == (2, "")
    assert said in err
    for english in ("Error", "Usage", "No such", "Missing", "Invalid", "Try '", "requires", "Got"):
        assert english not in err


def test_an_unknown_language_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["lint", "--lang", "fi"]) == 2
    assert "sv, en" in capsys.readouterr().err


def test_the_workspace_chooses_the_language(insikt: Insikt) -> None:
    settings = insikt.root / "insikt.yaml"
    settings.write_text("språk: en\n" + settings.read_text(encoding="utf-8"), encoding="utf-8")
    assert main(["show", "nothing", "--workspace", str(insikt.root)]) == 2
    assert insikt.capsys.readouterr().err.startswith("There is no record")


def test_the_environment_chooses_the_language(insikt: Insikt, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("INSIKT_LANG", "en_GB.UTF-8")
    assert main(["show", "nothing", "--workspace", str(insikt.root)]) == 2
    assert insikt.capsys.readouterr().err.startswith("There is no record")


@pytest.mark.parametrize(
    "arguments", [["--version"], ["-V"], ["--lang", "en", "--version"], ["--version", "--lang", "sv"]]
)
def test_version(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(arguments) == 0
    assert capsys.readouterr().out == f"insikt {__version__}\n"


def completed(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], line: str) -> list[str]:
    words = line.split(" ")
    monkeypatch.setenv("_INSIKT_COMPLETE", "complete_bash")
    monkeypatch.setenv("COMP_WORDS", line)
    monkeypatch.setenv("COMP_CWORD", str(len(words) - 1))
    capsys.readouterr()
    with pytest.raises(SystemExit):
        main([])
    return capsys.readouterr().out.split()


@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("insikt query --perspektiv ri", ["riskgrupp"]),
        ("insikt map --forflyttning akut", ["akut-till-förebyggande"]),
        ("insikt add --grupp ungd", ["ungdomar"]),
        ("insikt report --organisation p", ["pahittsala"]),
        ("insikt show pahittsala/far", ["pahittsala/far-inte-veta"]),
        ("insikt figure ga", ["gap-matrix"]),
        ("insikt rule PD10", ["PD101", "PD102"]),
        ("insikt qu", ["query"]),
        ("insikt query --perspektiv RI", ["riskgrupp"]),
        ("insikt query --grupp Ald", ["äldre"]),
        ("insikt map --color ro", ["röst"]),
        ("insikt map --color RÖ", ["röst"]),
        ("insikt figure upset --by met", ["metoder"]),
        ("insikt aggregate --by kom", ["kommun"]),
        ("insikt aggregate --by ar", ["år"]),
        ("insikt lint --lang s", ["sv"]),
        ("insikt add --organisation karlskr", ["karlskrona"]),
        ("insikt add --organisation Växj", ["vaxjo"]),
        ("insikt add --organisation vaxj", ["vaxjo"]),
        ("insikt add --organisation pahi", ["pahittsala"]),
        ("insikt show foraldrar", ["pahittsala/foraldrar-upprepar"]),
        ("insikt show FÖRÄLDRAR", ["pahittsala/foraldrar-upprepar"]),
        ("insikt show nagot-annat", []),
        ("insikt schema insikts", ["insiktsarbete"]),
        # What a picture is coloured and divided by, what is counted, and the languages.
        ("insikt map --color r", ["röst"]),
        ("insikt map --colour TEM", ["teman"]),
        ("insikt map --color för", ["förflyttningar"]),
        ("insikt map --color for", ["förflyttningar"]),
        ("insikt figure upset --by m", ["metoder"]),
        ("insikt aggregate --by l", ["län", "livssituation"]),
        ("insikt aggregate --by kommun", ["kommun"]),
        ("insikt query --lang ", ["sv", "en"]),
        ("insikt query --language s", ["sv"]),
        # Capital letters, and letters without their dots and rings.
        ("insikt query --grupp BARN-O", ["barn-och-unga"]),
        ("insikt query --grupp ald", ["äldre"]),
        ("insikt query --grupp Äl", ["äldre"]),
        ("insikt add --rost För", ["företrädare"]),
        ("insikt add --röst fore", ["företrädare"]),
        ("insikt report --organisation Å", ["aby"]),
        ("insikt report --organisation Påh", ["pahittsala"]),
        ("insikt report --organisation PAH", ["pahittsala"]),
        ("insikt add --organisation malm", ["malmo"]),
        ("insikt add --organisation Malmö", ["malmo"]),
        ("insikt add --organisation påh", ["pahittsala"]),
        # Ids, whole or by the record's name alone; figures, types and codes.
        ("insikt show Pahittsala/F", ["pahittsala/far-inte-veta", "pahittsala/foraldrar-upprepar"]),
        ("insikt show en-v", ["exempelkoping/en-vag-in"]),
        ("insikt show få", ["pahittsala/far-inte-veta"]),
        ("insikt add --bygger-pa intervj", ["exempelkoping/intervjuer"]),
        ("insikt figure SMALL", ["small-multiples"]),
        ("insikt figure s", ["small-multiples", "shared-map", "shifts", "sweden"]),
        ("insikt map --theme gr", ["grey"]),
        ("insikt schema lar", ["lärdom"]),
        ("insikt lint --select pd10", ["PD101", "PD102"]),
    ],
)
def test_a_shell_offers_what_there_is(
    insikt: Insikt,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    line: str,
    offered: list[str],
) -> None:
    monkeypatch.chdir(insikt.root)
    assert completed(monkeypatch, capsys, line) == offered


def test_a_shell_is_told_nothing_where_there_is_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    for line in ("insikt query --grupp u", "insikt show a", "insikt map --organisation g"):
        assert completed(monkeypatch, capsys, line) == []


@pytest.mark.parametrize("words", [["--language", "en"], ["--language=en"], ["--lang=en"]])
@pytest.mark.parametrize("first", [True, False])
def test_the_language_by_either_name_and_anywhere(
    insikt: Insikt, words: list[str], first: bool, capsys: pytest.CaptureFixture[str]
) -> None:
    command = ["query", "finnsinte", "--workspace", str(insikt.root)]
    assert main([*words, *command] if first else [*command, *words]) == 0
    assert capsys.readouterr().out == "No record answers the question.\n"


def test_a_language_without_its_value_is_named_as_it_was_written(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["query", "--language"]) == 2
    assert "--language" in capsys.readouterr().err


SHELL = "typer._completion_shared._get_shell_name"


@pytest.mark.parametrize(
    ("lang", "words"), [("sv", "när du öppnar en ny terminal"), ("en", "a new terminal")]
)
def test_completion_is_installed_and_said_in_the_language(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path, lang: str, words: str
) -> None:
    monkeypatch.setattr(SHELL, lambda: "zsh")
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    assert main(["--install-completion", "--lang", lang]) == 0
    out, err = capsys.readouterr()
    assert words in out
    assert (tmp_path / ".zfunc/_insikt").as_posix() in out
    assert "_INSIKT_COMPLETE=complete_zsh" in (tmp_path / ".zfunc/_insikt").read_text(encoding="utf-8")
    assert err == ""
    assert "completion installed" not in out


def test_completion_is_shown(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(SHELL, lambda: "bash")
    assert main(["--show-completion"]) == 0
    assert "complete -o default -F _insikt_completion insikt" in capsys.readouterr().out


@pytest.mark.parametrize("option", ["--install-completion", "--show-completion"])
@pytest.mark.parametrize(("shell", "words"), [("tcsh", "skalet tcsh"), (None, "vilket skal")])
def test_a_shell_without_completion_is_told(
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    option: str,
    shell: str | None,
    words: str,
) -> None:
    monkeypatch.setattr(SHELL, lambda: shell)
    assert main([option, "--lang", "sv"]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert words in err
    assert "bash, zsh, fish" in err


@pytest.mark.parametrize("words", [["--help"], ["rule", "--help"], ["map", "--help"], ["add", "--help"]])
def test_help_imports_nothing_heavy(words: list[str]) -> None:
    heavy = ["pydantic", "pydantic_core", "yaml", "yaml_rs", "ruamel", "rich", "numpy", "matplotlib"]
    script = (
        f"import sys\nfrom insiktskarta.cli import main\nmain({words})\n"
        f"print([name for name in {heavy} if name in sys.modules], file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, encoding="utf-8", check=True)
    assert done.stderr.strip() == "[]"
