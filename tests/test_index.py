import json
import multiprocessing
import os
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import pytest

from insiktskarta.files import build, content, entry, index, readers, tree
from insiktskarta.files.content import blob_hash
from insiktskarta.files.index import open_corpus
from insiktskarta.files.scan import Scan
from insiktskarta.model.corpus import Corpus
from insiktskarta.rules.examples import GOOD

needs_fork = pytest.mark.skipif(
    sys.platform != "linux", reason="what is replaced here is passed on by fork alone"
)
OLD = time.time() - 3600
TABLES = ("file", "record", "term", "link", "former", "organisation")


def put(root: Path, name: str, text: str = GOOD, *, age: float = 3600) -> Path:
    """A file of an hour ago, so that it is not looked at once more for having been written just now."""
    path = root / "insights" / f"{name}.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    os.utime(path, (time.time() - age,) * 2)
    return path


def titled(title: str, rest: str = "") -> str:
    return GOOD.replace("Unga vill ha en kort väg in", title) + rest


@pytest.fixture
def root(tmp_path: Path) -> Path:
    put(tmp_path, "grums/a", titled("A", "lika: [grums/b]\n"))
    put(tmp_path, "grums/b", titled("B", "tidigare-id: [grums/gammal]\n"))
    put(tmp_path, "hammaro/c", titled("C", "bygger-på: [grums/finns-inte, grums/gammal]\n"))
    put(tmp_path, "hammaro/d", "typ: insikt\nrubrik: D\n")
    return tmp_path


@contextmanager
def opened(root: Path, **options: Any) -> Iterator[Corpus]:
    corpus = open_corpus(root, **options)
    with closing(corpus):
        yield corpus


def state(root: Path, **options: Any) -> dict[str, Any]:
    """Everything that an index answers, but for its own numbers and for what the disk's clock says."""
    with opened(root, **options) as corpus:
        record = "(SELECT id FROM record WHERE record.nr = t.nr)"
        return {
            "records": corpus.rows("SELECT id, path, organisation, type, heading, statement, region, gathered, year, data FROM record JOIN content USING (nr) ORDER BY id"),
            "files": corpus.rows("SELECT path, size, blob FROM file ORDER BY path"),
            "terms": corpus.rows(f"SELECT {record}, facet, term, position FROM term AS t ORDER BY 1, 2, 3"),
            "links": corpus.rows(f"SELECT {record}, key, position, target FROM link AS t ORDER BY 1, 2, 3"),
            "former": corpus.rows(f"SELECT id, {record} FROM former AS t ORDER BY 1, 2"),
            "organisations": corpus.rows("SELECT * FROM organisation ORDER BY position"),
            "findings": [each for each in corpus.findings() if each.severity != "hint"],
        }  # fmt: skip


def headings(root: Path) -> list[str]:
    return [row[4] for row in state(root)["records"]]


def codes(root: Path) -> list[tuple[str, str]]:
    return [(each.path.removeprefix("insights/"), each.code) for each in state(root)["findings"]]


@pytest.fixture
def parsed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The paths that have been parsed."""
    paths: list[str] = []
    parse = entry.parse

    def noted(path: str, *rest: Any) -> Any:
        paths.append(path)
        return parse(path, *rest)

    monkeypatch.setattr(entry, "parse", noted)
    return paths


def test_records_terms_links_and_findings(root: Path) -> None:
    found = state(root)
    assert [row[0] for row in found["records"]] == ["grums/a", "grums/b", "hammaro/c"]
    assert ("grums/a", "grupper", "ungdomar", 0) in found["terms"]
    assert found["links"] == [
        ("grums/a", "lika", 0, "grums/b"),
        ("hammaro/c", "bygger-på", 0, "grums/finns-inte"),
        ("hammaro/c", "bygger-på", 1, "grums/gammal"),
    ]
    assert found["former"] == [("grums/gammal", "grums/b")]
    assert [row[0] for row in found["organisations"]] == ["grums", "hammaro"]
    assert codes(root) == [
        ("hammaro/c.yaml", "LI101"),
        ("hammaro/c.yaml", "LI103"),
        *[("hammaro/d.yaml", "SC101")] * 3,
    ]


def test_nothing_is_read_twice(root: Path, parsed: list[str]) -> None:
    first = state(root)
    assert len(parsed) == 4
    assert state(root) == first
    assert len(parsed) == 4


def test_a_changed_file_is_read(root: Path, parsed: list[str]) -> None:
    state(root)
    put(root, "grums/a", titled("Å", "lika: [grums/b]\n"), age=1800)
    assert headings(root) == ["Å", "B", "C"]
    assert parsed[4:] == ["insights/grums/a.yaml"]


def test_an_added_a_deleted_and_a_renamed_file(root: Path, parsed: list[str]) -> None:
    state(root)
    put(root, "grums/e", titled("E"))
    assert headings(root) == ["A", "B", "E", "C"]
    (root / "insights/grums/e.yaml").unlink()
    assert headings(root) == ["A", "B", "C"]
    (root / "insights/grums/b.yaml").rename(root / "insights/grums/f.yaml")
    assert headings(root) == ["A", "B", "C"]
    assert [row[0] for row in state(root)["records"]] == ["grums/a", "grums/f", "hammaro/c"]
    assert ("grums/a.yaml", "LI101") in codes(root)
    assert parsed[4:] == ["insights/grums/e.yaml", "insights/grums/f.yaml"]


def test_the_same_content_with_a_new_time_is_not_parsed_again(root: Path, parsed: list[str]) -> None:
    first = state(root)
    for path in (root / "insights").rglob("*.yaml"):
        os.utime(path, (OLD - 999, OLD - 999))
    assert state(root) == first
    assert len(parsed) == 4


def test_two_files_change_places(root: Path) -> None:
    state(root)
    one, other = root / "insights/grums/a.yaml", root / "insights/hammaro/c.yaml"
    one.rename(root / "x")
    other.rename(one)
    (root / "x").rename(other)
    assert headings(root) == ["C", "B", "A"]


def test_a_file_becomes_a_folder_and_a_folder_a_file(root: Path) -> None:
    state(root)
    (root / "insights/grums/a.yaml").unlink()
    put(root, "grums/a.yaml/x", titled("X"))
    assert ("grums/a.yaml", "YA117") in codes(root)
    (root / "insights/grums/a.yaml/x.yaml").unlink()
    (root / "insights/grums/a.yaml").rmdir()
    put(root, "grums/a", titled("A2"))
    assert "A2" in headings(root)
    assert ("grums/a.yaml", "YA117") not in codes(root)


def test_blob_hashes_are_those_of_git(root: Path) -> None:
    put(root, "grums/tom", "")
    put(root, "grums/stor", "# " + "å" * 100_000 + "\n" + GOOD)
    for path, _, blob in state(root)["files"]:
        git = subprocess.run(["git", "hash-object", root / path], capture_output=True, text=True, check=True)
        assert blob == git.stdout.strip()
    assert blob_hash(b"") == "e69de29bb2d1d6434b8b29ae775ad8c2e48c5391"


def test_a_file_beyond_the_limit_is_seen_to_change(root: Path) -> None:
    path = put(root, "grums/a", "x" * 300_000)
    assert ("grums/a.yaml", "YA105") in codes(root)
    path.write_text("x" * 299_999 + "y", encoding="utf-8")
    os.utime(path, (OLD, OLD))
    assert ("grums/a.yaml", "YA105") in codes(root)
    put(root, "grums/a", titled("A"))
    assert "A" in headings(root)


def test_new_settings_build_the_index_anew(root: Path, parsed: list[str]) -> None:
    state(root)
    (root / "insikt.yaml").write_text("deltagare: [forshaga]\n", encoding="utf-8")
    assert [row[0] for row in state(root)["organisations"]] == ["forshaga", "grums", "hammaro"]
    assert len(parsed) == 8
    (root / "insikt.yaml").write_text("fel: 1\n", encoding="utf-8")
    assert [each.code for each in state(root)["findings"] if each.path == "insikt.yaml"] == ["SC102"]
    put(root, "grums/e", titled("E"))
    assert [each.code for each in state(root)["findings"] if each.path == "insikt.yaml"] == ["SC102"]
    (root / "insikt.yaml").unlink()
    assert "insikt.yaml" not in {each.path for each in state(root)["findings"]}


def damage(root: Path, how: str) -> None:
    path = root / ".insikt/index.sqlite"
    raw = path.read_bytes()
    if how == "garbage":
        path.write_bytes(b"not a database at all" * 1000)
    elif how == "garbage first page":
        path.write_bytes(b"\xa5" * 4096 + raw[4096:])
    elif how == "garbage after the first page":
        path.write_bytes(raw[:4096] + b"\xa5" * (len(raw) - 4096))
    elif how == "garbage in the schema":
        path.write_bytes(raw[:100] + b"\xa5" * 3996 + raw[4096:])
    elif how == "truncated":
        path.write_bytes(raw[: len(raw) // 2])
    elif how == "truncated in a page":
        path.write_bytes(raw[: len(raw) - 100])
    elif how == "empty":
        path.write_bytes(b"")
    else:
        with closing(sqlite3.connect(path)) as connection:
            connection.execute(f"DROP {how}")
            connection.commit()


@pytest.mark.parametrize(
    "how",
    [
        *(
            "garbage",
            "garbage first page",
            "garbage after the first page",
            "garbage in the schema",
            "truncated",
        ),
        *(
            "truncated in a page",
            "empty",
            "TABLE meta",
            "TABLE file",
            "TABLE record",
            "TABLE term",
            "TABLE link",
        ),
        *(
            "TABLE former",
            "TABLE organisation",
            "TABLE finding",
            "TABLE fulltext",
            "VIEW records",
            "INDEX link_by_target",
        ),
    ],
)
def test_a_damaged_index_is_built_anew(root: Path, how: str) -> None:
    first = state(root)
    damage(root, how)
    assert state(root) == first
    with closing(sqlite3.connect(root / ".insikt/index.sqlite")) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert connection.execute("SELECT count(*) FROM record").fetchone() == (3,)


def test_another_tools_index_is_built_anew(root: Path) -> None:
    (root / ".insikt").mkdir()
    with closing(sqlite3.connect(root / ".insikt/index.sqlite")) as connection:
        connection.executescript(
            "CREATE TABLE meta (a); CREATE TABLE other (b); CREATE VIEW seen AS SELECT b FROM other"
        )
    assert headings(root) == ["A", "B", "C"]


def test_deleting_the_index_loses_nothing(root: Path) -> None:
    first = state(root)
    for name in ("index.sqlite", ".gitignore"):
        (root / ".insikt" / name).unlink()
    (root / ".insikt").rmdir()
    assert state(root) == first
    assert (root / ".insikt/.gitignore").read_text(encoding="utf-8") == "*\n"


def test_where_the_index_cannot_be_written_it_lives_in_memory(
    root: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    first = state(root)
    for path in (root / ".insikt").iterdir():
        path.unlink()
    (root / ".insikt").rmdir()
    (root / ".insikt").write_text("a file", encoding="utf-8")
    assert state(root) == first
    assert (root / ".insikt").read_text(encoding="utf-8") == "a file"


@pytest.mark.parametrize("refused", ["mkdir", "connect"])
def test_a_protected_folder(root: Path, refused: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def no(*_: Any, **__: Any) -> None:
        raise (
            PermissionError(13, "refused")
            if refused == "mkdir"
            else sqlite3.OperationalError("unable to open")
        )

    if refused == "mkdir":
        monkeypatch.setattr(Path, "mkdir", no)
    else:
        connect = index._connect
        monkeypatch.setattr(index, "_connect", lambda where: connect(where) if where == ":memory:" else no())
    assert headings(root) == ["A", "B", "C"]
    assert not (root / ".insikt/index.sqlite").exists()


def test_an_index_that_may_only_be_read_is_left_as_it_is(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    state(root)
    put(root, "grums/e", titled("E"))
    before = (root / ".insikt/index.sqlite").read_bytes()
    connect = index._connect

    def read_only(where: str | Path) -> sqlite3.Connection:
        if where == ":memory:":
            return connect(where)
        return sqlite3.connect(f"file:{where}?mode=ro", uri=True, isolation_level=None)

    monkeypatch.setattr(index, "_connect", read_only)
    assert headings(root) == ["A", "B", "E", "C"]
    assert (root / ".insikt/index.sqlite").read_bytes() == before


def test_an_index_in_use_is_left_as_it_is(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    state(root)
    put(root, "grums/e", titled("E"))
    monkeypatch.setattr(index, "_WAIT", 0.05)
    with closing(sqlite3.connect(root / ".insikt/index.sqlite", isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        assert headings(root) == ["A", "B", "E", "C"]
        other.execute("ROLLBACK")
    assert headings(root) == ["A", "B", "E", "C"]


def test_a_fault_in_the_middle_leaves_what_was(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    state(root)
    put(root, "grums/e", titled("E"))

    def broken(*_: Any) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(build, "_corpus_findings", broken)
    with pytest.raises(ZeroDivisionError):
        open_corpus(root)
    monkeypatch.undo()
    with closing(sqlite3.connect(root / ".insikt/index.sqlite")) as connection:
        assert connection.execute("SELECT count(*) FROM record").fetchone() == (3,)
    assert headings(root) == ["A", "B", "E", "C"]


def test_a_broken_links_finding_comes_and_goes(root: Path) -> None:
    broken = ("hammaro/c.yaml", "LI101")
    assert broken in codes(root)
    target = put(root, "grums/finns-inte", titled("Finns"))
    assert broken not in codes(root)
    target.unlink()
    assert broken in codes(root)
    put(root, "grums/b", titled("B", "tidigare-id: [grums/finns-inte]\n"))
    assert broken in codes(root)  # grums/gammal is gone instead
    assert ("hammaro/c.yaml", "LI103") in codes(root)


def test_a_link_to_ones_own_former_id_is_a_link_to_itself(root: Path) -> None:
    put(
        root,
        "grums/b",
        titled("B", "tidigare-id: [grums/gammal, grums/aldre]\nlika: [grums/gammal, grums/b]\n"),
    )
    found = [each for each in state(root)["findings"] if each.path == "insights/grums/b.yaml"]
    assert [(each.code, each.line, each.column) for each in found] == [("LI102", 8, 8), ("LI102", 8, 22)]


def test_a_former_id_resolves(root: Path) -> None:
    with opened(root) as corpus:
        assert corpus.current_id("grums/gammal") == "grums/b"
        assert corpus.current_id("grums/b") == "grums/b"
        assert corpus.current_id("grums/finns-inte") is None
        assert corpus.data("grums/b") == {
            "typ": "insikt",
            "rubrik": "B",
            "insikt": "Unga orkar söka hjälp en gång. Möter de en telefonkö ger de upp.",
            "perspektiv": ["invånare"],
            "grupper": ["ungdomar"],
            "röst": "egen",
            "tidigare-id": ["grums/gammal"],
        }
        assert corpus.data("grums/gammal") is None
        assert corpus.organisation_name("hammaro") == "Hammarö"
        assert corpus.organisation_name("finns-inte") == "finns-inte"
        assert [each for each in corpus.findings(["insights/grums"]) if each.severity != "hint"] == []
        assert {each.code for each in corpus.findings(["insights/hammaro/d.yaml"])} == {"SC101"}


def test_a_file_rewritten_within_the_same_tick_is_noticed(root: Path) -> None:
    path = put(root, "grums/a", titled("A", "lika: [grums/b]\n"), age=0)
    moment = path.stat().st_mtime_ns
    assert headings(root) == ["A", "B", "C"]
    path.write_text(titled("X", "lika: [grums/b]\n"), encoding="utf-8")
    os.utime(path, ns=(moment, moment))
    assert headings(root) == ["X", "B", "C"]


@pytest.mark.skipif(os.name == "nt", reason="Windows tells a walk neither change time nor inode")
def test_an_edited_file_with_its_old_time_is_noticed(root: Path) -> None:
    path = put(root, "grums/a", titled("A", "lika: [grums/b]\n"))
    moment = path.stat().st_mtime_ns
    assert headings(root) == ["A", "B", "C"]
    path.write_text(titled("X", "lika: [grums/b]\n"), encoding="utf-8")
    os.utime(path, ns=(moment, moment))
    assert headings(root) == ["X", "B", "C"]


@pytest.mark.skipif(os.name == "nt", reason="Windows tells a walk neither change time nor inode")
def test_two_files_of_one_size_and_time_that_change_places_are_noticed(root: Path) -> None:
    paths = [put(root, f"grums/{name}", titled(name)) for name in ("m", "n")]
    for path in paths:
        os.utime(path, (OLD, OLD))
    assert headings(root) == ["A", "B", "m", "n", "C"]
    spare = root / "spare"
    paths[0].rename(spare)
    paths[1].rename(paths[0])
    spare.rename(paths[1])
    assert headings(root) == ["A", "B", "n", "m", "C"]


@pytest.mark.skipif(os.name == "nt", reason="Windows tells a walk no change time")
def test_a_file_of_tomorrow_is_read_once(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(root, "grums/a", titled("A"), age=-86_400)
    assert headings(root) == ["A", "B", "C"]
    later = time.time_ns() + 3_600_000_000_000
    monkeypatch.setattr(index, "scan", lambda folder: _scan_then(folder, later))
    assert headings(root) == ["A", "B", "C"]
    with closing(sqlite3.connect(root / ".insikt/index.sqlite")) as connection:
        assert connection.execute("SELECT count(*) FROM file WHERE mtime = -1").fetchone() == (0,)


def test_a_long_reading_does_not_make_a_fresh_file_an_old_one(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = put(root, "grums/a", titled("A", "lika: [grums/b]\n"), age=100)
    moment = path.stat().st_mtime_ns
    monkeypatch.setattr(index, "scan", lambda folder: _scan_then(folder, moment + 1_000_000_000))
    assert headings(root) == ["A", "B", "C"]
    path.write_text(titled("X", "lika: [grums/b]\n"), encoding="utf-8")
    os.utime(path, ns=(moment, moment))
    assert headings(root) == ["X", "B", "C"]


def _scan_then(folder: Path, started: int) -> Scan:
    from insiktskarta.files.scan import scan

    found = scan(folder)
    found.started = started
    return found


def test_a_file_that_can_be_opened_again_is_read(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read = content.read_bytes
    monkeypatch.setattr(tree, "read_bytes", lambda path: None if path.endswith("a.yaml") else read(path))
    assert ("grums/a.yaml", "YA117") in codes(root)
    assert headings(root) == ["B", "C"]
    monkeypatch.undo()
    assert headings(root) == ["A", "B", "C"]
    assert ("grums/a.yaml", "YA117") not in codes(root)


@pytest.fixture
def many(root: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A workspace with so many files that several processes read them."""
    for number in range(60):
        rest = (
            f"bygger-på: [grums/nr-{number + 1}, grums/saknas-{number}]\n"
            if number % 3
            else "fel: 1\nfel2: x\n"
        )
        put(root, f"grums/nr-{number}", titled(f"Nr {number}", rest))
    monkeypatch.setattr(readers, "_MANY", 2)
    monkeypatch.setattr(readers, "_PORTION", 7)
    return root


@pytest.mark.parametrize("processes", [2, 4])
def test_several_processes_give_what_one_gives(many: Path, processes: int) -> None:
    several = state(many, processes=processes)
    (many / ".insikt/index.sqlite").unlink()
    one = state(many, processes=1)
    assert several == one
    for number in range(0, 60, 7):
        put(many, f"grums/nr-{number}", titled(f"Nr {number}", "fel: 1\n"), age=60)
        state(many)
    bit_by_bit = state(many)
    (many / ".insikt/index.sqlite").unlink()
    assert state(many, processes=processes) == bit_by_bit


@needs_fork
@pytest.mark.parametrize("slow", ["the other", "this one", "both"])
def test_whoever_is_slow_the_order_is_the_same(
    many: Path, monkeypatch: pytest.MonkeyPatch, slow: str
) -> None:
    one = state(many, processes=1)
    (many / ".insikt/index.sqlite").unlink()
    here, read_entry, own = os.getpid(), readers.entry, []

    def slowed(path: str, *rest: Any) -> Any:
        own.append(path)
        if slow == "both" or (slow == "this one") == (os.getpid() == here):
            time.sleep(0.01)
        return read_entry(path, *rest)

    monkeypatch.setattr(readers, "entry", slowed)
    assert state(many, processes=2) == one
    assert 0 < len(own) < 60  # this process reads too, and not everything


@needs_fork
def test_a_process_that_is_ended_loses_nothing(many: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    one = state(many, processes=1)
    (many / ".insikt/index.sqlite").unlink()
    here, read_entry = os.getpid(), readers.entry

    def fatal(path: str, *rest: Any) -> Any:
        if os.getpid() != here and path.endswith("nr-22.yaml"):
            os._exit(9)
        time.sleep(0.002)
        return read_entry(path, *rest)

    monkeypatch.setattr(readers, "entry", fatal)
    assert state(many, processes=2) == one


@needs_fork
def test_a_fault_while_others_read_ends_them(many: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: Any) -> None:
        raise sqlite3.OperationalError("disk is full")

    monkeypatch.setattr(build, "_insert", full)
    with pytest.raises(sqlite3.OperationalError):
        open_corpus(many, processes=2)
    assert not multiprocessing.active_children()


def test_everything_is_created(root: Path) -> None:
    with opened(root) as corpus:
        (sql,) = corpus.rows("SELECT sql FROM sqlite_master WHERE name = 'fulltext'")[0]
        assert "fts5" in sql
        assert "unicode61 remove_diacritics 0" in sql
        for view in ("records", "terms", "links", "findings", "counts"):
            assert corpus.rows(f"SELECT * FROM {view}")
        assert corpus.rows("SELECT region, n FROM counts WHERE organisation = 'grums'") == [("invånare", 2)]


RUN = [sys.executable, "-W", "error", "-c"]
SCRIPT = """
import json, sys
from pathlib import Path
from insiktskarta.files.index import open_corpus
corpus = open_corpus(Path(sys.argv[1]))
rows = [corpus.value("SELECT count(*) FROM record"), corpus.value("SELECT count(*) FROM finding WHERE severity <> 'hint'")]
heavy = sorted({name.partition(".")[0] for name in sys.modules} & {"pydantic", "pydantic_core", "yaml", "yaml_rs", "ruamel", "typer", "matplotlib", "numpy"})
print(json.dumps([rows, heavy]))
"""


def run(root: Path, script: str = SCRIPT) -> subprocess.CompletedProcess[str]:
    return subprocess.run([*RUN, script, str(root)], capture_output=True, text=True, check=False, timeout=120)


def test_a_warm_run_imports_neither_reader_nor_pydantic(root: Path) -> None:
    state(root)
    done = run(root)
    assert done.stderr == ""
    assert json.loads(done.stdout) == [[3, 5], []]


def test_two_runs_at_once_on_a_cold_index_agree(root: Path) -> None:
    for number in range(200):
        put(root, f"grums/nr-{number}", titled(f"Nr {number}", f"lika: [grums/nr-{number + 1}]\n"))
    with ThreadPoolExecutor(4) as pool:
        done = list(pool.map(run, [root] * 4))
    assert [each.stderr for each in done] == [""] * 4
    assert [json.loads(each.stdout)[0] for each in done] == [[203, 6]] * 4
    assert json.loads(run(root).stdout) == [[203, 6], []]


KILLED = """
import os, signal, sys
from pathlib import Path
from insiktskarta.files import build, index
build._PORTION = 20
insert, count = build._insert, 0
def dying(connection, portion):
    global count
    count += 1
    insert(connection, portion)
    connection.execute("PRAGMA cache_spill = 1")
    if count == int(sys.argv[2]):
        os.kill(os.getpid(), signal.SIGKILL)
build._insert = dying
connect = index._connect
def small(where):
    connection = connect(where)
    connection.execute("PRAGMA cache_size = 5")
    return connection
index._connect = small
index.open_corpus(Path(sys.argv[1]))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL")
@pytest.mark.parametrize("cold", [True, False])
def test_a_killed_run_leaves_an_index_that_the_next_one_mends(root: Path, cold: bool) -> None:
    if not cold:
        state(root)
    for number in range(200):
        put(root, f"grums/nr-{number}", titled(f"Nr {number}"))
    killed = subprocess.run([*RUN, KILLED, str(root), "6"], capture_output=True, check=False, timeout=60)
    assert killed.returncode == -9, killed.stderr
    assert (root / ".insikt/index.sqlite-journal").exists()
    found = state(root)
    assert len(found["records"]) == 203
    assert not (root / ".insikt/index.sqlite-journal").exists()
    (root / ".insikt/index.sqlite").unlink()
    assert state(root) == found


@contextmanager
def interrupted(monkeypatch: pytest.MonkeyPatch, statement: str, at: int, other: Any) -> Iterator[list[str]]:
    """Let another run do something just before the run here says this to the index for so many times."""
    said: list[str] = []

    class Interrupted(sqlite3.Connection):
        def execute(self, sql: str, *rest: Any) -> sqlite3.Cursor:
            said.append(sql)
            if sql == statement and said.count(sql) == at:
                monkeypatch.undo()
                other()
            return super().execute(sql, *rest)

    def connect(where: str | Path) -> sqlite3.Connection:
        return sqlite3.connect(where, isolation_level=None, factory=Interrupted)

    monkeypatch.setattr(index, "_connect", connect)
    yield said
    assert said.count(statement) >= at, "nothing was interrupted"


MONDAY, TUESDAY = index.Day("2026-11-23"), index.Day("2026-11-24")


def test_another_run_with_other_settings_between_the_look_and_the_writing(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = state(root, day=MONDAY)

    def other() -> None:
        (root / "insikt.yaml").write_text("språk: en\n", encoding="utf-8")
        state(root, day=MONDAY)

    with interrupted(monkeypatch, "BEGIN IMMEDIATE", 1, other), opened(root, day=TUESDAY) as corpus:
        assert corpus.rows("SELECT path FROM record ORDER BY id") == [(r[1],) for r in expected["records"]]
    assert headings(root) == ["A", "B", "C"]


@pytest.mark.parametrize("begin", [1, 2])
def test_another_run_between_the_writing_and_the_reading(
    root: Path, monkeypatch: pytest.MonkeyPatch, begin: int
) -> None:
    state(root, day=MONDAY)

    def other() -> None:
        put(root, "grums/e", titled("E"))
        state(root)  # nobody asks for what depends on the day

    day = MONDAY if begin == 1 else TUESDAY
    with interrupted(monkeypatch, "BEGIN", begin, other), opened(root, day=day) as corpus:
        assert corpus.value("SELECT value FROM meta WHERE key = 'day'") == day.date
        assert {"A", "B", "C"} <= {row[0] for row in corpus.rows("SELECT heading FROM record")}
    assert headings(root) == ["A", "B", "E", "C"]


@pytest.mark.parametrize("begin", [1, 2])
def test_another_version_of_the_tool_between_the_look_and_the_reading(
    root: Path, monkeypatch: pytest.MonkeyPatch, begin: int
) -> None:
    state(root, day=MONDAY)

    def other() -> None:
        with closing(sqlite3.connect(root / ".insikt/index.sqlite", isolation_level=None)) as connection:
            connection.execute("UPDATE meta SET value = 'another' WHERE key = 'fingerprint'")
            connection.execute("DROP TABLE term")

    day = MONDAY if begin == 1 else TUESDAY
    with interrupted(monkeypatch, "BEGIN", begin, other), opened(root, day=day) as corpus:
        assert corpus.rows("SELECT count(*) FROM term") != [(0,)]


def test_a_run_that_is_always_interrupted_answers_from_memory(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = state(root)

    class Interrupted(sqlite3.Connection):
        def execute(self, sql: str, *rest: Any) -> sqlite3.Cursor:
            if sql == "BEGIN":
                with closing(sqlite3.connect(root / ".insikt/index.sqlite", isolation_level=None)) as other:
                    other.execute("UPDATE meta SET value = 'another' WHERE key = 'fingerprint'")
            return super().execute(sql, *rest)

    connect = index._connect
    monkeypatch.setattr(
        index,
        "_connect",
        lambda where: (
            connect(where)
            if where == ":memory:"
            else sqlite3.connect(where, isolation_level=None, factory=Interrupted)
        ),
    )
    assert state(root) == expected
    with opened(root) as corpus:
        assert corpus.value("SELECT file FROM pragma_database_list WHERE name = 'main'") == ""


def test_what_was_found_last_is_known_without_a_look_at_the_files(root: Path) -> None:
    path = root / index.FOLDER / index.FILE
    assert not index.had_findings(root)
    assert not path.parent.exists()
    open_corpus(root).close()
    assert index.had_findings(root)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        assert not index.had_findings(root)  # nor is it waited for
    put(root, "hammaro/c", titled("C"))
    put(root, "hammaro/d", titled("D"))
    assert index.had_findings(root)
    open_corpus(root).close()
    assert not codes(root)
    assert not index.had_findings(root)
    path.write_bytes(b"SQLite format 3\0" + bytes(5000))
    assert not index.had_findings(root)


def test_a_linked_folder_is_not_asked_what_was_found(
    root: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    open_corpus(root).close()
    elsewhere = tmp_path_factory.mktemp("annan") / "index"
    (root / index.FOLDER).rename(elsewhere)
    (root / index.FOLDER).symlink_to(elsewhere)
    assert not index.had_findings(root)
