"""A workspace in a git repository whose commits have the days that a test gives them."""

import os
import subprocess
from pathlib import Path


def git(folder: Path, *arguments: str, day: str = "2024-01-01", zone: str = "+0100") -> str:
    moment = f"{day}T12:00:00{zone}" if "T" not in day else day
    # The machine's own settings, and a hook that runs the tests, must not matter.
    clean = {key: value for key, value in os.environ.items() if not key.startswith("GIT_")}
    done = subprocess.run(
        [
            "git",
            "-c",
            "user.name=Test",
            "-c",
            "user.email=test@example.invalid",
            "-c",
            "commit.gpgsign=false",
            *arguments,
        ],
        cwd=folder,
        check=True,
        capture_output=True,
        encoding="utf-8",
        env=clean
        | {
            "GIT_AUTHOR_DATE": moment,
            "GIT_COMMITTER_DATE": moment,
            "GIT_CONFIG_GLOBAL": os.devnull,
            "GIT_CONFIG_NOSYSTEM": "1",
        },
    )
    return done.stdout.strip()


def start(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    git(folder, "init", "-q", "-b", "main")
    git(folder, "config", "core.autocrlf", "false")


def keep(folder: Path, day: str, **rest: str) -> str:
    """Commit everything; the commit's name."""
    git(folder, "add", "-A", day=day)
    git(folder, "commit", "-q", "--allow-empty", "-m", "Ett steg", day=day, **rest)
    return git(folder, "rev-parse", "HEAD")
