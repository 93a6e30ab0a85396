"""Other tools on the same records, each beside our own cold lint."""

import shutil
import subprocess
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from benchmarks.cases import Group, Tools, cold_lint
    from benchmarks.checks import exits, lines, says, silent
    from benchmarks.measure import Case, Check, Outcome
else:  # run and imported from this folder, which is no package
    from cases import Group, Tools, cold_lint
    from checks import exits, lines, says, silent
    from measure import Case, Check, Outcome

_RELAXED = "{extends: relaxed, rules: {line-length: disable}}"
_NOTE = (
    "Each runs once, our cold lint before each of them. They do less work, or other work: yamllint checks syntax "
    "and style; check-jsonschema and yamale check a shallow schema of the same files, without links; doorstop "
    "checks links and review stamps of its own items with the same texts, and on a fresh copy it rewrites them "
    "and adds them to git. Each has first found a fault in a small sample."
)


def group(tools: Tools) -> Group:
    """The table of the peers; one that is not installed stands in it, too."""
    ours = replace(cold_lint(tools), seconds=None, memory=None)  # its targets stand in its own table
    peers = _Peers(tools, ours)
    every = [peers.yamllint(), peers.check_jsonschema(), *peers.yamale(), *peers.doorstop()]
    order = [case for peer in every for case in (ours, peer)]
    return Group("Peers on the same records", _NOTE, order, 1, beside="our cold lint", warm_up=False)


def ruamel_reader() -> str:
    """Which reader ruamel.yaml takes when any is good enough, as it is for check-jsonschema."""
    return "ruamel.yaml with its C part" if find_spec("_ruamel_yaml") else "ruamel.yaml in pure Python"


@dataclass(frozen=True)
class _Peers:
    tools: Tools
    ours: Case

    def _case(self, what: str, name: str, *arguments: str, check: Check, rest: str = "") -> Case:
        """A peer's case; `rest` stands in the table for the arguments that come after the options."""
        options = [f"'{each}'" if " " in each else each for each in arguments]
        return Case(
            what=what,
            shown=" ".join([name, *options, rest]).strip(),
            command=self.tools.found(name, *arguments),
            folder=self.tools.place,
            check=check,
            floor=self.ours,
        )

    @staticmethod
    def _on(case: Case, *paths: str) -> Case:
        return replace(case, command=[*case.command, *paths] if case.command else [])

    def _proof(self, case: Case, text: str, *paths: str) -> Case:
        """The same command on a sample with faults; a crash also exits with 1, so it has to name the fault."""
        return replace(self._on(case, *paths), what=f"{case.what}: sample", check=says(text, code=1))

    def yamllint(self) -> Case:
        """Without the rule that a line may have 80 characters, which every record breaks."""
        records = self.tools.expected["records"]
        case = self._case("yamllint", "yamllint", "-d", _RELAXED, check=silent, rest="insights")
        listed = self._case("yamllint: files", "yamllint", "--list-files", check=lines(records, r"\.yaml$"))
        first = (self._on(listed, "clean/insights"), self._proof(case, "syntax error", "sample-tab/insights"))
        return replace(self._on(case, "clean/insights"), first=first, slower=40.0)

    def check_jsonschema(self) -> Case:
        """It names the files that it has checked, so that they can be counted."""
        case = self._case(
            f"check-jsonschema ({ruamel_reader()})",
            "check-jsonschema",
            *("-vv", "--schemafile", "peer.schema.json"),
            check=lines(self.tools.expected["records"], r"^ .*\.yaml$"),
            rest="FILE …",
        )
        first = (self._proof(case, "samvärkan", *self._files("sample-term")),)
        return replace(self._on(case, *self._files("clean")), first=first, slower=40.0)

    def _files(self, workspace: str) -> list[str]:
        place = self.tools.place
        files = sorted((place / workspace / "insights").glob("*/*.yaml"))
        return [path.relative_to(place).as_posix() for path in files]

    def yamale(self) -> list[Case]:
        """As it comes, with four processes, and on as many as our own lint; the targets hold against both."""
        return [
            self._yamale("yamale, as it comes (four processes)"),
            self._yamale("yamale, two processes", "--cpu-num", "2"),
        ]

    def _yamale(self, what: str, *options: str) -> Case:
        case = self._case(
            what,
            "yamale",
            *("--schema", "peer.yamale.yaml", *options),
            check=says(f"Found {self.tools.expected['records']} yaml files"),
            rest="insights",
        )
        first = (self._proof(case, "samvärkan", "sample-term/insights"),)
        return replace(self._on(case, "clean/insights"), first=first, slower=2.5, dearer=5.0)

    def doorstop(self) -> list[Case]:
        """As it comes, and once more on what that left, without rewriting anything."""
        copy, sample = self.tools.place / "doorstop-copy", self.tools.place / "doorstop-sample-copy"

        def stamped(outcome: Outcome) -> str:
            count = sum(b"reviewed: null" not in item.read_bytes() for item in copy.glob("INS*.yml"))
            wrong = "" if count == self.tools.expected["records"] else f"{count} items have a review stamp"
            return exits()(outcome) or wrong

        def case(what: str, *arguments: str, prepare: Callable[[], None]) -> Case:
            one = self._case(what, "doorstop", *arguments, check=stamped)
            one = one if shutil.which("git") else replace(one, command=[])
            anew = partial(self._fresh, "doorstop-sample", sample)
            proof = replace(self._proof(one, "INS9999999"), folder=sample, prepare=anew)
            return replace(one, folder=copy, prepare=prepare, first=(proof,), slower=100.0)

        return [
            case("doorstop, fresh copy", prepare=partial(self._fresh, "doorstop", copy)),
            case("doorstop on what that run left", "--no-reformat", prepare=lambda: None),
        ]

    def _fresh(self, source: str, target: Path) -> None:
        shutil.rmtree(target, ignore_errors=True)
        shutil.copytree(self.tools.place / source, target)
        subprocess.run(["git", "init", "--quiet", str(target)], check=True)
