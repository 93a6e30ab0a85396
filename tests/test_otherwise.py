"""The corpus as it would be is the corpus that there is, once the files are so."""

import shutil
import tempfile
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conftest import RECORDS, SETTINGS, write_workspace
from insiktskarta.files import readers
from insiktskarta.files.check import verdict
from insiktskarta.files.index import Day, open_corpus
from insiktskarta.files.otherwise import otherwise
from insiktskarta.files.scan import is_read, is_stray, misplaced, scan
from insiktskarta.model.corpus import Corpus

DAY = Day("2026-11-24", thorough=True)
NAMES = [*RECORDS, "aby/ny", "pahittsala/äldre namn"]
TEXTS = [
    *RECORDS.values(),
    RECORDS["exempelkoping/en-vag-in"].replace("[ungdomar]", "[ungdomarr]"),
    RECORDS["exempelkoping/intervjuer"] + "bygger-på: [exempelkoping/kvallsoppet]\n",
    RECORDS["pahittsala/far-inte-veta"] + "tidigare-id: [exempelkoping/en-vag-in]\n",
    "# insikt: ignore LI101 -- på väg\n" + RECORDS["exempelkoping/kvallsoppet"],
    "typ: [",
    "",
]
OWN = (
    SETTINGS
    + "lint: {ignorera: [LI]}\nordförråd: {grupper: {studenter: {etikett: x, räknas-som: ungdomar}}}\n"
)
FILES = [f"insights/{name}.yaml" for name in NAMES] + ["insights/fel.yaml", "insights/aby/fel.yml"]
OTHERS = st.dictionaries(st.sampled_from(FILES), st.none() | st.sampled_from(TEXTS), max_size=4)
ALSO_SETTINGS = st.none() | st.sampled_from(["", SETTINGS, OWN, "deltagare: ["])


def answers(corpus: Corpus) -> dict[str, Any]:
    record = "(SELECT id FROM record WHERE record.nr = t.nr)"
    return {
        "records": corpus.rows("SELECT * FROM records ORDER BY id"),
        "data": corpus.rows("SELECT id, data FROM record JOIN content USING (nr) ORDER BY id"),
        "terms": corpus.rows(f"SELECT {record}, facet, term, position FROM term AS t ORDER BY 1, 2, 3"),
        "links": corpus.rows(f"SELECT {record}, key, position, target FROM link AS t ORDER BY 1, 2, 3"),
        "former": corpus.rows(f"SELECT id, {record} FROM former AS t ORDER BY 1, 2"),
        "organisations": corpus.rows("SELECT * FROM organisation ORDER BY position"),
        "findings": verdict(corpus),
        "settings": (corpus.lint, corpus.participants, corpus.fields),
    }


def put(root: Path, others: dict[str, bytes | None]) -> None:
    for path, content in others.items():
        place = root / path
        if content is None:
            place.unlink(missing_ok=True)
        else:
            place.parent.mkdir(exist_ok=True)
            place.write_bytes(content)


@settings(max_examples=60)
@given(OTHERS, ALSO_SETTINGS, st.booleans())
def test_what_would_be_is_what_is_when_it_is_so(
    others: dict[str, str | None], about: str | None, thorough: bool
) -> None:
    day = Day(DAY.date, thorough)
    content = {path: None if text is None else text.encode() for path, text in others.items()}
    if about is not None:
        content["insikt.yaml"] = about.encode()
    with tempfile.TemporaryDirectory() as folder:
        root, copy = Path(folder, "a"), Path(folder, "b")
        write_workspace(root, RECORDS)
        shutil.copytree(root, copy)
        put(copy, content)
        with closing(open_corpus(root, day=day)) as corpus:
            before = answers(corpus)
            with (
                closing(otherwise(corpus, root, content, day)) as imagined,
                closing(open_corpus(copy, day=day)) as real,
            ):
                assert answers(imagined) == answers(real)
            assert answers(corpus) == before
        with closing(open_corpus(root, day=day)) as corpus:
            assert answers(corpus) == before


def test_several_processes_imagine_the_same(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    content = {"insikt.yaml": OWN.encode(), "insights/aby/ny.yaml": TEXTS[5].encode()}
    with closing(open_corpus(workspace, day=DAY)) as corpus:
        with closing(otherwise(corpus, workspace, content, DAY)) as imagined:
            alone = answers(imagined)
        monkeypatch.setattr(readers, "_MANY", 2)
        monkeypatch.setattr(readers, "_PORTION", 2)
        with closing(otherwise(corpus, workspace, content, DAY, processes=2)) as imagined:
            assert answers(imagined) == alone


FOLDERS = st.lists(st.sampled_from(["insights", "grums", ".dold", "å"]), max_size=3)
LAST = st.sampled_from(["a.yaml", "b.yml", "C.YAML", "d.yaml.txt", "e.md", ".f.yaml", "å.yaml", ".yaml"])


@given(FOLDERS, LAST)
def test_where_a_file_lies_is_judged_by_its_path_as_by_a_walk(folders: list[str], name: str) -> None:
    path = "/".join(["insights", *folders, name])
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder, path)
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text("x", encoding="utf-8")
        found = scan(Path(folder))
    assert is_read(path) == (path in found.files)
    assert is_stray(path) == (path in found.strays)
    assert misplaced(path) == found.misplaced.get(path)
