"""What a reader found missed and wrongly found: addresses, accounts, ages after a comma, initials, years before a board."""

import pytest

from insiktskarta.model.masking import masked
from insiktskarta.model.personal.claims import claims, path_claims


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Skriv till lisa.stahl (a) gmail.com så svarar jag.", "PD203"),
        ("Skriv till lisa (a) gmail.com så svarar jag.", "PD203"),
        ("Pengarna sattes in på konto 8327-9, 123 456 789-0.", "PD301"),
        ("Johan, 52 år, i Filipstad har ALS.", "PD501"),
        ("Johan K. i Filipstad, 52 år, med ALS svarade.", "PD501"),
        ("Den enda transpersonen på Hammarö, 19 år, sa att hen var ensam.", "PD501"),
        ("Tvillingarna på förskolan, 7 år, i Säffle den 3 mars 2023.", "PD501"),
        ("Fött 790620, fyra sista 2390, på lasarettet.", "PD101"),
        ("Född 19790620 och de fyra sista är 2390.", "PD101"),
        ("Numret 790620-2391 stod på lappen, alltså hennes personnummer.", "PD102"),
        ("Då kom fostermamman Gunilla hem.", "PD402"),
        ("Vi följde Karin Andersson hem.", "PD401"),
        ("Det var i Karin Anderssons hus.", "PD401"),
        ("Det sa mamman till Oskar.", "PD402"),
        ("Mamma till Oskar var med.", "PD402"),
        ("Vi frågade M. Karlsson om saken.", "PD402"),
        ("M. Karlsson var med.", "PD402"),
        ("Ärende 2023-SN-114 gäller.", "PD304"),
        ("De har ”hennes son Kevin” i rubriken.", "PD402"),
    ],
)
def test_it_is_found(text: str, code: str) -> None:
    assert code in claims(f"anteckning: |\n  {text}\n")


def test_a_number_that_is_said_to_be_somebodys_further_on() -> None:
    (match,) = claims("Numret 790620-2391 stod på lappen, alltså hennes personnummer.")["PD102"]
    assert match.severity == "error"


@pytest.mark.parametrize(
    "text",
    [
        "I Anna Lindh-huset hålls föräldraträffar varje torsdag.",
        "Mats Strandberg-rapporten kom i våras.",
        "Plusgirot 90 19 50-6 är till för insamlingen.",
        "Bankgiro 901-9506 är till för insamlingen.",
        "Enligt bilaga (a) kommunen.se får man vänta.",
        "Punkterna (a) och (b) gäller.",
        "Avtalet med Region Värmland, 3 år, gäller boendet i Säffle.",
        "Kurserna för ungdomar, 16 år, hölls i Säffle den 3 mars 2023.",
        "Betyg 790620, de fyra sista 1234 personerna.",
        "Mamma till barn i Säffle var med.",
        "Vitamin A. Karlstad ger råd.",
        "Ärende 2023-KS-114 gäller.",
    ],
)
def test_it_is_left_alone(text: str) -> None:
    assert not claims(f"anteckning: |\n  {text}\n")


@pytest.mark.parametrize(
    "name",
    [
        "kerstin-lundgren",
        "Kerstin-Lundgren",
        "KERSTIN_LUNDGREN",
        "kerstin.lundgren",
        "åsa-öberg",
        "A\u030asa-O\u0308berg",
        "lundgren-kerstin",
        "samtal-med-Åsa Öberg-2024",
    ],
)
def test_a_name_in_a_path_however_it_is_written(name: str) -> None:
    path = f"insights/exempelkoping/{name}.yaml"
    assert set(path_claims(path)) == {"PD401"}
    assert not any(part in masked(path).casefold() for part in ("erstin", "undgren", "sa-", "berg"))


@pytest.mark.parametrize(
    "name", ["Unga-Vill", "Bergs-skolan", "maria-skolan", "Liv-och-Lust", "karlstad-anna"]
)
def test_other_paths_are_left_alone(name: str) -> None:
    path = f"insights/exempelkoping/{name}.yaml"
    assert not path_claims(path)
    assert masked(path) == path
