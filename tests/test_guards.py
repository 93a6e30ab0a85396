"""What a workspace sets about people: the smallest number shown, the review, and how like two texts may be."""

import csv
import io
import json

import pytest
import yaml

from conftest import SETTINGS, Insikt
from insiktskarta.files.index import open_corpus
from insiktskarta.files.settings import read_workspace
from insiktskarta.model.settings import Settings
from insiktskarta.query.reviewed import hide_unreviewed
from insiktskarta.query.similar import THRESHOLD

STUDY = "insights/exempelkoping/intervjuer.yaml"
INSIGHT = "insights/exempelkoping/en-vag-in.yaml"
SECRETS = ("Unga orkar", "Möter de en telefonkö", "Unga vill ha en väg in")
REVIEW = "granskad: {av: dataskyddssamordnare, datum: 2025-03-01}\n"


def settings(insikt: Insikt, text: str) -> None:
    (insikt.root / "insikt.yaml").write_text(SETTINGS + text, encoding="utf-8")


def add(insikt: Insikt, path: str, text: str) -> None:
    with (insikt.root / path).open("a", encoding="utf-8", newline="\n") as file:
        file.write(text)


def codes(insikt: Insikt, *arguments: str) -> list[tuple[str, int, str]]:
    found = json.loads(insikt("lint", "--output-format", "json", *arguments)[1])
    return [(each["path"], each["line"], each["code"]) for each in found]


@pytest.mark.parametrize(("least", "found"), [(12, []), (13, [(STUDY, 7, "PD502")])])
def test_a_number_under_the_smallest_is_found(insikt: Insikt, least: int, found: list[object]) -> None:
    settings(insikt, f"minsta-antal: {least}\n")
    assert codes(insikt) == found


def test_without_a_smallest_number_all_are_shown(insikt: Insikt) -> None:
    assert codes(insikt) == []
    assert "Antal deltagare: 12" in insikt("show", "exempelkoping/intervjuer")[1]


@pytest.mark.parametrize(
    ("least", "shown", "exported"),
    [
        (12, "Antal deltagare: 12", 12),
        (13, "Antal deltagare: färre än 13", "<13"),
        (1000, "Antal deltagare: färre än 1000", "<1000"),
    ],
)
def test_a_number_under_the_smallest_is_not_shown(
    insikt: Insikt, least: int, shown: str, exported: object
) -> None:
    settings(insikt, f"minsta-antal: {least}\n")
    out = insikt("show", "exempelkoping/intervjuer")[1]
    assert shown in out
    for form, read in (("json", json.loads), ("yaml", yaml.safe_load)):
        out = insikt("query", "--typ", "insiktsarbete", "--output-format", form)[1]
        assert [each["antal"] for each in read(out)] == [exported]


def test_counts_of_records_are_no_counts_of_people(insikt: Insikt) -> None:
    before = insikt("aggregate", "--output-format", "csv")
    settings(insikt, "minsta-antal: 100\n")
    assert insikt("aggregate", "--output-format", "csv") == before


def test_a_review_is_asked_of_every_record_where_it_is_required(insikt: Insikt) -> None:
    assert codes(insikt) == []
    settings(insikt, "kräv-granskning: false\n")
    assert codes(insikt) == []
    settings(insikt, "kräv-granskning: true\n")
    found = codes(insikt)
    assert {code for _, _, code in found} == {"PD601"}
    assert len({path for path, _, _ in found}) == len(found) == 5
    add(insikt, INSIGHT, REVIEW)
    assert INSIGHT not in {path for path, _, _ in codes(insikt)}
    assert insikt("lint")[0] == 1


EXPORTS = [
    ("report",),
    ("query", "--output-format", "json"),
    ("query", "--output-format", "yaml"),
    ("query", "--output-format", "csv"),
    ("report", "ensam*"),
    ("query", "orkar", "--output-format", "json"),
]


@pytest.mark.parametrize("command", EXPORTS)
@pytest.mark.parametrize("lang", ["sv", "en"])
def test_no_export_has_the_text_of_what_nobody_has_read(
    insikt: Insikt, command: tuple[str, ...], lang: str
) -> None:
    add(insikt, INSIGHT, "citat: [Möter de en telefonkö så går de.]\n")
    settings(insikt, "kräv-granskning: true\n")
    code, out, _ = insikt(*command, lang=lang)
    assert code == 0
    assert not [secret for secret in SECRETS if secret in out]


def test_what_is_read_is_written_out_and_the_rest_is_counted(insikt: Insikt) -> None:
    whole = insikt("report")[1]
    assert all(secret in whole for secret in SECRETS)
    settings(insikt, "kräv-granskning: true\n")
    add(insikt, INSIGHT, REVIEW)
    code, out, err = insikt("report")
    assert code == 0
    assert all(secret in out for secret in SECRETS)
    assert "Den som får ett avslag" not in out
    assert "Föräldrar upprepar" not in out
    assert "2 insikter räknas men skrivs inte ut" in out
    assert "2 poster är inte granskade" in err
    # Only what is written out of the insights differs.
    start = "\n## Post för post"
    assert out.partition(start)[0] == whole.partition(start)[0]
    assert start in whole


def test_hidden_records_keep_their_terms_links_and_times(insikt: Insikt) -> None:
    before = json.loads(insikt("query", "--output-format", "json")[1])
    settings(insikt, "kräv-granskning: true\n")
    add(insikt, INSIGHT, "återkoppling: {status: given, datum: 2025-01-01, hur: hemligt möte}\n")
    after = json.loads(insikt("query", "--output-format", "json")[1])
    by_id = {each["id"]: each for each in after}
    assert [each["id"] for each in before if each["id"] not in by_id] == []
    one = by_id["exempelkoping/en-vag-in"]
    assert one == {
        "id": "exempelkoping/en-vag-in",
        "typ": "insikt",
        "rubrik": "(inte granskad)",
        "perspektiv": ["invånare"],
        "perspektiv-säkerhet": "uttalat",
        "grupper": ["ungdomar"],
        "röst": "egen",
        "förflyttningar": ["akut-till-förebyggande"],
        "teman": ["tillgänglighet-och-tillit"],
        "insamlad": "2024-10",
        "bygger-på": ["exempelkoping/intervjuer"],
        "återkoppling": {"status": "given", "datum": "2025-01-01"},
    }


def test_a_picture_has_no_heading_of_what_nobody_has_read(insikt: Insikt) -> None:
    settings(insikt, "kräv-granskning: true\n")
    for number, command in enumerate((["map"], ["figure", "insight-map"], ["figure", "chain"])):
        path = insikt.root / f"{number}.svg"
        code, out, err = insikt(*command, "--output", str(path))
        assert code == 0, err
        text = path.read_text(encoding="utf-8") + out + err
        assert "Unga vill ha" not in text
        assert "telefonkö" not in text
        assert "granskad" in text


def test_on_the_screen_everything_can_be_read_and_searched(insikt: Insikt) -> None:
    settings(insikt, "kräv-granskning: true\n")
    assert "Möter de en telefonkö" in insikt("show", "exempelkoping/en-vag-in")[1]
    assert "Unga vill ha en väg in" in insikt("query", "orkar")[1]
    ids = insikt("query", "orkar", "--output-format", "ids")
    assert ids[1] == "exempelkoping/en-vag-in\n"


def test_a_search_before_an_export_does_not_hide_text_for_good(insikt: Insikt) -> None:
    settings(insikt, "kräv-granskning: true\n")
    insikt("query", "orkar", "--output-format", "json")
    settings(insikt, "")
    assert "Möter de en telefonkö" in insikt("query", "orkar", "--output-format", "json")[1]


def test_text_that_is_hidden_comes_out_as_csv_cells(insikt: Insikt) -> None:
    settings(insikt, "kräv-granskning: true\n")
    rows = list(csv.DictReader(io.StringIO(insikt("query", "--output-format", "csv")[1])))
    assert {(row["rubrik"], row["utsaga"]) for row in rows} == {("(inte granskad)", "")}


def test_a_heading_with_a_quote_is_hidden_too(insikt: Insikt) -> None:
    settings(insikt, "kräv-granskning: true\n")
    corpus = open_corpus(insikt.root)
    assert len(hide_unreviewed(corpus, "it's; DROP TABLE record --")) == 5
    assert corpus.value("SELECT count(*) FROM record WHERE heading = ?", ("it's; DROP TABLE record --",)) == 5
    corpus.close()


@pytest.mark.parametrize(("share", "found"), [(0.3, True), (0.65, True), (0.99, False), (1, False)])
def test_the_workspace_says_how_like_two_texts_may_be(insikt: Insikt, share: float, found: bool) -> None:
    text = (insikt.root / INSIGHT).read_text(encoding="utf-8")
    other = insikt.root / "insights/pahittsala/en-vag-in.yaml"
    other.write_text(text.replace("Unga orkar", "Ungdomar orkar"), encoding="utf-8", newline="\n")
    settings(insikt, f"lika-tröskel: {share}\n")
    assert ("DU102" in {code for *_, code in codes(insikt, "--hints")}) is found


def test_the_threshold_is_one_whether_the_workspace_says_so_or_not() -> None:
    assert Settings().similar_from == THRESHOLD


@pytest.mark.parametrize(
    ("line", "code", "said"),
    [
        ("minsta-antal: 0", "SC104", "minst 1"),
        ("minsta-antal: fem", "SC103", "heltal"),
        ("minsta-antal: 5.5", "SC103", "heltal"),
        ("minsta-antal: true", "SC103", "heltal"),
        ("kräv-granskning: ja", "SC103", "true"),
        ("kräv-granskning: 1", "SC103", "true"),
        ('kräv-granskning: "true"', "SC103", "true"),
        ("lika-tröskel: 65", "SC104", "högst 1"),
        ("lika-tröskel: 0.1", "SC104", "minst 0.3"),
        ("lika-tröskel: .nan", "SC104", ""),
        ("lika-tröskel: hög", "SC103", "decimal"),
        ("lika-tröskel: true", "SC103", "decimal"),
    ],
)
def test_a_setting_that_does_not_fit_is_found_where_it_stands(
    insikt: Insikt, line: str, code: str, said: str
) -> None:
    settings(insikt, f"{line}\n")
    code_, out, err = insikt("lint", "--output-format", "concise")
    assert code_ == 1, err
    [only] = [each for each in out.splitlines() if each.startswith("insikt.yaml")]
    assert only.startswith(f"insikt.yaml:6:{line.index(' ') + 2} {code} ")
    assert said in only


def test_misspelt_settings_are_suggested(insikt: Insikt) -> None:
    settings(insikt, "krav-granskning: true\nminstaantal: 5\nlika-troskel: 0.7\n")
    out = insikt("lint", "--output-format", "concise")[1]
    for key in ("kräv-granskning", "minsta-antal", "lika-tröskel"):
        assert f"”{key}”" in out


def test_the_defaults_hold_where_insikt_yaml_cannot_be_read(insikt: Insikt) -> None:
    found = read_workspace(insikt.root, b"minsta-antal: 0\n")
    context = found.context()
    assert (context.smallest, context.review_required) == (None, False)


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("kräv-granskning: true\nminsta-antal: 5\nokänd: 1\n", (5, True)),
        ("kräv-granskning: false\nokänd: 1\n", (None, False)),
        ("kräv-granskning: ja\n", (None, True)),
        ("krav-granskning: true\n", (None, True)),
        ("kräv-granskning: true\ndeltagare: [\n", (None, True)),
        ("kräv-granskning: true\n".encode("latin-1"), (None, True)),
        ("kräv-granskning: true\n".encode("utf-16"), (None, True)),
        (b"\xff\xfe\x00", (None, False)),
        ("deltagare: [\n", (None, False)),
    ],
)
def test_a_guard_stays_on_where_insikt_yaml_is_wrong_somewhere(
    insikt: Insikt, raw: str | bytes, expected: object
) -> None:
    context = read_workspace(insikt.root, raw.encode() if isinstance(raw, str) else raw).context()
    assert (context.smallest, context.review_required) == expected


def test_an_export_keeps_the_text_back_where_insikt_yaml_is_wrong(insikt: Insikt) -> None:
    settings(insikt, "kräv-granskning: true\ndeltagaree: x\n")
    out = insikt("report")[1]
    assert not [secret for secret in SECRETS if secret in out]


@pytest.mark.parametrize("name", ["samtal_811228_9874", "kalle8112289874", "samtal-811228-9874"])
@pytest.mark.parametrize("form", ["text", "concise", "json", "github", "gitlab", "sarif", "junit"])
def test_a_number_in_a_file_name_is_masked_whatever_it_hangs_on_to(
    insikt: Insikt, name: str, form: str
) -> None:
    text = (insikt.root / INSIGHT).read_text(encoding="utf-8")
    (insikt.root / f"insights/exempelkoping/{name}.yaml").write_text(text, encoding="utf-8")
    code, out, err = insikt("lint", "--output-format", form)
    assert code == 1
    assert "PD10" in out
    assert "9874" not in out + err
