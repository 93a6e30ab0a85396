"""Sentences as they stand in somebody's notes: what was missed when a sceptic wrote a hundred and sixty of them."""

from pathlib import Path

import pytest

from insiktskarta.files.parse import parse
from insiktskarta.files.settings import read_workspace
from insiktskarta.model.masking import masked, masked_numbers
from insiktskarta.model.personal.claims import claims, path_claims
from insiktskarta.rules.examples import GOOD


def found(text: str) -> set[str]:
    return set(claims(text))


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Hennes nummer är 0 7 0 1 7 4 0 6 0 5.", "PD201"),
        ("0 7 0 - 1 7 4 0 6 0 5", "PD201"),
        ("Skala: 0 1 2 3 4 5 6 7 8 9 10", None),
        ("Poäng 0 7 0 1 2", None),
    ],
)
def test_digits_one_by_one(text: str, code: str | None) -> None:
    assert found(text) == ({code} if code else set())


@pytest.mark.parametrize(
    "text",
    [
        "Herr Bergkvist ringde.",
        "Då kom herr Bergkvist hem.",
        "Dr. Svensson var på semester.",
        "Vi frågade dr Svensson om det.",
        "Vi frågade doktor Xerxesson om det.",
        "Mötet med familjen Petrovic var långt.",
        "Familjen Al Rashid har fem barn.",
        "Vi besökte familjen Xantopoulos hemma.",
        "Kontaktperson Fatima ringde.",
        "Handläggare Xenobia sade nej.",
        "Anna S sa att hon mår bättre.",
        "Vi mötte Lisa B., 34 år, på torget.",
        "Anna K\n  berättade om natten.",
        "Hälsningar Maria",
        "Det var allt. /Maria",
        "Mvh Maria",
    ],
)
def test_more_ways_to_name_somebody(text: str) -> None:
    assert found(text) in ({"PD401"}, {"PD402"})


@pytest.mark.parametrize(
    "text",
    [
        "Herr ordförande, sade hon.",
        "Familjen Helsingborg är ett samarbete.",
        "Familjen är trygg. Familjens Hus ligger där.",
        "I familjen Andra gången gick det bättre.",
        "Kontaktperson Försörjningsstöd svarar på måndagar.",
        "Enhetschef Vuxenenheten",
        "Samordnare Unga vuxna",
        "Handläggare LSS svarade",
        "Gustav V:s jubileumsfond",
        "Karl X Gustavs torg",
        "Björn B och Sten A är hus.",
        "Vitamin D och plan B",
        "Barn/Unga och Vuxna/Äldre",
        "Barn /Unga",
        "Se https://exempelkoping.example/Maria",
        "insights/grums/Maria",
        "Drottning Silvias barnsjukhus",
    ],
)
def test_what_looks_like_these_and_names_nobody(text: str) -> None:
    assert found(text) == set()


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("LMA-kort 12345678", "PD304"),
        ("Hennes LMA-nummer är 12345678.", "PD304"),
        ("Dossiernummer 12-345678", "PD304"),
        ("passnr 12345678", "PD304"),
        ("Passnummer: AA1234567", "PD304"),
        ("Mål nr T 1234-24 i tingsrätten", None),
        ("målnummer B 123-24", None),
        ("Ärende 2024-00123 hos nämnden.", None),
        ("Ärendet 2024-05-03 togs upp.", None),
        ("Ärendet 2024/2025 gäller läsåret.", None),
        ("Ärende 12 på listan", None),
        ("Målet 2024-25 är 100 möten", None),
        ("Mål nr 3 är god hälsa.", None),
        ("Mål 1234 personer", None),
        ("Passet 10-12 var fullt.", None),
        ("Enligt LMA 1994:137 har hon rätt till bistånd.", None),
    ],
)
def test_numbers_that_lead_to_a_file_about_somebody(text: str, code: str | None) -> None:
    assert found(text) == ({code} if code else set())


@pytest.mark.parametrize(
    "text",
    [
        "Hon nås på Snapchat som pahittad_fiktiva_07.",
        "snap: pahittad07",
        "Insta: @pahittad",
        "Instagram @pahittad",
        "Skype: live:pahittad.fiktiv",
        "Skriv på discord\n  kontot pahittad.fiktiv",
        "https://www.facebook.com/pahittad.fiktiv.87",
        "facebook.com/pahittad",
        "instagram.com/pahittad_fiktiv/",
        "https://www.linkedin.com/in/pahittad-fiktiv-1234",
        "tiktok.com/@pahittad",
        "Instagram: instagram.com/pahittad_1",
    ],
)
def test_accounts_in_social_media(text: str) -> None:
    assert found(text) == {"PD204"}
    assert all("ahittad" not in match.masked for match in claims(text)["PD204"])
    assert "ahittad" not in masked_numbers(text)
    assert "ahittad" not in masked(text)


def test_an_account_in_a_files_name() -> None:
    path = "insights/exempelkoping/samtal-insta-pahittad_07.yaml"
    assert set(path_claims(path)) == {"PD204"}
    assert "ahittad" not in masked(path)


@pytest.mark.parametrize(
    "text",
    [
        "Unga använder Snapchat och Instagram mer än Facebook.",
        "På Facebook 2024 var det 300 som svarade.",
        "https://www.facebook.com/groups/foraldrar.exempelkoping",
        "De skrev i en facebookgrupp, på TikTok och Snap.",
        "TikTok-filmer. Instagram-konto.",
        "Messenger, WhatsApp och sms",
        "Facebook-sidan har 1200 följare.",
        "Snapchat: det är där de finns.",
        "skype-möte 2024-05-03",
        "box.com/dokument/fil_1",
        "På Facebook t.ex. svarar många, och på Snapchat m.m.",
        "På TikTok 13-åringar och på Instagram v.23 och v23",
        "Instagram kl.15",
        "knapp.com/nagon_1",
    ],
)
def test_networks_without_an_account(text: str) -> None:
    assert found(text) == set()


def test_they_are_found_in_a_record_and_masked() -> None:
    context = read_workspace(Path("/"), b"").context()
    for said, hidden in (
        ("Hennes nummer är 0 7 0 1 7 4 0 6 0 5.", "0 1 7"),
        ("Vi besökte familjen Xantopoulos hemma.", "antopoulos"),
        ("LMA-kort 12345678 är slut.", "345678"),
        ("Det var allt. /Maria", "aria"),
    ):
        raw = GOOD.replace("Unga orkar söka hjälp en gång.", said).encode()
        told = parse("insights/grums/x.yaml", raw, context).findings
        assert told, said
        assert all(hidden not in str(each.values) for each in told)


@pytest.mark.parametrize(
    ("allowed", "told"), [("[]", True), ('["@ungipahitt"]', False), ('["@annan"]', True)]
)
def test_an_offices_account_can_be_allowed(allowed: str, told: bool) -> None:
    context = read_workspace(Path("/"), f"lint:\n  tillåtna: {allowed}\n".encode()).context()
    raw = GOOD.replace("Unga orkar söka hjälp en gång.", "Följ oss på Instagram @UngIPahitt.").encode()
    assert ("PD204" in {each.code for each in parse("insights/grums/x.yaml", raw, context).findings}) is told
