"""Files with odd names and values with odd signs, from the disk through the command to each format and its schema."""

import os
from pathlib import Path
from urllib.parse import unquote

import pytest
from format_schemas import valid_json, valid_junit
from workflow_commands import commands

from conftest import Insikt, write_workspace

EVERYWHERE = [
    "en väg in",
    "å%20ä",
    "a#b",
    "100%",
    "a,b=c",
    "[x](y)",
    "a&b;c",
    "a'b",
    "{0}",
    "smör+bröd",
    "%0A",
]
NOT_ON_WINDOWS = ["a:b", "a?b", 'a"b', "a|b", "rad\nbryt", "retur\rhär", "<b>", "a\\b"]
NAMES = EVERYWHERE + ([] if os.name == "nt" else NOT_ON_WINDOWS)
RECORD = 'typ: insikt\nrubrik: Hej\ngrupper: ["x%0Ay\\r\\nz,: {0} {kind} [a](1) ]]> ::error::"]\n'


@pytest.fixture
def odd(insikt: Insikt, tmp_path: Path) -> Insikt:
    write_workspace(insikt.root, {f"exempelkoping/{name}": RECORD for name in NAMES})
    return insikt


def found(odd: Insikt, name: str) -> tuple[str, set[str]]:
    """What a format says, and the paths of the findings as the scan knows them."""
    rows = valid_json("json", odd("lint", "--output-format", "json")[1])
    paths = {row["path"] for row in rows}
    assert len(paths) == len(NAMES)
    code, out, err = odd("lint", "--output-format", name)
    assert (code, err) == (1, "")
    return out, paths


def test_every_file_is_named(odd: Insikt) -> None:
    _, paths = found(odd, "json")
    for name in EVERYWHERE:
        assert f"insights/exempelkoping/{name}.yaml" in paths


def test_sarif(odd: Insikt) -> None:
    out, paths = found(odd, "sarif")
    results = valid_json("sarif", out)["runs"][0]["results"]
    files = [each["locations"][0]["physicalLocation"]["artifactLocation"] for each in results]
    assert {unquote(each["uri"]) for each in files} == paths
    assert not [each["uri"] for each in files if set(each["uri"]) & set(' #?"\n\r[]{}|\\:&;,å')]
    assert all(
        "\n" not in each["message"]["text"] and "](" not in each["message"]["text"] for each in results
    )


def test_gitlab(odd: Insikt) -> None:
    out, paths = found(odd, "gitlab")
    issues = valid_json("gitlab", out)
    assert {issue["location"]["path"] for issue in issues} == paths
    assert all(issue["location"]["lines"]["begin"] >= 1 for issue in issues)


def test_junit(odd: Insikt) -> None:
    out, paths = found(odd, "junit")
    names = [case.get("name") for case in valid_junit(out).iter("testcase")]
    assert len(names) == len(paths)
    assert {"insights/exempelkoping/[x](y).yaml", "insights/exempelkoping/a&b;c.yaml"} <= set(names)


def test_github(odd: Insikt, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    summary = tmp_path / "sammanfattning.md"
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    out, paths = found(odd, "github")
    said = commands(out)
    assert len(said) == len(out.splitlines()), "one command a line, whatever the names hold"
    assert {each.properties["file"] for each in said[:-1]} <= paths
    assert all(each.properties["title"] in ("SC101", "VO101", "FO102", "FO104") for each in said[:-1])
    rows = [
        line for line in summary.read_text(encoding="utf-8").splitlines() if line.startswith("| insights")
    ]
    assert rows


@pytest.mark.parametrize("name", ["text", "concise"])
def test_a_name_breaks_no_line(odd: Insikt, name: str) -> None:
    out, paths = odd("lint", "--output-format", name)[1], found(odd, "json")[1]
    assert "\r" not in out
    heads = [line for line in out.splitlines() if line.startswith("insights/")]
    assert len({line.partition(".yaml")[0] for line in heads}) == len(paths)
