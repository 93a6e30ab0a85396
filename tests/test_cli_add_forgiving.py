"""`insikt add` for somebody who does not know the fields: what is said, and that no answer is lost."""

from collections.abc import Callable
from pathlib import Path

import pytest

from conftest import Insikt
from insiktskarta.model.record import TYPES, keys
from test_cli_add import COMPLETE, Terminal, clean, options, read, records, saved

Answers = Callable[..., list[str]]
ADDRESS = "https://example.org/rapport.pdf"
INSIGHT = ("aby", "Kort", "Unga orkar en gång.")


def without(type_: str, name: str, **more: str) -> list[str]:
    words = options(type_, **more)
    place = words.index(f"--{name}")
    return words[:place] + words[place + 2 :]


@pytest.mark.parametrize("blank", ["", " ", "\u00a0"])
@pytest.mark.parametrize("voice", ["chefer", "medarbetare", "politiker"])
def test_an_empty_perspective_is_none_of_the_circles(insikt: Insikt, blank: str, voice: str) -> None:
    code, out, err = insikt("add", *options("insikt", perspektiv=blank, röst=voice))
    assert code == 0, err
    assert read(insikt.root / saved(out))["perspektiv"] == []
    assert clean(insikt, out)


@pytest.mark.parametrize("more", [{"röst": "egen"}, {}])
def test_what_residents_say_lies_in_a_circle(insikt: Insikt, more: dict[str, str]) -> None:
    words = options("insikt", perspektiv="", **more) if more else without("insikt", "röst", perspektiv="")
    code, out, err = insikt("add", *words)
    assert (code, out) == (2, "")
    assert "--perspektiv: Insikten måste höra till minst ett perspektiv: klienter, riskgrupp eller" in err
    assert "röst: medarbetare, chefer eller politiker" in err


def test_enter_at_the_circles_does_what_the_question_says(insikt: Insikt, answers: Answers) -> None:
    answers(*INSIGHT, "chefer", "", "", "", "", "j")
    code, out, _ = insikt("add")
    assert code == 0
    assert "Trycker du bara på Enter är det inget av dem, och då hamnar posten utanför cirklarna" in out
    assert read(insikt.root / saved(out))["perspektiv"] == []
    answers("aby", "Kort", "Unga orkar två gånger.", "egen", "", "2", "", "", "", "j")
    code, out, err = insikt("add")
    assert code == 0
    assert "Enter" not in out.partition("Vilka perspektiv")[2].partition("Har eller")[0]
    assert "minst ett perspektiv" in err
    assert read(insikt.root / saved(out))["perspektiv"] == ["riskgrupp"]


@pytest.mark.parametrize(("word", "near"), [("insigt", "insikt"), ("lärdommar", "lärdom"), ("xyz", "")])
def test_a_wrong_type_is_met_with_those_there_are(insikt: Insikt, word: str, near: str) -> None:
    code, _, err = insikt("add", "--typ", word)
    assert code == 2
    assert f"--typ: Posttypen ”{word}” finns inte." in err
    assert (f"Menar du ”{near}”?" in err) == bool(near)
    assert all(each in err for each in TYPES)
    assert "Något saknas" not in err, "what is needed depends on the type"


@pytest.mark.parametrize("word", [ADDRESS, "www.example.org", f" {ADDRESS.upper()} "])
def test_an_address_for_a_source_becomes_its_link(insikt: Insikt, answers: Answers, word: str) -> None:
    code, out, _ = insikt("add", *options("lärdom"), "--källa", word)
    assert code == 0
    assert read(insikt.root / saved(out))["källa"] == {"länk": word}
    assert clean(insikt, out)
    # By answers, the address is not asked for once more.
    number = str([*keys(TYPES["lärdom"])].index("källa") - 2)  # without typ, rubrik and lärdom
    answers("aby", "Annat", "En helt annan lärdom.", *(number, word.strip(), "Resultat", ""), "", "j")
    code, out, err = insikt("add", "--typ", "lärdom")
    assert code == 0, err
    assert read(insikt.root / saved(out))["källa"] == {"avsnitt": "Resultat", "länk": word.strip()}


def test_an_address_beside_a_link_is_asked_to_be_a_name(insikt: Insikt) -> None:
    code, _, err = insikt("add", *options("lärdom"), "--källa", ADDRESS, "--källa-länk", ADDRESS)
    assert code == 2
    assert err.startswith("--källa: ")
    assert "är en webbadress. Skriv vad dokumentet heter" in err
    assert insikt("add", *options("lärdom"), "--källa", f"Rapport, se {ADDRESS}")[0] == 0


def test_an_address_is_no_quote(insikt: Insikt) -> None:
    before = records(insikt.root)
    code, _, err = insikt("add", *options("insikt"), "--citat", ADDRESS)
    assert code == 2
    assert err.startswith("--citat: ")
    assert "--källa-länk" in err
    assert records(insikt.root) == before


@pytest.mark.parametrize("type_", COMPLETE)
def test_the_first_lines_say_what_is_written_and_how_to_leave(
    insikt: Insikt, answers: Answers, type_: str
) -> None:
    answers(KeyboardInterrupt)
    code, out, err = insikt("add", "--typ", type_)
    assert code == 130
    assert out.startswith(f"Ny post av typen ”{type_}”. Ctrl-C avbryter utan att spara.\n")
    assert all(each in out for each in TYPES)
    assert "Inget har sparats. Det du skrev står kvar här ovanför." in err


def test_a_text_of_several_lines_is_pasted_as_one_answer(
    workspace: Path,
) -> None:
    pytest.importorskip("pty")
    readline = pytest.importorskip("readline")
    if "libedit" in (readline.__doc__ or ""):
        pytest.skip("libedit takes a pasted line as an answer")
    run = Terminal(workspace, "add", *options("lärdom", lärdom=" ")[:-2], term="xterm")
    for words, text in (
        ("lärdom", "\x1b[200~Rad ett\nrad två\r\n  rad tre\x1b[201~\n"),
        ("lägga till", "\n"),
    ):
        run.until(words)
        run.until("> ")
        run.type(text)
    run.until("[J/n]")
    run.type("\n")
    assert run.end() == 0, run.said
    content = read(workspace / "insights/exempelkoping/sitt-nara.yaml")
    assert content["lärdom"] == "Rad ett rad två rad tre"


def test_a_yes_to_a_suggestion_keeps_the_other_words(insikt: Insikt, answers: Answers) -> None:
    answers(*INSIGHT, "egn", "j", "1, invanarre", "j", "vuxna, ungdommar", "ja", "", "", "j")
    code, out, err = insikt("add")
    assert code == 0
    content = read(insikt.root / saved(out))
    assert content["röst"] == "egen"
    assert content["perspektiv"] == ["klienter", "invånare"]
    assert content["grupper"] == ["vuxna", "ungdomar"]
    assert err.count("Svara j om det stämmer") == 3


def test_a_word_that_is_near_nothing_is_met_with_the_numbers(insikt: Insikt, answers: Answers) -> None:
    answers(*INSIGHT, "hundägare", "1", "3", "qqqq", "2", "", "", "j")
    code, out, err = insikt("add")
    assert code == 0
    assert "”hundägare” finns inte i listan. Skriv ett nummer från 1 till 7." in err
    assert "”qqqq” finns inte i listan. Skriv ett nummer från 1 till 16." in err
    assert out.count("egen erfarenhet") == 1, "the list is not written again"
