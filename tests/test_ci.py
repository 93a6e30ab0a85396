"""The files for CI: their shell lines are taken out of the YAML and run in scratch repositories."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from format_schemas import valid_json

from conftest import RECORDS, write_workspace

ROOT = Path(__file__).resolve().parent.parent
ACTION = ROOT / "action.yml"
GITLAB = ROOT / "ci/insikt.gitlab-ci.yml"
HOOKS = ROOT / ".pre-commit-hooks.yaml"
MAKE = ROOT / "ci/insikt.mk"
RECORD = "insights/exempelkoping/kvallsoppet.yaml"
BROKEN = RECORDS["exempelkoping/kvallsoppet"].replace("en-vag-in", "en-vag-inn")
PERSONAL = RECORDS["exempelkoping/kvallsoppet"] + "anteckning: Samtalet gällde 811228-9874.\n"
# A recorder that stands in for the command and says how it was called.
RECORDER = '#!/bin/sh\nprintf "%s\\n" "$@"\n'

needs_bash = pytest.mark.skipif(shutil.which("bash") is None, reason="there is no bash here")
needs_git = pytest.mark.skipif(shutil.which("git") is None, reason="there is no git here")


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    root = tmp_path / "repo"
    write_workspace(root, RECORDS)
    return root


def loaded(path: Path) -> Any:
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def steps() -> dict[str, dict[str, Any]]:
    return {step["name"]: step for step in loaded(ACTION)["runs"]["steps"]}


def git(folder: Path, *arguments: str) -> None:
    names = {f"GIT_{who}_{what}": "x" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    alone = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    subprocess.run(["git", *arguments], cwd=folder, env=os.environ | names | alone, check=True)


def shell(
    lines: str, folder: Path, *shell_: str, tools: Path | None = None, **environment: str
) -> tuple[int, str, str]:
    """Run shell lines as the CI does: exit code, output, messages."""
    path = os.pathsep.join(
        [*([str(tools)] if tools else []), str(Path(sys.executable).parent), os.environ["PATH"]]
    )
    done = subprocess.run(
        [*(shell_ or ("bash", "--noprofile", "--norc", "-eo", "pipefail")), "-c", lines],
        cwd=folder,
        env=os.environ | {"PATH": path, "INSIKT_LANG": "sv"} | environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    return done.returncode, done.stdout, done.stderr


def check(folder: Path, tools: Path | None = None, **environment: str) -> tuple[int, str, str]:
    """The action's step, with its inputs at what they are when nobody sets them."""
    step, inputs = steps()["Check"], loaded(ACTION)["inputs"]
    given = {
        name: inputs[value.removeprefix("${{ inputs.").removesuffix(" }}")]["default"]
        for name, value in step["env"].items()
    }
    return shell(step["run"], folder, tools=tools, **{"GITHUB_BASE_REF": ""} | given | environment)


def recorder(folder: Path) -> Path:
    folder.mkdir()
    (folder / "insikt").write_text(RECORDER, encoding="utf-8", newline="\n")
    (folder / "insikt").chmod(0o755)
    return folder


def test_the_action_is_a_composite_one_whose_inputs_are_all_used() -> None:
    action = loaded(ACTION)
    assert action["runs"]["using"] == "composite"
    text = ACTION.read_text(encoding="utf-8")
    for name, about in action["inputs"].items():
        assert about["description"]
        assert isinstance(about["default"], str)
        assert f"inputs.{name} }}}}" in text
    for step in action["runs"]["steps"]:
        assert ("uses" in step) != ("run" in step)
        assert "run" not in step or step["shell"] == "bash"
        # What somebody else may choose is never pasted into a shell line.
        assert "${{" not in step.get("run", "")


@needs_bash
def test_the_action_passes_what_is_clean(repository: Path) -> None:
    assert check(repository)[:2] == (0, "")


@needs_bash
def test_the_action_annotates_and_fails(repository: Path, tmp_path: Path) -> None:
    (repository / RECORD).write_text(BROKEN, encoding="utf-8")
    summary = tmp_path / "summary.md"
    code, out, err = check(repository, GITHUB_STEP_SUMMARY=str(summary))
    assert code == 1, err
    assert out.startswith(f"::error file={RECORD},line=5,col=13,title=LI101::")
    assert "LI101" in summary.read_text(encoding="utf-8")
    assert check(repository, ARGUMENTS="--exit-zero")[0] == 0
    assert check(repository, ARGUMENTS="--ignore LI --output-format concise")[:2] == (0, "")


@needs_bash
def test_the_action_names_files_from_the_top_of_the_repository(repository: Path) -> None:
    (repository / RECORD).write_text(BROKEN, encoding="utf-8")
    code, out, err = check(repository.parent, FOLDER="repo")
    assert code == 1, err
    assert out.startswith(f"::error file=repo/{RECORD},line=5,col=13")


@needs_bash
def test_the_action_takes_its_arguments_from_all_lines(repository: Path) -> None:
    (repository / RECORD).write_text(BROKEN, encoding="utf-8")
    assert check(repository, ARGUMENTS="--output-format concise\n--ignore LI\n")[:2] == (0, "")


@needs_bash
def test_the_action_shows_no_personal_data(repository: Path, tmp_path: Path) -> None:
    (repository / RECORD).write_text(PERSONAL, encoding="utf-8")
    summary = tmp_path / "summary.md"
    code, out, err = check(repository, GITHUB_STEP_SUMMARY=str(summary))
    assert code == 1
    shown = out + err + summary.read_text(encoding="utf-8")
    assert "PD101" in shown
    assert "9874" not in shown


@needs_bash
@needs_git
def test_the_action_reports_on_a_pull_request_alone_when_the_history_is_there(
    repository: Path, tmp_path: Path
) -> None:
    tools = recorder(tmp_path / "tools")
    git(repository, "init", "--quiet", "--initial-branch", "main")
    git(repository, "add", ".")
    git(repository, "commit", "--quiet", "--message", "x")
    plain = "lint\n--output-format\ngithub\n"
    assert check(repository, tools, GITHUB_BASE_REF="main")[:2] == (0, plain)
    code, out, _ = check(repository, tools, GITHUB_BASE_REF="main", ONLY_CHANGED="true")
    assert (code, out.endswith(plain)) == (0, True)
    assert out.startswith("::notice::")
    assert "fetch-depth: 0" in out
    git(repository, "update-ref", "refs/remotes/origin/main", "HEAD")
    assert check(repository, tools, GITHUB_BASE_REF="main", ONLY_CHANGED="true")[:2] == (
        0,
        plain + "--since\norigin/main\n",
    )
    assert check(repository, tools, ONLY_CHANGED="true")[:2] == (0, plain), "no pull request"


@needs_bash
def test_words_of_others_are_no_shell_lines(repository: Path, tmp_path: Path) -> None:
    tools = recorder(tmp_path / "tools")
    hostile = "$(touch stulen) `touch stulen`; touch stulen"
    code, out, _ = check(
        repository, tools, FOLDER=hostile, ARGUMENTS=hostile, GITHUB_BASE_REF=hostile, ONLY_CHANGED="true"
    )
    assert code == 0
    assert out.endswith(f"{hostile}\n")
    assert not list(tmp_path.rglob("stulen"))


@needs_bash
def test_the_action_installs_itself(tmp_path: Path) -> None:
    if os.environ.get("INSIKT_INSTALL") != "1":
        pytest.skip("INSIKT_INSTALL=1 lets it: a minute, and a network")
    path, folder = tmp_path / "path", tmp_path / "temp"
    folder.mkdir()
    code, out, err = shell(
        steps()["Install"]["run"],
        tmp_path,
        RUNNER_TEMP=str(folder),
        GITHUB_ACTION_PATH=str(ROOT),
        GITHUB_PATH=str(path),
    )
    assert code == 0, out + err
    tools = Path(path.read_text(encoding="utf-8").strip())
    write_workspace(tmp_path / "repo", RECORDS)
    assert check(tmp_path / "repo", tools)[:2] == (0, "")


def gitlab(folder: Path, tools: Path | None = None, **environment: str) -> tuple[int, str, str]:
    """The template's script, with its variables at what they are when nobody sets them."""
    template = loaded(GITLAB)
    job = template["insikt-lint"]
    given = {name: str(value) for name, value in (template["variables"] | job["variables"]).items()}
    lines = "\n".join(job["script"])
    return shell(lines, folder, "sh", "-e", tools=tools, **given | environment)


def test_the_template_keeps_the_report_that_its_script_writes() -> None:
    job = loaded(GITLAB)["insikt-lint"]
    name = job["artifacts"]["reports"]["codequality"]
    assert f"> {name}\n" in "\n".join(job["script"])
    assert job["artifacts"]["when"] == "always"
    assert str(job["variables"]["GIT_DEPTH"]) == "0"


@needs_bash
def test_the_template_passes_what_is_clean(repository: Path) -> None:
    code, out, err = gitlab(repository)
    assert (code, out) == (0, ""), err
    assert valid_json("gitlab", (repository / "gl-code-quality-report.json").read_text("utf-8")) == []


@needs_bash
def test_the_template_fails_with_a_report(repository: Path) -> None:
    (repository / RECORD).write_text(BROKEN, encoding="utf-8")
    code, out, _ = gitlab(repository)
    assert code == 1
    assert "LI101" in out
    [issue] = valid_json("gitlab", (repository / "gl-code-quality-report.json").read_text("utf-8"))
    assert issue["location"] == {"path": RECORD, "lines": {"begin": 5}}


@needs_bash
def test_the_template_fails_where_nothing_can_be_checked(tmp_path: Path) -> None:
    code, _, err = gitlab(tmp_path)
    assert code == 2
    assert "insights" in err


@needs_bash
def test_the_template_reports_on_a_merge_request_alone(repository: Path, tmp_path: Path) -> None:
    tools = recorder(tmp_path / "tools")
    code, out, _ = gitlab(
        repository,
        tools,
        INSIKT_ONLY_CHANGED="true",
        CI_MERGE_REQUEST_DIFF_BASE_SHA="abc",
        INSIKT_ARGUMENTS="--strict --select PD",
        INSIKT_FOLDER="min kommun",
    )
    assert code == 0
    expected = [
        "lint",
        "--output-format",
        "text",
        "--strict",
        "--select",
        "PD",
        "--since",
        "abc",
        "min kommun",
    ]
    assert out.splitlines() == expected


@pytest.mark.skipif(shutil.which("make") is None, reason="there is no make here")
def test_the_target_of_make(repository: Path) -> None:
    makefile = repository / "Makefile"
    makefile.write_text(MAKE.read_text(encoding="utf-8"), encoding="utf-8", newline="\n")
    run = ("sh", "-e")
    code, out, err = shell("make --silent insikt-lint", repository, *run)
    assert (code, out) == (0, ""), err
    (repository / RECORD).write_text(BROKEN, encoding="utf-8")
    code, out, err = shell(
        "make --silent insikt-lint INSIKT_OPTIONS='--output-format concise'", repository, *run
    )
    assert code != 0
    assert out.startswith(f"{RECORD}:5:13 LI101 ")


def test_the_hook_sees_the_whole_workspace() -> None:
    [hook] = loaded(HOOKS)
    assert hook["id"] == "insikt-lint"
    assert (hook["pass_filenames"], hook["always_run"], hook["require_serial"]) == (False, True, True)


@needs_git
def test_the_hook_under_pre_commit(repository: Path, tmp_path: Path) -> None:
    program = shutil.which("pre-commit")
    if program is None:
        pytest.skip("pre-commit is not installed: pipx install pre-commit")
    git(repository, "init", "--quiet", "--initial-branch", "main")
    git(repository, "add", ".")
    git(repository, "commit", "--quiet", "--message", "x")

    def tried() -> tuple[int, str]:
        done = subprocess.run(
            [program, "try-repo", str(ROOT), "insikt-lint", "--verbose", "--color", "never"],
            cwd=repository,
            env=os.environ | {"PRE_COMMIT_HOME": str(tmp_path / "home"), "INSIKT_LANG": "sv"},
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        return done.returncode, done.stdout + done.stderr

    code, out = tried()
    assert code == 0, out
    assert "inget att anmärka på" in out
    git(repository, "rm", "--quiet", "insights/exempelkoping/en-vag-in.yaml")
    code, out = tried()
    assert code == 1, "a deletion alone breaks the records that link there"
    assert "LI101" in out


def test_no_host_and_no_place_of_a_machine_is_named() -> None:
    for path in (ACTION, GITLAB, HOOKS, MAKE, ROOT / "docs/ci.md"):
        text = path.read_text(encoding="utf-8")
        for name in ("pypi.org", "ghcr.io", "docker.io", "registry.", "home", "work", "tmp", "opt"):
            place = f"/{name}/" if name.isalpha() else name
            assert place not in text, (path.name, name)


def test_the_page_shows_what_there_is() -> None:
    page = (ROOT / "docs/ci.md").read_text(encoding="utf-8")
    for name in loaded(ACTION)["inputs"]:
        assert f"`{name}`" in page
    for name in loaded(GITLAB)["variables"]:
        assert f"`{name}`" in page
    for name in ("insikt-lint", "ci/insikt.gitlab-ci.yml", "ci/insikt.mk", "gl-code-quality-report.json"):
        assert name in page
    blocks = page.split("```yaml\n")[1:]
    assert len(blocks) >= 4
    for block in blocks:
        assert yaml.safe_load(block.partition("```")[0])
    assert json.dumps("72 timmar")[1:-1] in page
