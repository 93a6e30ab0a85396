"""What YAML reads otherwise than it is written: escapes in quotes, and numbers that go on in the next line."""

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from insiktskarta.model.personal import readings
from insiktskarta.model.personal.escaped import is_read_otherwise, understood
from insiktskarta.model.personal.readings import found_in

TEXTS = {
    "Pnr 790620\u00a02390": "PD101",
    "Pnr 790620-2390 står här": "PD101",
    "Ring\n0701740605": "PD201",
    "Ring\t070\u00a0174\u00a006\u00a005": "PD201",
    "Skriv till kalleanka@example.com\noch fråga": "PD203",
    "Hon bor på\nBjörkvägen 5": "PD302",
    "Handläggaren\u2028Åsa Öberg ringde.": "PD401",
    "Ring 054-12 34 56\u0085i morgon.": "PD202",
    "Hon heter \U0001f600 Kerstin Lundgren.": "PD401",
}


@pytest.mark.parametrize(
    ("value", "code", "written"),
    [
        (r'"Pnr 790620\xA02390"', "PD101", r"790620\xA02390"),
        (r'"Pnr 790620\x2D2390"', "PD101", r"790620\x2D2390"),
        (r'"Pnr 790620\U0000002D2390"', "PD101", r"790620\U0000002D2390"),
        (r'"Pnr 790620\_2390"', "PD101", r"790620\_2390"),
        ('"Pnr 790620-\\\n  2390"', "PD101", "790620-\\\n  2390"),
        ('"Pnr 790620-\\\r\n  2390"', "PD101", "790620-\\\r\n  2390"),
        ("'Pnr 790620\n  -2390'", "PD101", "790620\n  -2390"),
        ("'Pnr 790620\n\n  -2390'", "PD101", "790620\n\n  -2390"),
        ("Pnr 790620\r\n  -2390", "PD101", "790620\r\n  -2390"),
        (">\n  Pnr 790620\n  \u20132390", "PD101", "790620\n  \u20132390"),
        (r'"Ring\n0701740605"', "PD201", "0701740605"),
        (r'"Ring\N0701740605"', "PD201", "0701740605"),
        (r'"Ring 070\_174\_06\_05"', "PD201", r"070\_174\_06\_05"),
        (r'"kalleanka\u0040example.com"', "PD203", r"kalleanka\u0040example.com"),
        (r'"Bor p\xE5 Bj\xF6rkv\xE4gen 5"', "PD302", r"Bj\xF6rkv\xE4gen 5"),
        (r'"Handl\xE4ggaren \xC5sa \xD6berg ringde."', "PD401", r"\xC5sa \xD6berg"),
        (r'"Vi s\xE5g\t\xC5sa\nLindstr\xF6m"', "PD401", r"\xC5sa\nLindstr\xF6m"),
        (r'"\"790620-2390\""', "PD101", "790620-2390"),
    ],
)
def test_what_is_escaped_is_found_where_it_is_written(value: str, code: str, written: str) -> None:
    text = f"typ: insikt\nanteckning: {value}\n"
    assert list(found_in(text)) == [code]
    [match] = found_in(text)[code]
    assert text[match.start : match.end] == written


@pytest.mark.parametrize("value", TEXTS)
@pytest.mark.parametrize("width", [10, 20, 80])
def test_what_pyyaml_writes_is_searched(value: str, width: int) -> None:
    text = yaml.safe_dump({"anteckning": value, "citat": [value]}, width=width)
    assert len(found_in(text)[TEXTS[value]]) == 2


@pytest.mark.parametrize(
    "text",
    [
        "antal:\n  - 790620\n  - 2390\n",
        "insamlad: 2024-10\nanteckning: |\n  Den 3\n  -12 grader.\n",
        r"anteckning: I mappen C:\texter\nya\2024 ligger allt." + "\n",
        r'anteckning: "Rad ett\nRad två, 12\tpersoner"' + "\n",
    ],
)
def test_what_is_nobodys_is_left_alone(text: str) -> None:
    assert not found_in(text)


def test_each_place_is_told_once() -> None:
    text = r'anteckning: "Pnr 790620-2390 \"och\" 0701740605"'
    assert {code: len(matches) for code, matches in found_in(text).items()} == {"PD101": 1, "PD201": 1}


def test_a_plain_text_is_searched_once(monkeypatch: pytest.MonkeyPatch) -> None:
    def never(_: str) -> None:
        raise AssertionError

    monkeypatch.setattr(readings, "understood", never)
    for text in ("anteckning: Ring 0701740602.\n", "citat:\n  - 12 personer\n  - 5\n", "a: 'över\n  två'\n"):
        found_in.__wrapped__(text)


@given(st.text(alphabet="0127-\\ \nxuUnN_abLé\"'", max_size=40))
def test_the_way_back_is_inside_the_text(text: str) -> None:
    said = understood(text)
    assert len(said.text) == len(said.starts) == len(said.ends)
    for start, end in zip(said.starts, said.ends, strict=True):
        assert 0 <= start < end <= len(text)
    assert list(said.starts) == sorted(said.starts)


@given(st.text(max_size=60))
def test_only_what_is_read_otherwise_differs(text: str) -> None:
    if not is_read_otherwise(text):
        assert understood(text).text == text
    found_in(text)
