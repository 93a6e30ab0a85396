"""Every theme against WCAG: the colours of whole pictures, computed from what they draw, not from what they promise."""

import re
from dataclasses import replace
from io import BytesIO
from itertools import combinations

import pytest
from PIL import Image

import fig_oracle
import insight_map_oracle as oracle
from insiktskarta.figures import insight_map
from insiktskarta.figures.gallery import GALLERY, shown_name
from insiktskarta.figures.scene import Circle, Hatch, Mark, Path, Text, flat
from insiktskarta.figures.theme import PRINT, ROLES, THEMES, themed
from insiktskarta.model.language import ENGLISH
from insiktskarta.show.pdf import pdf
from insiktskarta.show.raster import png
from insiktskarta.show.svg import svg
from test_palette import SIGHT, difference, ratio

NAMES = list(THEMES)
MAP = insight_map.draw(oracle.mixed(300, several=0.2), ENGLISH)


def colours(scene) -> set[str]:
    return set(re.findall(r'(?:fill|stroke)="(#[0-9a-f]{6})"', svg(scene, fonts=False)))


@pytest.fixture(scope="module")
def scenes(tmp_path_factory):
    corpus = fig_oracle.opened(fig_oracle.write(tmp_path_factory.mktemp("themes"), fig_oracle.made(150)))
    return {
        shown_name(each): each.draw(each.pages(fig_oracle.asked(corpus, each))[0], ENGLISH)
        for each in GALLERY
    }


def test_every_colour_has_one_role():
    assert len(set(ROLES)) == len(ROLES)


@pytest.mark.parametrize("figure", GALLERY, ids=shown_name)
def test_no_figure_has_a_colour_that_themes_do_not_know(scenes, figure):
    assert colours(scenes[shown_name(figure)]) <= set(ROLES)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("figure", GALLERY, ids=shown_name)
def test_texts_can_be_read_in_every_theme(scenes, figure, name):
    page = fig_oracle.root(svg(themed(scenes[shown_name(figure)], THEMES[name]), fonts=False))
    assert fig_oracle.worst_contrast(page) >= 4.5


@pytest.mark.parametrize("name", NAMES)
def test_marks_and_outlines_stand_out_from_every_ground(name):
    scene = themed(MAP, THEMES[name])
    parts = flat(scene.elements)
    grounds = {part.fill for part in parts if isinstance(part, Path)} | {scene.page}
    marks = {colour for part in parts if isinstance(part, Mark) for colour in part.colours}
    rings = {part.stroke for part in parts if isinstance(part, Circle) and part.radius > 50}
    assert len(grounds) == 4
    assert len(marks) == 8
    assert len(rings) == 1
    assert min(ratio(mark, ground) for mark in marks | rings for ground in grounds) >= 3.0


@pytest.mark.parametrize("name", NAMES)
def test_white_spots_look_like_no_other_field(name):
    scene = themed(MAP, THEMES[name])
    hatch = {part.stroke for part in flat(scene.elements) if isinstance(part, Hatch)}
    assert len(hatch) == 1
    assert ratio(hatch.pop(), scene.page) >= 2.4


@pytest.mark.parametrize("name", ["print", "screen", "dark"])
@pytest.mark.parametrize("sight", SIGHT)
def test_groups_differ_for_every_kind_of_sight(name, sight):
    scene = themed(MAP, THEMES[name])
    marks = {colour for part in flat(scene.elements) if isinstance(part, Mark) for colour in part.colours}
    assert min(difference(one, other, sight) for one, other in combinations(marks, 2)) >= 9.3


def test_in_greys_everything_is_grey_and_groups_keep_their_shapes():
    scene = themed(MAP, THEMES["grey"])
    assert all(len({colour[1:3], colour[3:5], colour[5:7]}) == 1 for colour in colours(scene))
    marks = [part for part in flat(scene.elements) if isinstance(part, Mark) and len(part.colours) == 1]
    looks = {(mark.shape, mark.colours) for mark in marks}
    assert len(looks) == len({shape for shape, _ in looks}) == len({held for _, held in looks})


@pytest.mark.parametrize("name", NAMES)
def test_a_theme_moves_nothing(name):
    scene = themed(MAP, THEMES[name])
    assert re.sub(r"#[0-9a-f]{6}", "", svg(scene, fonts=False)) == re.sub(
        r"#[0-9a-f]{6}", "", svg(MAP, fonts=False)
    )
    assert replace(scene, elements=(), page="") == replace(MAP, elements=(), page="")


def test_print_is_what_figures_draw():
    assert themed(MAP, PRINT) is MAP


@pytest.mark.parametrize("name", NAMES)
def test_paper_has_the_colour_of_the_theme_in_every_renderer(name):
    scene = themed(MAP, THEMES[name])
    image = Image.open(BytesIO(png(scene, 60))).convert("RGB")
    corners = {image.getpixel((x, y)) for x in (0, image.width - 1) for y in (0, image.height - 1)}
    assert corners == {tuple(bytes.fromhex(scene.page[1:]))}
    first = next(fig_oracle.root(svg(scene, fonts=False)).iter("rect"))
    assert first.get("fill") == scene.page
    assert pdf(scene).startswith(b"%PDF")


def test_hollow_marks_are_as_white_inside_as_their_paper():
    scene = themed(insight_map.draw(oracle.mixed(3000), ENGLISH), THEMES["dark"])
    image = Image.open(BytesIO(png(scene, 160))).convert("RGB")
    hollow = [part for part in flat(scene.elements) if isinstance(part, Mark) and not part.filled]
    assert len(hollow) > 10
    for mark in hollow:
        assert image.getpixel((int(mark.x / 72 * 160), int(mark.y / 72 * 160))) == tuple(
            bytes.fromhex(scene.page[1:])
        )


def test_all_texts_have_a_colour_of_their_theme():
    scene = themed(MAP, THEMES["dark"])
    known = set(THEMES["dark"].colours.values())
    assert {part.colour for part in flat(scene.elements) if isinstance(part, Text)} <= known
