import re

import pytest

from conftest import Insikt
from insiktskarta.model.language import Language
from insiktskarta.model.masking import masked_numbers
from insiktskarta.rules import all_rules
from insiktskarta.show.rule_page import markdown


def test_the_list_has_every_rule_once(insikt: Insikt) -> None:
    code, out, _ = insikt("rule")
    assert code == 0
    assert [line.split()[0] for line in out.splitlines() if line.startswith("  ")] == sorted(
        (rule.code for rule in all_rules()), key=out.index
    )


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.code)
def test_a_page_fits_the_terminal_and_says_why(rule: object, insikt: Insikt) -> None:
    for lang in ("sv", "en"):
        code, out, _ = insikt("rule", rule.code.lower(), lang=lang)
        assert code == 0
        assert out.startswith(f"{rule.code} {rule.name} (")
        assert out == masked_numbers(out)
        assert max(len(line) for line in out.splitlines() if not line.startswith("    ")) <= 80


@pytest.mark.parametrize(
    ("code", "bad", "good"),
    [
        ("FO101", "insights/karlskronna/kort-vag-in.yaml", "insights/karlskrona/kort-vag-in.yaml"),
        ("FO102", "insights/exempelkoping/Kort väg in.yaml", "insights/exempelkoping/kort-vag-in.yaml"),
        ("FO104", "insights/kort-vag-in.yml", "insights/exempelkoping/kort-vag-in.yaml"),
        ("BA101", "insikt-baseline.txt", "insikt-baseline.txt"),
    ],
)
def test_where_the_place_is_the_fault_the_page_says_it(
    insikt: Insikt, code: str, bad: str, good: str
) -> None:
    out = insikt("rule", code, lang="en")[1]
    assert f"Breaks the rule: {bad}\n" in out
    assert f"Keeps the rule: {good}\n" in out
    assert f"Breaks the rule: `{bad}`\n" in markdown(all_rules(), Language("en"))


@pytest.mark.parametrize(
    ("code", "path", "line"),
    [
        ("LI103", "insights/exempelkoping/nytt-namn.yaml", "tidigare-id: [exempelkoping/gammalt-namn]"),
        ("LI104", "insights/exempelkoping/kvallsoppet.yaml", "bygger-på: [exempelkoping/kort-vag-in]"),
        ("LI107", "insights/exempelkoping/nytt-namn.yaml", "rubrik: Unga vill ha en väg in"),
        ("VO102", "insikt.yaml", "    kommunens-ekonomi: {etikett: kommunens ekonomi, ersatt-av: budget-och-ekonomistyrning}"),
        ("VO104", "insikt.yaml", "    nattugglor: {etikett: nattugglor}"),
        ("DU101", "insights/exempelkoping/en-vag-in.yaml", "rubrik: Unga vill ha en kort väg in"),
        ("BA101", "insights/exempelkoping/kort-vag-in.yaml", "röst: egen"),
    ],
)  # fmt: skip
def test_a_file_that_the_examples_rest_on_is_shown(insikt: Insikt, code: str, path: str, line: str) -> None:
    rule = next(each for each in all_rules() if each.code == code)
    out = insikt("rule", code, lang="en")[1]
    before, _, after = out.partition(f"The workspace already has: {path}\n\n")
    assert f"    {line}\n" in after.partition("Breaks the rule:")[0]
    assert f"\nBreaks the rule: {rule.place}\n" in after
    assert "Breaks the rule:" not in before
    text = markdown([rule], Language("en"))
    assert f"The workspace already has: `{path}`\n\n```yaml\n" in text
    assert f"\n{line}\n" in text


def test_whatever_the_examples_of_a_rule_name_is_shown() -> None:
    for rule in all_rules():
        assert set(rule.shown) <= set(rule.beside), rule.code
        words = set(re.split(r"[\[\], \n]", rule.bad + rule.good))
        ids = {f"insights/{word.removeprefix('insights/').removesuffix('.yaml')}.yaml" for word in words}
        named = ids.intersection(rule.beside)
        assert named <= set(rule.shown), rule.code


def test_where_the_text_is_the_fault_the_page_shows_no_place(insikt: Insikt) -> None:
    assert "Breaks the rule:\n" in insikt("rule", "IN106", lang="en")[1]


def test_an_unknown_rule(insikt: Insikt) -> None:
    assert insikt("rule", "XX999")[0] == 2
