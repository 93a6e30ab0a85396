from pathlib import Path

import pytest

from conftest import write_workspace
from insiktskarta.files.index import open_corpus
from insiktskarta.rules.duplicates import same_text, similar_text
from insiktskarta.rules.links import circle
from insiktskarta.rules.vocabulary import uncounted_term

SETTINGS = """\
organisationer:
  exempelkoping: {namn: Exempelköping, slag: kommun}
  pahittsala: {namn: Påhittsala, slag: kommun}
"""
HEADING = "Unga vill ha en kort väg in"
STATEMENT = "Unga orkar söka hjälp en gång. Möter de en telefonkö ger de upp."
NEARLY = "Ungdomar orkar söka hjälp en gång. Möts de av en telefonkö ger de upp."


def insight(heading: str = HEADING, statement: str = STATEMENT, more: str = "") -> str:
    return (
        f"typ: insikt\nrubrik: {heading}\ninsikt: {statement}\nperspektiv: [invånare]\n"
        f"röst: egen\ncitat: [Jag ringer en gång.]\n{more}"
    )


def hits(rule, root: Path, records: dict[str, str], settings: str = SETTINGS) -> list[tuple]:
    write_workspace(root, records, settings)
    corpus = open_corpus(root)
    found = [(hit.record, hit.pointer, hit.values) for hit in rule.corpus(corpus)]
    corpus.close()
    return found


@pytest.mark.parametrize(
    ("heading", "statement"),
    [(HEADING, STATEMENT), (HEADING.upper(), STATEMENT.replace(". ", " – ").rstrip("."))],
)
def test_the_same_text_twice(tmp_path, heading, statement):
    records = {
        "exempelkoping/a": insight(),
        "exempelkoping/b": insight(statement="Något helt annat, med samma rubrik som de andra två."),
        "pahittsala/c": insight(f'"{heading}"', f'"{statement}"'),
    }
    expected = [("pahittsala/c", ("rubrik",), {"other": "exempelkoping/a"})]
    assert hits(same_text.RULE, tmp_path, records) == expected
    assert hits(similar_text.RULE, tmp_path, records) == []


@pytest.mark.parametrize("key", ["lika", "bygger-på", "motsäger"])
@pytest.mark.parametrize("forth", [True, False])
@pytest.mark.parametrize("statement", [STATEMENT, NEARLY])
def test_linked_records_may_be_alike(tmp_path, key, forth, statement):
    linked = {True: f"{key}: [pahittsala/b]\n", False: f"{key}: [exempelkoping/a]\n"}
    records = {
        "exempelkoping/a": insight(more=linked[True] if forth else ""),
        "pahittsala/b": insight(statement=statement, more="" if forth else linked[False]),
    }
    assert hits(same_text.RULE, tmp_path, records) == []
    assert hits(similar_text.RULE, tmp_path, records) == []


def test_a_link_to_a_former_id_excuses(tmp_path):
    records = {
        "exempelkoping/a": insight(more="lika: [pahittsala/gammal]\n"),
        "pahittsala/b": insight(statement=NEARLY, more="tidigare-id: [pahittsala/gammal]\n"),
    }
    assert hits(similar_text.RULE, tmp_path, records) == []


def test_one_of_three_copies_is_linked(tmp_path):
    records = {
        "exempelkoping/a": insight(),
        "exempelkoping/b": insight(more="lika: [exempelkoping/a]\n"),
        "exempelkoping/c": insight(),
    }
    assert [hit[0] for hit in hits(same_text.RULE, tmp_path, records)] == ["exempelkoping/c"]


def test_nearly_the_same_text_within_and_across_organisations(tmp_path):
    records = {
        "exempelkoping/a": insight(),
        "exempelkoping/b": insight(statement=NEARLY),
        "pahittsala/c": insight(statement=f"{NEARLY} Så är det."),
        "pahittsala/d": insight(
            "Tillit tar tid att bygga", "Den som har blivit sviken prövar länge innan hen litar."
        ),
    }
    found = hits(similar_text.RULE, tmp_path, records)
    assert [(record, values["other"]) for record, _, values in found] == [
        ("exempelkoping/b", "exempelkoping/a"),
        ("pahittsala/c", "exempelkoping/b"),
    ]
    assert all(65 <= values["percent"] < 100 for *_, values in found)


def test_other_types_are_not_compared_by_likeness(tmp_path):
    lesson = f"typ: lärdom\nrubrik: {HEADING}\nlärdom: {NEARLY}\n"
    assert hits(similar_text.RULE, tmp_path, {"exempelkoping/a": insight(), "exempelkoping/b": lesson}) == []


def test_records_without_a_text_are_not_compared(tmp_path):
    study = "typ: insiktsarbete\nrubrik: Intervjuer på fritidsgården\nmetoder: [intervju]\nstatus: pågående\n"
    records = {"exempelkoping/a": study, "exempelkoping/b": study}
    assert hits(same_text.RULE, tmp_path, records) == []
    assert hits(similar_text.RULE, tmp_path, records) == []


@pytest.mark.parametrize("rule", [same_text.RULE, similar_text.RULE, circle.RULE, uncounted_term.RULE])
def test_an_empty_workspace(tmp_path, rule):
    assert hits(rule, tmp_path, {}) == []


def chain(links: dict[str, str]) -> dict[str, str]:
    """Insights of different texts; `{"a": "b c"}` is a that builds on b and c."""
    return {
        f"exempelkoping/{name}": insight(
            f"Rubrik {name} {place}",
            more=f"bygger-på: [{', '.join(f'exempelkoping/{each}' for each in on.split())}]\n" if on else "",
        )
        for place, (name, on) in enumerate(links.items())
    }


@pytest.mark.parametrize(
    ("links", "expected"),
    [
        ({"a": "b", "b": "c", "c": ""}, []),
        ({"a": "b c", "b": "d", "c": "d", "d": ""}, []),
        ({"a": "a", "b": "finns-inte"}, []),
        ({"a": "b", "b": "a"}, [("a", 0, "b", "b")]),
        ({"a": "x b", "b": "c", "c": "a", "x": ""}, [("a", 1, "b", "c")]),
        ({"a": "b", "b": "c", "c": "b"}, [("b", 0, "c", "c")]),
        ({"a": "b", "b": "a", "c": "d", "d": "c"}, [("a", 0, "b", "b"), ("c", 0, "d", "d")]),
        ({"d": "c", "c": "b", "b": "a", "a": "d"}, [("a", 0, "d", "b")]),
    ],
)
def test_circles(tmp_path, links, expected):
    found = hits(circle.RULE, tmp_path, chain(links))
    assert [
        (record[-1], pointer[1], values["target"][-1], values["last"][-1])
        for record, pointer, values in found
    ] == expected


def test_a_circle_by_way_of_a_former_id(tmp_path):
    records = {
        "exempelkoping/a": insight("Rubrik nummer ett", more="bygger-på: [exempelkoping/gammal]\n"),
        "exempelkoping/b": insight(
            "Rubrik nummer två", more="bygger-på: [exempelkoping/a]\ntidigare-id: [exempelkoping/gammal]\n"
        ),
    }
    assert [hit[0] for hit in hits(circle.RULE, tmp_path, records)] == ["exempelkoping/a"]


def test_a_long_chain_is_no_problem(tmp_path):
    names = [f"n{number:04}" for number in range(1500)]
    links = dict(zip(names, [*names[1:], names[0]], strict=True))
    ((record, *_),) = hits(circle.RULE, tmp_path, chain(links))
    assert record == "exempelkoping/n0000"


@pytest.mark.parametrize(
    ("term", "expected"),
    [
        ("nattugglor: {etikett: nattugglor}", 1),
        ("nattugglor: {etikett: nattugglor, räknas-som: ungdomar}", 0),
        ("nattugglor: {etikett: nattugglor, bredare: ungdomar}", 0),
        ("nattugglor: {etikett: nattugglor, bredare: nattugglor}", 1),
        ("nattugglor: {etikett: nattugglor, ersatt-av: ungdomar}", 0),
    ],
)
def test_a_term_of_ones_own(tmp_path, term, expected):
    settings = (
        f"{SETTINGS}ordförråd:\n  grupper:\n    {term}\n    oanvänd: {{etikett: oanvänd}}\n    vuxna: null\n"
    )
    records = {
        "exempelkoping/a": insight(more="grupper: [ungdomar, nattugglor]\n"),
        "pahittsala/b": insight("En annan rubrik", more="grupper: [nattugglor]\n"),
    }
    found = hits(uncounted_term.RULE, tmp_path, records, settings)
    assert found == [("exempelkoping/a", ("grupper", 1), {"term": "nattugglor", "count": 2})] * expected


def test_a_method_of_ones_own_counts_as_it_is(tmp_path):
    settings = f"{SETTINGS}ordförråd:\n  metoder:\n    promenadsamtal: {{etikett: promenadsamtal}}\n"
    records = {"exempelkoping/a": insight(more="metoder: [promenadsamtal]\n")}
    assert hits(uncounted_term.RULE, tmp_path, records, settings) == []
