"""The baseline of a workspace on the disk, and the field that a finding is about."""

import os
import re
import unicodedata
from collections.abc import Callable
from functools import cache
from pathlib import Path

from insiktskarta.files.content import read_bytes
from insiktskarta.files.decode import LARGEST
from insiktskarta.files.workspace import demand_own
from insiktskarta.model.baseline import FILE, UNREADABLE, WHOLE, Baseline, baseline
from insiktskarta.model.errors import InsiktError
from insiktskarta.model.finding import Finding
from insiktskarta.model.language import N_

Read = Callable[[str], bytes | None]
_BREAK = re.compile("\r\n|\r|\n")
_KEY = re.compile(r"([\"']?)([^\W\d_][\w-]*)\1 *:(?: |$)")
_MARK = "\ufeff"
_LARGEST = 16 * 1024 * 1024  # bytes; some 200,000 lines


def known_path(root: Path, given: Path | None) -> tuple[Path, str]:
    """Where a workspace's baseline is, and how that is shown: below the workspace with `/`, or as it is.

    Raises:
        InsiktError: the usual one is a link that leads out of the workspace, or no file.
    """
    if given is None:
        demand_own(root, FILE)
        return root / FILE, FILE
    path = Path(os.path.abspath(given))  # noqa: PTH100 - resolving would follow links
    return path, path.relative_to(root).as_posix() if path.is_relative_to(root) else path.as_posix()


def known(root: Path, given: Path | None = None) -> Baseline | None:
    """The baseline of a workspace; None where it has none.

    Args:
        root: the workspace's folder.
        given: the file, where it is not the usual one.

    Raises:
        InsiktError: the file that was given cannot be opened.
        OSError: the usual one is there and cannot be opened.
    """
    path, shown = known_path(root, given)
    try:
        raw = path.read_bytes()
    except FileNotFoundError:
        if given is None:
            return None
        raise InsiktError(
            N_("There is no baseline {file}. “insikt lint --write-baseline” writes one."), file=given
        ) from None
    return read_known(shown, raw)


def read_known(shown: str, raw: bytes) -> Baseline:
    """A baseline's bytes, whatever they are; what cannot be read is a problem with a place."""
    if len(raw) > _LARGEST:
        message = N_("The file is larger than {limit} KiB, and no baseline is. Write it anew.")
        return Baseline(shown, {}, (_whole(shown, message, _LARGEST // 1024),))
    try:
        return baseline(shown, raw.decode("utf-8").removeprefix(_MARK))
    except UnicodeDecodeError as error:
        line = len(_BREAK.split(raw[: error.start].decode("utf-8")))
        message = N_("The file is not saved as UTF-8 (perhaps as Windows-1252 or Latin-1). Save it as UTF-8.")
        return Baseline(shown, {}, (Finding(shown, line, 1, UNREADABLE, "error", message),))


def fields(read: Read, names: frozenset[str]) -> Callable[[Finding], str]:
    """A function from a finding to the highest key that it lies in.

    Args:
        read: path to the file's bytes.
        names: the keys that there are. Any other is a text that somebody wrote, and is told to nobody.
    """

    @cache
    def keys(path: str) -> list[tuple[int, str]]:
        text = (read(path) or b"")[:LARGEST].decode("utf-8", "replace").removeprefix(_MARK)
        lines = _BREAK.split(text if text.isascii() else unicodedata.normalize("NFC", text))
        matches = ((number, _KEY.match(line)) for number, line in enumerate(lines, 1))
        return [(number, match[2]) for number, match in matches if match is not None]

    def field_of(finding: Finding) -> str:
        above = [(line, key) for line, key in keys(finding.path) if line <= finding.line]
        # What is wrong with the whole of a record is said at its first key.
        if not above or (len(above) == 1 and above[0][0] == finding.line and finding.column <= 1):
            return WHOLE
        return above[-1][1] if above[-1][1] in names else WHOLE

    return field_of


def known_bytes(root: Path) -> Read:
    """A function from a path below a folder to that file's bytes."""
    return lambda path: read_bytes(f"{root}/{path}")


def _whole(shown: str, message: str, limit: int) -> Finding:
    return Finding(shown, 0, 0, UNREADABLE, "error", message, (("limit", str(limit)),))
