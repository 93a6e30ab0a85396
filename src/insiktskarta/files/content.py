"""The bytes of a file, and the name that git gives them."""

import hashlib
import os

from insiktskarta.files.decode import LARGEST

_READ = (
    os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0)
)  # a pipe would wait for a writer
# Bytes that are asked for at once: a record has two thousand, and more memory takes time to get.
_USUAL = 16 * 1024


def blob_hash(raw: bytes) -> str:
    """The name that git gives a file's content."""
    return hashlib.sha1(b"blob %d\0" % len(raw) + raw, usedforsecurity=False).hexdigest()


def read_bytes(path: str) -> bytes | None:
    """A file's bytes; None where it cannot be opened."""
    try:
        descriptor = os.open(path, _READ)
    except OSError:
        return None
    try:
        # A file beyond the largest size that is read is refused by that, so its end is not needed.
        raw = os.read(descriptor, _USUAL)
        while 0 < len(raw) <= LARGEST and (more := os.read(descriptor, _USUAL)):
            raw += more
    except OSError:
        return None
    finally:
        os.close(descriptor)
    return raw
