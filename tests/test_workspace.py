import importlib.metadata
import os
import sys
import unicodedata
from pathlib import Path

import pytest

from insiktskarta.files import workspace
from insiktskarta.files.index import open_corpus
from insiktskarta.files.scan import scan
from insiktskarta.files.settings import common_registry, read_workspace, vocabulary_data
from insiktskarta.files.workspace import find_root, fingerprint, is_root, settings_bytes
from insiktskarta.model.errors import InsiktError
from insiktskarta.model.finding import Finding
from insiktskarta.model.language import ENGLISH
from insiktskarta.rules.examples import GOOD

posix = pytest.mark.skipif(os.name != "posix", reason="such names are only possible on POSIX")
linux = pytest.mark.skipif(sys.platform != "linux", reason="macOS refuses or changes such names")


def put(root: Path, *places: str, text: str = GOOD) -> None:
    for place in places:
        path = root / "insights" / place
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def findings(root: Path) -> list[Finding]:
    corpus = open_corpus(root)
    # Copies of one text, and advice, are not what these tests are about.
    found = [each for each in corpus.findings() if each.severity != "hint" and each.code != "DU101"]
    corpus.close()
    return found


@pytest.mark.parametrize(
    "text", ["typ: insikt\n", "typ: [\n", "- a\n", "", "rubrik: Alla vill hem\n", "typ: \xe5\n"]
)
def test_what_is_wrong_in_a_file_hides_nothing_about_where_it_lies(tmp_path: Path, text: str) -> None:
    place = tmp_path / "insights" / "gruns"
    place.mkdir(parents=True)
    (place / "Kort_Namn.yaml").write_bytes(text.encode("latin-1"))
    found = {each.code: each for each in findings(tmp_path)}
    assert {"FO101", "FO102"} < set(found)
    assert ("near", "grums") in found["FO101"].values
    assert (found["FO102"].line, found["FO102"].column) == (1, 1)
    assert ("better", "kort-namn") in found["FO102"].values


def told(root: Path) -> list[tuple[str, str]]:
    return [(finding.path.removeprefix("insights/"), finding.code) for finding in findings(root)]


@pytest.mark.parametrize(
    ("place", "code"),
    [
        ("grums/Kort.yaml", "FO102"),
        ("grums/kort väg.yaml", "FO102"),
        ("grums/kort_vag.yaml", "FO102"),
        ("grums/väg.yaml", "FO102"),
        (f"grums/{unicodedata.normalize('NFD', 'väg')}.yaml", "FO102"),
        ("grums/con.yaml", "FO102"),
        ("grums/lpt1.yaml", "FO102"),
        ("grums/-a.yaml", "FO102"),
        ("grums/a--b.yaml", "FO102"),
        ("grums/a..yaml", "FO102"),
        ("grums/a.yaml.yaml", "FO102"),
        ("grums/日本.yaml", "FO102"),
        (f"grums/{'x' * 81}.yaml", "FO102"),
        (f"grums/{'x' * 250}.yaml", "FO102"),
        ("grums/a.yml", "FO104"),
        ("grums/a.YAML", "FO104"),
        ("grums/a.Yml", "FO104"),
        ("grums/a.yaml.txt", "FO104"),
        ("grums/.yaml.txt/a.yaml", ""),
        ("grums/b/a.yaml", "FO104"),
        ("grums/b/c/d/e/f/a.yml", "FO104"),
        ("a.yaml", "FO104"),
        ("a.YML", "FO104"),
        ("Grums/a.yaml", "FO101"),
        ("gruns/a.yaml", "FO101"),
        ("con/a.yaml", "FO101"),
        ("grums/.a.yaml", ""),
        (".git/a.yaml", ""),
        ("grums/a.md", ""),
        ("grums/a.yaml~", ""),
        ("grums/a.yaml", ""),
    ],
)
def test_names(tmp_path: Path, place: str, code: str) -> None:
    put(tmp_path, place)
    assert told(tmp_path) == ([(place, code)] if code else [])


@posix
@pytest.mark.parametrize(
    ("name", "shown", "code"),
    [
        ("a\\b.yaml", "a\\b.yaml", "FO104"),
        ("a\nb.yaml", "a\\nb.yaml", "FO104"),
        ("a\x1b[31m.yaml", "a\\x1b[31m.yaml", "FO104"),
        ("å\u2028.yaml", "å\\u2028.yaml", "FO104"),
        ("\u202ea.yaml", "\\u202ea.yaml", "FO104"),
        ("a\nb.md", "", ""),
    ],
)
def test_names_that_would_break_a_line_or_a_terminal(
    tmp_path: Path, name: str, shown: str, code: str
) -> None:
    put(tmp_path, f"grums/{name}")
    assert told(tmp_path) == ([(f"grums/{shown}", code)] if code else [])


@linux
def test_names_that_are_no_utf8(tmp_path: Path) -> None:
    for name in (b"grums/\xe5.yaml", b"\xff/a.yaml", b"\xfe.yaml", b"grums/\xfd/a.yaml"):
        path = os.path.join(os.fsencode(tmp_path), b"insights", name)  # noqa: PTH118 - bytes
        os.makedirs(os.path.dirname(path), exist_ok=True)  # noqa: PTH103, PTH120 - bytes
        with open(path, "wb") as file:  # noqa: PTH123 - bytes
            file.write(GOOD.encode())
    found = findings(tmp_path)
    assert [finding.code for finding in found] == ["FO104"] * 4
    assert sorted(finding.path for finding in found) == [
        "insights/\\udcfe.yaml",
        "insights/\\udcff/a.yaml",
        "insights/grums/\\udce5.yaml",
        "insights/grums/\\udcfd/a.yaml",
    ]


@linux
def test_names_that_differ_only_in_case_or_composition(tmp_path: Path) -> None:
    names = ["a.yaml", "A.yaml", "å.yaml", unicodedata.normalize("NFD", "å.yaml")]
    put(tmp_path, *(f"grums/{name}" for name in names))
    assert sorted(told(tmp_path)) == sorted((f"grums/{name}", "FO102") for name in names[1:])
    corpus = open_corpus(tmp_path)
    assert corpus.value("SELECT count(*) FROM record") == 4
    corpus.close()


@posix
def test_links_that_lead_nowhere_to_themselves_or_upwards(tmp_path: Path) -> None:
    put(tmp_path, "grums/a.yaml")
    folder = tmp_path / "insights"
    (folder / "grums/gone.yaml").symlink_to(folder / "grums/finns-inte.yaml")
    (folder / "grums/self.yaml").symlink_to(folder / "grums/self.yaml")
    (folder / "grums/self").symlink_to(folder / "grums/self")
    (folder / "self").symlink_to(folder / "self")
    (folder / "grums/up").symlink_to(folder / "grums")
    (folder / "self.yaml").symlink_to(folder / "self.yaml")
    assert told(tmp_path) == [
        ("grums/gone.yaml", "YA117"),
        ("grums/self.yaml", "YA117"),
        ("grums/up/a.yaml", "FO104"),
        ("grums/up/gone.yaml", "FO104"),
        ("grums/up/self.yaml", "FO104"),
        ("self.yaml", "FO104"),
    ]


@posix
def test_what_is_no_file(tmp_path: Path) -> None:
    folder = tmp_path / "insights/grums"
    (folder / "katalog.yaml").mkdir(parents=True)
    os.mkfifo(folder / "ror.yaml")
    (folder / "noll.yaml").symlink_to("/dev/zero")
    assert told(tmp_path) == [
        ("grums/katalog.yaml", "YA117"),
        ("grums/noll.yaml", "FO104"),
        ("grums/ror.yaml", "YA113"),
    ]


def test_folders_that_cannot_be_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(tmp_path, "grums/a.yaml", "hammaro/a.yaml", "hammaro/b/c.yaml")
    scandir = os.scandir

    def refused(path: str | Path) -> object:
        if str(path).endswith("hammaro"):
            raise PermissionError(13, "refused", str(path))
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refused)
    assert told(tmp_path) == [("hammaro", "YA117")]
    monkeypatch.undo()
    assert told(tmp_path) == [("hammaro/b/c.yaml", "FO104")]


def test_insights_that_is_a_file(tmp_path: Path) -> None:
    (tmp_path / "insikt.yaml").write_text("", encoding="utf-8")
    (tmp_path / "insights").write_text("", encoding="utf-8")
    assert [(each.path, each.code) for each in findings(tmp_path)] == [("insights", "FO104")]


def test_no_insights_at_all(tmp_path: Path) -> None:
    (tmp_path / "insikt.yaml").write_text("", encoding="utf-8")
    assert findings(tmp_path) == []
    assert scan(tmp_path).files == {}


def test_the_nearest_root_upward(tmp_path: Path) -> None:
    inner = tmp_path / "a/insights/grums"
    inner.mkdir(parents=True)
    (tmp_path / "insikt.yaml").write_text("", encoding="utf-8")
    assert is_root(tmp_path)
    assert find_root(inner) == tmp_path / "a"
    assert find_root(tmp_path / "a") == tmp_path / "a"
    assert find_root(tmp_path) == tmp_path
    (tmp_path / "insikt.yaml").unlink()
    with pytest.raises(InsiktError, match="There are no insights here"):
        find_root(tmp_path)


def test_settings_among_the_records_make_no_workspace_of_their_own(tmp_path: Path) -> None:
    put(tmp_path, "exempelkoping/ett.yaml", "exempelkoping/insikt.yaml")
    (tmp_path / "insights/insikt.yaml").write_text("språk: en\n", encoding="utf-8")
    assert not is_root(tmp_path / "insights/exempelkoping")
    assert not is_root(tmp_path / "insights")
    assert find_root(tmp_path / "insights/exempelkoping") == tmp_path
    (tmp_path / "insights/insights").mkdir()
    (tmp_path / "insikt.yaml").write_text("", encoding="utf-8")
    assert find_root(tmp_path / "insights/insights") == tmp_path
    # A repository that somebody keeps in a folder of that name is one, though.
    put(tmp_path / "insights/min-kommun", "exempelkoping/ett.yaml")
    assert find_root(tmp_path / "insights/min-kommun") == tmp_path / "insights/min-kommun"


def test_the_key_of_the_index_depends_on_the_settings_and_on_schemas(tmp_path: Path) -> None:
    assert fingerprint(tmp_path, b"") == fingerprint(tmp_path, b"")
    assert fingerprint(tmp_path, b"a: 1\n") != fingerprint(tmp_path, b"")
    before = fingerprint(tmp_path, b"")
    (tmp_path / "schemas").mkdir()
    assert fingerprint(tmp_path, b"") != before


def test_the_key_of_the_index_depends_on_the_readers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    installed = "\n".join(workspace._readers()).lower()
    for name in ("pydantic", "pydantic_core", "pyyaml"):
        assert f"{name}-{importlib.metadata.version(name)}." in installed
    before = fingerprint(tmp_path, b"")
    monkeypatch.setattr(workspace, "_readers", lambda: ["pyyaml-0.dist-info"])
    assert fingerprint(tmp_path, b"") != before


def test_settings_that_are_not_there(tmp_path: Path) -> None:
    assert settings_bytes(tmp_path) == b""
    workspace = read_workspace(tmp_path)
    assert workspace.findings == ()
    assert workspace.settings.participants == ()
    assert (
        workspace.vocabulary()["grupper"].terms.keys()
        == vocabulary_data()["facetter"]["grupper"]["termer"].keys()
    )


@pytest.mark.parametrize("text", ["", "# bara en kommentar\n", "{}\n", "null\n", "---\n"])
def test_empty_settings(tmp_path: Path, text: str) -> None:
    assert read_workspace(tmp_path, text.encode()).findings == ()


def test_settings_are_understood(tmp_path: Path) -> None:
    workspace = read_workspace(
        tmp_path,
        """\
språk: en
deltagare: [grums, angered]
organisationer:
  angered:
    namn: Angered
    slag: stadsdel
    del-av: goteborg
    kod: "0180"
ordförråd:
  grupper:
    nyanlända-unga: {etikett: nyanlända unga, alias: [ensamkommande], räknas-som: ungdomar, bredare: ungdomar}
    äldre:
""".encode(),
    )
    assert workspace.findings == ()
    assert workspace.settings.language == "en"
    angered = workspace.registry().get("angered")
    assert angered is not None
    assert (angered.name, angered.part_of, angered.county, angered.code) == (
        "Angered",
        "goteborg",
        "14",
        "0180",
    )
    groups = workspace.vocabulary()["grupper"]
    assert groups.find("Ensamkommande") == "nyanlända-unga"
    assert groups.terms["nyanlända-unga"].counts_as == "ungdomar"
    assert "äldre" not in groups.terms
    assert "äldre" in common_vocabulary_terms("grupper")
    assert common_registry().get("angered") is None


def common_vocabulary_terms(facet: str) -> list[str]:
    return list(vocabulary_data()["facetter"][facet]["termer"])


@pytest.mark.parametrize(
    ("text", "code", "line", "column", "words"),
    [
        ("språk: de\n", "SC104", 1, 8, "“de” does not fit in “språk”. Write one of: sv, en."),
        ("språket: sv\n", "SC102", 1, 1, "Do you mean “språk”?"),
        ("deltagare: grums\n", "SC103", 1, 12, "takes a list"),
        ("deltagare: [Grums]\n", "SC104", 1, 13, "“Grums” is no short name. Use a–z, 0–9 and hyphens."),
        ("- a\n", "YA113", 1, 1, "The file has no fields."),
        ("a\n", "YA113", 1, 1, "The file has no fields."),
        ("organisationer: [a]\n", "SC103", 1, 17, "“organisationer” takes fields of its own"),
        ("organisationer:\n  angered: Angered\n", "SC103", 2, 12, "“angered” takes fields of its own"),
        ("organisationer:\n  Angered: {namn: a, slag: b}\n", "SC104", 2, 3, "“Angered” is no short name"),
        ("organisationer:\n  angered: {namn: a}\n", "SC101", 2, 3, "“slag” is missing. Add it, for example “slag: stadsdel”"),
        ("organisationer:\n  angered: {namn: a, slag: b, del_av: c}\n", "SC102", 2, 31, "Do you mean “del-av”?"),
        ("organisationer:\n  angered: {namn: a, slag: b, kod: 1480}\n", "SC103", 2, 36, 'Put it in quotation marks: "1480".'),
        ("organisationer:\n  angered: {namn: a, slag: b, kod: 0180}\n", "YA114", 2, 36, 'Write "0180" in quotation marks.'),
        ("organisationer:\n  angered: {namn: a, slag: b, kod: '1'}\n", "SC104", 2, 36, "“1” is no SCB code."),
        ("ordförråd:\n  grupper:\n    x: {etiket: a}\n", "SC101", 3, 5, "“etikett: nyanlända unga”"),
        ("ordförråd:\n  grupper:\n    x: {etikett: a, alis: [b]}\n", "SC102", 3, 21, "Do you mean “alias”?"),
        ("språk:\n", "SC104", 1, 7, "Write one of: sv, en."),
        ("ordförråd:\n  grupper:\n    x: {etikett: a, räknas-som: }\n", "SC103", 3, 33, "“räknas-som”"),
        ("organisationer:\n  angered: {namn: a, slag: b, del-av: }\n", "SC103", 2, 39, "“del-av”"),
        ("minsta-antal:\n", "SC103", 1, 14, "“minsta-antal”"),
        ("språk: [sv\n", "YA106", 1, 8, "bracket"),
        ("a:\tb\n", "YA104", 1, 3, "tab"),
        ("språk: sv\nspråk: en\n", "YA108", 2, 1, "stands twice"),
        ("språk: &a sv\n", "YA109", 1, 8, "anchor"),
    ],
)  # fmt: skip
def test_faulty_settings_give_located_findings(
    tmp_path: Path, text: str, code: str, line: int, column: int, words: str
) -> None:
    workspace = read_workspace(tmp_path, text.encode())
    finding = next(each for each in workspace.findings if words in each.text(ENGLISH))
    assert (finding.path, finding.code, finding.line, finding.column) == ("insikt.yaml", code, line, column)


ORGANISATION = "organisationer: {angered: {namn: Angereds stad, slag: stadsdel}}\n"


@pytest.mark.parametrize(
    "fault",
    [
        "lint: {ignorera: [PDD]}\n",
        "lint: {välj: PD, ignorera: [UP, PDD], per-sökväg: {a: [x]}, okänd: 1}\n",
        "minsta-antal: -1\n",
        "kräv-granskning: ja\n",
        "språk: de\n",
        "språket: sv\n",
        "deltagare: [Grums, haninge, 5, tierp, x y]\n",
        "lika-tröskel: 65\n",
        "ordförråd: {grupper: {x: {etikett: a, alis: b}, y: {etiket: a}}}\n",
        "1: 2\n",
        "lint: &a {ignorera: [UP]}\n",
        "lint: {ignorera: [UP]}\nlint: {ignorera: [PD]}\n",
        "minsta-antal: 05\n",
    ],
)
@pytest.mark.parametrize("own", [ORGANISATION, ORGANISATION.replace("slag", "slagg")])
def test_one_bad_setting_spoils_no_other(tmp_path: Path, fault: str, own: str) -> None:
    put(tmp_path, "angered/a.yaml", text="typ: insikt\n")
    (tmp_path / "insikt.yaml").write_text(f"{fault}{own}", encoding="utf-8")
    workspace = read_workspace(tmp_path)
    assert workspace.findings
    found = workspace.registry().get("angered")
    assert found is not None
    assert found.name == "Angereds stad"
    assert "FO101" not in {each.code for each in findings(tmp_path)}
    settings = workspace.settings
    if "UP" in fault:
        assert settings.lint.ignore == ("UP",)
    assert settings.participants == (("haninge", "tierp") if "deltagare" in fault else ())
    assert list(workspace.local_terms.get("grupper", {})) == (["x"] if "ordförråd" in fault else [])
    assert settings.review_required == ("granskning" in fault)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("organisationer: [angered]\n", "angered"),
        ("organisationer:\n  angered: Angered\n", "angered"),
        ("organisationer:\n  angered:\n", "angered"),
        ("organisationer:\n  angered: {namn: 5, slag: stadsdel}\n", "angered"),
        ("organisationer:\n  angered: {namn: Angered, slag: stadsdel, kod: 0180}\n", "Angered"),
        ("organisationer:\n  Angered: {namn: Angered, slag: stadsdel}\n", None),
        ("organisationer: angered\n", None),
        ("- angered\n", None),
    ],
)
def test_an_organisation_that_is_described_wrongly_is_there(
    tmp_path: Path, text: str, expected: str | None
) -> None:
    workspace = read_workspace(tmp_path, text.encode())
    assert workspace.findings
    assert getattr(workspace.registry().get("angered"), "name", None) == expected


@pytest.mark.parametrize(
    ("text", "code", "line", "column", "words"),
    [
        ("ordförråd:\n  gruper: {x: {etikett: a}}\n", "SC102", 2, 3, "“gruper” is not known. Do you mean “grupper”?"),
        ("ordförråd:\n  grupper: {aldre: }\n", "VO101", 2, 13, "“aldre” is not in the vocabulary for “grupper”. Do you mean “äldre”?"),
        ("ordförråd:\n  grupper: {x: {etikett: a, bredare: y}}\n", "VO101", 2, 38, "“y” is not in the vocabulary"),
        ("ordförråd:\n  grupper: {x: {etikett: a, räknas-som: ungdommar}}\n", "VO101", 2, 41, "Do you mean “ungdomar”?"),
        ("ordförråd:\n  grupper: {x: {etikett: a, ersatt-av: y}}\n", "VO101", 2, 40, "“y” is not in the vocabulary"),
        ("deltagare: [grums, gruns]\n", "FO101", 1, 20, "There is no organisation “gruns”. Do you mean “grums”?"),
        ("organisationer:\n  x: {namn: X, slag: y, del-av: göteborg}\n", "SC104", 2, 33, "is no short name"),
        ("organisationer:\n  x: {namn: X, slag: y, del-av: qqqqqqq}\n", "FO101", 2, 33, "There is no organisation “qqqqqqq”. Add it"),
    ],
)  # fmt: skip
def test_settings_that_name_what_there_is_none_of(
    tmp_path: Path, text: str, code: str, line: int, column: int, words: str
) -> None:
    (finding,) = read_workspace(tmp_path, text.encode()).findings
    assert (finding.code, finding.line, finding.column) == (code, line, column)
    assert words in finding.text(ENGLISH)


def test_a_name_that_there_is_none_of_leaves_the_other_settings(tmp_path: Path) -> None:
    workspace = read_workspace(tmp_path, b"deltagare: [grums, gruns]\n")
    assert workspace.settings.participants == ("grums", "gruns")
    (tmp_path / "insikt.yaml").write_text("deltagare: [grums, gruns]\n", encoding="utf-8")
    with_index = open_corpus(tmp_path)
    assert with_index.participants == ("grums", "gruns")
    assert list(with_index.organisations) == ["grums"]
    with_index.close()


@pytest.mark.parametrize("raw", [b"\xff\xfe", b"a: \xe5\n", b"\0", b"x" * 300_000, b"[" * 1000, b"? " * 1000])
def test_no_bytes_of_settings_raise(tmp_path: Path, raw: bytes) -> None:
    (finding, *_) = read_workspace(tmp_path, raw).findings
    assert finding.path == "insikt.yaml"
    (tmp_path / "insikt.yaml").write_bytes(raw)
    assert [each.path for each in findings(tmp_path)][:1] == ["insikt.yaml"]
