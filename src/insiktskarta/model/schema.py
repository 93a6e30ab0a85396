"""JSON Schemas of the record types, for editors and other validators."""

from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel

from insiktskarta.model.record import TYPES
from insiktskarta.model.settings import Settings
from insiktskarta.model.swedish import slug
from insiktskarta.model.vocabulary import Facet, Vocabulary

DIALECT = "https://json-schema.org/draft/2020-12/schema"

_TITLES = {
    "insikt": "Insikt",
    "insiktsarbete": "Insiktsarbete",
    "fråga": "Utforskande fråga",
    "test": "Test",
    "lärdom": "Lärdom",
}


def file_name(name: str) -> str:
    """`fråga` → `fraga.schema.json`."""
    return f"{slug(name)}.schema.json"


def modeline(type_: str) -> str:
    """The comment that tells editors which schema a record follows, from two folders below the workspace."""
    return f"# yaml-language-server: $schema=../../schemas/{file_name(type_)}"


def schemas(vocabulary: Vocabulary) -> dict[str, dict[str, Any]]:
    """File name to schema: one a record type, and one of `insikt.yaml`."""
    found = {
        file_name(type_): record_schema(model, _TITLES[type_], vocabulary) for type_, model in TYPES.items()
    }
    return {**found, file_name("insikt-yaml"): record_schema(Settings, "insikt.yaml", vocabulary)}


def record_schema(model: type[BaseModel], title: str, vocabulary: Vocabulary) -> dict[str, Any]:
    """The JSON Schema of a type: Swedish help on every key, and the vocabulary's terms where terms stand."""
    schema = _tidy(model.model_json_schema(by_alias=True), vocabulary)
    schema.pop("description", None)
    if "hypotes" in schema["properties"]:
        schema["anyOf"] = [{"required": ["hypotes"]}, {"required": ["beskrivning"]}]
    return {"$schema": DIALECT, "title": title, **schema}


def _tidy(node: Any, vocabulary: Vocabulary) -> Any:
    if isinstance(node, list):
        return [_tidy(each, vocabulary) for each in node]
    if not isinstance(node, Mapping):
        return node
    tidy = {key: _tidy(value, vocabulary) for key, value in node.items() if key not in ("x-facet", "default")}
    if "anyOf" in tidy:
        tidy = _without_null(tidy)
    if "properties" in tidy:
        # The docstring and the class name are for programmers.
        tidy.pop("description", None)
    tidy.pop("title", None)
    facet = node.get("x-facet")
    return _with_terms(tidy, vocabulary[str(facet)]) if facet is not None else tidy


def _without_null(node: dict[str, Any]) -> dict[str, Any]:
    # A field that is left out is left out; it is never written as null.
    kinds = [kind for kind in node["anyOf"] if kind != {"type": "null"}]
    rest = {key: value for key, value in node.items() if key != "anyOf"}
    return {**kinds[0], **rest} if len(kinds) == 1 else {"anyOf": kinds, **rest}


def _with_terms(node: dict[str, Any], facet: Facet) -> dict[str, Any]:
    current = [term for term in facet.terms.values() if term.replaced_by is None]
    terms = {
        "enum": [term.id for term in current],
        "markdownEnumDescriptions": [f"**{term.label['sv']}** – {term.definition['sv']}" for term in current],
    }
    if node.get("type") == "array":
        return {**node, "items": {**node.get("items", {}), **terms}}
    return {**node, **terms}
