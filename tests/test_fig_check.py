"""insikt figure --check: a picture is as good as the records that it was drawn from."""

import json
import os
import re
import shlex
import struct
import zlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import fig_oracle as oracle
from conftest import ROOT, Insikt, write_workspace
from git_workspace import git, keep, start
from insiktskarta.figures import recipe as recipes
from insiktskarta.figures.gallery import GALLERY, shown_name
from insiktskarta.figures.recipe import START, Recipe, read
from insiktskarta.query.question import Question
from insiktskarta.show.recipe import recipe_line

NEW = "typ: insikt\nrubrik: Ny\ninsikt: En mening.\nperspektiv: [riskgrupp]\ngrupper: [vuxna]\nröst: egen\ninsamlad: 2024\n"
SUFFIXES = [".svg", ".png", ".pdf"]


@pytest.fixture
def kept(insikt: Insikt) -> Insikt:
    """The small workspace in a repository of one commit."""
    start(insikt.root)
    keep(insikt.root, "2024-01-01")
    return insikt


def draw(insikt: Insikt, path: Path, *arguments: str) -> bytes:
    code, _, err = insikt("figure", *arguments, "-o", str(path))
    assert code == 0, err
    return path.read_bytes()


def add(insikt: Insikt, text: str = NEW, name: str = "aby/ny") -> None:
    oracle.put(insikt.root, name, text)


def check(insikt: Insikt, *paths: Path, lang: str = "en") -> tuple[int, str, str]:
    return insikt("figure", "--check", *map(str, paths), lang=lang)


@pytest.mark.parametrize("suffix", SUFFIXES)
@pytest.mark.parametrize("figure", GALLERY, ids=shown_name)
def test_every_figure_is_right_until_its_records_change(
    kept: Insikt, tmp_path: Path, figure, suffix: str
) -> None:
    name, path = shown_name(figure), tmp_path / f"en bild{suffix}"
    since = ["--since", "HEAD"] if name == "before-after" else []
    before = draw(kept, path, name, *since)
    assert check(kept, path) == (0, "", "1 picture matches the records.\n")
    add(kept)
    code, out, _ = check(kept, path)
    assert code == 1
    assert out.startswith(
        f"{path.as_posix()}: does not match the records any more. Draw it again: insikt figure {name}"
    )
    assert out.count("\n") == 1
    assert path.read_bytes() == before
    command = (
        shlex.split(out.partition("again: ")[2])
        if os.name == "posix"
        else ["insikt", "figure", name, *since, "-o", str(path)]
    )
    assert kept(*command[1:])[0] == 0
    assert check(kept, path)[0] == 0
    assert path.read_bytes() != before


ASKED = [
    ["gap-matrix", "--by", "tema", "--röst", "egen"],
    ["upset", "--by", "förflyttning", "--organisation", "Påhittsala"],
    ["insight-map", "avslag eller", "--title", 'En "rubrik" med $pris & <tecken>'],
    ["insight-map", "--typ", "insikt", "--typ", "insiktsarbete", "--perspektiv", "invånare"],
    ["insight-map", "--width", "420", "--dpi", "80", "--grupp", "ungdomar", "--grupp", "vuxna"],
    ["timeline"],
]


@pytest.mark.parametrize("suffix", SUFFIXES)
@pytest.mark.parametrize("asked", ASKED, ids=" ".join)
def test_the_command_in_the_message_draws_the_same_picture(
    insikt: Insikt, tmp_path: Path, asked: list[str], suffix: str
) -> None:
    path = tmp_path / f"b{suffix}"
    first = draw(insikt, path, *asked)
    line = recipe_line(first)
    assert line is not None
    held = read(line)
    assert held is not None
    from insiktskarta.cli.check_pictures import _command

    words = shlex.split(_command(held, path))
    path.unlink()
    assert insikt(*words[1:])[0] == 0
    assert path.read_bytes() == first
    assert check(insikt, path)[0] == 0


def test_what_the_picture_does_not_show_may_change(kept: Insikt, tmp_path: Path) -> None:
    path = tmp_path / "a.svg"
    draw(kept, path, "insight-map", "--organisation", "exempelkoping")
    add(kept)
    assert check(kept, path)[0] == 0


def test_a_commit_a_day_and_the_source_line_change_nothing(kept: Insikt, tmp_path: Path) -> None:
    path = tmp_path / "a.svg"
    first = draw(kept, path, "insight-map")
    study = kept.root / "insights/exempelkoping/intervjuer.yaml"
    study.write_text(study.read_text(encoding="utf-8") + "anteckning: Något.\n", encoding="utf-8")
    keep(kept.root, "2025-05-05")
    assert draw(kept, tmp_path / "b.svg", "insight-map") != first
    assert check(kept, path)[0] == 0


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("grupper: [ungdomar]", "grupper: [vuxna]"),
        ("perspektiv: [invånare]", "perspektiv: [riskgrupp]"),
        ("rubrik: Unga vill ha en väg in", "rubrik: Unga vill ha två"),
        ("förflyttningar: [akut-till-förebyggande]", "förflyttningar: [misstro-till-tillit]"),
    ],
)
def test_all_that_the_map_shows_counts(insikt: Insikt, tmp_path: Path, old: str, new: str) -> None:
    path = tmp_path / "a.png"
    draw(insikt, path, "insight-map")
    file = insikt.root / "insights/exempelkoping/en-vag-in.yaml"
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8", newline="\n")
    assert check(insikt, path)[0] == 1


def test_a_picture_of_then_stays_right(kept: Insikt, tmp_path: Path) -> None:
    now, then, both = (tmp_path / name for name in ("nu.svg", "då.svg", "båda.svg"))
    draw(kept, then, "insight-map", "--at", "2024")
    draw(kept, now, "insight-map")
    add(kept)
    keep(kept.root, "2025-01-01")
    draw(kept, both, "before-after", "--since", "2024", "--at", "HEAD")
    add(kept, name="aby/annu-en")
    code, out, err = check(kept, now, then, both)
    assert (code, out.count("\n")) == (1, 1)
    assert out.startswith(now.as_posix())
    assert "2 pictures match the records and 1 does not" in err


def test_a_state_that_is_gone_is_said(kept: Insikt, tmp_path: Path) -> None:
    path = tmp_path / "a.svg"
    draw(kept, path, "insight-map", "--at", "HEAD")
    known = git(kept.root, "rev-parse", "HEAD")
    path.write_text(path.read_text(encoding="utf-8").replace(known, "f" * 40), encoding="utf-8")
    code, out, _ = check(kept, path)
    assert code == 1
    assert "cannot be made again: Git knows no revision" in out


def test_pages_are_checked_each(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    names = [f"ort-{number}" for number in range(17)]
    settings = "organisationer:\n" + "".join(
        f"  {name}: {{namn: Ort {name}, slag: kommun}}\n" for name in names
    )
    write_workspace(tmp_path / "yta", {f"{name}/post": NEW for name in names}, settings)
    insikt = Insikt(tmp_path / "yta", capsys)
    assert insikt("figure", "small-multiples", "-o", str(tmp_path / "m.svg"))[0] == 0
    pages = sorted(tmp_path.glob("m-*.svg"))
    assert len(pages) == 2
    assert check(insikt, *pages)[0] == 0
    for name in names[10:]:
        (insikt.root / "insights" / name / "post.yaml").unlink()
    code, out, _ = check(insikt, *pages)
    assert code == 1
    assert "m-1.svg: does not match" in out
    assert "m-2.svg: is a page that there is no more" in out
    assert out.count(f"-o {tmp_path.as_posix()}/m.svg") == 2


def test_pictures_of_others(insikt: Insikt, tmp_path: Path) -> None:
    folder = tmp_path / "bilder"
    folder.mkdir()
    draw(insikt, folder / "vår.svg", "insight-map")
    (folder / "logga.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>", encoding="utf-8")
    (folder / "tom.png").write_bytes(b"")
    (folder / "text.txt").write_text("x", encoding="utf-8")
    (folder / ".dold").mkdir()
    (folder / ".dold/x.png").write_bytes(b"x")
    code, out, err = check(insikt, folder)
    assert (code, out) == (0, "")
    assert err == "1 picture matches the records and 2 do not say how they were made.\n"
    code, out, _ = check(insikt, folder / "logga.svg")
    assert code == 1
    assert "does not say how it was made" in out
    assert check(insikt, folder / "text.txt")[0] == 2
    assert check(insikt, folder / "saknas.svg")[0] == 2
    assert check(insikt, folder / ".dold")[0] == 0
    (tmp_path / "inget").mkdir()
    assert check(insikt, tmp_path / "inget")[0] == 2


def test_a_pattern_that_the_shell_left(insikt: Insikt, tmp_path: Path) -> None:
    draw(insikt, tmp_path / "a.svg", "insight-map")
    draw(insikt, tmp_path / "b.svg", "upset")
    assert check(insikt, tmp_path / "*.svg") == (0, "", "2 pictures match the records.\n")
    assert check(insikt, tmp_path / "*.pdf")[0] == 2


def test_without_paths_all_that_git_holds(kept: Insikt) -> None:
    draw(kept, kept.root / "docs/karta.svg", "insight-map")
    draw(kept, kept.root / "utkast.svg", "insight-map")
    assert check(kept)[0] == 2
    git(kept.root, "add", "docs")
    assert check(kept) == (0, "", "1 picture matches the records.\n")
    add(kept)
    code, out, _ = check(kept)
    assert (code, out.count("\n")) == (1, 1)


def test_report_and_map_say_how_too(insikt: Insikt, tmp_path: Path) -> None:
    assert insikt("report", "-o", str(tmp_path / "r.md"))[0] == 0
    assert insikt("map", "-o", str(tmp_path / "k.pdf"), "--organisation", "pahittsala", "--dpi", "90")[0] == 0
    assert check(insikt, tmp_path / "r.png", tmp_path / "k.pdf")[0] == 0
    add(insikt, name="pahittsala/ny")
    assert check(insikt, tmp_path / "r.png", tmp_path / "k.pdf")[1].count("\n") == 2


def test_personal_data_do_not_travel_in_a_picture(insikt: Insikt, tmp_path: Path) -> None:
    for suffix in SUFFIXES:
        content = draw(insikt, tmp_path / f"a{suffix}", "insight-map", "070-123 45 67")
        assert recipe_line(content) is None
        assert b"123 45 67" not in content


def test_another_version_is_blamed_with_care(insikt: Insikt, tmp_path: Path) -> None:
    path = tmp_path / "a.svg"
    draw(insikt, path, "insight-map")
    text = path.read_text(encoding="utf-8")
    text = re.sub(r"(insiktskarta )[\d.]+(&quot;,&quot;table)", r"\g<1>0.0.1\2", text)
    path.write_text(text, encoding="utf-8")
    assert check(insikt, path)[0] == 0
    add(insikt)
    code, out, _ = check(insikt, path)
    assert code == 1
    assert "it was drawn by insiktskarta 0.0.1, or the records have changed" in out


HOSTILE = [
    "{}",
    "[]",
    "nonsense",
    START,
    START + "2}",
    START + '1,"figure":"insight-map"}',
    START + '1,"figure":"finns-inte","language":"sv","table":"x"}',
    START + '1,"figure":"insight-map","language":"kl","table":"x"}',
    START + '1,"figure":7,"language":"sv","table":"x"}',
    START + '1,"figure":"insight-map","language":"sv","table":"x","page":-1}',
    START + '1,"figure":"insight-map","language":"sv","table":"x","page":99}',
    START + '1,"figure":"insight-map","language":"sv","table":"x","at":"--output=x"}',
    START + '1,"figure":"insight-map","language":"sv","table":"x","at":"\\u001b[31m"}',
    START + '1,"figure":"before-after","language":"sv","table":"x"}',
    START + '1,"figure":"insight-map","language":"sv","table":"x","words":{"corpus":"x"}}',
    START + '1,"figure":"insight-map","language":"sv","table":"x","words":{"nytt-ord":"x"}}',
    START + '1,"figure":"gap-matrix","language":"sv","table":"x","words":{"by":"\\u001b[2J"}}',
    START + '1,"figure":"insight-map","language":"sv","table":"x","look":{"dpi":"rm -rf /; $(x)"}}',
    START + '1,"figure":"insight-map","language":"sv","table":"x","question":{"terms":{"påhitt":["x"]}}}',
    START
    + '1,"figure":"insight-map","language":"sv","table":"x","question":{"terms":{"grupper":["x\'); DROP"]}}}',
    START + '1,"figure":"insight-map","language":"sv","table":"x","question":{"text":"\\" OR NEAR( *"}}',
    START + '1,"figure":"insight-map","language":"sv","table":"x","question":{"organisations":"grums"}}',
    START + '1,"figure":"insight-map","language":"sv","table":"x","question":[1]}',
]


@pytest.mark.parametrize("line", HOSTILE)
def test_a_recipe_that_others_wrote_is_a_finding(insikt: Insikt, tmp_path: Path, line: str) -> None:
    path = tmp_path / "a.svg"
    escaped = line.replace("&", "&amp;").replace("<", "&lt;")
    path.write_text(f"<svg><metadata><dc:source>{escaped}</dc:source></metadata></svg>", encoding="utf-8")
    code, out, err = check(insikt, path)
    assert code == 1, err
    assert out.startswith(f"{path.as_posix()}: ")
    assert "\x1b" not in out + err
    assert len(list(tmp_path.iterdir())) == 2  # the workspace and the picture


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_broken_files_are_findings(insikt: Insikt, tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"a{suffix}"
    whole = draw(insikt, path, "insight-map")
    for content in (
        b"",
        whole[: len(whole) // 3],
        whole[:50],
        b"\0" * 99,
        whole[::-1],
        whole[:8] + b"\xff" * 40,
    ):
        path.write_bytes(content)
        assert check(insikt, path)[0] in {0, 1}


TEXTS = st.text(max_size=12)


@given(
    st.builds(
        Recipe,
        figure=TEXTS,
        language=TEXTS,
        question=st.builds(
            Question,
            st.lists(TEXTS, max_size=2).map(tuple),
            st.lists(TEXTS, max_size=2).map(tuple),
            st.dictionaries(TEXTS, st.lists(TEXTS, max_size=2).map(tuple), max_size=2),
            st.sampled_from(["", "ensam", 'två "ord i följd"', "{[(\\", "å 🧒"]),
        ),
        words=st.dictionaries(TEXTS, TEXTS, max_size=2),
        at=TEXTS,
        since=TEXTS,
        look=st.dictionaries(TEXTS, TEXTS, max_size=2),
        page=st.integers(0, 20),
        tool=TEXTS,
        table=TEXTS,
    )
)
def test_a_recipe_is_read_as_it_was_written(recipe: Recipe) -> None:
    line = recipe.text()
    assert line.isascii()
    assert "\n" not in line
    empty = not (recipe.figure and recipe.language and recipe.table)
    assert read(line) == (None if empty else recipe)


@given(
    st.recursive(
        st.none() | st.booleans() | st.floats() | TEXTS, lambda s: st.lists(s) | st.dictionaries(TEXTS, s)
    )
)
def test_whatever_json_there_is_is_read_or_refused(value: object) -> None:
    assert read(json.dumps(value)) is None
    found = read(json.dumps({"insikt": 1, "figure": "x", "language": "sv", "table": "y", "question": value}))
    assert found is None or isinstance(found.question, Question)


def test_every_kind_of_file_holds_the_same_line(insikt: Insikt, tmp_path: Path) -> None:
    lines = {
        recipe_line(draw(insikt, tmp_path / f"a{suffix}", "gap-matrix", "Åsa (\\) {x}"))
        for suffix in SUFFIXES
    }
    assert len(lines) == 1
    found = read(str(lines.pop()))
    assert found is not None
    assert found.question.text == "Åsa (\\) {x}"


def test_png_chunks_before_ours_are_passed_over() -> None:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    raw = b"\x89PNG\r\n\x1a\n" + chunk(b"tEXt", b"Title\0dc:source\0no") + chunk(b"zTXt", b"dc:source\0\0x")
    assert recipe_line(raw) is None
    assert recipe_line(raw + chunk(b"tEXt", b"dc:source\0yes")) == "yes"


def test_fingerprints_see_words_and_numbers_and_no_fractions() -> None:
    where = oracle.WHERE
    assert recipes.fingerprint((1, "a", where)) != recipes.fingerprint((2, "a", where))
    assert recipes.fingerprint((1, "a", where)) != recipes.fingerprint((1, "b", where))
    assert recipes.fingerprint((1, 0.5)) == recipes.fingerprint((1, 0.7))
    assert recipes.fingerprint(frozenset("abc")) == recipes.fingerprint(frozenset("cba"))
    assert recipes.fingerprint({"a": 1, "b": 2}) == recipes.fingerprint({"b": 2, "a": 1})


def test_the_picture_in_this_repository_matches(capsys: pytest.CaptureFixture[str]) -> None:
    assert check(Insikt(ROOT, capsys), ROOT / "docs/insiktskarta.svg")[0] == 0
