"""What a workspace's `insikt.yaml` says, joined with the packaged vocabulary and registry."""

import csv
from dataclasses import dataclass
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any

from insiktskarta.files import exact as exact_reader
from insiktskarta.files.decode import decoded
from insiktskarta.files.parse import findings
from insiktskarta.files.validate import model_problems
from insiktskarta.files.workspace import SETTINGS, settings_bytes
from insiktskarta.model.finding import Finding
from insiktskarta.model.organisation import Organisation, Registry, registry_from_rows
from insiktskarta.model.settings import Settings
from insiktskarta.model.vocabulary import Vocabulary, vocabulary_from


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
