"""The rows of terms: a run that only checks leaves them out, and no question notices."""

import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import pytest

from insiktskarta.files import entry, index, terms
from insiktskarta.files.index import Day, open_corpus
from insiktskarta.files.otherwise import otherwise
from insiktskarta.model.corpus import Corpus
from insiktskarta.query.question import Question
from insiktskarta.query.select import selected

DAY = Day("2026-06-01")
HOW_MANY = "SELECT count(*) FROM main.term"
ALL = "SELECT id, facet, position, term FROM term JOIN record USING (nr) ORDER BY id, facet, term"
EXPECTED = [
    ("exempelkoping/en-vag-in", "förflyttningar", 0, "akut-till-förebyggande"),
    ("exempelkoping/en-vag-in", "grupper", 0, "ungdomar"),
    ("exempelkoping/en-vag-in", "perspektiv", 0, "invånare"),
    ("exempelkoping/en-vag-in", "perspektiv-säkerhet", None, "uttalat"),
    ("exempelkoping/en-vag-in", "röst", None, "egen"),
    ("exempelkoping/en-vag-in", "teman", 0, "tillgänglighet-och-tillit"),
]


@contextmanager
def opened(root: Path, **options: Any) -> Iterator[Corpus]:
    with closing(open_corpus(root, **options)) as corpus:
        yield corpus


def age(root: Path) -> None:
    """Make files ones of an hour ago, so that they are not looked at once more for having been written just now."""
    for path in root.glob("insights/*/*.yaml"):
        os.utime(path, (time.time() - 3600,) * 2)


def change(root: Path, group: str = "föräldrar") -> None:
    path = root / "insights/exempelkoping/en-vag-in.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("ungdomar", group), encoding="utf-8")
    age(root)


@pytest.fixture
def checked(workspace: Path) -> Path:
    """A workspace that has been checked, and that nobody has asked anything of."""
    age(workspace)
    open_corpus(workspace, day=DAY).close()
    return workspace


def test_a_check_writes_none(checked: Path) -> None:
    with opened(checked, day=DAY) as corpus:
        assert corpus.value(HOW_MANY) == 0
        assert corpus.rows(ALL)[:6] == EXPECTED


def test_the_first_question_writes_them(checked: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with opened(checked, day=DAY) as corpus:
        expected = corpus.rows(ALL)
    with opened(checked) as corpus:
        assert corpus.value(HOW_MANY) == len(expected) > len(EXPECTED)
        assert corpus.rows(ALL) == expected
    monkeypatch.setattr(terms, "fill", None)
    with opened(checked) as corpus:  # the second one finds them
        assert corpus.rows(ALL) == expected


def test_only_new_records_terms_are_written(checked: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    open_corpus(checked).close()
    change(checked)
    written: list[str] = []
    monkeypatch.setattr(
        terms.json, "loads", lambda text, loads=terms.json.loads: [written.append(text), loads(text)][1]
    )
    with opened(checked) as corpus:
        assert ("exempelkoping/en-vag-in", "grupper", 0, "föräldrar") in corpus.rows(ALL)
        assert ("exempelkoping/en-vag-in", "grupper", 0, "ungdomar") not in corpus.rows(ALL)
    assert len([text for text in written if text.startswith("[[")]) == 1


def test_a_check_after_a_change_leaves_what_is_there(checked: Path) -> None:
    open_corpus(checked).close()
    change(checked)
    with opened(checked, day=DAY) as corpus:
        assert ("exempelkoping/en-vag-in", "grupper", 0, "föräldrar") in corpus.rows(ALL)
        expected = corpus.rows(ALL)
        assert 0 < corpus.value(HOW_MANY) < len(expected)
    with opened(checked) as corpus:
        assert corpus.rows(ALL) == expected


def test_a_term_given_twice_is_one_row_with_the_last_place(workspace: Path) -> None:
    path = workspace / "insights/exempelkoping/en-vag-in.yaml"
    path.write_text(
        path.read_text(encoding="utf-8").replace("[ungdomar]", "[ungdomar, vuxna, ungdomar]"),
        encoding="utf-8",
    )
    wanted = [
        ("exempelkoping/en-vag-in", "grupper", 2, "ungdomar"),
        ("exempelkoping/en-vag-in", "grupper", 1, "vuxna"),
    ]
    for day in (DAY, None):
        with opened(workspace, day=day) as corpus:
            assert [row for row in corpus.rows(ALL)[:7] if row[1] == "grupper"] == wanted


@pytest.mark.parametrize("many", [0, 10_000])
def test_many_at_once_are_as_good_as_few(checked: Path, monkeypatch: pytest.MonkeyPatch, many: int) -> None:
    monkeypatch.setattr(terms, "_MANY", many)
    with opened(checked) as corpus:
        assert corpus.rows(ALL)[:6] == EXPECTED
        plan = corpus.rows(
            "EXPLAIN QUERY PLAN SELECT nr FROM term WHERE facet = 'grupper' AND term = 'ungdomar'"
        )
        assert "term_by_term" in plan[0][3]


def test_a_selection_is_the_same_with_and_without_rows(checked: Path) -> None:
    question = Question(terms={"grupper": ("ungdomar",), "perspektiv": ("invånare",)})
    with opened(checked, day=DAY) as corpus:
        found = selected(corpus, question)
    with opened(checked) as corpus:
        assert selected(corpus, question) == found
    assert len(found) == 2


def test_the_public_view_tells_all_of_them(checked: Path) -> None:
    sql = "SELECT id, facet, term FROM terms ORDER BY id, facet, term"
    with closing(sqlite3.connect(checked / ".insikt/index.sqlite")) as other:
        before = other.execute(sql).fetchall()
        open_corpus(checked).close()
        assert other.execute(sql).fetchall() == before
    assert before[:6] == [(id_, facet, term) for id_, facet, _, term in EXPECTED]


def test_where_they_cannot_be_written_nothing_is_read_again(
    checked: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = (checked / ".insikt/index.sqlite").read_bytes()
    monkeypatch.setattr(
        index,
        "_connect",
        lambda where: sqlite3.connect(f"file:{where}?mode=ro", uri=True, isolation_level=None),
    )
    monkeypatch.setattr(entry, "parse", None)
    with opened(checked) as corpus:
        assert corpus.rows(ALL)[:6] == EXPECTED
    assert (checked / ".insikt/index.sqlite").read_bytes() == before


def test_two_that_want_to_write_them_at_once(checked: Path) -> None:
    with closing(sqlite3.connect(checked / ".insikt/index.sqlite", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")  # as one that is about to write, and waits for readers to leave
        with opened(checked) as corpus:
            assert corpus.rows(ALL)[:6] == EXPECTED
            assert corpus.value(HOW_MANY) == 0
        other.execute("ROLLBACK")
    with opened(checked) as corpus:
        assert corpus.rows(ALL)[:6] == EXPECTED
        assert corpus.value(HOW_MANY) > len(EXPECTED)


def test_how_it_would_be_is_asked_of_an_index_without_rows(checked: Path) -> None:
    text = (checked / "insights/exempelkoping/en-vag-in.yaml").read_text(encoding="utf-8")
    others = {"insights/exempelkoping/ny.yaml": text.replace("ungdomar", "äldre").encode()}
    with opened(checked, day=DAY) as corpus, closing(otherwise(corpus, checked, others)) as then:
        expected = then.rows(ALL)
        assert ("exempelkoping/ny", "grupper", 0, "äldre") in expected
    with opened(checked) as corpus, closing(otherwise(corpus, checked, others)) as then:
        assert then.rows(ALL) == expected


def test_a_rule_about_all_records_sees_them(workspace: Path) -> None:
    settings = workspace / "insikt.yaml"
    settings.write_text(
        settings.read_text(encoding="utf-8")
        + "ordförråd:\n  grupper:\n    nattugglor: {etikett: nattugglor}\n",
        encoding="utf-8",
    )
    change(workspace, "nattugglor")
    with opened(workspace, day=DAY) as corpus:
        assert [each.path for each in corpus.findings() if each.code == "VO104"] == [
            "insights/exempelkoping/en-vag-in.yaml"
        ]
