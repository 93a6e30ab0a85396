"""Files in other encodings than UTF-8 are searched, and shown without what is found."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conftest import write_workspace
from insiktskarta.cli import main
from insiktskarta.files.decode import decoded
from insiktskarta.files.legible import legible, wide

TEXT = "rubrik: pnr 790620-2390\nanteckning: Handläggaren Åsa Öberg har 070-174 06 05.\n"
ENCODINGS = ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be", "cp1252", "utf-8-sig"]


def lint(capsys: pytest.CaptureFixture[str], root: Path, raw: bytes, *options: str) -> str:
    write_workspace(root, {})
    (root / "insights/exempelkoping").mkdir(parents=True, exist_ok=True)
    (root / "insights/exempelkoping/a.yaml").write_bytes(raw)
    main(["lint", "--workspace", str(root), "--lang", "sv", *options])
    said = capsys.readouterr()
    return said.out + said.err


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("form", ["text", "concise", "json", "github", "gitlab", "sarif", "junit"])
def test_other_encodings_are_searched_and_masked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], encoding: str, form: str
) -> None:
    said = lint(capsys, tmp_path, TEXT.encode(encoding), "--output-format", form)
    for code in ("PD101", "PD201", "PD401"):
        assert code in said
    letters = "".join(sign for sign in said if sign.isalnum())
    assert not [secret for secret in ("2390", "1740", "Öberg") if secret in letters]


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
def test_wide_text_without_a_mark_is_one_fault_and_not_a_thousand(encoding: str) -> None:
    _, problems = decoded(b"rubrik: x\n".decode().encode(encoding) * 50)
    assert [(each.code, each.line, each.column) for each in problems] == [("YA101", 1, 1)]


def test_a_wide_part_of_a_text_is_searched(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    raw = b"# en rad som alla andra\n" * 200 + TEXT.encode("utf-16-le")
    assert "PD101" in lint(capsys, tmp_path, raw)


def test_a_place_is_where_it_is_seen(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    said = lint(capsys, tmp_path, TEXT.encode("utf-16"), "--select", "PD", "--output-format", "concise")
    assert "a.yaml:1:13: PD101" in said.replace(" error", "").replace("1:13 ", "1:13: ")


@given(st.binary(max_size=60))
def test_any_bytes_are_legible(raw: bytes) -> None:
    legible(raw).encode("utf-8", "strict" if wide(raw) is None else "replace")


@given(
    st.text(st.characters(max_codepoint=0xFF, min_codepoint=0x20), min_size=8), st.sampled_from(ENCODINGS[:6])
)
def test_european_text_is_read_in_any_width(text: str, encoding: str) -> None:
    assert legible(text.encode(encoding)) == text


@given(st.text(max_size=60))
def test_utf_8_is_read_as_it_is(text: str) -> None:
    raw = text.encode("utf-8", "replace")
    if wide(raw) is None and not raw.startswith((b"\0\0\xfe\xff", b"\xef\xbb\xbf")):
        assert legible(raw) == raw.decode()
