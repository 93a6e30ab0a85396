"""A workspace: a folder with `insights/` in it, and what its `insikt.yaml` says."""

import csv
import hashlib
import os
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any

from insiktskarta import __version__
from insiktskarta.files import exact as exact_reader
from insiktskarta.files.decode import decoded
from insiktskarta.files.parse import findings
from insiktskarta.files.tables import VERSION
from insiktskarta.files.validate import model_problems
from insiktskarta.model.errors import InsiktError
from insiktskarta.model.finding import Finding
from insiktskarta.model.language import N_
from insiktskarta.model.organisation import Organisation, Registry, registry_from_rows
from insiktskarta.model.settings import Settings
from insiktskarta.model.vocabulary import Vocabulary, vocabulary_from

SETTINGS = "insikt.yaml"
RECORDS = "insights"


@dataclass(frozen=True, slots=True)
class Workspace:
    """A workspace with its settings read.

    Attributes:
        root: the folder.
        settings: what `insikt.yaml` says; the defaults where it says nothing or cannot be read.
        findings: what is wrong with `insikt.yaml`.
    """

    root: Path
    settings: Settings
    findings: tuple[Finding, ...] = ()

    @property
    def local_terms(self) -> dict[str, dict[str, Any]]:
        """The workspace's own terms as a vocabulary file holds them."""
        terms = self.settings.vocabulary.items()
        return {
            facet: {
                name: term.model_dump(by_alias=True, exclude_none=True) if term else None
                for name, term in own.items()
            }
            for facet, own in terms
        }

    def vocabulary(self) -> Vocabulary:
        """The common vocabulary with the workspace's own terms."""
        return vocabulary_from(vocabulary_data(), self.local_terms)

    def registry(self) -> Registry:
        """The common organisations and the workspace's own."""
        common = common_registry()
        own = [
            Organisation(
                slug,
                each.name,
                each.kind,
                each.code,
                getattr(common.get(each.part_of or ""), "county", None),
                each.part_of,
            )
            for slug, each in self.settings.organisations.items()
        ]
        return common.with_local(own)


def find_root(start: Path) -> Path:
    """The workspace that a folder lies in: the nearest one upward with `insikt.yaml` or `insights/`.

    Raises:
        InsiktError: there is none.
    """
    start = start.resolve()
    for folder in (start, *start.parents):
        if (folder / SETTINGS).is_file() or (folder / RECORDS).is_dir():
            return folder
    raise InsiktError(
        N_(
            "There is no workspace here: neither “insights” nor “insikt.yaml” in {folder} or above it. Change to the right folder, or name it with --workspace."
        ),
        folder=start,
    )


def settings_bytes(root: Path) -> bytes:
    """The bytes of `insikt.yaml`; none where there is no such file."""
    try:
        return (root / SETTINGS).read_bytes()
    except FileNotFoundError:
        return b""


def read_workspace(root: Path, raw: bytes | None = None) -> Workspace:
    """The workspace in a folder; a faulty `insikt.yaml` gives findings and the defaults."""
    text, problems = decoded(settings_bytes(root) if raw is None else raw)
    if text is None:
        return Workspace(root, Settings(), findings(SETTINGS, problems))
    exact = exact_reader.read(text)
    value = {} if exact.value is None and not exact.problems else exact.value
    problems = problems + exact.problems
    if not problems or value is not None:
        problems = problems + model_problems(Settings, value, exact)
    if problems:
        return Workspace(root, Settings(), findings(SETTINGS, problems))
    return Workspace(root, Settings.model_validate(value))


def fingerprint(raw_settings: bytes) -> str:
    """What an index depends on beside the records: tool, tables, rules, vocabulary and configuration."""
    return hashlib.sha256(f"{__version__}:{VERSION}:{_package_hash()}:".encode() + raw_settings).hexdigest()


@cache
def _package_hash() -> str:
    total = hashlib.sha1(usedforsecurity=False)
    package = Path(__file__).parent.parent
    for path in sorted(_sources(package)):
        total.update(f"{path.removeprefix(str(package))}\0".encode() + Path(path).read_bytes())
    return total.hexdigest()


def _sources(package: Path) -> Iterator[str]:
    for layer in ("model", "rules", "files"):
        for folder, _, names in os.walk(package / layer):
            yield from (f"{folder}/{name}" for name in names if name.endswith((".py", ".yaml", ".csv")))


@cache
def vocabulary_data() -> dict[str, Any]:
    """The content of the packaged vocabulary file."""
    text = resources.files("insiktskarta.model").joinpath("data/vocabulary.yaml").read_text(encoding="utf-8")
    found: dict[str, Any] = exact_reader.read(text).value
    return found


@cache
def common_registry() -> Registry:
    """The packaged municipalities and regions."""
    text = (
        resources.files("insiktskarta.model").joinpath("data/organisations.csv").read_text(encoding="utf-8")
    )
    return registry_from_rows(csv.DictReader(text.splitlines()))
