"""What is quoted of somebody's words: in messages, excerpts, paths, titles and answers to the command line."""

import os
import subprocess
import sys
from pathlib import Path
from urllib.parse import unquote

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from conftest import SETTINGS, Insikt, write_workspace
from insiktskarta.model.masking import is_clean, masked, masked_numbers
from insiktskarta.model.personal.claims import claims, path_claims
from insiktskarta.model.personal.normalise import normalised

GOOD = """\
typ: insikt
rubrik: Unga vill bli trodda
insikt: Unga behöver bli trodda redan första gången de söker hjälp.
perspektiv: [klienter]
röst: egen
"""
FORMATS = ("text", "concise", "json", "github", "gitlab", "sarif", "junit")
NUMBERS = [
    "kalleanka(at)example.com",
    "kalleanka%40example.com",
    "kalleanka snabel-a example.com",
    "kalleanka＠example.com",
    "7906\u200b202390",
    "7906\u00ad20-2390",
    "790620.2390",
    "46701740605",
    "x070-1740605",
    "konto 6789 123 456 789",
    "SE45 5000 0000 0583 9825 7466",
]
WORDS = ["Kerstin Lundgren", "Storgatan 5", "bilen ABC12A", "dnr SN 2024/0456", "hennes son Kevin"]
QUOTES = [*NUMBERS, *WORDS]


def put(root: Path, name: str, text: str) -> None:
    write_workspace(root, {}, SETTINGS)
    file = root / "insights/exempelkoping" / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def lint(insikt: Insikt, *arguments: str) -> tuple[int, str]:
    code, out, err = insikt("lint", *arguments)
    return code, out + err


@pytest.mark.parametrize("key", QUOTES)
def test_an_unknown_key(insikt: Insikt, key: str, monkeypatch: pytest.MonkeyPatch) -> None:
    summary = insikt.root / "summary.md"
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    put(insikt.root, "a.yaml", GOOD + f'"{key}": x\n')
    for form in FORMATS:
        for rules in ((), ("--ignore", "PD"), ("--select", "SC")):
            code, said = lint(insikt, "--output-format", form, *rules)
            assert code == 1
            assert key not in said.replace("%25", "%"), form
    assert key not in summary.read_text(encoding="utf-8")


@pytest.mark.parametrize("value", QUOTES)
@pytest.mark.parametrize(
    "line",
    [
        "teman: ['{}']",
        "röst: '{}'",
        "antal: '{}'",
        "lika: ['exempelkoping/{}']",
        "gallras: '{}'",
        "'{}': 1\n'{}': 2",
        "typ: '{}'",
        "a: &{} x",
        "a: *{}",
        "a: !{} x",
        "a: '{}",
        "{}",
        "# insikt: ignore {}",
        "# insikt: ignore SC102 -- {}",
    ],
)
def test_a_value_that_is_quoted(insikt: Insikt, line: str, value: str) -> None:
    put(insikt.root, "a.yaml", GOOD.replace("röst: egen\n", "") + line.replace("{}", value) + "\n")
    for form in ("text", "json"):
        code, said = lint(insikt, "--ignore", "PD", "--output-format", form)
        assert code == 1
        assert value not in said


@pytest.mark.parametrize("value", QUOTES)
def test_an_excerpt(insikt: Insikt, value: str) -> None:
    # The line has something wrong beside what is personal.
    put(insikt.root, "a.yaml", GOOD + f"egen: Om {value}.\n")
    for rules in ((), ("--ignore", "PD"), ("--select", "SC")):
        _, said = lint(insikt, *rules)
        assert "egen: Om" in said
        assert value not in said


def test_a_quote_that_is_cut(insikt: Insikt) -> None:
    put(insikt.root, "a.yaml", GOOD + f"antal: {'x' * 30} kalleanka(at)example.com\n")
    assert "kalle" not in lint(insikt, "--ignore", "PD", "--output-format", "json")[1]


def test_a_suggested_file_name(insikt: Insikt) -> None:
    put(insikt.root, "kalleanka@example.com.yaml", GOOD)
    code, said = lint(insikt, "--output-format", "concise")
    assert code == 1
    assert "FO102" in said
    assert "kalleanka" not in said


def test_an_anchor(insikt: Insikt) -> None:
    put(insikt.root, "a.yaml", "typ: insikt\nrubrik: &a1979-06-20-2390 x\n")
    for form in FORMATS:
        assert "0-2390" not in lint(insikt, "--output-format", form)[1]


@pytest.mark.parametrize("output_format", FORMATS)
def test_a_name_in_a_path(insikt: Insikt, output_format: str) -> None:
    put(insikt.root, "kerstin-lundgren.yaml", GOOD + "egen: x\n")
    _, said = lint(insikt, "--output-format", output_format)
    assert "lundgren" not in said
    assert "exempelkoping/k••••••-••••••••.yaml" in unquote(said)


def test_two_paths_that_look_alike_when_masked(insikt: Insikt) -> None:
    put(insikt.root, "kerstin-lundgren.yaml", GOOD + "annorlunda: x\n")
    put(insikt.root, "kerstin-lundberg.yaml", "# en rad\n" + GOOD + "avvikande: x\n")
    _, said = lint(insikt)
    assert "avvikande" in said
    assert "annorlunda" in said
    assert "     7 | annorlunda" not in said  # a line of one file is never shown as the other's


@pytest.mark.parametrize("value", [*QUOTES, r"\x3790620-2390", r"7906\u200b202390"])
def test_an_answer_to_the_command_line(insikt: Insikt, value: str, tmp_path: Path) -> None:
    put(insikt.root, "a.yaml", GOOD)
    picture = tmp_path / "bild.svg"
    for words in (
        [value],
        ["query", "--grupp", value],
        ["query", "--organisation", value],
        ["query", "--output-format", value],
        ["aggregate", "--by", value],
        ["rule", value],
        ["show", value],
        ["figure", value],
        ["report", value],
        ["query", value],
        ["lint", value],
        ["lint", "--select", value],
        ["lint", "--since", value],
        ["query", "--at", value],
        ["map", value, "-o", str(picture)],
    ):
        code, out, err = insikt(*words)
        assert code != 3, err
        assert value not in out + err, words
    assert not picture.exists() or value not in picture.read_text(encoding="utf-8")


@pytest.mark.parametrize("value", NUMBERS)
def test_a_records_own_text(insikt: Insikt, value: str, tmp_path: Path) -> None:
    text = GOOD.replace("bli trodda\n", f"bli trodda, {value}\n").replace("söker hjälp", f"ringer {value}")
    put(insikt.root, "a.yaml", text + f"teman: ['{value}']\n")
    picture = tmp_path / "bild.svg"
    for words in (
        ["show", "exempelkoping/a"],
        *(["query", "--output-format", form] for form in ("table", "json", "csv", "yaml")),
        ["aggregate", "--by", "tema"],
        ["report"],
        ["report", "--title", value],
        ["map", "-o", str(picture), "--title", value],
    ):
        code, out, err = insikt(*words)
        assert code == 0, err
        assert value not in out + err, words
    assert value not in picture.read_text(encoding="utf-8")


def test_a_records_own_text_keeps_its_names() -> None:
    assert masked_numbers("Kerstin Lundgren på Storgatan 5") == "Kerstin Lundgren på Storgatan 5"
    assert masked("Kerstin Lundgren på Storgatan 5") == "K•••••• •••••••• på S•••••••• •"


@pytest.mark.parametrize("text", [*QUOTES, "Boende i Säffle: hon är 47 år gammal och har als."])
def test_masking_keeps_the_length_and_is_done_after_one_round(text: str) -> None:
    for each in (text, f"– {text} –", f"“{text}”\n  {text}"):
        once = masked(each)
        assert once != each
        assert len(once) == len(each)
        assert masked(once) == once


PARTS = st.sampled_from(
    [
        *QUOTES,
        *("070", "174", "06", "05", "-", " ", "\n  ", "790620", "2390", "%2D", "(a)", "＠", "at", "dot", "com", ".", "@"),
        *("noll", "sju", "nollsjuttio", "sex", "fyra", "ett", "Kerstin", "Lundgren", "tel", "konto", "47-årig kvinna"),
        *("i Säffle", "hon", "adhd", "\u00ad", "\u200b", "–", "&ndash;", "０", "²", "①", "mamman till Oskar", "M."),
    ]
)  # fmt: skip


def hides(shown: str, text: str, codes: tuple[str, ...]) -> None:
    assert len(shown) == len(text)
    written = normalised(text)
    for code, matches in claims(text).items():
        for match in matches if code.startswith(codes) else ():
            start, end = written.span(match.start, match.end)
            assert not any(sign.isalnum() for sign in shown[start + 2 : end]), (code, text, shown)


@settings(max_examples=300, deadline=None)
@given(st.lists(PARTS, max_size=9).map(" ".join) | st.lists(PARTS, max_size=9).map("".join))
def test_all_that_the_rules_find_is_hidden(text: str) -> None:
    hides(masked(text), text, ("PD",))
    hides(masked_numbers(text), text, ("PD1", "PD2", "PD301"))


LINES = PARTS | st.sampled_from(
    ["insamlad: 2024-03-12", "akt", "sn-12", "12", "- 2024", "-3", "barn", "kerstin", "lundgren", "47 år", "enda", "|", "\\_"]
)  # fmt: skip


@settings(max_examples=500, deadline=None)
@given(st.lists(LINES, max_size=5), st.sampled_from([" ", "\n", "\n  "]))
@example(["konto 6789 123 456 789", "2024"], "\n  ")  # one number with the year below it is no account
@example(["insamlad: 2024-03-12", "barn"], "\n")
def test_a_clean_text_has_nothing_to_hide_in_any_line(parts: list[str], between: str) -> None:
    text = between.join(parts)
    if is_clean(text):
        assert masked(text) == text
        assert [masked_numbers(line) for line in text.split("\n")] == text.split("\n")


def test_most_texts_are_clean() -> None:
    assert is_clean(GOOD)
    assert not is_clean(GOOD + "anteckning: konto 6789 123 456 789\n  2024\n")
    assert not is_clean(GOOD + 'anteckning: "7\\x39 0620-2390"\n')


SLUGS = st.sampled_from(
    [*"/-_.", "12", "2024", "10", "2390", "5", "akt", "nr", "dnr", "tel", "noll", "sju", "sex", "kerstin", "lundgren",
     "karin", "andersson", "storgatan", "insights", "yaml", "sn", "konto", "bil", "abc", "47", "arig", "kvinna"]
)  # fmt: skip


@settings(max_examples=500, deadline=None)
@given(st.lists(SLUGS, max_size=9).map("".join) | st.lists(SLUGS, max_size=6).map("-".join))
@example("akt-yaml-2024")
@example("dnr-sn-12")
def test_all_that_the_rules_find_in_a_path_is_hidden(path: str) -> None:
    for found, text in ((path_claims, path), (claims, path), (path_claims, f"insights/{path}.yaml")):
        shown = masked(text)
        for matches in found(text).values():
            assert not any(sign.isalnum() for each in matches for sign in shown[each.start + 2 : each.end]), (
                text
            )


@pytest.mark.parametrize("value", ["kalleanka(at)example.com", "x070-1740605", "Kerstin Lundgren"])
def test_the_metadata_of_a_picture(insikt: Insikt, value: str, tmp_path: Path) -> None:
    put(insikt.root, "a.yaml", GOOD + f"anteckning: Om {value}.\n")
    picture = tmp_path / "bild.png"
    assert insikt("map", value, "-o", str(picture))[0] == 0
    content = picture.read_bytes()
    assert content.startswith(b"\x89PNG")
    assert value.encode() not in content


def test_a_warm_run_with_findings_loads_neither_models_nor_yaml(insikt: Insikt) -> None:
    put(insikt.root, "kerstin-lundgren.yaml", GOOD + "anteckning: Ring 070-174 06 05.\n")
    for file in insikt.root.rglob("*.yaml"):
        os.utime(file, (1_000_000_000, 1_000_000_000))  # what is written just now is read again
    lint(insikt)
    code = (
        "import sys\nfrom insiktskarta.cli import main\nmain(['lint'])\n"
        "print(sorted({'pydantic', 'yaml', 'yaml_rs', 'ruamel'} & set(sys.modules)))"
    )
    run = subprocess.run(
        [sys.executable, "-c", code],
        cwd=insikt.root,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    assert "PD201" in run.stdout
    assert run.stdout.endswith("[]\n")
