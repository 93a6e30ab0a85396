"""Every valid number in every form is found and never shown; text without digits has no numbers."""

import re
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from insiktskarta.model.personal.claims import claims, path_claims
from insiktskarta.model.personal.identity import luhn
from insiktskarta.model.personal.normalise import normalised

# Birth numbers that Skatteverket keeps for tests, so that no number made here is anybody's.
TEST_SERIALS = st.sampled_from([238, 239, *range(980, 1000)])
GAPS = [
    "",
    "-",
    "+",
    " ",
    "\u00a0",
    "\u202f",
    "\u2013",
    "\u2011",
    " - ",
    "-\u200b",
    "\u2060-",
    "\u00ad-",
    "-\n  ",
]
PLACES = [
    "Samtalet gällde {} i går.",
    "# {}",
    "{}: nyckel",
    "- {}\n- annat",
    'citat: "Det var {}."',
    "https://exempelkoping.example/?id={}&x=1",
    "(personnummer {})",
    "rad ett\n  {}\n  rad tre",
]
NUMBERS = {"PD101", "PD102", "PD201", "PD202", "PD301", "PD304"}


@st.composite
def numbers(draw):
    day = date(1890, 1, 1) + timedelta(days=draw(st.integers(0, 48_000)))
    coordination = draw(st.booleans())
    digits = f"{day:%Y%m}{day.day + 60 * coordination:02}{draw(TEST_SERIALS)}"
    return next(digits + check for check in "0123456789" if luhn(digits[2:] + check))


@given(numbers(), st.sampled_from(GAPS), st.booleans(), st.sampled_from(PLACES))
def test_every_valid_number_is_found_and_masked(number, gap, short, place):
    text = place.format((number[2:8] if short else number[:8]) + gap + number[8:])
    found = claims(text)
    assert list(found) == ["PD101"]
    [match] = found["PD101"]
    assert len(re.findall(r"\d", match.masked)) == 2
    start, end = normalised(text).span(match.start, match.end)
    assert re.sub(r"\D", "", text[start:end]) in number


@given(
    numbers(), st.sampled_from(["", "-"]), st.sampled_from(["intervju-{}", "{}_v2", "2024-{}-bilaga", "{}"])
)
def test_every_valid_number_is_found_in_a_path(number, gap, name):
    assert "PD101" in path_claims(f"insights/exempelkoping/{name.format(number[:8] + gap + number[8:])}.yaml")


@given(st.text(alphabet=st.characters(blacklist_categories=("Nd", "No", "Nl")), max_size=300))
def test_text_without_digits_has_no_numbers(text):
    assert not {code for code in claims(text) if code in NUMBERS - {"PD201", "PD202"}}


@given(
    st.lists(
        st.sampled_from(
            [
                "vi",
                "noll",
                "ett",
                "och",
                "sju",
                "Anna",
                "möter",
                "alla",
                "på",
                "torget,",
                "Berg.",
                "Liv",
                "i",
                "Åby",
                "är",
                "som",
                "fem",
            ]
        ),
        max_size=40,
    )
)
def test_prose_has_no_numbers(words):
    assert not NUMBERS & set(claims(" ".join(words))) or "noll" in words


@given(st.text(max_size=200))
def test_the_way_back_is_inside_the_text(text):
    found = normalised(text)
    assert found.origin is None or len(found.origin) == len(found.text) + 1
    assert all(0 <= place <= len(text) for place in found.origin or ())
    assert found.origin is not None or len(found.text) == len(text)
