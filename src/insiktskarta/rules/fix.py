"""What a rule can mend by itself: a fix is a value, and whoever applies it holds it to what it says."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from insiktskarta.model.finding import Pointer
from insiktskarta.model.language import N_
from insiktskarta.model.swedish import folded

if TYPE_CHECKING:
    from insiktskarta.model.record import Record
    from insiktskarta.rules.rule import Hit, Spot

MENDS = N_("“insikt lint --fix” mends it.")
SPELLING = N_(
    "“insikt lint --fix” mends it where only å, ä, ö, a capital or the sign between words differs. Any other likeness is a guess, and the choice yours."
)


@dataclass(frozen=True, slots=True)
class Edit:
    """Another text in place of a piece of a file's text, from `start` up to `end`; an insertion where they are equal."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that a fix changes in what a record says; nothing else may change with it.

    Attributes:
        pointer: the way to the value, or to the key.
        old: what stands there, and without which the fix is not for this place.
        new: what is to stand there; None takes the item out of its list, as does an item that stands in it already.
        key: True when the key is meant, not its value.
    """

    pointer: Pointer
    old: str
    new: str | None
    key: bool = False


@dataclass(frozen=True, slots=True)
class Source:
    """What a fix of the text may know: the text as findings count it, and the record where it is one."""

    text: str
    record: "Record | None"


@dataclass(frozen=True, slots=True)
class ContentFix:
    """A fix that changes what the record says, and tells exactly how; None where a person has to choose."""

    change: "Callable[[Hit], Change | None]"
    when: str = MENDS


@dataclass(frozen=True, slots=True)
class TextFix:
    """A fix of the form only: the record says the same afterwards.

    Attributes:
        edits: for one hit or spot; none where there is nothing safe to do.
        comments: whether it is a comment that is mended; all others survive.
        when: when it mends, for the rule's page.
    """

    edits: "Callable[[Source, Hit | Spot], Iterable[Edit]]"
    comments: bool = False
    when: str = MENDS


@dataclass(frozen=True, slots=True)
class FileFix:
    """A fix of what reading takes away, such as a byte order mark: the whole text as it lies in the file, mended."""

    mended: Callable[[str], str]
    when: str = MENDS


def respelt(hit: "Hit", given: str, near: str) -> Change | None:
    """The change to a word that is the same but for marks, capitals and the sign between words; None for another."""
    old, new = str(hit.values[given]), str(hit.values[near])
    return Change(hit.pointer, old, new, hit.key) if new and folded(old) == folded(new) else None


Fix = ContentFix | TextFix | FileFix
