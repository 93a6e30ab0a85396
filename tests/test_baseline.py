"""Findings that are known from before: what is counted, what is shown, what goes stale, and what is never known."""

import json
import os
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conftest import RECORDS, SETTINGS, Insikt, write_workspace
from insiktskarta.cli import main
from insiktskarta.files.known import fields, read_known
from insiktskarta.model.baseline import FILE, Baseline, baseline, counts, settled, written
from insiktskarta.model.finding import Finding
from insiktskarta.model.language import ENGLISH

FAULTY = "pahittsala/fel"
TEXT = """\
# yaml-language-server: $schema=../../schemas/insikt.schema.json
typ: insikt
rubrik: Får inte veta när
insikt: >-
  Den som får ett avslag vill förstå skälet.
  Ring 0150-123 45.
perspektiv: [klienter]
röst: egen
grupper: [ungdomarr, barnn]
lika:
  - pahittsala/finns-inte
"""
EXPECTED = f"""\
insights/{FAULTY}.yaml LI101 lika 1
insights/{FAULTY}.yaml PD202 insikt 1
insights/{FAULTY}.yaml VO101 grupper 2
"""


@pytest.fixture
def faulty(insikt: Insikt) -> Path:
    write_workspace(insikt.root, {FAULTY: TEXT})
    return insikt.root / "insights" / f"{FAULTY}.yaml"


def entries(insikt: Insikt) -> str:
    text = (insikt.root / FILE).read_text(encoding="utf-8")
    return "".join(line for line in text.splitlines(keepends=True) if not line.startswith("#"))


def put(insikt: Insikt, lines: str) -> None:
    (insikt.root / FILE).write_text(lines, encoding="utf-8", newline="\n")


def found(insikt: Insikt, *options: str) -> list[str]:
    """The file's last name, line and code of each finding."""
    code, out, err = insikt("lint", *options, "--output-format", "concise", lang="en")
    lines = [line.split(" ")[:2] for line in out.splitlines()]
    assert code == bool(lines), err
    return [f"{place.rpartition('/')[2].rpartition(':')[0]} {rule}" for place, rule in lines]


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8", newline="\n")


def test_what_is_known_is_hidden_and_what_is_new_is_shown(insikt: Insikt, faulty: Path) -> None:
    assert len(found(insikt)) == 4
    code, out, err = insikt("lint", "--write-baseline", lang="en")
    assert (code, out) == (0, "")
    assert "4 findings are known from before and counted in insikt-baseline.txt." in err
    assert entries(insikt) == EXPECTED
    assert found(insikt) == []
    assert found(insikt, "insights/pahittsala") == []
    assert len(found(insikt, "--no-baseline")) == 4
    change(faulty, "röst: egen", "röst: egenn")
    assert found(insikt) == ["fel.yaml:8 VO101"]


def test_lines_may_move_and_the_header_is_of_no_language(insikt: Insikt, faulty: Path) -> None:
    insikt("lint", "--write-baseline", lang="sv")
    before = (insikt.root / FILE).read_bytes()
    change(faulty, "typ: insikt\n", "\n# en kommentar\ntyp: insikt\n")
    change(faulty, "lika:\n  - pahittsala/finns-inte\n", "lika: [pahittsala/finns-inte]\n")
    assert found(insikt) == []
    insikt("lint", "--write-baseline", lang="en")
    assert (insikt.root / FILE).read_bytes() == before


def test_more_than_are_known_shows_all_of_them(insikt: Insikt, faulty: Path) -> None:
    insikt("lint", "--write-baseline")
    change(faulty, "[ungdomarr, barnn]", "[vuxnna, ungdomarr, barnn]")
    _, out, _ = insikt("lint", "--output-format", "json", lang="en")
    assert [each["code"] for each in json.loads(out)] == ["VO101"] * 3
    assert all(each["message"].endswith("(Known from before in this field: 2.)") for each in json.loads(out))


def test_mended_faults_make_a_line_stale_until_it_is_pruned(insikt: Insikt, faulty: Path) -> None:
    insikt("lint", "--write-baseline")
    change(faulty, "[ungdomarr, barnn]", "[ungdomarr]")
    change(faulty, "lika:\n  - pahittsala/finns-inte\n", "")
    code, out, _ = insikt("lint", "--output-format", "json", lang="en")
    assert code == 1
    assert [(each["path"], each["line"], each["column"], each["code"]) for each in json.loads(out)] == [
        (FILE, 4, 1, "BA101"),
        (FILE, 6, 1, "BA101"),
    ]
    assert "does not break LI101 in “lika” any more" in json.loads(out)[0]["message"]
    assert "now: 1, and 2 are counted" in json.loads(out)[1]["message"]
    change(faulty, "röst: egen", "röst: egenn")
    assert found(insikt, "--prune-baseline") == ["fel.yaml:8 VO101"], "what is new is not taken in"
    assert (
        entries(insikt) == f"insights/{FAULTY}.yaml PD202 insikt 1\ninsights/{FAULTY}.yaml VO101 grupper 1\n"
    )
    faulty.unlink()
    assert insikt("lint", "--prune-baseline")[0] == 0
    assert entries(insikt) == ""
    assert insikt("lint")[0] == 0


def test_personal_data_is_never_known(insikt: Insikt, faulty: Path) -> None:
    change(faulty, "0150-123 45", "070-174 06 05")
    for file in (None, "insikt-baseline.txt"):
        code, out, err = insikt(
            "lint", "--write-baseline", *(["--baseline", file] if file else []), "--exit-zero", lang="en"
        )
        assert code == 1
        assert "PD201" in out
        assert "VO101" not in out
        assert "No baseline was written" in err
        assert not (insikt.root / FILE).exists()
    put(insikt, f"insights/{FAULTY}.yaml PD201 insikt 1\n" + EXPECTED)
    seen = found(insikt)
    assert seen == ["fel.yaml:6 PD201", f"{FILE}:1 BA103", f"{FILE}:3 BA101"]
    assert found(insikt, "--prune-baseline") == ["fel.yaml:6 PD201"]
    assert "PD" not in entries(insikt)


@pytest.mark.parametrize("options", [["--ignore", "PD"], ["--select", "FO"], ["--select", "YA"]])
def test_no_name_with_personal_data_is_written(insikt: Insikt, faulty: Path, options: list[str]) -> None:
    (insikt.root / "insights/exempelkoping/790620-2390.yaml").write_text("a: b  \n", encoding="utf-8")
    for setting in ("", "lint: {ignorera: [PD]}\n"):
        (insikt.root / "insikt.yaml").write_text(SETTINGS + setting, encoding="utf-8")
        code, out, err = insikt("lint", "--write-baseline", *options)
        assert (code, "PD101" in out) == (1, True)
        assert "2390" not in out + err
        assert not (insikt.root / FILE).exists()


def test_a_part_of_the_rules_or_of_the_files_leaves_the_rest_as_it_is(insikt: Insikt, faulty: Path) -> None:
    write_workspace(
        insikt.root,
        {"aby/fel": RECORDS["exempelkoping/kvallsoppet"].replace("pågående", "x").replace("Öppet", "Stängt")},
    )
    insikt("lint", "--write-baseline", "--select", "VO")
    assert (
        entries(insikt) == f"insights/aby/fel.yaml VO101 status 1\ninsights/{FAULTY}.yaml VO101 grupper 2\n"
    )
    assert found(insikt, "--select", "VO") == []
    assert found(insikt, "--select", "LI") == ["fel.yaml:11 LI101"], (
        "VO was not looked for, so it is not stale"
    )
    insikt("lint", "--write-baseline", "insights/pahittsala")
    assert entries(insikt) == "insights/aby/fel.yaml VO101 status 1\n" + EXPECTED
    faulty.unlink()
    assert found(insikt, "insights/aby") == []
    insikt("lint", "--prune-baseline", "--select", "LI")
    assert "LI101" not in entries(insikt)
    assert "VO101 grupper" in entries(insikt)
    insikt("lint", "--prune-baseline", "insights/aby")
    assert "VO101 grupper" in entries(insikt)
    assert found(insikt) == [f"{FILE}:{line} BA101" for line in (5, 6)]


def test_hints_are_known_where_they_are_asked_for(insikt: Insikt) -> None:
    assert insikt("lint", "--strict")[0] == 1
    insikt("lint", "--write-baseline", "--hints")
    assert insikt("lint", "--strict")[:2] == (0, "")
    assert insikt("lint")[:2] == (0, ""), "not looked for, so not stale"
    kept = entries(insikt)
    insikt("lint", "--write-baseline")
    assert entries(insikt) == kept
    insikt("lint", "--prune-baseline")
    assert entries(insikt) == kept


def test_excused_findings_are_not_counted(insikt: Insikt, faulty: Path) -> None:
    change(
        faulty, "grupper: [ungdomarr, barnn]", "grupper: [ungdomarr, barnn]  # insikt: ignore VO -- på måndag"
    )
    insikt("lint", "--write-baseline")
    assert "VO101" not in entries(insikt)


def test_a_key_that_somebody_made_up_is_told_to_nobody(insikt: Insikt, faulty: Path) -> None:
    change(faulty, "röst: egen", "anna-anka: egen\nröst: egen")
    insikt("lint", "--write-baseline")
    assert "anka" not in entries(insikt)
    assert f"{FAULTY}.yaml SC102 - 1" in entries(insikt)
    assert found(insikt) == []


def test_another_file_and_another_folder(
    insikt: Insikt,
    faulty: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    other = tmp_path / "känt.txt"
    assert insikt("lint", "--baseline", str(other))[0] == 2
    assert insikt("lint", "--prune-baseline")[0] == 2
    assert insikt("lint", "--write-baseline", "--baseline", str(other))[0] == 0
    assert not (insikt.root / FILE).exists()
    assert found(insikt, "--baseline", str(other)) == []
    faulty.unlink()
    assert found(insikt, "--baseline", str(other)) == [f"känt.txt:{line} BA101" for line in (4, 5, 6)]
    write_workspace(insikt.root, {FAULTY: TEXT})
    insikt("lint", "--write-baseline")
    monkeypatch.chdir(tmp_path)
    assert main(["lint", insikt.root.name]) == 0, (
        "a workspace brings its baseline, wherever it is looked at from"
    )
    monkeypatch.chdir(insikt.root / "insights/pahittsala")
    assert main(["lint", "fel.yaml"]) == 0
    assert main(["lint", "../../insikt-baseline.txt"]) == 0
    capsys.readouterr()


def test_a_warm_run_with_a_baseline_loads_no_reader(insikt: Insikt, faulty: Path) -> None:
    for path in insikt.root.rglob("*.yaml"):
        os.utime(path, (1, 1))  # what was written just now is looked at once more by every run
    insikt("lint", "--write-baseline")
    script = (
        "import sys; from insiktskarta.cli import main; code = main(sys.argv[1:]);"
        "print(code, sorted({'pydantic', 'pydantic_core', 'yaml', 'yaml_rs'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, "lint", "--workspace", str(insikt.root)],
        capture_output=True,
        check=True,
        encoding="utf-8",
    )
    assert done.stdout == "0 []\n", done.stderr


@pytest.mark.parametrize(
    ("raw", "places"),
    [
        (b"", []),
        (b"\xef\xbb\xbf# bara ord\r\n\r\n", []),
        (b"hej\n", [(1, "BA102")]),
        (b"insights/a/b.yaml VO101 grupper 0\n", [(1, "BA102")]),
        (b"insights/a/b.yaml VO101 grupper -1\n", [(1, "BA102")]),
        (b"insights/a/b.yaml VO101 grupper 99999999999999999999\n", [(1, "BA102")]),
        ("insights/a/b.yaml VO101 grupper ٣\n".encode(), [(1, "BA102")]),
        (b"insights/a/b.yaml VO101 1\n", [(1, "BA102")]),
        (
            b"<<<<<<< HEAD\na/b VO101 x 1\n=======\n>>>>>>> gren\n",
            [(1, "BA102"), (2, "BA101"), (3, "BA102"), (4, "BA102")],
        ),
        (b"a/b VO101 x 2\r\na/b VO101 x 1\r\n", [(1, "BA101"), (2, "BA102")]),
        (b"a/b ZZ999 x 2\n", [(1, "BA101")]),
        (b"../../etc/passwd VO101 - 1\n/etc/passwd VO101 - 1\n", [(1, "BA101"), (2, "BA101")]),
        ("# å\n".encode() + "# å\n".encode("latin-1"), [(2, "BA102")]),
        (b"\xff\xfea\x00", [(1, "BA102")]),
        (b"\x00\x01\x1b[2J VO101 x 1\n", [(1, "BA101")]),
        (b"811228-9874 VO101 x 1\nf\xc3\xb6dd 811228-9874\n", [(1, "BA101"), (2, "BA102")]),
        (b"x" * (17 * 1024 * 1024), [(0, "BA102")]),
    ],
)
def test_a_hostile_baseline(insikt: Insikt, raw: bytes, places: list[tuple[int, str]]) -> None:
    (insikt.root / FILE).write_bytes(raw)
    for output_format in ("text", "concise", "github", "gitlab", "sarif", "junit"):
        code, out, err = insikt("lint", "--output-format", output_format)
        assert code == bool(places)
        assert "811228-9874" not in out + err
        assert "\x1b" not in out + err
    _, out, _ = insikt("lint", "--output-format", "json")
    assert [(each["line"], each["code"]) for each in json.loads(out)] == places
    assert {each["path"] for each in json.loads(out)} <= {FILE}
    assert insikt("lint", "--prune-baseline")[:2] == (0, "")
    assert entries(insikt) == ""


def test_a_baseline_that_cannot_be_opened(insikt: Insikt) -> None:
    (insikt.root / FILE).mkdir()
    for options in ([], ["--write-baseline"], ["--prune-baseline"]):
        code, out, err = insikt("lint", *options)
        assert (code, out) == (2, "")
        assert FILE in err


def test_two_branches_merge(insikt: Insikt, faulty: Path) -> None:
    put(insikt, "<<<<<<< HEAD\n" + EXPECTED + "=======\n" + EXPECTED.replace("2", "1") + ">>>>>>> x\n")
    assert insikt("lint", "--prune-baseline")[0] == 1
    assert "VO101 grupper 1" in entries(insikt), "the lower number of two"


@pytest.mark.parametrize(
    "options",
    [
        ["--write-baseline", "--prune-baseline"],
        ["--write-baseline", "--no-baseline"],
        ["--write-baseline", "--changed"],
        ["--prune-baseline", "--since", "main"],
        ["--write-baseline", "--watch"],
        ["--baseline", "x", "--no-baseline"],
        ["--stdin-filename", "x.yaml", "--changed"],
        ["--stdin-filename", "x.yaml", "--watch"],
        ["--stdin-filename", "x.yaml", "insights"],
        ["--stdin-filename", "x.yaml", "--write-baseline"],
        ["--watch", "--output-format", "json"],
    ],
)
@pytest.mark.parametrize("lang", ["sv", "en"])
def test_options_that_do_not_go_together(insikt: Insikt, options: list[str], lang: str) -> None:
    code, out, err = insikt("lint", *options, lang=lang)
    assert (code, out) == (2, "")
    assert "--" in err
    assert not (insikt.root / FILE).exists()


NAMES = st.text(st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp", "Zs"]), min_size=1, max_size=12)
KEYS = st.tuples(
    st.builds(lambda a, b: f"insights/{a}/{b}.yaml", NAMES, NAMES),
    st.from_regex("[A-Z]{2}[0-9]{3}", fullmatch=True),
    st.from_regex("[a-zåäö-]+", fullmatch=True),
)
ENTRIES = st.dictionaries(KEYS, st.integers(1, 999_999), max_size=8)


@given(ENTRIES)
def test_what_is_written_is_read(known: dict[tuple[str, str, str], int]) -> None:
    text = written(known)
    result = baseline(FILE, text)
    assert {key: entry.count for key, entry in result.entries.items()} == known
    assert result.problems == ()
    lines = [line for line in text.splitlines() if not line.startswith("# ")]
    assert len(lines) == len(known)
    assert written(dict(reversed(known.items()))) == text


@given(st.binary(max_size=200))
def test_any_bytes_are_read(raw: bytes) -> None:
    result = read_known(FILE, raw)
    for problem in result.problems:
        assert problem.text(ENGLISH)
        assert problem.line <= len(raw.splitlines()) + raw.count(b"\r") + 1


FOUND = st.lists(
    st.builds(
        Finding,
        st.sampled_from(["a", "b"]),
        st.integers(1, 3),
        st.just(1),
        st.sampled_from(["VO101", "PD201", "PD202"]),
        st.sampled_from(["error", "warning"]),
        st.just("x"),
    ),
    max_size=12,
)


@given(FOUND, FOUND)
def test_nothing_is_lost(before: list[Finding], now: list[Finding]) -> None:
    def field_of(finding: Finding) -> str:
        return str(finding.line)

    known = baseline(FILE, written(counts(before, field_of)))
    result = settled(known, now, field_of, lambda _: True)
    assert len(result.left) + result.known.total() == len(now)
    assert all(entry.count >= result.known[key] for key, entry in known.entries.items())
    personal = [each for each in now if each.code.startswith("PD") and each.severity == "error"]
    assert Counter(each for each in result.left if each in personal) == Counter(personal)
    assert settled(known, before, field_of, lambda _: True).about == []
    assert settled(Baseline(), now, field_of, lambda _: True).left == sorted(now)


@pytest.mark.parametrize(
    ("text", "line", "column", "field"),
    [
        ("typ: insikt\nrubrik: x\n", 1, 1, "-"),
        ("typ: insikt\nrubrik: x\n", 1, 6, "typ"),
        ("# ett\n\ntyp: insikt\n", 3, 1, "-"),
        ("# ett\ntyp: insikt\n", 1, 3, "-"),
        ("typ: insikt\nrubrik: x\n", 0, 0, "-"),
        ("typ: insikt\n'rubrik' : x\n", 2, 1, "rubrik"),
        ("typ: insikt\ninsikt: >-\n  a\n  rubrik: b\n", 4, 3, "insikt"),
        ("typ: insikt\r\nlika:\r\n- a/b\r\n", 3, 3, "lika"),
        ("typ: insikt\npåhittad: x\n", 2, 1, "-"),
        ("{typ: insikt, rubrik: x}\n", 1, 15, "-"),
        ("\ufefftyp: insikt\nrubrik: x\n", 2, 1, "rubrik"),
        ("typ: insikt\nro\u0308st: x\n", 2, 1, "röst"),
        ("typ: insikt\nrubrik:x\n", 2, 1, "typ"),
    ],
)
def test_the_field_of_a_place(text: str, line: int, column: int, field: str) -> None:
    names = frozenset({"typ", "rubrik", "insikt", "lika", "röst"})
    field_of = fields(lambda _: text.encode(), names)
    assert field_of(Finding("x", line, column, "VO101", "error", "")) == field


def test_the_field_of_a_file_that_is_gone_or_no_text() -> None:
    for raw in (None, b"", b"\xff\xfe", b"x" * 300_000):
        field_of = fields(lambda _, raw=raw: raw, frozenset({"typ"}))
        assert field_of(Finding("x", 1, 1, "VO101", "error", "")) == "-"
