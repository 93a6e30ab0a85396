"""`n` at the last question of `insikt add`: what was written can be changed, and nothing of it is thrown away."""

import pytest

from conftest import Insikt
from insiktskarta.cli import changing
from insiktskarta.show.messages import language
from test_cli_add import clean, options, read, records, saved

QUESTION = language("sv").text(changing.QUESTION)
KEPT = "Inget har sparats. Det du skrev står kvar här ovanför.\n"
INSIGHT_OPTIONS = (
    *("add", "--organisation", "aby", "--rubrik", "Kort", "--insikt", "Unga orkar en gång."),
    *("--perspektiv", "invånare", "--röst", "egen", "--grupp", "ungdomar"),
    *("--förflyttning", "akut-till-förebyggande"),
)
# Their places in the list; 1 to 4 are the organisation, the heading, the insight and the perspectives.
PLACES = {"grupper": "5", "röst": "6", "förflyttningar": "7", "more": "8"}


def changed(insikt: Insikt, answers, *lines: str, more: tuple[str, ...] = ()) -> dict[str, object]:
    """The record that is saved in the end, `n` having been answered once."""
    answers("n", *lines, "j")
    code, out, err = insikt(*INSIGHT_OPTIONS, *more)
    assert code == 0, err
    assert clean(insikt, out)
    return read(insikt.root / saved(out))


def test_the_list_says_what_can_be_changed(insikt: Insikt, answers) -> None:
    answers("n", "")
    code, out, err = insikt(*INSIGHT_OPTIONS)
    assert code == 0
    shown = out.split(QUESTION)[1].splitlines()
    assert [line.split()[0] for line in shown if line.strip()] == [str(n) for n in range(1, 9)]
    assert err.endswith(KEPT)
    assert not (insikt.root / "insights/aby/kort.yaml").exists()


def test_a_heading_is_changed_and_shown_again(insikt: Insikt, answers) -> None:
    offered = answers("n", "2", "Längre rubrik", "j")
    code, out, _ = insikt(*INSIGHT_OPTIONS)
    assert code == 0
    assert offered[2] == "Kort", "the text stands there to be mended"
    assert saved(out) == "insights/aby/langre-rubrik.yaml"
    assert out.count("typ: insikt") == 2
    assert read(insikt.root / saved(out))["insikt"] == "Unga orkar en gång."


def test_several_at_once_and_again(insikt: Insikt, answers) -> None:
    content = changed(
        insikt, answers, "1, 4", "Påhittsala", "riskgrupp, invånare", "n", PLACES["röst"], "företrädare"
    )
    assert content["perspektiv"] == ["riskgrupp", "invånare"]
    assert content["röst"] == "företrädare"
    assert content["rubrik"] == "Kort"


@pytest.mark.parametrize("place", range(1, 8))
def test_enter_keeps_each_of_them(insikt: Insikt, answers, place: int) -> None:
    content = changed(insikt, answers, str(place), "")
    assert content["insikt"] == "Unga orkar en gång."
    assert content["perspektiv"] == ["invånare"]
    assert content["grupper"] == ["ungdomar"]
    assert content["förflyttningar"] == ["akut-till-förebyggande"]


@pytest.mark.parametrize("minus", ["-", "–", "−"])
def test_a_minus_takes_away_what_may_be_left_out(insikt: Insikt, answers, minus: str) -> None:
    content = changed(insikt, answers, f"{PLACES['grupper']} {PLACES['förflyttningar']}", minus, minus)
    assert "grupper" not in content
    assert "förflyttningar" not in content


@pytest.mark.parametrize("place", ["1", "2", "3", "4", "6"])
def test_what_has_to_be_there_is_not_taken_away(insikt: Insikt, answers, place: str) -> None:
    answers("n", place, "-", "", "")
    code, out, err = insikt(*INSIGHT_OPTIONS)
    assert code == 0
    assert "Det här måste finnas med." in err
    assert len(read(insikt.root / saved(out))) == 7


def test_the_words_of_staff_may_leave_the_circles(insikt: Insikt, answers) -> None:
    content = changed(insikt, answers, f"{PLACES['röst']} 4", "medarbetare", "-")
    assert content["perspektiv"] == []


def test_residents_who_lie_in_no_circle_are_asked_for_one(insikt: Insikt, answers) -> None:
    answers("n", "4", "egen", "invånare", "j")
    code, out, err = insikt(
        *("add", "--organisation", "aby", "--rubrik", "Kort", "--insikt", "Unga orkar en gång."),
        *("--perspektiv", "", "--röst", "chefer"),
    )
    assert code == 0, err
    assert read(insikt.root / saved(out))["perspektiv"] == ["invånare"]


def test_more_can_be_added(insikt: Insikt, answers) -> None:
    content = changed(insikt, answers, PLACES["more"], "1", "Flera visste inte.", "")
    assert content["nytt"] == "Flera visste inte."


def test_the_parts_of_a_field_one_by_one(insikt: Insikt, answers) -> None:
    source = ("--källa", "Rapporten", "--källa-avsnitt", "2", "--källa-länk", "https://exempel.se")
    content = changed(insikt, answers, "8", "", "3", "-", "-", more=source)
    assert content["källa"] == {"dokument": "Rapporten", "avsnitt": "3"}


def test_a_minus_is_no_text(insikt: Insikt, answers) -> None:
    content = changed(insikt, answers, PLACES["more"], "1 14", "-", "-", "")
    assert set(content) == {"typ", "rubrik", "insikt", "perspektiv", "grupper", "röst", "förflyttningar"}


def test_all_parts_taken_away_take_the_field_away(insikt: Insikt, answers) -> None:
    content = changed(insikt, answers, "8", "-", "", "", "", more=("--källa", "Rapporten"))
    assert "källa" not in content


@pytest.mark.parametrize(
    ("lines", "quotes"), [(["Två."], ["Ett.", "Två."]), (["-", "Tre."], ["Tre."]), ([], ["Ett."])]
)
def test_a_quote_is_added_or_all_are_taken_away(
    insikt: Insikt, answers, lines: list[str], quotes: list[str]
) -> None:
    content = changed(insikt, answers, "8", *lines, "", more=("--citat", "Ett."))
    assert content["citat"] == quotes


@pytest.mark.parametrize("wrong", ["0", "9", "x", "rubrik", "1 x"])
def test_a_number_that_is_none_is_asked_for_again(insikt: Insikt, answers, wrong: str) -> None:
    answers("n", wrong, "")
    code, out, err = insikt(*INSIGHT_OPTIONS)
    assert code == 0
    assert "Skriv ett nummer från 1 till 8." in err
    assert out.count(QUESTION) == 2


def test_personal_data_is_refused_here_too(insikt: Insikt, answers) -> None:
    number = "811228-9874"
    answers("n", "3", f"Ring {number}.", "Unga orkar.", "j")
    code, out, err = insikt(*INSIGHT_OPTIONS)
    assert code == 0
    assert number not in out + err
    assert read(insikt.root / saved(out))["insikt"] == "Unga orkar."


def test_a_run_that_is_interrupted_here_saves_nothing(insikt: Insikt, answers) -> None:
    before = records(insikt.root)
    answers("n", "2", KeyboardInterrupt)
    code, _, err = insikt(*INSIGHT_OPTIONS)
    assert code == 130
    assert KEPT in err
    assert records(insikt.root) == before


@pytest.mark.parametrize("type_", ["insiktsarbete", "fråga", "test", "lärdom"])
@pytest.mark.parametrize("lang", ["sv", "en"])
def test_every_type(insikt: Insikt, answers, type_: str, lang: str) -> None:
    answers("n", "2", "En annan rubrik", "")
    code, out, _ = insikt("add", *options(type_), lang=lang)
    assert code == 0
    assert "En annan rubrik" in out
    assert list((insikt.root / "insights").rglob("en-annan-rubrik.yaml"))
