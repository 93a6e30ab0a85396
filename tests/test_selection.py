import pytest

from insiktskarta.model.errors import InsiktError
from insiktskarta.rules.selection import Selection, checked, matches


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
