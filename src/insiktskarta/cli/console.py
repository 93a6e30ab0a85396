"""The streams that people and programs read, on every platform."""

import codecs
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
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
    for name in ("stdin", "stdout", "stderr"):
        if getattr(sys, name) is None:  # closed before we came
            setattr(sys, name, open(os.devnull, "r" if name == "stdin" else "w", encoding="utf-8"))  # noqa: PTH123, SIM115
    if hasattr(sys.stdin, "reconfigure"):
        sys.stdin.reconfigure(errors="surrogateescape")  # what cannot be read is asked for again
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
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except OSError:
            os.dup2(devnull, stream.fileno())
    os.close(devnull)


def somebody() -> bool:
    """Whether a person sits at the terminal, sees what is asked, and can answer."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def ask(prompt: str, typed: str = "") -> str:
    """A line that the person writes.

    Args:
        prompt: what stands before it.
        typed: what the line holds already and can be mended, where the terminal can do that.

    Raises:
        KeyboardInterrupt: the person ends the run, or the input ends.
    """
    try:
        with _line_editor(typed):
            return input(prompt)
    except EOFError:
        raise KeyboardInterrupt from None


@contextmanager
def _line_editor(typed: str) -> Iterator[None]:
    try:
        import readline  # from here on input() has arrow keys and earlier lines
    except ImportError:  # Windows, whose console has them itself
        yield
        return
    readline.set_startup_hook(lambda: readline.insert_text(typed))
    try:
        yield
    finally:
        readline.set_startup_hook()
