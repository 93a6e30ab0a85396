"""Links that lead out of the workspace and its repository: said to do so, and neither read nor written through."""

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from conftest import RECORDS, Insikt, write_workspace
from insiktskarta.cli import ask, console, main
from insiktskarta.files import unchanged

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows lets only administrators make links")

SECRET = b"hemligt: ett tvatre   \nb: 2   \n"
GOOD = RECORDS["pahittsala/far-inte-veta"]


@pytest.fixture
def outside(tmp_path: Path) -> Path:
    """A folder beside the workspace with a file that is nobody's record."""
    folder = tmp_path / "utanför"
    folder.mkdir()
    (folder / "deploy.yaml").write_bytes(SECRET)
    return folder


def found(insikt: Insikt, *options: str) -> list[str]:
    """Path, place and code of each finding."""
    code, out, err = insikt("lint", *options, "--output-format", "concise", lang="en")
    assert code == bool(out), err
    assert "tvatre" not in out + err
    return [" ".join(line.split(" ")[:2]) for line in out.splitlines()]


@pytest.mark.parametrize("path", ["insights/länk", "insights/aby/länk", "insights/aby/länk.yaml"])
@pytest.mark.parametrize("file", [False, True])
def test_a_link_out_is_said_and_left(insikt: Insikt, outside: Path, path: str, file: bool) -> None:
    link = insikt.root / path
    link.parent.mkdir(exist_ok=True)
    link.symlink_to(outside / "deploy.yaml" if file else outside)
    said = [f"{path} FO104"]
    if file and not path.endswith(".yaml"):
        said = []  # it would not be read by its name either
    assert found(insikt) == said
    assert found(insikt, "--fix") == said
    assert found(insikt, "--hints", "--select", "FO104") == said
    assert (outside / "deploy.yaml").read_bytes() == SECRET
    _, out, _ = insikt("lint", lang="en")
    assert "leads out of the workspace" in out or not said
    link.unlink()
    assert found(insikt) == []


def test_all_records_behind_a_link_out(insikt: Insikt, outside: Path) -> None:
    (insikt.root / "insights").rename(outside / "insights")
    (insikt.root / "insights").symlink_to(outside / "insights", target_is_directory=True)
    assert found(insikt) == ["insights FO104"]
    assert insikt("query", "--count")[1].strip() in ("", "0")


@pytest.mark.parametrize("path", ["insights/länk/deploy.yaml", "insights/länk"])
def test_who_asks_about_what_lies_behind_is_told(insikt: Insikt, outside: Path, path: str) -> None:
    (insikt.root / "insights/länk").symlink_to(outside, target_is_directory=True)
    assert found(insikt, str(insikt.root / path)) == ["insights/länk FO104"]
    assert found(insikt, str(insikt.root / "insights/pahittsala")) == []


def test_links_within_the_workspace_are_read(insikt: Insikt, outside: Path) -> None:
    shared = insikt.root / "delat"
    shared.mkdir()
    (shared / "fel.yaml").write_text(GOOD.replace("varför", "hur") + "grupper: [nej]\n", encoding="utf-8")
    (insikt.root / "insights/aby").symlink_to("../delat", target_is_directory=True)
    (insikt.root / "insights/pahittsala/lank.yaml").symlink_to(shared / "fel.yaml")
    seen = found(insikt, "--select", "VO")
    assert seen == ["insights/aby/fel.yaml:6:11 VO101", "insights/pahittsala/lank.yaml:6:11 VO101"]
    # A link to a link ends where the last one leads.
    (shared / "ut").symlink_to(insikt.root.parent, target_is_directory=True)
    (insikt.root / "insights/ut").symlink_to(f"../delat/ut/{outside.name}", target_is_directory=True)
    assert found(insikt, "--select", "FO104") == ["insights/aby/ut FO104", "insights/ut FO104"]


def test_links_within_the_repository_are_read_but_none_to_what_is_hidden(
    insikt: Insikt, tmp_path: Path
) -> None:
    subprocess.run(["git", "init", "-q", tmp_path], check=True)
    beside = tmp_path / "delat"
    write_workspace(beside, {"aby/fel": GOOD.replace("varför", "hur") + "grupper: [nej]\n"})
    (insikt.root / "insights/aby").symlink_to(beside / "insights/aby", target_is_directory=True)
    assert found(insikt) == ["insights/aby/fel.yaml:6:11 VO101"]
    (tmp_path / ".env").write_bytes(SECRET)
    for name, target in (("a", ".git/config"), ("b", ".env")):
        (insikt.root / f"insights/pahittsala/{name}.yaml").symlink_to(tmp_path / target)
    assert found(insikt, "--select", "FO104") == [
        "insights/pahittsala/a.yaml FO104",
        "insights/pahittsala/b.yaml FO104",
    ]


@pytest.mark.parametrize("name", ["insikt.yaml", "insikt-baseline.txt"])
@pytest.mark.parametrize("options", [[], ["--since", "HEAD"], ["insights"], ["--write-baseline"]])
def test_settings_and_baseline_behind_a_link_out(
    insikt: Insikt, outside: Path, name: str, options: list[str]
) -> None:
    subprocess.run(["git", "init", "-q", insikt.root], check=True)
    (insikt.root / name).unlink(missing_ok=True)
    (insikt.root / name).symlink_to(outside / "deploy.yaml")
    code, out, err = insikt("lint", *options, lang="en")
    assert (code, out) == (2, "")
    assert f"{name} is a link that leads out of the workspace" in err
    assert "tvatre" not in err
    assert (outside / "deploy.yaml").read_bytes() == SECRET


@pytest.mark.parametrize("name", ["insikt.yaml", "insikt-baseline.txt"])
def test_settings_and_baseline_that_are_pipes(insikt: Insikt, name: str) -> None:
    (insikt.root / name).unlink(missing_ok=True)
    os.mkfifo(insikt.root / name)
    for options in ([], ["insights"], ["--write-baseline"]):
        code, out, err = insikt("lint", *options, lang="en")
        assert (code, out) == (2, "")
        assert f"{name} is a pipe or a device" in err


def test_files_below_a_folder_that_is_no_workspace(
    tmp_path: Path, outside: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "lösa"
    folder.mkdir()
    (folder / "a.yaml").symlink_to(outside / "deploy.yaml")
    (folder / "b.yaml").write_text(GOOD, encoding="utf-8")
    (folder / "c.yaml").symlink_to("b.yaml")
    monkeypatch.chdir(tmp_path)
    assert main(["lint", "lösa", "--output-format", "concise", "--lang", "en"]) == 1
    [line] = capsys.readouterr().out.splitlines()
    assert line.startswith("lösa/a.yaml FO104 ")


def test_a_branch_that_brings_a_link_out(insikt: Insikt, outside: Path) -> None:
    who = ["-c", "user.name=n", "-c", "user.email=a@example.com"]
    for words in (["init", "-qb", "main"], ["add", "-A"], [*who, "commit", "-qm", "x"]):
        subprocess.run(["git", *words], cwd=insikt.root, check=True)
    (insikt.root / "insights/länk").symlink_to(outside, target_is_directory=True)
    assert found(insikt, "--changed") == ["insights/länk FO104"]
    for words in (["switch", "-qc", "gren"], ["add", "-A"], [*who, "commit", "-qm", "x"]):
        subprocess.run(["git", *words], cwd=insikt.root, check=True)
    assert found(insikt, "--since", "main") == ["insights/länk FO104"]


@pytest.mark.parametrize("inside", [False, True])
def test_an_index_is_written_through_no_link(
    insikt: Insikt, outside: Path, monkeypatch: pytest.MonkeyPatch, inside: bool
) -> None:
    target = insikt.root / "annan" if inside else outside
    target.mkdir(exist_ok=True)
    (target / "index.sqlite").write_bytes(b"")
    os.utime(target / "index.sqlite", (0, 0))
    before = sorted(target.iterdir())
    (insikt.root / ".insikt").symlink_to(target, target_is_directory=True)
    monkeypatch.chdir(insikt.root)
    monkeypatch.setattr(unchanged, "_RACY", -60_000_000_000)  # as if a minute had passed
    assert found(insikt) == []
    assert main(["lint"]) == 0
    assert insikt("query")[0] == 0
    assert sorted(target.iterdir()) == before


WRITTEN = [
    word
    for name, value in {
        "organisation": "aby",
        "rubrik": "Unga vill ha tid",
        "insikt": "Unga orkar fråga en gång.",
        "perspektiv": "invånare",
        "röst": "egen",
    }.items()
    for word in (f"--{name}", value)
]


@pytest.mark.parametrize("whole", [False, True])
@pytest.mark.parametrize("there", [True, False])
def test_no_record_is_written_behind_a_link_out(
    insikt: Insikt, outside: Path, whole: bool, there: bool
) -> None:
    target = outside / "mapp"
    if there:
        target.mkdir()
    name = "insights" if whole else "insights/aby"
    if whole:
        (insikt.root / name).rename(insikt.root / "undan")
    (insikt.root / name).symlink_to(target, target_is_directory=True)
    code, out, err = insikt("add", *WRITTEN)
    assert (code, out) == (2, "")
    assert f"--organisation: {name}: FO104 " in err
    assert "länk" in err
    assert list(target.rglob("*")) == []
    assert sorted(path.name for path in outside.iterdir()) == ["deploy.yaml", *["mapp"] * there]


def test_a_person_who_answers_may_choose_another_organisation(
    insikt: Insikt, outside: Path, answers: Callable[..., list[str]]
) -> None:
    (insikt.root / "insights/aby").symlink_to(outside, target_is_directory=True)
    answers("Åby", "Påhittsala", "", "", "", "j")
    code, out, err = insikt("add", *WRITTEN[2:])
    assert code == 0
    assert "insights/aby: FO104" in err
    assert "Sparad: insights/pahittsala/unga-vill-ha-tid.yaml" in out
    assert [path.name for path in outside.iterdir()] == ["deploy.yaml"]


def test_a_folder_that_became_a_link_out_while_somebody_answered(
    insikt: Insikt, outside: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def agreed(*_: object) -> bool:
        (insikt.root / "insights/aby").symlink_to(outside, target_is_directory=True)
        return True

    monkeypatch.setattr(console, "somebody", lambda: True)
    monkeypatch.setattr(console, "ask", lambda *_: "")
    monkeypatch.setattr(ask, "agreed", agreed)
    code, out, err = insikt("add", *WRITTEN)
    assert code == 2
    assert "Sparad" not in out
    assert "insights/aby: FO104" in err
    assert [path.name for path in outside.iterdir()] == ["deploy.yaml"]


def test_a_record_is_written_behind_a_link_within_the_workspace(insikt: Insikt) -> None:
    (insikt.root / "delat").mkdir()
    (insikt.root / "insights/aby").symlink_to("../delat", target_is_directory=True)
    assert insikt("add", *WRITTEN)[0] == 0
    assert [path.name for path in (insikt.root / "delat").iterdir()] == ["unga-vill-ha-tid.yaml"]
