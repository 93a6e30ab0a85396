"""Every shell example of the pages that a newcomer reads, run as on a fresh clone: each ends well."""

import re
import shlex
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from conftest import ROOT
from git_workspace import keep, start
from insiktskarta.cli import main, viewer

PAGES = ["README.md", "README.sv.md", "docs/kom-igang.md"]
BLOCK = re.compile(r"^```\n(.*?)^```$", re.MULTILINE | re.DOTALL)
# What `insikt add` is told: organisation, heading, insight, circle, group, whose words, shift, nothing more, save.
PERSON = ["Grums", "En rubrik", "En invånare vill bli uppringd.", "3", "", "1", "", "", "j"]


def examples(page: str) -> list[str]:
    """The lines of the blocks that name no language, without what explains them, with what `&&` joins parted."""
    blocks = BLOCK.findall((ROOT / page).read_text(encoding="utf-8"))
    lines = [line.partition("  #")[0].strip() for block in blocks for line in block.splitlines()]
    return [each for line in lines if line for each in line.split(" && ")]


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """The records of this repository in one that has a single version, made today, as a shallow clone has."""
    folder = tmp_path / "klon"
    start(folder)
    shutil.copytree(ROOT / "insights", folder / "insights")
    for name in ("insikt.yaml", "Makefile"):
        shutil.copy(ROOT / name, folder)
    keep(folder, "2026-11-24")
    return folder


@pytest.fixture
def run(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], answers: Callable[..., list[str]]
) -> Callable[[str], tuple[int, str]]:
    """Run one line as a shell would, from the folder that the lines before it have led to."""
    monkeypatch.setattr(viewer, "_opened", lambda _: True)

    def one(line: str) -> tuple[int, str]:
        name, *words = shlex.split(line)
        if name == "mkdir":
            Path(words[-1]).mkdir(parents="-p" in words)
        elif name == "cd":
            monkeypatch.chdir(words[-1])
        elif name == "make":
            return int(f"\n{words[0]}:" not in Path("Makefile").read_text(encoding="utf-8")), line
        else:
            assert name == "insikt", line
            answers(*PERSON)
            code = main(words)
            return code, "".join(capsys.readouterr())
        return 0, ""

    return one


@pytest.mark.parametrize("page", PAGES)
def test_every_example_ends_well_on_a_fresh_clone(
    page: str,
    clone: Path,
    run: Callable[[str], tuple[int, str]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(clone)
    told = {line: run(line) for line in examples(page)}
    assert {line: said for line, (code, said) in told.items() if code} == {}
    assert any(line.startswith("insikt add") for line in told)
    assert len(told) > 10
