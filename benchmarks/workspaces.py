"""Write everything that `run.py` measures below one folder, and print as JSON what is in it.

    python workspaces.py DIRECTORY --records 10000

A process of its own, so that the one that measures stays small.
"""

import argparse
import os
import re
import shutil
import subprocess
import time
from collections.abc import Iterator
from json import dumps
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from benchmarks.corpus import SHARES, made, maker, write_corpus
    from benchmarks.corpus_peers import write_doorstop, write_peer_schemas
else:  # run and imported from this folder, which is no package
    from corpus import SHARES, made, maker, write_corpus
    from corpus_peers import write_doorstop, write_peer_schemas

FAULTS = 0.05
SAMPLE = 20  # records in which the peers have to find faults before they are timed
MAPS = (300, 3_000)
LARGE = "large"


def records_for(insights: int) -> int:
    """The least number of records in which there are so many insights."""
    others = [share for share in SHARES.values() if share]
    count = insights
    while count - sum(int(count * share) for share in others) < insights:
        count += 1
    return count


def answers(records: int) -> tuple[int, int]:
    """How many records answer the two questions of `cases.py`, counted without the tool."""
    broader = maker(1).terms["grupper"]
    by_facet = by_word = 0
    for _, fields, _ in made(records):
        groups = {above for term in fields.get("grupper", ()) for above in _upward(term, broader)}
        by_facet += "riskgrupp" in fields.get("perspektiv", ()) and "ungdomar" in groups
        by_word += any(word.startswith("ensam") for word in _words(fields))
    return by_facet, by_word


def _upward(term: str, broader: dict[str, str | None]) -> Iterator[str]:
    above: str | None = term
    while above is not None:
        yield above
        above = broader[above]


def _words(value: Any) -> list[str]:
    if isinstance(value, dict):
        return [word for key, each in value.items() if key != "typ" for word in _words(each)]
    if isinstance(value, list | tuple):
        return [word for each in value for word in _words(each)]
    text = "".join(letter if letter.isalnum() else " " for letter in str(value).lower())
    return text.split()


def write(directory: Path, records: int, large: int = 0) -> dict[str, int]:
    """Write the workspaces `clean`, `changing`, `faulty`, `checkout`, `large` and `map-…`, and what the peers read."""
    write_corpus(directory / "clean", records)
    write_corpus(directory / "changing", records)
    faulty = write_corpus(directory / "faulty", records, faults=FAULTS)
    for insights in MAPS:
        write_corpus(directory / f"map-{insights}", records_for(insights))
    write_corpus(directory / "checkout", records)
    _commit(directory / "checkout")
    if large:
        write_corpus(directory / LARGE, large)
    write_peer_schemas(directory)
    write_doorstop(directory / "doorstop", records)
    _write_samples(directory)
    _age(directory)
    by_facet, by_word = answers(records)
    size = sum(path.stat().st_size for path in (directory / "clean/insights").glob("*/*.yaml"))
    return {
        "records": records,
        "bytes": size,
        "faulty": len(faulty),
        "by_facet": by_facet,
        "by_word": by_word,
        "large": large,
    }


def _commit(workspace: Path) -> None:
    """Let a workspace be a git checkout with everything in it, where there is git."""
    git = shutil.which("git")
    about = (
        "-c",
        "user.name=benchmark",
        "-c",
        "user.email=benchmark@example.org",
        "-c",
        "commit.gpgsign=false",
    )
    _age(workspace)  # git, too, looks twice at what is new
    for arguments in (
        (("init", "--quiet"), ("add", "."), (*about, "commit", "--quiet", "-m", "all")) if git else ()
    ):
        subprocess.run([str(git), *arguments], cwd=workspace, check=True)


def _write_samples(directory: Path) -> None:
    """Little workspaces with a single fault each: a tab, an unknown term, a link that leads nowhere."""
    write_corpus(directory / "sample-tab", SAMPLE)
    _spoil(directory / "sample-tab", rb"\n  ", b"\n\t")
    write_corpus(directory / "sample-term", SAMPLE)
    _spoil(directory / "sample-term", rb"\nteman:\n  - [^\n]+", "\nteman:\n  - samvärkan".encode())
    write_doorstop(directory / "doorstop-sample", SAMPLE)
    _spoil(directory / "doorstop-sample", rb"\n- INS[0-9]+", b"\n- INS9999999")


def _spoil(directory: Path, pattern: bytes, fault: bytes) -> None:
    """Put a fault in the first place where the pattern is found."""
    for path in sorted([*directory.rglob("insights/*/*.yaml"), *directory.glob("INS*.yml")]):
        spoilt, count = re.subn(pattern, fault, path.read_bytes(), count=1)
        if count:
            path.write_bytes(spoilt)
            return
    raise LookupError(f"nowhere to put the fault {fault!r}")


def _age(directory: Path) -> None:
    """Let all files be a minute old: lint reads one that is younger than two seconds once more the next time."""
    then = time.time() - 60
    for path in directory.rglob("*.y*ml"):
        os.utime(path, (then, then))


def main() -> None:
    """Write what the command line asks for."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("directory", type=Path)
    parser.add_argument("--records", type=int, default=10_000)
    parser.add_argument("--large", type=int, default=0)
    wanted = parser.parse_args()
    print(dumps(write(wanted.directory, wanted.records, wanted.large)))


if __name__ == "__main__":
    main()
