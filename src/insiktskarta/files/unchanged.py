"""The answer of the last run, for as long as nothing that it hangs on has changed.

Loading what asks the index takes as long as looking at ten thousand files. Whoever runs `lint` again and again, as a
habit or an editor does, is told at once what they were told before. A memory is only made where the comparison is
sure; in every doubt there is none, and the index is asked as ever.

This module is read before all others, so it imports next to nothing.
"""

import os
import sys
import time
import zlib

from insiktskarta.files.standing import Standing, standing

RECORDS = "insights"
FILE = ".insikt/unchanged"
_SETTINGS, _SCHEMAS, _BASELINE = "insikt.yaml", "schemas", "insikt-baseline.txt"
_MARK = "insikt-unchanged-2"
_RACY = 2_000_000_000  # nanoseconds: the coarsest file times, FAT's


class _Look:
    """How all that an answer hangs on stands.

    Attributes:
        began: when it was looked at, in nanoseconds.
        rest: everything but the records.
    """

    def __init__(self, root: str) -> None:
        self._root = root
        self._found: list[Standing | None] = []
        self.began = time.time_ns()
        self.rest = _rest(root)

    @property
    def standing(self) -> Standing | None:
        """The records, looked at when this is first asked."""
        if not self._found:
            self._found.append(standing(self._root, RECORDS) if _is_usual(self._root) else None)
        return self._found[0]


_looks: dict[str, _Look] = {}
"""What this run saw when it could not tell an answer again: the index is asked after that."""


class Memory:
    """How a workspace stands before it is asked, so that the answer can be kept."""

    def __init__(self, root: str) -> None:
        """Look at a workspace, whose folder this is, unless this run has done so."""
        look = _looks.pop(root, None) or _Look(root)
        self._root, self._rest, self._began, self._standing = root, look.rest, look.began, look.standing

    def keep(self, text: str) -> None:
        """Keep an answer, unless a file was written so lately that it could change once more unseen."""
        stands = self._standing
        if stands is None or stands.latest > self._began - _RACY:
            return
        from pathlib import Path

        from insiktskarta.files.tracked import tracked
        from insiktskarta.files.write import replace_bytes
        from insiktskarta.model.errors import InsiktError

        parts = (self._rest, text.encode(), tracked(self._root, RECORDS, stands), stands.listing)
        try:
            replace_bytes(Path(self._root, FILE), _packed(parts))
        except InsiktError:  # a protected folder or a full disk: what is not remembered is asked again
            return


def remembered(folder: str) -> str | None:
    """What was said of the workspace that a folder lies in; None where it is to be asked.

    Args:
        folder: of the workspace, or below it.
    """
    try:
        root = _root(os.path.realpath(folder))
        return _answer(root) if root is not None else None
    except (OSError, ValueError):  # gone, protected or damaged: the run itself will say so, if it matters
        return None


def _answer(root: str) -> str | None:
    with open(f"{root}/{FILE}", "rb") as file:
        rest, text, good_for, listing = _unpacked(file.read())
    agrees = _no_git
    if good_for:
        from insiktskarta.files.tracked import asked

        agrees = asked(root, RECORDS, good_for)
    look = _Look(root)
    same, unchanged = rest == look.rest, agrees()
    if same and not unchanged:
        now = look.standing
        unchanged = now is not None and now.listing == listing
    if same and unchanged:
        return text.decode()
    _looks[root] = look
    return None


def _no_git() -> bool:
    return False


def _root(folder: str) -> str | None:
    """The nearest folder upward with a memory, if no other that may be a workspace lies between."""
    while True:
        if os.path.isfile(f"{folder}/{FILE}"):
            return folder if _is_usual(folder) else None
        above = os.path.dirname(folder)
        if above == folder or any(os.path.lexists(f"{folder}/{name}") for name in (RECORDS, _SETTINGS)):
            return None
        folder = above


def _is_usual(root: str) -> bool:
    names = (os.path.basename(root), os.path.basename(os.path.dirname(root)))
    own = not os.path.islink(os.path.dirname(f"{root}/{FILE}"))
    return own and RECORDS not in names and os.path.isdir(f"{root}/{RECORDS}")


def _rest(root: str) -> bytes:
    """Everything but the records that an answer hangs on: the day, settings, schemas, baseline, and the tool itself."""
    try:
        with open(f"{root}/{_SETTINGS}", "rb") as file:
            settings = file.read()
    except FileNotFoundError:
        settings = None
    schemas = os.path.isdir(f"{root}/{_SCHEMAS}")
    baseline = os.path.lexists(f"{root}/{_BASELINE}")
    language = os.environ.get("INSIKT_LANG")
    # A package that is installed or removed shows in the folder that it lies in.
    places = [(place, os.stat(place).st_mtime_ns) for place in sys.path if os.path.exists(place)]
    package = os.path.dirname(os.path.dirname(__file__))
    tool = standing(os.path.dirname(package), os.path.basename(package), without="__pycache__")
    about = (time.strftime("%Y-%m-%d"), settings, schemas, baseline, language, sys.version, places)
    return repr(about).encode("utf-8", "surrogatepass") + (
        tool.listing if tool is not None else os.urandom(16)
    )


def _packed(parts: tuple[bytes, ...]) -> bytes:
    lengths = " ".join(str(len(each)) for each in parts)
    rest = b"\n".join((lengths.encode(), b"".join(parts)))
    return f"{_MARK} {zlib.crc32(rest)}\n".encode() + rest


def _unpacked(content: bytes) -> list[bytes]:
    """The parts again.

    Raises:
        ValueError: they are not as they were written.
    """
    head, _, rest = content.partition(b"\n")
    mark, checksum = head.decode("ascii").split(" ")
    if mark != _MARK or int(checksum) != zlib.crc32(rest):
        raise ValueError
    lengths, _, body = rest.partition(b"\n")
    parts, start = [], 0
    for length in map(int, lengths.split()):
        parts.append(body[start : start + length])
        start += length
    return parts
