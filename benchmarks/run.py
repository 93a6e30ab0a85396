"""Measure whole processes side by side and write `benchmarks/results.md`.

python benchmarks/run.py [--records 10000] [--no-peers] [--no-large] [--quick]

Run it on a quiet machine, in the environment that `insikt` is installed in; the peers are the extra `bench`.
`--quick` tries everything on 1,000 records, three rounds each, and prints the page instead of writing it.
"""

import argparse
import shlex
import subprocess
import sys
from datetime import UTC, datetime
from json import loads
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from benchmarks.cases import Tools, groups
    from benchmarks.machine import facts
    from benchmarks.measure import interleaved
    from benchmarks.peers import group
    from benchmarks.results import page
else:  # run and imported from this folder, which is no package
    from cases import Tools, groups
    from machine import facts
    from measure import interleaved
    from peers import group
    from results import page

HERE = Path(__file__).resolve().parent
RESULTS = HERE / "results.md"
QUICK, USUAL = 1_000, 10_000


def main() -> int:
    """Measure what the command line asks for; 1 when a command failed to do its work."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--records", type=int, help=f"default {USUAL:,}, and {QUICK:,} with --quick")
    parser.add_argument("--quick", action="store_true", help="try it: few records, few rounds, no file")
    parser.add_argument("--no-peers", action="store_true", help="leave out the other tools")
    parser.add_argument("--no-large", action="store_true", help="leave out ten times as many records")
    wanted = parser.parse_args()
    records = wanted.records or (QUICK if wanted.quick else USUAL)
    about = facts()
    with TemporaryDirectory(prefix="insikt-bench-") as folder:
        place = Path(folder)
        tools = Tools(place, _written(place, records, 0 if wanted.no_large or wanted.quick else 10 * records))
        size = tools.expected["bytes"] / records / 1000
        about["Records"] = f"{records:,} made-up ones, {size:.1f} kB each on average"
        if not tools.found("insikt"):
            print("There is no command `insikt` beside this Python: run it in the project's environment.")
            return 2
        tables = groups(tools, quick=wanted.quick)
        if not wanted.no_peers:
            tables.append(group(tools))
        measured = [(each, interleaved(each.order, each.times, warm_up=each.warm_up)) for each in tables]
    command = shlex.join(["python", "benchmarks/run.py", *sys.argv[1:]])
    text = page(command, datetime.now(UTC).date().isoformat(), about, measured)
    if wanted.quick:
        print(text)
    else:
        RESULTS.write_bytes(text.encode())
        print(f"Wrote {RESULTS.relative_to(HERE.parent)}.")
    return int(any(figures.broken for _, found in measured for figures in found.values()))


def _written(place: Path, records: int, large: int) -> dict[str, int]:
    """What is measured, written by a process of its own so that this one stays small."""
    command = [sys.executable, str(HERE / "workspaces.py"), str(place), "--records", str(records)]
    command += ["--large", str(large)]
    done = subprocess.run(command, stdout=subprocess.PIPE, check=True)
    expected: dict[str, int] = loads(done.stdout)
    return expected


if __name__ == "__main__":
    sys.exit(main())
