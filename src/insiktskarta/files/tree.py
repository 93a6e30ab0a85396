"""The files of a workspace as they are on the disk, or as they would be with other content in some of them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from insiktskarta.files.content import read_bytes


@dataclass(frozen=True, slots=True)
class Tree:
    """What stands in the files of a workspace.

    Attributes:
        root: the workspace's folder.
        others: path below it, with `/`, to what stands there instead of what is on the disk.
    """

    root: Path
    others: Mapping[str, bytes] = field(default_factory=dict)

    def read(self, path: str, real: str | None = None) -> bytes | None:
        """A file's bytes; None where it cannot be opened.

        Args:
            path: below the workspace, with `/`, as it is shown.
            real: the whole path on the disk, where that cannot be shown.
        """
        other = self.others.get(path)
        return read_bytes(real or f"{self.root}/{path}") if other is None else other
