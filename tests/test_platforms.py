"""What differs between Linux, macOS and Windows: letters, separators, capitals, long names, processes, rights."""

import errno
import json
import multiprocessing
import sqlite3
import subprocess
import unicodedata
from contextlib import closing
from pathlib import Path

import pytest

from conftest import RECORDS, SETTINGS, Insikt, write_workspace
from insiktskarta.cli.ids import current_id
from insiktskarta.files import git, readers
from insiktskarta.files.fulltext import fill
from insiktskarta.files.index import open_corpus
from insiktskarta.files.scan import scan
from insiktskarta.files.settings import read_workspace
from insiktskarta.files.tree import Tree
from insiktskarta.files.workspace import settings_bytes
from insiktskarta.model.corpus import Corpus
from insiktskarta.query.question import Question
from insiktskarta.query.select import selected
from test_write import no_links


def nfd(text: str) -> str:
    return unicodedata.normalize("NFD", text)


@pytest.mark.parametrize(
    "arguments",
    [
        ["--förflyttning", "akut-till-förebyggande"],
        ["--röst", "egen", "får"],
        ["--organisation", "Påhittsala"],
        ["--grupp", "föräldrar"],
        ['"än en gång"'],
        ["telefonkö"],
        ["--tvärperspektiv=kulturförändring"],
    ],
)
def test_letters_in_two_parts_ask_the_same(insikt: Insikt, arguments: list[str]) -> None:
    whole = insikt("query", *arguments, "--output-format", "ids")
    assert insikt("query", *map(nfd, arguments), "--output-format", "ids") == whole
    assert whole[0] == 0


def test_letters_in_two_parts_count_the_same(insikt: Insikt) -> None:
    for name in ("län", "år", "område", "röst", "förflyttning"):
        assert insikt("aggregate", "--by", nfd(name)) == insikt("aggregate", "--by", name)


def test_a_file_whose_letters_are_in_two_parts_is_written_under_that_name(
    insikt: Insikt, tmp_path: Path
) -> None:
    path = tmp_path / nfd("kärta.svg")
    assert insikt("map", "--output", str(path))[0] == 0
    assert path.is_file()


@pytest.mark.parametrize(
    "written",
    [
        "insights\\exempelkoping\\en-vag-in.yaml",
        ".\\insights\\exempelkoping\\en-vag-in.yaml",
        "exempelkoping\\en-vag-in",
        "./exempelkoping/en-vag-in",
        "en-vag-in.yaml",
    ],
)
def test_the_separators_of_windows(insikt: Insikt, written: str) -> None:
    with closing(open_corpus(insikt.root)) as corpus:
        assert current_id(corpus, written) == "exempelkoping/en-vag-in"


def test_a_disk_that_does_not_tell_capitals_apart(insikt: Insikt, monkeypatch: pytest.MonkeyPatch) -> None:
    (insikt.root / "insights/aby").mkdir()
    (insikt.root / "insights/aby/Kort.yaml").write_text("typ: lärdom\n", encoding="utf-8")

    def linked(path: Path, spare: Path) -> None:
        if path.name.casefold() in {each.name.casefold() for each in path.parent.iterdir()}:
            raise FileExistsError(errno.EEXIST, "taken")
        path.write_bytes(spare.read_bytes())

    monkeypatch.setattr(Path, "hardlink_to", linked)
    lesson = ["add", "--typ", "lärdom", "--organisation", "aby", "--rubrik", "Kort", "--lärdom", "Nära."]
    assert insikt(*lesson)[0] == 0
    assert (insikt.root / "insights/aby/kort-2.yaml").is_file()


def test_names_are_short_and_nobody_elses(insikt: Insikt) -> None:
    for heading in ("ord " * 29, "con", "NUL", "Aux.", "lpt1", "x" * 120, "å" * 120):
        lesson = ["--typ", "lärdom", "--organisation", "aby", "--rubrik", heading, "--lärdom", "Nära."]
        assert insikt("add", *lesson)[0] == 0
    names = sorted(path.stem for path in (insikt.root / "insights/aby").iterdir())
    assert len(names) == 7
    assert max(map(len, names)) <= 60
    assert not {"con", "nul", "aux", "lpt1"} & set(names)
    _, out, _ = insikt("lint", "insights/aby", "--output-format", "json")
    assert not [each for each in json.loads(out) if each["severity"] == "error"]


def test_windows_lines_are_written_nowhere(insikt: Insikt, tmp_path: Path) -> None:
    lesson = ["--typ", "lärdom", "--organisation", "aby", "--rubrik", "Kort", "--lärdom", "en\r\ntvå"]
    assert insikt("add", *lesson)[0] == 0
    assert insikt("report", "-o", str(tmp_path / "r.md"))[0] == 0
    assert insikt("schema", "-o", str(tmp_path / "s"))[0] == 0
    written = [insikt.root / "insights/aby/kort.yaml", tmp_path / "r.md", *(tmp_path / "s").iterdir()]
    assert len(written) == 8
    assert not [path for path in written if b"\r" in path.read_bytes()]


@pytest.mark.parametrize("method", ["fork", "spawn", "forkserver"])
def test_every_way_to_start_a_process_reads_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, method: str
) -> None:
    if method not in multiprocessing.get_all_start_methods():
        pytest.skip(f"no {method} here")
    if method == "fork":
        pytest.importorskip("fcntl")
    many = {f"aby/post-{n}": RECORDS["pahittsala/far-inte-veta"] for n in range(30)}
    local = SETTINGS + "ordförråd: {grupper: {studenter: {etikett: studenter, räknas-som: unga-vuxna}}}\n"
    write_workspace(tmp_path, {**RECORDS, **many, "aby/trasig": "typ: ["}, local)
    raw = settings_bytes(tmp_path)
    context = read_workspace(tmp_path, raw).context()
    files = scan(tmp_path).files
    alone = list(readers.entries(Tree(tmp_path), files, context, raw, 1))
    assert len(alone) == 36
    monkeypatch.setattr(readers, "_MANY", 1)
    monkeypatch.setattr(readers, "_PORTION", 7)
    started = multiprocessing.get_context(method)
    monkeypatch.setattr(readers, "_start_method", lambda: started)
    assert list(readers.entries(Tree(tmp_path), files, context, raw, 2)) == alone


def read_only(root: Path) -> Corpus:
    open_corpus(root).close()
    connection = sqlite3.connect(
        f"{(root / '.insikt/index.sqlite').as_uri()}?mode=ro", uri=True, isolation_level=None
    )
    connection.execute("BEGIN")
    return Corpus(connection)


def test_words_are_found_in_an_index_that_cannot_be_written(workspace: Path) -> None:
    with closing(read_only(workspace)) as corpus:
        fill(corpus)
        fill(corpus)
        found = [hit.id for hit in selected(corpus, Question(text="telefon"))]
    assert found == ["exempelkoping/en-vag-in", "exempelkoping/kvallsoppet"]


def test_words_are_found_in_an_index_that_is_filled_half(workspace: Path) -> None:
    with closing(open_corpus(workspace)) as corpus:
        fill(corpus)
    write_workspace(workspace, {"aby/ny": RECORDS["exempelkoping/kvallsoppet"]})
    with closing(read_only(workspace)) as corpus:
        fill(corpus)
        assert len(selected(corpus, Question(text="telefon"))) == 3


@pytest.mark.parametrize("command", [["lint"], ["query", "telefon"], ["aggregate"], ["report"]])
def test_a_workspace_that_cannot_be_written(
    insikt: Insikt, monkeypatch: pytest.MonkeyPatch, command: list[str]
) -> None:
    expected = insikt(*command)
    connect, mkdir = sqlite3.connect, Path.mkdir

    def connected(database: object, **options: object) -> sqlite3.Connection:
        if database == ":memory:":
            return connect(":memory:", **options)
        raise sqlite3.OperationalError("unable to open database file")

    def made(path: Path, *arguments: object, **options: object) -> None:
        if path.name == ".insikt":
            raise PermissionError(errno.EROFS, "read-only")
        mkdir(path, *arguments, **options)

    monkeypatch.setattr(sqlite3, "connect", connected)
    monkeypatch.setattr(Path, "mkdir", made)
    assert insikt(*command) == expected


def test_adding_where_no_folder_for_spares_can_be_made(
    insikt: Insikt, monkeypatch: pytest.MonkeyPatch
) -> None:
    (insikt.root / ".insikt").write_text("", encoding="utf-8")
    monkeypatch.setattr(Path, "hardlink_to", no_links)
    lesson = ["--typ", "lärdom", "--organisation", "aby", "--rubrik", "Kort", "--lärdom", "Nära."]
    assert insikt("add", *lesson)[0] == 0
    assert [path.name for path in (insikt.root / "insights/aby").iterdir()] == ["kort.yaml"]


def test_without_git(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert git.commit(workspace) is None

    def missing(*_: object, **__: object) -> None:
        raise FileNotFoundError(errno.ENOENT, "git")

    monkeypatch.setattr(subprocess, "run", missing)
    assert git.commit(workspace) is None
