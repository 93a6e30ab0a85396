"""The map coloured by any facet, of any type of record: counts read back from the drawn page, and seeded faults that are caught."""

import re
from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import fig_oracle
import insight_map_oracle as oracle
from insiktskarta.cli import main
from insiktskarta.figures.insight_map import DRAWING, draw
from insiktskarta.figures.scene import Group as Together
from insiktskarta.figures.scene import Mark as Symbol
from insiktskarta.figures.scene import Path, Scene, Text
from insiktskarta.model.errors import InsiktError
from insiktskarta.model.language import ENGLISH
from insiktskarta.query.question import Question
from insiktskarta.show.messages import language
from insiktskarta.show.svg import svg
from insiktskarta.tables.perspective_regions import REGIONS, PerspectiveRegions
from insiktskarta.tables.request import Request

FACETS = ["röst", "rost", "tema", "organisation", "förflyttning", "forflyttning", "livssituation", "år"]
KINDS = {
    "insikt": ("insikter", "insights"),
    "insiktsarbete": ("insiktsarbeten", "studies"),
    "fråga": ("frågor", "questions"),
    "test": ("tester", "trials"),
    "lärdom": ("lärdomar", "lessons"),
}


@pytest.fixture(scope="module")
def corpus(tmp_path_factory):
    return fig_oracle.opened(fig_oracle.write(tmp_path_factory.mktemp("colours"), fig_oracle.made(150)))


def drawn_counts(table: PerspectiveRegions) -> Counter[tuple[oracle.Region, oracle.Region]]:
    page = oracle.root(svg(draw(table, ENGLISH), fonts=False))
    colours, circles = oracle.legend(page), oracle.circles(page)
    return Counter(
        (oracle.where(mark, circles), tuple(sorted(colours.index(each) for each in mark.colours)))
        for mark in oracle.marks(page)
    )


@pytest.mark.parametrize("facet", FACETS)
def test_the_map_can_be_coloured_by_any_facet(corpus, facet):
    table = fig_oracle.asked(corpus, DRAWING, facet)
    assert len(table.marks) == 150
    assert not table.by_groups
    assert 1 < len(table.groups) <= 8
    assert drawn_counts(table) == oracle.counted(table)


def test_colours_hold_the_records_that_have_the_value():
    """Counted from the made-up records, not from the table."""
    records = fig_oracle.made(150)
    assert len({record["teman"][0] for record in records}) > 1


@pytest.mark.parametrize(("facet", "key"), [("tema", "teman"), ("förflyttning", "förflyttningar")])
def test_each_value_has_its_records(corpus, facet, key):
    table = fig_oracle.asked(corpus, DRAWING, facet)
    wanted = Counter(value for record in fig_oracle.made(150) for value in record[key])
    bars = Counter(table.groups[index].id for mark in table.marks for index in mark.groups)
    for group in table.groups:
        if group.id:
            assert bars[group.id] == wanted[group.id], group.id


def test_an_unknown_facet_is_told_the_nearest(corpus):
    with pytest.raises(InsiktError) as caught:
        fig_oracle.asked(corpus, DRAWING, "roster")
    assert caught.value.values["near"] == "röst"


def places(tmp_path, count: int):
    """A workspace with one to three insights from each of many made-up places."""
    names = [f"plats-{number}" for number in range(count)]
    lines = [f"  {name}: {{namn: Plats {name[6:]}, slag: kommun}}" for name in names]
    (tmp_path / "insights").mkdir()
    (tmp_path / "insikt.yaml").write_text("organisationer:\n" + "\n".join(lines) + "\n", encoding="utf-8")
    for number, name in enumerate(names):
        for each in range(3 if number % 5 == 0 else 1 + number % 2):
            text = f"typ: insikt\nrubrik: Något {name} {each}\ninsikt: En mening.\nperspektiv: [riskgrupp]\nröst: egen\n"
            fig_oracle.put(tmp_path, f"{name}/post-{each}", text)
    return fig_oracle.opened(tmp_path)


@pytest.mark.parametrize("count", [1, 2, 8, 9, 30])
def test_more_than_eight_values_stand_together_and_the_legend_says_so(tmp_path, count):
    table = fig_oracle.asked(places(tmp_path, count), DRAWING, "organisation")
    assert len(table.groups) == min(count, 8)
    written = " ".join(fig_oracle.texts(fig_oracle.root(svg(draw(table, ENGLISH), fonts=False))))
    assert ("Others are" in written) == (count > 8)
    assert sum(len(mark.groups) for mark in table.marks) == len(table.marks)
    if count > 8:
        assert table.groups[-1].label == "others"
        own = [group.label for group in table.groups[:-1]]
        largest = [f"Plats {number}" for number in range(0, count, 5)][:7]
        assert set(largest) <= set(own)
        assert sorted(own, key=lambda name: int(name.split()[1])) == own


def retyped(text: str, kind: str) -> str:
    """The file of an insight as one of another type, without the fields that only insights have."""
    key = {"insiktsarbete": "beskrivning", "test": "beskrivning"}.get(kind, kind)
    text = text.replace("typ: insikt\n", f"typ: {kind}\n").replace("\ninsikt:", f"\n{key}:")
    text += {"insiktsarbete": "metoder: [enkät]\nstatus: genomfört\n", "test": "status: pågående\n"}.get(
        kind, ""
    )
    return text if kind in ("insikt", "insiktsarbete") else re.sub("insamlad: .*\n", "", text)


@pytest.mark.parametrize("spoken", ["sv", "en"])
@pytest.mark.parametrize("kind", KINDS)
def test_every_word_names_the_type_that_is_shown(tmp_path, kind, spoken):
    records = fig_oracle.made(60)
    root = fig_oracle.write(tmp_path / "w", records)
    for path in root.glob("insights/*/*.yaml"):
        path.write_text(retyped(path.read_text(encoding="utf-8"), kind), encoding="utf-8")
    corpus = fig_oracle.opened(root)
    request = Request(corpus, Question(types=(kind,)), fig_oracle.WHERE, language(spoken))
    table = DRAWING.table(request)
    assert table.marks
    scene = draw(table, language(spoken))
    said = " ".join([scene.title, scene.alt, scene.description, svg(scene, fonts=False)]).lower()
    mine = KINDS[kind][spoken == "en"]
    assert f"{len(table.marks)} {mine}" in said
    if kind != "insikt":
        assert not re.search(
            r"\binsikt(er)?\b|\binsights?\b", re.sub(r"id=\"[^\"]*\"|insight-map|insikt sans", "", said)
        )


def test_a_report_names_the_type_that_it_is_about(capsys):
    assert main(["report", "--typ", "test", "--lang", "sv"]) == 0
    said = re.sub(
        r"tidiga insikter.*|insiktsrapport|insikter,|för \S+ insats\S*", "", capsys.readouterr().out.lower()
    )
    head = said.partition("## ")[2]
    assert "19 tester" in head
    assert "tester per grupp och perspektiv" in head
    assert "antal tester: 19" in head
    assert "antal insikter" not in head
    assert "flest insikter" not in head


def test_studies_beside_insights_are_outlined(tmp_path):
    records = fig_oracle.made(90)
    root = fig_oracle.write(tmp_path / "w", records)
    changed = sorted(root.glob("insights/*/*.yaml"))[:25]
    for path in changed:
        path.write_text(retyped(path.read_text(encoding="utf-8"), "insiktsarbete"), encoding="utf-8")
    request = Request(
        fig_oracle.opened(root), Question(types=("insikt", "insiktsarbete")), fig_oracle.WHERE, ENGLISH
    )
    table = DRAWING.table(request)
    page = oracle.root(svg(draw(table, ENGLISH), fonts=False))
    groups = [
        group for group in page.iter("g") if re.search(r"region-\w+-(others-)?group", group.get("id", ""))
    ]
    hollow = sum(
        int((group.findtext("title") or "").rpartition(": ")[2].split()[0])
        for group in groups
        if "-others-" in group.get("id", "")
    )
    assert hollow == sum(mark.outlined for mark in table.marks) == len(changed)
    assert "outlined ones studies (25)" in " ".join(fig_oracle.texts(page))
    for group in groups:
        fills = {shape.get("fill") for shape in group if shape.tag in ("circle", "path")}
        assert (fills == {"#ffffff"}) == ("-others-" in group.get("id", ""))


def test_what_is_outside_the_circles_is_in_the_subtitle_and_the_alt_text():
    table = oracle.table([((), (0,))] * 10 + [((1,), (1,))])
    for said in (
        draw(table, ENGLISH).alt,
        " ".join(t for *_, t in oracle.boxes(oracle.root(svg(draw(table, ENGLISH))))),
    ):
        assert "11 insights from 2 groups, 1 of them in the three circles and 10 outside" in said
        assert "in three perspectives" not in said


# --- seeded faults: the checks above see them -------------------------------------------------------------------


def moved(element, change):
    if isinstance(element, Together):
        return replace(element, elements=tuple(moved(each, change) for each in element.elements))
    return change(element)


def mutated(scene: Scene, change) -> oracle.ET.Element:
    return oracle.root(
        svg(replace(scene, elements=tuple(moved(e, change) for e in scene.elements)), fonts=False)
    )


def faults(page: oracle.ET.Element, table: PerspectiveRegions) -> set[str]:
    """What the reader of drawn maps has to say against a page."""
    found = set()
    circles, colours = oracle.circles(page), oracle.legend(page)
    marks = oracle.marks(page)
    try:
        counts = Counter(
            (oracle.where(mark, circles), tuple(sorted(colours.index(each) for each in mark.colours)))
            for mark in marks
        )
    except AssertionError:
        return {"across"}
    if counts != oracle.counted(table):
        found.add("count")
    held = Counter(mark.region for mark in table.marks)
    for group in page.iter("g"):
        name = re.fullmatch(r"insight-map-region-(\d+)", group.get("id", ""))
        if not name:
            continue
        region = tuple(int(digit) for digit in name[1])
        strings = [text.text for text in group.iter("text")]
        strokes = [path for path in group if path.tag == "path" and path.get("stroke")]
        if held[region] and str(held[region]) not in strings:
            found.add("number")
        if bool(strokes) == bool(held[region]):
            found.add("hatch")
        last = [path for path in group if path.tag == "path"][-1:]
        if not held[region] and last and not last[0].get("stroke"):
            found.add("painted over")
    if fig_oracle.overlapping(page):
        found.add("texts")
    return found


TABLE = oracle.mixed(120)
SCENE = draw(TABLE, ENGLISH)


def once(kind, change, which=lambda _: True):
    seen = []

    def changed(element):
        if isinstance(element, kind) and which(element) and not seen:
            seen.append(element)
            return change(element)
        return element

    return changed


SEEDED = {
    "a mark moved to another field": (once(Symbol, lambda m: replace(m, x=237.5, y=279.0)), {"count"}),
    "a mark moved across an edge": (
        once(
            Symbol,
            lambda m: replace(m, x=237.5 - 130.0 * 1.1 / 2 - 130.0, y=279.0 - 130.0 * 1.1 / 3**0.5 / 2),
        ),
        {"across"},
    ),
    "a mark in another group's colour": (once(Symbol, lambda m: replace(m, colours=("#7c7c7c",))), {"count"}),
    "a wrong number": (
        once(Text, lambda t: replace(t, string="999"), lambda t: t.size == 14.5),
        {"number"},
    ),
    "a text over another": (
        once(Text, lambda t: replace(t, y=t.y + 17.5), lambda t: t.size == 20.0),
        {"texts"},
    ),
}


def test_a_faultless_page_has_no_faults():
    assert faults(mutated(SCENE, lambda element: element), TABLE) == set()


@pytest.mark.parametrize("name", SEEDED)
def test_seeded_faults_are_seen(name):
    change, wanted = SEEDED[name]
    assert wanted <= faults(mutated(SCENE, change), TABLE)


def test_a_white_spot_that_is_painted_over_is_seen():
    def painted(element):
        if isinstance(element, Together) and element.id == "region-02":
            ground = next(each for each in element.elements if isinstance(each, Path))
            return replace(element, elements=(*element.elements, replace(ground, fill="#e5e9f0")))
        return element

    scene = replace(SCENE, elements=tuple(painted(each) for each in SCENE.elements))
    assert "painted over" in faults(oracle.root(svg(scene, fonts=False)), TABLE)


pairs = st.tuples(
    st.sampled_from(oracle.EVERYWHERE),
    st.sets(st.integers(0, 7), min_size=1, max_size=2).map(lambda held: tuple(sorted(held))),
)


@settings(max_examples=15, deadline=None)
@given(st.lists(pairs, min_size=61, max_size=200), st.integers(0, 60))
def test_any_mark_that_is_lost_is_missed(marks, lost):
    table = oracle.table(marks)
    fewer = replace(table, marks=table.marks[:lost] + table.marks[lost + 1 :])
    page = oracle.root(svg(draw(fewer, ENGLISH), fonts=False))
    if "Each mark is one insight" in " ".join(text.text or "" for text in page.iter("text")):
        assert faults(page, table)


@pytest.mark.parametrize("count", [1, 2, 60, 61, 999, 10_000, 100_000])
def test_any_number_of_insights_has_a_map(count):
    table = oracle.mixed(count)
    page = oracle.root(svg(draw(table, ENGLISH), fonts=False))
    assert not fig_oracle.overlapping(page)
    for region in REGIONS:
        held = sum(mark.region == region for mark in table.marks)
        assert not held or f"{held:,}" in {text.text for text in page.iter("text")}
