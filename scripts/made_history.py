"""A made-up workspace with a history in git, for the figure that compares two times.

The places do not exist. What was gathered late is held back from the first commit, and so is all that lies in one
field, which therefore was a white spot. Names and days of the commits are fixed, so that their hashes are.
"""

import os
import subprocess
import sys
from contextlib import closing
from pathlib import Path

from insiktskarta.files.index import open_corpus

ROOT = Path(__file__).resolve().parent.parent
THEN, NOW = "2023-06-30", "2025-06-30"
_HELD_BACK = "SELECT path FROM record WHERE coalesce(gathered, '9') >= ? OR region = ?"
_SPOT = "klienter+riskgrupp+invånare"


def write_history(folder: Path, records: int) -> str:
    """Write `records` records in two commits and give the name of the first."""
    sys.path.insert(0, str(ROOT / "benchmarks"))
    from corpus import write_corpus

    write_corpus(folder, records)
    with closing(open_corpus(folder)) as corpus:
        late = [folder / row[0] for row in corpus.rows(_HELD_BACK, (THEN, _SPOT))]
    held = {path: path.read_bytes() for path in late}
    for path in held:
        path.unlink()
    _git(folder, THEN, "init", "--quiet", "--initial-branch=main", "--object-format=sha1")
    first = _committed(folder, THEN)
    for path, raw in held.items():
        path.write_bytes(raw)
    _committed(folder, NOW)
    return first


def _committed(folder: Path, day: str) -> str:
    _git(folder, day, "add", "insights", "insikt.yaml")
    _git(folder, day, "commit", "--quiet", f"--message={day}")
    return _git(folder, day, "rev-parse", "HEAD")


def _git(folder: Path, day: str, *arguments: str) -> str:
    """Run git without the settings of whoever runs it, which would change the hashes."""
    own = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    own |= {f"GIT_{who}_{what}": text for who in ("AUTHOR", "COMMITTER") for what, text in _who(day).items()}
    own |= {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    command = ["git", "-c", "core.autocrlf=false", *arguments]
    done = subprocess.run(command, cwd=folder, env=own, check=True, capture_output=True, encoding="utf-8")
    return done.stdout.strip()


def _who(day: str) -> dict[str, str]:
    return {"NAME": "Made up", "EMAIL": "made.up@example.invalid", "DATE": f"{day}T12:00:00+0000"}
