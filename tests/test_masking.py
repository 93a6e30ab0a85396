import csv
import json
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from insiktskarta.model import masking
from insiktskarta.model.masking import BULLET, masked

ORDINARY = [
    "2024-10-23",
    "2024-08/2024-12",
    "2024-01-02/2024-02-03",
    "2024-01-02–2024-02-03",
    "2024-01-02 – 2024-02-03",
    "2024-10-01 2024-10-31",
    "mellan 2024-01-02 och 2024-02-03",
    "2024-01-02 10:30",
    "2024-01-02 kl. 08.30–16.30",
    "kl. 08.30-10.00",
    "2024-01 2025-01",
    "2024",
    "2023/24",
    "1940-1949",
    "1940–1949",
    "0180",
    "0180, 0181 och 0182",
    "kommunkod 0180",
    "01",
    "s. 12",
    "rad 1203–1207",
    "rad 00012",
    "12345",
    "16 av 127",
    "1 250 kr",
    "1 204 svar, 63,5 %",
    "grums/kort-vag-in",
    "exempelkoping/2024-10-sommar",
    "U+0007",
    "YA101 3:14",
    "12:30",
    "1:30:00",
    "59.33258, 18.0649",
    "DOI 10.1000/182",
    "@kommunen svarade",
    "pris@50% idag",
    "https://example.org/rapport-2024",
    "SOU 2020:47",
    "01.02.2024",
    "2024-01-02 0830",
    "Åren 2011 2012 12 personer",
    "120 375 98 svar",
    "1 200 350 kr och 1 204 000 kr",
    "Kommunerna 0180 0184 0186",
    "a;b=1&c=2",
    "100 %20",
    "betyg 1 2 3 4 5",
    "81 12 28",
    "811228: två svar",
]


@pytest.mark.parametrize("text", ORDINARY)
def test_ordinary_text_stays(text: str) -> None:
    for each in (text, f"({text})", f"“{text}” är rätt.", f"a {text}, b"):
        assert masked(each) == each


def remaining(number: str) -> None:
    """A number in a sentence: at most two of its leading characters remain."""
    for start, end in (
        ("", ""),
        ("Ring ", " efter lunch."),
        ("“", "”."),
        ("(", ")"),
        ("tel:", "\n"),
        ("a: ", ", b"),
    ):
        shown = masked(f"{start}{number}{end}")
        assert shown.startswith(start)
        assert shown.endswith(end)
        left = shown[len(start) : len(shown) - len(end)]
        assert not any(letter.isalnum() for letter in left.lstrip("(+")[2:]), (number, shown)


@pytest.mark.parametrize(
    "number",
    [
        *(
            "19900101-1234",
            "900101-1234",
            "199001011234",
            "9001011234",
            "19900101 1234",
            "900101+1234",
            "900101 - 1234",
        ),
        *(
            "19900101–1234",
            "19900101\u00a01234",
            "900101\u202f1234",
            "900101‑1234",
            "900101−1234",
            "900101 -1234",
        ),
        *("20000101-T220", "000101T220", "20000101T220", "000101-t220", "1990-01-01-1234", "1990 01 01 1234"),
        *("900101- 1234", "19900101--1234", "900101_1234", "900101/1234"),
    ],
)
def test_personal_numbers(number: str) -> None:
    remaining(number)


@pytest.mark.parametrize(
    "number",
    [
        *(
            "0701740605",
            "070-174 06 05",
            "070.174.06.05",
            "+46 70 174 06 05",
            "+46(0)70-174 06 05",
            "0046701740605",
        ),
        *(
            "0046 (0)70-174 06 05",
            "+46 (0) 70 174 06 05",
            "070-17 40 605",
            "08-465 004 12",
            "+46 8 465 004 12",
        ),
        *(
            "031-390 06 12",
            "0771-567 567",
            "020-12 34 56",
            "+358 9 1234567",
            "+45 32 12 34 56",
            "(070) 174 06 05",
        ),
        *(
            "070 – 174 06 05",
            "070  174 06 05",
            "070\u00a0174\u00a006\u00a005",
            "070-1740605",
            "070‑174‑06‑05",
            "070/174 06 05",
        ),
        *("+46.70.174.06.05", "+46-70-174-06-05", "0047 22 12 34 56"),
    ],
)
def test_phones(number: str) -> None:
    remaining(number)


@pytest.mark.parametrize(
    "address",
    [
        *(
            "anna.andersson@example.org",
            "a@b.se",
            "åsa.öberg@påhittsala.se",
            "anna+x@sub.example.co.uk",
            "ANNA@EXAMPLE.ORG",
        ),
        *("anna_andersson@example.org", "o'hara@example.org", "anna-maria@ex-ample.org"),
    ],
)
def test_addresses(address: str) -> None:
    remaining(address)


def test_all_in_one_text_and_twice() -> None:
    text = "Anna, 19900101-1234, 070-174 06 05 eller anna@example.org, född 1990, kod 0180"
    once = masked(text)
    assert (
        once
        == f"Anna, 19{BULLET * 6}-{BULLET * 4}, 07{BULLET}-{BULLET * 3} {BULLET * 2} {BULLET * 2} eller a{BULLET * 3}@{BULLET * 7}.{BULLET * 3}, född 1990, kod 0180"
    )
    assert masked(once) == once


@given(st.text(st.sampled_from("0123456789 -+()./@aåT\u00a0"), max_size=40))
@settings(deadline=None)
def test_masking_is_done_after_one_round_and_changes_no_length(text: str) -> None:
    once = masked(text)
    assert len(once) == len(text)
    assert masked(once) == once


@given(st.integers(0, 99_999))
def test_plain_numbers_to_five_digits_stay(number: int) -> None:
    assert masked(f"antal {number} svar") == f"antal {number} svar"


def vectors(folder: Path) -> dict[str, list[str]]:
    forms = ("long_format", "short_format", "separated_format", "separated_long")
    found: dict[str, list[str]] = {"personnummer": []}
    for name in ("list", "interim"):
        listed: list[dict[str, Any]] = json.loads(
            (folder / f"personnummer-meta-{name}.json").read_text("utf-8")
        )
        found["personnummer"] += [each[form] for each in listed for form in forms if each.get(form)]
    structured = json.loads((folder / "personnummer-meta-structured.json").read_text("utf-8"))
    for kind in structured.values():
        found["personnummer"] += [text for texts in kind["string"].values() for text in texts]
    for path in folder.glob("skatteverket-*.txt"):
        found["personnummer"] += path.read_text("utf-8").split()
    return found


def test_the_published_personal_numbers(shared: Path) -> None:
    numbers = vectors(shared / "data/personal-data")["personnummer"]
    assert len(numbers) > 350
    for number in numbers:
        remaining(number)
        if re.fullmatch(r"\d{12}", number):
            remaining(f"{number[:8]}-{number[8:]}")
            remaining(f"{number[2:8]}-{number[8:]}")
            remaining(number[2:])


def test_the_published_telephone_numbers(shared: Path) -> None:
    with (shared / "data/personal-data/phone-vectors.csv").open(encoding="utf-8", newline="") as lines:
        rows = [row for row in csv.DictReader(lines) if row["phonenumbers_matcher_POSSIBLE"]]
    assert len(rows) > 15
    for row in rows:
        remaining(row["raw"].removeprefix("tel:"))
        assert row["raw"] not in masked(row["sentence"])


def test_words_of_a_number_are_beyond_this_guard(shared: Path) -> None:
    # “nollsjuttio ett sju …” is for the rules about personal data, not for the last guard.
    assert masked("nollsjuttio ett sju fyra") == "nollsjuttio ett sju fyra"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("samtal_811228_9874.yaml", "samtal_81•••••••••.yaml"),
        ("Kalle8112289874", "Kalle81••••••••"),
        ("8112289874Kalle", "81••••••••Kalle"),
        ("pnr198112289874", "pnr19••••••••••"),
        ("_0701740605_", "_07••••••••_"),
        ("20240115_143022.jpg", "20240115_143022.jpg"),
    ],
)
def test_a_number_that_hangs_on_to_a_word(text: str, shown: str) -> None:
    assert masked(text) == shown


_DIGITS = st.sampled_from([*"0123456789", "\u0663", "\uff17"])
_SPACES = st.sampled_from([*" -\u2013\u2014.\u00a0\u202f\u30fc\u4e00\u1173"])
_BETWEEN = _SPACES | st.sampled_from([*"+/:,()~\u2022|_*", "%2D", "&ndash;", "\\x2d", "\\u2013"])
_NEAR = st.sampled_from(["", " ", "a", "Z", "\u00e5", "nr ", "\n", "7", "2024-10-23 ", "tel", "x-"])


def _some(signs: st.SearchStrategy[str], most: int) -> st.SearchStrategy[str]:
    return st.lists(signs, max_size=most).map("".join)


@st.composite
def _persons(draw: st.DrawFn) -> str:
    date = draw(st.dates())
    gap = draw(_some(_SPACES, 2))
    year = draw(st.sampled_from([f"{date:%Y}", f"{date:%Y}"[2:], f"{date:%Y}"[:2] + " " + f"{date:%Y}"[2:]]))
    last = draw(st.sampled_from(["1234", "1 2 3 4", "12 34", "a123", "T123", "\u017f123", "12-34"]))
    return f"{year}{gap}{date:%m}{gap}{date:%d}{draw(_some(_BETWEEN, 5))}{last}"


@st.composite
def _telephones(draw: st.DrawFn) -> str:
    start = draw(st.sampled_from(["0", "+", "00", "07", "070", "+46 ("]))
    rest = draw(
        st.lists(st.tuples(_some(_SPACES | st.sampled_from("()/"), 3), _DIGITS), min_size=5, max_size=12)
    )
    return start + "".join(f"{gap}{digit}" for gap, digit in rest)


_TEXTS = st.lists(
    st.tuples(_NEAR, _persons() | _telephones(), _NEAR).map("".join) | _some(_DIGITS | _BETWEEN, 12),
    min_size=1,
    max_size=3,
)


@given(_TEXTS.map("".join))
@settings(max_examples=800)
def test_a_look_for_rows_of_digits_leaves_no_number_out(text: str) -> None:
    everything = text
    for pattern in (masking._NUMBER, masking._GROUPS, masking._PHONE):
        everything = masking._pattern(pattern).sub(lambda match: masking._hide(match, 2), everything)
    assert masking._plainly(text) == everything
    assert masking._may_have_row(text) or everything == text
