import importlib
import sys
from dataclasses import replace
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest

FOLDER = Path(__file__).resolve().parent.parent / "benchmarks"
if not FOLDER.is_dir():
    pytest.skip("the benchmarks are not in this copy", allow_module_level=True)

SCRIPTS = (
    "cases",
    "checks",
    "corpus",
    "corpus_peers",
    "machine",
    "measure",
    "peers",
    "results",
    "workspaces",
)


def loaded() -> dict[str, ModuleType]:
    """The scripts import each other by plain names, which nothing else here is to see."""
    hidden = {name: sys.modules.pop(name) for name in SCRIPTS if name in sys.modules}
    sys.path.insert(0, str(FOLDER))
    try:
        return {name: importlib.import_module(name) for name in SCRIPTS}
    finally:
        sys.path.remove(str(FOLDER))
        for name in SCRIPTS:
            sys.modules.pop(name, None)
        sys.modules.update(hidden)


found: Any = SimpleNamespace(**loaded())
cases, checks, machine, measure = found.cases, found.checks, found.machine, found.measure
peers, results, workspaces = found.peers, found.results, found.workspaces
Case, Figures, Outcome, NOT_INSTALLED = measure.Case, measure.Figures, measure.Outcome, measure.NOT_INSTALLED


def said(out: str = "", err: str = "", code: int = 0, seconds: float = 0.1, memory: int = 50_000_000) -> Any:
    return Outcome(seconds, memory, code, out, err)


def case(what: str, **rest: Any) -> Any:
    plain = {"shown": f"insikt {what}", "command": ["insikt"], "folder": FOLDER, "check": lambda _: ""}
    return Case(**({"what": what} | plain | rest))


def figures(*seconds: float, memory: int = 50_000_000) -> Any:
    return Figures(runs=[said(seconds=each, memory=memory) for each in seconds])


FLOOR = case("floor")


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0.00987, "9.9 ms"),
        (0.0123, "12 ms"),
        (0.99949, "999 ms"),
        (0.9999, "1.00 s"),
        (1.234, "1.23 s"),
        (57.04, "57.0 s"),
        (168.2, "168 s"),
    ],
)
def test_seconds_in_the_unit_that_suits(value: float, text: str) -> None:
    assert results.seconds(value) == text


def test_times_and_megabytes() -> None:
    assert [results.times(each) for each in (0.456, 12.34, 168.2)] == ["0.46", "12.3", "168"]
    assert [results.megabytes(each) for each in (0, 149_600_000)] == ["–", "150 MB"]


def test_median_and_least_of_the_runs() -> None:
    three = figures(0.3, 0.1, 0.9)
    assert (three.median, three.least) == (0.3, 0.1)
    assert three.measured
    assert not Figures(failure="exit code 3 instead of 0", runs=three.runs).measured


def test_a_target_is_held_against_the_median() -> None:
    ours = case("lint", floor=FLOOR, seconds=1.5, ratio=1.6, memory=150)
    assert results.target(ours) == "≤ 1.5 s, ≤ 1.6 × floor, ≤ 150 MB"
    assert results.misses(ours, {FLOOR: figures(1.0), ours: figures(1.0, 1.5, 9.0)}) == []
    slow = {FLOOR: figures(0.6), ours: figures(1.0, 1.6, 1.7, memory=151_000_000)}
    assert results.misses(ours, slow) == ["time", "× floor", "memory"]
    noisy = {FLOOR: figures(0.5, 1.0, 1.0), ours: figures(1.0, 1.0)}
    assert results.misses(ours, noisy) == ["× floor, by the minima alone"]
    assert results.misses(ours, {FLOOR: Figures("broken"), ours: figures(1.0, memory=0)}) == [
        "floor not measured",
        "memory unknown",
    ]


def test_a_peer_has_to_be_slower_and_an_extra_may_cost_so_much() -> None:
    peer = case("peer", floor=FLOOR, slower=2.5, dearer=5.0)
    measured = {FLOOR: Figures(runs=[said(seconds=1.0), replace(said(seconds=1.0), cpu=2.0)])}
    measured[FLOOR].runs[0] = replace(measured[FLOOR].runs[0], cpu=2.0)
    measured[peer] = Figures(runs=[replace(said(seconds=2.5), cpu=10.0)])
    assert results.target(peer) == "≥ 2.5 × our time, ≥ 5 × our CPU"
    assert results.misses(peer, measured) == []
    assert results.row(peer, measured)[6:8] == ["10.0 s", "5.00"]
    measured[peer] = Figures(runs=[replace(said(seconds=2.4), cpu=9.9)])
    assert results.misses(peer, measured) == ["our time", "our CPU"]
    extra = case("extra", floor=FLOOR, more=2.0)
    assert results.misses(extra, measured | {extra: figures(3.0)}) == []
    assert results.misses(extra, measured | {extra: figures(3.1)}) == ["more than the floor"]
    assert results.misses(extra, {FLOOR: Figures("broken"), extra: figures(1.0)}) == ["floor not measured"]


def test_a_failure_is_a_miss_and_stands_in_the_table() -> None:
    ours = case("lint", floor=FLOOR, seconds=1.5)
    absent = case("yamale", floor=FLOOR, command=[])
    measured = {
        FLOOR: figures(1.0),
        ours: Figures("exit code 3 instead of 0"),
        absent: Figures(NOT_INSTALLED),
    }
    assert measured[ours].broken
    assert not measured[absent].broken
    assert results.row(ours, measured)[2:] == [
        *("**failed**: exit code 3 instead of 0", "–", "–", "–", "–", "–"),
        *("≤ 1.5 s", "**no**: not measured", "–"),
    ]
    assert results.row(absent, measured)[2] == "not installed"
    assert results.summary(measured) == (
        "0 of 1 commands meet their targets.\n\n- **Missed**: lint: not measured\n"
        "- Not measured: lint: exit code 3 instead of 0\n- Not measured: yamale: not installed"
    )


def test_a_page_has_every_case_once_in_its_order() -> None:
    ours, peer = case("cold lint", seconds=1.5), case("peer | one")
    peer = case("peer | one", floor=ours)
    group = cases.Group("Peers", "A note.", (ours, peer, ours, peer), 1, beside="our cold lint")
    measured = {ours: figures(1.0, 2.0), peer: figures(3.0)}
    text = results.page("python benchmarks/run.py", "2026-01-31", {"Memory": "8 GB"}, [(group, measured)])
    assert text.startswith(
        "# Measurements\n\nMade on 2026-01-31 by `python benchmarks/run.py`; do not edit.\n\n"
        "1 of 1 commands meet their targets.\n\n- Memory: 8 GB\n"
    )
    assert text.endswith(
        "## Peers\n\nA note. n = 1 and 2.\n\n"
        "| What | Command | Median | Min | Our cold lint | × our cold lint | CPU | × CPU | Target | Met | Memory |\n"
        "| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | --- | --- | ---: |\n"
        "| cold lint | `insikt cold lint` | 1.50 s | 1.00 s | – | – | – | – | ≤ 1.5 s | yes | 50 MB |\n"
        "| peer \\| one | `insikt peer \\| one` | 3.00 s | 3.00 s | 1.50 s | 2.00 (3.00) | – | – | – | – | 50 MB |\n"
    )


def test_numbers_of_the_last_line() -> None:
    assert checks.numbers("12 fel\n10\u202f000 poster, 1\u00a0000 fel i 3 filer; 1,234\n\n") == [
        12,
        10_000,
        1_000,
        3,
        1_234,
    ]
    assert checks.numbers("totalt   700   100   1\u202f000") == [700, 100, 1_000]
    assert checks.numbers("\n") == []


def test_a_crash_is_never_taken_for_speed() -> None:
    assert not checks.counts(1_000, stream="err")(said(err="Läste 1\u202f000 poster."))
    assert checks.counts(1_000)(said(out="1 000 poster", code=3)) == "exit code 3 instead of 0"
    assert checks.counts(1_000)(said(out="999 poster")) == "no 1000 in its last lines"
    assert checks.counts(50, code=1)(said(out="50 fel")) == "exit code 0 instead of 1"
    assert checks.says("Found 3")(said(err="Found 3 files")) == ""
    assert checks.says("Found 3")(said(out="Found 4 files")) == "nothing about “Found 3”"
    assert checks.lines(2, "yaml$")(said(out="a.yaml\nb.yaml\nok")) == ""
    assert checks.lines(2, "yaml$")(said(out="a.yaml")) == "1 lines instead of 2"
    assert checks.silent(said(err="warning")) == "it said something"


def test_a_warm_run_leaves_the_index_alone(tmp_path: Path) -> None:
    index = checks.Index(tmp_path)
    index.look()
    good = checks.exits()
    assert index.kept(good)(said()) == ""
    assert index.written(good)(said()) == "the index was not written"
    (tmp_path / ".insikt").mkdir()
    (tmp_path / ".insikt/index.sqlite").write_bytes(b"")
    assert index.kept(good)(said()).startswith("the index was written")
    assert index.written(good)(said()) == ""


def test_a_picture_is_looked_at(tmp_path: Path) -> None:
    path = tmp_path / "x.png"
    check = checks.picture(path, b"\x89PNG", 300)
    assert check(said(err="300 insikter")) == "no picture"
    path.write_bytes(b"\x89PNG and so on")
    assert check(said(err="300 insikter")) == ""
    assert check(said(err="30 insikter")) == "no 300 in its last lines"


def test_the_environment_has_no_settings_of_the_caller(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("PYTHONDONTWRITEBYTECODE", "INSIKT_LANG", "LANG", "COLUMNS"):
        monkeypatch.setenv(name, "1")
    monkeypatch.setenv("LC_ALL", "sv_SE.UTF-8")
    kept = measure.environment()
    assert kept["LC_ALL"] == "C.UTF-8"
    assert not {"PYTHONDONTWRITEBYTECODE", "INSIKT_LANG", "LANG", "COLUMNS"} & set(kept)


def test_the_machine_is_told_without_its_places(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(machine, "commit", lambda: "abc1234")
    facts = machine.facts()
    assert list(facts)[:4] == ["Processor", "Memory", "System", "Python"]
    assert facts["Commit"] == "abc1234"
    assert "insiktskarta " in facts["Packages"]
    assert "no-such-package not installed" in machine.versions(["no-such-package"])
    assert not [value for value in facts.values() if str(Path.home()) in value or str(FOLDER) in value]


def test_cases_run_in_turn_and_a_failure_ends_a_case(monkeypatch: pytest.MonkeyPatch) -> None:
    ran: list[str] = []

    def run(command: list[str], _: Path) -> Any:
        ran.append(command[0])
        return said(code=int(command[0] == "broken" and ran.count("broken") > 1))

    monkeypatch.setattr(measure, "run", run)
    first = case("first", command=["first"])
    a, b = (case(name, command=[name], check=checks.exits(), first=(first,)) for name in ("a", "broken"))
    c = case("c", command=[], first=(first,))
    measured = measure.interleaved([a, b, c, a], 2)
    assert ran == ["first", "first", "a", "broken", "a", "a", "broken", "a", "a", "a"]
    assert [len(measured[each].runs) for each in (a, b, c)] == [4, 1, 0]
    assert [measured[each].failure for each in (a, b, c)] == ["", "exit code 1 instead of 0", NOT_INSTALLED]
    ran.clear()
    measure.interleaved([a, b], 1, warm_up=False)
    assert ran == ["first", "first", "a", "broken"]


@pytest.fixture(scope="module")
def tools(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """Small workspaces, and no command installed, so that nothing can be started."""
    place = tmp_path_factory.mktemp("workspaces")
    return cases.Tools(place / "all", workspaces.write(place / "all", 40, 50), place)


def test_every_target_that_was_set(tools: Any) -> None:
    groups = cases.groups(tools, quick=True)
    aimed = [(each.what, results.target(each)) for group in groups for each in group.order]
    assert [(what, aim) for what, aim in aimed if aim != "–"] == [
        ("version", "≤ 1.5 × floor"),
        ("help", "≤ 0.2 s"),
        ("cold lint", "≤ 1.5 s, ≤ 150 MB"),
        ("cold lint, 5 % of the files faulty", "≤ 1.4 × floor, ≤ 150 MB"),
        ("cold lint with near-duplicates", "≤ 150 MB, ≤ floor + 2 s"),
        ("cold lint with near-duplicates, all hints shown", "≤ 150 MB"),
        ("warm lint, nothing changed", "≤ 0.15 s, ≤ 1.5 × floor"),
        ("lint, 10 files changed", "≤ 0.4 s"),
        ("warm lint after a search for near-duplicates", "≤ 0.15 s"),
        ("warm lint in a git checkout", "≤ 1 × floor"),
        ("warm lint of 50", "≤ 0.6 s"),
        (f"two facets, {tools.expected['by_facet']} records", "≤ 0.2 s"),
        (f"full text, {tools.expected['by_word']} records", "≤ 0.2 s"),
        ("map of 300 insights, PNG", "≤ 1.6 × floor"),
        ("map of 300 insights, SVG", "≤ 0.5 × floor"),
        ("map of 3,000 insights, PNG", "≤ 2 × floor"),
        ("map of 3,000 insights, SVG", "≤ 2 × floor"),
        ("small multiples of 13 organisations, PNG", "≤ 2.2 × floor, ≤ 120 MB"),
        ("all figures of 13 organisations in one process", "≤ 8 s, ≤ 120 MB"),
    ]
    assert len({what for what, _ in aimed}) == len(aimed)
    for group in groups:
        for each in group.order:
            assert (each.floor is None) == each.what.startswith("floor"), each.what
            assert each.floor is None or each.floor in group.order
            assert str(tools.place) not in each.shown
            assert str(FOLDER) not in each.shown


def test_a_peer_that_is_not_installed_stands_in_the_table(tools: Any) -> None:
    group = peers.group(tools)
    text = results.section(group, measure.interleaved(group.order, 1, warm_up=False))
    names = ["yamllint", "check-jsonschema", "yamale", "yamale", "doorstop", "doorstop"]
    rows = [line for line in text.splitlines() if "| not installed |" in line]
    assert [row.split()[1].rstrip(",") for row in rows] == ["cold", *names]
    assert [results.target(each) for each in group.order[1::2]] == [
        *["≥ 40 × our time"] * 2,
        *["≥ 2.5 × our time, ≥ 5 × our CPU"] * 2,
        *["≥ 100 × our time"] * 2,
    ]
    assert {results.target(each) for each in group.order[::2]} == {"–"}
    assert str(tools.place) not in text


def test_the_workspaces_hold_what_they_promise(tools: Any) -> None:
    assert tools.expected["records"] == 40
    assert tools.expected["faulty"] == 2
    assert [workspaces.records_for(number) for number in (1, 7, 300)] == [1, 7, 426]
    for insights in workspaces.MAPS:
        files = (tools.place / f"map-{insights}" / "insights").glob("*/*.yaml")
        assert sum(b"\ntyp: insikt\n" in path.read_bytes() for path in files) == insights
    for sample, fault in (("sample-tab", "\n\t"), ("sample-term", "samvärkan")):
        texts = [
            path.read_text(encoding="utf-8") for path in (tools.place / sample).glob("insights/*/*.yaml")
        ]
        assert sum(fault in text for text in texts) == 1
        assert len(texts) == workspaces.SAMPLE
