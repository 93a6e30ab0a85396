"""Whatever a finding says, no format breaks, nothing is lost and nothing changes place."""

import re
from urllib.parse import unquote, urlsplit

from format_schemas import valid_json, valid_junit
from hypothesis import example, given, settings
from hypothesis import strategies as st
from workflow_commands import commands

from insiktskarta.model.finding import Finding, finding_values
from insiktskarta.model.language import ENGLISH
from insiktskarta.rules import all_rules
from insiktskarta.show.formats import FORMATS
from insiktskarta.show.formats.github import step_summary
from insiktskarta.show.messages import language

WORST = [
    "::error file=x::y",
    "a\n::error::y",
    "a\r\n##[error]y",
    "]]>",
    "<!--",
    "&amp;",
    "\x00\x1b[31m",
    "100%0A%",
    "\"'`",
    "a,b:c=d",
    "🙂\u200d🙂",
    "\u202eabc\u2066",
    "שלום",
    "\udce5\ud83d",
    "\ufffe\uffff",
    "|x|\\|",
    "[x](1)",
    "\x85\u2028\u2029",
    "../../etc",
    "//host/x",
    "C:/x",
]
TEXTS = (
    st.sampled_from(WORST)
    | st.text(st.characters(), max_size=30)
    | st.tuples(st.sampled_from(WORST), st.sampled_from(WORST)).map("".join)
)
PLACES = st.integers(0, 9) | st.integers(0, 10**6)
CODES = st.sampled_from(["VO101", "FO102", "YA104", "XX999"])
VALUED = st.tuples(
    st.sampled_from(["{a} and {b}", "{a}", "No {b}."]),
    st.tuples(TEXTS, TEXTS).map(lambda pair: finding_values({"a": pair[0], "b": pair[1]})),
)
SAID = VALUED | st.tuples(TEXTS.filter(bool), st.just(()))


@st.composite
def findings(draw):
    message, values = draw(SAID)
    return Finding(
        draw(TEXTS),
        draw(PLACES),
        draw(PLACES),
        draw(CODES),
        draw(st.sampled_from(["error", "warning", "hint"])),
        message,
        values,
    )


LISTS = st.lists(findings(), max_size=14).map(sorted)
LANGUAGES = st.sampled_from([ENGLISH, language("sv")])
SOURCES = st.none() | TEXTS | st.lists(TEXTS, max_size=9).map("\n".join)
CODE = re.compile(r"\b(?:VO101|FO102|YA104|XX999)\b")
CONTROL = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


def rendered(name, found, lang, text=None):
    output = FORMATS[name](found, lang, lambda _: text)
    output.encode("utf-8")
    return output


def test_the_codes_are_real_and_one_is_not():
    assert {rule.code for rule in all_rules()} & {"VO101", "FO102", "YA104", "XX999"} == {
        "VO101",
        "FO102",
        "YA104",
    }


@given(LISTS, LANGUAGES, SOURCES)
def test_text(found, lang, text):
    output = rendered("text", found, lang, text)
    assert not CONTROL.search(output)
    heads = [line for line in output.split("\n") if line.startswith("  ") and not line.startswith("   ")]
    assert [head for head in heads if CODE.search(head)] == heads
    assert [CODE.search(head).group() for head in heads] == [finding.code for finding in found]


@given(LISTS, LANGUAGES)
def test_concise(found, lang):
    output = rendered("concise", found, lang)
    assert not CONTROL.search(output)
    assert output.count("\n") == len(found)
    for line, finding in zip(output.splitlines(), found, strict=True):
        assert f" {finding.code} " in f"{line} "


@given(LISTS, LANGUAGES)
def test_json(found, lang):
    rows = valid_json("json", rendered("json", found, lang))
    assert [(row["line"], row["column"], row["code"], row["severity"]) for row in rows] == [
        (finding.line, finding.column, finding.code, finding.severity) for finding in found
    ]


@given(LISTS, LANGUAGES)
@example([Finding("a,line=9::b%2C\n", 1, 1, "XX999", "error", "::x\n%0A")] * 30, ENGLISH)
def test_github(found, lang):
    said = commands(rendered("github", found, lang))
    names = {"error": "error", "warning": "warning", "hint": "notice"}
    order = {kind: [f for f in found if f.severity == kind] for kind in names}
    too_many = any(len(each) > 10 for each in order.values())
    expected = [f for kind, each in order.items() for f in each[: 10 - (too_many and kind == "hint")]]
    assert len(said) == len(expected) + too_many
    for command, finding in zip(said, expected, strict=False):
        assert command.name == names[finding.severity]
        assert command.properties["file"] == re.sub("[\ud800-\udfff]", "\ufffd", finding.path)
        assert command.properties["title"] == finding.code
        assert command.properties.get("line", "0") == str(finding.line)
        assert set(command.properties) <= {"file", "line", "col", "title"}
        assert len(command.data) == len(finding.text(lang))


@given(LISTS, LANGUAGES)
def test_step_summary(found, lang):
    output = step_summary(found, lang)
    output.encode("utf-8")
    rows = [line for line in output.split("\n") if line.startswith("|")]
    assert len(rows) == (len(found) + 2 if found else 0)
    for row in rows:
        assert len(re.findall(r"(?<!\\)(?:\\\\)*\|", row)) == 5
        assert not re.search(r"(?<!\\)(?:\\\\)*[<`]", row)
        assert len(row.splitlines()) == 1


@given(LISTS, LANGUAGES)
def test_gitlab(found, lang):
    issues = valid_json("gitlab", rendered("gitlab", found, lang))
    assert [issue["check_name"] for issue in issues] == [finding.code for finding in found]
    assert len({issue["fingerprint"] for issue in issues}) == len(found)


@given(LISTS, LANGUAGES)
@settings(max_examples=50)
def test_sarif(found, lang):
    run = valid_json("sarif", rendered("sarif", found, lang))["runs"][0]
    assert [result["ruleId"] for result in run["results"]] == [finding.code for finding in found]
    assert len({result["partialFingerprints"]["insiktFinding/v1"] for result in run["results"]}) == len(found)
    for result, finding in zip(run["results"], found, strict=True):
        place = result["locations"][0]["physicalLocation"]["artifactLocation"]
        parts = urlsplit(place["uri"])
        assert re.fullmatch(r"[A-Za-z0-9._~/:%-]*", place["uri"])
        assert (parts.scheme, parts.netloc) == (("file" if "uriBaseId" not in place else ""), "")
        path = re.sub("[\ud800-\udfff]", "\ufffd", finding.path)
        assert unquote(parts.path).lstrip("/") == path.lstrip("/")


@given(LISTS, LANGUAGES)
def test_junit(found, lang):
    output = rendered("junit", found, lang)
    suites = valid_junit(output)
    cases = list(suites.iter("testcase"))
    assert len(cases) == int(suites.get("tests")) == (len({f.path for f in found}) or 1)
    assert len(list(suites.iter("failure"))) == int(suites.get("failures"))
    said = "\n".join(case[0].text.split("\n\n")[0] for case in cases if len(case))
    lines = said.split("\n") if found else []
    assert [CODE.search(line).group() for line in lines] == [finding.code for finding in found]


@given(LISTS, LANGUAGES, SOURCES)
@settings(max_examples=30)
def test_the_same_findings_are_the_same_bytes(found, lang, text):
    for name in FORMATS:
        assert rendered(name, found, lang, text) == rendered(name, list(found), lang, text)
