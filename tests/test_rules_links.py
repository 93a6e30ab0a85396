from pathlib import Path

import pytest

from conftest import Insikt, write_workspace
from insiktskarta.files.index import open_corpus
from insiktskarta.rules.links import broken_link, circle, former_id_taken, link_to_itself
from insiktskarta.rules.rule import Rule


def trial(more: str) -> str:
    return (
        f"typ: test\nrubrik: Öppet på kvällen\nbeskrivning: Två kvällar i veckan.\nstatus: pågående\n{more}"
    )


def hits(rule: Rule, root: Path, records: dict[str, str]) -> list[tuple[object, ...]]:
    write_workspace(root, {f"exempelkoping/{name}": trial(more) for name, more in records.items()})
    corpus = open_corpus(root)
    assert rule.corpus is not None
    found = [(hit.record.partition("/")[2], *hit.pointer) for hit in rule.corpus(corpus)]
    corpus.close()
    return found


def test_a_link_to_ones_own_former_id_is_no_circle(tmp_path: Path) -> None:
    records = {"a": "tidigare-id: [exempelkoping/gammal]\nbygger-på: [exempelkoping/gammal]\n"}
    assert hits(circle.RULE, tmp_path, records) == []
    assert hits(link_to_itself.RULE, tmp_path, records) == [("a", "bygger-på", 0)]


def test_a_record_is_never_suggested_to_itself(tmp_path: Path) -> None:
    def near(name: str) -> list[object]:
        root = tmp_path / name
        names = {"a": "bygger-på: [exempelkoping/b]\n", "lang-vag": "bygger-på: [exempelkoping/lang-vaq]\n"}
        if name == "tva":
            names["lang-vax"] = ""
        write_workspace(root, {f"exempelkoping/{each}": trial(more) for each, more in names.items()})
        corpus = open_corpus(root)
        assert broken_link.RULE.corpus is not None
        found = [hit.values["near"] for hit in broken_link.RULE.corpus(corpus)]
        corpus.close()
        return found

    assert near("ett") == ["", ""]
    assert near("tva") == ["", "exempelkoping/lang-vax"]


@pytest.mark.parametrize(
    ("target", "near"),
    [
        ("exempelkoping/grund", ""),
        ("exempelkoping/metot", "exempelkoping/metod"),
        ("exempelkopin/metod", "exempelkoping/metod"),
    ],
)
def test_a_suggestion_is_alike_beyond_the_name_of_the_organisation(
    tmp_path: Path, target: str, near: str
) -> None:
    write_workspace(
        tmp_path,
        {"exempelkoping/metod": trial(""), "exempelkoping/zz": trial(f"bygger-på: [{target}]\n")},
    )
    corpus = open_corpus(tmp_path)
    assert broken_link.RULE.corpus is not None
    assert [hit.values["near"] for hit in broken_link.RULE.corpus(corpus)] == [near]
    corpus.close()


def test_a_broken_link_hides_no_circle(tmp_path: Path) -> None:
    records = {
        "a": "bygger-på: [exempelkoping/saknas, exempelkoping/b]\n",
        "b": "bygger-på: [exempelkoping/a]\n",
    }
    assert hits(circle.RULE, tmp_path, records) == [("a", "bygger-på", 1)]


def test_a_link_to_oneself_hides_no_circle(tmp_path: Path) -> None:
    records = {
        "a": "bygger-på: [exempelkoping/a, exempelkoping/b]\n",
        "b": "bygger-på: [exempelkoping/a]\n",
    }
    assert hits(circle.RULE, tmp_path, records) == [("a", "bygger-på", 1)]


def test_a_circle_by_way_of_a_former_id_is_told_once(tmp_path: Path) -> None:
    records = {
        "a": "bygger-på: [exempelkoping/gammal]\n",
        "b": "tidigare-id: [exempelkoping/gammal]\nbygger-på: [exempelkoping/a]\n",
    }
    assert hits(circle.RULE, tmp_path, records) == [("a", "bygger-på", 0)]


@pytest.mark.parametrize(
    ("records", "found"),
    [
        (
            {
                "a": "tidigare-id: [exempelkoping/x, exempelkoping/y]\n",
                "b": "tidigare-id: [exempelkoping/z]\n",
            },
            [],
        ),
        (
            {
                "a": "tidigare-id: [exempelkoping/x, exempelkoping/y]\n",
                "b": "tidigare-id: [exempelkoping/y]\n",
            },
            [("a", "tidigare-id", 1), ("b", "tidigare-id", 0)],
        ),
        (
            dict.fromkeys("abc", "tidigare-id: [exempelkoping/y]\n"),
            [(name, "tidigare-id", 0) for name in "abc"],
        ),
        ({"a": "tidigare-id: [exempelkoping/b]\n", "b": ""}, [("a", "tidigare-id", 0)]),
        ({"a": "tidigare-id: [exempelkoping/a]\n"}, [("a", "tidigare-id", 0)]),
    ],
)
def test_a_former_id_that_leads_to_several(
    tmp_path: Path, records: dict[str, str], found: list[tuple[object, ...]]
) -> None:
    assert hits(former_id_taken.RULE, tmp_path, records) == found


def test_lint_says_what_a_link_to_ones_own_former_id_is(insikt: Insikt) -> None:
    record = trial("tidigare-id: [exempelkoping/gammal]\nbygger-på: [exempelkoping/gammal]\n")
    (insikt.root / "insights/exempelkoping/ny.yaml").write_text(record, encoding="utf-8")
    code, out, _ = insikt("lint")
    assert code == 1
    assert "LI102" in out
