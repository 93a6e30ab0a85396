import pytest

from insiktskarta.model.errors import InsiktError
from insiktskarta.rules.selection import Selection, checked, chosen, matches


@pytest.mark.parametrize(
    ("selection", "code", "wanted"),
    [
        (Selection(), "YA101", True),
        (Selection(select=("YA",)), "YA101", True),
        (Selection(select=("YA",)), "SC101", False),
        (Selection(ignore=("YA",)), "YA101", False),
        (Selection(ignore=("YA",), select=("YA101",)), "YA101", True),
        (Selection(ignore=("YA",), select=("YA101",)), "YA102", False),
        (Selection(select=("YA",), ignore=("YA101",)), "YA101", False),
        (Selection(select=("YA",), ignore=("YA101",)), "YA102", True),
        (Selection(select=("YA",), ignore=("YA",)), "YA101", False),
        (Selection(per_path={"insights/grums": ("LI",)}), "LI101", False),
        (Selection(per_path={"insights/haninge": ("LI",)}), "LI101", True),
        (Selection(per_path={"insights/grums": ("LI",)}, select=("LI101",)), "LI101", True),
    ],
)
def test_the_longest_beginning_decides(selection: Selection, code: str, wanted: bool) -> None:
    assert selection.wants(code, "insights/grums/a.yaml") is wanted


@pytest.mark.parametrize(
    ("pattern", "path", "fits"),
    [
        ("insights/grums", "insights/grums/a.yaml", True),
        ("insights/grums/", "insights/grums/a.yaml", True),
        ("insights/gru", "insights/grums/a.yaml", False),
        ("insights/*/a.yaml", "insights/grums/a.yaml", True),
        ("insights/*", "insights/grums/a.yaml", True),
        ("*.yaml", "insights/grums/a.yaml", False),
        ("**/a.yaml", "insights/grums/a.yaml", True),
        ("**/a.yaml", "a.yaml", True),
        ("insights/grums/?.yaml", "insights/grums/a.yaml", True),
        ("insights/grums/a+b.yaml", "insights/grums/aab.yaml", False),
    ],
)
def test_path_patterns(pattern: str, path: str, fits: bool) -> None:
    assert matches(pattern, path) is fits


def test_codes_are_checked() -> None:
    assert checked(["ya101, LI", "SC1"]) == ("YA101", "LI", "SC1")
    with pytest.raises(InsiktError, match="XX"):
        checked(["XX"])


@pytest.mark.parametrize(
    ("settings", "select", "ignore", "code", "wanted"),
    [
        ({"select": ["PD"]}, (), (), "SU102", True),
        ({"select": ["PD"]}, (), (), "BA101", True),
        ({"select": ["PD"]}, (), (), "IN103", False),
        ({"ignore": ["S"]}, (), (), "SU101", True),
        ({"ignore": ["S"]}, (), (), "SC101", False),
        ({"select": ["PD"]}, ("LI",), (), "SU102", False),
        ({}, ("SU",), (), "SU102", True),
        ({}, ("SU",), (), "BA101", False),
        ({}, (), ("SU102",), "SU102", False),
        ({}, (), ("SU102",), "SU101", True),
        ({}, (), ("BA",), "BA103", False),
        ({"ignore": ["IN"]}, ("SU", "IN103"), (), "IN103", True),
    ],
)
def test_no_settings_turn_the_guards_off(
    settings: dict[str, list[str]], select: tuple[str, ...], ignore: tuple[str, ...], code: str, wanted: bool
) -> None:
    assert chosen(settings, select, ignore).wants(code, "insights/grums/a.yaml") is wanted


@pytest.mark.parametrize("code", ["SU", "SU101", "su102", "BA", "BA103"])
@pytest.mark.parametrize("where", ["ignore", "per_path"])
def test_settings_that_turn_a_guard_off_are_refused(code: str, where: str) -> None:
    settings = {where: [code]} if where == "ignore" else {where: {"insights/grums": [code]}}
    with pytest.raises(InsiktError, match="cannot ignore"):
        chosen(settings, (), ())
