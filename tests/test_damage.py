"""An index with any of its pages damaged: every command answers as if nothing had happened."""

import random
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from conftest import Insikt
from insiktskarta.cli import BUG, CLEAN, FINDINGS
from insiktskarta.files.tables import PAGE
from insiktskarta.model.corpus import Corpus

COMMANDS = [
    ["lint"],
    ["lint", "--hints"],
    ["query", "unga"],
    ["query", "--output-format", "json"],
    ["show", "exempelkoping/en-vag-in"],
    ["aggregate", "--by", "grupp"],
    ["report"],
]


def index(root: Path) -> Path:
    return root / ".insikt/index.sqlite"


def damaged(raw: bytes, how: str) -> Iterator[bytes]:
    for start in range(0, len(raw), PAGE):
        page = raw[start : start + PAGE]
        wrong = {
            "zeroed": bytes(len(page)),
            "garbage": b"\xa5" * len(page),
            "shifted": page[1:] + page[:1],
        }[how]
        yield raw[:start] + wrong + raw[start + PAGE :]


@pytest.mark.parametrize("how", ["zeroed", "garbage", "shifted"])
@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_every_page(insikt: Insikt, command: list[str], how: str) -> None:
    insikt("query", "unga")  # fills the full text
    insikt("lint", "--hints")
    whole, raw = insikt(*command), index(insikt.root).read_bytes()
    assert len(raw) > 10 * PAGE
    assert whole[0] in (CLEAN, FINDINGS)
    for content in damaged(raw, how):
        index(insikt.root).write_bytes(content)
        assert insikt(*command) == whole


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_bytes_that_differ_are_no_bug(insikt: Insikt, command: list[str]) -> None:
    """A letter that has become another cannot be noticed; that the text is none, or no JSON, can."""
    assert insikt(*command)[0] in (CLEAN, FINDINGS)
    raw, chance = index(insikt.root).read_bytes(), random.Random(1)  # noqa: S311 - no secret
    for _ in range(25):
        content = bytearray(raw)
        for place in chance.sample(range(len(raw)), 20):
            content[place] ^= 0xFF
        index(insikt.root).write_bytes(content)
        assert insikt(*command)[0] != BUG


def test_a_fault_of_ours_is_told_after_one_more_try(insikt: Insikt, monkeypatch: pytest.MonkeyPatch) -> None:
    insikt("query")
    tries: list[str] = []

    def wrong(_corpus: Corpus, sql: str, _parameters: object = ()) -> None:
        tries.append(sql)
        raise sqlite3.OperationalError("no such column")

    monkeypatch.setattr(Corpus, "rows", wrong)
    code, out, err = insikt("query")
    assert (code, out) == (BUG, "")
    assert err.count("OperationalError") == 1
    assert len(tries) > 1
