"""The questions of `insikt add` that come last, and what the prompt never shows again."""

import builtins
import sys

import pytest

from conftest import Insikt
from insiktskarta.cli import console, more
from insiktskarta.cli.questions import offered
from insiktskarta.show.messages import language
from test_cli_add import clean, options, read, saved

START = ("aby", "Kort", "Unga orkar en gång.", "egen", "3", "", "")
QUESTION = language("sv").text(more._QUESTION)
# The places of fields in the list that a new insight with these answers is offered.
NUMBERS = {
    "nytt": 1,
    "känt": 2,
    "perspektiv-säkerhet": 5,
    "grupper": 6,
    "livssituation": 7,
    "insamlad": 13,
    "citat": 14,
    "bygger-på": 15,
    "underlag": 18,
    "återkoppling": 21,
    "granskad": 22,
    "giltig-till": 23,
}


def added(insikt: Insikt, answers, *lines: str, lang: str = "sv") -> tuple[dict[str, object], str, str]:
    answers(*START, *lines, "", "")
    code, out, err = insikt("add", lang=lang)
    assert code == 0, err
    assert clean(insikt, out.replace("Saved:", "Sparad:"))
    return read(insikt.root / saved(out.replace("Saved:", "Sparad:"))), out, err


def test_what_may_be_left_out_is_offered_at_the_end(insikt: Insikt, answers) -> None:
    content, out, _ = added(insikt, answers, str(NUMBERS["nytt"]), "Flera visste inte.")
    assert content["nytt"] == "Flera visste inte."
    first, second = out.split(QUESTION)[1:]
    assert "   1  Det nya som kom fram.\n" in first
    assert "Det nya som kom fram." not in second, "what is filled in is not offered again"


def test_several_at_once(insikt: Insikt, answers) -> None:
    numbers = f"{NUMBERS['känt']}, {NUMBERS['livssituation']} {NUMBERS['insamlad']}"
    content, _, err = added(insikt, answers, numbers, "Många ringer.", "ensamhet", "i våras", "2024-10")
    assert content["känt"] == "Många ringer."
    assert content["livssituation"] == ["ensamhet"]
    assert content["insamlad"] == "2024-10"
    assert "”i våras” är ingen tid" in err


@pytest.mark.parametrize(("lang", "no"), [("sv", ""), ("sv", "Nej"), ("sv", "n"), ("en", "no"), ("en", "N")])
def test_no_more(insikt: Insikt, answers, lang: str, no: str) -> None:
    answers(*START, no, "")
    code, out, _ = insikt("add", lang=lang)
    assert code == 0
    assert out.count(language(lang).text(more._QUESTION)) == 1


@pytest.mark.parametrize("wrong", ["99", "0", "ja", "nytt", "1 x", "²"])
def test_a_number_that_is_none_is_asked_for_again(insikt: Insikt, answers, wrong: str) -> None:
    _, out, err = added(insikt, answers, wrong)
    assert "Skriv ett nummer från 1 till " in err
    assert out.count(QUESTION) == 2


def test_enter_leaves_out_what_was_chosen(insikt: Insikt, answers) -> None:
    chosen = " ".join(str(NUMBERS[key]) for key in ("nytt", "perspektiv-säkerhet", "grupper", "underlag"))
    content, _, _ = added(insikt, answers, chosen, "", "", ", ,", "", "", "")
    assert set(content) == {"typ", "rubrik", "insikt", "perspektiv", "röst"}


def test_a_term_of_one_field(insikt: Insikt, answers) -> None:
    content, _, err = added(insikt, answers, str(NUMBERS["perspektiv-säkerhet"]), "9", "uttalad", "j")
    assert content["perspektiv-säkerhet"] == "uttalat"
    assert "Skriv ett nummer från 1 till 3" in err


def test_quotes_one_at_a_time(insikt: Insikt, answers) -> None:
    content, _, _ = added(insikt, answers, str(NUMBERS["citat"]), "Jag: ringde.", "Ingen svarade, sen", "")
    assert content["citat"] == ["Jag: ringde.", "Ingen svarade, sen"]


def test_links_as_people_write_them(insikt: Insikt, answers) -> None:
    content, _, err = added(
        insikt, answers, str(NUMBERS["bygger-på"]), "finns-inte", "intervjuer, pahittsala/far-inte-veta"
    )
    assert content["bygger-på"] == ["exempelkoping/intervjuer", "pahittsala/far-inte-veta"]
    assert "”finns-inte”" in err


def test_commas_alone_are_no_links(insikt: Insikt, answers) -> None:
    content, _, _ = added(insikt, answers, str(NUMBERS["bygger-på"]), ", ,")
    assert "bygger-på" not in content


def test_the_parts_of_a_field_in_turn(insikt: Insikt, answers) -> None:
    content, _, err = added(
        insikt,
        answers,
        *(str(NUMBERS["underlag"]), "diariet", "", "2029", "2029-12-31"),
        *(str(NUMBERS["återkoppling"] - 1), "9", "given", "2025-03-01", "möte"),
    )
    assert content["underlag"] == {"finns": "diariet", "gallras": "2029-12-31"}
    assert content["återkoppling"] == {"status": "given", "datum": "2025-03-01", "hur": "möte"}
    assert "”2029” är inget datum" in err


def test_a_part_that_is_needed_is_asked_for_once_more(insikt: Insikt, answers) -> None:
    content, _, err = added(insikt, answers, str(NUMBERS["granskad"]), "samordnare", "", "2025-03-01")
    assert content["granskad"] == {"av": "samordnare", "datum": "2025-03-01"}
    assert "”datum” saknas" in err


def test_without_it_the_field_is_left_out(insikt: Insikt, answers) -> None:
    content, _, _ = added(insikt, answers, str(NUMBERS["granskad"]), "samordnare", "", "")
    assert "granskad" not in content


def test_a_text_is_mended_and_a_date_or_a_number_written_again(insikt: Insikt, answers) -> None:
    texts = answers(
        *START,
        *(f"{NUMBERS['känt']} {NUMBERS['insamlad']} {NUMBERS['underlag']}", "två\x07 ord", "två ord"),
        *("i våras", "2024", "", "", "2029", "", "", ""),
    )
    code, _, err = insikt("add")
    assert code == 0
    assert texts[9] == "två\x07 ord"
    assert set(texts[:9] + texts[10:]) == {""}
    assert "”2029” är inget datum" in err


def test_personal_data_in_what_is_added_is_refused(insikt: Insikt, answers) -> None:
    number = "811228-9874"
    content, out, err = added(
        insikt, answers, f"{NUMBERS['nytt']} {NUMBERS['underlag']}", number, "Nytt", number, "diariet", "", ""
    )
    assert content["nytt"] == "Nytt"
    assert content["underlag"] == {"finns": "diariet"}
    assert number not in out + err


def test_yes_and_complete_options_are_not_asked_for_more(insikt: Insikt, answers) -> None:
    answers("egen", "")
    arguments = options("insikt")
    del arguments[arguments.index("--röst") : arguments.index("--röst") + 2]
    assert QUESTION not in insikt("add", *arguments, "--grupp", "ungdomar", "--yes")[1]
    answers("j")
    assert QUESTION not in insikt("add", *options("lärdom"))[1]


def test_the_english_is_whole(insikt: Insikt, answers) -> None:
    chosen = " ".join(map(str, range(1, 25)))
    _, out, err = added(insikt, answers, chosen, *[""] * 32, lang="en")
    assert out.count("Enter skips.") >= 24
    for swedish in ("Tryck", "Skriv", "hoppa", "Vill du"):
        assert swedish not in out + err


def test_every_type_offers_all_its_fields(workspace, insikt: Insikt, answers) -> None:
    from insiktskarta.cli.draft import Draft
    from insiktskarta.cli.questions import title
    from insiktskarta.files.settings import read_workspace
    from insiktskarta.model.record import TYPES, keys

    context = read_workspace(workspace).context()
    for type_, content in TYPES.items():
        draft = Draft(workspace, context, type_, "aby", {})
        assert offered(draft) == [key for key in keys(content) if key not in ("typ", "tidigare-id")]
        for code in ("sv", "en"):
            assert all(title(draft, key, language(code)) for key in offered(draft))


# What the prompt never shows again.


@pytest.mark.parametrize("text", ["Ring 811228-9874.", "Ring 070-174 06 05.", "Nå anna.ek@example.com nu"])
def test_a_rejected_text_comes_back_without_what_is_personal(insikt: Insikt, answers, text: str) -> None:
    offered_texts = answers("aby", "Kort", text, "Unga ••••", "Unga orkar.", "egen", "3", "", "", "", "")
    code, out, err = insikt("add")
    assert code == 0
    assert "•" in offered_texts[3]
    for personal in ("9874", "06 05", "anna.ek"):
        assert personal not in "".join(offered_texts) + out + err
    assert "har dolts" in err, "what stands for it is no text to save"
    assert read(insikt.root / saved(out))["insikt"] == "Unga orkar."


def test_a_long_heading_with_a_number_comes_back_without_it(insikt: Insikt, answers) -> None:
    texts = answers("aby", "811228-9874 " + "x" * 120, "Kort", "Unga orkar.", "egen", "3", "", "", "", "")
    assert insikt("add")[0] == 0
    assert "9874" not in texts[2]
    assert texts[2].endswith("x" * 120)


def test_the_arrow_keys_do_not_bring_a_number_back(insikt: Insikt, monkeypatch: pytest.MonkeyPatch) -> None:
    readline = pytest.importorskip("readline")
    lines = iter(["aby", "Kort", "Ring 811228-9874.", "Unga orkar.", "egen", "3", "", "", "", "j"])
    readline.clear_history()

    def typed(_: str) -> str:
        line = next(lines)
        if line:
            readline.add_history(line)
        return line

    monkeypatch.setattr(console, "somebody", lambda: True)
    monkeypatch.setattr(builtins, "input", typed)
    try:
        assert insikt("add")[0] == 0
        past = [readline.get_history_item(n + 1) for n in range(readline.get_current_history_length())]
    finally:
        readline.clear_history()
    assert past == ["aby", "Kort", "Unga orkar.", "egen", "3", "j"]


def test_without_a_line_editor_nothing_is_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "readline", None)
    console.forget_line()
