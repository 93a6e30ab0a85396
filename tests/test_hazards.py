"""Files that break parsers: each gives a located finding, or the value that a person means."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from insiktskarta.files import events, exact, fast
from insiktskarta.files.decode import decoded
from insiktskarta.files.parse import parse
from insiktskarta.files.settings import read_workspace
from insiktskarta.rules.rule import Context

WORKSPACE = read_workspace(Path("/"), b"")
CONTEXT = Context(WORKSPACE.vocabulary(), WORKSPACE.registry())

# By hand: the code and the place of the first finding, where the file is one that no record may be.
FOUND: dict[str, tuple[str, int, int]] = {
    "colon-in-plain.yaml": ("YA106", 1, 13),
    "complex-key.yaml": ("YA115", 1, 3),
    "control-char.yaml": ("YA103", 1, 10),
    "cp1252-quotes.yaml": ("YA101", 1, 8),
    "deep-block-nesting.yaml": ("YA105", 0, 0),
    "deep-flow-nesting.yaml": ("YA112", 1, 24),
    "empty.yaml": ("YA113", 1, 1),
    "int-key.yaml": ("YA115", 1, 1),
    "latin1.yaml": ("YA101", 1, 8),
    "leading-percent.yaml": ("YA106", 1, 8),
    "leading-special.yaml": ("YA106", 1, 8),
    "list-root.yaml": ("YA113", 1, 1),
    "merge-key-bomb.yaml": ("YA109", 1, 4),
    "multi-document.yaml": ("YA107", 3, 1),
    "null-byte.yaml": ("YA103", 1, 9),
    "only-comment.yaml": ("YA113", 1, 1),
    "python-name-tag.yaml": ("YA110", 1, 8),
    "python-object-tag.yaml": ("YA110", 1, 8),
    "scalar-root.yaml": ("YA113", 1, 1),
    "tab-indent.yaml": ("YA104", 3, 1),
    "unclosed-quote.yaml": ("YA106", 1, 8),
    "unknown-tag.yaml": ("YA110", 1, 8),
    "utf16le-bom.yaml": ("YA101", 1, 1),
    "utf8-bom.yaml": ("YA102", 1, 1),
    "very-long-line.yaml": ("YA105", 0, 0),
    "yaml-directive-1.1.yaml": ("YA116", 1, 1),
    "yaml-directive-1.2.yaml": ("YA116", 1, 1),
}
# By hand: what the file says, where nothing is wrong with it as YAML 1.2.
MEANT: dict[str, Any] = {
    "cr-only.yaml": {"titel": "x", "citat": "y"},
    "crlf.yaml": {"titel": "x", "citat": "rad ett\nrad två\n"},
    "float-and-null.yaml": {
        "version": 1.1,
        "andel": 1000.0,
        "inget": None,
        "tilde": None,
        "tomt": None,
        "nan": float("nan"),
        "oandlig": float("inf"),
        "underscore": "1_000",
    },
    "norway-problem.yaml": {
        "lan": "NO",
        "ja": "ja",
        "svar": "no",
        "svar2": "on",
        "svar3": "yes",
        "svar4": "off",
    },
    "sexagesimal-tid.yaml": {"tid": "12:30", "tid2": "1:30:00"},
}


@pytest.fixture(params=["all", "no yaml-rs", "no libyaml"])
def readers(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if request.param != "all":
        monkeypatch.setattr(fast, "yaml_rs", None)
    if request.param == "no libyaml":
        monkeypatch.setattr(events, "_LOADER", yaml.SafeLoader)


def test_every_hazard_has_an_answer(shared: Path) -> None:
    assert {path.name for path in (shared / "data/hazards").iterdir()} == FOUND.keys() | MEANT.keys()


@pytest.mark.parametrize("name", FOUND)
def test_found(name: str, shared: Path, readers: None) -> None:
    parsed = parse("insights/grums/x.yaml", (shared / "data/hazards" / name).read_bytes(), CONTEXT)
    first = next(each for each in parsed.findings if each.code.startswith("YA"))
    assert (first.code, first.line, first.column) == FOUND[name]
    assert parsed.record is None


@pytest.mark.parametrize("name", MEANT)
def test_meant(name: str, shared: Path, readers: None) -> None:
    text, problems = decoded((shared / "data/hazards" / name).read_bytes())
    assert text is not None
    read = exact.read(text)
    assert (problems, read.problems) == ([], [])
    assert repr(read.value) == repr(MEANT[name])
    assert fast.fast(text) in (None, MEANT[name])


HAZARDS: list[tuple[bytes, str, int, int]] = [
    (b"titel: Citat: nej\n", "YA106", 1, 13),
    (b"? [a, b]\n: c\n", "YA115", 1, 3),
    (b"a: &a {x: 1}\nb: {<<: [*a, *a]}\n", "YA109", 1, 4),
    (b"a: !!python/object/apply:os.system [x]\n", "YA110", 1, 4),
    (b"a: b\n--- \nc: d\n", "YA107", 2, 1),
    ("Ä: å\n".encode("cp1252"), "YA101", 1, 1),
    ("Ä: å\n".encode("utf-16"), "YA101", 1, 1),
    ("Ä: å\n".encode("utf-16-be"), "YA101", 1, 2),
    ("Ä: å\n".encode("utf-32"), "YA101", 1, 1),
    (b"\xed\xa0\x80: a\n", "YA101", 1, 1),
    (b"a: \xc0\xafb\n", "YA101", 1, 4),
    (b"a: %50\n", "YA106", 1, 4),
    (b"a: @b\n", "YA106", 1, 4),
    (b"a:\n\t- b\n", "YA104", 2, 1),
    (b"kod: 0180\n", "YA114", 1, 6),
    (b"kod: [0180, 01]\n", "YA114", 1, 7),
    (b"0180: a\n", "YA114", 1, 1),
]


@pytest.mark.parametrize(("raw", "code", "line", "column"), HAZARDS)
def test_the_same_ground_without_the_shared_material(
    raw: bytes, code: str, line: int, column: int, readers: None
) -> None:
    parsed = parse("insights/grums/x.yaml", raw, CONTEXT)
    first = next(each for each in parsed.findings if each.code.startswith("YA"))
    assert (first.code, first.line, first.column) == (code, line, column)
    assert parsed.record is None
