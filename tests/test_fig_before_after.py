"""The map at two points in time against the records: counts, places, what is new, what white spots became."""

import copy
import random
import re
from collections import Counter
from math import dist
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest

import fig_oracle as oracle
from conftest import Insikt
from git_workspace import keep, start
from insiktskarta.figures.before_after import DRAWING
from insiktskarta.figures.comparison import panel
from insiktskarta.model.errors import InsiktError
from insiktskarta.model.language import ENGLISH
from insiktskarta.query.question import Question
from insiktskarta.show.messages import language
from insiktskarta.tables import before_after as table_of
from insiktskarta.tables.before_after import BeforeAfter
from insiktskarta.tables.request import Request

REGIONS = oracle.REGIONS
NAMES = dict(
    zip(
        REGIONS,
        (
            "only support",
            "only risk group",
            "only residents",
            "support + risk group",
            "support + residents",
            "risk group + residents",
            "all three",
        ),
        strict=True,
    )
)
Record = dict[str, Any]


def pair(count: int, seed: int = 5) -> tuple[list[Record], list[Record]]:
    """Records before and after: some new, some gone, some in another field; one field filled, another emptied."""
    chance, after = random.Random(seed), oracle.made(count)  # noqa: S311 - made-up records
    before = []
    for record in after:
        if oracle.region_of(record) == (1, 2) or chance.random() < 0.4:
            continue
        earlier = copy.deepcopy(record)
        if chance.random() < 0.08:
            earlier["perspektiv"] = ["klienter", "invånare"]
        before.append(earlier)
    gone = after[: max(count // 20, 1) if count > 1 else 0]
    before += [
        record | {"id": record["id"] + "-borta"} for record in gone if oracle.region_of(record) != (1, 2)
    ]
    return before, after


def compared(folder: Path, before: list[Record], after: list[Record]) -> BeforeAfter:
    now, then = (
        oracle.opened(oracle.write(folder / name, each)) for name, each in (("nu", after), ("då", before))
    )
    question = Question(types=("insikt",))
    return DRAWING.table(Request(now, question, oracle.WHERE, ENGLISH, earlier=then))


@pytest.fixture(scope="module")
def tables(
    tmp_path_factory: pytest.TempPathFactory,
) -> dict[int, tuple[BeforeAfter, list[Record], list[Record]]]:
    found = {}
    for count in (0, 1, 12, 60, 300, 3000):
        before, after = pair(count)
        found[count] = compared(tmp_path_factory.mktemp(str(count)), before, after), before, after
    return found


def circles(page: ET.Element, which: str) -> list[tuple[float, float, float]]:
    """The drawn circles of one map: upper left, upper right, below."""
    group = next(each for each in page.iter("g") if each.get("id") == f"before-after-{which}")
    found = [tuple(float(c.get(key, 0)) for key in ("cx", "cy", "r")) for c in group if c.tag == "circle"]
    return sorted(found, key=lambda circle: (round(circle[1]), circle[0]))


def discs(shapes: list[ET.Element]) -> list[tuple[float, float]]:
    """The middles of marks, the sectors of one mark put together; rings and strokes left out."""
    found: list[tuple[float, float]] = []
    for shape in shapes:
        if shape.tag == "circle":
            if shape.get("fill") != "none":
                found.append((float(shape.get("cx", 0)), float(shape.get("cy", 0))))
            continue
        path = shape.get("d", "")
        if not path.endswith("Z"):
            continue
        numbers = [
            float(each) for each in re.findall(r"-?\d+(?:\.\d+)?", re.sub(r"A[^A]*? 0 [01] [01] ", "L", path))
        ]
        xs, ys = numbers[::2], numbers[1::2]
        middle = (
            (xs[-1], ys[-1])
            if "A" in path and "L" in path
            else ((min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2)
        )
        if not found or dist(found[-1], middle) > 1.0:
            found.append(middle)
    return found


def verify(table: BeforeAfter, before: list[Record], after: list[Record]) -> None:
    page = oracle.drawn(DRAWING, table)[0]
    assert circles(page, "before")[1][0] < circles(page, "after")[0][0]
    then, now = ({each["id"]: oracle.region_of(each) for each in records} for records in (before, after))
    for which, mine, other in (("before", then, now), ("after", now, then)):
        kind, drawn = ("new" if which == "after" else "gone"), circles(page, which)
        assert len({round(radius, 3) for *_, radius in (*drawn, *circles(page, "before"))}) == 1
        changed = Counter(region for id_, region in mine.items() if other.get(id_) != region)
        same = Counter(region for id_, region in mine.items() if other.get(id_) == region)
        told: dict[tuple[str, tuple[int, ...]], int] = Counter()
        for group in page.iter("g"):
            match = re.fullmatch(
                rf"before-after-{which}-region-(none|\d+)-(both|{kind})-group[\w-]*", group.get("id", "")
            )
            if not match:
                continue
            region = () if match[1] == "none" else tuple(map(int, match[1]))
            title = group.findtext("title") or ""
            number = int(re.search(r": ([\d,]+) ", title)[1].replace(",", ""))  # type: ignore[index]
            told[match[2], region] += number
            found = discs([each for each in group if each.tag in {"circle", "path"}])
            assert 0 < len(found) <= number
            for x, y in found:
                assert tuple(i for i, (cx, cy, r) in enumerate(drawn) if dist((x, y), (cx, cy)) < r) == region
            rings = [each for each in group if each.get("fill") == "none" and each.tag == "circle"]
            strokes = [each for each in group if each.tag == "path" and "Z" not in each.get("d", "")]
            assert len(rings) == (len(found) if match[2] == "new" else 0)
            assert len(strokes) == (2 * len(found) if match[2] == "gone" else 0)
        assert {region: n for (what, region), n in told.items() if what == kind} == dict(changed)
        assert {region: n for (what, region), n in told.items() if what == "both"} == dict(same)
        for region in REGIONS:
            _field(page, which, region, (changed + same)[region], Counter(other.values())[region])


def _field(page: ET.Element, which: str, region: tuple[int, ...], count: int, others: int) -> None:
    id_ = f"before-after-{which}-region-{''.join(map(str, region))}"
    group = next(each for each in page.iter("g") if each.get("id") == id_)
    said = oracle.texts(group)
    if not count:
        assert said == ["white spot"]
        assert any(each.get("stroke") == "#9aa3af" for each in group)
        return
    change = count - others
    wanted = [f"{count:,}"] + ([f"{change:+,}"] if which == "after" and change else [])
    assert said == wanted
    fills = [each.get("fill") for each in group if each.tag == "path"]
    assert fills[0] == {1: "#eef1f5", 2: "#e5e9f0", 3: "#dce2ea"}[len(region)]
    border = [each for each in group if each.get("d") and each.get("fill") == "none"]
    assert bool(border) == (which == "after" and not others)


@pytest.mark.parametrize("count", [0, 1, 12, 60, 300, 3000])
def test_both_maps_hold_their_records_where_they_belong(tables, count: int) -> None:
    verify(*tables[count])


@pytest.mark.parametrize("count", [0, 1, 12, 60, 300, 3000])
def test_words_say_what_changed(tables, count: int) -> None:
    table, before, after = tables[count]
    then, now = ({each["id"]: oracle.region_of(each) for each in records} for records in (before, after))
    alt = DRAWING.alt(table, ENGLISH)
    added, removed = len(now.keys() - then.keys()), len(then.keys() - now.keys())
    moved = sum(now[id_] != then[id_] for id_ in now.keys() & then.keys())
    if added or removed or moved:
        assert f"{added:,} {'is' if added == 1 else 'are'} new" in alt
        assert (f"{removed:,} {'is' if removed == 1 else 'are'} gone" in alt) == bool(removed)
        assert (f"{moved:,} ha{'s' if moved == 1 else 've'} changed area" in alt) == bool(moved)
    first, second = Counter(then.values()), Counter(now.values())
    filled = [f"{NAMES[r]} ({second[r]:,})" for r in REGIONS if second[r] and not first[r]]
    emptied = [NAMES[r] for r in REGIONS if first[r] and not second[r]]
    still = [NAMES[r] for r in REGIONS if not first[r] and not second[r]]
    assert not filled or f"white spot{'s' if len(filled) > 1 else ''} and ha" in alt
    assert not filled or f"now: {', '.join(filled)}." in alt
    assert not emptied or f"Has become a white spot: {', '.join(emptied)}." in alt
    assert not still or len(still) == 7 or f"White spots still: {', '.join(still)}." in alt
    sheet = {(row[0], row[1]): row[2:] for row in DRAWING.sheet(table).rows}
    for region in (*REGIONS, ()):
        key = "+".join(oracle.CIRCLES[index] for index in region) or "-"
        assert sheet["region", key] == (first[region], second[region], second[region] - first[region])
    assert sheet["total", ""] == (len(before), len(after), len(after) - len(before))
    groups = [Counter(g for each in records for g in each["grupper"] or ["-"]) for records in (before, after)]
    for name in oracle.GROUPS[:-1]:
        assert sheet["group", name] == (groups[0][name], groups[1][name], groups[1][name] - groups[0][name])


@pytest.mark.parametrize("count", [0, 1, 12, 60, 300, 3000])
@pytest.mark.parametrize("spoken", ["sv", "en"])
def test_nothing_lies_over_anything_else(tables, count: int, spoken: str) -> None:
    table = tables[count][0]
    page = oracle.drawn(DRAWING, table, language(spoken))[0]
    wide, high = oracle.size(page)
    assert not oracle.overlapping(page)
    assert all(
        left >= 18 and right <= wide - 18 and bottom <= high - 10
        for left, _, right, bottom, _ in oracle.boxes(page)
    )
    assert oracle.worst_contrast(page) >= 4.5
    texts = [box[:4] for box in oracle.boxes(page)]
    rings = [
        (x - r, y - r, x + r, y + r)
        for shape in page.iter("circle")
        for x, y, r in [tuple(float(shape.get(key, 0)) for key in ("cx", "cy", "r"))]
        if r < 20
    ]
    if len(rings) < 400:
        assert oracle.touching(rings + texts) - oracle.touching(rings) - oracle.touching(texts) == 0


FAULTS = {
    "all new": (
        "sides",
        lambda real: (
            lambda table: tuple(
                panel.Side(
                    each.table, frozenset(mark.id for mark in each.table.marks), each.other, later=each.later
                )
                for each in real(table)
            )
        ),
    ),
    "swapped": ("sides", lambda real: lambda table: tuple(reversed(real(table)))),
    "no rings": ("sign", lambda _: lambda *_, **__: ()),
    "no border": ("border", lambda _: lambda *_: panel.Hatch((), "#4b5563", 1.0)),
}


@pytest.mark.parametrize("fault", sorted(FAULTS))
def test_a_picture_that_is_wrong_is_caught(tables, monkeypatch: pytest.MonkeyPatch, fault: str) -> None:
    name, wrong = FAULTS[fault]
    monkeypatch.setattr(panel, name, wrong(getattr(panel, name)))
    with pytest.raises(AssertionError):
        verify(*tables[60])


def test_a_table_that_forgets_who_moved_is_caught(tables) -> None:
    table, before, after = tables[300]
    ids = {each["id"] for each in before}
    wrong = BeforeAfter(
        table.title,
        table.before,
        table.after,
        table.gone,
        frozenset(i for i in table.new if i not in ids),
        0,
        table.kind,
        table.provenance,
    )
    with pytest.raises(AssertionError):
        verify(wrong, before, after)


def test_a_record_that_was_renamed_is_not_new(tmp_path: Path) -> None:
    before = oracle.made(9)
    after = copy.deepcopy(before)
    old = after[0]["id"]
    after[0]["id"] = "ankeborg/nytt-namn"
    root = oracle.write(tmp_path / "nu", after)
    file = root / "insights/ankeborg/nytt-namn.yaml"
    file.write_text(file.read_text(encoding="utf-8") + f"tidigare-id: [{old}]\n", encoding="utf-8")
    now, then = oracle.opened(root), oracle.opened(oracle.write(tmp_path / "då", before))
    table = DRAWING.table(Request(now, Question(types=("insikt",)), oracle.WHERE, ENGLISH, earlier=then))
    assert not table.new
    assert not table.gone
    assert "No area has changed." in DRAWING.alt(table, ENGLISH)


def test_both_are_sorted_by_todays_vocabulary(tmp_path: Path) -> None:
    records = oracle.made(20)
    now, then = (oracle.write(tmp_path / name, records) for name in ("nu", "då"))
    with (then / "insikt.yaml").open("a", encoding="utf-8") as file:
        file.write("ordförråd: {grupper: {nyanlända: {etikett: nyanlända}}}\n")
    earlier = oracle.opened(then)
    assert "nyanlända" in earlier.vocabulary["grupper"].terms
    request = Request(oracle.opened(now), Question(types=("insikt",)), oracle.WHERE, ENGLISH, earlier=earlier)
    table = DRAWING.table(request)
    assert table.before.groups == table.after.groups
    assert not table.new


def test_without_an_earlier_time_it_says_what_to_do(insikt: Insikt, tmp_path: Path) -> None:
    code, out, err = insikt("figure", "before-after", "-o", str(tmp_path / "a.svg"), lang="en")
    assert (code, out) == (2, "")
    assert "--since 2024-01-01" in err
    with pytest.raises(InsiktError):
        table_of.before_after(Request(oracle.opened(insikt.root), Question(), oracle.WHERE, ENGLISH))


def test_the_command_compares_two_days(insikt: Insikt, tmp_path: Path) -> None:
    start(insikt.root)
    keep(insikt.root, "2023-02-03")
    text = "typ: insikt\nrubrik: Ny\ninsikt: En mening.\nperspektiv: [riskgrupp]\nröst: egen\n"
    oracle.put(insikt.root, "aby/ny", text)
    keep(insikt.root, "2024-05-06")
    oracle.put(insikt.root, "aby/sedan", text)
    table = tmp_path / "t.csv"
    code, _, err = insikt(
        "figure",
        "before-after",
        "--since",
        "2023",
        "--at",
        "2024",
        "-o",
        str(tmp_path / "a.svg"),
        "--table",
        str(table),
        lang="en",
    )
    assert code == 0
    assert "From 3 to 4 insights between 2023-02-03" in err
    assert "2024-05-06" in err
    assert "Was a white spot and has insights now: only risk group (1)." in err
    assert "område,riskgrupp,0,1,1" in table.read_text(encoding="utf-8")
    code, _, err = insikt(
        "figure", "before-after", "ny", "--since", "2023", "-o", str(tmp_path / "a.svg"), lang="en"
    )
    assert code == 0
    assert "From 1 to 3" in err or "From 0 to" in err


def test_other_figures_have_no_earlier_time(insikt: Insikt, tmp_path: Path) -> None:
    code, _, err = insikt("figure", "upset", "--since", "2023", "-o", str(tmp_path / "a.svg"), lang="en")
    assert code == 2
    assert "Only before-after compares" in err
