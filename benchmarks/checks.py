"""Whether a run did its work: its exit code, and a count in what it said. A crash is never taken for speed."""

import re
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from benchmarks.measure import Check, Outcome
else:  # run and imported from this folder, which is no package
    from measure import Check, Outcome

# Thousands are parted by a comma, a no-break space or a narrow one, whatever the language.
_PARTED = re.compile("(?<=[0-9])[,\u00a0\u202f](?=[0-9]{3})")
_NUMBER = re.compile("[0-9]+")


def numbers(text: str) -> list[int]:
    """The whole numbers of the last two lines that are not empty: a closing line may follow the count."""
    lines = [line for line in text.splitlines() if line.strip()]
    return [int(number) for line in lines[-2:] for number in _NUMBER.findall(_PARTED.sub("", line))]


def exits(code: int = 0) -> Check:
    """Only the exit code."""
    return lambda outcome: "" if outcome.code == code else f"exit code {outcome.code} instead of {code}"


def counts(expected: int, *, stream: str = "out", code: int = 0) -> Check:
    """The exit code, and one of the last two lines of a stream names a number."""

    def check(outcome: Outcome) -> str:
        found = numbers(outcome.err if stream == "err" else outcome.out)
        wrong = "" if expected in found else f"no {expected} in its last lines"
        return exits(code)(outcome) or wrong

    return check


def says(text: str, *, code: int = 0) -> Check:
    """The exit code, and a text in what it said."""

    def check(outcome: Outcome) -> str:
        wrong = "" if text in outcome.out + outcome.err else f"nothing about “{text}”"
        return exits(code)(outcome) or wrong

    return check


def lines(expected: int, pattern: str) -> Check:
    """Exit code 0, and so many lines that a pattern is found in."""

    def check(outcome: Outcome) -> str:
        found = sum(re.search(pattern, line) is not None for line in (outcome.out + outcome.err).splitlines())
        return exits()(outcome) or ("" if found == expected else f"{found} lines instead of {expected}")

    return check


def silent(outcome: Outcome) -> str:
    """Exit code 0 and nothing found."""
    return exits()(outcome) or ("it said something" if outcome.out or outcome.err else "")


def picture(path: Path, start: bytes, insights: int) -> Check:
    """A picture was written, and what is said about it names the number of insights."""

    def check(outcome: Outcome) -> str:
        if not path.is_file() or not path.read_bytes().startswith(start):
            return exits()(outcome) or "no picture"
        return counts(insights, stream="err")(outcome)

    return check


class Index:
    """Whether a workspace's index was written to since `look` was called."""

    def __init__(self, workspace: Path) -> None:
        self._path = workspace / ".insikt/index.sqlite"
        self._seen = 0

    def look(self) -> None:
        """Remember when the index was written."""
        self._seen = self._time()

    def _time(self) -> int:
        return self._path.stat().st_mtime_ns if self._path.exists() else 0

    def kept(self, check: Check) -> Check:
        """A check that also wants the index untouched: the run really was a warm one."""

        def both(outcome: Outcome) -> str:
            if self._time() != self._seen:
                return "the index was written: was the package edited meanwhile?"
            return check(outcome)

        return both

    def written(self, check: Check) -> Check:
        """A check that also wants the index written: changed files were noticed."""

        def both(outcome: Outcome) -> str:
            if self._time() == self._seen:
                return "the index was not written"
            return check(outcome)

        return both
