"""Mending one file: what each fix does in awkward places, and when it keeps its hands off."""

import unicodedata
from dataclasses import replace
from pathlib import Path

import pytest

from insiktskarta.files import mend as module
from insiktskarta.files.condition import Case
from insiktskarta.files.mend import Mended, mended
from insiktskarta.files.settings import read_workspace
from insiktskarta.model.vocabulary import Facet, Term, Vocabulary
from insiktskarta.rules import all_rules
from insiktskarta.rules.examples import GOOD
from insiktskarta.rules.fix import Edit, FileFix, Fix, TextFix

CONTEXT = replace(read_workspace(Path("/"), b"").context(), schemas=True)
PLACE = "insights/grums/kort-vag-in.yaml"
MODELINE = "# yaml-language-server: $schema=../../schemas/insikt.schema.json\n"
RECORD = MODELINE + GOOD
OLD, NEW = "budget-och-ekonomi", "budget-och-ekonomistyrning"


def mend(text: str | bytes, *only: str, context=CONTEXT, place: str = PLACE) -> Mended:
    raw = text if isinstance(text, bytes) else text.encode()
    wants = lambda code, _: not only or code in only  # noqa: E731
    return mended(Case(place, context, wants), raw)


def after(text: str | bytes, *only: str) -> str:
    return mend(text, *only).raw.decode()


def test_a_clean_file_is_left_alone() -> None:
    assert mend(RECORD) == Mended(RECORD.encode())


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        (f"[{OLD}]", f"[{NEW}]"),
        (f"['{OLD}']", f"['{NEW}']"),
        (f'["{OLD}"]  # varför', f'["{NEW}"]  # varför'),
        (f"[{OLD}, {NEW}]", f"[{NEW}]"),
        (f"[{NEW}, {OLD}]", f"[{NEW}]"),
        (f"[ {NEW} ,{OLD} ]", f"[ {NEW} ]"),
        (f"[{OLD}, {OLD}]", f"[{NEW}]"),
        (f"[{NEW}, {OLD}, {OLD}]", f"[{NEW}]"),
        (f"\n- {OLD}\n- {NEW}", f"\n- {NEW}"),
        (f"\n  - {NEW}\n  - {OLD}", f"\n  - {NEW}"),
        (f"\n  - {OLD} # då\n", f"\n  - {NEW} # då\n"),
        (f"[\n  {OLD}, # då\n  {NEW}\n]", f"[\n  {OLD}, # då\n  {NEW}\n]"),  # whose is the comment?
        (f"\n  - {NEW}\n  - {OLD} # då", f"\n  - {NEW}\n  - {OLD} # då"),
    ],
)
def test_a_replaced_term(before: str, expected: str) -> None:
    tail = "# slut\n"
    assert after(f"{RECORD}teman: {before}\n{tail}", "VO102", "VO103") == f"{RECORD}teman: {expected}\n{tail}"


def local(**replaced_by: str | None) -> Vocabulary:
    """The vocabulary with groups that replace one another."""
    terms = {
        name: Term(name, {"sv": name, "en": name}, {}, {}, replaced_by=new)
        for name, new in replaced_by.items()
    }
    groups = CONTEXT.vocabulary["grupper"]
    merged = Facet("grupper", groups.label, groups.definition, {**groups.terms, **terms})
    return Vocabulary({**CONTEXT.vocabulary.facets, "grupper": merged})


@pytest.mark.parametrize(
    ("vocabulary", "expected"),
    [
        (local(a="b", b="c", c=None), "[c]"),
        (local(a="b", b="ungdomar"), "[ungdomar]"),
        (local(a="b", b="a"), "[a]"),  # a circle
        (local(a="finns-inte"), "[a]"),
        (local(a="no", no=None), '["no"]'),
    ],
)
def test_a_chain_of_replacements_is_followed_to_its_end(vocabulary: Vocabulary, expected: str) -> None:
    text = RECORD.replace("[ungdomar]", "[a]")
    done = mend(text, "VO102", context=replace(CONTEXT, vocabulary=vocabulary))
    assert done.raw.decode() == RECORD.replace("[ungdomar]", expected)
    assert done.fixed.total() == (expected != "[a]")


def test_a_replacement_that_brings_a_new_finding_is_dropped() -> None:
    text = RECORD.replace("[ungdomar]", "[a, barn-och-unga]")
    done = mend(text, "VO102", context=replace(CONTEXT, vocabulary=local(a="ungdomar")))
    assert done == Mended(text.encode()), "the group would stand beside its parent"


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("[ungdomar, ungdomar]", "[ungdomar]"),
        ("[ungdomar, vuxna, ungdomar, ungdomar]", "[ungdomar, vuxna]"),
        ("[ungdomar,\n  'ungdomar']", "[ungdomar]"),
        ("\n- ungdomar\n- vuxna\n- ungdomar", "\n- ungdomar\n- vuxna"),
        ("\n-   ungdomar\n-   ungdomar", "\n-   ungdomar"),
        ("\n- ungdomar\n- # här\n  ungdomar", "\n- ungdomar\n- # här\n  ungdomar"),
    ],
)
def test_a_repeated_term(before: str, expected: str) -> None:
    assert after(RECORD.replace("[ungdomar]", before), "VO103") == RECORD.replace("[ungdomar]", expected)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("[invånare]", "[invanare]"),
        ("[invånare]", "[INVÅNARE]"),
        ("[invånare]", "['Invånare']"),
        ("grupper:", "Grupper:"),
        ("grupper:", '"GRUPPER":'),
        ("röst: egen", "rost: egen"),
        ("typ: insikt", "typ: INSIKT"),
    ],
)
def test_the_same_word_in_another_spelling(old: str, new: str) -> None:
    quoted = {"['Invånare']": "['invånare']", '"GRUPPER":': '"grupper":'}
    assert after(RECORD.replace(old, new)) == RECORD.replace(old, quoted.get(new, old))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("ungdomar", "ungdommar"),
        ("ungdomar", "unga"),
        ("[ungdomar]", "[tonåringar]"),
        ("grupper:", "gruper:"),
        ("typ: insikt", "typ: insigt"),
        ("grupper: [ungdomar]", "grupper: [ungdomar]\nGrupper: [vuxna]"),
    ],
)
def test_another_word_is_a_persons_choice(old: str, new: str) -> None:
    text = RECORD.replace(old, new)
    assert mend(text) == Mended(text.encode())


def test_a_spelling_that_fits_two_terms_is_left() -> None:
    text = RECORD.replace("[ungdomar]", "[hallare]")
    context = replace(CONTEXT, vocabulary=local(hållare=None, hällare=None))
    assert mend(text, context=context) == Mended(text.encode())


def test_what_a_wrong_key_hid_is_no_fault_of_the_fix() -> None:
    text = RECORD.replace("Grupper", "grupper").replace("[ungdomar]", "[ungdommar]")
    assert after(text.replace("grupper:", "Grupper:")) == text, "the term is seen only now"


def test_a_wrong_type_hides_everything_and_is_mended_all_the_same() -> None:
    text = RECORD.replace("grupper: [ungdomar]", "gurka: [ungdommar]")
    assert after(text.replace("typ: insikt", "typ: Insikt")) == text


ORDER = [
    (
        "typ: lärdom\n\nlärdom: x\n\n# om rubriken\nrubrik: y\n",
        "typ: lärdom\n\n# om rubriken\nrubrik: y\nlärdom: x\n\n",
    ),
    (
        "# överst\ntyp: lärdom\nlärdom: |\n  en\n  # ingen kommentar\n\n  två\nrubrik: y # sist\n# slut\n",
        "# överst\ntyp: lärdom\nrubrik: y # sist\nlärdom: |\n  en\n  # ingen kommentar\n\n  två\n# slut\n",
    ),
    ("typ: lärdom\nlärdom: x\nrubrik: y", "typ: lärdom\nrubrik: y\nlärdom: x"),
    ("typ: lärdom\r\nlärdom: x\r\nrubrik: y\r\n", "typ: lärdom\r\nrubrik: y\r\nlärdom: x\r\n"),
    (
        "# överst\nrubrik: y\n'lärdom': >-\n  x\n  y\n# typen\ntyp: lärdom\n",
        "# överst\n# typen\ntyp: lärdom\nrubrik: y\n'lärdom': >-\n  x\n  y\n",
    ),
    (
        "# överst\n\n# om rubriken\n# i två rader\nrubrik: y\ntyp: lärdom\nlärdom: x\n",
        "# överst\n\ntyp: lärdom\n# om rubriken\n# i två rader\nrubrik: y\nlärdom: x\n",
    ),
    (
        "# överst\r\n\r\n# om rubriken\r\nrubrik: y\r\n\r\n# typen\r\ntyp: lärdom\r\nlärdom: x\r\n",
        "# överst\r\n\r\n# typen\r\ntyp: lärdom\r\n# om rubriken\r\nrubrik: y\r\n\r\nlärdom: x\r\n",
    ),
    ("\n# överst\nrubrik: y\ntyp: lärdom\nlärdom: x\n", "\n# överst\ntyp: lärdom\nrubrik: y\nlärdom: x\n"),
    ("# överst\n\n\nrubrik: y\ntyp: lärdom\nlärdom: x\n", "# överst\n\n\ntyp: lärdom\nrubrik: y\nlärdom: x\n"),
    (  # what excuses the whole file is about the file
        "# överst\n\n# insikt: ignore IN -- så sa hon\nrubrik: y\ntyp: lärdom\nlärdom: x\n",
        "# överst\n\n# insikt: ignore IN -- så sa hon\ntyp: lärdom\nrubrik: y\nlärdom: x\n",
    ),
    (
        'typ: lärdom\nlärdom: "x\n  rubrik: z"\nteman:\n- x\nrubrik: y\n',
        'typ: lärdom\nrubrik: y\nlärdom: "x\n  rubrik: z"\nteman:\n- x\n',
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), ORDER)
def test_fields_move_with_their_lines_and_comments(text: str, expected: str) -> None:
    assert after(text, "FO109") == expected
    assert sorted(text.splitlines()) == sorted(expected.splitlines())


@pytest.mark.parametrize(
    "text",
    [
        "{typ: lärdom, lärdom: x, rubrik: y}\n",
        "typ: lärdom\nlärdom: 'x\nrubrik: z'\nrubrik: y\n",  # what looks like a key is text
        "lärdom: |+\n  x\n\nrubrik: y\ntyp: lärdom\n...\n",
        # First among the fields, the comment would excuse the whole file.
        "rubrik: y\nlärdom: x\n# insikt: ignore IN -- så sa hon\ntyp: lärdom\n",
    ],
)
def test_fields_that_cannot_be_moved_safely_stay(text: str) -> None:
    assert mend(text, "FO109") == Mended(text.encode())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a\r\nb\r\nc\n", "a\r\nb\r\nc\r\n"),
        ("a\r\nb\nc\n", "a\nb\nc\n"),
        ("a\r\nb\n", "a\r\nb\r\n"),
        ("a\rb\rc\r", "a\nb\nc\n"),
        ("a\rb\r\nc\r", "a\r\nb\r\nc\r\n"),
    ],
)
def test_line_ends_become_those_that_there_are_most_of(text: str, expected: str) -> None:
    comments = "".join(f"# {line}" for line in text.splitlines(keepends=True))
    wanted = "".join(f"# {line}" for line in expected.splitlines(keepends=True))
    ends = {"\r\n": GOOD.replace("\n", "\r\n").encode(), "\n": GOOD.encode()}
    usual = "\r\n" if expected.endswith("\r\n") else "\n"
    # The comments alone decide: the record below has been given lines of the kind that wins.
    assert mend(comments.encode() + ends[usual], "FO105").raw == wanted.encode() + ends[usual]


def test_windows_line_ends_are_kept_and_taken_up() -> None:
    windows = GOOD.replace("\n", "\r\n")
    assert after(windows.rstrip("\r\n")) == (MODELINE + GOOD).replace("\n", "\r\n")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("röst: egen  \n", "röst: egen\n"),
        ("röst: egen   # sagt  \n", "röst: egen   # sagt\n"),
        ("röst: egen \r\n", "röst: egen\r\n"),
        ("röst: egen\n   \n", "röst: egen\n\n"),
        ("röst: egen\nanteckning: |\n  en  \n  två \n", "röst: egen\nanteckning: |\n  en  \n  två \n"),
        ("röst: egen \nanteckning: |\n  en  \n  två\n", "röst: egen\nanteckning: |\n  en  \n  två\n"),
    ],
)
def test_spaces_at_the_ends_of_lines(text: str, expected: str) -> None:
    assert after(RECORD.replace("röst: egen\n", text), "FO108") == RECORD.replace("röst: egen\n", expected)


def test_a_final_newline_that_would_belong_to_a_text_is_not_written() -> None:
    text = f"{RECORD}anteckning: |\n  slut"
    assert mend(text, "FO107") == Mended(text.encode())
    folded = f"{RECORD}anteckning: >-\n  slut"
    assert after(folded, "FO107") == f"{folded}\n"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (
            "# yaml-language-server: $schema=../../schemas/test.schema.json",
            "../../schemas/insikt.schema.json",
        ),
        ("#yaml-language-server:$schema=fraga.schema.json", "../../schemas/insikt.schema.json"),
        ("# $schema: ../../schemas/test.schema.json  (kopierad)", "../../schemas/insikt.schema.json"),
        ("# yaml-language-server: $schema=../schemas/insikt.schema.json", "../../schemas/insikt.schema.json"),
        ("# yaml-language-server: $schema=schemas/insikt.schema.json", "../../schemas/insikt.schema.json"),
        ("# yaml-language-server: $schema=../../egna/insikt.schema.json", None),
        ("# yaml-language-server: $schema=../../egna/min.schema.json", None),
        ("# yaml-language-server: $schema=https://exempel.se/insikt.schema.json", None),
        ("# yaml-language-server: $schema=/srv/insikt.schema.json", None),
    ],
)
def test_the_schema_of_another_type(line: str, expected: str | None) -> None:
    old = line.replace("=", " ").replace(": ", " ").split("$schema ")[1].split(" ")[0]
    wanted = line if expected is None else line.replace(old, expected)
    assert after(f"{line}\n{GOOD}") == f"{wanted}\n{GOOD}"


@pytest.mark.parametrize(
    ("place", "schemas"), [("utkast/x.yaml", True), (PLACE, False), ("insights/x.yaml", True)]
)
def test_a_modeline_is_written_only_where_it_leads_somewhere(place: str, schemas: bool) -> None:
    assert mend(GOOD, context=replace(CONTEXT, schemas=schemas), place=place) == Mended(GOOD.encode())


def test_a_modeline_stands_first_and_whatever_was_first_comes_after() -> None:
    text = "# insikt: ignore UP -- gammal\n---\n" + GOOD
    assert after(text) == MODELINE + text


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"\n",
        b"\xff\xfe" + GOOD.encode("utf-16-le"),
        GOOD.encode("cp1252").rstrip(b"\n"),
        GOOD.replace("[ungdomar]", "[ungdomar").rstrip("\n").encode(),
        b"\xef\xbb\xbf" + GOOD.replace("egen", "\tegen").encode(),
        b"\xef\xbb\xbf\xef\xbb\xbf" + GOOD.encode(),
        (GOOD + "röst: egen  \n").encode(),
        (GOOD + "anteckning: &a x  \n").encode(),
        b"#" * (256 * 1024) + b" \n",
        b"- a  \n- b",
    ],
)
def test_what_cannot_be_read_as_it_was_meant_is_left(raw: bytes) -> None:
    assert mend(raw) == Mended(raw)


def test_a_mark_at_the_beginning_goes_and_the_rest_is_mended_too() -> None:
    raw = b"\xef\xbb\xbf" + RECORD.replace("[ungdomar]", "[ungdomar, ungdomar]").encode()
    assert mend(raw).raw == RECORD.encode()
    assert mend(raw, "VO103").raw == b"\xef\xbb\xbf" + RECORD.encode(), "nobody asked to take the mark away"


def test_letters_in_two_parts_stay_where_nobody_asked_about_them() -> None:
    text = unicodedata.normalize("NFD", RECORD)
    assert mend(text) == Mended(RECORD.encode(), mend(text).fixed)
    repeated = text.replace("[ungdomar]", "[ungdomar, ungdomar]")
    assert after(repeated, "VO103") == text
    other = unicodedata.normalize("NFD", RECORD.replace("[invånare]", "[invånare, invånare]"))
    assert after(other, "VO103") == other, "the line itself has such letters"


@pytest.mark.parametrize("place", ["line", "above", "file"])
def test_what_a_comment_excuses_is_not_mended(place: str) -> None:
    excuse = "# insikt: ignore VO103 -- ska vara så"
    bad = RECORD.replace("[ungdomar]", "[ungdomar, ungdomar]")
    text = {
        "line": bad.replace("ungdomar]", f"ungdomar]  {excuse}"),
        "above": bad.replace("grupper", f"{excuse}\ngrupper"),
        "file": f"{excuse}\n{bad}",
    }[place]
    assert mend(text) == Mended(text.encode())


def test_an_excuse_without_a_reason_excuses_nothing() -> None:
    text = RECORD.replace("[ungdomar]", "[ungdomar, ungdomar]  # insikt: ignore VO103")
    assert "[ungdomar]  # insikt: ignore VO103" in after(text)


SPACES = RECORD + "# slut  \n"


@pytest.mark.parametrize(
    "fix",
    [
        TextFix(lambda _, __: [Edit(0, 0, "# mer\n")]),  # its own finding stays
        TextFix(lambda source, _: [Edit(0, len(source.text), GOOD)]),  # a comment is gone, and the modeline
        TextFix(lambda source, _: [Edit(0, len(source.text), SPACES.replace("  \n", "\n").replace("egen", "blandad"))]),
        TextFix(lambda source, _: [Edit(len(source.text) - 3, len(source.text), "")]),  # another finding
        TextFix(lambda source, _: [Edit(0, len(source.text), SPACES.replace("  \n", "\n").replace("]", ""))]),
        TextFix(lambda _, __: []),
        FileFix(lambda lying: lying.rstrip()),
        FileFix(lambda _: ""),
    ],
)  # fmt: skip
def test_a_fix_that_does_not_do_what_it_says_is_dropped(fix: Fix, monkeypatch: pytest.MonkeyPatch) -> None:
    rule = next(rule for rule in all_rules() if rule.code == "FO108")
    assert after(SPACES) == RECORD + "# slut\n"
    monkeypatch.setattr(module, "fixing_rules", lambda: (replace(rule, fix=fix),))
    assert mend(SPACES) == Mended(SPACES.encode())


def test_fixes_that_undo_one_another_come_to_an_end(monkeypatch: pytest.MonkeyPatch) -> None:
    rule = next(rule for rule in all_rules() if rule.code == "FO108")
    spaces = TextFix(lambda source, _: [Edit(0, len(source.text), source.text.replace("  \n", "\n") + " \n")])
    monkeypatch.setattr(module, "fixing_rules", lambda: (replace(rule, fix=spaces),))
    assert mend(SPACES).raw == SPACES.encode(), "one space gone and another come is no mending"


def test_everything_at_once() -> None:
    wrong = (
        "\ufeff"
        + unicodedata.normalize("NFD", "typ: Insikt\nrubrik: Unga vill ha en kort väg in\n")
        + "rost: egen   # på mötet  \r\n"
        + "insikt: Unga orkar söka hjälp en gång. Möter de en telefonkö ger de upp.\n"
        + f"perspektiv: [invanare]\nGrupper: [ungdomar, ungdomar]\nteman: [{OLD}, {NEW}]"
    )
    right = GOOD.replace("röst: egen", "röst: egen   # på mötet") + f"teman: [{NEW}]\n"
    done = mend(wrong)
    assert done.raw.decode() == MODELINE + right
    assert mend(done.raw) == Mended(done.raw)
    assert done.fixed.keys() >= {"YA102", "FO105", "FO106", "FO107", "FO108", "SC102", "SC105"}


def test_many_of_a_kind() -> None:
    text = RECORD.replace("[ungdomar]", f"[{', '.join(['ungdomar'] * 300)}]")
    assert after(text) == RECORD
    lines = RECORD + "".join(f"# {n}  \n" for n in range(300))
    assert mend(lines).fixed == {"FO108": 300}


def test_no_fix_claims_a_rule_that_looks_at_the_day() -> None:
    assert not [rule.code for rule in all_rules() if rule.fix and rule.dated]
