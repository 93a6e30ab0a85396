"""`insikt add` by options: every field has one, and all that is wrong is told in one run."""

import re
from pathlib import Path

import pytest

from conftest import Insikt
from insiktskarta.cli.option_places import option, place
from insiktskarta.cli.record_options import OPTIONS
from insiktskarta.model.record import TYPES, keys
from test_cli_add import COMPLETE, NUMBER, clean, options, read, records, saved

ASCII = str.maketrans("åäö", "aao")


def test_all_that_is_wrong_is_told_at_once_with_the_nearest(insikt: Insikt) -> None:
    before = records(insikt.root)
    code, out, err = insikt(
        *("add", "--organisation", "Påhitsala", "--rubrik", "Unga vill ha tid", "--insikt", "Kort."),
        *("--perspektiv", "invånare", "--röst", "chef-ers", "--grupp", "ungdommar", "--grupp", "vuxnna"),
        *("--förflyttning", "akut-till-forebygande", "--tema", "samverkann", "--insamlad", "i våras"),
        *("--giltig-till", "2027-13-01", "--metod", "workshopp", "--bygger-på", "exempelkoping/intervjuerna"),
        *("--granskad-av", "samordnare", "--källa-länk", " ", "--anteckning", f"Ring {NUMBER}"),
    )
    assert (code, out) == (2, "")
    assert records(insikt.root) == before
    err.splitlines()
    for option_, near in [
        ("--organisation", "”Påhittsala”"),
        ("--röst", "”chefer”"),
        ("--grupp", "”ungdomar”"),
        ("--grupp", "”vuxna”"),
        ("--förflyttning", "”akut-till-förebyggande”"),
        ("--tema", "”samverkan”"),
        ("--metod", "”workshop”"),
        ("--bygger-på", "exempelkoping/intervjuer"),
        ("--insamlad", "2024-10"),
        ("--giltig-till", "2025-03-01"),
        ("--granskad-datum", "saknas"),
        ("--källa-länk", "tomt"),
        ("--anteckning", ""),
    ]:
        assert [line for line in err.splitlines() if line.startswith(f"{option_}: ") and near in line], (
            option_
        )
    assert len(err.splitlines()) == 13
    assert "070" not in err.replace("07••", "")
    assert "rad" not in re.findall(r"\w+", err), "no words made for files"


def test_antal_of_a_study_is_a_whole_number(insikt: Insikt) -> None:
    for number, kept in [("12", 12), ("1 200", 1200), ("1\u202f200", 1200)]:
        code, out, _ = insikt("add", *options("insiktsarbete", antal=number, rubrik=f"Samtal {number}"))
        assert code == 0
        assert read(insikt.root / saved(out))["antal"] == kept
    for wrong in ("många", "ca 40", "0", "-3", "12,5", "٣", "9" * 5000):
        code, _, err = insikt("add", *options("insiktsarbete"), f"--antal={wrong}", "--status", "klarrt")
        assert code == 2
        assert err.startswith("--"), err
        assert "--antal: " in err
        assert "--status: " in err
    code, _, err = insikt("add", *options("insiktsarbete"), "--antal", "många")
    assert "osäkert" in err


@pytest.mark.parametrize("blank", ["", " ", "\u00a0", "\t \n"])
@pytest.mark.parametrize("name", list(OPTIONS))
def test_a_blank_value_is_refused_in_words_for_options(insikt: Insikt, blank: str, name: str) -> None:
    key, _ = place(name)
    type_ = next((type_ for type_ in TYPES if key in keys(TYPES[type_])), "insikt")
    flag = OPTIONS[name].__metadata__[0].default
    code, out, err = insikt("add", *options(type_), f"{flag}={blank}")
    assert (code, out) == (2, "")
    assert f"{flag}: " in err
    assert "raden" not in err
    if name != "typ":
        assert "Värdet är tomt" in err


def test_every_field_has_an_option_and_an_ascii_spelling() -> None:
    for content in TYPES.values():
        for key in keys(content):
            assert option(key).removeprefix("--").split("-")[0][:3] == key[:3], key
    for name, annotation in OPTIONS.items():
        info = annotation.__metadata__[0]
        spelled = {info.default, *info.param_decls}
        assert {each.translate(ASCII) for each in spelled} <= spelled, name
    # No option writes where another does, and all parts of a mapping can be written.
    places = [place(name) for name in OPTIONS]
    assert len(places) == len(set(places))


BELOW = {
    "underlag": {"finns": "diariet", "förvaras-av": "registrator", "gallras": "2029-12-31"},
    "källa": {
        "dokument": "Slutrapport 2025",
        "avsnitt": "Resultat",
        "ställe": "s. 12",
        "länk": "https://example.org/rapport",
    },
    "återkoppling": {"status": "given", "datum": "2025-03-01", "hur": "möte på fritidsgården"},
    "granskad": {"av": "dataskyddssamordnare", "datum": "2025-03-01"},
}


@pytest.mark.parametrize("ascii_only", [False, True])
def test_what_lies_below_a_field(insikt: Insikt, ascii_only: bool) -> None:
    flags = [(option(key, part), value) for key, parts in BELOW.items() for part, value in parts.items()]
    flags += [("--perspektiv-säkerhet", "uttalat"), ("--giltig-till", "2027-06-30")]
    flags += [("--tidigare-id", "exempelkoping/gammal-rubrik")]
    words = [word for flag, value in flags for word in (flag.translate(ASCII) if ascii_only else flag, value)]
    code, out, err = insikt("add", *options("insikt"), *words)
    assert code == 0, err
    content = read(insikt.root / saved(out))
    assert {key: content[key] for key in BELOW} == BELOW
    assert content["perspektiv-säkerhet"] == "uttalat"
    assert content["giltig-till"] == "2027-06-30"
    assert content["tidigare-id"] == ["exempelkoping/gammal-rubrik"]
    assert clean(insikt, out)


def test_the_short_names_of_what_is_most_asked_for(insikt: Insikt) -> None:
    code, out, _ = insikt("add", *options("insikt"), "--källa", "En rapport", "--återkoppling", "Planerad")
    assert code == 0
    content = read(insikt.root / saved(out))
    assert content["källa"] == {"dokument": "En rapport"}
    assert content["återkoppling"] == {"status": "planerad"}


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        (["--granskad-datum", "2025-03-01"], "--granskad-av: "),
        (["--återkoppling-hur", "möte"], "--återkoppling: "),
        (["--återkoppling", "givenn"], "”given”"),
        (["--underlag-gallras", "2029"], "--underlag-gallras: "),
        (["--granskad-av", "x", "--granskad-datum", "igår"], "--granskad-datum: "),
    ],
)
def test_what_is_wrong_below_a_field_is_told_at_its_option(
    insikt: Insikt, wrong: list[str], told: str
) -> None:
    code, out, err = insikt("add", *options("insikt"), *wrong)
    assert (code, out) == (2, "")
    assert told in err
    assert len(err.splitlines()) == 1


def test_each_part_of_a_field_is_told(insikt: Insikt) -> None:
    wrong = ("--återkoppling", "givenn", "--återkoppling-datum", "igår", "--återkoppling-hur", " ")
    code, _, err = insikt("add", *options("insikt"), *wrong)
    assert code == 2
    assert [line.partition(":")[0] for line in err.splitlines()] == list(wrong[::2])


def test_what_is_missing_is_told_with_what_is_wrong(insikt: Insikt) -> None:
    code, _, err = insikt("add", "--rubrik", "x" * 121, "--röst", "chef-ers")
    assert code == 2
    first, second, third = err.splitlines()
    assert first.startswith("--rubrik: ")
    assert second.startswith("--röst: ")
    assert "--organisation, --insikt, --perspektiv" in third
    assert "--röst" not in third


@pytest.mark.parametrize(("word", "type_"), [("insigt", "insikt"), ("xyz", "test")])
def test_a_type_that_is_none_does_not_hide_the_rest(insikt: Insikt, word: str, type_: str) -> None:
    given = {**COMPLETE[type_], "grupp": "ungdommar"}
    flags = [each for key, value in given.items() for each in (f"--{key}", value)]
    code, _, err = insikt("add", "--typ", word, "--organisation", "aby", *flags)
    assert code == 2
    assert [line.partition(":")[0] for line in err.splitlines()] == ["--typ", "--grupp"]


@pytest.mark.parametrize(
    "flag", ["--rubrik", "--insikt", "--anteckning", "--underlag-finns", "--granskad-av", "--citat"]
)
def test_personal_data_is_told_with_the_rest(insikt: Insikt, flag: str) -> None:
    arguments = options("insikt")
    if flag in arguments:
        del arguments[arguments.index(flag) : arguments.index(flag) + 2]
    code, out, err = insikt("add", *arguments, flag, f"Ring {NUMBER}\x07 " + "x" * 130, "--kön", "kvinor")
    assert (code, out) == (2, "")
    assert re.search(rf"^{flag}: .*07", err, re.MULTILINE)
    assert "--kön: " in err
    assert NUMBER not in err
    assert "06 05" not in err


def test_faults_are_told_in_english(insikt: Insikt) -> None:
    _, _, err = insikt("add", "--grupp", "ungdommar", "--rubrik", " ", lang="en")
    assert err.splitlines()[0] == "--rubrik: The value is empty. Write something, or leave the option out."
    assert "Do you mean “ungdomar”?" in err
    assert err.splitlines()[-1].startswith("More is needed. Add: --organisation")


def test_at_a_terminal_too_wrong_options_are_told_before_anything_is_asked(insikt: Insikt, answers) -> None:
    answers()
    code, _, err = insikt("add", "--grupp", "ungdommar", "--röst", "egna")
    assert code == 2
    assert "--grupp: " in err
    assert "--röst: " in err or "egen" in err
    assert not Path(insikt.root / "insights/aby").exists()
