"""A bug becomes a report that can be pasted anywhere; what the system refuses is no bug."""

import errno
import platform
import re
from pathlib import Path

import pytest

from conftest import Insikt
from insiktskarta import __version__
from insiktskarta.cli import app, bug, main

SECRETS = ["811228-9874", "811228", "9874", "Anna", "hemlig"]


@pytest.fixture
def broken(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        Anna = "811228-9874"  # noqa: N806 - a value that a traceback could show
        raise KeyError(Anna, "hemlig")

    monkeypatch.setattr("insiktskarta.cli.corpora.open_corpus", fail)
    monkeypatch.setattr("insiktskarta.cli.clean_lint.open_corpus", fail)  # `lint` alone asks there first


@pytest.mark.parametrize(
    "arguments",
    [
        ["query", "Anna", "811228-9874"],
        ["query", "--grupp", "-Anna", "--grupp=Anna", "--röst=hemlig"],
        ["query", "--", "--Anna", "-hemlig"],
        ["map", "-o", "Anna.png", "--title", "-Anna 811228-9874"],
        ["report", "-oAnna.md"],
        ["aggregate", "--by", "--Anna"],
        ["show", "anna/811228-9874"],
        ["lint"],
        ["add", "--bygger-på", "Anna", "--rubrik", "--Anna"],
    ],
    ids=lambda arguments: arguments[0],
)
@pytest.mark.parametrize("lang", ["sv", "en"])
def test_a_report_holds_nothing_that_anybody_wrote(
    insikt: Insikt, broken: None, arguments: list[str], lang: str
) -> None:
    cut = arguments.index("--") if "--" in arguments else len(arguments)
    placed = [*arguments[:cut], "--workspace", str(insikt.root), "--lang", lang, *arguments[cut:]]
    insikt.capsys.readouterr()
    code = main(placed)
    out, err = insikt.capsys.readouterr()
    if code == 2:  # such a line is refused before anything can break
        assert arguments[0] == "aggregate", err
        return
    assert (code, out) == (3, "")
    for secret in SECRETS:
        assert secret.casefold() not in err.casefold()
    assert str(insikt.root) not in err
    assert str(Path.home()) not in err
    lines = err.splitlines()
    assert f"insikt {__version__}, Python {platform.python_version()}, {platform.system()}" in lines
    assert any(line.split()[:2] == ["insikt", arguments[0]] for line in lines)
    assert "builtins.KeyError" in lines
    places = [line for line in lines if re.fullmatch(r"  \S+:\d+ \S+", line)]
    assert places[0].startswith("  cli/app.py:")
    assert places[-1].startswith("  test_cli_bug.py:")


def test_options_are_told_by_name(insikt: Insikt, broken: None) -> None:
    _, _, err = insikt("query", "--grupp=ungdomar", "--forflyttning", "x", "--output-format", "ids")
    assert "\ninsikt query --grupp --forflyttning --output-format\n" in err


def test_a_bug_in_a_command_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("811228-9874")

    monkeypatch.setattr(app, "build", fail)
    assert bug._known_words(["query", "--Anna", "Anna"]) == ["query"]
    assert bug._known_words(["Anna", "--Anna"]) == []


def test_a_bug_without_a_command(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("811228-9874")

    monkeypatch.setattr(app, "_invoke", fail)
    assert main([]) == 3
    err = capsys.readouterr().err
    assert "RuntimeError" in err
    assert "9874" not in err


@pytest.mark.parametrize(
    "refusal",
    [
        PermissionError(errno.EACCES, "no", "/hemlig/fil"),
        OSError(errno.EIO, "broken"),
        OSError("of no number"),
        FileNotFoundError(errno.ENOENT, "gone", "a", None, "b"),
        OSError(errno.ENOENT, "gone", b"/bytes\xff"),
        TimeoutError(),
    ],
)
def test_what_the_system_refuses_is_no_bug(
    insikt: Insikt, monkeypatch: pytest.MonkeyPatch, refusal: OSError
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise refusal

    monkeypatch.setattr("insiktskarta.cli.corpora.open_corpus", refuse)
    code, out, err = insikt("query")
    assert (code, out) == (2, "")
    assert err.count("\n") == 1
    if refusal.errno == errno.EACCES:
        assert "/hemlig/fil" in err
        assert "EACCES" in err


def test_an_interrupted_run(insikt: Insikt, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("insiktskarta.cli.corpora.open_corpus", interrupted)
    assert insikt("query") == (130, "", "\n")
