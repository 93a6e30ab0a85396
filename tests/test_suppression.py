from pathlib import Path

import pytest

from conftest import RECORDS, Insikt
from insiktskarta.cli import main
from insiktskarta.model.finding import Finding
from insiktskarta.model.suppression import NO_CODE, NO_REASON, UNUSED, applied, suppressions

TEXT = """\
# yaml-language-server: $schema=../../schemas/insikt.schema.json
typ: insikt
rubrik: Ring växeln  # insikt: ignore PD202 -- kommunens växel
# insikt: ignore IN101, VO -- hela fältet är prövat
insikt: >-
  En rad.

  En rad till.
källa:
  dokument: Rapport
  # insikt: ignore SC104 -- så heter det
  länk: x
"""


def finding(line: int, code: str, path: str = "a.yaml") -> Finding:
    return Finding(path, line, 1, code, "error", "x")


def left(*found: Finding, text: str = TEXT) -> tuple[list[Finding], list[str]]:
    remaining, about = applied(found, suppressions("a.yaml", text))
    return remaining, [each.code for each in about]


def test_a_comment_after_a_value_covers_its_line() -> None:
    assert left(finding(3, "PD202"))[0] == []
    assert left(finding(2, "PD202"))[0] == [finding(2, "PD202")]
    assert left(finding(3, "PD201"))[0] == [finding(3, "PD201")]


def test_a_comment_of_its_own_covers_the_key_below_with_all_of_its_value() -> None:
    for line in (5, 6, 8):
        assert left(finding(line, "IN101"))[0] == []
        assert left(finding(line, "VO103"))[0] == []
    assert left(finding(9, "IN101"))[0] == [finding(9, "IN101")]


def test_a_comment_inside_a_mapping_covers_one_key() -> None:
    assert left(finding(12, "SC104"))[0] == []
    assert left(finding(10, "SC104"))[0] == [finding(10, "SC104")]


def test_a_comment_at_the_top_covers_the_file() -> None:
    text = "# insikt: ignore FO101 -- under uppbyggnad\ntyp: insikt\n"
    assert left(finding(0, "FO101"), finding(2, "FO101"), text=text) == ([], [])


def test_an_error_about_personal_data_is_excused_by_its_whole_code_alone() -> None:
    for code in ("PD", "PD1", "PD10"):
        text = f"a: b  # insikt: ignore {code} -- testnummer\n"
        assert left(finding(1, "PD101"), text=text) == ([finding(1, "PD101")], [NO_CODE])
    text = "a: b  # insikt: ignore PD101 -- testnummer\n"
    assert left(finding(1, "PD101"), text=text) == ([], [])
    both = "a: b  # insikt: ignore PD101, PD -- testnummer\n"
    assert left(finding(1, "PD101"), text=both) == ([], [UNUSED])


def test_a_warning_about_personal_data_is_excused_by_the_beginning_of_a_code() -> None:
    warning = Finding("a.yaml", 1, 1, "PD202", "warning", "x")
    assert left(warning, text="a: b  # insikt: ignore PD2 -- växeln\n") == ([], [])


def test_it_covers_no_other_file() -> None:
    other = finding(3, "PD202", "b.yaml")
    assert left(other)[0] == [other]


def test_without_a_reason_nothing_is_excused() -> None:
    text = "typ: insikt  # insikt: ignore SC105\n"
    assert left(finding(1, "SC105"), text=text) == ([finding(1, "SC105")], [NO_REASON])


def test_without_a_code_nothing_is_excused() -> None:
    text = "typ: insikt  # insikt: ignore -- allt\n"
    assert left(finding(1, "SC105"), text=text) == ([finding(1, "SC105")], [NO_CODE])


def test_what_excuses_nothing_is_told() -> None:
    assert left()[1] == [UNUSED] * 4
    assert left(finding(3, "PD202"))[1] == [UNUSED] * 3


def test_a_hash_inside_a_word_is_no_comment() -> None:
    assert suppressions("a.yaml", "rubrik: x#insikt: ignore SC105 -- nej\n") == []


def test_lists_below_their_key_belong_to_it() -> None:
    text = "typ: insikt\n# insikt: ignore LI101 -- kommer snart\nbygger-på:\n- a/b\n- a/c\nröst: egen\n"
    assert left(finding(5, "LI101"), text=text)[0] == []
    assert left(finding(6, "LI101"), text=text)[0] == [finding(6, "LI101")]


@pytest.mark.parametrize(
    "where", ["# insikt: ignore {} -- växeln\n", "röst: egen  # insikt: ignore {} -- växeln\n"]
)
@pytest.mark.parametrize("code", ["PD222", "XX", "XX999", "ZZ1"])
def test_an_excuse_for_a_rule_that_there_is_none_of(insikt: Insikt, where: str, code: str) -> None:
    path = insikt.root / "insights/pahittsala/far-inte-veta.yaml"
    text = path.read_text(encoding="utf-8").replace("röst: egen\n", where.format(code))
    path.write_text(text if "röst" in text else f"{text}röst: egen\n", encoding="utf-8")
    for options in ([], ["--hints"], [str(path)], ["--no-baseline"]):
        found, out, _ = insikt("lint", *options, "--output-format", "concise", lang="en")
        assert found == 1
        assert f"SU103 There is no rule “{code}”. “insikt rule” lists them." in out
        assert "breaks" not in out


def test_an_excuse_for_a_rule_that_there_is_none_of_outside_a_workspace(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    text = RECORDS["pahittsala/far-inte-veta"] + "anteckning: x # insikt: ignore PD222 -- y\n"
    (tmp_path / "a.yaml").write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert main(["lint", "a.yaml", "--output-format", "concise", "--lang", "en"]) == 1
    assert "SU103 There is no rule “PD222”" in capsys.readouterr().out


def test_half_a_word_is_no_code() -> None:
    text = "typ: insikt  # insikt: ignore PDD -- x\n"
    assert left(finding(1, "PD202"), text=text) == ([finding(1, "PD202")], [NO_CODE])
