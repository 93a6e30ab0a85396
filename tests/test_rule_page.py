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


def test_where_the_text_is_the_fault_the_page_shows_no_place(insikt: Insikt) -> None:
    assert "Breaks the rule:\n" in insikt("rule", "IN106", lang="en")[1]


def test_an_unknown_rule(insikt: Insikt) -> None:
    assert insikt("rule", "XX999")[0] == 2
