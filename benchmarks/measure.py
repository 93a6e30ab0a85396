"""Whole processes side by side: a b c a b c …, every single run checked for having done its work."""

import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

NOT_INSTALLED = "not installed"
LAUNCHER = Path(__file__).with_name("launch.py")
# What would let one run differ from another: the caller's Python settings, language and terminal.
_UNWANTED = ("PYTHON", "COVERAGE", "INSIKT_", "LC_", "LANG", "COLUMNS", "FORCE_COLOR", "MPL", "YAMLLINT_")


@dataclass(frozen=True)
class Outcome:
    """What one run took and said; `memory` is in bytes and `cpu` in seconds of all processors, 0 where unknown."""

    seconds: float
    memory: int
    code: int
    out: str
    err: str
    cpu: float = 0.0


Check = Callable[[Outcome], str]
"""What is wrong with an outcome; nothing when the work was done."""


@dataclass(frozen=True, eq=False, kw_only=True)
class Case:
    """A command that is measured.

    Attributes:
        what: it is, for the table.
        shown: how the command is written in the table, without places of this machine.
        command: program and arguments; none for a tool that is not installed.
        folder: that it runs in.
        check: of every run.
        prepare: what is done before every run, outside the measurement.
        first: cases that run once before all rounds, such as one that has to find a fault.
        floor: the case that this one is compared with.
        seconds: the most that the median may be.
        ratio: the most that the median may be, in floors.
        memory: the most megabytes of resident memory.
        more: the most seconds that the median may be above the floor's.
        slower: how many times our own time, which is its floor, a peer takes at least.
        dearer: the same of processor time.
    """

    what: str
    shown: str
    command: Sequence[str]
    folder: Path
    check: Check
    prepare: Callable[[], None] = lambda: None
    first: tuple["Case", ...] = ()
    floor: "Case | None" = None
    seconds: float | None = None
    ratio: float | None = None
    memory: int | None = None
    more: float | None = None
    slower: float | None = None
    dearer: float | None = None


@dataclass
class Figures:
    """The runs of a case, or why there are none."""

    failure: str = ""
    runs: list[Outcome] = field(default_factory=list)

    @property
    def measured(self) -> bool:
        """Whether every run did its work."""
        return bool(self.runs) and not self.failure

    @property
    def broken(self) -> bool:
        """Whether a tool that is there did not do its work."""
        return self.failure not in ("", NOT_INSTALLED)

    @property
    def median(self) -> float:
        """Seconds."""
        return median(run.seconds for run in self.runs)

    @property
    def least(self) -> float:
        """Seconds."""
        return min(run.seconds for run in self.runs)

    @property
    def cpu(self) -> float:
        """The median of the seconds of processor time; 0 where unknown."""
        return median(run.cpu for run in self.runs)

    @property
    def memory(self) -> int:
        """The largest resident memory of any run, in bytes; 0 where unknown."""
        return max(run.memory for run in self.runs)


def interleaved(order: Sequence[Case], times: int, *, warm_up: bool = True) -> dict[Case, Figures]:
    """Run the cases one after the other, so many rounds; a case may stand several times in the order.

    Args:
        order: of a round.
        times: rounds that count.
        warm_up: whether a first round is run, checked and thrown away. It fills the system's file cache,
            Python's bytecode and the tools' own caches.
    """
    figures = {case: Figures() for case in order}
    for case, found in figures.items():
        if not case.command:
            found.failure = NOT_INSTALLED
        for one in case.first:
            found.failure = found.failure or _checked_run(one)[1]
    for turn in range(-1 if warm_up else 0, times):
        for case in order:
            found = figures[case]
            if found.failure:
                continue
            outcome, found.failure = _checked_run(case)
            if turn >= 0:
                found.runs.append(outcome)
    return figures


def _checked_run(case: Case) -> tuple[Outcome, str]:
    case.prepare()
    outcome = run(case.command, case.folder)
    failure = case.check(outcome)
    print(f"{outcome.seconds:9.3f} s  {case.what}: {failure or 'done'}", file=sys.stderr)
    if failure:
        for line in [*outcome.out.splitlines()[-3:], *outcome.err.splitlines()[-3:]]:
            print(f"             {line}", file=sys.stderr)
    return outcome, failure


def run(command: Sequence[str], folder: Path) -> Outcome:
    """Run a command once."""
    with TemporaryDirectory() as place:
        figures, out, err = (Path(place) / name for name in ("figures", "out", "err"))
        with out.open("wb") as out_file, err.open("wb") as err_file:
            subprocess.run(
                [sys.executable, "-I", "-S", str(LAUNCHER), str(figures), *command],
                cwd=folder,
                env=environment(),
                stdin=subprocess.DEVNULL,
                stdout=out_file,
                stderr=err_file,
                check=True,
            )
        seconds, memory, code, cpu = figures.read_text(encoding="ascii").split()
        texts = (path.read_text(encoding="utf-8", errors="replace") for path in (out, err))
        out_text, err_text = texts
        return Outcome(float(seconds), int(memory), int(code), out_text, err_text, float(cpu))


def environment() -> dict[str, str]:
    """The environment of every run: the caller's, without what would change a tool's work."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(_UNWANTED)}
    return kept | {"LC_ALL": "C.UTF-8"}
