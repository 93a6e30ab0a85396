import json
import sys
from collections import Counter
from contextlib import closing
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType
from typing import Any

import jsonschema
import pytest

from insiktskarta.files.index import open_corpus
from insiktskarta.model.fields import HEADING_LENGTH
from insiktskarta.model.swedish import slug

yaml_rs = pytest.importorskip("yaml_rs", reason="no wheel of yaml-rs for this platform")

SCRIPT = Path(__file__).resolve().parent.parent / "benchmarks/corpus.py"
if not SCRIPT.is_file():
    pytest.skip("the benchmarks are not in this copy", allow_module_level=True)


def loaded(path: Path) -> ModuleType:
    spec = spec_from_file_location(f"benchmark_{path.stem}", path)
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    # A dataclass looks its module up while it is made.
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


corpus: Any = loaded(SCRIPT)


def files(directory: Path) -> dict[str, bytes]:
    found = sorted(directory.rglob("*.yaml"))
    return {path.relative_to(directory).as_posix(): path.read_bytes() for path in found}


def parsed(directory: Path) -> dict[str, dict[str, Any]]:
    texts = {name: raw.decode() for name, raw in files(directory / "insights").items()}
    return {
        name.removesuffix(".yaml"): yaml_rs.loads(text, parse_datetime=False) for name, text in texts.items()
    }


def test_a_seed_gives_the_same_bytes(tmp_path: Path) -> None:
    for name, seed in (("one", 7), ("again", 7), ("other", 8)):
        corpus.write_corpus(tmp_path / name, 60, seed=seed, faults=0.1)
    assert files(tmp_path / "one") == files(tmp_path / "again")
    assert files(tmp_path / "one") != files(tmp_path / "other")


def test_a_clean_corpus_is_written_as_it_should_be(tmp_path: Path) -> None:
    corpus.write_corpus(tmp_path, 200)
    (tmp_path / "schemas").mkdir()
    with closing(open_corpus(tmp_path)) as index:
        found = {each.code for each in index.findings()}
    assert not {code for code in found if code.startswith(("FO", "YA", "SC", "VO"))}


def test_headings_fit_on_a_card_however_many_there_are() -> None:
    make = corpus.maker(1)
    make.taken.update(str(number) for number in range(1_000_000))  # so the numbers are long

    def longest(phrases: list[str]) -> str:
        return max(phrases, key=len)

    make.random.choice = longest
    for kind in make.headings:
        plain, placed, numbered = (make.heading(kind) for _ in range(3))
        assert placed.startswith(f"{plain} i ")
        assert numbered.startswith(f"{plain}, grupp ")
        assert len(placed) <= HEADING_LENGTH
        assert len(numbered) <= HEADING_LENGTH


def test_a_clean_corpus_is_yaml_with_known_terms_and_whole_links(tmp_path: Path) -> None:
    assert corpus.write_corpus(tmp_path, 400) == {}
    records = parsed(tmp_path)
    kinds = Counter(record["typ"] for record in records.values())
    assert kinds == {"insikt": 280, "insiktsarbete": 40, "test": 32, "lärdom": 28, "fråga": 20}
    assert len({record["rubrik"] for record in records.values()}) == 400
    assert all(slug(name.partition("/")[2]) == name.partition("/")[2] for name in records)
    terms = corpus.maker(1).terms
    assert "budget-och-ekonomi" not in terms["teman"]
    links = 0
    for name, record in records.items():
        for facet in ("perspektiv", "grupper", "livssituation", "förflyttningar", "teman", "metoder"):
            assert set(record.get(facet, [])) <= set(terms[facet]), name
        for key in ("bygger-på", "lika", "motsäger"):
            assert set(record.get(key, [])) <= set(records), name
            links += len(record.get(key, []))
    assert links > 200


def test_the_places_are_made_up_and_declared(tmp_path: Path) -> None:
    corpus.write_corpus(tmp_path, 50)
    declared = yaml_rs.loads((tmp_path / "insikt.yaml").read_text(encoding="utf-8"))["organisationer"]
    assert {path.name for path in (tmp_path / "insights").iterdir()} == set(declared)
    assert len(declared) >= 13
    real = (SCRIPT.parent.parent / "src/insiktskarta/model/data/organisations.csv").read_text(
        encoding="utf-8"
    )
    assert not [slug for slug in declared if f"\n{slug}," in real]


def test_faults_spoil_that_share_in_every_way(tmp_path: Path) -> None:
    faulty = corpus.write_corpus(tmp_path, 200, faults=0.05)
    assert sorted(faulty.values()) == sorted(corpus.FAULTS * 2)
    texts = {name: (tmp_path / "insights" / f"{name}.yaml").read_text(encoding="utf-8") for name in faulty}
    signs = ("\nförflytningar:", "samvärkan", "/finns-inte", "\n\t")
    for name, fault in faulty.items():
        expected = {
            "unknown key": "\nförflytningar:",
            "unknown term": "samvärkan",
            "broken link": "/finns-inte",
            "tab": "\n\t",
        }.get(fault)
        assert [sign for sign in signs if sign in texts[name]] == ([expected] if expected else [])
        assert ("\nrubrik:" in texts[name]) == (fault != "missing field")


def test_the_forms_for_other_tools(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(SCRIPT.parent))
    peers: Any = loaded(SCRIPT.with_name("corpus_peers.py"))
    peers.write_peer_schemas(tmp_path)
    schema = json.loads((tmp_path / "peer.schema.json").read_text(encoding="utf-8"))
    corpus.write_corpus(tmp_path, 60)
    for record in parsed(tmp_path).values():
        jsonschema.validate(record, schema)
    assert (tmp_path / "peer.yamale.yaml").read_text(encoding="utf-8").startswith("typ: enum('insikt', ")
    peers.write_doorstop(tmp_path / "doorstop", 60)
    items = {
        path.stem: yaml_rs.loads(path.read_text(encoding="utf-8")) for path in tmp_path.rglob("INS*.yml")
    }
    assert len(items) == 60
    assert all(next(iter(link)) in items for item in items.values() for link in item["links"])
