"""What each format says of a few findings, and that it says it in the form that its readers publish."""

import subprocess
import sys
from dataclasses import replace

import jsonschema
import pytest
import xmlschema
from format_schemas import valid_json, valid_junit
from workflow_commands import commands

from insiktskarta import __version__
from insiktskarta.model.finding import Finding, finding_values
from insiktskarta.model.language import ENGLISH
from insiktskarta.rules import all_rules
from insiktskarta.show.formats import FORMATS
from insiktskarta.show.formats.github import step_summary
from insiktskarta.show.messages import language

PATH = "insights/exempelkoping/en-väg in.yaml"
TEXT = "typ: insikt\ngrupper: [ungdommar, barn]\ntelefon: 070-123 45 67\n"
TERM = Finding(PATH, 2, 11, "VO101", "error", "There is no {term}.", finding_values({"term": "“ungdommar”"}))
LINE = Finding(PATH, 3, 0, "ZZ101", "warning", "A number, 100%.")
FILE = Finding("insights/aby/X.yaml", 0, 0, "FO102", "error", "The name has capitals.")
HINT = Finding("insights/aby/tips.yaml", 1, 1, "ZZ102", "hint", "Perhaps so.")
ALL = [FILE, HINT, TERM, LINE]


def rendered(name, findings, lang=ENGLISH, text=TEXT):
    return FORMATS[name](findings, lang, {PATH: text}.get)


def test_text_shows_the_line_and_points_at_the_place():
    assert (
        rendered("text", ALL)
        == """\
insights/aby/X.yaml
  error FO102 The name has capitals.

insights/aby/tips.yaml
  1:1 hint ZZ102 Perhaps so.

insights/exempelkoping/en-väg in.yaml
  2:11 error VO101 There is no “ungdommar”.
     2 | grupper: [ungdommar, barn]
       |           ^
  3 warning ZZ101 A number, 100%.
     3 | telefon: 07•-••• •• ••
"""
    )


def test_text_says_severities_in_swedish():
    assert "  2:11 fel VO101" in rendered("text", [TERM], language("sv"))


def test_text_keeps_to_80_columns():
    long = replace(TERM, message="Ord " * 60)
    output = rendered("text", [long], text=TEXT.replace("barn", "barn " * 60))
    assert max(map(len, output.splitlines())) <= 80


def test_concise_says_one_finding_a_line():
    assert rendered("concise", ALL).splitlines() == [
        "insights/aby/X.yaml FO102 The name has capitals.",
        "insights/aby/tips.yaml:1:1 ZZ102 Perhaps so.",
        f"{PATH}:2:11 VO101 There is no “ungdommar”.",
        f"{PATH}:3 ZZ101 A number, 100%.",
    ]


def test_json_says_everything():
    assert valid_json("json", rendered("json", [TERM])) == [
        {
            "path": PATH,
            "line": 2,
            "column": 11,
            "code": "VO101",
            "severity": "error",
            "message": "There is no “ungdommar”.",
        }
    ]


def test_github_annotates_errors_first():
    assert rendered("github", ALL).splitlines() == [
        "::error file=insights/aby/X.yaml,title=FO102::The name has capitals.",
        f"::error file={PATH},line=2,col=11,title=VO101::There is no “ungdommar”.",
        f"::warning file={PATH},line=3,title=ZZ101::A number, 100%25.",
        "::notice file=insights/aby/tips.yaml,line=1,col=1,title=ZZ102::Perhaps so.",
    ]


@pytest.mark.parametrize("kind", ["error", "warning", "hint"])
def test_github_annotates_ten_of_a_kind_without_a_notice(kind):
    found = commands(rendered("github", [replace(TERM, severity=kind, line=n) for n in range(1, 11)]))
    assert len(found) == 10
    assert not any("findings are shown" in command.data for command in found)


def test_github_says_how_many_annotations_are_left_out():
    found = [
        replace(TERM, severity=kind, line=n) for n in range(1, 13) for kind in ("error", "warning", "hint")
    ]
    said = commands(rendered("github", found))
    names = [command.name for command in said]
    assert names == ["error"] * 10 + ["warning"] * 10 + ["notice"] * 10
    assert said[-1].data == (
        "29 of 36 findings are shown here (12 errors, 12 warnings and 12 hints in all). "
        "The summary of the job lists them."
    )


def test_step_summary_is_a_table():
    strange = replace(TERM, values=finding_values({"term": "a|b <img> [x](y) `c`"}))
    assert step_summary([FILE, strange], ENGLISH) == (
        "### insikt lint\n\n2 errors\n\n"
        "| Place | Severity | Code | Message |\n| --- | --- | --- | --- |\n"
        "| insights/aby/X.yaml | error | FO102 | The name has capitals. |\n"
        f"| {PATH}:2:11 | error | VO101 | There is no a\\|b \\<img\\> \\[x\\](y) \\`c\\`. |\n"
    )


def test_step_summary_of_nothing():
    assert step_summary([], ENGLISH) == "### insikt lint\n\nNothing to remark.\n"


def test_step_summary_is_smaller_than_github_allows():
    output = step_summary([replace(TERM, line=n) for n in range(20_000)], ENGLISH)
    assert len(output.encode()) < 600_000
    rows = output.count("| VO101 |")
    assert output.endswith(f"\n\n{20_000 - rows:,} more findings are not shown.\n")


def test_gitlab_names_rule_place_and_weight():
    issues = valid_json("gitlab", rendered("gitlab", ALL))
    assert [issue["check_name"] for issue in issues] == ["FO102", "ZZ102", "VO101", "ZZ101"]
    assert [issue["severity"] for issue in issues] == ["major", "info", "major", "minor"]
    assert [issue["location"]["lines"]["begin"] for issue in issues] == [1, 1, 2, 3]


def test_sarif_names_the_tool_and_all_rules():
    run = valid_json("sarif", rendered("sarif", ALL, language("sv")))["runs"][0]
    driver = run["tool"]["driver"]
    assert driver["version"] == __version__
    assert run["language"] == driver["language"] == "sv"
    assert run["columnKind"] == "unicodeCodePoints"
    assert [rule["id"] for rule in driver["rules"]] == [rule.code for rule in all_rules()]
    assert all(rule["help"]["text"] and rule["help"]["markdown"] for rule in driver["rules"])


def test_sarif_places_results_relative_to_the_workspace():
    run = valid_json("sarif", rendered("sarif", ALL))["runs"][0]
    places = [result["locations"][0]["physicalLocation"] for result in run["results"]]
    assert places[2] == {
        "artifactLocation": {"uri": "insights/exempelkoping/en-v%C3%A4g%20in.yaml", "uriBaseId": "%SRCROOT%"},
        "region": {"startLine": 2, "startColumn": 11},
    }
    assert [result["level"] for result in run["results"]] == ["error", "note", "error", "warning"]
    rules = run["tool"]["driver"]["rules"]
    assert all(rules[r["ruleIndex"]]["id"] == r["ruleId"] for r in run["results"] if "ruleIndex" in r)


@pytest.mark.parametrize(
    ("path", "uri"), [("/srv/a b.yaml", "file:///srv/a%20b.yaml"), ("C:/a#b.yaml", "file:///C:/a%23b.yaml")]
)
def test_sarif_of_files_outside_the_folder(path, uri):
    run = valid_json("sarif", rendered("sarif", [replace(TERM, path=path)]))["runs"][0]
    assert run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"] == {"uri": uri}


def test_sarif_messages_hold_no_arguments_and_no_links():
    strange = replace(TERM, values=finding_values({"term": "{0} [x](1)"}))
    result = valid_json("sarif", rendered("sarif", [strange]))["runs"][0]["results"][0]
    assert result["message"]["text"] == "There is no {{0}} [x] (1)."


def test_junit_has_a_case_a_file():
    output = rendered("junit", ALL)
    suites = valid_junit(output)
    assert (suites.get("tests"), suites.get("failures"), suites.get("errors")) == ("3", "2", "0")
    named, hinted, several = suites.iter("testcase")
    assert named.find("failure").get("message") == "The name has capitals."
    assert hinted.find("failure") is None
    assert hinted.find("system-out").text == "1:1 ZZ102 Perhaps so."
    assert several.get("name") == PATH
    assert several.find("failure").get("message") == "1 error and 1 warning"
    lines = several.find("failure").text.splitlines()
    assert lines[:3] == ["2:11 VO101 There is no “ungdommar”.", "3 ZZ101 A number, 100%.", ""]
    assert lines[3].startswith("VO101 unknown-term: ")


def test_nothing_found():
    assert rendered("text", []) == rendered("concise", []) == rendered("github", []) == ""
    assert valid_json("json", rendered("json", [])) == []
    assert valid_json("gitlab", rendered("gitlab", [])) == []
    assert valid_json("sarif", rendered("sarif", []))["runs"][0]["results"] == []
    suites = valid_junit(rendered("junit", []))
    assert (suites.get("tests"), suites.get("failures")) == ("1", "0")
    assert [list(case) for case in suites.iter("testcase")] == [[]]


def test_the_schemas_refuse_what_is_wrong():
    with pytest.raises(jsonschema.ValidationError):
        valid_json("gitlab", '[{"description": "x"}]')
    with pytest.raises(jsonschema.ValidationError):
        valid_json("sarif", '{"version": "2.1.0", "runs": [{}]}')
    with pytest.raises(jsonschema.ValidationError):
        valid_json("json", '[{"path": "x"}]')
    with pytest.raises(xmlschema.XMLSchemaValidationError):
        valid_junit("<testsuites><testcase/></testsuites>")


def fingerprints(findings, lang=ENGLISH):
    issues = valid_json("gitlab", rendered("gitlab", findings, lang))
    results = valid_json("sarif", rendered("sarif", findings, lang))["runs"][0]["results"]
    marks = [issue["fingerprint"] for issue in issues]
    assert marks == [result["partialFingerprints"]["insiktFinding/v1"] for result in results]
    return marks


def test_fingerprints_stay_when_lines_move_and_in_another_language():
    twice = replace(TERM, line=9)
    moved = [replace(finding, line=finding.line + 7) for finding in ALL]
    assert fingerprints(ALL) == fingerprints(moved) == fingerprints(ALL, language("sv"))
    assert len(set(fingerprints([TERM, twice]))) == 2
    assert fingerprints([TERM, twice])[0] == fingerprints([TERM])[0]
    placed = [replace(TERM, values=(*TERM.values, ("line", number))) for number in "12"]
    assert fingerprints(placed[:1]) == fingerprints(placed[1:])


@pytest.mark.parametrize("change", [{"path": "b"}, {"code": "VO102"}, {"message": "m"}, {"values": ()}])
def test_fingerprints_tell_findings_apart(change):
    finding = replace(TERM, message="No.")
    assert fingerprints([finding]) != fingerprints([replace(finding, **change)])


def test_a_format_imports_no_other():
    code = (
        "import sys; from insiktskarta.show.formats import FORMATS; FORMATS['text']([], None, None);"
        "print(sorted({'json', 'xml', 'insiktskarta.rules', 'hashlib'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


@pytest.mark.parametrize("name", [name for name in FORMATS if name != "text"])
def test_only_text_reads_files(name):
    def refuse(path):
        raise AssertionError(path)

    FORMATS[name](ALL, ENGLISH, refuse)


def test_no_format_shows_personal_data():
    telephone = "070-123 45 67"
    finding = replace(TERM, line=3, column=10, values=finding_values({"term": telephone}))
    for name in FORMATS:
        output = rendered(name, [finding])
        assert "70-123" not in output, name
        assert "45 67" not in output, name


def test_text_hides_what_a_rule_about_personal_data_points_at():
    personal = Finding(PATH, 2, 11, "PD999", "error", "Somebody is named.")
    output = rendered("text", [personal, TERM])
    assert output.count("     2 | grupper: [•••••••••, ••••]\n       |           ^\n") == 2
    whole = rendered("text", [replace(personal, column=0)])
    assert "     2 | •••••••: [•••••••••, ••••]\n" in whole
    assert "ungdommar" not in whole
