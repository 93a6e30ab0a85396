"""The circles of an area-proportional picture, by matplotlib-venn, which is loaded for this picture alone."""

import warnings

from insiktskarta.tables.request import Circles, Counts


def circles(counts: Counts) -> Circles:
    """Three circles whose areas, and those of their pairwise overlaps, are as the counts; radius 0 for an empty circle.

    What becomes of the seven regions is not promised: who draws the circles measures that. The warnings of the
    library, which miss most of what goes wrong, are therefore not passed on.

    Source: matplotlib-venn's pairwise layout (Chow and Rodgers, Constructing Area-Proportional Venn and Euler
    Diagrams with Three Circles, 2005).
    """
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
