import dataclasses
from collections import Counter

import pytest

import insight_map_oracle as oracle
from insiktskarta.figures.insight_map import DRAWING
from insiktskarta.figures.scene import Group, Scene, Text, flat
from insiktskarta.model.language import ENGLISH


def ids(elements) -> list[str]:
    found = []
    for element in elements:
        if isinstance(element, Group):
            found += [element.id, *ids(element.elements)]
    return found


@pytest.mark.parametrize(
    "table", [oracle.table([]), oracle.mixed(12), oracle.mixed(300, several=0.4), oracle.mixed(5000)]
)
def test_every_group_has_an_id_of_its_own_and_a_title(table):
    scene = DRAWING.draw(table, ENGLISH)
    assert max(Counter(ids(scene.elements)).values()) == 1
    assert all(name.replace("-", "").isalnum() for name in ids(scene.elements))


def test_a_group_opens_in_painting_order():
    texts = [Text(0, 0, string, 1, "#000000") for string in "abc"]
    nested = (texts[0], Group("x", "X", (Group("y", "Y", (texts[1],)), texts[2])))
    assert [text.string for text in flat(nested)] == ["a", "b", "c"]


def test_a_scene_is_a_value():
    table = oracle.mixed(80)
    first, second = DRAWING.draw(table, ENGLISH), DRAWING.draw(table, ENGLISH)
    assert first == second
    assert isinstance(first, Scene)
    with pytest.raises(dataclasses.FrozenInstanceError):
        first.title = "other"


def test_a_scene_carries_where_it_comes_from():
    scene = DRAWING.draw(oracle.mixed(80), ENGLISH)
    terms = dict(scene.metadata)
    assert terms["publisher"] == "Exempelköping"
    assert terms["identifier"] == "a1b2c3d"
    assert terms["date"] == "2025-03-14"
    assert terms["description"] == scene.alt == DRAWING.alt(oracle.mixed(80), ENGLISH)
    assert "coverage" not in terms
