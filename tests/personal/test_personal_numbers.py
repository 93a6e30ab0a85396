"""Numbers: Skatteverket's official test numbers, telephone numbers for fiction, constructed ones."""

import pytest

from insiktskarta.model.personal.claims import claims, path_claims


def found(text):
    return {(code, match.severity) for code, matches in claims(text).items() for match in matches}


@pytest.mark.parametrize(
    "text",
    [
        "Samtalet gällde 19901201-2390.",
        "Samtalet gällde 901201-2390.",
        "# 199012012390",
        "199012012390: nyckel",
        "källa: https://exempelkoping.example/arende/199012012390?visa=1",
        "a,b\n901201-2390,901201-2390",
        "pnr901201-2390",
        "19901201-2390s mamma",
        "1990-12-01-2390",
        "1990-12-01 2390",
        "90 12 01 - 2390",
        "19901201-\n  2390",
        "1990\u200b1201\u20122390",
        "\uff11\uff19\uff19\uff10\uff11\uff12\uff10\uff11\uff0d\uff12\uff13\uff19\uff10",
        "19151282-2394",
        "890605+9814",
        "000101-T220",
        "20000101t220",
        "19780060-2380",
        "Beslut om insats för 20120315-2382",
        "samtal_811228_9874.txt",
        "Kalle8112289874 ringde",
        "8112289874Kalle",
        "pnr198112289874",
    ],
)
def test_is_a_personal_number(text):
    assert {code for code, _ in found(text)} == {"PD101"}, text


@pytest.mark.parametrize(
    ("text", "severity"),
    [
        ("Samtalet gällde 19901201-2391.", None),
        ("Samtalet gällde 9012012391.", None),
        ("Hon är född 19901201-2391.", "error"),
        ("Personnummer: 901201 2391", "error"),
        ("Samtalet gällde 150916-0006.", None),
        ("Fakturanummer 9012012390", None),
        ("811228-9875 (personnummer)", "error"),
        ("811228-9875 är hans personnummer", "error"),
    ],
)
def test_is_a_doubtful_number(text, severity):
    assert found(text) == {("PD102", severity)}


@pytest.mark.parametrize(
    "text",
    [
        "Beslut 231231-0001",
        "Beslut 20240115-2384",
        "Mötet 20240115-1430",
        "Exporterad 20240115-1432",
        "202401151430",
        "2024-01-15 14:30",
        "20240115143000",
        "Perioden 20240115-20240630",
        'insamlad: "2023-05/2024-12"',
        'insamlad: "2022/2024-12"',
        "Org.nr 212000-0142",
        "802005-1952",
        "git 9012012390abcdef",
        "abc8112289874def",
        "Mötet 20240115-1430, personnummer antecknas inte",
        "20240115_143022.jpg",
        "7e58112289874",
        "59.3325890, 18.0649123",
        "budget 9012012390 kr",
        "19900230-2384",
        "19901301-2384",
    ],
)
def test_is_nobodys_number(text):
    assert found(text) == set()


def test_a_number_in_a_file_name():
    assert list(path_claims("insights/exempelkoping/intervju-199012012390_v2.yaml")) == ["PD101"]
    assert list(path_claims("insights/exempelkoping/intervju-901201-2390.yaml")) == ["PD101"]
    assert not path_claims("insights/exempelkoping/intervju-2024-01-15.yaml")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Ring 070-174 06 05.", "PD201"),
        ("Ring 070-174\n  06 05.", "PD201"),
        ("Ring 0701740605.", "PD201"),
        ("Ring 070\u2011174\u00a006\u00a005.", "PD201"),
        ("Noll sjuttio ett sju fyra noll sex noll fem", "PD201"),
        ("tel 08 465 004 12", "PD202"),
        ("tel0701740605", "PD201"),
        ("mobil:0701740605", "PD201"),
        ("Ring 46701740605", "PD201"),
        ("Fakturanummer 46701740605", None),
        ("kod46701740605123", None),
        ("Växel 0771-567 567, 112 och 1177", None),
        ("öppet 08.30-16.00", None),
        ("Öppet 08-17 alla dagar", None),
        ("Noll av fem svarade", None),
    ],
)
def test_telephone_numbers(text, code):
    assert {one for one, _ in found(text)} == ({code} if code else set())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("SE45 5000 0000 0583 9825 7466", {("PD301", None)}),
        ("IBAN GB29NWBK60161331926819 gäller", {("PD301", None)}),
        ("SE46 5000 0000 0583 9825 7466", set()),
        ("kontonummer 3300-123 456 7", {("PD301", None)}),
        ("bankgiro 5050-1055", {("PD301", "warning")}),
        ("bankgiro 5050-1056", set()),
        ("Kontoret har 1 250 000 kr", set()),
        ("dnr SN 2024/0123", {("PD304", None)}),
        ("ärende nr 24-0451", {("PD304", None)}),
        ("Ärendenr: 24-123", {("PD304", None)}),
        ("SOC-2024-0012", {("PD304", None)}),
        ("Dnr KS 2024-00123", set()),
        ("Dnr 20240115-2384", {("PD304", None)}),
        ("Mål nr 1234-24", set()),
    ],
)
def test_accounts_and_cases(text, expected):
    assert found(text) == expected


def test_telephone_numbers_in_a_row():
    text = "Ring 070-174 06 05 070-174 06 06\n  0701740605 +46 70 174 06 08 08-465 004 12."
    assert [len(claims(text)[code]) for code in ("PD201", "PD202")] == [4, 1]


def test_a_large_file_is_read_in_a_moment():
    for unit in ("A", "1 ", "901201-2390,", "a.@", "Karin ", " 47 år", "\n  1", "070-174 06 05 "):
        claims(unit * 2000)
