"""Writing: what is written is what is read back, and a file is there whole or not at all."""

import errno
import os
import time
import unicodedata
from pathlib import Path

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML

from conftest import ROOT, Insikt
from insiktskarta.files import exact, write
from insiktskarta.files.compose import record_text
from insiktskarta.files.decode import decoded
from insiktskarta.files.fast import fast
from insiktskarta.model.errors import InsiktError

AWKWARD = [
    "no",
    "Ja: nej",
    "# inte en kommentar",
    "a #b",
    "a: b",
    "a:",
    "- a",
    "-",
    "?0",
    "0?",
    "0180",
    "1e3",
    "1_000",
    "12:30",
    "0b1",
    "0o7",
    "2024",
    "2024-10-23",
    "null",
    "~",
    "y",
    "true",
    ".inf",
    "=",
    "<<",
    "*a",
    "&a",
    "!a",
    "%a",
    "@a",
    "`a`",
    "[a]",
    "{a}",
    "a, b",
    "a]",
    "'",
    '"',
    "\\",
    "\\n",
    "---",
    "...",
    "a\tb",
    " a",
    "a ",
    "a\n",
    "a\n\nb",
    "a\n b",
    "a \nb",
    "\n",
    "👵🏽 Äldre",
    "a\u00a0b",
    "a\u202fb",
    "é",
    "x" * 200,
    "ord " * 60 + "slut",
    "två  mellanslag " * 20 + "slut",
    "http://exempel.se/#a",
    "R&D",
    "|",
    ">",
    ">-",
]
SIGNS = st.characters(
    codec="utf-8",
    exclude_categories=("Cc", "Cs", "Cn"),
    exclude_characters="\u2028\u2029\ufeff\ufffe\uffff",
)
TEXTS = st.one_of(
    st.sampled_from(AWKWARD),
    st.text(SIGNS | st.sampled_from(" \n:#-'\"|>{}[]&*!%@`,?\u00a0\t"), min_size=1, max_size=150),
    st.lists(st.sampled_from([*AWKWARD, " ", "  ", "\n", "ord"]), min_size=2, max_size=30).map("".join),
).map(lambda text: unicodedata.normalize("NFC", text))


@settings(max_examples=300, deadline=None)
@example("0?")
@given(TEXTS)
def test_every_text_comes_back_as_it_was_with_every_reader(text: str) -> None:
    content = {"typ": "insikt", "rubrik": "x", "insikt": text, "citat": [text, "b"], "källa": {"länk": text}}
    if "\n" not in text:
        content["rubrik"] = text
    written = record_text(content)
    as_text, problems = decoded(written.encode("utf-8"))
    assert as_text == written
    assert not problems
    assert exact.read(written).value == content
    assert not exact.read(written).problems
    assert fast(written) in (None, content)
    assert yaml.safe_load(written) == content
    assert YAML(typ="safe", pure=True).load(written) == content


def test_the_style_is_that_of_the_real_material() -> None:
    paths = sorted((ROOT / "insights").glob("*/*.yaml"))
    assert paths
    for path in paths:
        text, mark, number = path.read_text(encoding="utf-8").rpartition("# inventering: ")
        assert (mark, number.count("\n")) == ("# inventering: ", 1)
        assert record_text(exact.read(text).value) == text, path


def test_whole_numbers_stay_numbers() -> None:
    assert "\nantal: 12\n" in record_text({"typ": "insiktsarbete", "antal": 12})


def write_one(root: Path, text: str = "x\n", stem: str = "a") -> str:
    return write.write_new(root, "exempelkoping", stem, text).relative_to(root).as_posix()


def left_behind(root: Path) -> list[Path]:
    return [path for path in root.rglob("*") if path.name.startswith(".new-")]


def test_the_next_free_name_is_taken(tmp_path: Path) -> None:
    names = [write_one(tmp_path, f"{number}\n") for number in range(3)]
    assert names == [f"insights/exempelkoping/a{end}.yaml" for end in ("", "-2", "-3")]
    assert [(tmp_path / name).read_text() for name in names] == ["0\n", "1\n", "2\n"]
    assert left_behind(tmp_path) == []


def test_the_spare_lies_outside_the_records_and_outside_git(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = []
    monkeypatch.setattr(Path, "hardlink_to", lambda path, spare: (seen.append(spare), path.touch()))
    write_one(tmp_path)
    assert [spare.parent for spare in seen] == [tmp_path / ".insikt"]
    assert (tmp_path / ".insikt/.gitignore").read_text() == "*\n"


def no_links(path: Path, spare: Path) -> None:
    raise OSError(errno.EPERM, "no hard links here")


def other_disk(path: Path, spare: Path) -> None:
    raise OSError(errno.EXDEV, "another disk")


@pytest.mark.parametrize("refusal", [no_links, other_disk])
def test_a_disk_without_hard_links(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, refusal) -> None:
    monkeypatch.setattr(Path, "hardlink_to", refusal)
    assert [write_one(tmp_path), write_one(tmp_path)] == [
        "insights/exempelkoping/a.yaml",
        "insights/exempelkoping/a-2.yaml",
    ]
    assert left_behind(tmp_path) == []


def test_a_disk_without_hard_links_and_locks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fcntl = pytest.importorskip("fcntl")

    def refused(*_: object) -> None:
        raise OSError(errno.ENOLCK, "no locks here")

    monkeypatch.setattr(Path, "hardlink_to", no_links)
    monkeypatch.setattr(fcntl, "flock", refused)
    assert write_one(tmp_path) == "insights/exempelkoping/a.yaml"


def test_windows_never_replaces(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rename = Path.rename

    def refusing(spare: Path, path: Path) -> Path:
        if path.exists():
            raise FileExistsError(errno.EEXIST, "taken")
        return rename(spare, path)

    monkeypatch.setattr(write, "_WINDOWS", True)
    monkeypatch.setattr(Path, "rename", refusing)
    monkeypatch.setattr(Path, "hardlink_to", no_links)
    assert [write_one(tmp_path), write_one(tmp_path)] == [
        "insights/exempelkoping/a.yaml",
        "insights/exempelkoping/a-2.yaml",
    ]
    assert left_behind(tmp_path) == []


def test_without_a_place_for_spares_they_lie_beside_the_record(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / ".insikt").write_text("a file in the way", encoding="utf-8")
    assert write_one(tmp_path) == "insights/exempelkoping/a.yaml"
    (tmp_path / ".insikt").unlink()
    monkeypatch.setattr(os, "access", lambda *_: False)
    assert write_one(tmp_path) == "insights/exempelkoping/a-2.yaml"
    assert left_behind(tmp_path) == []


def test_what_a_killed_run_left_goes_after_a_day(tmp_path: Path) -> None:
    write_one(tmp_path)
    old, new = (tmp_path / ".insikt" / f".new-{name}.tmp" for name in ("old", "new"))
    for path in (old, new):
        path.write_text("ring Anna", encoding="utf-8")
    yesterday = time.time() - 100_000
    os.utime(old, (yesterday, yesterday))
    write_one(tmp_path)
    assert left_behind(tmp_path) == [new]


@pytest.mark.parametrize(
    ("refusal", "words"),
    [
        (OSError(errno.ENOSPC, "full"), "disk is full"),
        (OSError(errno.ENAMETOOLONG, "long"), "too long"),
        (PermissionError(errno.EACCES, "no"), "open in another program"),
    ],
)
def test_what_the_system_refuses_is_said_and_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, refusal: OSError, words: str
) -> None:
    def refused(*_: object) -> None:
        raise refusal

    monkeypatch.setattr(os, "fsync", refused)
    with pytest.raises(InsiktError, match=words):
        write_one(tmp_path)
    with pytest.raises(InsiktError, match=words):
        write.replace(tmp_path / "rapport.md", "x")
    assert left_behind(tmp_path) == []
    assert not (tmp_path / "rapport.md").exists()


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    (tmp_path / "karta.png").mkdir()
    with pytest.raises(InsiktError, match="is a folder"):
        write.replace_bytes(tmp_path / "karta.png", b"x")
    assert left_behind(tmp_path) == []


def test_replacing_keeps_the_old_until_the_new_is_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "nytt" / "rapport.md"
    write.replace(path, "gammalt\n")

    def refused(*_: object) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(os, "fsync", refused)
    with pytest.raises(InsiktError):
        write.replace(path, "nytt\n")
    assert path.read_bytes() == b"gammalt\n"


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such permissions")
def test_files_are_for_everybody_whom_the_umask_lets_in(tmp_path: Path) -> None:
    mask = os.umask(0o027)
    try:
        path = tmp_path / write_one(tmp_path)
        assert path.stat().st_mode & 0o777 == 0o640
        assert os.umask(0o027) == 0o027
    finally:
        os.umask(mask)


needs_links = pytest.mark.skipif(os.name == "nt", reason="Windows lets only administrators make links")


@needs_links
@pytest.mark.parametrize("there", [True, False])
def test_a_link_stays_a_link_and_what_it_leads_to_is_written(tmp_path: Path, there: bool) -> None:
    target = tmp_path / "delat" / "rapport.md"
    target.parent.mkdir()
    if there:
        target.write_text("gammalt\n", encoding="utf-8")
        target.chmod(0o600)
    (tmp_path / "mellan.md").symlink_to(target)
    link = tmp_path / "rapport.md"
    link.symlink_to("mellan.md")
    write.replace(link, "nytt\n")
    assert link.is_symlink()
    assert (tmp_path / "mellan.md").is_symlink()
    assert target.read_bytes() == b"nytt\n"
    assert not there or target.stat().st_mode & 0o777 == 0o600, "what was private stays private"
    assert [path.name for path in target.parent.iterdir()] == ["rapport.md"]


@needs_links
@pytest.mark.parametrize("target", ["rapport.md", "finns-inte/rapport.md", "karta"])
def test_a_link_that_leads_to_no_file_is_said_and_stays(tmp_path: Path, target: str) -> None:
    (tmp_path / "karta").mkdir()
    link = tmp_path / "rapport.md"
    link.symlink_to(target)
    with pytest.raises(InsiktError):
        write.replace(link, "nytt\n")
    assert str(link.readlink()) == target
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["karta", "rapport.md"]


@needs_links
def test_a_pipe_is_written_to_and_stays(tmp_path: Path) -> None:
    pipe = tmp_path / "rör"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        write.replace(pipe, "nytt\n")
        assert os.read(reader, 100) == b"nytt\n"
    finally:
        os.close(reader)
    assert pipe.is_fifo()


def test_a_protected_file_stays(tmp_path: Path) -> None:
    path = tmp_path / "rapport.md"
    path.write_bytes(b"gammalt\n")
    path.chmod(0o444)
    with pytest.raises(InsiktError, match="write-protected"):
        write.replace(path, "nytt\n")
    assert path.read_bytes() == b"gammalt\n"


@needs_links
@pytest.mark.parametrize(
    "command",
    [
        ["map", "-o", "ut"],
        ["report", "-o", "ut"],
        ["figure", "gap-matrix", "-o", "ut"],
        ["figure", "gap-matrix", "-o", "bild.svg", "--table", "ut"],
        ["lint", "--write-baseline", "--baseline", "ut"],
    ],
)
def test_every_command_follows_a_link(insikt: Insikt, command: list[str]) -> None:
    suffix = {"map": ".svg", "report": ".md", "lint": ".txt"}.get(command[0], ".svg")
    suffix = ".csv" if "--table" in command else suffix
    link, target = insikt.root / f"ut{suffix}", insikt.root / f"mål{suffix}"
    link.symlink_to(target)
    words = [str(link) if word == "ut" else word for word in command]
    words = [str(insikt.root / word) if word == "bild.svg" else word for word in words]
    assert insikt(*words)[0] == 0
    assert link.is_symlink()
    assert target.read_bytes()
