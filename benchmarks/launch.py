"""Run one command and write down what it took.

Its seconds, its largest resident memory in bytes, its exit code and the seconds of processor time that it and the
processes it waited for had together; memory and processor time are 0 where they are unknown.

    python -I -S launch.py FIGURES COMMAND …

A process of its own, since a child's `ru_maxrss` starts at the memory of the process that started it: the
smaller the launcher, the smaller the least memory that can be told.
"""

import os
import sys
import time


def main() -> None:
    """Run the command that the arguments name, with this process's folder, environment and streams."""
    figures, *command = sys.argv[1:]
    start = time.perf_counter()
    if sys.platform == "win32":
        import subprocess

        code, memory, cpu = subprocess.run(command, check=False).returncode, 0, 0.0
        seconds = time.perf_counter() - start
    else:
        child = os.posix_spawn(command[0], command, os.environ)
        _, status, usage = os.wait4(child, 0)
        seconds = time.perf_counter() - start
        code = os.waitstatus_to_exitcode(status)
        cpu = usage.ru_utime + usage.ru_stime
        memory = usage.ru_maxrss * (1 if sys.platform == "darwin" else 1024)
    with open(figures, "w", encoding="ascii") as file:  # noqa: PTH123 - pathlib would be most of the memory
        file.write(f"{seconds} {memory} {code} {cpu}")


if __name__ == "__main__":
    main()
