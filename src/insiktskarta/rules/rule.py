"""What a rule is: one value in one module, which is also its page and its test."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from insiktskarta.model.corpus import Corpus
from insiktskarta.model.finding import Pointer, Severity
from insiktskarta.model.organisation import Registry
from insiktskarta.model.record import Record
from insiktskarta.model.vocabulary import Vocabulary
from insiktskarta.rules.fix import Fix


@dataclass(frozen=True, slots=True)
class Context:
    """What a rule may know beside the record.

    Attributes:
        vocabulary: the workspace's vocabulary.
        registry: the organisations that there are.
        allowed: telephone numbers, e-mail addresses and other texts that the workspace says may stand in records.
        smallest: the least number of people that may be shown; None where the workspace sets none.
        review_required: whether every record must say that it has been read for personal data.
        schemas: whether the workspace has the schemas that a record's first line may name.
    """

    vocabulary: Vocabulary
    registry: Registry
    allowed: frozenset[str] = frozenset()
    smallest: int | None = None
    review_required: bool = False
    schemas: bool = False


@dataclass(frozen=True, slots=True)
class Hit:
    """Where a record breaks a rule, and the words for it.

    Attributes:
        pointer: the way to the value; empty for the whole record.
        message: English source text with `{names}`.
        values: what the names stand for.
        key: True when the key is meant, not its value.
        record: the id of the record, set by rules that see the whole corpus.
        certain: False where a person has to choose, so that the rule's fix is not for it.
    """

    pointer: Pointer
    message: str
    values: dict[str, object]
    key: bool = False
    record: str = ""
    certain: bool = True


@dataclass(frozen=True, slots=True)
class Spot:
    """Where the text of a file breaks a rule, comments, keys and all.

    Attributes:
        start: index of the first character; None where the file's name is meant.
        end: index after the last one.
        message: English source text with `{names}`.
        values: what the names stand for; masked by whoever makes the spot.
        severity: where it differs from the rule's.
    """

    start: int | None
    end: int
    message: str
    values: dict[str, object]
    severity: Severity | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule. A rule without a function is one that the reader itself finds broken.

    Attributes:
        code: family letters and three digits.
        name: the module's name with `-`.
        severity: `error`, `warning` or `hint`.
        summary: what it asks, in one line; English source text, as is `why`.
        why: why it asks that, and what to do.
        bad: a file's text that breaks this rule and no other.
        good: the same, mended.
        record: hits in one record.
        corpus: hits in the whole corpus.
        dated: hits in the whole corpus that depend on the day, which is given as ISO 8601; never cached.
        text: spots in a file's path and text, whether or not it can be read as a record.
        gate: a cheap question with the arguments of `record` or `text`, which rules of a family share. It is asked
            once a file, and where it says no, none of them would find anything.
        place: the file's path below the workspace in the bad example.
        good_place: its path in the good one, where that differs.
        beside: other files of the examples, path to text.
        shown: the paths of those without which nobody sees why the examples break and keep it; its page shows them.
        settings: lines of `insikt.yaml` without which the rule asks nothing.
        slow: looked for only when hints are asked for, since it takes seconds in a large corpus.
        raw: the bad example's bytes, where no text can show it.
        fix: how it can be mended without a person; only where one answer is right.
    """

    code: str
    name: str
    severity: Severity
    summary: str
    why: str
    bad: str
    good: str
    record: Callable[[Record, Context], Iterable[Hit]] | None = None
    corpus: Callable[[Corpus], Iterable[Hit]] | None = None
    dated: Callable[[Corpus, str], Iterable[Hit]] | None = None
    text: Callable[[str, str, Context], Iterable[Spot]] | None = None
    gate: Callable[..., bool] | None = None
    place: str = "insights/exempelkoping/kort-vag-in.yaml"
    good_place: str | None = None
    beside: Mapping[str, str] = field(default_factory=dict)
    shown: tuple[str, ...] = ()
    settings: str = ""
    slow: bool = False
    raw: bytes | None = None
    fix: Fix | None = None
