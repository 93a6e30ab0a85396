"""Make the virtual environment that the Makefile uses, also where Debian has split off `ensurepip`.

Usage: python3 scripts/make_venv.py DIRECTORY
"""

import importlib.util
import os
import shutil
import subprocess
import sys
import venv

OLDEST = (3, 11)


def install_ensurepip() -> bool:
    """Ask Debian's package manager for `python3-venv`; return whether it could be asked and did it."""
    apt = shutil.which("apt-get")
    if apt is None:
        return False
    geteuid = getattr(os, "geteuid", None)
    prefix = [] if geteuid is not None and geteuid() == 0 else ["sudo", "-n"]
    if prefix and shutil.which("sudo") is None:
        return False
    print("python3-venv is missing on this machine; installing it with apt-get", flush=True)
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for arguments in (["update", "-q"], ["install", "-y", "-q", "python3-venv"]):
        if subprocess.run([*prefix, apt, *arguments], check=False, env=quiet).returncode != 0:
            return False
    return True


def main(argv: list[str]) -> int:
    """Create the environment; return the exit code."""
    if sys.version_info < OLDEST:
        print(f"insiktskarta needs Python {OLDEST[0]}.{OLDEST[1]} or newer; this is {sys.version.split()[0]}")
        return 2
    (directory,) = argv
    if importlib.util.find_spec("ensurepip") is not None:
        venv.create(directory, with_pip=True, clear=True)
        return 0
    for tool in (["uv", "venv", "--seed", "--clear"], ["virtualenv", "--clear"]):
        if shutil.which(tool[0]) is not None:
            return subprocess.run([*tool, "--python", sys.executable, directory], check=False).returncode
    if install_ensurepip():
        return subprocess.run([sys.executable, "-m", "venv", "--clear", directory], check=False).returncode
    print("Python's venv module lacks pip here. Install it, then run the command again:")
    print("    sudo apt-get install python3-venv")
    return 2


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
