"""A picture that has been written is shown, or it is said where it lies."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from conftest import Insikt
from insiktskarta.cli import viewer as viewer_module

pytestmark = pytest.mark.skipif(
    os.name == "nt", reason="a program of the test's own stands in for the viewer"
)
PROGRAM = "open" if sys.platform == "darwin" else "xdg-open"
PICTURES = [["map"], ["figure", "gap-matrix"]]


@pytest.fixture
def viewer(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[[str], Path]:
    """Let the system's viewer be a script; where it writes down what it was asked to show."""

    def set_up(script: str) -> Path:
        folder, seen = tmp_path / "bin", tmp_path / "seen"
        folder.mkdir()
        if script:
            (folder / PROGRAM).write_text(
                f'#!/bin/sh\n/bin/test -f "$1" && echo "$1" >> "{seen}"\n{script}\n'
            )
            (folder / PROGRAM).chmod(0o755)
        monkeypatch.setenv("PATH", str(folder))
        return seen

    return set_up


@pytest.mark.parametrize("command", PICTURES, ids=" ".join)
def test_the_picture_is_opened_when_it_is_there(
    insikt: Insikt, viewer, tmp_path: Path, command: list[str]
) -> None:
    seen, path = viewer("exit 0"), tmp_path / "-bild av året.svg"
    assert insikt(*command, "-o", str(path))[0] == 0
    assert not seen.exists()
    code, out, err = insikt(*command, "-o", str(path), "--open")
    assert (code, out) == (0, f"{path}\n")
    assert str(path) not in err
    assert seen.read_text().splitlines() == [str(path)]
    assert insikt(*command, "-o", str(tmp_path / "x.gif"), "--open")[0] == 2
    assert len(seen.read_text().splitlines()) == 1


@pytest.mark.parametrize("script", ["", "echo 'xdg-open: no method available' >&2; exit 3"])
@pytest.mark.parametrize("command", PICTURES, ids=" ".join)
@pytest.mark.parametrize(("lang", "words"), [("sv", "Den ligger i"), ("en", "It lies in")])
def test_without_a_viewer_it_is_said_where_the_picture_lies(
    workspace: Path, viewer, tmp_path: Path, script: str, command: list[str], lang: str, words: str
) -> None:
    viewer(script)
    arguments = [*command, "-o", "bild.png", "--open", "--workspace", str(workspace), "--lang", lang]
    done = subprocess.run(
        [sys.executable, "-m", "insiktskarta", *arguments],
        capture_output=True,
        encoding="utf-8",
        cwd=tmp_path,
        check=False,
    )
    assert (done.returncode, done.stdout) == (0, "bild.png\n")
    assert (tmp_path / "bild.png").is_file()
    assert f"{words} {(tmp_path / 'bild.png').resolve().as_posix()}." in done.stderr
    assert "xdg-open" not in done.stderr


def test_several_pictures_open_with_the_first(insikt: Insikt, viewer, tmp_path: Path) -> None:
    seen = viewer("exit 0")
    code, out, _ = insikt("figure", "small-multiples", "-o", str(tmp_path / "bild.svg"), "--open")
    assert code == 0
    assert seen.read_text().splitlines() == out.splitlines()[:1]


def test_a_viewer_that_stays_open_is_not_waited_for(
    insikt: Insikt, viewer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("insiktskarta.cli.viewer._PATIENCE", 0.2)
    viewer("exec /bin/sleep 60")
    code, _, err = insikt("map", "-o", str(tmp_path / "bild.svg"), "--open")
    assert code == 0
    assert "bild.svg" not in err
    left = viewer_module._running.pop()
    assert left.poll() is None
    left.kill()
    left.wait()
