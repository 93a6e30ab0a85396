"""The report: its words and tables against counts of the tests' own, and headings that try to break it."""

import json
import re
import subprocess
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from conftest import Insikt, write_workspace
from insiktskarta.cli import main
from insiktskarta.report.section import escaped

CIRCLES = {
    "klienter": "Har eller har haft insatser",
    "riskgrupp": "Riskgrupp",
    "invånare": "Invånare i allmänhet",
}
# Broad groups with a narrower one each: a record counts for the broad one.
GROUPS = {"ungdomar": "barn och unga", "barn-och-unga": "barn och unga", "äldre": "äldre"}
MARKDOWN = MarkdownIt("commonmark").enable("table")


def insight(number: int, circles: list[str], groups: list[str], certainty: str, heading: str = "") -> str:
    return (
        f"typ: insikt\nrubrik: {json.dumps(heading or f'Nummer {number}', ensure_ascii=False)}\n"
        f"insikt: Text\nperspektiv: [{', '.join(circles)}]\nperspektiv-säkerhet: {certainty}\n"
        f"grupper: [{', '.join(groups)}]\nröst: {'egen' if circles else 'chefer'}\n"
    )


def some(values: list[str]) -> st.SearchStrategy[list[str]]:
    return st.lists(st.sampled_from(values), unique=True)


CORPORA = st.lists(
    st.tuples(some(list(CIRCLES)), some(list(GROUPS)), st.sampled_from(["uttalat", "tolkat", "oklart"])),
    max_size=9,
)


def report(root: Path, capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert main(["report", *arguments, "--workspace", str(root), "--lang", "sv"]) == 0
    return capsys.readouterr().out


def lines_of(text: str, section: int) -> list[str]:
    """The points of a section, without Markdown's own signs."""
    block = text.split("\n## ")[section]
    return [re.sub(r"\\(.)", r"\1", line[2:]) for line in block.splitlines() if line.startswith("- ")]


def tables(text: str) -> list[list[list[str]]]:
    """The tables that a Markdown parser finds."""
    found: list[list[list[str]]] = []
    for token, after in zip(tokens := MARKDOWN.parse(text), tokens[1:], strict=False):
        if token.type == "table_open":
            found.append([])
        elif token.type == "tr_open":
            found[-1].append([])
        elif token.type in ("td_open", "th_open"):
            found[-1][-1].append(after.content)
    return found


def quoted(counts: dict[str, int], wanted: int) -> str:
    named = [f"”{label}” ({count})" for label, count in counts.items() if count == wanted]
    return " och ".join(filter(None, [", ".join(named[:-1]), named[-1]]))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(CORPORA)
@example([])
@example([([], [], "uttalat")])
@example([(["klienter"], ["äldre"], "tolkat")])
@example([(["klienter"], ["ungdomar"], "uttalat"), (["riskgrupp"], ["äldre"], "uttalat")])
@example([([circle], [], "oklart") for circle in CIRCLES])
@example([(list(CIRCLES), list(GROUPS), "oklart")])
def test_the_words_say_what_was_counted(
    tmp_path_factory: pytest.TempPathFactory,
    capsys: pytest.CaptureFixture[str],
    corpus: list[tuple[list[str], list[str], str]],
) -> None:
    root = tmp_path_factory.mktemp("w")
    write_workspace(root, {f"aby/nummer-{n}": insight(n, *one) for n, one in enumerate(corpus)})
    text = report(root, capsys)
    said = lines_of(text, 1)
    if not corpus:
        assert len(said) == 1
        return
    assert f"{len(corpus)} insikt" in said[0]
    several = sum(len(circles) > 1 for circles, _, _ in corpus)
    assert (str(several) in said[0].partition("insikt")[2]) == bool(several)
    rest = said[1:]

    counts = {label: sum(circle in circles for circles, _, _ in corpus) for circle, label in CIRCLES.items()}
    if any(counts.values()):
        sentence = rest.pop(0)
        assert quoted(counts, max(counts.values())) in sentence
        assert quoted(counts, min(counts.values())) in sentence
    heard = Counter(label for _, groups, _ in corpus for label in {GROUPS[group] for group in groups})
    in_order = {label: heard[label] for label in dict.fromkeys(GROUPS.values()) if heard[label]}
    if len(in_order) > 1:
        sentence = rest.pop(0)
        assert quoted(in_order, max(in_order.values())) in sentence
        assert quoted(in_order, min(in_order.values())) in sentence
    nowhere = sum(not circles for circles, _, _ in corpus)
    if nowhere:
        assert f"{nowhere} insikt" in rest.pop(0)
    unsure = sum(bool(circles) and certainty != "uttalat" for circles, _, certainty in corpus)
    if unsure:
        assert f"{unsure} av {len(corpus)}" in rest.pop(0)
    assert rest == []

    places = {frozenset(circles) for circles, _, _ in corpus}
    spots = " ".join(lines_of(text, 3))
    assert ("alla tre" in spots) == (frozenset(CIRCLES) not in places)
    assert ("äldre" in spots) == ("äldre" not in heard)
    assert "Påhittsala" in spots


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(CORPORA)
def test_the_tables_are_those_of_aggregate(
    tmp_path_factory: pytest.TempPathFactory,
    capsys: pytest.CaptureFixture[str],
    corpus: list[tuple[list[str], list[str], str]],
) -> None:
    root = tmp_path_factory.mktemp("w")
    write_workspace(root, {f"aby/nummer-{n}": insight(n, *one) for n, one in enumerate(corpus)})
    for shown, by in zip(
        tables(report(root, capsys)), [("organisation", "typ"), ("grupp", "perspektiv")], strict=True
    ):
        arguments = [word for each in by for word in ("--by", each)]
        main(
            ["aggregate", *arguments, "--typ", "insikt", "--output-format", "json", "--workspace", str(root)]
        )
        counted = json.loads(capsys.readouterr().out)
        columns = [column["key"] for column in counted["columns"]]
        expected = [
            [row["label"], *(str(row["cells"][key]) for key in columns), str(row["total"])]
            for row in counted["rows"]
            if row["total"]
        ]
        assert [[label.lstrip("–\N{NO-BREAK SPACE}"), *rest] for label, *rest in shown[1:-1]] == expected
        assert shown[0][1:-1] == [column["label"] for column in counted["columns"]]
        totals = [str(column["total"]) for column in counted["columns"]]
        assert shown[-1][1:] == [*totals, str(counted["total"])]


HOSTILE = [
    "a | b || c",
    "[x](http://y) ![z](w)",
    "<script>alert(1)</script>",
    "<!-- borta",
    "`kod` ``` *fet* _lut_ ~~ut~~",
    "# rubrik ##",
    "- punkt",
    "+ punkt",
    "1. ett",
    "1) ett",
    "> citat",
    "---",
    "===",
    "***",
    "&lt;b&gt; &#35; R&D",
    "slutar med \\",
    "\\| \\* \\",
    "**",
    "[^1]: not",
    "| --- |",
    "    indraget",
    "http://x.se/_a_",
]


@pytest.mark.parametrize("field", ["rubrik", "insikt"])
@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_breaks_the_report(insikt: Insikt, field: str, text: str) -> None:
    path = insikt.root / "insights/pahittsala/far-inte-veta.yaml"
    keys = {
        "typ": "insikt",
        "rubrik": "Rubrik",
        "insikt": "Insikt",
        "perspektiv": ["klienter"],
        "röst": "egen",
        field: text,
    }
    path.write_text(json.dumps(keys, ensure_ascii=False), encoding="utf-8")
    _, out, _ = insikt("report")
    tokens = MARKDOWN.parse(out)
    assert not [token for token in tokens if token.type.startswith(("html", "fence", "code_block", "hr"))]
    assert sum(token.type == "table_open" for token in tokens) == 2
    assert [token.tag for token in tokens if token.type == "heading_open"] == [
        "h1",
        *["h2"] * 4,
        "h3",
        "h3",
        "h2",
    ]
    children = [child for token in tokens for child in token.children or ()]
    assert not {"link_open", "image", "html_inline", "code_inline"} & {child.type for child in children}
    read = [
        "".join(child.content if child.type == "text" else "\n" for child in token.children or ())
        for token in tokens
        if token.type == "inline"
    ]
    assert any(" ".join(text.split()) in block for block in read), "what was written is what is read"


def test_a_name_with_spaces_and_brackets_is_linked(insikt: Insikt, tmp_path: Path) -> None:
    path = tmp_path / "rapport (våren) 2024.md"
    assert insikt("report", "-o", str(path))[0] == 0
    tokens = MARKDOWN.parse(path.read_text(encoding="utf-8"))
    (image,) = [child for token in tokens for child in token.children or () if child.type == "image"]
    from urllib.parse import unquote

    assert (tmp_path / unquote(str(image.attrs["src"]))).read_bytes().startswith(b"\x89PNG")
    assert image.content.count("insikt") >= 1


@pytest.mark.parametrize("name", ["rapport.png", "rapport", ".", "..", "rapport.txt"])
def test_a_report_is_markdown(insikt: Insikt, tmp_path: Path, name: str) -> None:
    code, out, err = insikt("report", "-o", str(tmp_path / name) if name.strip(".") else name)
    assert (code, out) == (2, "")
    assert ".md" in err
    assert not list(tmp_path.glob("rapport*"))


def test_nothing_personal_from_the_command_line(insikt: Insikt, tmp_path: Path) -> None:
    number = "811228-9874"
    _, out, err = insikt("report", number, "--title", f"Om {number}")
    assert number not in out + err
    path = tmp_path / "karta.svg"
    _, out, err = insikt("map", number, "--title", f"Om {number}", "-o", str(path))
    assert number not in out + err + path.read_text(encoding="utf-8")


def test_a_report_says_where_it_comes_from(insikt: Insikt) -> None:
    def git(*arguments: str) -> str:
        settings_ = ["-c", "user.name=x", "-c", "user.email=x@example.org", "-c", "commit.gpgsign=false"]
        command = ["git", "-C", str(insikt.root), *settings_, *arguments]
        return subprocess.run(command, capture_output=True, encoding="utf-8", check=True).stdout.strip()

    git("init", "-q")
    git("add", ".")
    git("commit", "-qm", "x", "--date=2024-05-06T12:00:00")
    # Someone's own settings of git change nothing.
    git("config", "log.showSignature", "true")
    git("config", "color.ui", "always")
    name, date = git("log", "-1", "--format=%h %cs").split()
    _, out, _ = insikt("report", "--organisation", "pahittsala")
    last = " ".join(lines_of(out, 5))
    assert f": {name} " in f"{last} "
    assert f": {date}" in last
    assert ": 2 " in last
    assert "Påhittsala" in last
    # A change beside the records is none of theirs.
    (insikt.root / "kod.py").write_text("", encoding="utf-8")
    git("add", ".")
    git("commit", "-qm", "y", "--date=2025-05-06T12:00:00")
    assert f": {name} " in " ".join(lines_of(insikt("report")[1], 5)) + " "
    (insikt.root / "insights/aby").mkdir()
    (insikt.root / "insights/aby/ny.yaml").write_text("typ: insikt\n", encoding="utf-8")
    assert f": {name}+ " in " ".join(lines_of(insikt("report")[1], 5)) + " "


def test_the_same_report_twice(insikt: Insikt, tmp_path: Path) -> None:
    path = tmp_path / "rapport.md"
    insikt("report", "-o", str(path))
    first = path.read_bytes(), path.with_suffix(".png").read_bytes()
    insikt("report", "-o", str(path))
    assert (path.read_bytes(), path.with_suffix(".png").read_bytes()) == first


@pytest.mark.parametrize("text", ["2026-11-25", "3,5 år", "2024 var ett år", "a - b"])
def test_what_means_nothing_to_markdown_stands_as_it_is(text: str) -> None:
    assert escaped(text) == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [("1. ett", "1\\. ett"), ("12) b", "12\\) b"), ("- a", "\\- a"), ("+ a", "\\+ a"), ("=", "\\=")],
)
def test_what_would_start_a_list_or_underline_a_heading_is_escaped(text: str, expected: str) -> None:
    assert escaped(text) == expected


def test_what_is_uncertain_and_where_it_is_from_stand_in_the_report(insikt: Insikt) -> None:
    path = insikt.root / "insights/pahittsala/far-inte-veta.yaml"
    more = "osäkert: Ring 070-174 06 05 för *mer*\nkälla: {dokument: En bok, avsnitt: Kapitel 2}\n"
    path.write_text(path.read_text(encoding="utf-8") + more, encoding="utf-8")
    _, out, _ = insikt("report")
    assert "Osäkert: Ring 07•-••• •• •• för \\*mer\\*\n" in f"{out}\n".replace("  \n", "\n")
    assert "Källa: En bok, Kapitel 2\n" in f"{out}\n".replace("  \n", "\n")
    assert out.count("Källa:") == 1


def test_narrower_groups_are_set_in_under_the_broader(insikt: Insikt) -> None:
    _, out, _ = insikt("report")
    assert "| barn och unga | " in out
    assert "| –\N{NO-BREAK SPACE}ungdomar | " in out
    assert "En bredare term räknar också in de smalare under sig." in out


@pytest.mark.parametrize("word", ["Habo", "habo-jonkoping", "0643"])
def test_an_organisation_without_records_has_its_name(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], word: str
) -> None:
    write_workspace(tmp_path, {"grums/x": insight(1, ["klienter"], ["äldre"], "uttalat")})
    text = report(tmp_path, capsys, "--organisation", word)
    assert text.startswith("# Insiktsrapport för Habo\n")
    assert "habo-jonkoping" not in text
    for command in (["map"], ["figure", "sweden"]):
        target = tmp_path / "karta.svg"
        said = ["-o", str(target), "--organisation", word, "--workspace", str(tmp_path), "--lang", "sv"]
        assert main([*command, *said]) == 0
        shown = capsys.readouterr().err + re.sub(
            r"base64,[^)]*|(?s:<metadata>.*?</metadata>)", "", target.read_text("utf-8")
        )
        assert "Habo" in shown
        assert "habo-jonkoping" not in shown
