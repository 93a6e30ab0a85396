"""`insikt add`: by options, by answers, and never a record that lint would complain about."""

import json
import os
import re
import sqlite3
import subprocess
import sys
import time
import unicodedata
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from conftest import ROOT, SETTINGS, Insikt, write_workspace
from insiktskarta.cli import add_command, console, draft, main, more
from insiktskarta.cli.field_value import is_address
from insiktskarta.cli.questions import REQUIRED
from insiktskarta.files import exact
from insiktskarta.files.decode import decoded
from insiktskarta.rules.schema import no_perspective
from insiktskarta.show.messages import language
from test_write import AWKWARD, TEXTS

NUMBER = "070-174 06 05"
COMPLETE = {
    "insikt": {
        "rubrik": "Unga vill ha tid",
        "insikt": "Unga orkar fråga en gång.",
        "perspektiv": "invånare",
        "röst": "egen",
    },
    "insiktsarbete": {"rubrik": "Samtal", "metod": "djupintervju", "status": "genomfört", "antal": "12"},
    "fråga": {"rubrik": "Hur når vi fler?", "fråga": "Hur kan vi nå fler unga?"},
    "test": {"rubrik": "Öppet sent", "hypotes": "Fler ringer.", "status": "planerat"},
    "lärdom": {"rubrik": "Sitt nära", "lärdom": "Att sitta nära gör samverkan lättare."},
}


def options(type_: str, **more: str) -> list[str]:
    given = {"typ": type_, "organisation": "Exempelköping", **COMPLETE[type_], **more}
    return [word for key, value in given.items() for word in (f"--{key}", value)]


def read(path: Path) -> dict[str, object]:
    text, problems = decoded(path.read_bytes())
    assert text is not None
    assert not problems
    found = exact.read(text)
    assert not found.problems
    return found.value


def saved(out: str) -> str:
    match = re.search(r"^Sparad: (.+)$", out, re.MULTILINE)
    assert match is not None, out
    return match.group(1)


def clean(insikt: Insikt, out: str) -> bool:
    """Whether lint finds no fault in what was saved; remarks on its wording are another matter."""
    _, found, _ = insikt("lint", saved(out), "--output-format", "json")
    return not [each for each in json.loads(found) if each["severity"] == "error"]


def records(root: Path) -> list[str]:
    return sorted(
        path.relative_to(root).as_posix() for path in (root / "insights").rglob("*") if path.is_file()
    )


@pytest.mark.parametrize("type_", COMPLETE)
def test_every_type_by_options_alone(insikt: Insikt, type_: str) -> None:
    code, out, err = insikt("add", *options(type_))
    assert code == 0
    assert all(re.match(r"[A-Z]{2}\d{3} ", line) for line in err.splitlines()), "remarks and nothing else"
    path = insikt.root / saved(out)
    text = path.read_text(encoding="utf-8")
    assert text in out, "it is shown before it is written"
    assert text.startswith("# yaml-language-server: $schema=../../schemas/")
    assert (ROOT / "schemas" / text.partition("\n")[0].rpartition("/")[2]).is_file()
    content = read(path)
    assert content["typ"] == type_
    assert content["rubrik"] == COMPLETE[type_]["rubrik"]
    assert clean(insikt, out)
    assert insikt("query", "--typ", type_, "--output-format", "ids")[1].count("exempelkoping/") >= 1


def test_all_options_of_an_insight(insikt: Insikt) -> None:
    code, out, _ = insikt(
        "add",
        *options("insikt"),
        *("--perspektiv", "har insatser", "--perspektiv", "klienter"),
        *("--grupp", "Barn och unga", "--livssituation", "ensamhet", "--kön", "kvinnor"),
        *("--förflyttning", "akut-till-forebyggande", "--tema", "samverkan", "--metod", "workshop"),
        *("--insamlad", "2024-08/2024-12", "--citat", "Jag: ringde.", "--citat", "Nej"),
        *("--bygger-på", "intervjuer", "--osäkert", "Få svar", "--anteckning", "Ta upp"),
        "--tvärperspektiv",
        "kulturförändring",
    )
    assert code == 0
    assert read(insikt.root / saved(out)) == {
        "typ": "insikt",
        "rubrik": "Unga vill ha tid",
        "insikt": "Unga orkar fråga en gång.",
        "perspektiv": ["invånare", "klienter"],
        "grupper": ["barn-och-unga"],
        "livssituation": ["ensamhet"],
        "kön": ["kvinnor"],
        "röst": "egen",
        "förflyttningar": ["akut-till-förebyggande"],
        "teman": ["samverkan"],
        "tvärperspektiv": ["kulturförändring"],
        "metoder": ["workshop"],
        "insamlad": "2024-08/2024-12",
        "citat": ["Jag: ringde.", "Nej"],
        "bygger-på": ["exempelkoping/intervjuer"],
        "osäkert": "Få svar",
        "anteckning": "Ta upp",
    }
    assert clean(insikt, out)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(TEXTS.filter(str.strip), TEXTS.filter(str.strip))
def test_what_is_given_is_what_is_saved(
    tmp_path_factory: pytest.TempPathFactory, capsys: pytest.CaptureFixture[str], statement: str, heading: str
) -> None:
    root = tmp_path_factory.mktemp("w")
    write_workspace(root, {})
    heading = " ".join(heading.split())[:100].strip()
    arguments = options("insikt", rubrik=heading, insikt=statement, anteckning=statement)
    # A value that starts with a hyphen is joined to its option, as on every command line.
    joined = [f"{name}={value}" for name, value in zip(arguments[::2], arguments[1::2], strict=True)]
    quote = f"Hon sa: {statement}" if is_address(statement) else statement  # an address is no quote
    code = main(["add", *joined, f"--citat={quote}", "--workspace", str(root), "--lang", "sv"])
    out, err = capsys.readouterr()
    assert code == 0, err
    content = read(root / saved(out))
    assert content["rubrik"] == unicodedata.normalize("NFC", heading)
    assert content["insikt"] == content["anteckning"] == statement
    assert content["citat"] == [quote]
    main(["lint", "--workspace", str(root), "--output-format", "json"])
    assert "error" not in {each["severity"] for each in json.loads(capsys.readouterr().out)}


@pytest.mark.parametrize(
    "text", [text for text in AWKWARD if text.strip() and "\n" not in text and len(text) < 99]
)
def test_awkward_headings(insikt: Insikt, text: str) -> None:
    code, out, _ = insikt("add", *options("insikt", rubrik=""), f"--rubrik={text}")
    assert code == 0
    assert read(insikt.root / saved(out))["rubrik"] == text
    assert clean(insikt, out)


def test_decomposed_letters_and_windows_lines_become_plain(insikt: Insikt) -> None:
    heading = unicodedata.normalize("NFD", "Äldre får vänta")
    code, out, _ = insikt("add", *options("insikt", rubrik=heading, insikt="en\r\ntvå\rtre"))
    assert code == 0
    content = read(insikt.root / saved(out))
    assert content["rubrik"] == "Äldre får vänta"
    assert content["insikt"] == "en\ntvå\ntre"
    assert saved(out) == "insights/exempelkoping/aldre-far-vanta.yaml"


def test_the_same_heading_twice(insikt: Insikt) -> None:
    paths = [f"insights/exempelkoping/unga-vill-ha-tid{end}.yaml" for end in ("", "-2", "-3")]
    for number, path in enumerate(paths):
        arguments = options("insikt")
        arguments[arguments.index("--insikt") + 1] = f"Unga orkar fråga {number} gånger."
        code, out, err = insikt("add", *arguments)
        assert (code, saved(out)) == (0, path)
        assert out.split()[0] == path, "the name that is shown is the one that is taken"
        assert ("är upptaget" in err) == bool(number)


def test_the_same_text_twice(insikt: Insikt, answers) -> None:
    first = saved(insikt("add", *options("insikt"))[1]).removeprefix("insights/").removesuffix(".yaml")
    before = records(insikt.root)
    for flags in ([], ["--yes"]):
        code, _, err = insikt("add", *options("insikt"), *flags)
        assert code == 2
        assert f"”{first}” säger exakt samma sak" in err
        assert records(insikt.root) == before
    # Somebody who is there may know better, and a link says why there are two.
    answers("j")
    assert insikt("add", *options("insikt"))[0] == 0
    assert insikt("add", *options("insikt"), "--lika", first, "--lika", f"{first}-2", "--yes")[0] == 0


def test_what_the_first_line_names_is_there(insikt: Insikt, answers) -> None:
    code, out, err = insikt("add", *options("insikt"))
    assert code == 0
    assert "schemas" not in err
    first = (insikt.root / saved(out)).read_text(encoding="utf-8").splitlines()[0].rpartition("=")[2]
    schema = (insikt.root / saved(out)).parent / first
    assert json.loads(schema.read_text(encoding="utf-8"))["title"] == "Insikt"
    # Somebody's own schemas are left as they are.
    schema.write_text("{}", encoding="utf-8")
    answers("j")
    assert insikt("add", *options("lärdom"))[0] == 0
    assert schema.read_text(encoding="utf-8") == "{}"


def test_every_text_of_an_insight_by_options(insikt: Insikt) -> None:
    more = {"nytt": "a", "känt": "b", "utmaning": "c", "värdeskapande": "d"}
    flags = [part for key, value in more.items() for part in (f"--{key}", value)]
    links = ["--motsager", "exempelkoping/en-vag-in", "--lika", "far-inte-veta", "--kalla", "En rapport"]
    code, out, _ = insikt("add", *options("insikt"), *flags, *links)
    assert code == 0
    content = read(insikt.root / saved(out))
    assert {key: content[key] for key in more} == more
    assert content["motsäger"] == ["exempelkoping/en-vag-in"]
    assert content["lika"] == ["pahittsala/far-inte-veta"]
    assert content["källa"] == {"dokument": "En rapport"}


def test_a_heading_without_letters_is_named_after_its_type(insikt: Insikt) -> None:
    for heading in ("💬 …", "Insikt"):
        _, out, _ = insikt("add", *options("insikt", rubrik=heading), "--organisation", "aby")
        assert re.fullmatch(r"insights/aby/insikt-1(-2)?\.yaml", saved(out)), (
            "insikt.yaml is the settings' name"
        )


@pytest.mark.parametrize("voice", sorted(no_perspective._STAFF))
def test_the_words_of_staff_may_lie_in_no_circle(insikt: Insikt, voice: str) -> None:
    arguments = [word for word in options("insikt", röst=voice) if word not in ("--perspektiv", "invånare")]
    code, out, _ = insikt("add", *arguments)
    assert code == 0
    assert read(insikt.root / saved(out))["perspektiv"] == []
    assert clean(insikt, out)
    assert draft._NO_CIRCLE == no_perspective._STAFF


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        (["--grupp", "ungdommar"], "ungdomar"),
        (["--perspektiv", "invanarre"], "invånare"),
        (["--organisation", "Påhitsala"], "Påhittsala"),
        (["--typ", "insigt"], "insikt"),
        (["--röst", "chef-ers"], "chefer"),
        (["--bygger-på", "exempelkoping/intervjuerna"], "exempelkoping/intervjuer"),
        (["--insamlad", "i våras"], "2024-10"),
        (["--insamlad", "2024-12/2024-01"], "innan"),
        (["--insamlad", "2024-02-30"], "2024-10"),
        (["--antal", "12"], "antal"),
        (["--antal", "tolv"], "--antal"),
        (["--rubrik", "x" * 121], "120"),
        (["--rubrik", "två\nrader"], "rubrik"),
        (["--rubrik", " "], "rubrik"),
        (["--citat", ""], "citat"),
        (["--anteckning", "ring\x07"], "U+0007"),
        (["--anteckning", "rad\u2028rad"], "U+2028"),
        (["--anteckning", os.fsdecode(b"latin-\xe5")], "anteckning"),
        (["--metodik", "x"], "--metod"),
        (["--workspace"], "--workspace"),
    ],
)
def test_what_does_not_fit_is_refused_with_the_nearest(insikt: Insikt, wrong: list[str], words: str) -> None:
    before = records(insikt.root)
    code, out, err = insikt("add", *options("insikt"), *wrong) if wrong != ["--workspace"] else (2, "", words)
    assert (code, out) == (2, "")
    assert words in err
    assert records(insikt.root) == before


def test_what_is_missing_is_named_by_its_option(insikt: Insikt) -> None:
    code, _, err = insikt("add", "--rubrik", "x")
    assert code == 2
    for option in ("--organisation", "--insikt", "--perspektiv", "--röst"):
        assert option in err
    code, _, err = insikt("add", "--typ", "test", "--organisation", "aby")
    assert "--beskrivning" in err
    assert "--status" in err


def test_personal_data_is_refused_without_being_repeated(insikt: Insikt) -> None:
    before = records(insikt.root)
    code, out, err = insikt("add", *options("insikt", rubrik=f"Ring {NUMBER}", insikt=f"Nå mig på {NUMBER}"))
    assert code == 2
    assert "070" not in out + err
    assert records(insikt.root) == before


def test_what_may_be_personal_data_is_masked_in_what_is_shown_and_in_the_name(insikt: Insikt) -> None:
    doubtful = "198112-9999"
    code, out, err = insikt("add", *options("insikt", rubrik=f"Nummer {doubtful}", anteckning=doubtful))
    assert code == 0
    assert doubtful not in out + err
    assert "9999" not in saved(out)
    assert read(insikt.root / saved(out))["anteckning"] == doubtful, "what was written is kept"


def test_an_error_does_not_repeat_personal_data(insikt: Insikt) -> None:
    _, _, err = insikt("add", *options("insikt", grupp="19811218-9876"))
    assert "9876" not in err
    assert "19" in err


def test_what_the_workspace_allows_may_stand_in_a_new_record(insikt: Insikt) -> None:
    (insikt.root / "insikt.yaml").write_text(
        f'{SETTINGS}lint:\n  tillåtna: ["{NUMBER}"]\n', encoding="utf-8", newline="\n"
    )
    code, out, _ = insikt("add", *options("insikt", insikt=f"Nå oss på {NUMBER}"))
    assert code == 0
    assert clean(insikt, out)


def test_a_former_id_is_not_given_to_a_new_record(insikt: Insikt) -> None:
    old = insikt.root / "insights/exempelkoping/en-vag-in.yaml"
    former = "tidigare-id: [exempelkoping/unga-vill-ha-tid, pahittsala/annat]\n"
    old.write_text(old.read_text(encoding="utf-8") + former, encoding="utf-8", newline="\n")
    _, out, _ = insikt("add", *options("insikt"))
    assert saved(out) == "insights/exempelkoping/unga-vill-ha-tid-2.yaml"


def test_a_local_organisation_and_term(insikt: Insikt) -> None:
    local = (
        SETTINGS
        + "ordförråd:\n  grupper:\n    nyanlända-unga: {etikett: nyanlända unga, bredare: ungdomar}\n"
    )
    (insikt.root / "insikt.yaml").write_text(local, encoding="utf-8")
    code, out, _ = insikt("add", *options("insikt", grupp="nyanlanda unga", organisation="pahittsala"))
    assert code == 0
    assert read(insikt.root / saved(out))["grupper"] == ["nyanlända-unga"]


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="permissions do not bind this user")
def test_a_protected_folder_is_said(insikt: Insikt) -> None:
    folder = insikt.root / "insights/exempelkoping"
    folder.chmod(0o555)
    try:
        code, _, err = insikt("add", *options("insikt"))
    finally:
        folder.chmod(0o755)
    assert code == 2
    assert "Traceback" not in err


# With a person at the terminal.


def test_everything_by_answers(insikt: Insikt, answers) -> None:
    answers("exempelkoping", "Unga vill ha tid", "Unga orkar: en gång.", "1", "1, 3", "1 2", "", "", "j")
    code, out, _ = insikt("add")
    assert code == 0
    content = read(insikt.root / saved(out))
    assert content["perspektiv"] == ["klienter", "invånare"]
    assert len(content["grupper"]) == 2
    assert content["röst"] == "egen"
    assert "förflyttningar" not in content
    assert clean(insikt, out)


def test_the_index_is_free_while_a_person_thinks(
    insikt: Insikt, answers, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers("Telefonen är öppen.", "1", "", "j")
    quick, free = console.ask, []

    def ask_while_another_writes(prompt: str, typed: str = "") -> str:
        with closing(sqlite3.connect(insikt.root / ".insikt/index.sqlite", timeout=0)) as other:
            other.execute("BEGIN EXCLUSIVE")
            free.append(True)
        return quick(prompt, typed)

    monkeypatch.setattr(console, "ask", ask_while_another_writes)
    code, out, _ = insikt(
        *("add", "--typ", "test", "--organisation", "aby", "--rubrik", "Öppet"),
        *("--bygger-på", "exempelkoping/en-vag-in"),
    )
    assert code == 0
    assert len(free) == 4
    assert clean(insikt, out)


@pytest.mark.parametrize(
    ("type_", "lines"),
    [
        ("insiktsarbete", ["Samtal", "1", "genomfört"]),
        ("fråga", ["Hur når vi fler?", "Hur kan vi nå fler?"]),
        ("test", ["Öppet sent", "Telefonen är öppen.", "1"]),
        ("lärdom", ["Sitt nära", "Att sitta nära hjälper."]),
    ],
)
def test_every_type_by_answers(insikt: Insikt, answers, type_: str, lines: list[str]) -> None:
    answers("Åby", *lines, "nej", "ja")
    code, out, _ = insikt("add", "--typ", type_)
    assert code == 0
    assert read(insikt.root / saved(out))["typ"] == type_
    assert clean(insikt, out)


def test_a_value_that_does_not_fit_is_asked_for_again_and_nothing_is_lost(insikt: Insikt, answers) -> None:
    long = "x" * 121
    offered = answers(
        *("Påhitsala", "Påhittsala"),
        *(long, "", "Kort"),
        "Unga orkar en gång.",
        *("2, 3", "egen"),
        *("9", "4,1", "klient, invanare"),
        *("ungdommar", "Barn och unga, vuxna"),
        "",
        "",
        *("kanske", "J"),
    )
    code, out, err = insikt("add")
    assert code == 0
    content = read(insikt.root / saved(out))
    assert content["rubrik"] == "Kort"
    assert content["insikt"] == "Unga orkar en gång."
    assert content["perspektiv"] == ["klienter", "invånare"]
    assert content["grupper"] == ["barn-och-unga", "vuxna"]
    assert "Påhittsala" in err
    assert "”ungdomar”" in err
    assert offered[1] == "", "a name is written again"
    assert offered[3] == long, "a long text is there to be mended"
    assert "Skriv ett nummer från 1 till 3." in err
    assert "Svara [J/n]." in err


def test_a_suggestion_is_taken_by_a_yes(insikt: Insikt, answers) -> None:
    answers("Påhitsala", "j", "Kort", "Unga orkar en gång.", "egen", "3", "", "", "", "")
    code, out, _ = insikt("add")
    assert code == 0
    assert saved(out) == "insights/pahittsala/kort.yaml"


def test_what_is_needed_is_asked_for_in_words_for_a_prompt(insikt: Insikt, answers) -> None:
    answers("", "aby", "", "Kort", "Unga orkar en gång.", "", "99", "1", "3", "", "", "", "")
    code, _, err = insikt("add")
    assert code == 0
    assert err.count("Här behövs ett svar.") == 2
    assert err.count("Skriv ett nummer från 1 till ") == 2
    assert "ta bort raden" not in err


def test_personal_data_is_told_where_it_was_written(insikt: Insikt, answers) -> None:
    number = "811228-9874"
    offered = answers(
        "aby", "Kort", f"Ring {number} en gång.", "Unga orkar en gång.", "egen", "3", "", "", "", ""
    )
    code, out, err = insikt("add")
    assert code == 0
    assert number not in out + err
    assert offered[3] == "Ring 81••••-•••• en gång.", "the text is there to be mended, without the number"
    assert read(insikt.root / saved(out))["insikt"] == "Unga orkar en gång."


def test_circles_that_are_missing_are_asked_for_once_more(insikt: Insikt, answers) -> None:
    answers("aby", "Kort", "Unga orkar en gång.", "egen", "", " ", "3", "", "", "", "")
    code, out, err = insikt("add")
    assert code == 0
    assert err.count("minst ett perspektiv") == 2
    assert read(insikt.root / saved(out))["perspektiv"] == ["invånare"]


def test_only_what_is_missing_is_asked_for(insikt: Insikt, answers) -> None:
    answers("egen", "", "", "", "j")
    arguments = options("insikt")
    del arguments[arguments.index("--röst") : arguments.index("--röst") + 2]
    assert insikt("add", *arguments)[0] == 0


@pytest.mark.parametrize(("lang", "no"), [("sv", "n"), ("sv", "nej"), ("sv", "NEJ"), ("en", "no")])
def test_no_saves_nothing(insikt: Insikt, answers, lang: str, no: str) -> None:
    before = records(insikt.root)
    answers(no, "")
    code, out, err = insikt("add", *options("insikt"), lang=lang)
    assert code == 0
    assert "Unga vill ha tid" in out
    assert err.endswith(language(lang).text(add_command._KEPT) + "\n")
    assert records(insikt.root) == before


def test_yes_asks_nothing(insikt: Insikt, answers) -> None:
    answers()
    assert insikt("add", *options("insikt"), "--yes")[0] == 0


@pytest.mark.parametrize("at", range(9))
def test_an_interrupted_run_saves_nothing(insikt: Insikt, answers, at: int) -> None:
    before = records(insikt.root)
    lines = ["exempelkoping", "Kort", "Unga orkar en gång.", "3", "", "egen", "", "", "j"]
    answers(*lines[:at], KeyboardInterrupt)
    code, out, err = insikt("add")
    assert code == 130
    assert "Sparad" not in out
    assert language("sv").text(add_command._KEPT) in err
    assert records(insikt.root) == before


# At a real terminal.


class Terminal:
    """A run of the command at a pseudo-terminal."""

    def __init__(self, root: Path, *arguments: str, term: str = "dumb") -> None:
        import pty

        self.descriptor, theirs = pty.openpty()
        start = (
            "import fcntl, termios; fcntl.ioctl(0, termios.TIOCSCTTY, 0); "  # so that Ctrl-C reaches it
            # … and is heard, though a shell that started the tests in the background let them be deaf to it.
            "import signal; signal.signal(signal.SIGINT, signal.default_int_handler); "
            "from insiktskarta.cli import main; raise SystemExit(main())"
        )
        self.child = subprocess.Popen(
            [sys.executable, "-c", start, *arguments, "--workspace", str(root)],
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            start_new_session=True,
            env={**os.environ, "TERM": term, "COLUMNS": "80", "LC_ALL": "C.UTF-8"},
        )
        os.close(theirs)
        self.said, self.place = "", 0

    def until(self, words: str) -> None:
        """Read on until these words, which stand after those that were last waited for."""
        deadline = time.monotonic() + 20
        while words not in self.said[self.place :]:
            assert time.monotonic() < deadline, self.said
            assert self.read(), self.said
        self.place = self.said.index(words, self.place) + len(words)

    def read(self) -> bool:
        import select

        if not select.select([self.descriptor], [], [], 10)[0]:
            return False
        try:
            more = os.read(self.descriptor, 65536)
        except OSError:  # the other end is closed
            return False
        self.said += more.decode("utf-8", "replace")
        return bool(more)

    def type(self, text: str) -> None:
        os.write(self.descriptor, text.encode("utf-8"))

    def end(self) -> int:
        while self.read():
            pass
        os.close(self.descriptor)
        return self.child.wait(30)


@pytest.fixture
def terminal(workspace: Path) -> Callable[..., Terminal]:
    pytest.importorskip("pty")
    return lambda *arguments: Terminal(workspace, *arguments)


def test_at_a_terminal(terminal, workspace: Path) -> None:
    run = terminal("add")
    for key, answer in [
        ("organisation", "Åby"),
        ("rubrik", "Äldre – får vänta"),
        ("insikt", "De ringer: ingen svarar."),
        ("röst", "1"),
        ("perspektiv", "3"),
        ("grupper", ""),
        ("förflyttningar", ""),
    ]:
        run.until(language("sv").text(REQUIRED[key])[:40])  # the rest may stand on the next line
        run.until("> ")
        run.type(f"{answer}\n")
    run.until(language("sv").text(more._QUESTION)[:30])
    run.until("> ")
    run.type("\n")
    run.until("[J/n]")
    run.type("j\n")
    assert run.end() == 0, run.said
    content = read(workspace / "insights/aby/aldre-far-vanta.yaml")
    assert content["rubrik"] == "Äldre – får vänta"
    assert content["insikt"] == "De ringer: ingen svarar."
    assert "\x1b[" not in run.said.replace("\x1b[?2004h", "").replace("\x1b[?2004l", ""), "no colour"


@pytest.mark.parametrize("key", ["\x03", "\x04"])
def test_ending_at_a_terminal(terminal, workspace: Path, key: str) -> None:
    before = records(workspace)
    run = terminal("add", "--organisation", "aby")
    run.until("> ")
    run.type("Halv rubrik\n")
    run.until("> ")
    time.sleep(0.3)  # until the prompt is not only written but waits: nobody is as quick as a test
    run.type(key)
    assert run.end() == 130, run.said
    assert "Traceback" not in run.said
    assert records(workspace) == before


def test_no_at_a_terminal(terminal, workspace: Path) -> None:
    before = records(workspace)
    run = terminal("add", *options("lärdom"))
    run.until("[J/n]")
    run.type("n\n")
    run.until("Vad vill du ändra?")
    run.until("> ")
    run.type("\n")
    assert run.end() == 0
    assert records(workspace) == before


def test_answers_from_a_pipe_are_not_waited_for(workspace: Path) -> None:
    command = [sys.executable, "-m", "insiktskarta", "add", "--workspace", str(workspace)]
    done = subprocess.run(
        command, input="aby\n", capture_output=True, encoding="utf-8", check=False, timeout=60
    )
    assert done.returncode == 2
    assert "--organisation" in done.stderr
