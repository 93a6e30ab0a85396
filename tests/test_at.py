"""A workspace as it was: what git holds is read as what lies on the disk, and nothing is written."""

import os
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from conftest import RECORDS, Insikt, write_workspace
from git_workspace import git, keep, start
from insiktskarta import load
from insiktskarta.files.at import state
from insiktskarta.files.earlier import corpus_at
from insiktskarta.files.index import open_corpus
from insiktskarta.files.scan import is_read, misplaced, scan
from insiktskarta.model.corpus import Corpus
from insiktskarta.model.errors import InsiktError

INSIGHT = "typ: insikt\nrubrik: {heading}\ninsikt: En mening.\nperspektiv: [{circle}]\nröst: egen\n"
TABLES = {
    "record": "SELECT id, organisation, type, heading, statement, region, gathered, year, data FROM record JOIN content USING (nr)",
    "term": "SELECT id, facet, term, position FROM term JOIN record USING (nr)",
    "link": "SELECT id, key, position, target FROM link JOIN record USING (nr)",
    "former": "SELECT former.id, record.id FROM former JOIN record USING (nr)",
    "organisation": "SELECT * FROM organisation",
    "file": "SELECT path, blob FROM file",
    "finding": "SELECT path, line, code, message FROM finding WHERE NOT corpus",
    "workspace": "SELECT value FROM meta WHERE key = 'workspace'",
}


@pytest.fixture
def repository(workspace: Path) -> Path:
    """The small workspace in three commits: two records, three, all."""
    start(workspace)
    files = {name: workspace / "insights" / f"{name}.yaml" for name in RECORDS}
    for path in files.values():
        path.unlink()
    for day, names in (
        ("2023-05-10", ("exempelkoping/en-vag-in", "exempelkoping/intervjuer")),
        ("2024-02-29", ("pahittsala/foraldrar-upprepar",)),
        ("2025-01-01", tuple(RECORDS)),
    ):
        for name in names:
            files[name].write_text(RECORDS[name], encoding="utf-8", newline="\n")
        keep(workspace, day)
    return workspace


def ids(corpus: Corpus) -> list[str]:
    with closing(corpus):
        return sorted(row[0] for row in corpus.rows("SELECT id FROM record"))


def all_of(corpus: Corpus) -> dict[str, list[tuple[object, ...]]]:
    with closing(corpus):
        return {name: sorted(corpus.rows(sql), key=repr) for name, sql in TABLES.items()}


@pytest.mark.parametrize(
    ("when", "count"),
    [
        ("HEAD", 5),
        ("HEAD~1", 3),
        ("HEAD~2", 2),
        ("main", 5),
        ("2023-05-10", 2),
        ("2023", 2),
        ("2024-02", 3),
        ("2024-02-28", 2),
        ("2024-02-29", 3),
        ("2024", 3),
        ("2025", 5),
        ("9999", 5),
        ("9999-12-31", 5),
    ],
)
def test_revisions_and_days(repository: Path, when: str, count: int) -> None:
    assert len(ids(corpus_at(repository, when))) == count


@pytest.mark.parametrize(
    ("when", "words"),
    [
        ("2023-05-09", "2023-05-10"),
        ("2001", "2023-05-10"),
        ("0001", "2023-05-10"),
        ("0000", "no revision"),
        ("2024-13", "no revision"),
        ("2024-02-30", "no revision"),
        ("nonsense", "no revision"),
        ("-q", "no revision"),
        ("--upload-pack=touch x", "no revision"),
        ("HEAD~99", "no revision"),
        ("HEAD:insights", "no revision"),
        ("", "no revision"),
        ("^HEAD", "no revision"),
        ("HEAD..HEAD~1", "no revision"),
        ("a\0b", "no revision"),
        ("åäö \ud800", "no revision"),
    ],
)
def test_what_is_no_state_is_said(repository: Path, when: str, words: str) -> None:
    with pytest.raises(InsiktError) as caught:
        state(repository, when)
    assert words in f"{caught.value.message} {caught.value.values}"


def test_a_tag_that_looks_like_a_year_is_the_tag(repository: Path) -> None:
    git(repository, "tag", "2025", "HEAD~2")
    git(repository, "tag", "-a", "2024", "-m", "Bilaga", "HEAD~2")
    assert len(ids(corpus_at(repository, "2025"))) == 2
    assert len(ids(corpus_at(repository, "2024"))) == 2


def test_a_day_is_the_commits_own_whatever_the_zone(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (repository / "insights/aby").mkdir()
    (repository / "insights/aby/ny.yaml").write_text(
        INSIGHT.format(heading="Ny", circle="klienter"), encoding="utf-8"
    )
    keep(repository, "2025-06-01T00:30:00+0200")  # 31 May in London
    for zone in ("UTC", "Pacific/Kiritimati", "Pacific/Pago_Pago"):
        monkeypatch.setenv("TZ", zone)
        assert len(ids(corpus_at(repository, "2025-05-31"))) == 5
        assert len(ids(corpus_at(repository, "2025-06-01"))) == 6


def test_what_was_merged_later_was_not_there(repository: Path) -> None:
    git(repository, "checkout", "-q", "-b", "sida", "HEAD~1")
    (repository / "insights/aby").mkdir()
    (repository / "insights/aby/ny.yaml").write_text(
        INSIGHT.format(heading="Ny", circle="klienter"), encoding="utf-8"
    )
    keep(repository, "2025-02-01")
    git(repository, "checkout", "-q", "main")
    git(repository, "merge", "-q", "--no-ff", "-m", "Slå ihop", "sida", day="2025-03-01")
    assert len(ids(corpus_at(repository, "2025-02-15"))) == 5
    assert len(ids(corpus_at(repository, "2025-03-01"))) == 6


def test_nothing_is_written_and_the_disk_does_not_matter(repository: Path) -> None:
    for path in (repository / "insights").rglob("*.yaml"):
        path.unlink()
    (repository / "insikt.yaml").write_text("språk: [", encoding="utf-8")

    def everything() -> dict[str, tuple[int, int]]:
        return {str(path): (path.stat().st_size, path.stat().st_mtime_ns) for path in repository.rglob("*")}

    before = everything()
    corpus = corpus_at(repository, "HEAD~1")
    assert corpus.participants == ("exempelkoping", "pahittsala", "aby")
    assert corpus.at is not None
    assert corpus.at.date == "2024-02-29"
    assert len(ids(corpus)) == 3
    assert everything() == before


def hostile(root: Path) -> None:
    folder = root / "insights/aby"
    folder.mkdir(exist_ok=True)
    good = INSIGHT.format(heading="Rubrik med å", circle="klienter").encode()
    texts = {
        "insights/aby/crlf.yaml": good.replace(b"\n", b"\r\n"),
        "insights/aby/bom.yaml": b"\xef\xbb\xbf" + good,
        "insights/aby/tom.yaml": b"",
        "insights/aby/binar.yaml": bytes(range(256)),
        "insights/aby/stor.yaml": good + b"# " + b"x" * 300_000,
        "insights/aby/fel.yaml": b"typ: [",
        "insights/aby/mellan slag å.yaml": good,
        "insights/aby/versal.YAML": good,
        "insights/aby/post.yml": good,
        "insights/aby/post.yaml.txt": good,
        "insights/aby/.dold.yaml": good,
        "insights/aby/README.md": b"x",
        "insights/aby/djup/post.yaml": good,
        "insights/aby/djup/djupare/post.yml": good,
        "insights/.git-annan/post.yaml": good,
        "insights/los.yaml": good,
        "insights/README.md": b"x",
        "insights-2/aby/annat.yaml": good,
    }
    if os.name == "posix":
        texts["insights/aby/rad\nbrytning.yaml"] = good
        texts["insights/aby/bak\\streck.yaml"] = good
    for name, content in texts.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    if os.name == "posix":
        (folder / "lank.yaml").symlink_to("crlf.yaml")
        (folder / "ingenstans.yaml").symlink_to("finns-inte.yaml")


@pytest.mark.parametrize("below", ["", "kommuner/vårt område"])
def test_what_was_committed_is_read_as_what_lies_on_the_disk(tmp_path: Path, below: str) -> None:
    start(tmp_path / "förråd")
    root = tmp_path / "förråd" / below
    write_workspace(root, RECORDS)
    hostile(root)
    if below:  # a neighbour's records are not ours
        write_workspace(tmp_path / "förråd", RECORDS)
    keep(tmp_path / "förråd", "2024-01-01")
    then, now = all_of(corpus_at(root, "HEAD")), all_of(open_corpus(root))
    assert len(now["record"]) > len(RECORDS) + 3
    for name in TABLES:
        assert then[name] == now[name], name


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.lists(
            st.sampled_from(["a", "b.yaml", "c.yml", ".d", "e.yaml.txt", "F.YAML", "g\\h.yaml", "md"]),
            min_size=1,
            max_size=4,
        ),
        max_size=6,
    )
)
def test_a_path_is_judged_as_the_walk_judges_it(
    tmp_path_factory: pytest.TempPathFactory, places: list[list[str]]
) -> None:
    root = tmp_path_factory.mktemp("väg")
    (root / "insights").mkdir()
    for parts in places:
        path = root.joinpath("insights", *parts)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text("x", encoding="utf-8")
        except OSError:  # one path is a file where another has a folder
            continue
    found = scan(root)
    for path in (root / "insights").rglob("*"):
        name = path.relative_to(root).as_posix()
        # A folder that is called like a record is read as one, and found unreadable; git holds no folders.
        if path.is_file() and not any(part.is_dir() for part in path.parents if part.name.endswith(".yaml")):
            assert is_read(name) == (name in found.files)
            assert found.misplaced.get(name) == misplaced(name)


def test_a_folder_outside_git_and_a_machine_without_it(
    workspace: Path, monkeypatch: pytest.MonkeyPatch, insikt: Insikt
) -> None:
    code, out, err = insikt("query", "--at", "2024-01-01", lang="en")
    assert (code, out) == (2, "")
    assert "in no git repository" in err
    monkeypatch.setenv("PATH", "")
    code, _, err = insikt("query", "--at", "2024-01-01", lang="en")
    assert code == 2
    assert "not installed" in err


def test_a_shallow_clone_says_so(repository: Path, tmp_path: Path) -> None:
    git(tmp_path, "clone", "-q", "--depth", "1", repository.as_uri(), "grund")
    for when in ("HEAD~1", "2024"):
        with pytest.raises(InsiktError) as caught:
            state(tmp_path / "grund", when)
        assert "--unshallow" in caught.value.message
    assert len(ids(corpus_at(tmp_path / "grund", "HEAD"))) == 5


def test_a_clone_without_contents_is_not_filled_from_elsewhere(repository: Path, tmp_path: Path) -> None:
    git(repository, "config", "uploadpack.allowFilter", "true")
    git(tmp_path, "clone", "-q", "--filter=blob:none", "--no-checkout", repository.as_uri(), "tunn")
    with pytest.raises(InsiktError) as caught:
        corpus_at(tmp_path / "tunn", "HEAD")
    assert "lacks some of its contents" in caught.value.message


def test_no_commits_and_no_workspace_then(tmp_path: Path) -> None:
    root = tmp_path / "nytt"
    start(root)
    with pytest.raises(InsiktError, match="no commits"):
        state(root, "2024")
    (root / "annat.txt").write_text("x", encoding="utf-8")
    keep(root, "2024-01-01")
    write_workspace(root, RECORDS)
    keep(root, "2025-01-01")
    with pytest.raises(InsiktError, match="no insights/"):
        state(root, "2024")
    assert len(ids(corpus_at(root, "2025"))) == len(RECORDS)


@pytest.mark.parametrize(
    "command", [["query", "--output-format", "ids"], ["aggregate", "--by", "typ"], ["report"]]
)
def test_commands_answer_for_then(repository: Path, insikt: Insikt, command: list[str]) -> None:
    then = insikt(*command, "--at", "HEAD~1")
    now = insikt(*command)
    assert then[0] == now[0] == 0
    assert then[1] != now[1]
    assert insikt(*command, "--at", "HEAD")[1] == now[1]


def test_a_record_is_shown_as_it_was(repository: Path, insikt: Insikt) -> None:
    path = repository / "insights/exempelkoping/en-vag-in.yaml"
    now = insikt("show", "exempelkoping/en-vag-in")[1]
    path.write_text(path.read_text("utf-8").replace("rubrik: ", "rubrik: Ändrad, "), encoding="utf-8")
    keep(repository, "2025-06-01")
    changed = insikt("show", "exempelkoping/en-vag-in")[1]
    assert changed.startswith("Ändrad, ")
    for when in ("HEAD~1", "2025-05-31"):
        assert insikt("show", "en-vag-in", "--at", when) == (0, now, "")
    path.unlink()
    assert insikt("show", "insights/exempelkoping/en-vag-in.yaml", "--at", "HEAD") == (0, changed, "")


def test_a_record_that_was_not_there_then(repository: Path, insikt: Insikt) -> None:
    later = "pahittsala/foraldrar-upprepar"
    assert insikt("show", later)[0] == 0
    code, out, err = insikt("show", later, "--at", "2023-12-31", lang="en")
    assert (code, out) == (2, "")
    assert f"There was no record “{later}” then" in err


def test_words_are_found_then(repository: Path, insikt: Insikt) -> None:
    assert (
        insikt("query", "telefonkö", "--at", "2023", "--output-format", "ids")[1]
        == "exempelkoping/en-vag-in\n"
    )
    assert insikt("query", "avslag", "--at", "2023", "--output-format", "ids")[1] == ""
    assert insikt("query", "avslag", "--output-format", "ids")[1] == "pahittsala/far-inte-veta\n"


def test_the_map_says_which_state_it_shows(repository: Path, insikt: Insikt, tmp_path: Path) -> None:
    name = git(repository, "rev-parse", "--short", "HEAD~1")
    assert insikt("map", "--at", "2024-12-24", "-o", str(tmp_path / "då.svg"))[0] == 0
    text = (tmp_path / "då.svg").read_text(encoding="utf-8")
    assert "2024-02-29" in text
    assert name in text
    assert insikt("map", "--at", "2025", "-o", str(tmp_path / "nu.svg"))[0] == 0
    insikt("map", "-o", str(tmp_path / "disk.svg"))
    shown = [
        [
            line
            for line in (tmp_path / name).read_text(encoding="utf-8").splitlines()
            if "dc:source" not in line
        ]
        for name in ("nu.svg", "disk.svg")
    ]
    assert shown[0] == shown[1]


def test_a_hook_of_another_repository_does_not_lead_astray(
    repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    start(tmp_path / "annat")
    keep(tmp_path / "annat", "2020-01-01")
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "annat/.git"))
    monkeypatch.setenv("GIT_INDEX_FILE", str(tmp_path / "annat/.git/index"))
    assert len(ids(corpus_at(repository, "2024"))) == 3


def test_the_library_loads_then_too(repository: Path) -> None:
    assert len(ids(load(repository, at="2024-02"))) == 3
    assert len(ids(load(repository))) == 5


def test_what_today_keeps_in_hold_is_kept_of_earlier_records_too(repository: Path, insikt: Insikt) -> None:
    """A review that is asked for now cannot be passed by asking for yesterday."""
    before = insikt("query", "--at", "HEAD", "--output-format", "json")[1]
    assert "Unga orkar söka hjälp" in before
    settings = repository / "insikt.yaml"
    text = settings.read_text(encoding="utf-8") + "kräv-granskning: true\nminsta-antal: 20\n"
    settings.write_text(text, encoding="utf-8")
    code, out, err = insikt("query", "--at", "HEAD", "--output-format", "json")
    assert code == 0
    assert "Unga orkar söka hjälp" not in out
    assert '"<20"' in out
    assert "granskad" in err
