"""What the insight map is drawn from: every record with its region and its groups."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Perspective:
    """One circle: term id, its label, and a short one for lists ("insatser")."""

    id: str
    label: str
    short: str


@dataclass(frozen=True, slots=True)
class Group:
    """One entry of the legend: term id (empty for "not stated") and label."""

    id: str
    label: str


@dataclass(frozen=True, slots=True)
class Mark:
    """One record on the map.

    Attributes:
        id: record id, `<organisation>/<slug>`.
        heading: one line, already masked.
        region: indices (0–2) of the circles that it lies in, ascending; empty for "in no circle".
        groups: indices into `PerspectiveRegions.groups`, ascending, never empty.
        shifts: labels of the shifts that it asks for ("från akut till förebyggande").
        certain: False where the perspective is somebody's interpretation of the source.
    """

    id: str
    heading: str
    region: tuple[int, ...]
    groups: tuple[int, ...]
    shifts: tuple[str, ...] = ()
    certain: bool = True


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where the figures come from: everything that a source line says.

    Attributes:
        organisations: names, in Swedish order.
        filter: the question in words, empty for everything.
        date: the latest date in the data, ISO 8601, or empty.
        commit: short hash of the workspace's commit, with `+` after it when there are changes; or empty.
        tool: name and version of this tool.
    """

    organisations: tuple[str, ...]
    filter: str
    date: str
    commit: str
    tool: str


@dataclass(frozen=True, slots=True)
class PerspectiveRegions:
    """The table behind the insight map.

    Attributes:
        title: the picture's title.
        perspectives: the three circles: upper left, upper right, below.
        groups: at most eight, in legend order; those without records are white spots and are kept.
        marks: the records, in reading order within region and first group.
        provenance: what the source line says.
    """

    title: str
    perspectives: tuple[Perspective, Perspective, Perspective]
    groups: tuple[Group, ...]
    marks: tuple[Mark, ...]
    provenance: Provenance


REGIONS: tuple[tuple[int, ...], ...] = ((0,), (1,), (2,), (0, 1), (0, 2), (1, 2), (0, 1, 2))
"""The seven regions, as indices of the circles that they lie in."""
