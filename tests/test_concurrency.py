"""Several runs at once, and runs that are killed: nothing half, nothing lost, nobody disagrees."""

import os
import random
import re
import signal
import subprocess
import sys
import time
from itertools import count
from pathlib import Path

import pytest

from conftest import RECORDS, write_workspace
from insiktskarta.cli.clean_lint import PROCESSES

KILLS = int(os.environ.get("INSIKT_TEST_KILLS", "25"))
HEADING = "Unga vill ha tid"
_NUMBERS = count(1)


def adding() -> list[str]:
    """The words that add a record with the usual heading and a text of its own: a second with the same is refused."""
    text = f"Unga orkar {next(_NUMBERS)} gånger. " * 20
    where = ["--organisation", "exempelkoping", "--rubrik", HEADING]
    return ["add", *where, "--insikt", text, "--perspektiv", "invånare", "--röst", "egen"]


NO_LINKS = "def refused(*_): raise OSError(1, 'no links')\npathlib.Path.hardlink_to = refused\n"
needs_kill = pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGKILL")


def start(root: Path, *arguments: str, code: str = "") -> "subprocess.Popen[str]":
    main = f"{code}\nfrom insiktskarta.cli import main\nraise SystemExit(main())"
    return subprocess.Popen(
        [sys.executable, "-c", main, *arguments, "--workspace", str(root), "--lang", "sv"],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )


def whole(root: Path) -> list[Path]:
    """The records that were added, each of them whole, with nothing else beside them."""
    found = sorted((root / "insights/exempelkoping").iterdir())
    known = {f"{record_id.rpartition('/')[2]}.yaml" for record_id in RECORDS}
    added = [path for path in found if path.name not in known]
    added = [path for path in added if not path.name.startswith(".new-")]
    for path in added:
        assert path.name.startswith("unga-vill-ha-tid"), path
        text = path.read_text(encoding="utf-8")
        assert text.startswith("# yaml-language-server")
        assert text.endswith("röst: egen\n")
    return added


@needs_kill
def test_killed_at_any_time(workspace: Path) -> None:
    began = time.monotonic()
    first = start(workspace, *adding())
    first.communicate(timeout=60)
    assert first.returncode == 0
    usual = time.monotonic() - began
    chance = random.Random(2024)  # noqa: S311 - when to kill is no secret
    for _ in range(KILLS):
        run = start(workspace, *adding())
        time.sleep(usual * chance.uniform(0.3, 1.1))
        run.kill()
        run.communicate()
        whole(workspace)
    assert not list((workspace / "insights").rglob(".*"))
    out, err = start(workspace, "lint", "insights/exempelkoping", "--output-format", "json").communicate(
        timeout=60
    )
    assert '"YA' not in out, err
    assert '"SC' not in out, err


STEPS = [
    "os.fsync",
    "pathlib.Path.chmod",
    "pathlib.Path.hardlink_to",
    "pathlib.Path.rename",
    "pathlib.Path.unlink",
]


@needs_kill
@pytest.mark.parametrize("links", [True, False])
@pytest.mark.parametrize("step", STEPS)
def test_killed_at_every_step(workspace: Path, step: str, links: bool) -> None:
    code = f"import os, pathlib, signal\n{step} = lambda *_, **__: os.kill(os.getpid(), signal.SIGKILL)\n"
    if not links:
        code += NO_LINKS
    run = start(workspace, *adding(), code=code)
    run.communicate(timeout=60)
    # The spare goes when the record is there, and the step that is killed may be one that is not taken.
    assert len(whole(workspace)) == int(step == "pathlib.Path.unlink" or run.returncode == 0)
    if links:  # without them the spare has to lie beside the record, hidden
        assert not list((workspace / "insights").rglob(".*"))


def test_two_at_once_with_the_same_heading(workspace: Path) -> None:
    runs = [start(workspace, *adding()) for _ in range(4)]
    said = [run.communicate(timeout=60) for run in runs]
    assert [run.returncode for run in runs] == [0] * 4, said
    assert len(whole(workspace)) == 4
    assert len({out.splitlines()[-1] for out, _ in said}) == 4


def test_two_at_once_without_hard_links(workspace: Path) -> None:
    runs = [start(workspace, *adding(), code=f"import pathlib\n{NO_LINKS}") for _ in range(4)]
    said = [run.communicate(timeout=60) for run in runs]
    assert [run.returncode for run in runs] == [0] * 4, said
    assert len(whole(workspace)) == 4


def test_two_lints_on_a_cold_index_agree(workspace: Path) -> None:
    many = {
        f"pahittsala/post-{number}": f"typ: insikt\nrubrik: Nummer {number}\ninsikt: x\nröst: egen\ngrupp: x\n"
        for number in range(300)
    }
    write_workspace(workspace, many)
    runs = [start(workspace, "lint") for _ in range(3)]
    said = [run.communicate(timeout=120) for run in runs]
    assert [run.returncode for run in runs] == [1, 1, 1]
    assert said[0] == said[1] == said[2]
    assert said[0][0].count("SC102") == 300


CHILDREN = Path("/proc/self/task")
sees_children = pytest.mark.skipif(
    not CHILDREN.is_dir() or PROCESSES == 1,
    reason="only Linux tells the children of a process, and on one core it has none",
)


def children(process: "subprocess.Popen[str]") -> list[int]:
    try:
        said = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text(encoding="ascii")
    except OSError:
        return []
    return [int(each) for each in said.split()]


def lives(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def reading(root: Path) -> tuple["subprocess.Popen[str]", list[int]]:
    """A lint that reads with several processes, and these."""
    write_workspace(
        root, {f"exempelkoping/post-{number}": RECORDS["exempelkoping/en-vag-in"] for number in range(2_100)}
    )
    process = start(root, "lint", "--output-format", "concise")
    journal = root / ".insikt/index.sqlite-journal"  # before it is there, another process looks at the files
    while not (journal.exists() and (found := children(process))) and process.poll() is None:
        time.sleep(0.01)
    assert found
    return process, found


@needs_kill
@sees_children
def test_who_reads_for_a_killed_run_ends_with_it(workspace: Path) -> None:
    process, workers = reading(workspace)
    process.kill()
    process.communicate()
    end = time.monotonic() + 60
    while any(map(lives, workers)) and time.monotonic() < end:
        time.sleep(0.05)
    assert not any(map(lives, workers))


@needs_kill
@sees_children
def test_a_run_whose_helper_is_killed_reads_the_rest_itself(workspace: Path) -> None:
    process, workers = reading(workspace)
    os.kill(workers[0], signal.SIGKILL)
    out, err = process.communicate(timeout=120)
    assert (process.returncode, "Traceback" in err) == (1, False)
    again = start(workspace, "lint", "--output-format", "concise").communicate(timeout=120)
    assert (out, err) == again
    assert "2\u202f105 poster" in err


def test_adding_while_others_read(workspace: Path) -> None:
    write_workspace(
        workspace,
        {
            f"aby/post-{n}": RECORDS["exempelkoping/en-vag-in"].replace("[exempelkoping/intervjuer]", "[]")
            for n in range(200)
        },
    )
    readers = [start(workspace, "query", "telefonkö", "--output-format", "ids") for _ in range(2)]
    writers = [start(workspace, *adding()) for _ in range(2)]
    said = [run.communicate(timeout=120) for run in (*readers, *writers)]
    assert [run.returncode for run in (*readers, *writers)] == [0] * 4, said
    assert {out.count("aby/post-") for out, _ in said[:2]} == {200}


def test_a_slow_reader_of_the_answer_holds_nobody_up(workspace: Path) -> None:
    # More than a pipe holds, so that this run waits for its reader in the middle of its answer.
    wrong = {f"pahittsala/post-{number}": "typ: insikt\n" for number in range(300)}
    write_workspace(workspace, wrong)
    slow = start(workspace, "lint")
    assert slow.stdout is not None
    slow.stdout.read(1)
    (workspace / "insights/pahittsala/post-0.yaml").write_text("typ: [", encoding="utf-8")
    out, _ = start(workspace, "lint", "--output-format", "concise").communicate(timeout=40)
    assert re.search(r"post-0\.yaml\S* YA106 ", out)
    slow.communicate(timeout=40)
    assert slow.returncode == 1
