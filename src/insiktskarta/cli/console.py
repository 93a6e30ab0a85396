"""The streams that people and programs read, on every platform."""

import codecs
import os
import sys
from contextlib import contextmanager

from insiktskarta import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
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

_waiting: "list[tuple[TextIO, str]]" = []


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


def write(text: str) -> None:
    """Say text as it is on standard output, when the run is done or asks something."""
    _waiting.append((sys.stdout, text))


def say(text: str) -> None:
    """Say something to the person at the terminal, which is no part of the answer."""
    if sys.stderr.isatty():
        columns = _columns()
        lines = (_filled(line, columns) for line in text.split("\n"))
        text = "\n".join(lines)
    _waiting.append((sys.stderr, f"{text}\n"))


def _filled(line: str, columns: int) -> str:
    """A line broken between words; one that is set in, as source text is, stays as it is."""
    if line.startswith(" "):
        return line
    import textwrap

    return textwrap.fill(line, columns, break_long_words=False, break_on_hyphens=False)


def read(most: int) -> bytes:
    """The first bytes of standard input, which is read to its end: who writes there must not be cut off."""
    stream = sys.stdin.buffer
    raw: bytes = stream.read(most)
    while stream.read(1 << 20):
        pass
    return raw


def forget() -> None:
    """Take back what has been said and is not written yet."""
    _waiting.clear()


def release() -> None:
    """Write what has been said.

    Not earlier: a reader such as `less` may take its time, and meanwhile nobody else could write to the index.
    """
    waiting = _waiting.copy()
    _waiting.clear()
    last = sys.stdout
    for stream, text in waiting:
        if stream is not last:
            last.flush()
        stream.write(text)
        last = stream
    sys.stdout.flush()
    sys.stderr.flush()


def width() -> int | None:
    """Columns of the terminal that reads the answer; None where no terminal does."""
    return _columns() if sys.stdout.isatty() else None


def _columns() -> int:
    from shutil import get_terminal_size  # 3 ms that a run without a terminal does without

    return get_terminal_size().columns


def wrapped(text: str) -> str:
    """A paragraph broken between words for the terminal, or one line where none reads it; with a line end."""
    columns = width()
    if columns is None:
        return f"{text}\n"
    return _filled(text, columns) + "\n"


def clear() -> None:
    """Empty the terminal that reads the answer; nothing where no terminal does."""
    if sys.stdout.isatty():
        from rich.console import Console  # knows the consoles of Windows too

        Console(file=sys.stdout).clear()


def ascii_only() -> bool:
    """Whether the terminal cannot show lines."""
    encoding = getattr(sys.stdout, "encoding", None) or "utf-8"
    return not encoding.lower().replace("-", "").startswith("utf")


def give_up() -> None:
    """Stop writing where nobody reads on, as behind `head`, or nothing more fits; Python would try once more."""
    _waiting.clear()
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
    release()
    try:
        with _line_editor(typed):
            lines = input(prompt).replace("\r", "\n").split("\n")
            return " ".join(filter(None, map(str.strip, lines)))
    except EOFError:
        raise KeyboardInterrupt from None


def forget_line() -> None:
    """Forget the last line that was written, so that the arrow keys do not bring it back."""
    try:
        import readline
    except ImportError:  # Windows, whose console cannot be told to
        return
    last = readline.get_current_history_length()
    if last:
        readline.remove_history_item(last - 1)


@contextmanager
def _line_editor(typed: str) -> "Iterator[None]":
    try:
        import readline  # from here on input() has arrow keys and earlier lines
    except ImportError:  # Windows, whose console has them itself
        yield
        return
    # A text of several lines that is pasted is one answer, not one answer a line; Python leaves that off.
    if "libedit" not in (readline.__doc__ or ""):
        readline.parse_and_bind("set enable-bracketed-paste on")
    readline.set_startup_hook(lambda: readline.insert_text(typed))
    try:
        yield
    finally:
        readline.set_startup_hook()
