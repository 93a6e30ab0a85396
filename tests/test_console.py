"""The terminal: any width, any encoding, closed streams, slow readers, full disks."""

import io
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from conftest import RECORDS, Insikt, write_workspace
from insiktskarta.cli import console, main

COMMANDS = [
    ["lint", "--hints"],
    ["query"],
    ["show", "exempelkoping/en-vag-in"],
    ["aggregate"],
    ["aggregate", "--by", "grupp", "--by", "perspektiv"],
    ["report"],
    ["schema", "--terms"],
    ["rule"],
    ["query", "--help"],
    ["query", "--gruppp", "x"],
    ["map", "-o", "karta.gif"],
]


class Terminal(io.TextIOWrapper):
    def __init__(self, encoding: str) -> None:
        super().__init__(io.BytesIO(), encoding=encoding, newline="\n")

    def isatty(self) -> bool:
        return True

    def text(self) -> str:
        self.flush()
        return self.buffer.getvalue().decode(self.encoding)  # type: ignore[attr-defined]


@pytest.fixture
def at(monkeypatch: pytest.MonkeyPatch, workspace: Path) -> Callable[..., tuple[int, str]]:
    """Run at a terminal of some encoding and width: exit code and what it shows."""

    def run(encoding: str, columns: int, *arguments: str, lang: str = "sv") -> tuple[int, str]:
        monkeypatch.setenv("COLUMNS", str(columns))
        streams = Terminal(encoding), Terminal(encoding)
        monkeypatch.setattr(sys, "stdout", streams[0])
        monkeypatch.setattr(sys, "stderr", streams[1])
        code = main([*arguments, "--workspace", str(workspace), "--lang", lang])
        return code, streams[0].text() + streams[1].text()

    return run


@pytest.mark.parametrize("encoding", ["cp1252", "cp850", "ascii", "utf-8"])
@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_every_command_survives_every_terminal(at, encoding: str, command: list[str]) -> None:
    if encoding == "ascii" and "--help" in command:
        pytest.skip("Typer writes help to such a terminal as UTF-8")
    code, shown = at(encoding, 80, *command)
    assert code in (0, 2)
    assert "\x1b" not in shown, "no colour"
    if encoding == "utf-8":
        assert "?" not in shown.replace("?”", "").replace("? ", "").replace("?\n", "").replace("?]", "")
    if encoding == "cp1252":
        assert not any(sign in shown for sign in "→─│▪")


@pytest.mark.parametrize(
    "command", [["query"], ["aggregate"], ["aggregate", "--by", "röst", "--by", "grupp"]]
)
@pytest.mark.parametrize("lang", ["sv", "en"])
@pytest.mark.parametrize("encoding", ["utf-8", "cp1252"])
def test_tables_keep_within_the_terminal(at, command: list[str], lang: str, encoding: str) -> None:
    code, shown = at(encoding, 80, *command, lang=lang)
    assert code == 0
    assert max(map(len, shown.splitlines())) <= 80
    wide = at(encoding, 200, *command, lang=lang)[1]
    assert len(wide.splitlines()) <= len(shown.splitlines())


@pytest.mark.parametrize("columns", [1, 5, 20, 10_000])
@pytest.mark.parametrize("command", [["query"], ["show", "exempelkoping/en-vag-in"], ["--help"], ["lint"]])
def test_any_width(at, columns: int, command: list[str]) -> None:
    assert at("utf-8", columns, *command)[0] == 0


def test_no_color_changes_nothing(at, monkeypatch: pytest.MonkeyPatch) -> None:
    before = at("utf-8", 80, "query")
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm-256color")
    assert at("utf-8", 80, "query") == before
    assert "\x1b" not in at("utf-8", 80, "--help")[1]


def start(root: Path, *arguments: str, **streams: object) -> "subprocess.Popen[bytes]":
    return subprocess.Popen(
        [sys.executable, "-m", "insiktskarta", *arguments, "--workspace", str(root)],
        **{"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE, **streams},  # type: ignore[call-overload]
    )


def test_a_reader_of_the_first_line_only(workspace: Path) -> None:
    write_workspace(workspace, {f"aby/post-{n}": RECORDS["exempelkoping/en-vag-in"] for n in range(400)})
    run = start(workspace, "query")
    assert run.stdout is not None
    assert run.stderr is not None
    assert run.stdout.readline().decode().startswith("Organisation")
    run.stdout.close()
    assert run.stderr.read() == b""
    assert run.wait(60) == 0
    run.stderr.close()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
@pytest.mark.parametrize("command", [["query"], ["lint"], ["add", "--help"]])
def test_a_full_disk_behind_the_answer_is_said(workspace: Path, command: list[str]) -> None:
    (workspace / "insights/aby").mkdir()
    (workspace / "insights/aby/x.yaml").write_text("typ: [", encoding="utf-8")
    with Path("/dev/full").open("wb") as full:
        run = start(workspace, *command, stdout=full)
        _, err = run.communicate(timeout=60)
    assert run.returncode == 2
    assert "ENOSPC" in err.decode()
    assert "Traceback" not in err.decode()
    assert "Exception ignored" not in err.decode()


@pytest.mark.skipif(os.name == "nt", reason="a shell is needed")
@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"])
def test_closed_streams(workspace: Path, closed: str) -> None:
    for command in ("query", "lint", "add"):
        line = f'"{sys.executable}" -m insiktskarta {command} --workspace "{workspace}" {closed}'
        done = subprocess.run(line, shell=True, capture_output=True, check=False)  # noqa: S602
        assert done.returncode == (2 if command == "add" else 0)
        assert b"Traceback" not in done.stderr


@pytest.mark.parametrize("way", ["--lang", "INSIKT_LANG"])
@pytest.mark.parametrize(
    ("folder", "said"),
    [
        (["--workspace", "nowhere"], "There is no folder nowhere.\n"),
        (["--workspace"], "--workspace lacks its value. Write it after --workspace.\n"),
    ],
)
def test_no_folder_is_said_in_the_language_that_was_asked_for(
    way: str,
    folder: list[str],
    said: str,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    if way == "--lang":
        command = ["query", way, "en", *folder]
    else:
        monkeypatch.setenv(way, "en")
        command = ["query", *folder]
    assert main(command) == 2
    assert capsys.readouterr() == ("", said)


def test_an_unknown_language_of_the_environment(insikt: Insikt, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("INSIKT_LANG", "de_DE.UTF-8")
    assert main(["query", "--workspace", str(insikt.root)]) == 2
    assert "de" in insikt.capsys.readouterr().err
    for code, word in (("en_GB.UTF-8", "records"), ("SV", "poster"), ("", "poster")):
        monkeypatch.setenv("INSIKT_LANG", code)
        assert main(["query", "--workspace", str(insikt.root)]) == 0
        assert insikt.capsys.readouterr().out.endswith(f"5 {word}\n")


def test_nothing_is_said_before_the_index_is_let_go(insikt: Insikt, monkeypatch: pytest.MonkeyPatch) -> None:
    from insiktskarta.model.corpus import Corpus

    order = []
    close, release = Corpus.close, console.release
    monkeypatch.setattr(Corpus, "close", lambda corpus: (order.append("close"), close(corpus)))
    monkeypatch.setattr(console, "release", lambda: (order.append("say"), release()))
    for command in (["query"], ["lint"], ["aggregate"], ["report"], ["show", "en-vag-in"]):
        order.clear()
        assert insikt(*command)[0] == 0
        assert order.index("close") < order.index("say"), command


def test_what_is_said_keeps_its_order(capsys: pytest.CaptureFixture[str]) -> None:
    console.prepare()
    console.write("a")
    console.say("b")
    console.write("c")
    console.release()
    assert capsys.readouterr() == ("ac", "b\n")
    console.release()
    assert capsys.readouterr() == ("", "")


def test_somebody_sees_the_questions(monkeypatch: pytest.MonkeyPatch) -> None:
    class Stream(io.StringIO):
        def __init__(self, terminal: bool) -> None:
            super().__init__()
            self.terminal = terminal

        def isatty(self) -> bool:
            return self.terminal

    for reads, sees in [(True, True), (True, False), (False, True)]:
        monkeypatch.setattr(sys, "stdin", Stream(reads))
        monkeypatch.setattr(sys, "stdout", Stream(sees))
        assert console.somebody() == (reads and sees)


def test_usage_errors_are_in_the_users_language(insikt: Insikt) -> None:
    for arguments in (
        ["query", "--finns-inte"],
        ["show"],
        ["aggregate", "--by"],
        ["quer"],
        ["show", "a", "b"],
    ):
        for lang in ("sv", "en"):
            code, out, err = insikt(*arguments, lang=lang)
            assert (code, out) == (2, "")
            assert "Error" not in err
            assert "Usage" not in err
            assert len(err.splitlines()) <= 2


HEADING = "Föräldrar till små barn berättar om hur det var att få hjälp när de inte hade bett om den"


@pytest.mark.parametrize("columns", [30, 50, 80, 100])
@pytest.mark.parametrize("lang", ["sv", "en"])
def test_a_record_and_its_links_keep_within_the_terminal(
    at, workspace: Path, columns: int, lang: str
) -> None:
    link = RECORDS["exempelkoping/kvallsoppet"].replace("Öppet på kvällen", HEADING)
    write_workspace(workspace, {"exempelkoping/foraldrar-till-sma-barn": link})
    long = RECORDS["pahittsala/far-inte-veta"].replace("Får inte veta varför", HEADING)
    write_workspace(workspace, {"pahittsala/langt": f"{long}lika: [exempelkoping/en-vag-in]\n"})
    code, shown = at("utf-8", columns, "show", "exempelkoping/en-vag-in", lang=lang)
    assert code == 0
    ids = {"exempelkoping/foraldrar-till-sma-barn", "pahittsala/foraldrar-upprepar"}
    for line in shown.splitlines():
        assert len(line) <= columns or line.strip() in ids, "an id is not cut"
    assert HEADING in " ".join(shown.split())
    # What goes on below hangs under the heading, or under its id where that leaves no room.
    lines = shown.splitlines()
    [place] = [number for number, line in enumerate(lines) if "foraldrar-till-sma-barn" in line]
    depth = lines[place].find("Föräldrar") if "Föräldrar" in lines[place] else 4
    assert lines[place + 1][:depth].strip() == ""
    assert lines[place + 1][depth] != " "
    assert at("utf-8", columns, "show", "pahittsala/langt", lang=lang)[1].startswith(HEADING[:20])
