"""What figures say in words: ties are told whole, counts agree with their nouns, and fields have one name everywhere."""

import json
from pathlib import Path

import pytest

import fig_oracle as oracle
from conftest import Insikt
from insiktskarta.figures.naming import fewest, given, in_fields, leading, most
from insiktskarta.model.language import ENGLISH
from insiktskarta.show.messages import language
from insiktskarta.tables.region_names import named_region

SWEDISH = language("sv")
PLACES = "organisationer:\n  aby: {namn: Åby, slag: kommun}\n  ostby: {namn: Östby, slag: kommun}\n"
INSIGHT = "typ: insikt\nrubrik: {heading}\ninsikt: En mening.\nperspektiv: [{circles}]\ngrupper: [{group}]\nröst: egen\n"


@pytest.fixture
def insikt(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Insikt:
    (tmp_path / "insikt.yaml").write_text(PLACES, encoding="utf-8")
    return Insikt(tmp_path, capsys)


def put(insikt: Insikt, name: str, circles: str, group: str) -> None:
    (insikt.root / "insights" / name).parent.mkdir(parents=True, exist_ok=True)
    oracle.put(insikt.root, name, INSIGHT.format(heading=name[-1] * 3, circles=circles, group=group))


def alt(insikt: Insikt, figure: str, *options: str) -> str:
    code, _, err = insikt("figure", figure, "-o", str(insikt.root / "a.svg"), *options)
    assert code == 0, err
    return err


def test_most_and_fewest_name_all_that_share_the_count() -> None:
    counts = [("a", 3), ("b", 1), ("c", 3), ("d", 1), ("e", 2)]
    assert (most(counts).names, most(counts).count) == (["a", "c"], 3)
    assert (fewest(counts).names, fewest(counts).count) == (["b", "d"], 1)
    assert most([("a", 1)]).each(SWEDISH) == "1"
    assert most(counts).each(SWEDISH) == "3 var"
    assert most(counts).listed(SWEDISH) == "a och c"


def test_many_that_share_a_count_are_counted() -> None:
    many = most([(name, 1) for name in "abcdef"])
    assert many.listed(ENGLISH) == "a, b, c and 3 more"
    assert in_fields(many, ENGLISH) == "Most are in the areas a, b, c and 3 more (1 each)."
    assert in_fields(most([("a", 2), ("b", 1)]), ENGLISH) == "Most are in the area a (2)."


def test_those_that_have_as_many_as_the_last_named_are_counted() -> None:
    counts = [("a", 1), ("b", 5), ("c", 2), ("d", 2), ("e", 2), ("f", 2)]
    assert leading(counts, ENGLISH) == "Most: b (5), c (2), d (2), and 2 more with 2 each."
    assert leading(counts[:5], ENGLISH) == "Most: b (5), c (2), d (2), and 1 more with 2."
    assert leading(counts[:4], ENGLISH) == "Most: b (5), c (2), d (2)."
    assert leading(counts[:2], ENGLISH) == "Most: b (5), a (1)."
    assert leading([("a", 1)] * 5, SWEDISH) == "Flest: a (1), a (1), a (1) och 2 till med 1 var."


def test_one_of_one_organisation() -> None:
    assert given("1 insikt", 1, 1, SWEDISH) == "1 insikt från 1 av 1 organisation"
    assert given("3 insikter", 1, 2, SWEDISH) == "3 insikter från 1 av 2 organisationer"


def test_ties_are_told_whole(insikt: Insikt) -> None:
    put(insikt, "aby/a", "klienter", "äldre")
    put(insikt, "ostby/b", "riskgrupp", "vuxna")
    said = alt(insikt, "insight-map")
    assert "Flest finns i områdena bara insatser och bara riskgrupp (1 var)." in said
    assert "Färst" not in said
    assert "Grupperna har lika många: vuxna och äldre (1 var)." in said
    assert "Flest: Åby och Östby (1 var)." in alt(insikt, "small-multiples")
    assert "Flest finns i områdena bara insatser och bara riskgrupp (1 var)." in alt(insikt, "shared-map")
    assert "De största cirklarna är" in alt(insikt, "proportional")
    assert "vuxna (bara riskgrupp) och äldre (bara insatser): 1 var." in alt(insikt, "gap-matrix")


def test_a_single_leader_stands_alone(insikt: Insikt) -> None:
    put(insikt, "aby/a", "klienter", "äldre")
    put(insikt, "aby/b", "klienter", "äldre")
    put(insikt, "ostby/c", "riskgrupp", "vuxna")
    said = alt(insikt, "insight-map")
    assert "Flest finns i området ”bara insatser” (2)." in said
    assert "Färst, bortsett från vita fläckar, finns i området ”bara riskgrupp” (1)." in said
    assert "Av grupperna har äldre flest (2) och vuxna färst (1)." in said
    assert "Flest: Åby (2)." in alt(insikt, "small-multiples")


def test_fields_have_one_name_in_pictures_counts_and_reports(insikt: Insikt) -> None:
    for index, circles in enumerate(
        ("klienter", "riskgrupp", "invånare", "klienter, riskgrupp", "klienter, riskgrupp, invånare")
    ):
        put(insikt, f"aby/{'abcde'[index]}", circles, "äldre")
    _, out, _ = insikt("aggregate", "--by", "område", "--output-format", "json")
    counted = [row["label"] for row in json.loads(out)["rows"]]
    names = ["bara insatser", "bara riskgrupp", "bara invånare", "insatser + riskgrupp", "alla tre"]
    assert set(names) <= set(counted)
    _, report, _ = insikt("report")
    spots = report.partition("Områden på kartan: ")[2].partition("\n")[0].split(", ")
    assert spots == ["insatser + invånare", "riskgrupp + invånare"]
    assert {*spots, *names} == {*counted} - {"utanför cirklarna"}
    for spot in spots:
        assert spot in alt(insikt, "insight-map")


def test_the_seven_regions_and_none() -> None:
    circles = ["a", "b", "c"]
    assert named_region(circles[:1], ENGLISH) == "only a"
    assert named_region(circles[:2], ENGLISH) == "a + b"
    assert named_region(circles, ENGLISH) == "all three"
    assert named_region([], ENGLISH) == "outside the circles"


def test_sweden_counts_organisations_and_municipalities_apart(tmp_path: Path, capsys) -> None:
    places = "organisationer:\n  fabeln: {namn: Fabeln, slag: förening, del-av: karlstad}\n  sagan: {namn: Sagan, slag: annan}\n"
    (tmp_path / "insikt.yaml").write_text(places, encoding="utf-8")
    insikt = Insikt(tmp_path, capsys)
    put(insikt, "fabeln/a", "klienter", "äldre")
    put(insikt, "sagan/b", "klienter", "äldre")
    said = alt(insikt, "sweden")
    assert "2 poster från 2 organisationer, i 1 av 290 kommuner" in said


def test_terms_of_ones_own_have_a_row_of_their_own(insikt: Insikt) -> None:
    (insikt.root / "insikt.yaml").write_text(
        PLACES + "ordförråd:\n  grupper:\n    trädgårdsfolk: {etikett: Trädgårdsfolk}\n", encoding="utf-8"
    )
    put(insikt, "aby/a", "klienter", "trädgårdsfolk")
    said = alt(insikt, "upset", "--table", str(insikt.root / "a.csv"))
    assert "bara Trädgårdsfolk (1)" in said
    assert (insikt.root / "a.csv").read_text("utf-8").splitlines()[1].endswith("trädgårdsfolk,1,1")
