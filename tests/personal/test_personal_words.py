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
        ("kontaktperson: Emma", {"PD402"}),
        ("handläggare: Sofia", {"PD402"}),
        ("kurator: Sofia", {"PD402"}),
        ("Vi mötte sonen Yusuf och dottern Amina.", {"PD402"}),
        ("Hon bor med sambon Peter.", {"PD402"}),
        ("Då ringde vår handläggare Mehmet.", {"PD402"}),
        ("Då kom lillebror Leo hem.", {"PD402"}),
        ("Fatima Hassan berättade.", {"PD402"}),
        ("Kerstin, 47, ringde i går.", {"PD402"}),
        ("Vi mötte Ahmed (14) på gården.", {"PD402"}),
        ("Vi mötte Kevin, 14 år, på gården.", {"PD402"}),
        ("När Hassan ringde svarade ingen.", set()),
        ("Sonen BUP träffade. Den modern Stad vill ha.", set()),
        ("Lund (14), Nora, 3, och Maj, 12, är orter och månader.", set()),
        ("Karin, 2023, och Maria, 3 och 4", set()),
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


def test_an_address_ends_with_its_number():
    assert claims("Samtal på Påhittsgatan 12 i byn.")["PD302"][0].masked == "P••••••••••• ••"
    assert claims("Samtal på Påhittsgatan 12 B i byn.")["PD302"][0].masked == "P••••••••••• •• •"


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
        "En 13-årig flicka med anorexia",
        "En trettonårig flicka med anorexi",
        "En kvinna i Lillfiktiv har sköldkörtelcancer.",
        "Den enda barnmorskan i Lillfiktiv var trött.",
        "Lillfiktivs enda barnmorska var trött.",
        "Prästen i Lillfiktiv berättade.",
        "En 52-årig präst var med.",
        "Vår enda imam i Lillfiktiv berättade.",
        "Hon är 23 och har MS.",
        "En man som är 34 och bor på Björkgården.",
        "En kvinna född 1953 i Lillfiktiv ringde.",
        "Han är född den 3 maj 1953.",
        "En änkling, 83, i Lillfiktiv",
        "Tvåbarnspappan i Lillfiktiv",
        "Flickan fyllde 13 den 4 april 2024.",
        "Han, 81, bor ensam på Solhemmet.",
        "Ett par i Lillfiktiv med ett barn som har Downs syndrom.",
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
        "Träffpunkten är den enda mötesplatsen i kommunen, sa de i Lillfiktiv.",
        "Den enda vägen in i Lillfiktiv är telefonen.",
        "Prästerna i Lillfiktiv möter många ensamma.",
        "Präster och imamer i Lillfiktiv möter många.",
        "Hon är 1 av 12 i Lillfiktiv.",
        "Kvinnan fyllde 13 av platserna i Lillfiktiv.",
        "Träffen är 18 och 19 maj i Lillfiktiv.",
        "Unga födda 2008 i Lillfiktiv bjöds in.",
        "Idén föddes 2019 i Lillfiktiv.",
        "Ungdomarna, 15, var från Lillfiktiv.",
    ],
)
def test_details_of_many(text):
    assert not claims(text)
