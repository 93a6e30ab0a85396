"""Findings in every format that people and programs read; a format's module is imported when it is used."""

from collections.abc import Callable, Mapping, Sequence
from importlib import import_module

from insiktskarta.model.finding import Finding
from insiktskarta.model.language import Language

Sources = Callable[[str], str | None]
"""A path to the text of that file as its columns were counted: no BOM. None where there is no text."""
Format = Callable[[Sequence[Finding], Language, Sources], str]


def _later(module: str) -> Format:
    def render(findings: Sequence[Finding], language: Language, sources: Sources) -> str:
        found: Format = import_module(f"{__name__}.{module}").render
        return found(findings, language, sources)

    return render


FORMATS: Mapping[str, Format] = {
    "text": _later("text"),
    "concise": _later("concise"),
    "json": _later("as_json"),
    "github": _later("github"),
    "gitlab": _later("gitlab"),
    "sarif": _later("sarif"),
    "junit": _later("junit"),
}
"""Name to function, in the order that help shows them; every function keeps the order of the findings."""
