import re
from collections import Counter
from collections.abc import Callable
from contextlib import closing
from dataclasses import fields
from pathlib import Path

import pytest
import yaml

from insiktskarta.cli.checking import Asked, Wish
from insiktskarta.cli.verdicts import reported
from insiktskarta.files import events, fast
from insiktskarta.files.index import Day, open_corpus
from insiktskarta.files.repairs import repairs
from insiktskarta.model.finding import Finding
from insiktskarta.model.language import ENGLISH
from insiktskarta.rules import all_rules, corpus_rules, fixing_rules, record_rules
from insiktskarta.rules.rule import Rule
from insiktskarta.show.messages import language

SWEDISH = language("sv")
ROOT = Path(__file__).resolve().parent.parent
FILES = ROOT / "src/insiktskarta/files"
SETTINGS = "organisationer:\n  exempelkoping:\n    namn: Exempelköping\n    slag: kommun\n"
RULES = {rule.code: rule for rule in all_rules()}
WITHOUT_EXAMPLE = {"YA117", "BA103"}  # personal data that is counted gives its own code too
EXAMPLES = [rule for rule in all_rules() if rule.code not in WITHOUT_EXAMPLE]


def workspace(root: Path, files: dict[str, bytes], settings: str = "") -> list[Finding]:
    for path, raw in {"insikt.yaml": (SETTINGS + settings).encode(), **files}.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(raw)
    with closing(open_corpus(root, day=Day("2026-11-24", thorough=True))) as corpus:
        return reported(corpus, root, Asked(Wish(hints=True, select=(), ignore=()))).findings


def without_other_hints(rule: Rule, found: list[Finding]) -> list[Finding]:
    """Advice that another rule gives about an example is no fault in it."""
    return [finding for finding in found if finding.severity != "hint" or finding.code == rule.code]


def bad(rule: Rule, root: Path) -> list[Finding]:
    raw = rule.raw if rule.raw is not None else rule.bad.encode()
    beside = {path: text.encode() for path, text in rule.beside.items()}
    return workspace(root, beside | {rule.place: raw}, rule.settings)


def good(rule: Rule, root: Path) -> list[Finding]:
    beside = {path: text.encode() for path, text in rule.beside.items()}
    return workspace(root, beside | {rule.good_place or rule.place: rule.good.encode()}, rule.settings)


@pytest.mark.parametrize("rule", EXAMPLES, ids=lambda rule: rule.code)
def test_the_bad_example_gives_this_code_and_no_other(rule: Rule, tmp_path: Path) -> None:
    found = bad(rule, tmp_path)
    found = without_other_hints(rule, found)
    assert {finding.code for finding in found} == {rule.code}
    assert {finding.path for finding in found} == {rule.place}
    assert {finding.severity for finding in found} == {rule.severity}


@pytest.mark.parametrize("rule", EXAMPLES, ids=lambda rule: rule.code)
def test_the_good_example_gives_nothing(rule: Rule, tmp_path: Path) -> None:
    assert without_other_hints(rule, good(rule, tmp_path)) == []


@pytest.mark.parametrize("rule", [rule for rule in EXAMPLES if rule.fix], ids=lambda rule: rule.code)
def test_a_fix_turns_the_bad_example_into_the_good_one(rule: Rule, tmp_path: Path) -> None:
    bad(rule, tmp_path)
    (repair,) = repairs(tmp_path, [], lambda _: lambda code, _: code == rule.code)
    assert (repair.path, repair.after) == (rule.place, rule.good.encode())
    assert repair.fixed == {rule.code: 1}
    assert (rule.good_place or rule.place) == rule.place, "a fix moves no file"
    repair.save()
    assert list(repairs(tmp_path, [], lambda _: lambda code, _: code == rule.code)) == []


def test_the_fixes_are_those_with_one_right_answer() -> None:
    # Any more is a decision: see docs/decisions/0006-mending.md.
    assert {rule.code for rule in fixing_rules()} == {
        *("FO105", "FO106", "FO107", "FO108", "FO109", "FO110", "FO111"),
        *("LI103", "SC102", "SC105", "VO101", "VO102", "VO103", "YA102"),
    }


@pytest.mark.parametrize("rule", EXAMPLES, ids=lambda rule: rule.code)
def test_a_finding_lies_in_the_file_and_is_one_line(rule: Rule, tmp_path: Path) -> None:
    for finding in bad(rule, tmp_path):
        text = finding.text(ENGLISH)
        assert text
        assert len(text.splitlines()) == 1
        assert not re.search(r"[{}]\w+[}]", text)
        lines = (tmp_path / finding.path).read_bytes().decode("utf-8", "replace").splitlines()
        assert (finding.line, finding.column) == (0, 0) or 1 <= finding.line <= len(lines)
        if finding.line:
            assert 1 <= finding.column <= len(lines[finding.line - 1]) + 1


def test_the_examples_are_found_where_and_as_they_were_read(
    tmp_path: Path, golden: Callable[[str, str], None]
) -> None:
    """Place and words of every rule's own example: what a change in a rule's code shows up in."""
    lines = [
        f"{rule.code} {finding.line}:{finding.column} {finding.text(SWEDISH)}\n"
        for rule in EXAMPLES
        for finding in bad(rule, tmp_path / rule.code)
        if finding.code == rule.code
    ]
    golden("rule-examples.txt", "".join(lines))


@pytest.mark.parametrize("reader", ["no yaml-rs", "no libyaml"])
@pytest.mark.parametrize("rule", EXAMPLES, ids=lambda rule: rule.code)
def test_every_reader_finds_the_same(
    rule: Rule, reader: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usual = bad(rule, tmp_path / "bad"), good(rule, tmp_path / "good")
    monkeypatch.setattr(fast, "yaml_rs", None)
    if reader == "no libyaml":
        monkeypatch.setattr(events, "_LOADER", yaml.SafeLoader)
    assert (bad(rule, tmp_path / "bad2"), good(rule, tmp_path / "good2")) == usual


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.code)
def test_a_rule_says_what_it_is(rule: Rule) -> None:
    assert re.fullmatch(r"[A-Z]{2}[1-9][0-9]{2}", rule.code)
    assert rule.severity in ("error", "warning", "hint")
    assert rule.summary.endswith(".")
    assert rule.why
    assert "\n" not in rule.summary + rule.why
    if rule.code not in WITHOUT_EXAMPLE:
        assert rule.good
        assert rule.bad or rule.raw
    assert rule.record is None or rule.corpus is None
    if rule.fix is not None:
        assert "--fix" in rule.fix.when


def test_codes_and_names_are_unique_and_names_are_those_of_the_modules() -> None:
    assert all(count == 1 for count in Counter(rule.code for rule in all_rules()).values())
    folder = ROOT / "src/insiktskarta/rules"
    modules = {
        path.stem.replace("_", "-")
        for path in folder.glob("*/*.py")
        if "RULE = Rule(" in path.read_text(encoding="utf-8")
    }
    assert {rule.name for rule in all_rules()} == modules
    assert len(all_rules()) == len(modules)
    of_records = [rule for _, rules in record_rules() for rule in rules]
    assert {rule.code for rule in (*of_records, *corpus_rules())} <= set(RULES)


def test_every_code_that_the_files_give_has_a_rule() -> None:
    of_model = [ROOT / f"src/insiktskarta/model/{name}.py" for name in ("suppression", "baseline")]
    source = "".join(path.read_text(encoding="utf-8") for path in (*FILES.glob("*.py"), *of_model))
    codes = set(re.findall(r'"([A-Z]{2}[0-9]{3})"', source))
    assert len(codes) > 20
    assert codes <= set(RULES)
    functions = {
        rule.code for rule in all_rules() if any(callable(getattr(rule, each.name)) for each in fields(rule))
    }
    assert set(RULES) - functions <= codes


def test_a_file_that_cannot_be_opened_is_a_finding_until_it_can(tmp_path: Path) -> None:
    place = tmp_path / "insights/exempelkoping/kort-vag-in.yaml"
    place.parent.mkdir(parents=True)
    place.symlink_to(tmp_path, target_is_directory=True)
    (finding,) = workspace(tmp_path, {})
    assert (finding.code, finding.line, finding.column) == ("YA117", 0, 0)
    assert workspace(tmp_path, {})[0].code == "YA117"


def test_codes_are_counted_in_the_folders_of_their_families() -> None:
    folders: dict[str, set[str]] = {}
    for path in (ROOT / "src/insiktskarta/rules").glob("*/*.py"):
        for code in re.findall(r'code="([A-Z]{2})[0-9]{3}"', path.read_text(encoding="utf-8")):
            folders.setdefault(path.parent.name, set()).add(code)
    assert all(len(families) == 1 for families in folders.values())
