"""The text of files as columns are counted in it, for showing the line of a finding."""

from collections.abc import Callable, Mapping
from pathlib import Path

from insiktskarta.files.content import read_bytes
from insiktskarta.files.decode import LARGEST, decoded
from insiktskarta.files.legible import legible


def sources(folder: Path, others: Mapping[str, bytes]) -> Callable[[str], str | None]:
    """A function from a path below a folder to that file's text, or None where there is none to show.

    Args:
        folder: which is what the paths are relative to.
        others: path to what was read instead of the file.
    """

    def source(path: str) -> str | None:
        raw = others[path] if path in others else read_bytes(str(folder / path))
        if raw is None or len(raw) > LARGEST:
            return None
        text = decoded(raw)[0]
        # A line is shown also, and above all, where the file could not be read on.
        return legible(raw) if text is None else text

    return source
