"""lint --changed and --since in real repositories: what a branch touches, what it breaks, and nothing else."""

import json
import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from conftest import RECORDS, SETTINGS, Insikt, write_workspace
from insiktskarta.cli import main
from insiktskarta.files import build, difference, entry
from insiktskarta.model.errors import InsiktError

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed here")

WAY, TRIAL, ALIKE = "exempelkoping/en-vag-in", "exempelkoping/kvallsoppet", "pahittsala/foraldrar-upprepar"
OLD_FAULT = RECORDS["pahittsala/far-inte-veta"] + "grupper: [ungdomarr]\nlika: [pahittsala/finns-inte]\n"


@pytest.fixture(autouse=True)
def _own_git(monkeypatch: pytest.MonkeyPatch) -> None:
    """git without the settings of whoever runs the tests, or of a hook that they are run in."""
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    for who in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{who}_NAME", "Test")
        monkeypatch.setenv(f"GIT_{who}_EMAIL", "test@example.com")


def git(folder: Path, *arguments: str) -> str:
    done = subprocess.run(
        ["git", "-c", "protocol.file.allow=always", *arguments],
        cwd=folder,
        capture_output=True,
        check=True,
        encoding="utf-8",
    )
    return done.stdout.strip()


def commit(folder: Path, message: str = "x") -> None:
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", message)


@pytest.fixture
def repository(workspace: Path) -> Path:
    """The small workspace, with an old fault, in a commit on main; the branch gren is checked out."""
    write_workspace(workspace, {"pahittsala/gammalt-fel": OLD_FAULT})
    git(workspace, "init", "-q", "-b", "main")
    commit(workspace)
    git(workspace, "checkout", "-qb", "gren")
    return workspace


def path_of(record: str) -> str:
    return f"insights/{record}.yaml"


def edit(root: Path, record: str, change: Callable[[str], str]) -> None:
    path = root / path_of(record)
    path.write_text(change(path.read_text(encoding="utf-8")), encoding="utf-8", newline="\n")


def found(insikt: Insikt, *options: str) -> list[tuple[str, str]]:
    """The files, without their beginning, and the codes."""
    code, out, err = insikt("lint", *options, "--output-format", "concise", lang="en")
    lines = [line.split(" ")[:2] for line in out.splitlines()]
    assert code == bool(lines), err
    return [(place.split(".yaml")[0].removeprefix("insights/"), rule) for place, rule in lines]


def test_nothing_changed(insikt: Insikt, repository: Path) -> None:
    assert insikt("lint")[0] == 1
    for options in (["--changed"], ["--since", "main"], ["--since", "HEAD"]):
        code, out, err = insikt("lint", *options)
        assert (code, out) == (0, "")
        assert err.startswith("Läste 0 poster")


def test_a_deleted_record_is_seen_where_it_is_linked(insikt: Insikt, repository: Path) -> None:
    (repository / path_of(WAY)).unlink()
    broken = [(TRIAL, "LI101"), (ALIKE, "LI101")]
    assert found(insikt, "--changed") == broken
    git(repository, "rm", "-q", path_of(WAY))
    assert found(insikt, "--changed") == broken
    commit(repository)
    assert found(insikt, "--changed") == []
    assert found(insikt, "--since", "main") == broken
    assert found(insikt, "--since", "main", "insights/pahittsala") == [(ALIKE, "LI101")]
    assert found(insikt, "--since", "main", "--ignore", "LI") == []


def test_where_records_are_only_gone_none_is_said_to_be_read(insikt: Insikt, repository: Path) -> None:
    (repository / path_of(WAY)).unlink()
    assert "Hittade 2 fel i 2 filer.\n" in insikt("lint", "--changed")[2]
    assert "Found 2 errors in 2 files.\n" in insikt("lint", "--changed", lang="en")[2]
    assert "0 poster" not in insikt("lint", "--changed")[2]


def test_a_renamed_record_is_seen_where_it_is_linked(insikt: Insikt, repository: Path) -> None:
    git(repository, "mv", path_of(WAY), path_of("exempelkoping/kort-vag"))
    assert found(insikt, "--changed") == [(TRIAL, "LI101"), (ALIKE, "LI101")]
    edit(repository, "exempelkoping/kort-vag", lambda text: text + f"tidigare-id: [{WAY}]\n")
    assert found(insikt, "--changed") == [(TRIAL, "LI103"), (ALIKE, "LI103")]


def test_changed_settings_are_seen_in_files_that_nobody_touched(insikt: Insikt, repository: Path) -> None:
    settings = repository / "insikt.yaml"
    own = "ordförråd: {grupper: {studenter: {etikett: studenter, räknas-som: unga-vuxna}}}\n"
    settings.write_text(SETTINGS + own, encoding="utf-8")
    edit(repository, WAY, lambda text: text.replace("[ungdomar]", "[studenter]"))
    commit(repository)
    settings.write_text(
        SETTINGS.replace("pahittsala", "annanstans") + own.replace("studenter:", "hbtqi:"), encoding="utf-8"
    )
    seen = found(insikt, "--changed")
    assert (WAY, "VO101") in seen
    assert {code for record, code in seen if record.startswith("pahittsala/")} == {"FO101"}
    assert ("pahittsala/gammalt-fel", "VO101") not in seen


def test_a_rule_that_the_branch_turns_on_shows_what_it_finds(insikt: Insikt, repository: Path) -> None:
    settings = repository / "insikt.yaml"
    settings.write_text(SETTINGS + "lint: {ignorera: [VO, LI]}\n", encoding="utf-8")
    commit(repository)
    assert found(insikt, "--since", "main") == []
    settings.write_text(SETTINGS + "lint: {ignorera: [LI]}\n", encoding="utf-8")
    assert found(insikt, "--changed") == [("pahittsala/gammalt-fel", "VO101")]


def test_settings_of_that_time_with_a_rule_that_is_gone(insikt: Insikt, repository: Path) -> None:
    (repository / "insikt.yaml").write_text(SETTINGS + "lint: {ignorera: [ZZ999]}\n", encoding="utf-8")
    commit(repository)
    (repository / "insikt.yaml").write_text(SETTINGS, encoding="utf-8")
    assert found(insikt, "--changed") == []


def test_the_same_text_twice_is_seen_from_the_record_that_was_there(insikt: Insikt, repository: Path) -> None:
    old = repository / path_of("pahittsala/far-inte-veta")
    # The finding stands in the later of the two ids, which is the one that nobody touched.
    shutil.copy(old, repository / path_of("exempelkoping/kopia"))
    assert found(insikt, "--changed") == [
        ("pahittsala/far-inte-veta", "DU101"),
        ("pahittsala/gammalt-fel", "DU101"),
    ]
    git(repository, "add", "-A")
    assert len(found(insikt, "--changed")) == 2


def test_a_circle_is_seen_from_the_record_that_was_there(insikt: Insikt, repository: Path) -> None:
    edit(repository, "exempelkoping/intervjuer", lambda text: text + f"bygger-på: [{TRIAL}]\n")
    assert found(insikt, "--changed") == [(WAY, "LI104")]


def test_an_excuse_that_the_branch_makes_unnecessary(insikt: Insikt, repository: Path) -> None:
    excused = "lika: [aby/kommer]  # insikt: ignore LI101 -- skrivs på måndag\n"
    edit(
        repository,
        "pahittsala/gammalt-fel",
        lambda text: text.replace("lika: [pahittsala/finns-inte]\n", excused),
    )
    commit(repository)
    write_workspace(repository, {"aby/kommer": RECORDS["exempelkoping/intervjuer"]})
    assert ("pahittsala/gammalt-fel", "SU102") in found(insikt, "--changed")


def test_another_suggestion_is_no_new_fault(insikt: Insikt, repository: Path) -> None:
    edit(repository, TRIAL, lambda text: text.replace("en-vag-in", "intervjun"))
    commit(repository)
    edit(repository, WAY, lambda text: text.replace("bygger-på: [exempelkoping/intervjuer]\n", ""))
    (repository / path_of("exempelkoping/intervjuer")).unlink()
    assert found(insikt, "--changed") == []
    assert (TRIAL, "LI101") in found(insikt)


def test_staged_unstaged_untracked_ignored(insikt: Insikt, repository: Path) -> None:
    edit(repository, TRIAL, lambda text: text.replace("pågående", "stagat"))
    git(repository, "add", "-A")
    edit(repository, WAY, lambda text: text.replace("egen", "ostagat"))
    write_workspace(
        repository, {"pahittsala/nytt": OLD_FAULT.replace("varför", "något"), "pahittsala/dolt": OLD_FAULT}
    )
    (repository / ".gitignore").write_text("dolt.yaml\n", encoding="utf-8")
    seen = found(insikt, "--changed", "--select", "VO")
    assert seen == [(WAY, "VO101"), (TRIAL, "VO101"), ("pahittsala/nytt", "VO101")]


def test_added_by_intention_and_looked_at_without_change(insikt: Insikt, repository: Path) -> None:
    write_workspace(repository, {"pahittsala/nytt": OLD_FAULT})
    git(repository, "add", "-N", ".")
    os.utime(repository / path_of("pahittsala/gammalt-fel"), (1, 1))
    assert {record for record, _ in found(insikt, "--changed", "--select", "VO")} == {"pahittsala/nytt"}


def test_a_merge_that_is_not_done(insikt: Insikt, repository: Path) -> None:
    edit(repository, WAY, lambda text: text.replace("Unga vill", "Vi vill"))
    commit(repository)
    git(repository, "checkout", "-q", "main")
    edit(repository, WAY, lambda text: text.replace("Unga vill", "De vill"))
    commit(repository)
    subprocess.run(["git", "merge", "-q", "gren"], cwd=repository, check=False, capture_output=True)
    assert "<<<<<<<" in (repository / path_of(WAY)).read_text(encoding="utf-8")
    seen = found(insikt, "--changed")
    assert (WAY, "YA106") in seen
    assert (TRIAL, "LI101") in seen, "the record cannot be read, and was there before"


def test_a_branch_is_judged_from_where_it_left(insikt: Insikt, repository: Path) -> None:
    edit(repository, TRIAL, lambda text: text.replace("pågående", "fel"))
    commit(repository)
    git(repository, "checkout", "-q", "main")
    (repository / path_of("pahittsala/far-inte-veta")).unlink()
    commit(repository)
    git(repository, "checkout", "-q", "gren")
    assert found(insikt, "--since", "main") == [(TRIAL, "VO101")]
    assert found(insikt, "--since", git(repository, "rev-parse", "main")) == [(TRIAL, "VO101")]
    git(repository, "tag", "v1", "main")
    assert found(insikt, "--since", "v1", "--changed") == [(TRIAL, "VO101")]


def test_a_workspace_below_the_top_with_letters_and_spaces(
    workspace: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    top = tmp_path / "förråd"
    root = top / "på väg" / "kärta"
    shutil.copytree(workspace, root)
    write_workspace(root, {"pahittsala/gammalt-fel": OLD_FAULT})
    (top / "insights").mkdir()
    (top / "insights/annat.txt").write_text("x", encoding="utf-8")
    git(top, "init", "-q", "-b", "main")
    git(top, "config", "core.quotepath", "true")
    commit(top)
    insikt = Insikt(root, capsys)
    (top / "insights/annat.txt").unlink()
    assert found(insikt, "--changed") == []
    write_workspace(root, {"pahittsala/två öre": OLD_FAULT.replace("varför", "när")})
    assert {record for record, _ in found(insikt, "--changed")} == {"pahittsala/två"}
    commit(top)
    (root / path_of("pahittsala/två öre")).unlink()
    (root / path_of(WAY)).unlink()
    assert found(insikt, "--changed") == [(TRIAL, "LI101"), (ALIKE, "LI101")]


def test_a_linked_working_tree_and_the_variables_of_hooks(
    repository: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    other = tmp_path / "annan"
    git(repository, "worktree", "add", "-q", str(other), "main")
    insikt = Insikt(other, capsys)
    (other / path_of(WAY)).unlink()
    broken = [(TRIAL, "LI101"), (ALIKE, "LI101")]
    assert found(insikt, "--changed") == broken
    assert found(insikt, "--since", "gren") == broken
    monkeypatch.setenv("GIT_DIR", ".git")
    monkeypatch.setenv("GIT_INDEX_FILE", ".git/index.lock")
    assert found(insikt, "--changed") == broken


def test_a_workspace_that_is_a_submodule(
    repository: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    top = tmp_path / "topp"
    top.mkdir()
    git(top, "init", "-q")
    git(top, "submodule", "--quiet", "add", str(repository), "karta")
    commit(top)
    insikt = Insikt(top / "karta", capsys)
    assert found(insikt, "--changed") == []
    (top / "karta" / path_of(WAY)).unlink()
    assert found(insikt, "--changed") == [(TRIAL, "LI101"), (ALIKE, "LI101")]


def test_an_organisation_that_is_a_submodule(
    repository: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    inner = tmp_path / "aby"
    inner.mkdir()
    git(inner, "init", "-q")
    (inner / "kommer.yaml").write_text(RECORDS["exempelkoping/intervjuer"], encoding="utf-8")
    (inner / "gammalt.yaml").write_text(OLD_FAULT.replace("varför", "hur"), encoding="utf-8")
    commit(inner)
    git(repository, "submodule", "--quiet", "add", str(inner), "insights/aby")
    edit(repository, TRIAL, lambda text: text.replace(WAY, "aby/kommer"))
    commit(repository)
    insikt = Insikt(repository, capsys)
    assert found(insikt, "--changed") == []
    (repository / "insights/aby/kommer.yaml").unlink()
    write_workspace(repository, {"aby/nytt": OLD_FAULT.replace("varför", "när")})
    expected = [("aby/nytt", "LI101"), ("aby/nytt", "VO101"), (TRIAL, "LI101")]
    assert sorted(found(insikt, "--changed")) == sorted(expected)
    commit(repository / "insights/aby")
    assert sorted(found(insikt, "--changed")) == sorted(expected), "the submodule has another commit now"
    git(repository, "add", "-A")
    assert ("aby/gammalt", "VO101") in found(insikt, "--since", "main"), "the submodule is new"


def test_a_repository_that_nobody_has_added(insikt: Insikt, repository: Path) -> None:
    write_workspace(repository, {"aby/nytt": OLD_FAULT.replace("varför", "hur")})
    git(repository / "insights/aby", "init", "-q")
    commit(repository / "insights/aby")
    assert {record for record, _ in found(insikt, "--changed")} == {"aby/nytt"}


def test_what_lies_behind_a_link_is_always_shown(insikt: Insikt, repository: Path) -> None:
    elsewhere = repository / "annanstans"
    elsewhere.mkdir()
    (elsewhere / "fel.yaml").write_text(OLD_FAULT.replace("varför", "hur"), encoding="utf-8")
    try:
        (repository / "insights/aby").symlink_to(elsewhere, target_is_directory=True)
        (repository / path_of("pahittsala/lank")).symlink_to(repository / path_of("pahittsala/gammalt-fel"))
    except OSError:
        pytest.skip("no links here")
    commit(repository)
    seen = {record for record, _ in found(insikt, "--changed", "--select", "VO")}
    assert seen == {"aby/fel", "pahittsala/lank"}
    (repository / path_of("pahittsala/lank")).unlink()
    assert {record for record, _ in found(insikt, "--changed", "--select", "VO")} == {"aby/fel"}


def test_line_ends_that_git_changes(insikt: Insikt, repository: Path) -> None:
    git(repository, "config", "core.autocrlf", "true")
    for path in (repository / "insights").rglob("*.yaml"):
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert found(insikt, "--changed") == []
    (repository / path_of(WAY)).unlink()
    assert found(insikt, "--changed") == [(TRIAL, "LI101"), (ALIKE, "LI101")]


def test_before_the_first_commit(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    insikt = Insikt(workspace, capsys)
    write_workspace(workspace, {"pahittsala/gammalt-fel": OLD_FAULT})
    git(workspace, "init", "-q")
    assert {code for _, code in found(insikt, "--changed")} == {"DU101", "LI101", "VO101"}
    _, _, err = insikt("lint", "--changed", lang="en")
    assert "There is no commit yet" in err
    assert insikt("lint", "--since", "HEAD")[0] == 2


@pytest.mark.parametrize(
    "ref", ["finns-inte", "", " ", "-x", "--all", "^main", "main..gren", "main:insikt.yaml", "å", "a\nb"]
)
def test_a_name_that_means_no_commit(insikt: Insikt, repository: Path, ref: str) -> None:
    code, out, err = insikt("lint", f"--since={ref}", lang="en")
    assert (code, out) == (2, "")
    assert "git knows no" in err


def test_a_shallow_clone_says_what_to_do(
    repository: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    edit(repository, TRIAL, lambda text: text.replace("pågående", "fel"))
    commit(repository)
    clone = tmp_path / "klon"
    git(tmp_path, "clone", "-q", "--depth", "1", repository.as_uri(), str(clone))
    insikt = Insikt(clone, capsys)
    for ref in ("origin/main", "HEAD~1"):
        code, _, err = insikt("lint", "--since", ref, lang="en")
        assert code == 2
        assert "fetch-depth: 0" in err
    git(clone, "fetch", "-q", "--depth", "1", "origin", "main:refs/remotes/origin/main")
    code, _, err = insikt("lint", "--since", "origin/main")
    assert code == 2, "both are there, and nothing between them"
    assert "fetch-depth: 0" in err
    assert insikt("lint", "--changed")[0] == 0, "the latest commit is there"
    git(clone, "fetch", "-q", "--unshallow")
    assert found(insikt, "--since", "origin/main") == [(TRIAL, "VO101")]


def test_nothing_in_common(insikt: Insikt, repository: Path) -> None:
    git(repository, "checkout", "-q", "--orphan", "annan")
    commit(repository, "another beginning")
    code, _, err = insikt("lint", "--since", "main", lang="en")
    assert code == 2
    assert "no commit in common" in err


def test_no_repository(insikt: Insikt) -> None:
    code, _, err = insikt("lint", "--changed", lang="en")
    assert code == 2
    assert "is in no git repository" in err
    assert "fatal" not in err


def test_no_git(insikt: Insikt, repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    code, _, err = insikt("lint", "--changed", lang="en")
    assert code == 2
    assert "Install git" in err


@pytest.mark.parametrize("word", ["rev-parse", "diff", "ls-files", "cat-file"])
def test_a_git_that_refuses(
    insikt: Insikt, repository: Path, monkeypatch: pytest.MonkeyPatch, word: str
) -> None:
    (repository / path_of(WAY)).unlink()
    run = subprocess.run

    def old(command: list[str], **options: object) -> object:
        if word in command:
            return subprocess.CompletedProcess(command, 129, b"", b"error: unknown option\nusage: git")
        return run(command, **options)

    monkeypatch.setattr(subprocess, "run", old)
    code, _, err = insikt("lint", "--changed", lang="en")
    assert code == 2
    assert "(git says: error: unknown option)\n" in err


def test_content_that_git_has_lost(insikt: Insikt, repository: Path) -> None:
    name = git(repository, "rev-parse", f"HEAD:{path_of(WAY)}")
    (repository / path_of(WAY)).unlink()
    lost = repository / ".git/objects" / name[:2] / name[2:]
    lost.chmod(0o600)
    lost.unlink()
    code, _, err = insikt("lint", "--changed", lang="en")
    assert code == 2
    assert "lacks the content" in err


def test_git_writes_nothing(insikt: Insikt, repository: Path) -> None:
    insikt("lint")
    os.utime(repository / path_of(WAY), (1, 1))
    (repository / path_of(TRIAL)).unlink()

    def state() -> dict[Path, bytes]:
        return {path: path.read_bytes() for path in (repository / ".git").rglob("*") if path.is_file()}

    before = state()
    assert {record for record, _ in found(insikt, "--changed")} == set()
    assert state() == before


def test_the_past_is_read_only_where_it_matters(
    insikt: Insikt, repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[str] = []
    parse = entry.parse

    def noted(path: str, *rest: object) -> object:
        read.append(path)
        return parse(path, *rest)  # type: ignore[arg-type]

    insikt("lint")
    monkeypatch.setattr(entry, "parse", noted)
    edit(repository, TRIAL, lambda text: text.replace("pågående", "fel"))
    insikt("lint", "--changed")
    assert read == [path_of(TRIAL)] * 2, "as it is, and as it was"
    read.clear()
    insikt("lint", "--changed", "insights/exempelkoping")
    assert read == [path_of(TRIAL)], "as it was"
    monkeypatch.setattr(build, "create", lambda *_: pytest.fail("everything was read"))
    (repository / path_of("pahittsala/gammalt-fel")).unlink()
    monkeypatch.setattr(difference, "blobs", lambda *_: pytest.fail("the past was read"))
    assert found(insikt, "--changed") == [(TRIAL, "VO101")], "nothing is wrong elsewhere"


def test_the_index_stays_that_of_the_disk(insikt: Insikt, repository: Path) -> None:
    (repository / path_of(WAY)).unlink()
    (repository / "insikt.yaml").write_text(SETTINGS + "språk: sv\n", encoding="utf-8")
    everything = found(insikt)
    assert len(found(insikt, "--changed")) == 2
    assert found(insikt) == everything
    assert (ALIKE, "LI101") in everything


def test_hints(insikt: Insikt, repository: Path) -> None:
    assert insikt("lint", "--changed", "--hints")[:2] == (0, "")
    edit(
        repository,
        TRIAL,
        lambda text: text.replace("Öppet", "Stängt"),
    )
    _, _, err = insikt("lint", "--changed", lang="en")
    assert "1 record, nothing" in err
    edit(repository, TRIAL, lambda text: text.replace(f"bygger-på: [{WAY}]\n", ""))
    _, out, _ = insikt("lint", "--changed", "--hints", "--output-format", "concise")
    assert f"{path_of(TRIAL)}:1:6 LI105" in out
    assert {line.split(":")[0] for line in out.splitlines()} <= {path_of(TRIAL), path_of(WAY)}, (
        "what it was built on may have lost its only use"
    )
    assert insikt("lint", "--changed", "--strict")[0] == 1
    assert "1 hint " in insikt("lint", "--changed", lang="en")[2]


def test_what_is_known_and_what_the_branch_does(insikt: Insikt, repository: Path) -> None:
    write_workspace(repository, {"pahittsala/ny-lank": RECORDS[ALIKE].replace("Föräldrar", "Mammor")})
    edit(repository, ALIKE, lambda text: text.replace("[exempelkoping/en-vag-in]", "[aby/finns-inte]"))
    insikt("lint", "--write-baseline")
    commit(repository, "what is known")
    edit(repository, ALIKE, lambda text: text + "# x\n")
    assert found(insikt, "--changed") == [], "known, in a file that the branch touches"
    assert (ALIKE, "LI101") in found(insikt, "--changed", "--no-baseline")
    edit(
        repository, "pahittsala/gammalt-fel", lambda text: text.replace("lika: [pahittsala/finns-inte]\n", "")
    )
    assert found(insikt, "--changed") == [("insikt-baseline.txt:6:1", "BA101")], "the branch mended something"
    assert insikt("lint", "--prune-baseline")[0] == 0
    assert found(insikt, "--changed") == []
    commit(repository, "pruned")
    listed = repository / "insikt-baseline.txt"
    listed.write_text(
        "".join(
            line
            for line in listed.read_text(encoding="utf-8").splitlines(keepends=True)
            if "LI101" not in line
        ),
        encoding="utf-8",
    )
    assert found(insikt, "--changed") == [(ALIKE, "LI101")], "the branch calls it unknown"
    listed.unlink()
    assert found(insikt, "--changed", "--ignore", "DU") == [
        (ALIKE, "LI101"),
        ("pahittsala/gammalt-fel", "VO101"),
    ]
    (repository / path_of(WAY)).unlink()
    git(repository, "checkout", "-q", "insikt-baseline.txt")
    assert found(insikt, "--changed") == [(TRIAL, "LI101"), ("pahittsala/ny-lank", "LI101")]


def test_one_more_of_what_is_known_shows_only_the_new_one(insikt: Insikt, repository: Path) -> None:
    edit(repository, TRIAL, lambda text: text.replace(f"[{WAY}]", f"[aby/finns-inte, {WAY}]"))
    insikt("lint", "--write-baseline")
    commit(repository, "what is known")
    (repository / path_of(WAY)).unlink()
    _, out, _ = insikt("lint", "--changed", "--output-format", "concise", lang="en")
    assert [line.split(" ")[0] for line in out.splitlines()] == [
        f"{path_of(TRIAL)}:5:29",
        f"{path_of(ALIKE)}:9:8",
    ]
    assert "(Known from before in this field: 1.)" in out


@pytest.mark.parametrize("output_format", ["text", "json", "github", "gitlab", "sarif", "junit"])
def test_every_format(insikt: Insikt, repository: Path, output_format: str) -> None:
    (repository / path_of(WAY)).unlink()
    code, out, _ = insikt("lint", "--changed", "--output-format", output_format)
    assert code == 1
    assert out.count(WAY) >= 2
    assert "gammalt-fel" not in out
    assert insikt("lint", "--changed", "--exit-zero")[0] == 0


def test_a_path_outside_the_workspace(insikt: Insikt, repository: Path, tmp_path: Path) -> None:
    for path, said in ((str(tmp_path), "outside the workspace"), ("finns-inte", "no file or folder")):
        code, _, err = insikt("lint", "--changed", path, lang="en")
        assert code == 2
        assert said in err


def test_from_a_folder_below_and_through_a_link(
    repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (repository / path_of(WAY)).unlink()
    monkeypatch.chdir(repository / "insights/pahittsala")
    assert main(["lint", "--changed", ".", "--output-format", "concise"]) == 1
    assert [line.split(":")[0] for line in capsys.readouterr().out.splitlines()] == [path_of(ALIKE)]
    try:
        (tmp_path / "länk").symlink_to(repository, target_is_directory=True)
    except OSError:
        pytest.skip("no links here")
    linked = tmp_path / "länk/insights/pahittsala"
    assert main(["lint", "--changed", str(linked), "--output-format", "concise"]) == 1
    assert [line.split(":")[0] for line in capsys.readouterr().out.splitlines()] == [path_of(ALIKE)]


def test_a_difference_in_words(repository: Path) -> None:
    (repository / path_of(WAY)).unlink()
    found = difference.difference(repository, "main")
    assert found.commit == git(repository, "rev-parse", "main")
    assert set(found.touched) == {path_of(WAY)}
    assert found.touches(path_of(WAY))
    assert not found.touches(path_of(TRIAL))
    assert difference.contents(found) == {path_of(WAY): RECORDS[WAY].encode()}
    with pytest.raises(InsiktError):
        difference.difference(repository, "finns-inte")


@pytest.mark.parametrize("how", [["--changed"], ["--since", "main"], ["--since", ""]])
def test_a_workspace_that_lies_below_is_named_as_a_path(
    insikt: Insikt, workspace: Path, how: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    top = workspace.parent
    git(top, "init", "-q", "-b", "main")
    commit(top)
    new = workspace / path_of("pahittsala/nytt-fel")
    new.write_text(OLD_FAULT, encoding="utf-8")
    monkeypatch.chdir(top)
    how = [each or git(top, "rev-parse", "HEAD") for each in how]
    insikt.capsys.readouterr()
    code = main(["lint", workspace.name, *how, "--output-format", "json", "--lang", "en"])
    paths = {each["path"] for each in json.loads(insikt.capsys.readouterr().out)}
    assert code == 1
    assert paths == {f"{workspace.name}/{path_of('pahittsala/nytt-fel')}"}
    assert main(["lint", str(workspace), "--write-baseline", "--lang", "en"]) == 0
    assert (workspace / "insikt-baseline.txt").exists()
    assert not (top / "insikt-baseline.txt").exists()


@pytest.mark.parametrize("how", [["--changed"], ["--since", "main"]])
@pytest.mark.parametrize("path", [".", "data", "data/insights", "data/insights/exempelkoping/a.yaml"])
def test_a_workspace_below_another_is_asked_itself(
    repository: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    path: str,
    how: list[str],
) -> None:
    write_workspace(repository / "data", {"exempelkoping/a": RECORDS["pahittsala/far-inte-veta"]})
    commit(repository)
    git(repository, "branch", "-qf", "main")
    edit(repository / "data", "exempelkoping/a", lambda text: text + "grupper: [nejnej]\n")
    monkeypatch.chdir(repository / "data" if path == "." else repository)
    assert main(["lint", path, *how, "--output-format", "concise", "--lang", "en"]) == 1
    [line] = capsys.readouterr().out.splitlines()
    before = "" if path == "." else "data/"
    assert line.startswith(f"{before}{path_of('exempelkoping/a')}:6:11 VO101 ")
    monkeypatch.chdir(repository)
    assert main(["lint", path, "--write-baseline", "--lang", "en"]) == 0
    assert (repository / "data/insikt-baseline.txt").exists() == (path != ".")


def test_what_is_no_record_of_the_workspace_is_not_passed_over(insikt: Insikt, repository: Path) -> None:
    write_workspace(repository / "under/data", {"exempelkoping/a": "typ: insigt\n"})
    (repository / "lös.yaml").write_text("typ: insigt\n", encoding="utf-8")
    for paths in (["under"], ["lös.yaml"], ["insights", "under/data"]):
        code, out, err = insikt("lint", *paths, "--since", "main", lang="en")
        assert (code, out) == (2, "")
        assert f"{paths[-1]} holds nothing of the workspace" in err


def test_a_clone_without_contents_is_not_filled_from_elsewhere(
    repository: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    git(repository, "config", "uploadpack.allowFilter", "true")
    clone = tmp_path / "tunn"
    git(tmp_path, "clone", "-q", "--filter=blob:none", repository.as_uri(), str(clone))
    edit(repository, TRIAL, lambda text: text.replace("pågående", "fel"))
    commit(repository)
    git(clone, "fetch", "-q", "origin")
    name = git(clone, "rev-parse", f"origin/HEAD:{path_of(TRIAL)}")
    git(clone, "update-ref", "HEAD", "origin/HEAD")
    (clone / path_of(TRIAL)).unlink()
    code, _, err = Insikt(clone, capsys)("lint", "--changed", lang="en")
    assert code == 2
    assert "lacks some of its contents" in err
    assert "warning" not in err
    monkeypatch.setenv("GIT_ALLOW_PROTOCOL", "none")
    with pytest.raises(subprocess.CalledProcessError):
        git(clone, "cat-file", "-e", name)


@pytest.mark.parametrize("command", [["lint", "--changed"], ["query", "--at", "HEAD"]])
def test_all_questions_to_git_are_asked_in_one_way(
    insikt: Insikt, repository: Path, monkeypatch: pytest.MonkeyPatch, command: list[str]
) -> None:
    (repository / path_of(WAY)).unlink()
    monkeypatch.setenv("GIT_DIR", ".git/elsewhere")
    asked: list[dict[str, str]] = []
    run = subprocess.run

    def noted(words: list[str], **options: Any) -> object:
        asked.append(options["env"])
        assert words[:3] == ["git", "--no-optional-locks", "--literal-pathspecs"]
        return run(words, **options)

    monkeypatch.setattr(subprocess, "run", noted)
    assert insikt(*command)[0] in (0, 1)
    assert asked
    assert all("GIT_DIR" not in each and each["GIT_NO_LAZY_FETCH"] == "1" for each in asked)
