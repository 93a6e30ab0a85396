import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

import insiktskarta


def test_the_library_in_a_few_names(workspace: Path) -> None:
    with closing(insiktskarta.load(workspace)) as corpus:
        assert [hit.id for hit in insiktskarta.select(corpus, "telefonkö")] == ["exempelkoping/en-vag-in"]
        found = insiktskarta.select(
            corpus, perspektiv=["klienter"], organisation=["pahittsala"], typ=["insikt"]
        )
        assert [hit.heading for hit in found] == ["Får inte veta varför", "Föräldrar upprepar sin historia"]
        assert [each for each in insiktskarta.findings(corpus) if each.severity != "hint"] == []


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="loads"):
        insiktskarta.loads  # noqa: B018 - the access is the test


def test_the_package_alone_is_light() -> None:
    script = "import insiktskarta, sys; print(sorted({'typer', 'pydantic', 'sqlite3'} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
