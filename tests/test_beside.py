"""A look at the files by a process beside: the same answer, whatever becomes of that process."""

import os
import pickle
import sys
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from insiktskarta.files import beside
from insiktskarta.files.beside import scan_beside
from insiktskarta.files.index import open_corpus
from insiktskarta.files.scan import Scan, scan

on_linux = pytest.mark.skipif(sys.platform != "linux", reason="only Linux lets a process go on as two")


def seen(found: Scan) -> dict[str, Any]:
    return {
        "files": found.files,
        "strays": found.strays,
        "misplaced": found.misplaced,
        "digest": found.digest,
    }


@pytest.fixture
def workspace(workspace: Path) -> Path:
    (workspace / "insights/lös.yaml").write_text("typ: insikt\n", encoding="utf-8")
    (workspace / "insights/exempelkoping/bild\n.txt").write_text("x", encoding="utf-8")
    return workspace


@on_linux
def test_the_answer_is_that_of_a_look_of_ones_own(workspace: Path) -> None:
    found = scan_beside(workspace)()
    assert seen(found) == seen(scan(workspace))
    assert len(found.files) == 5
    assert len(found.misplaced) == 1


@on_linux
def test_it_is_another_process_that_looks(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    looked: list[Path] = []
    monkeypatch.setattr(beside, "scan", lambda root: [looked.append(root), scan(root)][1])
    assert len(scan_beside(workspace)().files) == 5
    assert not looked


@on_linux
@pytest.mark.parametrize("how", ["raises", "dies", "is cut off", "is interrupted"])
def test_where_it_comes_to_grief_this_one_looks(
    workspace: Path, monkeypatch: pytest.MonkeyPatch, how: str
) -> None:
    here = os.getpid()

    def fails(root: Path) -> Scan:
        if os.getpid() == here:
            return scan(root)
        if how == "raises":
            raise OSError
        if how == "is interrupted":
            raise KeyboardInterrupt
        if how == "dies":
            os._exit(9)
        monkeypatch.setattr(pickle, "dumps", lambda _: b"\x80\x05")
        return scan(root)

    monkeypatch.setattr(beside, "scan", fails)
    assert seen(scan_beside(workspace)()) == seen(scan(workspace))


@on_linux
def test_where_nobody_listens_it_ends(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    hear: list[int] = []
    pipe = os.pipe
    monkeypatch.setattr(os, "pipe", lambda: [ends := pipe(), hear.append(ends[0])][0])
    monkeypatch.setattr(pickle, "dumps", lambda _: bytes(1 << 20))  # more than a pipe holds
    scan_beside(workspace)
    os.close(hear[0])
    assert os.wait()[1] == 0


def test_elsewhere_no_process_goes_on_as_two(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(os, "fork", None, raising=False)
    assert seen(scan_beside(workspace)()) == seen(scan(workspace))


@on_linux
def test_it_helps_where_all_is_new_and_only_there(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[Path] = []
    monkeypatch.setattr(beside, "scan_beside", lambda root: [asked.append(root), scan_beside(root)][1])
    for _ in range(2):
        with closing(open_corpus(workspace, processes=2)) as corpus:
            assert corpus.value("SELECT count(*) FROM record") == 5
    assert asked == [workspace]
