"""The streams that people and programs read, on every platform."""

import codecs
import os
import shutil
import sys
from typing import TextIO

# What an old Windows code page lacks, in signs that it has.
_PLAIN = {
    "→": "->",
    "←": "<-",
    "−": "-",
    "–": "-",
    "—": "-",
    "”": '"',
    "“": '"',
    "’": "'",
    "…": "...",
    "•": "*",
    "·": "-",
}
_PLAIN |= {"\N{NARROW NO-BREAK SPACE}": " ", "≥": ">=", "≤": "<=", "×": "x"}


def _plain(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return "".join(_PLAIN.get(sign, "?") for sign in error.object[error.start : error.end]), error.end


def prepare() -> None:
    """Make the standard streams safe: a terminal shows what it can, everything else is UTF-8 with LF."""
    codecs.register_error("insikt", _plain)
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is None:
            continue  # a stream of the caller's, as in a notebook
        if stream.isatty():
            reconfigure(errors="insikt")
        else:
            reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")


def write(text: str, stream: TextIO | None = None) -> None:
    """Write text as it is, to standard output unless another stream is given."""
    (stream or sys.stdout).write(text)


def say(text: str) -> None:
    """One line for the person at the terminal, which is no part of the answer."""
    sys.stderr.write(f"{text}\n")


def width() -> int | None:
    """Columns of the terminal that reads the answer; None where no terminal does."""
    return shutil.get_terminal_size().columns if sys.stdout.isatty() else None


def ascii_only() -> bool:
    """Whether the terminal cannot show lines."""
    encoding = getattr(sys.stdout, "encoding", None) or "utf-8"
    return not encoding.lower().replace("-", "").startswith("utf")


def quiet_pipe() -> None:
    """Let a reader that has closed its end, such as `head`, end the run without a complaint."""
    devnull = os.open(os.devnull, os.O_WRONLY)
    os.dup2(devnull, sys.stdout.fileno())


def somebody() -> bool:
    """Whether a person sits at the terminal and can answer."""
    return sys.stdin is not None and sys.stdin.isatty()


def ask(prompt: str) -> str:
    """A line that the person writes.

    Raises:
        KeyboardInterrupt: the person ends the run, or the input ends.
    """
    try:
        return input(prompt)
    except EOFError:
        raise KeyboardInterrupt from None
