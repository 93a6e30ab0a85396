"""lint --stdin-filename: what an editor pipes is judged in its workspace, and written nowhere."""

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import RECORDS, Insikt
from insiktskarta.files.decode import LARGEST
from insiktskarta.model.baseline import FILE

TRIAL = "insights/exempelkoping/kvallsoppet.yaml"
TEXT = RECORDS["exempelkoping/kvallsoppet"]


@pytest.fixture
def pipe(insikt: Insikt, monkeypatch: pytest.MonkeyPatch):
    """Pipe bytes as a file: the places and codes of what is found."""

    def piped(raw: bytes | str, path: str = TRIAL, *options: str) -> list[str]:
        given = raw.encode() if isinstance(raw, str) else raw
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(given), encoding="ascii"))
        code, out, err = insikt(
            "lint", "--stdin-filename", path, "--output-format", "concise", *options, lang="en"
        )
        lines = [" ".join(line.split(" ")[:2]) for line in out.splitlines()]
        assert code == bool(lines), err
        return lines

    return piped


def state(root: Path) -> dict[Path, tuple[bytes, int]]:
    return {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in root.rglob("*") if path.is_file()}


def test_the_buffer_is_judged_and_not_the_file(pipe, insikt: Insikt) -> None:
    for path in insikt.root.rglob("*.yaml"):
        os.utime(path, (1, 1))  # what was written just now is looked at once more by every run
    assert insikt("lint")[0] == 0
    before = state(insikt.root)
    assert pipe(TEXT) == []
    assert pipe(TEXT.replace("pågående", "pagaende")) == [f"{TRIAL}:4:9 VO101"]
    assert pipe(TEXT.replace("en-vag-in", "en-vag-inn")) == [f"{TRIAL}:5:13 LI101"]
    assert state(insikt.root) == before
    assert insikt("lint")[:2] == (0, "")


def test_a_file_with_faults_is_mended_in_the_buffer(pipe, insikt: Insikt) -> None:
    (insikt.root / TRIAL).write_text("typ: [", encoding="utf-8")
    assert pipe(TEXT) == []
    assert insikt("lint")[0] == 1


def test_findings_against_the_other_records_are_those_of_this_file_alone(pipe, insikt: Insikt) -> None:
    copy = RECORDS["pahittsala/far-inte-veta"]
    assert pipe(copy, "insights/pahittsala/kopia.yaml") == ["insights/pahittsala/kopia.yaml:2:9 DU101"]
    # The finding stands in the other one, which nobody asked about.
    assert pipe(copy, "insights/aby/a.yaml") == []
    # Without this record the links of others are broken; that too is their matter.
    assert pipe("typ: insikt\n", "insights/exempelkoping/en-vag-in.yaml")[0].endswith("SC101")


def test_a_file_that_is_not_there_yet(pipe, insikt: Insikt) -> None:
    assert pipe(TEXT.replace("Öppet", "Stängt"), "insights/aby/ny.yaml") == []
    assert not (insikt.root / "insights/aby").exists()


@pytest.mark.parametrize(
    ("raw", "found"),
    [
        (b"", ["1:1 YA113"]),
        (b"\n\n", ["1:1 YA113"]),
        (b"\r\n", ["1:1 YA113"]),
        (TEXT.replace("\n", "\r\n").replace("pågående", "å").encode(), ["4:9 VO101"]),
        (b"\xef\xbb\xbf" + TEXT.encode(), ["1:1 YA102"]),
        (TEXT.encode("latin-1"), ["2:9 YA101"]),
        (b"\xff\xfe\x00", ["1:1 YA101"]),
        (b"typ: insikt\x00\n", ["1:12 YA103"]),
        (b"# " + b"x" * (LARGEST + 3_000_000), [" YA105"]),
    ],
)
def test_whatever_bytes_an_editor_sends(pipe, raw: bytes, found: list[str]) -> None:
    seen = [line.removeprefix(TRIAL).removeprefix(":") for line in pipe(raw)]
    assert [line for line in seen if "FO" not in line] == found


@pytest.mark.parametrize(
    ("path", "found"),
    [
        ("insights/kort.yaml", "insights/kort.yaml FO104"),
        ("insights/aby/a/kort.yaml", "insights/aby/a/kort.yaml FO104"),
        ("insights/aby/kort.yml", "insights/aby/kort.yml FO104"),
        ("insights/aby/kort.yaml.txt", "insights/aby/kort.yaml.txt FO104"),
        ("insights/.dold/kort.yaml", "insights/.dold/kort.yaml:1:6 SC105"),
        ("insights/README.md", "insights/README.md:1:6 SC105"),
        ("utkast/kort.yaml", "utkast/kort.yaml:1:6 SC105"),
        ("utkast/../insights/aby/kort.yaml", "insights/aby/kort.yaml:1:6 SC105"),
        ("insikt.yaml", "insikt.yaml:1:1 SC102"),
        (FILE, f"{FILE}:1:1 BA102"),
    ],
)
def test_a_path_anywhere(pipe, path: str, found: str) -> None:
    assert pipe("typ: insigt\n", path)[:1] == [found]


def test_a_path_in_no_workspace(pipe, insikt: Insikt, tmp_path: Path) -> None:
    outside = tmp_path / "utanför.yaml"
    assert pipe("typ: insigt\n", str(outside)) == [f"{outside.as_posix()}:1:6 SC105"]


def test_settings_are_judged_with_themselves(pipe, insikt: Insikt) -> None:
    settings = (insikt.root / "insikt.yaml").read_text(encoding="utf-8")
    assert pipe(settings, "insikt.yaml") == []
    assert pipe(settings + "lint: {ignorera: [FO]}\ndeltagare: [x]\n", "insikt.yaml") == [
        "insikt.yaml:7:1 YA108"
    ]
    assert pipe("deltagare: [x]\n", "insikt.yaml") == ["insikt.yaml:1:13 FO101"]
    assert pipe("deltagare: [x]\nlint: {ignorera: [FO]}\n", "insikt.yaml") == []


def test_with_choices_hints_and_what_is_known(pipe, insikt: Insikt) -> None:
    wrong = TEXT.replace("pågående", "pagaende").replace("en-vag-in", "en-vag-inn")
    assert pipe(wrong, TRIAL, "--select", "VO") == [f"{TRIAL}:4:9 VO101"]
    assert pipe(wrong, TRIAL, "--ignore", "VO,LI") == []
    alone = TEXT.partition("bygger-på")[0]
    assert pipe(alone) == []
    assert pipe(alone, TRIAL, "--strict") == [f"{TRIAL}:1:6 LI105"]
    (insikt.root / FILE).write_text(f"{TRIAL} VO101 status 1\n", encoding="utf-8")
    assert pipe(wrong) == [f"{TRIAL}:5:13 LI101"]
    assert pipe(wrong, TRIAL, "--no-baseline") == [f"{TRIAL}:4:9 VO101", f"{TRIAL}:5:13 LI101"]
    assert pipe(TEXT) == [], "what is stale is said of the whole"


def test_the_line_that_is_shown_is_the_buffers(insikt: Insikt, monkeypatch: pytest.MonkeyPatch) -> None:
    raw = TEXT.replace("pågående", "fel").encode()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(raw)))
    _, out, _ = insikt("lint", "--stdin-filename", TRIAL)
    assert "4 | status: fel" in out


def test_personal_data_in_the_buffer_is_masked(insikt: Insikt, monkeypatch: pytest.MonkeyPatch) -> None:
    raw = (TEXT + "anteckning: född 811228-9874\n").encode()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(raw)))
    code, out, err = insikt("lint", "--stdin-filename", TRIAL, "--output-format", "json")
    assert code == 1
    assert [each["code"] for each in json.loads(out)] == ["PD101"]
    assert "811228-9874" not in out + err
    assert b"811228" not in (insikt.root / ".insikt/index.sqlite").read_bytes()


def test_a_real_pipe_with_windows_line_ends(workspace: Path) -> None:
    done = subprocess.run(
        [
            sys.executable,
            "-m",
            "insiktskarta",
            "lint",
            "--stdin-filename",
            TRIAL,
            "--output-format",
            "concise",
        ],
        cwd=workspace,
        input=TEXT.replace("pågående", "å").replace("\n", "\r\n").encode(),
        capture_output=True,
        check=False,
    )
    assert done.returncode == 1
    assert done.stdout.decode().startswith(f"{TRIAL}:4:9 VO101 ")
