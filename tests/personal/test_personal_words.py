"""Names, addresses, plates and details that point out one person."""

import pytest

from insiktskarta.model.personal.claims import claims, path_claims


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Vi mötte Karin Andersson i dag.", {"PD401"}),
        ("Karin\n  Andersson var med.", {"PD401"}),
        ("KARIN ANDERSSON", {"PD401"}),
        ("Andersson, Karin", {"PD401"}),
        ("Anna-Karin Påhittqvists barn", {"PD401"}),
        ("Vi pratade med Sten Berg.", {"PD401"}),
        ("Björn Andersson ringde.", {"PD401"}),
        ("Karin Påhittare ringde.", {"PD402"}),
        ("Hon heter Xenobia.", {"PD402"}),
        ("Kontaktperson: Lena, tisdagar", {"PD402"}),
        ("Namn: Karin", {"PD402"}),
        ("Handläggare: Socialtjänsten", set()),
        ("Hennes son Kevin var med.", {"PD402"}),
        ("Hennes yngre bror\n  Xerxes var med.", {"PD402"}),
        ("Enligt handläggare Emma är det så.", {"PD402"}),
        ("Handläggare Xenobia Hassan var med.", {"PD402"}),
        ("Sten Berg ligger där.", set()),
        ("Björn är ett djur. Liv och död. My är liten.", set()),
        ("Appen heter Ung i Påhittsala.", set()),
        ("Projektet Maria Ungdom", set()),
        ("Eleverna på Karin Boyes gymnasium", set()),
        ("Anders Bok AB levererar", set()),
        ("Enligt Andersson", set()),
        ("Vi ses efter mötet. Han tar med rapporten.", set()),
        ("Deras handläggare LSS svarade", set()),
    ],
)
def test_names(text, expected):
    assert set(claims(text)) == expected


def test_names_in_a_path():
    assert list(path_claims("insights/exempelkoping/samtal-med-karin-andersson.yaml")) == ["PD401"]
    assert not path_claims("insights/lund/bjorn-berg.yaml")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Skriv till nagon@exempelkoping.example", {"PD203"}),
        ("nagon (at) exempelkoping.example", {"PD203"}),
        ("nagon%40exempelkoping.example", {"PD203"}),
        ("nagon snabel-a exempelkoping punkt example", {"PD203"}),
        ("@kommunen svarade, pris@50% och git@github.com:a/b", set()),
        ("Samtal på Påhittsgatan 12.", {"PD302"}),
        ("Samtal på Lilla påhittsgränd 3 B", {"PD302"}),
        ("123 45 Exempelköping", {"PD302"}),
        ("Storgatan är avstängd. Vägen 1 mil bort. Genvägen 2 gånger.", set()),
        ("Riksväg 40 och väg 12", set()),
        ("Någon skrev upp ABC12A.", {"PD303"}),
        ("bilen ABC 123", {"PD303"}),
        ("ISO 639 och SFS 2001:453", set()),
    ],
)
def test_addresses_and_plates(text, expected):
    assert set(claims(text)) == expected


def test_where_somebody_lives_is_an_error():
    assert claims("Hon bor på Påhittsgatan 12.")["PD302"][0].severity == "error"
    assert claims("bilen ABC 123")["PD303"][0].severity == "error"


@pytest.mark.parametrize(
    "text",
    [
        "En 47-årig kvinna i Lillfiktiv hade väntat länge.",
        "En fjortonåring på Solgården sade det.",
        "Hon fick ALS den 3 mars 2023.",
        "Mamma till tre barn i Lillfiktiv",
        "Kommunens enda dövblinda bor på Björkgården.",
        "En 14-årig flicka med autism",
    ],
)
def test_details_that_point_out_one_person(text):
    assert set(claims(text)) == {"PD501"}


@pytest.mark.parametrize(
    "text",
    [
        "Unga 16-25 år i Lillfiktiv med adhd deltog den 3 mars 2024.",
        "Workshop den 12 mars 2024 på Träffpunkten Solen.",
        "En 47-årig kvinna hade väntat länge.",
        "En 47-årig kvinna i Göteborg hade väntat länge.",
        "insamlad: 2024-03-12\ninsikt: En 47-årig kvinna hade väntat länge.",
        "Föräldrar till barn i Lillfiktiv",
        "16-åringar på Solgården",
    ],
)
def test_details_of_many(text):
    assert not claims(text)
