"""The rules as the engine calls them."""

import pytest

from insiktskarta.model.masking import BULLET, masked
from insiktskarta.model.organisation import Registry
from insiktskarta.model.vocabulary import Vocabulary
from insiktskarta.rules import all_rules
from insiktskarta.rules.rule import Context

RULES = [rule for rule in all_rules() if rule.code.startswith("PD") and rule.text]
PLACE = "insights/exempelkoping/kort-vag-in.yaml"


def context(*allowed):
    return Context(Vocabulary({}), Registry({}, {}), frozenset(allowed))


def spots(path, text, *allowed):
    return [(rule.code, spot) for rule in RULES for spot in rule.text(path, text, context(*allowed))]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_bad_breaks_this_rule_and_good_none(rule):
    assert [code for code, _ in spots(rule.place, rule.bad)] == [rule.code]
    assert not spots(rule.place, rule.good)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_values_are_masked_and_the_place_is_right(rule):
    [spot] = rule.text(rule.place, rule.bad, context())
    written, shown = rule.bad[spot.start : spot.end], spot.values["what"]
    assert BULLET in shown
    assert written not in shown
    assert masked(shown) == shown
    assert spot.message.format(**spot.values)


def test_the_place_of_a_number_with_invisible_signs():
    text = "å\u200bä 1990\u200b1201\u20132390 slut"
    [(_, spot)] = spots(PLACE, text)
    assert text[spot.start : spot.end] == "1990\u200b1201\u20132390"
    assert spot.values == {"what": "19••••••-••••"}


def test_a_file_name():
    [(code, spot)] = spots("insights/exempelkoping/901201-2390.yaml", "")
    assert (code, spot.start) == ("PD101", None)


@pytest.mark.parametrize(
    ("text", "allowed"),
    [
        ("Ring 08-465 004 12.", "+46 8 465 004 12"),
        ("Ring 070-174 06 05.", "070-1740605"),
        ("Skriv till Kontakt@exempelkoping.example", "kontakt@exempelkoping.example"),
        ("Skriv till kontakt@exempelkoping.example", "@exempelkoping.example"),
        ("Skriv till kontakt@exempelkoping.example", "kontakt@"),
        ("Karin Andersson har skrivit boken.", "Karin Andersson"),
        ("Påhittsgatan 12", "Påhittsgatan 12"),
        ("bankgiro 5050-1055", "5050-1055"),
    ],
)
def test_what_is_allowed(text, allowed):
    assert spots(PLACE, text)
    assert not spots(PLACE, text, allowed)


def test_a_personal_number_cannot_be_allowed():
    assert spots(PLACE, "Samtalet gällde 901201-2390.", "901201-2390", "9012012390")
