from pathlib import Path

import pytest

from insiktskarta.files.parse import parse
from insiktskarta.files.settings import read_workspace
from insiktskarta.model.record import TYPES, keys
from insiktskarta.rules.rule import Context

INSIGHT = {
    "typ": "insikt",
    "rubrik": "Unga vill ha en kort väg in",
    "insikt": "Unga orkar söka hjälp en gång. Möter de en telefonkö ger de upp.",
    "perspektiv": "[invånare]",
    "grupper": "[ungdomar]",
    "röst": "egen",
    "citat": "[Jag ringer en gång.]",
}
STUDY = {
    "typ": "insiktsarbete",
    "rubrik": "Samtal på fritidsgården",
    "röst": "egen",
    "metoder": "[djupintervju]",
    "status": "pågående",
}
TRIAL = {
    "typ": "test",
    "rubrik": "Öppet på kvällen",
    "beskrivning": "Telefonen är öppen till klockan 20 två kvällar i veckan.",
    "status": "pågående",
}
SETTINGS = """\
organisationer:
  exempelkoping: {namn: Exempelköping, slag: kommun}
ordförråd:
  grupper:
    fritidsungdomar: {etikett: unga på fritidsgården, bredare: ungdomar, räknas-som: ungdomar}
"""


@pytest.fixture(scope="module")
def context(tmp_path_factory: pytest.TempPathFactory) -> Context:
    workspace = read_workspace(tmp_path_factory.mktemp("arbetsyta"), SETTINGS.encode())
    assert not workspace.findings
    return Context(workspace.vocabulary(), workspace.registry())


def codes(context: Context, fields: dict[str, str], **changed: str | None) -> list[tuple[str, str]]:
    """Code and severity of the findings in a record with some fields changed; None leaves one out."""
    written = {**fields, **{key.replace("_", "-"): value for key, value in changed.items()}}
    usual = keys(TYPES[fields["typ"]])
    ordered = sorted(written, key=lambda key: usual.index(key) if key in usual else len(usual))
    text = "".join(f"{key}: {written[key]}\n" for key in ordered if written[key] is not None)
    parsed = parse("insights/exempelkoping/a.yaml", text.encode(), context)
    assert parsed.record is not None, [each.message for each in parsed.findings]
    return [(each.code, each.severity) for each in parsed.findings]


@pytest.mark.parametrize("fields", [INSIGHT, STUDY, {**TRIAL, "bygger-på": "[exempelkoping/b]"}])
def test_what_is_well_written_gives_nothing(context, fields):
    assert codes(context, fields) == []


@pytest.mark.parametrize(
    "statement",
    [
        "72 procent av de unga är missnöjda med väntetiden i telefon.",
        "Nöjd kundindex för mottagningen var 68 under våren, mot 71 förra året.",
        "Sju av tio besökare gav bemötandet högsta betyg i enkäten.",
        "I undersökningen kom 214 svar in och de flesta var positiva.",
        "Under året gjordes 1 240 anmälningar, 12 % fler än året innan.",
        "Hälften av alla som svarade på enkäten var missnöjda.",
        "Var tredje ungdom har någon gång provat narkotika.",
        "Var 10:e invånare har sökt stöd under det senaste året.",
    ],
)
def test_only_numbers(context, statement):
    assert codes(context, INSIGHT, insikt=statement) == [("IN101", "hint")]


@pytest.mark.parametrize(
    "statement",
    [
        "Sju av tio unga orkar inte ringa en andra gång när de har mött en kö.",
        "Hälften av de äldre vet inte vart de ska vända sig när någon dör.",
        "Den som fyller 18 år förlorar sin kontakt just när den behövs som mest.",
        "Telefonen stänger klockan 16, och då slutar skolan.",
        "När LVU § 3 upphör tappar unga i prioritet hos kommunens verksamheter.",
        "Var tredje ungdom vet inte vem de skulle prata med.",
        "Unga frågar var första mötet är, och ingen svarar.",
    ],
)
def test_numbers_with_a_need(context, statement):
    assert codes(context, INSIGHT, insikt=statement) == []


@pytest.mark.parametrize(
    "statement",
    [
        "Förvaltningen saknar en gemensam rutin för hur samtal kopplas vidare.",
        "Vi behöver bli bättre på att samordna oss mellan enheterna.",
        "Chefer, stab och ledning har olika bild av uppdraget och dess gränser.",
    ],
)
def test_about_the_organisation(context, statement):
    heading = "Samtal kopplas vidare på olika sätt"
    staff = {"perspektiv": "[]", "röst": "medarbetare", "insikt": statement, "rubrik": heading}
    assert codes(context, INSIGHT, **staff) == [("IN102", "hint")]
    assert codes(context, INSIGHT, insikt=statement, rubrik=heading) == []
    assert codes(context, INSIGHT, **{**staff, "rubrik": "Samtal med unga kopplas vidare"}) == []


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({"citat": None, "metoder": "[djupintervju]"}, [("IN103", "hint")]),
        ({"citat": None, "insamlad": "2024"}, [("IN103", "hint")]),
        ({"citat": None, "källa": "{dokument: Slutrapport}"}, [("IN103", "hint")]),
        ({"citat": None, "metoder": "[djupintervju]", "bygger-på": "[exempelkoping/b]"}, []),
        ({"citat": None, "metoder": "[djupintervju]", "röst": "företrädare"}, []),
        ({"metoder": "[djupintervju]"}, []),
        ({"citat": None}, []),
    ],
)
def test_unfounded_voice(context, changed, expected):
    assert codes(context, INSIGHT, **changed) == expected


@pytest.mark.parametrize("voice", ["medarbetare", "chefer", "politiker"])
def test_staff_in_a_circle(context, voice):
    assert codes(context, INSIGHT, röst=voice) == [("IN104", "hint")]
    assert codes(context, INSIGHT, röst=voice, perspektiv_säkerhet="uttalat") == [("IN104", "hint")]
    assert codes(context, INSIGHT, röst=voice, perspektiv_säkerhet="tolkat") == []
    assert codes(context, INSIGHT, röst=voice, perspektiv="[]") == []


@pytest.mark.parametrize(
    "statement",
    [
        "Vi borde införa en chatt för unga som är öppen på kvällarna.",
        "Kommunen ska anställa fler fältare så att unga har någon att prata med.",
        "Det måste snabbt tas fram en app där unga kan boka tid.",
        "Ett förslag är att mottagningen har öppet på lördagar.",
        "Inför kvällsöppet på familjecentralen så fort det går.",
        "Skapa en gemensam ingång för alla som söker stöd.",
        "Det behövs en app där man kan boka tid på kvällen.",
        "Det saknas en digital chatt för unga på kvällarna.",
    ],
)
def test_a_solution(context, statement):
    assert codes(context, INSIGHT, insikt=statement) == [("IN105", "hint")]


@pytest.mark.parametrize(
    "statement",
    [
        "Den som är ensam behöver skapa nya relationer i sin egen takt.",
        "Det borde gå att ringa när man har barn runt benen, säger föräldrar.",
        "Unga vill att någon frågar hur de mår, innan de måste berätta själva.",
        "Inför ett möte är många oroliga och vågar inte fråga.",
        "Utbildade föräldrar har lättare att göra sig hörda.",
        "Det behövs en vuxen som stannar kvar, säger unga.",
        "Det behövs en apparat för att höra, och den är trasig.",
    ],
)
def test_a_need_is_no_solution(context, statement):
    assert codes(context, INSIGHT, insikt=statement) == []


@pytest.mark.parametrize(
    ("fields", "heading", "expected"),
    [
        (INSIGHT, "Bemötande", ["IN106"]),
        (INSIGHT, "Insikt 3", ["IN106"]),
        (INSIGHT, "Tillit och", ["IN106"]),
        (INSIGHT, '"!?"', ["IN106"]),
        (INSIGHT, "Tillit tar tid", []),
        (INSIGHT, "Tillgänglighet och bemötande", ["IN106"]),
        (INSIGHT, "Oro och ovisshet tär", []),
        (STUDY, "Trygghet och tillit", []),
        (STUDY, "Workshop 3", ["IN106"]),
        (STUDY, "Enkät om och med", []),
        (STUDY, "Föräldraintervjuer", []),
        (STUDY, "Kartläggning med 44 workshops", []),
        ({**TRIAL, "bygger-på": "[exempelkoping/b]"}, "Kvällsöppet", []),
        ({**TRIAL, "bygger-på": "[exempelkoping/b]"}, "Test nr 2", ["IN106"]),
    ],
)
def test_an_empty_heading(context, fields, heading, expected):
    assert [code for code, _ in codes(context, fields, rubrik=heading)] == expected


@pytest.mark.parametrize(
    ("statement", "expected"),
    [
        ("Unga vill inte vänta så längre", []),
        ("Unga vill inte vänta så länge", ["IN107"]),
        ("Unga vill ha en kort väg in.", ["IN107"]),
        ("a" * 500, []),
        ("a" * 501, ["IN107"]),
    ],
)
def test_the_length_of_a_card(context, statement, expected):
    assert [code for code, _ in codes(context, INSIGHT, insikt=statement)] == expected


def test_a_text_that_repeats_a_long_heading(context):
    heading = "Unga vill ha en kort väg in när de väl orkar söka hjälp"
    assert codes(context, INSIGHT, rubrik=heading, insikt=f"{heading}!") == [("IN107", "hint")]


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({"röst": "medarbetare"}, ["IN108"]),
        ({"röst": "chefer"}, ["IN108"]),
        ({"metoder": "[fiktiva-familjer]"}, ["IN108"]),
        ({"metoder": "[fiktiva-familjer, datadriven-utveckling]", "röst": None}, ["IN108"]),
        ({"metoder": "[fiktiva-familjer, intervju]"}, []),
        ({"röst": "blandad"}, []),
        ({"röst": None}, []),
        ({"metoder": "[enkät]"}, []),
    ],
)
def test_a_study_without_lived_experience(context, changed, expected):
    assert [code for code, _ in codes(context, STUDY, **changed)] == expected


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({"status": "genomfört"}, [("UP104", "hint")]),
        ({"status": "genomfört", "underlag": "{finns: diariet}"}, []),
        ({"status": "planerat"}, []),
    ],
)
def test_a_finished_study_has_its_voucher(context, changed, expected):
    assert codes(context, STUDY, **changed) == expected


def test_a_test_rests_on_something(context):
    assert codes(context, TRIAL) == [("LI105", "hint")]


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({"grupper": "[barn-och-unga, ungdomar]"}, ["VO105"]),
        ({"grupper": "[ungdomar, barn-och-unga]"}, ["VO105"]),
        ({"grupper": "[fritidsungdomar, barn-och-unga]"}, ["VO105"]),
        ({"livssituation": "[ensamhet, ofrivillig-ensamhet]"}, ["VO105"]),
        ({"grupper": "[ungdomar, gymnasieelever]"}, []),
        ({"metoder": "[workshop, apt-workshop]"}, []),
    ],
)
def test_a_term_beside_one_that_includes_it(context, changed, expected):
    assert [code for code, _ in codes(context, INSIGHT, **changed)] == expected


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({"grupper": "[ensamhet]"}, True),
        ({"grupper": "[kvinnor]"}, True),
        ({"livssituation": "[unga]"}, True),
        ({"röst": "ungdomar"}, True),
        ({"metoder": "[ej-angivet]"}, False),
        ({"grupper": "[finns-inte]"}, False),
        ({"grupper": "[Ungdomar]"}, False),
    ],
)
def test_a_term_in_the_wrong_facet(context, changed, expected):
    found = {code for code, _ in codes(context, INSIGHT, **changed)}
    assert ("VO106" in found) is expected
    assert found <= {"VO101", "VO106"}


def test_the_inventory_has_neither_errors_nor_warnings():
    root = Path(__file__).resolve().parent.parent
    workspace = read_workspace(root)
    everything = Context(workspace.vocabulary(), workspace.registry())
    paths = sorted((root / "insights").glob("*/*.yaml"))
    assert len(paths) > 100
    for path in paths:
        found = parse(path.relative_to(root).as_posix(), path.read_bytes(), everything).findings
        assert [each for each in found if each.severity != "hint"] == []
