"""The circles of an area-proportional picture, by matplotlib-venn, in a process of its own.

matplotlib-venn imports scipy's optimiser and pyplot: 70 MB for twelve numbers. The optimiser goes when that process
ends, and pyplot, which only the drawing needs that we do ourselves, is not imported: the package stands there without its
own first lines.
"""

import json
import subprocess
import sys
import warnings
from functools import cache

from insiktskarta.tables.request import Circles, Counts

_SCRIPT = """
import importlib.util, json, sys, types
sys.path[:] = json.loads(sys.argv[1])
name = "matplotlib_venn"
found = importlib.util.find_spec(name)
sys.modules[name] = types.ModuleType(name)
sys.modules[name].__path__ = found.submodule_search_locations
from insiktskarta.show.proportional import solved
print(json.dumps(solved(json.loads(sys.argv[2]))))
"""


@cache
def circles(counts: Counts) -> Circles:
    """Three circles whose areas, and those of their pairwise overlaps, are as the counts; radius 0 for an empty circle.

    What becomes of the seven regions is not promised: who draws the circles measures that. The warnings of the
    library, which miss most of what goes wrong, are therefore not passed on.

    Source: matplotlib-venn's pairwise layout (Chow and Rodgers, Constructing Area-Proportional Venn and Euler
    Diagrams with Three Circles, 2005).
    """
    if not any(counts) or "scipy.optimize" in sys.modules or not sys.executable:
        return solved(counts)
    # Isolated, and with this process's own path: nothing that lies in the current folder is imported.
    command = [sys.executable, "-I", "-c", _SCRIPT, json.dumps(sys.path), json.dumps(counts)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)  # noqa: S603 - this Python
    if done.returncode:  # such as in a program that is no Python itself; what is wrong otherwise is seen here
        return solved(counts)
    first, second, third = (tuple(each) for each in json.loads(done.stdout))
    return first, second, third


def solved(counts: Counts) -> Circles:
    """The circles, computed in this process."""
    one, two, three, one_two, one_three, two_three, all_three = counts
    sizes = (
        one + one_two + one_three + all_three,
        two + one_two + two_three + all_three,
        three + one_three + two_three + all_three,
    )
    if not any(sizes):
        return ((0.0, 0.0, 0.0),) * 3
    from matplotlib_venn.layout.venn3 import DefaultLayoutAlgorithm

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        found = DefaultLayoutAlgorithm()((one, two, one_two, three, one_three, two_three, all_three))
    return tuple(
        (float(centre.x), -float(centre.y), float(radius) if size else 0.0)
        for centre, radius, size in zip(found.centers, found.radii, sizes, strict=True)
    )
