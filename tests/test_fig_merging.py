"""Legends say which values stand with others, where any do, and say nothing where none does."""

import re

import pytest

import fig_oracle as oracle
from insiktskarta.figures.gallery import drawing
from insiktskarta.model.language import ENGLISH
from insiktskarta.show.messages import language

SAID = "Narrower terms count in their broader ones, such as “{}” in “{}”."
FIGURES = ("insight-map", "gap-matrix", "small-multiples", "shared-map", "shifts", "upset")


@pytest.fixture(scope="module")
def corpora(tmp_path_factory):
    """The same records about broad groups only, and with some about narrower ones; the latter also as cards."""
    broad, narrow = oracle.made(150), oracle.made(150)
    for index, record in enumerate(narrow):
        if "barn-och-unga" in record["grupper"] and index % 2:
            record["grupper"] = ["ungdomar" if index % 3 else "barn-0-6"]
    folder = tmp_path_factory.mktemp("merging")
    few = [record for record in narrow if record["grupper"] == ["ungdomar"]][:9]
    known = {"broad": broad, "narrow": narrow, "few": few}
    return {name: oracle.opened(oracle.write(folder / name, held)) for name, held in known.items()}


def said(corpus, name: str, by: str = "", spoken=ENGLISH) -> str:
    figure = drawing(name)
    pages = oracle.drawn(figure, oracle.asked(corpus, figure, by, spoken), spoken)
    return " ".join(" ".join(oracle.texts(page)) for page in pages)


@pytest.mark.parametrize("name", FIGURES)
def test_narrower_groups_are_said_to_count_in_broader_ones(corpora, name):
    assert SAID.format("teenagers", "children and youth") in said(corpora["narrow"], name)
    assert "Narrower" not in said(corpora["broad"], name)
    swedish = said(corpora["narrow"], name, spoken=language("sv"))
    assert "Smalare termer räknas in i de bredare, till exempel ”ungdomar” i ”barn och unga”." in swedish


def test_the_list_beside_cards_says_so_too(corpora):
    written = said(corpora["few"], "insight-map")
    assert "Each card is one insight." in written
    assert SAID.format("teenagers", "children and youth") in written


def test_the_example_is_the_most_common_of_those_that_are_shown(corpora):
    counts = dict(
        corpora["narrow"].rows(
            "SELECT term, count(*) FROM term WHERE facet = 'grupper' AND term IN ('barn-0-6', 'ungdomar') GROUP BY term"
        )
    )
    assert counts["ungdomar"] > counts["barn-0-6"] > 0


def test_a_facet_without_narrower_terms_says_nothing_and_others_are_named(corpora):
    for by in ("organisation", "röst", "år"):
        assert "Narrower" not in said(corpora["narrow"], "gap-matrix", by)


def test_more_groups_than_colours_are_named(tmp_path):
    """A workspace with so many groups of its own that some share the last entry."""
    root = oracle.write(tmp_path / "many", oracle.made(90))
    own = "".join(f"    egen-{n}: {{etikett: egen grupp {n}}}\n" for n in range(12))
    settings = root / "insikt.yaml"
    settings.write_text(settings.read_text("utf-8") + f"ordförråd:\n  grupper:\n{own}", encoding="utf-8")
    written = said(oracle.opened(root), "insight-map")
    assert "others" in written
    named = re.search(r"Others are (.+?)\.", written)
    assert named
    assert named[1] == "egen grupp 0, egen grupp 1, egen grupp 2, egen grupp 3 and 8 more"
