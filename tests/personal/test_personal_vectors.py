"""The official test numbers and the vectors that lie beside the repository."""

import csv
import json

import pytest

from insiktskarta.model.personal.claims import claims

SENTENCE = "Samtalet gällde {} i går."


@pytest.fixture
def vectors(shared):
    return shared / "data" / "personal-data"


def _rows(path):
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("name", ["testpersonnummer-sample200", "testsamordningsnummer-sample100"])
def test_every_official_test_number_is_an_error_in_every_form(vectors, name):
    for number in (vectors / f"skatteverket-{name}.txt").read_text().split():
        long, short, last = number[:8], number[2:8], number[8:]
        gaps = ("", "-", "+", " ", "\u00a0", "\u2013", "\u2011", " - ", "-\u200b", "\u00ad-", "-\n  ")
        for form in [date + gap + last for date in (long, short) for gap in gaps]:
            assert list(claims(SENTENCE.format(form))) == ["PD101"], form


def test_the_vectors_of_the_personnummer_project(vectors):
    for name in ("list", "interim", "orgnumber"):
        for vector in json.loads((vectors / f"personnummer-meta-{name}.json").read_text()):
            for key in ("long_format", "short_format", "separated_format", "separated_long"):
                if key not in vector:
                    continue
                found = set(claims(SENTENCE.format(vector[key])))
                # Written with a space it is no valid form for a program, but somebody's number all the same.
                if vector["valid"] or " " in vector[key]:
                    assert found == {"PD101"}, vector[key]
                elif vector["type"] == "org":
                    assert not found, vector[key]
                else:
                    assert found <= {"PD102"}, vector[key]


def test_telephone_numbers(vectors):
    for row in _rows(vectors / "phone-vectors.csv"):
        found = set(claims(row["sentence"]))
        match row["is_personal_expected"], row["kind"]:
            case "yes", "mobil" | "ex_mobile" | "ex_personal":
                assert found == {"PD201"}, row["raw"]
            case "yes", _:
                assert found <= {"PD201", "PD202"}, row["raw"]
                assert found, row["raw"]
            case "policy", "ex_uan":
                assert found == {"PD202"}
            case _:
                assert not found, row["raw"]


def test_near_misses_are_left_alone(vectors):
    for row in _rows(vectors / "near-misses.csv"):
        if row["decision"] == "must_not_flag":
            assert not claims(row["text"]), row["text"]


def test_what_we_decided(vectors):
    policy = {
        row["text"]: set(claims(row["text"]))
        for row in _rows(vectors / "near-misses.csv")
        if row["decision"] == "policy"
    }
    assert policy == {
        "fastighet Kvarnen 1:23": set(),
        "tel. 112 och 1177, växel 0771-567 567": set(),
        "Mejla kommun@alvby.se": {"PD203"},
    }
