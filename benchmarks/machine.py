"""What the figures were measured on. Nothing here names a user, a host or a folder."""

import os
import platform
import subprocess
import sys
from collections.abc import Iterable
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

OURS = (
    "insiktskarta",
    "matplotlib",
    "numpy",
    "pydantic",
    "PyYAML",
    "rich",
    "ruamel.yaml",
    "typer",
    "yaml-rs",
)
PEERS = ("yamllint", "check-jsonschema", "ruamel.yaml.clib", "yamale", "doorstop")
_ROOT = Path(__file__).parent.parent


def processor() -> str:
    """The processor's model."""
    if sys.platform == "darwin":
        return _said("sysctl", "-n", "machdep.cpu.brand_string") or platform.machine()
    info = Path("/proc/cpuinfo")
    names = [
        line.partition(":")[2].strip()
        for line in (info.read_text(encoding="utf-8").splitlines() if info.is_file() else ())
        if line.startswith("model name")
    ]
    return names[0] if names else platform.processor() or platform.machine()


def memory() -> str:
    """The machine's memory."""
    if sys.platform == "win32":
        return "–"
    return f"{os.sysconf('SC_PAGE_SIZE') * os.sysconf('SC_PHYS_PAGES') / 1e9:.0f} GB"


def system() -> str:
    """The operating system and its kernel."""
    try:
        name = platform.freedesktop_os_release()["PRETTY_NAME"]
    except (OSError, KeyError):
        name = ""
    return f"{name}, {platform.system()} {platform.release()}".removeprefix(", ")


def load() -> str:
    """How many processes were at work, on average over the last minute."""
    return f"{os.getloadavg()[0]:.1f}" if sys.platform != "win32" else "–"


def commit() -> str:
    """The commit that was measured, and whether files of the package differ from it."""
    found = _said("git", "rev-parse", "--short", "HEAD")
    changed = _said("git", "status", "--porcelain", "--", "src", "benchmarks")
    # The report that the last run wrote is no difference in what is measured.
    others = [line for line in changed.splitlines() if not line.endswith("results.md")]
    return f"{found} with uncommitted changes" if found and others else found or "unknown"


def versions(names: Iterable[str]) -> str:
    """The installed version of each package."""
    return ", ".join(f"{name} {_version(name)}" for name in names)


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "not installed"


def _said(*command: str) -> str:
    try:
        done = subprocess.run(command, cwd=_ROOT, capture_output=True, text=True, check=False)
    except FileNotFoundError:
        return ""
    return done.stdout.strip() if done.returncode == 0 else ""


def facts() -> dict[str, str]:
    """What a reader has to know to compare, with the load before anything was started."""
    cores = os.cpu_count()
    usable = len(os.sched_getaffinity(0)) if sys.platform == "linux" else cores
    return {
        "Processor": f"{processor()}, {cores} cores"
        + ("" if usable == cores else f", {usable} of them usable"),
        "Memory": memory(),
        "System": system(),
        "Python": f"{platform.python_implementation()} {platform.python_version()}",
        "Packages": versions(OURS),
        "Peers": versions(PEERS),
        "Commit": commit(),
        "Load before the run": load(),
    }
