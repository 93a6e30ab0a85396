"""What a workspace's `insikt.yaml` says, joined with the packaged vocabulary and registry."""

import csv
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from importlib import resources
from itertools import chain
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from insiktskarta.files import exact as exact_reader
from insiktskarta.files.decode import decoded
from insiktskarta.files.exact import Exact
from insiktskarta.files.fast import fast, own
from insiktskarta.files.legible import legible
from insiktskarta.files.parse import findings, spotted
from insiktskarta.files.problem import Problem
from insiktskarta.files.sound import named_organisations, sound
from insiktskarta.files.validate import model_problems
from insiktskarta.files.workspace import SETTINGS, has_schemas, settings_bytes
from insiktskarta.model.finding import PERSONAL_DATA, Finding
from insiktskarta.model.language import N_
from insiktskarta.model.organisation import Organisation, Registry, registry_from_rows
from insiktskarta.model.settings import Settings
from insiktskarta.model.suppression import Suppression, suppressions
from insiktskarta.model.swedish import nearest
from insiktskarta.model.vocabulary import Vocabulary, vocabulary_from
from insiktskarta.rules import personal_rules
from insiktskarta.rules.rule import Context, Spot

# In a record “namn: Berg” is somebody's name; here it is the key of an organisation's.
_NAMED_PERSON, _CALLED = "PD402", re.compile(r"""(?:[^#]*[{,])?[ \t]*["']?namn["']?:[ \t]+["']?""")

# What to say of a word that there is none of: with a suggestion, and without.
_NO_KEY = (
    N_("The key “{key}” is not known. Do you mean “{near}”?"),
    N_("The key “{key}” is not known. Remove it, or move the text to “anteckning”."),
)
_NO_TERM = (
    N_("“{term}” is not in the vocabulary for “{facet}”. Do you mean “{near}”?"),
    N_("“{term}” is not in the vocabulary for “{facet}”. “insikt schema --terms” lists the terms."),
)
_NO_ORGANISATION = (
    N_("There is no organisation “{slug}”. Do you mean “{near}”?"),
    N_("There is no organisation “{slug}”. Add it under “organisationer” in insikt.yaml."),
)


# Also misspelt, and also with its letters in parts.
_SAYS_REVIEW = re.compile(r"granskning", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Workspace:
    """A workspace with its settings read.

    Attributes:
        root: the folder.
        settings: what `insikt.yaml` says; the defaults where it says nothing or what is wrong, or cannot be read.
        findings: what is wrong with `insikt.yaml`, and what it holds of personal data.
        excuses: the suppressions of personal data in its comments.
    """

    root: Path
    settings: Settings
    findings: tuple[Finding, ...] = ()
    excuses: tuple[Suppression, ...] = ()

    def context(self) -> Context:
        """What the rules may know of the workspace."""
        return Context(
            self.vocabulary(),
            self.registry(),
            frozenset(self.settings.lint.allowed),
            self.settings.smallest,
            self.settings.review_required,
            schemas=has_schemas(self.root),
        )

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
    """The workspace in a folder; what is wrong in `insikt.yaml` gives findings and the defaults."""
    raw = settings_bytes(root) if raw is None else raw
    workspace = _read(root, raw)
    return _searched(workspace, raw) if raw else workspace


def _searched(workspace: Workspace, raw: bytes) -> Workspace:
    """The workspace with what its `insikt.yaml` holds of personal data, but for what that itself allows."""
    text = decoded(raw)[0]
    shown = legible(raw) if text is None else text
    spots = spotted(SETTINGS, shown, workspace.context(), personal_rules())
    personal = findings(SETTINGS, [each for each in spots if not _is_organisation(each, shown)])
    # Any other fault of the settings is one of all records, which no comment may hide.
    excuses = [each for each in suppressions(SETTINGS, text or "") if each.code.startswith(PERSONAL_DATA)]
    return replace(
        workspace, findings=tuple(sorted({*workspace.findings, *personal})), excuses=tuple(excuses)
    )


def _is_organisation(problem: Problem, text: str) -> bool:
    """Whether what looks like a first name or a surname is what an organisation is called: “namn: Fantasiberg”."""
    spot = problem.cause
    return (
        problem.code == _NAMED_PERSON
        and isinstance(spot, Spot)
        and spot.start is not None
        and _CALLED.fullmatch(text, text.rfind("\n", 0, spot.start) + 1, spot.start) is not None
    )


def _read(root: Path, raw: bytes) -> Workspace:
    text, problems = decoded(raw)
    if text is None:
        # Whatever the encoding is, the letters that are looked for are those of ASCII.
        return Workspace(
            root,
            _careful(None, raw.replace(b"\0", b"").decode("latin-1"), whole=False),
            findings(SETTINGS, problems),
        )
    quick = _faultless(root, text) if not problems else None
    if quick is not None:
        return quick
    exact = exact_reader.read(text)
    value = {} if exact.value is None and not exact.problems else exact.value
    problems = problems + exact.problems
    if not problems or value is not None:
        problems = problems + model_problems(Settings, value, exact)
    if problems:
        return Workspace(root, _careful(value, text, whole=not exact.problems), findings(SETTINGS, problems))
    workspace = Workspace(root, Settings.model_validate(value))
    unknown = [*_unknown_terms(workspace, exact), *_unknown_organisations(workspace, exact)]
    return replace(workspace, findings=findings(SETTINGS, unknown))


def _faultless(root: Path, text: str) -> Workspace | None:
    """The workspace of settings that the fast reader can read and nothing is wrong with, as nearly all are."""
    value = fast(text)
    if value is None:
        return None
    try:
        workspace = Workspace(root, Settings.model_validate(value))
    except ValidationError:
        return None
    nowhere = Exact()  # where there is nothing to tell, nobody asks for a place
    wrong = next(chain(_unknown_terms(workspace, nowhere), _unknown_organisations(workspace, nowhere)), None)
    return workspace if wrong is None else None


def _careful(value: Any, text: str, *, whole: bool) -> Settings:
    """What holds in a file that is wrong somewhere, with the guards on that it may have asked for.

    Args:
        value: what was read of it.
        text: the file's text.
        whole: whether all of it was read.
    """
    said = value if isinstance(value, dict) else {}
    named = named_organisations(said)
    left, gone = sound(Settings, said)
    own = {slug: about for slug, about in named.items() if slug not in left.get("organisationer", {})}
    asked = _SAYS_REVIEW.search(repr(gone) if whole else text) is not None
    described = {**left.get("organisationer", {}), **own}
    return Settings.model_validate({"kräv-granskning": asked, **left, "organisationer": described})


def _unknown_terms(workspace: Workspace, exact: Exact) -> Iterator[Problem]:
    """Facets and terms that the workspace's own terms name, and that there are none of."""
    own = workspace.local_terms
    common = vocabulary_from(vocabulary_data()).facets if own else {}
    for facet, terms in own.items():
        pointer = ("ordförråd", facet)
        if facet not in common:
            yield _unknown(exact.place(pointer, key=True), "SC102", _NO_KEY, facet, common)
            continue
        known = {**common[facet].terms, **terms}
        for name, term in terms.items():
            if term is None and name not in common[facet].terms:
                place = exact.place((*pointer, name), key=True)
                yield _unknown(place, "VO101", _NO_TERM, name, common[facet].terms, facet=facet)
            for key in ("bredare", "ersatt-av", "räknas-som"):
                named = (term or {}).get(key)
                if named is not None and named not in known:
                    place = exact.place((*pointer, name, key))
                    yield _unknown(place, "VO101", _NO_TERM, named, known, facet=facet)


def _unknown_organisations(workspace: Workspace, exact: Exact) -> Iterator[Problem]:
    """Organisations that the workspace names as participants or parents, and that there are none of."""
    settings = workspace.settings
    named = [(("deltagare", place), slug) for place, slug in enumerate(settings.participants)]
    parents = [
        (("organisationer", slug, "del-av"), each.part_of) for slug, each in settings.organisations.items()
    ]
    known = workspace.registry().organisations if named or parents else {}
    for pointer, slug in (*named, *parents):
        if slug is not None and slug not in known:
            yield _unknown(exact.place(pointer), "FO101", _NO_ORGANISATION, slug, known)


def _unknown(
    place: tuple[int, int],
    code: str,
    words: tuple[str, str],
    given: str,
    known: Iterable[str],
    **values: object,
) -> Problem:
    near = nearest(given, known)
    names = {"key": given, "term": given, "slug": given, "near": near[0] if near else "", **values}
    return Problem(code, *place, words[0] if near else words[1], names)


@cache
def vocabulary_data() -> dict[str, Any]:
    """The content of the packaged vocabulary file."""
    text = resources.files("insiktskarta.model").joinpath("data/vocabulary.yaml").read_text(encoding="utf-8")
    found: dict[str, Any] = own(text) or exact_reader.read(text).value
    return found


@cache
def common_registry() -> Registry:
    """The packaged municipalities and regions."""
    text = (
        resources.files("insiktskarta.model").joinpath("data/organisations.csv").read_text(encoding="utf-8")
    )
    return registry_from_rows(csv.DictReader(text.splitlines()))
