"""lint --watch: checked again when something has changed, and only then; with ticks instead of a clock."""

import os
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from conftest import RECORDS, Insikt
from insiktskarta.cli import main, watching
from insiktskarta.cli.app import Run
from insiktskarta.cli.watching import watch
from insiktskarta.model.baseline import FILE
from insiktskarta.model.errors import InsiktError
from insiktskarta.model.language import ENGLISH

TRIAL = "insights/exempelkoping/kvallsoppet.yaml"
TEXT = RECORDS["exempelkoping/kvallsoppet"]
Step = Callable[[], object]


def ticks(steps: list[Step]) -> Callable[[], None]:
    """A pause that does the next step; after the last one the person presses Ctrl-C."""
    left: Iterator[Step] = iter(steps)

    def pause() -> None:
        step = next(left, None)
        if step is None:
            raise KeyboardInterrupt
        step()

    return pause


def writing(path: Path, text: str) -> Step:
    return lambda: (path.parent.mkdir(parents=True, exist_ok=True), path.write_text(text, encoding="utf-8"))


def nothing() -> None:
    pass


def checks(root: Path, steps: list[Step], *paths: Path, check: Step = nothing) -> int:
    """How often it was checked."""
    count = 0

    def counted() -> None:
        nonlocal count
        count += 1
        check()

    with pytest.raises(KeyboardInterrupt):
        watch(Run(ENGLISH, root), paths, counted, ticks(steps))
    return count


def test_it_checks_at_once_and_when_something_has_changed(workspace: Path) -> None:
    file = workspace / TRIAL
    assert checks(workspace, []) == 1
    assert checks(workspace, [nothing, nothing, nothing]) == 1
    assert checks(workspace, [writing(file, TEXT + "#\n"), nothing, writing(file, TEXT), nothing]) == 3
    assert checks(workspace, [file.unlink]) == 2
    assert checks(workspace, [writing(workspace / "insights/aby/ny.yaml", TEXT)]) == 2
    assert checks(workspace, [writing(workspace / "insights/fel.yml", TEXT)]) == 2
    assert checks(workspace, [writing(workspace / "insikt.yaml", "# x\n")]) == 2
    assert checks(workspace, [writing(workspace / FILE, "# x\n")]) == 2
    assert checks(workspace, [lambda: os.utime(workspace / FILE, (1, 1))]) == 2
    assert (
        checks(workspace, [writing(workspace / "README.md", "x"), writing(workspace / ".insikt/x", "x")]) == 1
    )
    assert checks(workspace, [lambda: shutil.rmtree(workspace / "insights"), nothing]) == 2


def test_files_beside_the_records_are_looked_at_when_they_are_named(workspace: Path) -> None:
    draft = workspace / "utkast/a.yaml"
    assert checks(workspace, [writing(draft, "x")]) == 1
    assert checks(workspace, [writing(draft, "xx"), nothing, draft.unlink], Path("utkast")) == 3
    assert checks(workspace, [writing(draft, "y")], Path("utkast/a.yaml")) == 2
    hidden = workspace / "utkast/.dold/a.yaml"
    assert (
        checks(workspace, [writing(hidden, "y"), writing(workspace / "utkast/a.txt", "y")], Path("utkast"))
        == 1
    )


def test_what_changes_during_a_check_is_checked_again(workspace: Path) -> None:
    steps = [writing(workspace / TRIAL, "typ: [\n")]

    def meanwhile() -> None:
        if steps:
            steps.pop()()

    assert checks(workspace, [nothing], check=meanwhile) == 2


def test_a_new_day(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Tomorrow(watching.dt.datetime):
        @classmethod
        def now(cls, tz=None):
            return super().now(tz) + watching.dt.timedelta(days=1)

    assert checks(workspace, [lambda: monkeypatch.setattr(watching.dt, "datetime", Tomorrow), nothing]) == 2


def test_what_is_impossible_at_first_ends_it_and_later_does_not(
    workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def impossible() -> None:
        raise InsiktError("There is no file or folder {path}.", path="811228-9874")

    with pytest.raises(InsiktError):
        watch(Run(ENGLISH, workspace), (), impossible, ticks([]))
    outcomes = [nothing, impossible, (workspace / "finns-inte").read_bytes, nothing]
    steps = [writing(workspace / TRIAL, TEXT + "#" * n) for n in (1, 2, 3)]

    def next_outcome() -> None:
        outcomes.pop(0)()

    assert checks(workspace, steps, check=next_outcome) == 4
    out, err = capsys.readouterr()
    assert "There is no file or folder 81" in err
    assert "811228-9874" not in out + err
    assert "finns-inte cannot be opened (ENOENT)" in err
    assert err.count("Ctrl-C") == 4


def test_the_command(insikt: Insikt, monkeypatch: pytest.MonkeyPatch) -> None:
    file = insikt.root / TRIAL
    steps = [
        writing(file, TEXT.replace("pågående", "fel")),
        file.unlink,
        writing(file, TEXT),
        (insikt.root / "insights/exempelkoping/en-vag-in.yaml").unlink,
    ]
    pause = ticks(steps)
    monkeypatch.setattr(watching.time, "sleep", lambda _: pause())
    code, out, err = insikt("lint", "--watch", "--output-format", "concise", lang="en")
    assert code == 130
    assert [line.split(" ")[1] for line in out.splitlines()] == ["VO101", "LI101", "LI101"]
    assert err.count("checked. Waiting") == 5
    assert "\x1b" not in out + err, "nothing is cleared where no terminal is"
    assert insikt("query", "--output-format", "ids")[0] == 0


def test_a_wrong_option_ends_it(insikt: Insikt) -> None:
    assert insikt("lint", "--watch", "--select", "ZZ")[0] == 2
    assert insikt("lint", "--watch", "finns-inte")[0] == 2


def test_a_terminal_is_cleared(
    workspace: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
    monkeypatch.setenv("TERM", "xterm")
    assert checks(workspace, []) == 1
    assert "\x1b[2J" in capsys.readouterr().out
    monkeypatch.setenv("TERM", "dumb")
    assert checks(workspace, []) == 1
    assert "\x1b" not in capsys.readouterr().out


def test_no_workspace(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["lint", "--watch", "--workspace", str(tmp_path)]) == 2
    draft = tmp_path / "a.yaml"
    draft.write_text("typ: insigt\n", encoding="utf-8")
    pause = ticks([writing(draft, TEXT)])
    monkeypatch.setattr(watching.time, "sleep", lambda _: pause())
    assert main(["lint", "--watch", "a.yaml", "--workspace", str(tmp_path)]) == 130
    assert capsys.readouterr().out.count("SC105") == 1
