import pytest

from conftest import Insikt
from insiktskarta.model.masking import masked_numbers
from insiktskarta.rules import all_rules


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


def test_an_unknown_rule(insikt: Insikt) -> None:
    assert insikt("rule", "XX999")[0] == 2
