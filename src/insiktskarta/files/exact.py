"""The exact reader: the value of a text and the place of every key and value in it.

What it reads with, `files/events.py`, is imported when the first text comes: most runs have none that the fast reader
leaves, and PyYAML takes 12 ms.
"""

from dataclasses import dataclass, field
from typing import Any

from insiktskarta.files.problem import Problem
from insiktskarta.model.finding import Pointer

Place = tuple[int, int]


@dataclass(slots=True)
class Exact:
    """What was read.

    Attributes:
        value: the content; keys are text. None where it could not be read.
        keys: the place of the key at each pointer.
        values: the place of the value at each pointer.
        ends: where the text at each pointer ends; lists and mappings have no end here.
        key_ends: where the key at each pointer ends.
        written: how the value at each pointer is written, where YAML reads it as something else than text.
        problems: what a record may not hold, in reading order.
        whole: False where something in the text stands for what is not there.
    """

    value: Any = None
    keys: dict[Pointer, Place] = field(default_factory=dict)
    values: dict[Pointer, Place] = field(default_factory=dict)
    ends: dict[Pointer, Place] = field(default_factory=dict)
    key_ends: dict[Pointer, Place] = field(default_factory=dict)
    written: dict[Pointer, str] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    whole: bool = True

    def place(self, pointer: Pointer, *, key: bool = False) -> Place:
        """Where a pointer points; the nearest thing around it where it points at nothing."""
        if key and pointer in self.keys:
            return self.keys[pointer]
        while pointer and pointer not in self.values:
            pointer = pointer[:-1]
        return self.values.get(pointer, (1, 1))


def read(text: str) -> Exact:
    """The value of a text, with places and problems; never raises."""
    from insiktskarta.files.events import taken

    exact = Exact()
    taken(text, exact)
    return exact
