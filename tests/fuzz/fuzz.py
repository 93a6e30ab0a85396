"""Feed mutated bytes to the reader, the settings' reader and the whole of `insikt lint`, and see that nothing falls.

    python -m venv FOLDER && FOLDER/bin/pip install atheris .
    FOLDER/bin/python tests/fuzz/fuzz.py parse SEEDS -max_total_time=600

The first argument is `parse`, `settings` or `lint`; the others are libFuzzer's: folders of seeds (copied first, since
libFuzzer writes what it learns into the first folder) and options. It stops at the first fault and saves the bytes.
atheris is no dependency of the project: it has no wheel for Windows.
"""

import contextlib
import io
import sys
import tempfile
from pathlib import Path

import atheris

sys.path.insert(0, str(Path(__file__).resolve().parent))
with atheris.instrument_imports(include=["insiktskarta", "ruamel", "yaml"]):
    from reading import PATH, read, settings

    from insiktskarta.cli import main

BUG = 3


def lint(raw: bytes) -> None:
    """The command on a workspace that holds the bytes beside a sound record; it must never report a bug."""
    with tempfile.TemporaryDirectory() as folder:
        for name in (PATH, "insights/exempelkoping/en-annan.yaml"):
            (Path(folder) / name).parent.mkdir(parents=True, exist_ok=True)
        (Path(folder) / PATH).write_bytes(raw)
        (Path(folder) / "insights/exempelkoping/en-annan.yaml").write_bytes(
            "typ: fråga\nrubrik: Hur kan vi?\nfråga: Hur kan vi?\n".encode()
        )
        out, err = io.StringIO(), io.StringIO()
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            code = main(["lint", "--hints", "--workspace", folder])
        assert code != BUG, err.getvalue()


TARGETS = {"parse": read, "settings": settings, "lint": lint}

if __name__ == "__main__":
    target = TARGETS[sys.argv.pop(1)]
    atheris.Setup(sys.argv, lambda raw: target(raw) and None)
    atheris.Fuzz()
