from pathlib import Path

import pytest

from conftest import write_workspace
from insiktskarta.files.index import open_corpus
from insiktskarta.rules.links import unused_insight
from insiktskarta.rules.upkeep import lingering_study, no_feedback, past_validity

SETTINGS = "organisationer:\n  exempelkoping: {namn: Exempelköping, slag: kommun}\n"
INSIGHT = """\
typ: insikt
rubrik: Unga vill ha en kort väg in
insikt: Unga orkar söka hjälp en gång. Möter de en telefonkö ger de upp.
perspektiv: [invånare]
röst: egen
citat: [Jag ringer en gång.]
"""
STUDY = """\
typ: insiktsarbete
rubrik: Samtal på fritidsgården
röst: egen
metoder: [djupintervju]
status: pågående
"""


def hits(rule, root: Path, today: str, *records: str) -> list[tuple]:
    write_workspace(
        root, {f"exempelkoping/{name}": text for name, text in zip("abc", records, strict=False)}, SETTINGS
    )
    corpus = open_corpus(root)
    found = [(hit.record[-1], hit.pointer) for hit in rule.dated(corpus, today)]
    corpus.close()
    return found


DATED = [no_feedback.RULE, past_validity.RULE, lingering_study.RULE, unused_insight.RULE]


@pytest.mark.parametrize("rule", DATED, ids=lambda rule: rule.code)
def test_the_examples(tmp_path, rule):
    assert rule.severity == "hint"
    assert "no check fails because a day has passed" in rule.why
    assert len(hits(rule, tmp_path / "bad", "2026-01-01", rule.bad)) == 1
    assert hits(rule, tmp_path / "good", "2026-01-01", rule.good) == []


@pytest.mark.parametrize("rule", DATED, ids=lambda rule: rule.code)
def test_an_empty_workspace(tmp_path, rule):
    assert hits(rule, tmp_path, "2026-01-01") == []


@pytest.mark.parametrize(
    ("gathered", "last_quiet_day", "first_day"),
    [
        ("2024", "2025-12-31", "2026-01-01"),
        ("2024-02", "2025-02-31", "2025-03-01"),
        ("2024-10-23", "2025-10-23", "2025-10-24"),
        ("2023-08/2024-12", "2025-12-31", "2026-01-01"),
        ("2023/2024-02-28", "2025-02-28", "2025-03-01"),
    ],
)
def test_a_year_goes_from_the_end_of_gathering(tmp_path, gathered, last_quiet_day, first_day):
    text = f'{STUDY}insamlad: "{gathered}"\n'
    assert hits(no_feedback.RULE, tmp_path, last_quiet_day, text) == []
    assert hits(no_feedback.RULE, tmp_path, first_day, text) == [("a", ("insamlad",))]


@pytest.mark.parametrize(
    ("status", "expected"),
    [("given", []), ("ej-given", []), ("ej-möjlig", []), ("planerad", [("a", ("återkoppling", "status"))])],
)
def test_feedback_that_is_said_to_be_given_or_not(tmp_path, status, expected):
    text = f"{STUDY}insamlad: 2023\nåterkoppling: {{status: {status}}}\n"
    assert hits(no_feedback.RULE, tmp_path, "2026-01-01", text) == expected


def test_what_a_study_owes_is_asked_of_the_study(tmp_path):
    study = f"{STUDY}insamlad: 2023\n"
    insight = f"{INSIGHT}insamlad: 2023\n"
    rests = f"{insight}bygger-på: [exempelkoping/a]\n"
    assert hits(no_feedback.RULE, tmp_path / "1", "2026-01-01", study, rests) == [("a", ("insamlad",))]
    assert hits(no_feedback.RULE, tmp_path / "2", "2026-01-01", insight, rests) == [
        ("a", ("insamlad",)),
        ("b", ("insamlad",)),
    ]


@pytest.mark.parametrize("rule", [no_feedback.RULE, lingering_study.RULE, unused_insight.RULE])
def test_what_has_no_time_does_not_grow_old(tmp_path, rule):
    assert hits(rule, tmp_path, "2099-01-01", STUDY, INSIGHT) == []


def test_past_its_day(tmp_path):
    text = f"{INSIGHT}giltig-till: 2026-06-30\n"
    assert hits(past_validity.RULE, tmp_path, "2026-06-30", text, INSIGHT) == []
    assert hits(past_validity.RULE, tmp_path, "2026-07-01", text, INSIGHT) == [("a", ("giltig-till",))]


@pytest.mark.parametrize(
    ("status", "today", "expected"),
    [
        ("pågående", "2026-01-01", [("a", ("status",))]),
        ("pågående", "2025-12-31", []),
        ("genomfört", "2026-01-01", []),
        ("planerat", "2026-01-01", []),
    ],
)
def test_a_study_that_lingers(tmp_path, status, today, expected):
    text = f"{STUDY.replace('pågående', status)}insamlad: 2023\n"
    assert hits(lingering_study.RULE, tmp_path, today, text) == expected


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ("", [("a", ("insamlad",))]),
        ("lika: [exempelkoping/a]\n", [("a", ("insamlad",))]),
        ("bygger-på: [exempelkoping/a]\n", []),
        ("motsäger: [exempelkoping/a]\n", []),
        ("bygger-på: [exempelkoping/gammal]\n", []),
    ],
)
def test_an_insight_that_nothing_builds_on(tmp_path, more, expected):
    old = f"{INSIGHT}insamlad: 2023-05\ntidigare-id: [exempelkoping/gammal]\n"
    other = f"{INSIGHT.replace('kort väg', 'annan väg')}{more}"
    assert hits(unused_insight.RULE, tmp_path, "2025-06-01", old, other) == expected
    assert hits(unused_insight.RULE, tmp_path, "2025-05-31", old, other) == []
