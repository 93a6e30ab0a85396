"""Figures as Markdown. Misses, failures and absent tools stand in the tables like everything else."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from benchmarks.cases import Group
    from benchmarks.measure import NOT_INSTALLED, Case, Figures
else:  # run and imported from this folder, which is no package
    from measure import NOT_INSTALLED

Measured = Mapping["Case", "Figures"]

NOTHING = "–"
_MEGABYTE = 1_000_000
_ABOUT = """\
Whole processes, started one after the other in turn (a b c a b c …), after a first round that does not
count. *Median* and *min* are wall time from start to end; a target is held against the median. A *floor* is
the least that a process could do for the same end, measured in the same round; *× floor* is median by median,
and in brackets minimum by minimum: where the two disagree about a target, it counts as missed.
*CPU* is the median of processor time, of all processes together, and *× CPU* that of the floor's.
*Memory* is the largest resident memory of any one process in any run, so where two processes work, the two
together take more. Every run is checked: its exit code, and a count in what it said."""


def seconds(value: float) -> str:
    """Three figures, in the unit that suits."""
    if round(value * 1000) < 1000:  # noqa: PLR2004 - milliseconds
        return f"{value * 1000:.0f} ms" if value >= 0.01 else f"{value * 1000:.1f} ms"  # noqa: PLR2004
    return f"{value:.2f} s" if value < 10 else f"{value:.1f} s" if value < 100 else f"{value:.0f} s"  # noqa: PLR2004


def times(value: float) -> str:
    """How many times: two decimals, fewer where they say nothing."""
    return f"{value:.2f}" if value < 10 else f"{value:.1f}" if value < 100 else f"{value:.0f}"  # noqa: PLR2004


def megabytes(value: int) -> str:
    """Resident memory; 0 is unknown."""
    return f"{value / _MEGABYTE:.0f} MB" if value else NOTHING


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A Markdown table; numbers are aligned to the right."""
    texts = {"What", "Command", "Target", "Met"}
    rule = ["---" if each in texts else "---:" for each in head]
    lines = [head, rule, *([cell.replace("|", "\\|") for cell in row] for row in rows)]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def target(case: "Case") -> str:
    """What the case may cost."""
    parts = [
        None if case.seconds is None else f"≤ {case.seconds:g} s",
        None if case.ratio is None else f"≤ {case.ratio:g} × floor",
        None if case.memory is None else f"≤ {case.memory} MB",
        None if case.more is None else f"≤ floor + {case.more:g} s",
        None if case.slower is None else f"≥ {case.slower:g} × our time",
        None if case.dearer is None else f"≥ {case.dearer:g} × our CPU",
    ]
    return ", ".join(part for part in parts if part) or NOTHING


def misses(case: "Case", measured: Measured) -> list[str]:
    """The targets that a case does not meet, or that cannot be told."""
    figures = measured[case]
    if target(case) == NOTHING:
        return []
    if not figures.measured:
        return ["not measured"]
    missed = []
    if case.seconds is not None and figures.median > case.seconds:
        missed.append("time")
    if case.ratio is not None:
        floor = _floor(case, measured)
        if floor is None:
            missed.append("floor not measured")
        else:
            missed += _over(case.ratio, figures, floor)
    missed += _too_near(case, figures, _floor(case, measured))
    if case.memory is not None and not figures.memory:
        missed.append("memory unknown")
    elif case.memory is not None and figures.memory > case.memory * _MEGABYTE:
        missed.append("memory")
    return missed


def _too_near(case: "Case", figures: "Figures", floor: "Figures | None") -> list[str]:
    """What is held against the floor in other ways than by a largest ratio."""
    held = {"more than the floor": case.more, "our time": case.slower, "our CPU": case.dearer}
    if floor is None:
        return ["floor not measured" for aim in held.values() if aim is not None][:1]
    kept = {
        "more than the floor": figures.median <= floor.median + (case.more or 0),
        "our time": figures.median >= (case.slower or 0) * floor.median,
        "our CPU": figures.cpu >= (case.dearer or 0) * floor.cpu,
    }
    return [name for name, aim in held.items() if aim is not None and not kept[name]]


def _over(ratio: float, figures: "Figures", floor: "Figures") -> list[str]:
    """A ratio has to hold for the medians and for the minima: one slow floor must not hide a miss."""
    over = {
        "medians": figures.median > ratio * floor.median,
        "minima": figures.least > ratio * floor.least,
    }
    if all(over.values()):
        return ["× floor"]
    return [f"× floor, by the {name} alone" for name, missed in over.items() if missed]


def _floor(case: "Case", measured: Measured) -> "Figures | None":
    figures = measured[case.floor] if case.floor else None
    return figures if figures and figures.measured else None


def row(case: "Case", measured: Measured) -> list[str]:
    """A case as a row of its table."""
    figures, floor = measured[case], _floor(case, measured)
    command = f"`{case.shown}`"
    if not figures.measured:
        why = figures.failure or "not run"
        said = why if why == NOT_INSTALLED else f"**failed**: {why}"
        return [case.what, command, said, *([NOTHING] * 5), target(case), _met(case, measured), NOTHING]
    return [
        case.what,
        command,
        seconds(figures.median),
        seconds(figures.least),
        seconds(floor.median) if floor else NOTHING,
        f"{times(figures.median / floor.median)} ({times(figures.least / floor.least)})"
        if floor
        else NOTHING,
        seconds(figures.cpu) if figures.cpu else NOTHING,
        times(figures.cpu / floor.cpu) if floor and floor.cpu else NOTHING,
        target(case),
        _met(case, measured),
        megabytes(figures.memory),
    ]


def _met(case: "Case", measured: Measured) -> str:
    if target(case) == NOTHING:
        return NOTHING
    missed = misses(case, measured)
    return f"**no**: {', '.join(missed)}" if missed else "yes"


def section(group: "Group", measured: Measured) -> str:
    """A group with its heading, note and table."""
    cases = list(dict.fromkeys(group.order))
    beside = group.beside
    about = (beside.capitalize(), f"× {beside}", "CPU", "× CPU")
    head = ("What", "Command", "Median", "Min", *about, "Target", "Met", "Memory")
    runs = sorted({len(measured[case].runs) for case in cases if measured[case].measured})
    counted = f"n = {' and '.join(map(str, runs)) or 'none'}."
    said = " ".join(part for part in (group.note, counted) if part)
    return f"## {group.title}\n\n{said}\n\n{table(head, [row(case, measured) for case in cases])}"


def summary(measured: Measured) -> str:
    """How many targets are met, and which are not."""
    aimed = [case for case in measured if target(case) != NOTHING]
    missed = [(case.what, words) for case in aimed if (words := misses(case, measured))]
    failed = [(case.what, figures.failure) for case, figures in measured.items() if figures.failure]
    lines = [f"{len(aimed) - len(missed)} of {len(aimed)} commands meet their targets."]
    lines += [f"- **Missed**: {what}: {', '.join(words)}" for what, words in missed]
    lines += [f"- Not measured: {what}: {why}" for what, why in failed]
    return "\n".join(lines[:1] + [""] * (len(lines) > 1) + lines[1:])


def page(
    command: str, date: str, facts: Mapping[str, str], sections: Sequence[tuple["Group", Measured]]
) -> str:
    """The whole of `results.md`."""
    every = {case: figures for _, measured in sections for case, figures in measured.items()}
    about = "\n".join(f"- {name}: {value}" for name, value in facts.items())
    tables = "\n".join(section(group, measured) for group, measured in sections)
    return (
        f"# Measurements\n\nMade on {date} by `{command}`; do not edit.\n\n{summary(every)}\n\n"
        f"{about}\n\n{_ABOUT}\n\n{tables}"
    )
