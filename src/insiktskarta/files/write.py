"""Writing: a record as text, and a text as a file that is there whole or not at all."""

import os
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from io import StringIO
from itertools import count
from pathlib import Path
from typing import Any

from insiktskarta.files.workspace import RECORDS
from insiktskarta.model.schema import file_name

_WIDTH = 88
_LONG = 72  # characters; a longer text stands folded below its key
_SPARE = ".insikt"
# Text that YAML 1.1, which many programs still read, takes for true and false.
_OTHER_TYPES = frozenset({"y", "n", "yes", "no", "on", "off"})


def record_text(data: Mapping[str, Any]) -> str:
    """A record as the text of its file: modeline, keys in the given order, short lists on one line."""
    from ruamel.yaml import YAML
    from ruamel.yaml.comments import CommentedMap, CommentedSeq
    from ruamel.yaml.scalarstring import DoubleQuotedScalarString, FoldedScalarString

    def written(key: str, value: Any) -> Any:
        if isinstance(value, Mapping):
            return CommentedMap({each: written(each, content) for each, content in value.items()})
        if isinstance(value, list):
            items = CommentedSeq([written(key, each) for each in value])
            if not any("/" in str(item) or len(str(item)) > _LONG // 2 for item in value):
                items.fa.set_flow_style()
            return items
        if isinstance(value, str) and value.casefold() in _OTHER_TYPES:
            return DoubleQuotedScalarString(value)
        folded = (
            isinstance(value, str) and (len(value) + len(key) > _LONG or "\n" in value) and key != "rubrik"
        )
        return FoldedScalarString(value) if folded else value

    yaml = YAML()
    yaml.version = None
    yaml.width = _WIDTH
    yaml.indent(mapping=2, sequence=4, offset=2)
    yaml.allow_unicode = True
    out = StringIO()
    yaml.dump(CommentedMap({key: written(key, value) for key, value in data.items()}), out)
    return f"# yaml-language-server: $schema=../../schemas/{file_name(data['typ'])}\n{out.getvalue()}"


def write_new(root: Path, organisation: str, stem: str, text: str) -> Path:
    """Write a new file `insights/<organisation>/<stem>.yaml`, or with the next free number after the stem.

    The file appears whole or not at all, whatever happens on the way, and never replaces another.
    """
    folder = root / RECORDS / organisation
    folder.mkdir(parents=True, exist_ok=True)
    spare = _spare_file(root, folder, text)
    try:
        for number in count(1):
            path = folder / f"{stem}.yaml" if number == 1 else folder / f"{stem}-{number}.yaml"
            with suppress(FileExistsError):
                _put(spare, path)
                return path
    finally:
        spare.unlink(missing_ok=True)
    raise AssertionError  # the numbers do not end


def replace(path: Path, text: str) -> None:
    """Write a file that may exist already; readers see the old text or the new one, never a part."""
    path.parent.mkdir(parents=True, exist_ok=True)
    replace_bytes(path, text.encode("utf-8"))


def replace_bytes(path: Path, content: bytes) -> None:
    """Write a file that may exist already; readers see the old content or the new one, never a part."""
    path.parent.mkdir(parents=True, exist_ok=True)
    spare = _spare(path.parent, content)
    try:
        spare.replace(path)
    finally:
        spare.unlink(missing_ok=True)


def _spare_file(root: Path, folder: Path, text: str) -> Path:
    # What a killed run leaves behind lies where nobody looks and git does not; the records' folder is the fallback.
    if (root / _SPARE / ".gitignore").is_file() and (root / _SPARE).stat().st_dev == folder.stat().st_dev:
        with suppress(OSError):
            return _spare(root / _SPARE, text.encode("utf-8"))
    return _spare(folder, text.encode("utf-8"))


def _spare(folder: Path, content: bytes) -> Path:
    descriptor, name = tempfile.mkstemp(prefix=".new-", suffix=".tmp", dir=folder)
    with os.fdopen(descriptor, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    spare = Path(name)
    spare.chmod(0o666 & ~_umask())  # mkstemp's files are for the owner alone
    return spare


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _put(spare: Path, path: Path) -> None:
    """Give a spare file its name; FileExistsError where the name is taken."""
    if os.name == "nt":
        spare.rename(path)  # Windows refuses to replace
        return
    try:
        path.hardlink_to(spare)
    except FileExistsError:
        raise
    except OSError:
        # A file system without hard links: take the name first, then fill it in one step.
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY))
        spare.replace(path)
