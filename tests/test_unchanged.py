"""The answer that is given again: only while nothing has changed, whatever changes and however it is looked at."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import git_workspace
from conftest import RECORDS, write_workspace
from insiktskarta.cli import checking, clean_lint, corpora, main
from insiktskarta.files import standing, tracked, unchanged
from insiktskarta.files.index import open_corpus
from insiktskarta.model.corpus import Corpus
from insiktskarta.model.errors import InsiktError

ANSWER = "Läste 5 poster."
PATH = "insights/exempelkoping/kvallsoppet.yaml"


@pytest.fixture(autouse=True)
def settled(monkeypatch: pytest.MonkeyPatch) -> None:
    """Files that were written just now count as old; of git's notes, see `repository`."""
    monkeypatch.setattr(unchanged, "_RACY", -60_000_000_000)
    monkeypatch.setattr(clean_lint, "_SETTLED", -60_000_000_000)
    for name in ("INSIKT_LANG", *tracked._ELSEWHERE):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture(params=["alone", "in git"])
def kept(request: pytest.FixtureRequest, workspace: Path) -> Path:
    """A workspace whose answer is remembered, by its files alone or by git's word."""
    if request.param == "in git":
        repository(workspace)
    keep(workspace)
    assert bool(good_for(workspace)) == (request.param == "in git")
    return workspace


def repository(root: Path) -> None:
    git_workspace.start(root)
    (root / ".gitignore").write_text(".insikt\n", encoding="utf-8")
    git_workspace.keep(root, "2024-01-01")
    age_notes(root)


def age_notes(root: Path) -> None:
    """As if git had noted the files some time after they were written."""
    later = time.time() + 10
    os.utime(root / ".git" / "index", (later, later))


def keep(root: Path) -> None:
    (root / ".insikt").mkdir(exist_ok=True)
    unchanged.Memory(str(root)).keep(ANSWER)


def good_for(root: Path) -> bytes:
    return unchanged._unpacked((root / unchanged.FILE).read_bytes())[2]


def test_what_was_said_is_said_again(kept: Path) -> None:
    assert unchanged.remembered(str(kept)) == ANSWER
    assert unchanged.remembered(str(kept / "insights" / "exempelkoping")) == ANSWER


def test_gits_word_is_enough(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    repository(workspace)
    keep(workspace)
    walked: list[str] = []

    def walk(root: str, name: str, **rest: str) -> standing.Standing | None:
        walked.append(name)
        return standing.standing(root, name, **rest)

    monkeypatch.setattr(unchanged, "standing", walk)
    assert unchanged.remembered(str(workspace)) == ANSWER
    assert walked == ["insiktskarta"]  # the tool, and no record


def overwrite(root: Path) -> None:
    path = root / PATH
    before, text = path.stat(), path.read_text(encoding="utf-8")
    wait_a_second(path)
    path.write_text(text.replace("20", "21"), encoding="utf-8")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


def wait_a_second(path: Path) -> None:
    """Until the clock shows another second: git knows whole ones, and a memory is never made that soon."""
    while int(time.time()) == int(path.stat().st_ctime):
        time.sleep(0.05)


def forbid(root: Path) -> None:
    wait_a_second(root / PATH)
    (root / PATH).chmod(0o600)


def swap(root: Path) -> None:
    one, other = root / PATH, root / "insights/exempelkoping/intervjuer.yaml"
    aside = root / "aside"
    one.rename(aside)
    other.rename(one)
    aside.rename(other)


def remove_folder(root: Path) -> None:
    shutil.rmtree(root / "insights" / "pahittsala")


def write_below(name: str) -> Callable[[Path], None]:
    def write(root: Path) -> None:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("typ: insikt\n", encoding="utf-8")

    return write


CHANGES: dict[str, Callable[[Path], object]] = {
    "another text of the same length and time": overwrite,
    "two files that change places": swap,
    "a new record": write_below("insights/exempelkoping/ny.yaml"),
    "a file that is no record": write_below("insights/exempelkoping/anteckning.txt"),
    "a file above the organisations": write_below("insights/README.md"),
    "a folder that lies deep": write_below("insights/exempelkoping/a/b/c.yaml"),
    "a record less": lambda root: (root / PATH).unlink(),
    "another name": lambda root: (root / PATH).rename((root / PATH).with_name("annan.yaml")),
    "an organisation less": remove_folder,
    "no records": lambda root: shutil.rmtree(root / "insights"),
    "another time": lambda root: os.utime(root / PATH, (1, 1)),
    "other permissions": forbid,
    "a link to a record": lambda root: (root / "insights/exempelkoping/lank.yaml").symlink_to(root / PATH),
    "settings": lambda root: (root / "insikt.yaml").write_text("språk: en\n", encoding="utf-8"),
    "no settings": lambda root: (root / "insikt.yaml").unlink(),
    "a baseline": write_below("insikt-baseline.txt"),
    "schemas": lambda root: (root / "schemas").mkdir(),
}


@pytest.mark.parametrize("change", CHANGES)
def test_whatever_changes_is_noticed(kept: Path, change: str) -> None:
    CHANGES[change](kept)
    assert unchanged.remembered(str(kept)) is None


def test_a_new_file_is_noticed_though_git_ignores_it(workspace: Path) -> None:
    repository(workspace)
    (workspace / ".git" / "info" / "exclude").write_text("ny.yaml\n", encoding="utf-8")
    keep(workspace)
    assert good_for(workspace)
    write_below("insights/exempelkoping/ny.yaml")(workspace)
    assert unchanged.remembered(str(workspace)) is None


def test_other_line_ends_are_noticed_though_git_takes_them_for_the_same(workspace: Path) -> None:
    (workspace / ".gitattributes").write_text("*.yaml text=auto eol=lf\n", encoding="utf-8")
    repository(workspace)
    keep(workspace)
    assert good_for(workspace)
    path = workspace / PATH
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert git_workspace.git(workspace, "diff", "--stat") == ""
    assert unchanged.remembered(str(workspace)) is None


@pytest.mark.parametrize("flag", ["--assume-unchanged", "--skip-worktree"])
def test_what_git_looks_away_from_is_looked_at(workspace: Path, flag: str) -> None:
    repository(workspace)
    git_workspace.git(workspace, "update-index", flag, PATH)
    age_notes(workspace)
    keep(workspace)
    assert good_for(workspace) == b""
    overwrite(workspace)
    assert unchanged.remembered(str(workspace)) is None


@pytest.mark.parametrize("flag", ["--assume-unchanged", "--skip-worktree"])
def test_git_is_not_believed_once_it_is_told_to_look_away(workspace: Path, flag: str) -> None:
    repository(workspace)
    keep(workspace)
    assert good_for(workspace)
    git_workspace.git(workspace, "update-index", flag, PATH)
    overwrite(workspace)
    assert unchanged.remembered(str(workspace)) is None


def test_git_is_not_asked_about_files_that_it_does_not_hold(workspace: Path) -> None:
    repository(workspace)
    write_below("insights/exempelkoping/ny.yaml")(workspace)
    keep(workspace)
    assert good_for(workspace) == b""
    assert unchanged.remembered(str(workspace)) == ANSWER


def test_git_is_not_asked_where_its_notes_are_as_young_as_the_files(workspace: Path) -> None:
    repository(workspace)
    os.utime(workspace / ".git" / "index", (1, 1))
    keep(workspace)
    assert good_for(workspace) == b""


@pytest.mark.parametrize("name", sorted(tracked._ELSEWHERE))
def test_git_is_not_asked_where_it_would_look_elsewhere(
    workspace: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    repository(workspace)
    keep(workspace)
    assert good_for(workspace)
    monkeypatch.setenv(name, str(workspace / "other"))
    assert not tracked.asked(str(workspace), "insights", good_for(workspace))()
    assert unchanged.remembered(str(workspace)) == ANSWER  # by the files themselves
    keep(workspace)
    assert good_for(workspace) == b""


def test_without_git_the_files_are_looked_at(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    repository(workspace)
    keep(workspace)
    monkeypatch.setenv("PATH", "")
    assert unchanged.remembered(str(workspace)) in (None, ANSWER)
    overwrite(workspace)
    assert unchanged.remembered(str(workspace)) is None


@pytest.mark.parametrize("what", ["day", "language", "python", "tool"])
def test_what_lies_elsewhere_is_noticed(kept: Path, monkeypatch: pytest.MonkeyPatch, what: str) -> None:
    changes: dict[str, Callable[[], None]] = {
        "day": lambda: monkeypatch.setattr(unchanged.time, "strftime", lambda _: "2024-02-30"),
        "language": lambda: monkeypatch.setenv("INSIKT_LANG", "en"),
        "python": lambda: monkeypatch.setattr(sys, "version", "4.0"),
        "tool": lambda: monkeypatch.setattr(sys, "path", [*sys.path, str(kept)]),
    }
    changes[what]()
    assert unchanged.remembered(str(kept)) is None


def test_a_module_that_is_compiled_changes_nothing(tmp_path: Path) -> None:
    package = tmp_path / "verktyg"
    write_below("verktyg/files/del.py")(tmp_path)
    before = standing.standing(str(tmp_path), "verktyg", without="__pycache__")
    write_below("verktyg/files/__pycache__/del.pyc")(tmp_path)
    write_below("verktyg/__pycache__/annan.pyc")(tmp_path)
    after = standing.standing(str(tmp_path), "verktyg", without="__pycache__")
    (package / "files" / "del.py").write_text("annat", encoding="utf-8")
    changed = standing.standing(str(tmp_path), "verktyg", without="__pycache__")
    assert before is not None
    assert after is not None
    assert changed is not None
    assert before.listing == after.listing != changed.listing


def test_a_workspace_in_between_has_no_answer_yet(kept: Path) -> None:
    write_workspace(kept / "arkiv", RECORDS)
    assert unchanged.remembered(str(kept / "arkiv" / "insights")) is None
    assert unchanged.remembered(str(kept.parent)) is None


def test_nothing_is_remembered_of_links(workspace: Path) -> None:
    elsewhere = workspace.parent / "elsewhere.yaml"
    shutil.move(workspace / PATH, elsewhere)
    (workspace / PATH).symlink_to(elsewhere)
    keep(workspace)
    assert not (workspace / unchanged.FILE).exists()


def test_nothing_is_remembered_of_what_was_written_just_now(
    workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(unchanged, "_RACY", 2_000_000_000)
    keep(workspace)
    assert not (workspace / unchanged.FILE).exists()


def test_nothing_is_remembered_where_nothing_can_be_written(
    workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise InsiktError("protected")

    monkeypatch.setattr("insiktskarta.files.write.replace_bytes", refuse)
    keep(workspace)
    assert unchanged.remembered(str(workspace)) is None


@pytest.mark.parametrize("parts", [(b"",) * 4, (b"a", b"", b"\n", b"b")])
def test_a_memory_that_is_cut_off_anywhere_is_none(parts: tuple[bytes, ...]) -> None:
    packed = unchanged._packed(parts)
    for place in range(len(packed)):
        with pytest.raises(ValueError):  # noqa: PT011 - any way of not being as it was written
            unchanged._unpacked(packed[:place])


@given(st.data())
def test_a_damaged_memory_is_none(data: st.DataObject) -> None:
    parts = tuple(data.draw(st.lists(st.binary(max_size=20), min_size=4, max_size=4)))
    packed = unchanged._packed(parts)
    assert unchanged._unpacked(packed) == list(parts)
    place = data.draw(st.integers(0, len(packed) - 1))
    other = data.draw(st.integers(0, 255).filter(lambda each: each != packed[place]))
    for damaged in (packed[:place], packed[:place] + bytes([other]) + packed[place + 1 :]):
        try:
            assert unchanged._unpacked(damaged) == list(parts)  # a blank more in its head does no harm
        except ValueError:
            continue


@pytest.mark.parametrize(
    "content", [b"", b"\n", b"\xff", b"insikt-unchanged-1 0\n", b"insikt-unchanged-1 0 -1 0 0 0\n"]
)
def test_what_is_no_memory_is_none(workspace: Path, content: bytes) -> None:
    keep(workspace)
    (workspace / unchanged.FILE).write_bytes(content)
    assert unchanged.remembered(str(workspace)) is None


def test_lint_tells_again_without_loading_what_asks(
    workspace: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(workspace)
    assert main(["lint"]) == 0
    first = capsys.readouterr()
    assert "5 poster" in first.err
    assert not (workspace / unchanged.FILE).exists()  # a first run has enough to do
    assert main(["lint"]) == 0
    assert capsys.readouterr() == first

    def fail(_: list[str]) -> int:
        raise AssertionError

    monkeypatch.setattr("insiktskarta.cli.app.run", fail)
    assert main(["lint"]) == 0
    assert capsys.readouterr() == first
    overwrite(workspace)
    with pytest.raises(AssertionError):
        main(["lint"])


def test_a_language_that_was_chosen_once_is_not_remembered(
    workspace: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(workspace)
    assert main(["lint", "--lang", "en"]) == 0
    assert main(["lint", "--lang", "en"]) == 0
    assert not (workspace / unchanged.FILE).exists()
    assert "records" in capsys.readouterr().err


def test_what_changes_after_the_first_look_is_asked_again(kept: Path) -> None:
    overwrite(kept)
    assert unchanged.remembered(str(kept)) is None
    (kept / "insights" / "pahittsala" / "far-inte-veta.yaml").unlink()
    unchanged.Memory(str(kept)).keep(ANSWER)
    assert unchanged.remembered(str(kept)) is None
    unchanged.Memory(str(kept)).keep(ANSWER)  # a look that was taken for an answer serves one memory
    unchanged.Memory(str(kept)).keep(ANSWER)
    assert unchanged.remembered(str(kept)) == ANSWER


def test_findings_are_never_remembered(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    overwrite(workspace)
    (workspace / PATH).write_text("typ: insikt\n", encoding="utf-8")
    monkeypatch.chdir(workspace)
    assert main(["lint"]) == 1
    assert not (workspace / unchanged.FILE).exists()


def test_an_answer_given_again_loads_next_to_nothing(workspace: Path) -> None:
    keep(workspace)
    asked = (
        "import sys\nfrom insiktskarta.cli import main\nassert main(['lint']) == 0\n"
        "print(*({'re', 'typing', 'pathlib', 'dataclasses', 'sqlite3', 'subprocess', 'gettext'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-I", "-S", "-c", f"import sys; sys.path[:] = {sys.path!r}\n{asked}"],
        cwd=workspace,
        capture_output=True,
        check=True,
        encoding="utf-8",
    )
    assert done.stdout.strip() == ""
    assert done.stderr.strip() == ANSWER


def test_what_was_opened_to_see_whether_all_is_well_is_not_opened_again(
    workspace: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    opened: list[Path] = []

    def counted(root: Path, **rest: Any) -> Corpus:
        opened.append(root)
        return open_corpus(root, **rest)

    monkeypatch.setattr(clean_lint, "open_corpus", counted)
    monkeypatch.setattr(corpora, "open_corpus", counted)
    monkeypatch.chdir(workspace)
    (workspace / PATH).write_text("typ: test\n", encoding="utf-8")
    assert main(["lint"]) == 1
    assert opened == [workspace]
    assert clean_lint._handed_on == {}
    told = capsys.readouterr().out
    assert main(["lint"]) == 1  # the index knows by now that something is wrong
    assert opened == [workspace, workspace]
    assert capsys.readouterr().out == told
    (workspace / PATH).write_text(RECORDS["exempelkoping/kvallsoppet"], encoding="utf-8")
    assert main(["lint"]) == 0
    assert clean_lint._handed_on == {}


def test_what_nobody_takes_over_is_closed(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (workspace / PATH).write_text("typ: test\n", encoding="utf-8")

    def failing(*_: object, **__: object) -> None:
        raise InsiktError("Nej.")

    monkeypatch.setattr(checking, "checked", failing)
    monkeypatch.setattr("insiktskarta.cli.lint_command.checked", failing, raising=False)
    monkeypatch.chdir(workspace)
    assert main(["lint"]) == 2
    assert clean_lint._handed_on == {}
