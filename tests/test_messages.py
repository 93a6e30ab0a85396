"""Both languages are whole: every message is translated, and neither shows through in the other."""

import json
import os
import re
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

from conftest import ROOT, Insikt
from insiktskarta.cli.app import COMMANDS as COMMANDS_THERE_ARE
from insiktskarta.show.messages import language

PO = ROOT / "src/insiktskarta/locale/sv/LC_MESSAGES/insikt.po"


def test_the_catalogue_is_complete_and_compiled() -> None:
    done = subprocess.run(
        [sys.executable, "scripts/messages.py", "--check"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout) == (0, "")


COMMANDS = [
    ["--help"],
    ["lint", "--hints"],
    ["query"],
    ["query", "finnsinte"],
    ["show", "exempelkoping/en-vag-in"],
    ["aggregate", "--by", "grupp", "--by", "perspektiv"],
    ["report"],
    ["rule"],
    ["rule", "PD101"],
    ["schema", "--terms"],
]
ENGLISH = re.compile(r"\b(the|is|are|and|of|with|which|there|this|not)\b")
SWEDISH = re.compile(r"\b(och|är|inte|som|eller|finns|för|av|det)\b")
# A record's own words stay as they are in both languages, as do the terms' aliases and the rules' examples.
OURS = re.compile(
    r"^    .*$|^.*(Unga|inte.veta|Föräldrar|avslag|kontakt|telefonkö|Telefonen|fritidsgården|nå stödet).*$",
    re.MULTILINE,
)


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_no_language_shows_through_in_the_other(insikt: Insikt, command: list[str]) -> None:
    _, out, err = insikt(*command)
    assert ENGLISH.findall(OURS.sub("", out + err)) == []
    _, out, err = insikt(*command, lang="en")
    if command == ["schema", "--terms"]:
        out = re.sub(
            r"^ *[^:\n]+:", "", out, flags=re.MULTILINE
        )  # the ids, which are what is written in files
    assert SWEDISH.findall(OURS.sub("", out + err)) == []


def test_swedish_numbers() -> None:
    swedish = language("sv")
    assert swedish.number(1234567) == "1\u202f234\u202f567"
    assert swedish.number(-1234.5, 1) == "−1\u202f234,5"
    assert language("en").number(1234.5, 1) == "1,234.5"
    assert swedish.listed(["a", "b", "c"]) == "a, b och c"
    assert swedish.plural("{n} insight", "{n} insights", 1) == "1 insikt"


def run(root: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "insiktskarta", *arguments],
        cwd=root,
        capture_output=True,
        check=False,
        stdin=subprocess.DEVNULL,
        env={**os.environ, "PYTHONUTF8": "0", **environment},
    )


@pytest.mark.parametrize("encoding", ["cp1252", "ascii", "cp437"])
def test_piped_output_is_utf8_whatever_the_console(workspace: Path, encoding: str) -> None:
    done = run(workspace, "query", PYTHONIOENCODING=encoding, LC_ALL="C")
    assert done.returncode == 0
    assert "Påhittsala" in done.stdout.decode("utf-8")
    assert b"\r" not in done.stdout


@pytest.mark.parametrize(
    "command", [["query"], ["aggregate"], ["report"], ["lint", "--hints"], ["rule"], ["--help"]], ids=" ".join
)
def test_an_old_console_survives(
    workspace: Path, command: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    import io

    from insiktskarta.cli import main

    class Console(io.TextIOWrapper):
        def isatty(self) -> bool:
            return True

    streams = [Console(io.BytesIO(), encoding="cp1252", newline="\r\n") for _ in range(2)]
    monkeypatch.setattr(sys, "stdout", streams[0])
    monkeypatch.setattr(sys, "stderr", streams[1])
    assert main([*command, "--workspace", str(workspace)]) == 0
    for stream in streams:
        stream.flush()
        text = stream.buffer.getvalue().decode("cp1252")  # type: ignore[attr-defined]
        assert "?" not in text.replace("?\r\n", "").replace("? ", "").replace("?]", "").replace("?”", "")
        assert "\x1b" not in text


def test_a_reader_that_stops_is_no_fault(workspace: Path) -> None:
    writer = subprocess.Popen(
        [sys.executable, "-m", "insiktskarta", "rule"],
        cwd=workspace,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert writer.stdout is not None
    assert writer.stderr is not None
    writer.stdout.close()
    assert writer.stderr.read() == b""
    writer.stderr.close()
    assert writer.wait(30) in (0, 1)


def test_a_bug_is_reported_without_what_anybody_wrote(
    insikt: Insikt, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise ValueError("811228-9874 och en hemlighet")

    monkeypatch.setattr("insiktskarta.cli.query_command.selected", broken)
    code, out, err = insikt("query", "--grupp", "ungdomar", "hemligt")
    assert (code, out) == (3, "")
    assert "ValueError" in err
    assert "query_command.py" in err
    for secret in ("811228", "9874", "hemlig", "ungdomar"):
        assert secret not in err


@cache
def phrases(lang: str) -> set[str]:
    """Every run of at least three words of the messages in a language, between their names in braces."""
    catalogue = PO.read_text(encoding="utf-8")
    key = "msgid(?:_plural)?" if lang == "en" else r"msgstr(?:\[\d\])?"
    found = re.findall(rf'^{key} ((?:".*"\n?)+)', catalogue, re.MULTILINE)
    texts = ["".join(json.loads(line) for line in each.strip().splitlines()) for each in found]
    parts = {" ".join(part.split()) for text in texts for part in re.split(r"\{\w+\}|`[^`]*`", text)}
    return {part for part in parts if len(part.split()) > 2}


FAULTS = [
    ["--help"],
    *([name, "--help"] for name in COMMANDS_THERE_ARE),
    ["lint"],
    ["lint", "finns-inte"],
    ["lint", "--select", "XX"],
    ["lint", "--output-format", "x"],
    ["query", "--grupp", "ungdommar"],
    ["query", "--grupp", "zzzzzzzzzzzz"],
    ["query", "--organisation", "Påhitsala"],
    ["query", "--organisation", "zzzzzzzzzzzz"],
    ["query", "--output-format", "x"],
    ["query", "--fel"],
    ["query", "--grupp"],
    ["show"],
    ["show", "a", "b"],
    ["show", "exempelkoping/en-vag-inn"],
    ["aggregate", "--by", "gruper"],
    ["aggregate", "--by", "a", "--by", "b", "--by", "c"],
    ["aggregate", "--by", "organisation"],
    ["report", "-o", "x.png"],
    ["map", "-o", "x.gif"],
    ["map", "-o", "karta.svg"],
    ["schema", "notis"],
    ["rule", "XX"],
    ["figure"],
    ["add"],
    ["add", "--typ", "notis"],
    ["add", "--antal", "tolv"],
    ["quer"],
    *(["rule", code] for code in ("SC101", "IN106", "PD203", "LI101", "UP104", "YA106")),
]


@pytest.mark.parametrize("command", FAULTS, ids=" ".join)
def test_no_phrase_of_one_language_is_said_in_the_other(
    insikt: Insikt, command: list[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    (insikt.root / "insights/aby").mkdir()
    for name, text in {"a": "typ: [", "b": "typ: insikt\nrubrik: Läget\nnyt: x\nröst: eget\n"}.items():
        (insikt.root / f"insights/aby/{name}.yaml").write_text(text, encoding="utf-8")
    for spoken, other in (("sv", "en"), ("en", "sv")):
        _, out, err = insikt(*command, lang=spoken)
        assert out + err
        said = " ".join((out + err).split())
        common = phrases("sv") & phrases("en")
        assert [phrase for phrase in phrases(other) - common if phrase in said] == []


def test_every_name_in_a_message_is_in_its_translation() -> None:
    catalogue = PO.read_text(encoding="utf-8")
    entries = re.split(r"\n\n", catalogue)
    checked = 0
    for each in entries[1:]:
        english = set(re.findall(r"\{(\w+)\}", each.partition("\nmsgstr")[0]))
        for swedish in each.split("\nmsgstr")[1:]:
            names = set(re.findall(r"\{(\w+)\}", swedish))
            assert names <= english, each
            if not swedish.startswith("[0]"):  # "en insikt" may do without its number
                assert names == english, each
            checked += 1
    assert checked > 100
