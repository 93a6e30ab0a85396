"""What is measured, beside what, and how much it may cost."""

import os
import shutil
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from benchmarks.all_figures import FIGURES
    from benchmarks.checks import Index, counts, exits, picture, says, silent
    from benchmarks.measure import Case, Check
else:  # run and imported from this folder, which is no package
    from all_figures import FIGURES
    from checks import Index, counts, exits, picture, says, silent
    from measure import Case, Check

FLOORS = Path(__file__).with_name("floors.py")
ALL_FIGURES = Path(__file__).with_name("all_figures.py")
MEMORY = 150
PICTURES_MEMORY = 120
ORGANISATIONS = 13
CHANGED = 10
AGE = 10.0  # seconds
MAPS = (300, 3_000)
LARGE = "large"


@dataclass(frozen=True)
class Group:
    """A table: cases that are measured in turn.

    Attributes:
        title: of the table.
        note: what a reader has to know.
        order: of a round; a case may stand several times.
        times: rounds.
        beside: what the column of floors is called.
        warm_up: whether a first round is thrown away.
    """

    title: str
    note: str
    order: Sequence[Case]
    times: int
    beside: str = "floor"
    warm_up: bool = True


@dataclass(frozen=True)
class Tools:
    """Where commands are, and where what they work on is.

    Attributes:
        place: the folder that `workspaces.py` wrote to.
        expected: what it said about it.
        programs: the folder of this environment's commands.
    """

    place: Path
    expected: Mapping[str, int]
    programs: Path = field(default=Path(sys.executable).parent)

    def found(self, name: str, *arguments: str) -> list[str]:
        """A command of this environment with its arguments; empty where it is not installed."""
        program = shutil.which(name, path=str(self.programs))
        return [program, *arguments] if program else []

    def python(self, what: str, *arguments: str, folder: Path, check: Check) -> Case:
        """A case that is a bare Python process."""
        shown = " ".join(f'"{each}"' if " " in each else Path(each).name for each in arguments)
        command = [sys.executable, *arguments]
        return Case(what=what, shown=f"python {shown}", command=command, folder=folder, check=check)

    def insikt(
        self,
        what: str,
        arguments: str,
        folder: Path,
        check: Check,
        *,
        prepare: Callable[[], None] = lambda: None,
        floor: Case | None = None,
        **targets: float,
    ) -> Case:
        """A case that is one of our commands; targets are `seconds`, `ratio`, `memory` and `more`."""
        memory = targets.get("memory")
        return Case(
            what=what,
            shown=f"insikt {arguments}",
            command=self.found("insikt", *arguments.split()),
            folder=folder,
            check=check,
            prepare=prepare,
            floor=floor,
            seconds=targets.get("seconds"),
            ratio=targets.get("ratio"),
            memory=None if memory is None else int(memory),
            more=targets.get("more"),
        )


def groups(tools: Tools, *, quick: bool) -> list[Group]:
    """The tables of our own commands."""
    often, seldom = (3, 3) if quick else (21, 9)
    large = [_large(tools, 3), _large_again(tools, 5)] if (tools.place / LARGE).is_dir() else []
    return [
        _start(tools, often),
        _cold(tools, seldom),
        _warm(tools, often),
        _checkout(tools, often),
        *large,
        _questions(tools, often),
        _pictures(tools, seldom),
    ]


def _start(tools: Tools, times: int) -> Group:
    place = tools.place
    bare = tools.python("floor: Python", "-c", "pass", folder=place, check=silent)
    typer = tools.python("floor: Python with typer", "-c", "import typer", folder=place, check=silent)
    version = tools.insikt("version", "--version", place, says("insikt "), floor=bare, ratio=1.5)
    usage = tools.insikt("help", "--help", place, says("aggregate"), floor=typer, seconds=0.2)
    return Group("Starting", "", (bare, version, typer, usage), times)


def _without_index(workspace: Path) -> None:
    shutil.rmtree(workspace / ".insikt", ignore_errors=True)


def cold_lint(tools: Tools, floor: Case | None = None) -> Case:
    """Our own check of all files, with nothing known beforehand."""
    clean = tools.place / "clean"
    check = counts(tools.expected["records"], stream="err")
    prepare = partial(_without_index, clean)
    return tools.insikt(
        "cold lint", "lint", clean, check, prepare=prepare, floor=floor, seconds=1.5, memory=MEMORY
    )


def _cold(tools: Tools, times: int) -> Group:
    clean, faulty = tools.place / "clean", tools.place / "faulty"
    floor = tools.python(
        "floor: read and parse all (yaml_rs)",
        *(str(FLOORS), "parse"),
        folder=clean,
        check=counts(tools.expected["records"]),
    )
    cold = cold_lint(tools, floor)
    spoilt = tools.insikt(
        "cold lint, 5 % of the files faulty",
        "lint",
        faulty,
        counts(tools.expected["faulty"], stream="err", code=1),
        prepare=partial(_without_index, faulty),
        floor=cold,
        ratio=1.4,
        memory=MEMORY,
    )
    similar = tools.insikt(
        "cold lint with near-duplicates",
        "lint --hints --select DU102",
        clean,
        counts(tools.expected["records"], stream="err"),
        prepare=partial(_without_index, clean),
        floor=cold,
        more=2.0,
        memory=MEMORY,
    )
    thorough = tools.insikt(
        "cold lint with near-duplicates, all hints shown",
        "lint --hints",
        clean,
        counts(tools.expected["records"], stream="err"),
        prepare=partial(_without_index, clean),
        floor=cold,
        memory=MEMORY,
    )
    note = (
        "The index is deleted before each run; the files are in the system's cache. "
        "The floor is one process, lint uses two; the floor of the last three rows is the cold lint above them. "
        "`--hints` looks for near-duplicates and shows all hints, some 6,500 here, each with its line and its place; "
        "`--select DU102` shows those about near-duplicates alone, and all other rules are asked as always."
    )
    return Group("Reading everything", note, (floor, cold, spoilt, similar, thorough), times)


def _change(files: Sequence[Path], index: Index) -> None:
    for path in files:
        with path.open("ab") as file:
            file.write(b"# changed\n")
        # A file that is younger than two seconds would be read once more by the next run, the warm one.
        then = time.time() - AGE
        os.utime(path, (then, then))
    index.look()


def _warm(tools: Tools, times: int) -> Group:
    clean, records = tools.place / "clean", tools.expected["records"]
    index, check = Index(clean), counts(records, stream="err")
    floor = tools.python(
        "floor: scandir and stat all", str(FLOORS), "stat", folder=clean, check=counts(records)
    )
    warm = tools.insikt(
        "warm lint, nothing changed",
        *("lint", clean, index.kept(check)),
        prepare=index.look,
        floor=floor,
        seconds=0.15,
        ratio=1.5,
    )
    warm = replace(warm, first=(tools.insikt("the index", "lint", clean, check),))
    searched = tools.insikt(
        "warm lint after a search for near-duplicates",
        *("lint", clean, index.kept(check)),
        prepare=index.look,
        floor=floor,
        seconds=0.15,
    )
    searched = replace(searched, first=(tools.insikt("near-duplicates", "lint --hints", clean, check),))
    changing = tools.place / "changing"
    files, theirs = sorted((changing / "insights").glob("*/*.yaml")), Index(changing)
    changed = tools.insikt(
        f"lint, {CHANGED} files changed",
        *("lint", changing, theirs.written(check)),
        prepare=partial(_change, files[:: len(files) // CHANGED][:CHANGED], theirs),
        floor=floor,
        seconds=0.4,
    )
    changed = replace(changed, first=(tools.insikt("its index", "lint", changing, check),))
    note = (
        "What was said of an unchanged workspace is told again from the third run on; the first two are not counted. "
        f"The {CHANGED} files lie in a workspace of their own and get a comment each, and a time {AGE:g} s back: a file "
        "that was saved less than two seconds before a run is read again by the next one."
    )
    return Group("Checking again", note, (floor, warm, changed, searched), times)


def _checkout(tools: Tools, times: int) -> Group:
    """The same in a git checkout, and beside what git itself takes to look at the files."""
    checkout, records = tools.place / "checkout", tools.expected["records"]
    index, check = Index(checkout), counts(records, stream="err")
    floor = tools.python(
        "floor: scandir and stat all, in a checkout",
        str(FLOORS),
        "stat",
        folder=checkout,
        check=counts(records),
    )
    status = shutil.which("git")
    # The first one may write its notes, as after everybody's own `git status`: later ones do not read the files again.
    noting = Case(
        what="git's notes",
        shown="git status",
        command=[status, "status"] if status else [],
        folder=checkout,
        check=exits(),
    )
    git = Case(
        what="git status",
        shown="git status --porcelain=v2 -z",
        command=[status, "--no-optional-locks", "status", "--porcelain=v2", "-z"] if status else [],
        first=(noting,),
        folder=checkout,
        check=exits(),
        floor=floor,
    )
    warm = tools.insikt(
        "warm lint in a git checkout",
        *("lint", checkout, index.kept(check)),
        prepare=index.look,
        floor=floor,
        ratio=1.0,
    )
    warm = replace(warm, first=(tools.insikt("its index", "lint", checkout, check),))
    return Group("Checking again in a git checkout", "", (floor, git, warm), times)


def _large(tools: Tools, times: int) -> Group:
    """Ten times as many records."""
    large, records = tools.place / LARGE, tools.expected["large"]
    check = counts(records, stream="err")
    parse = tools.python(
        "floor: read and parse ten times as many", str(FLOORS), "parse", folder=large, check=counts(records)
    )
    cold = tools.insikt(
        f"cold lint of {records:,}", "lint", large, check, prepare=partial(_without_index, large), floor=parse
    )
    note = f"{records:,} records, to see that time grows with their number and no faster."
    return Group("Ten times as many", note, (parse, cold), times)


def _large_again(tools: Tools, times: int) -> Group:
    large, records = tools.place / LARGE, tools.expected["large"]
    index, check = Index(large), counts(records, stream="err")
    stat = tools.python(
        "floor: scandir and stat ten times as many", str(FLOORS), "stat", folder=large, check=counts(records)
    )
    warm = tools.insikt(
        f"warm lint of {records:,}",
        *("lint", large, index.kept(check)),
        prepare=index.look,
        floor=stat,
        seconds=0.6,
    )
    warm = replace(warm, first=(tools.insikt("the index", "lint", large, check),))
    return Group("Ten times as many, again", "", (stat, warm), times)


def _questions(tools: Tools, times: int) -> Group:
    clean, expected = tools.place / "clean", tools.expected
    one = min((clean / "insights").glob("*/*.yaml"))
    name = f"{one.parent.name}/{one.stem}"
    index = Index(clean)
    floor = tools.python(
        "floor: one count in the index",
        *(str(FLOORS), "count"),
        folder=clean,
        check=counts(expected["records"]),
    )
    fill = tools.insikt("the full text", "query ensam", clean, counts(expected["by_word"]))
    floor = replace(floor, first=(fill,))

    def warm(what: str, arguments: str, check: Check, **targets: float) -> Case:
        return tools.insikt(
            what, arguments, clean, index.kept(check), prepare=index.look, floor=floor, **targets
        )

    cases = (
        warm(
            f"two facets, {expected['by_facet']} records",
            "query --perspektiv riskgrupp --grupp ungdomar",
            counts(expected["by_facet"]),
            seconds=0.2,
        ),
        warm(
            f"full text, {expected['by_word']} records",
            "query ensam",
            counts(expected["by_word"]),
            seconds=0.2,
        ),
        warm("cross table", "aggregate", counts(expected["records"])),
        warm("one record", f"show {name}", says(name.partition("/")[2])),
    )
    note = "Warm: no file changed, the full text was filled by an earlier search."
    return Group("Asking", note, (floor, *cases), times)


def _pictures(tools: Tools, times: int) -> Group:
    floor = tools.python(
        "floor: matplotlib, one text, PNG",
        *(str(FLOORS), "figure"),
        folder=tools.place,
        check=counts(1),
    )
    starts = {"png": (b"\x89PNG", 1.6, 2.0), "svg": (b"<", 0.5, 2.0)}
    cases = []
    for insights in MAPS:
        for ending, (start, few, many) in starts.items():
            workspace = tools.place / f"map-{insights}"
            file = workspace / f"x.{ending}"
            cases.append(
                tools.insikt(
                    f"map of {insights:,} insights, {ending.upper()}",
                    f"map -o {file.name}",
                    workspace,
                    picture(file, start, insights),
                    prepare=partial(file.unlink, missing_ok=True),
                    floor=floor,
                    ratio=few if insights == MAPS[0] else many,
                )
            )
    workspace = tools.place / f"map-{MAPS[0]}"
    names = sorted(each.name for each in (workspace / "insights").iterdir())[:ORGANISATIONS]
    chosen = " ".join(f"--organisation {name}" for name in names)
    file = workspace / "multiples.png"
    multiples = tools.insikt(
        f"small multiples of {len(names)} organisations, PNG",
        f"figure small-multiples {chosen} -o {file.name}",
        workspace,
        says("Små insiktskartor"),
        prepare=partial(file.unlink, missing_ok=True),
        floor=floor,
        ratio=2.2,
        memory=PICTURES_MEMORY,
    )
    every = tools.python(
        f"all figures of {len(names)} organisations in one process",
        *(str(ALL_FIGURES), *names),
        folder=workspace,
        check=counts(len(FIGURES)),
    )
    every = replace(every, floor=floor, seconds=8.0, memory=PICTURES_MEMORY)
    return Group("Drawing", "Warm: the index is up to date.", (floor, *cases, multiples, every), times)
