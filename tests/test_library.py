import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

import insiktskarta
from insiktskarta.model.errors import InsiktError


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


def test_filters_of_the_library_are_those_of_the_command(workspace: Path) -> None:
    with closing(insiktskarta.load(str(workspace / "insights/exempelkoping"))) as corpus:
        assert len(insiktskarta.select(corpus)) == 5
        assert [hit.id for hit in insiktskarta.select(corpus, grupper=["Barn och unga"], typ=["insikt"])] == [
            "exempelkoping/en-vag-in"
        ]
        assert insiktskarta.select(corpus, "telefonkö", typ=["test"]) == []
        assert insiktskarta.select(corpus, grupper="vuxna", organisation="Påhittsala") == insiktskarta.select(
            corpus, grupper=["vuxna"], organisation=["pahittsala"]
        )
        with pytest.raises(InsiktError, match="Do you mean “ungdomar”"):
            insiktskarta.select(corpus, grupper=["ungdommar"])
        with pytest.raises(InsiktError, match="no organisation"):
            insiktskarta.select(corpus, organisation=["zzzzzzzz"])


def test_there_is_no_workspace_there(tmp_path: Path) -> None:
    with pytest.raises(InsiktError, match="no insights here"):
        insiktskarta.load(tmp_path)


def test_an_unknown_facet_is_an_error_that_says_so(workspace: Path) -> None:
    with (
        closing(insiktskarta.load(workspace)) as corpus,
        pytest.raises((KeyError, InsiktError), match="gruper"),
    ):
        insiktskarta.select(corpus, gruper=["ungdomar"])


def test_findings_are_those_of_lint(workspace: Path) -> None:
    (workspace / "insights/exempelkoping/trasig.yaml").write_text("typ: [", encoding="utf-8")
    with closing(insiktskarta.load(workspace)) as corpus:
        found = [each for each in insiktskarta.findings(corpus) if each.severity == "error"]
    assert [(each.path, each.code) for each in found] == [("insights/exempelkoping/trasig.yaml", "YA106")]


def test_version_costs_nothing(workspace: Path) -> None:
    script = (
        "import sys; from insiktskarta.cli import main; main(['--version']); "
        "print(sorted({'typer', 'pydantic', 'sqlite3', 'insiktskarta.cli.library'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout == f"insikt {insiktskarta.__version__}\n[]\n"


def test_the_names_are_the_ones_that_are_told_of() -> None:
    for name in insiktskarta.__all__:
        assert getattr(insiktskarta, name)
        assert name == "__version__" or name in (insiktskarta.__doc__ or "")
