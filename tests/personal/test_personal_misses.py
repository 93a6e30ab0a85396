"""What was missed once: numbers in groups, across lines and in codes, addresses across lines, the only priest of a place."""

import pytest

from insiktskarta.model.masking import masked
from insiktskarta.model.personal.claims import claims, path_claims
from insiktskarta.model.personal.normalise import normalised

BLOCK = "anteckning: |\n  {}\n  och inget annat.\n"


def found(text: str) -> set[str]:
    return set(claims(text))


@pytest.mark.parametrize(
    "number",
    [
        "1981 1228 9874",
        "1981\n  1228-9874",
        "198112\n  28-9874",
        "811228-98\n  74",
        "19811228-98\n  74",
        "19 81 12 28 98 74",
        "81 12 28 98 74",
        "81-12-28-98-74",
        "81.12.28.98.74",
        "811 228 9874",
        "811 228 98 74",
        "8112 2898 74",
        "811228-98 74",
        "811228-9 874",
        "8 1 1 2 2 8 9 8 7 4",
        "(811228) 9874",
        "811228(9874)",
        "811228:9874",
        "811228|9874",
        "811228=9874",
        "811228~9874",
        "811228·9874",
        "811228 -- 9874",
        "811228 – – 9874",
        "811228-**9874**",
        "`811228`-`9874`",
        # Signs that look like a hyphen, and what codes write for one.
        *(f"811228{sign}9874" for sign in "－﹣‐‑‒–—―−⁃˗➖─━ー一ㅡᅳ∼⸺¬"),
        "８１１２２８ー９８７４",
        "811228%2D9874",
        "811228%2d9874",
        "811228%209874",
        "811228%E2%80%939874",
        "%38%31%31%32%32%38%2D%39%38%37%34",
        "811228&#45;9874",
        "811228&#x2D;9874",
        "811228&ndash;9874",
        "811228&nbsp;9874",
        r'"811228\u20139874"',
        r'"811228\x2D9874"',
        "https://exempelkoping.example/sok?pnr=811228%2D9874&x=1",
        "811228-9874@exempelkoping.example",
    ],
)
def test_a_personal_number_however_it_is_parted(number: str) -> None:
    for text in (f"Samtalet gällde {number} i går.", BLOCK.format(number), f"# {number}"):
        assert "PD101" in found(text), text


@pytest.mark.parametrize("number", ["811228,9874", "05 11 24 12 33"])
def test_what_may_be_something_else_needs_a_word(number: str) -> None:
    assert "PD101" not in found(f"Samtalet gällde {number} i går.")
    if "," in number:
        assert "PD101" in found(f"Personnummer {number}")


@pytest.mark.parametrize(
    "text",
    [
        "Vi räknade 81 12 28 98 75 besök.",
        "Åren 1981 1982 1983 1984",
        "Kommunerna 2019 0180 0184 0186",
        "Rutan 6811228,9874",
        "https://exempel.se/fil%20namn%201981%2012",
        "100 %20 st",
        "811228:9875",
        "kl. 20231228:1030",
        "0812 15 56 78",
        "telefon 81 12 28 98 74",
        "Faktura 8112 2898 74",
        "Dnr 811228:9874",
        "8112 2898 74 kronor",
        "+81 12 28 98 74",
        "A81 12 28 98 74",
        "81 12 28 98 74 12",
        "Serien 3 1 4 1 5 9 2 6 5 3",
        "SE45 5000 0000 0583 9825 7466",
    ],
)
def test_numbers_in_groups_that_are_nobodys(text: str) -> None:
    assert not found(text) & {"PD101", "PD102"}, text


def test_a_childs_number_in_groups_is_a_warning() -> None:
    (match,) = claims("Samtalet gällde 2015 0916 2382 i går.")["PD102"]
    assert match.severity is None
    assert "PD101" in found("Personnummer 2015 0916 2382")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Ring 0 701 740 605.", "PD201"),
        ("tel:%2B46701740605", "PD201"),
        ("Ring %30701740605", "PD201"),
        ("tel 12 34 56", "PD202"),
        ("Telefon: 123 45", "PD202"),
        ("tfn 123456", "PD202"),
        ("Datum 07-02-2024 10", None),
        ("telefon 2023 2024", None),
        ("Hotellet 12 34 56", None),
        ("Vi ringde 12 34 56 hushåll", None),
        ("telefon 123", None),
    ],
)
def test_telephone_numbers(text: str, code: str | None) -> None:
    assert found(text) == ({code} if code else set())


@pytest.mark.parametrize(
    "address",
    [
        "anna.andersson@\n  exempel.se",
        "anna @ exempel . se",
        "anna at exempel dot se",
        "anna(a)exempel.se",
        "anna[a]exempel.se",
        "anna&#64;exempel.se",
        "mailto:anna%40exempel.se",
        r'"anna\x40exempel.se"',
        "811228.anna@exempel.se",
    ],
)
def test_addresses(address: str) -> None:
    assert "PD203" in found(f"Skriv till {address} i dag.")


@pytest.mark.parametrize(
    "text", ["Vi var @ biblioteket . Se bilden", "Se punkt (a) exempel.se", "look at this dot", "medlem(a)r"]
)
def test_no_addresses(text: str) -> None:
    assert "PD203" not in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "Kommunens enda präst, 45 år, orkar inte mer.",
        "Kommunens enda präst (45) orkar inte mer.",
        "Kommunens enda präst (45 år) orkar inte mer.",
        "Ortens ende läkare, 61, har slutat.",
        "Byns enda lärare, fyrtiofem år, slutar.",
        "Den enda prästen i kommunen, 45 år, orkar inte.",
        "Skolans enda kurator är 45 år.",
        "Kommunens enda präst, en man på 45 år, orkar inte.",
    ],
)
def test_the_only_one_of_a_place_and_an_exact_age(text: str) -> None:
    assert "PD501" in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "Kommunens enda bibliotek, 45 år gammalt eller inte, behövs.",
        "Kommunens enda buss, 45 minuter bort, går sällan.",
        "Kommunens enda fritidsgård, 3 km bort, stängde.",
        "Kommunens enda simhall stängde för 45 år sedan.",
        "Kommunens enda badhus, i 45 år en mötesplats, stängde.",
        "Kommunens enda präst orkar inte mer.",
        "Kommunens enda gymnasium, 450 elever, är fullt.",
        "Byns enda affär, öppen sedan 1945, stängde.",
    ],
)
def test_the_only_one_of_a_place_without_an_age(text: str) -> None:
    assert "PD501" not in found(text)


@pytest.mark.parametrize(
    "text", ["Numret 811228%2D9874.", "Numret 811228&ndash;9874.", "å 811228\\u20139874"]
)
def test_what_is_found_in_a_code_is_placed_where_it_was_written(text: str) -> None:
    (match,) = claims(text)["PD101"]
    start, end = normalised(text).span(match.start, match.end)
    assert text[start:end].startswith("811228")
    assert text[start:end].endswith("9874")


def test_a_number_in_the_code_of_a_file_name() -> None:
    assert "PD101" in path_claims("insights/exempelkoping/811228%2D9874.yaml")
    assert "PD101" in path_claims("insights/exempelkoping/1981-1228-9874.yaml")


@pytest.mark.parametrize(
    "number",
    [
        "1981 1228 9874",
        "811228%2D9874",
        "811228&ndash;9874",
        "811228－9874",
        "811228─9874",
        "811228➖9874",
        "81 12 28 98 74",
        "811228-98 74",
        "(811228) 9874",
        "811228:9874",
        "8 1 1 2 2 8 9 8 7 4",
        "811 228 9874",
        "811 228 98 74",
        "8112 2898 74",
    ],
)
def test_no_output_shows_them(number: str) -> None:
    assert "74" not in masked(f"Samtalet gällde {number} i går.")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Hon gav oss 4111 1111 1111 1111 i går.", "PD301"),
        ("Kortet är 5555-5555-5555-4444.", "PD301"),
        ("Kortnummer 4111111111111111", "PD301"),
        ("Nyckeln 4111111111111111 gäller", None),
        ("Hon gav oss 4111 1111 1111 1112 i går.", None),
        ("Hon gav oss 3111 1111 1111 1117 i går.", None),
        ("Åren 2023 2024 2025 2026", None),
    ],
)
def test_payment_cards(text: str, code: str | None) -> None:
    assert found(text) == ({code} if code else set())
