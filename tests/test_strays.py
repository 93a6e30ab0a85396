"""Files below insights/ that are no records are searched for personal data, as are all names."""

import os
import subprocess
from pathlib import Path

import pytest

from conftest import Insikt
from insiktskarta.files import stray
from insiktskarta.files.legible import is_text
from insiktskarta.files.scan import scan

TEXT = "anteckning: pnr 790620-2390\n"
NAMES = [
    "exempelkoping/under/a.yaml",
    "exempelkoping/a.yml",
    "exempelkoping/.dold.yaml",
    "exempelkoping/b.yaml.bak",
    "exempelkoping/intervju.txt",
    "exempelkoping/anteckningar",
    "exempelkoping/.gömd/under/a.txt",
    ".gömd/a.yaml",
    "los.yaml",
    "los.md",
    "exempelkoping/å\u00a0\u2013.csv",
]


def put(insikt: Insikt, name: str, content: str | bytes) -> Path:
    file = insikt.root / "insights" / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content.encode() if isinstance(content, str) else content)
    return file


def personal(insikt: Insikt, *options: str) -> list[str]:
    """Path, place and code of the findings about personal data; nothing secret is ever printed."""
    _, out, err = insikt("lint", "--select", "PD", "--output-format", "concise", *options)
    assert "2390" not in out + err
    return [line.split(": ")[0].removeprefix("insights/") for line in out.splitlines()]


@pytest.mark.parametrize("name", NAMES)
def test_every_file_is_searched_and_no_baseline_hides_it(insikt: Insikt, name: str) -> None:
    put(insikt, name, TEXT)
    assert insikt("lint", "--select", "PD")[0] == 1
    code, out, _ = insikt("lint", "--select", "PD101", "--output-format", "concise")
    assert code == 1
    assert len(out.splitlines()) == 1
    assert ":1:17" in out
    assert insikt("lint", "--write-baseline")[0] == 1
    assert not (insikt.root / "insikt-baseline.txt").exists()
    assert insikt("lint", "--write-baseline", "--ignore", "PD")[0] in (0, 1)
    assert insikt("lint")[0] == 1


@pytest.mark.parametrize(
    "name",
    [
        "exempelkoping/790620-2390.txt",
        "exempelkoping/790620-2390/läs.md",
        "790620-2390/läs.md",
        "exempelkoping/.790620-2390",
        "exempelkoping/790620-2390.png",
    ],
)
def test_every_name_is_searched(insikt: Insikt, name: str) -> None:
    put(insikt, name, b"\x89PNG\r\n")
    assert len(personal(insikt)) == 1


@pytest.mark.parametrize("name", ["790620-2390", "exempelkoping/790620-2390", "exempelkoping/a/790620-2390"])
def test_the_name_of_an_empty_folder_is_searched(insikt: Insikt, name: str) -> None:
    (insikt.root / "insights" / name).mkdir(parents=True)
    assert len(personal(insikt)) == 1


def test_a_stray_is_asked_nothing_else(insikt: Insikt) -> None:
    put(insikt, "exempelkoping/LÄS MIG.txt", "Hej  \r\n\tpå er")
    put(insikt, "exempelkoping/bild.jpg", b"\xff\xd8\xff\0790620-2390")
    put(insikt, ".gitkeep", "")
    put(insikt, "exempelkoping/Skärmbild kl. 10.00.00\u202fEM.png", b"\x89PNG\r\n")
    assert insikt("lint")[0] == 0


def test_a_later_run_sees_what_has_changed(insikt: Insikt, monkeypatch: pytest.MonkeyPatch) -> None:
    file = put(insikt, "exempelkoping/intervju.txt", TEXT)
    put(insikt, "exempelkoping/annat.txt", "inget")
    for each in (insikt.root / "insights").rglob("*"):
        os.utime(each, (1_600_000_000, 1_600_000_000))
    looked_at: list[str] = []
    real = stray.searched
    monkeypatch.setattr(stray, "searched", lambda path, *rest: looked_at.append(path) or real(path, *rest))
    assert len(personal(insikt)) == 1
    insikt("lint")
    looked_at.clear()
    assert len(personal(insikt)) == 1
    file.write_text("pnr 790620-2399\n" + TEXT, encoding="utf-8")
    assert len(personal(insikt)) == 2
    assert "insights/exempelkoping/annat.txt" not in looked_at or os.name == "nt"
    file.write_text("inget mer\n", encoding="utf-8")
    assert not personal(insikt)
    file.write_text(TEXT, encoding="utf-8")
    assert len(personal(insikt)) == 1
    file.unlink()
    assert not personal(insikt)


def test_a_clean_answer_is_not_told_again_when_a_stray_comes(insikt: Insikt) -> None:
    for _ in range(3):
        assert insikt("lint")[0] == 0
    put(insikt, "exempelkoping/.dold.txt", TEXT)
    assert insikt("lint")[0] == 1


def test_the_record_beside_a_stray_of_its_name_stays(insikt: Insikt) -> None:
    file = put(insikt, "exempelkoping/en-vag-in.yml", "x")
    insikt("lint")
    file.write_text("y", encoding="utf-8")
    insikt("lint")
    file.unlink()
    assert insikt("lint")[0] == 0
    assert "Unga vill ha en väg in" in insikt("show", "exempelkoping/en-vag-in")[1]


def test_a_comment_excuses_in_a_stray_too(insikt: Insikt) -> None:
    put(insikt, "exempelkoping/a.md", "Ring 054-12 34 56  # insikt: ignore PD202 -- kommunens växel\n")
    assert insikt("lint")[0] == 0


def test_an_editor_is_told_of_a_stray(insikt: Insikt, monkeypatch: pytest.MonkeyPatch) -> None:
    from insiktskarta.cli import console

    monkeypatch.setattr(console, "read", lambda _: TEXT.encode())
    for name in ("exempelkoping/intervju.txt", "exempelkoping/.dold.yaml", "los.yaml"):
        path = str(insikt.root / "insights" / name)
        code, out, _ = insikt("lint", "--stdin-filename", path, "--output-format", "concise")
        assert code == 1
        assert "PD101" in out


def test_what_a_branch_adds_is_shown(insikt: Insikt) -> None:
    put(insikt, "exempelkoping/gammal.txt", TEXT)
    for words in ("init -q -b main", "add -A", "-c user.name=n -c user.email=a@example.com commit -qm a"):
        subprocess.run(["git", *words.split()], cwd=insikt.root, check=True)
    assert insikt("lint", "--changed")[0] == 0
    put(insikt, "exempelkoping/ny.txt", TEXT)
    code, out, _ = insikt("lint", "--changed", "--output-format", "concise")
    assert (code, out.count("PD101"), out.count("ny.txt")) == (1, 1, 1)


@pytest.mark.parametrize("name", ["exempelkoping/stor.txt", "exempelkoping/stor.yaml"])
def test_what_cannot_be_searched_whole_is_never_known(insikt: Insikt, name: str) -> None:
    put(insikt, name, "a: b\n" * 60_000)
    for options in (["--select", "PD"], []):
        code, out, _ = insikt("lint", *options, "--output-format", "concise")
        assert (code, "YA105" in out) == (1, True)
    insikt("lint", "--write-baseline")
    baseline = insikt.root / "insikt-baseline.txt"
    assert "YA105" not in baseline.read_text(encoding="utf-8")
    assert insikt("lint")[0] == 1
    baseline.write_text(f"insights/{name} YA105 - 1\n", encoding="utf-8")
    code, out, _ = insikt("lint", "--output-format", "concise")
    assert (code, "YA105" in out, "BA103" in out) == (1, True, True)


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_links_lead_nowhere_else(insikt: Insikt, tmp_path_factory: pytest.TempPathFactory) -> None:
    outside = tmp_path_factory.mktemp("utanför")
    (outside / "under").mkdir()
    (outside / "under/b.txt").write_text(TEXT, encoding="utf-8")
    (outside / "a.txt").write_text(TEXT, encoding="utf-8")
    place = insikt.root / "insights"
    (place / "exempelkoping/mapp").symlink_to(outside, target_is_directory=True)
    (place / "exempelkoping/runt").symlink_to(place, target_is_directory=True)
    (place / "exempelkoping/.#a.yaml").symlink_to("kim@dator.exempel:1")
    (place / "lank").symlink_to(outside, target_is_directory=True)
    os.mkfifo(place / "exempelkoping/ror")
    (place / "exempelkoping/fil.txt").symlink_to(outside / "a.txt")
    assert personal(insikt) == []
    (place / "exempelkoping/790620-2390").symlink_to(outside, target_is_directory=True)
    assert len(personal(insikt)) == 1


def test_what_git_keeps_for_itself_is_left_alone(insikt: Insikt) -> None:
    put(insikt, "exempelkoping/.git/config", TEXT)
    assert not scan(insikt.root).strays
    assert personal(insikt) == []


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        (b"", True),
        (b"hej\n", True),
        ("hej\n".encode("utf-16"), True),
        ("hej på dig\n".encode("utf-16-be"), True),
        ("på\n".encode("cp1252"), True),
        (b"en\0 nolla i en lang text", True),
        (b"PK\x03\x04abc", False),
        (b"%PDF-1.7 790620", False),
        (bytes(range(32)) * 3, False),
    ],
)
def test_what_is_a_text(raw: bytes, text: bool) -> None:
    assert is_text(raw) == text
