"""How the gallery is made: a history for the picture of two times, and smaller files in the same colours."""

import re
import sys
from contextlib import closing
from io import BytesIO
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

import insight_map_oracle as oracle
from insiktskarta.figures.insight_map import draw
from insiktskarta.files.earlier import corpus_at
from insiktskarta.files.git import commit
from insiktskarta.files.index import open_corpus
from insiktskarta.show.messages import language
from insiktskarta.show.raster import png
from insiktskarta.show.svg import svg

ROOT = Path(__file__).parent.parent


@pytest.fixture
def scripts(monkeypatch):
    """The scripts import each other, and the made-up corpus, by plain names, which nothing else here is to see."""
    monkeypatch.setattr(sys, "path", [str(ROOT / "scripts"), *sys.path])
    monkeypatch.setattr(sys, "dont_write_bytecode", True)


@pytest.mark.usefixtures("scripts")
def test_the_same_history_every_time_in_which_a_white_spot_is_filled(tmp_path, monkeypatch):
    from made_history import write_history

    monkeypatch.setenv("GIT_AUTHOR_NAME", "Somebody else")
    first, second = tmp_path / "a", tmp_path / "b"
    assert write_history(first, 120) == write_history(second, 120)
    assert commit(first) == commit(second)
    at = commit(first)
    assert at is not None
    assert (at.date, at.name[-1] != "+") == ("2025-06-30", True)
    count = "SELECT count(*) FROM record WHERE region = 'klienter+riskgrupp+invånare'"
    with closing(open_corpus(first)) as now, closing(corpus_at(first, "2024")) as then:
        assert now.value("SELECT count(*) FROM record") > then.value("SELECT count(*) FROM record") > 20
        assert now.value(count) > 0
        assert then.value(count) == 0
        assert then.at.date == "2023-06-30"


@pytest.mark.usefixtures("scripts")
def test_a_smaller_file_has_the_very_colours_of_the_picture():
    from gallery import smaller

    scene = draw(oracle.mixed(300), language("sv"))
    whole = png(scene, 60)
    before, after = (
        np.asarray(Image.open(BytesIO(each)).convert("RGB")) for each in (whole, smaller(whole, scene))
    )
    assert len(smaller(whole, scene)) < len(whole)
    for colour in {"ffffff", *re.findall(r'(?:fill|stroke)="#([0-9a-f]{6})"', svg(scene, fonts=False))}:
        there = (before == list(bytes.fromhex(colour))).all(axis=2)
        assert (after[there] == list(bytes.fromhex(colour))).all(), colour
