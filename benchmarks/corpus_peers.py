"""The made-up records in the forms that other tools read, so that they can be measured side by side.

`write_doorstop` gives a doorstop document of the same texts. Run `doorstop` on a fresh copy, in a git
repository of its own: it rewrites the files and adds them to git.

`write_peer_schemas` gives two schemas for the files that `write_corpus` wrote. They know keys, kinds and
terms, but neither links nor which key belongs to which record type.

    check-jsonschema --schemafile peer.schema.json FILE …
    yamale --schema peer.yamale.yaml DIRECTORY

Sources: doorstop's item reference, yamale's README, JSON Schema draft 2020-12.
"""

from collections.abc import Mapping
from json import dumps
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from benchmarks.corpus import Fields, made, maker
else:  # run and imported from this folder, which is no package
    from corpus import made, maker

TERMS = (
    "perspektiv",
    "grupper",
    "livssituation",
    "kön",
    "förflyttningar",
    "teman",
    "tvärperspektiv",
    "metoder",
)
TERM = ("perspektiv-säkerhet", "röst", "status")
TEXT = (
    *("rubrik", "insikt", "fråga", "hypotes", "beskrivning", "lärdom", "nytt", "känt", "utmaning"),
    *("värdeskapande", "gäller-under", "insamlad", "giltig-till", "anteckning"),
)
TEXTS = ("citat", "bygger-på", "motsäger", "lika")
INNER = {
    "underlag": ("finns", "förvaras-av", "gallras"),
    "källa": ("dokument", "avsnitt"),
    "återkoppling": ("status", "datum", "hur"),
    "granskad": ("av", "datum"),
}
REQUIRED = ("typ", "rubrik")


def write_doorstop(directory: Path, records: int, seed: int = 1) -> None:
    """Write a doorstop document `INS` with one item a record: heading, sentences and links."""
    directory.mkdir(parents=True, exist_ok=True)
    settings = "settings:\n  digits: 7\n  prefix: INS\n  sep: ''\n"
    (directory / ".doorstop.yml").write_bytes(settings.encode())
    uids: dict[str, str] = {}
    for number, (name, fields, _) in enumerate(made(records, seed), 1):
        uids[name] = f"INS{number:07}"
        (directory / f"{uids[name]}.yml").write_bytes(_item(number, fields, uids).encode())


def _item(number: int, fields: "Fields", uids: Mapping[str, str]) -> str:
    sentences = [sentence for value in fields.values() if isinstance(value, tuple) for sentence in value]
    links = [f"- {uids[link]}: null" for link in fields.get("bygger-på", ())]
    lines = [
        *("active: true", "derived: false", "header: |", f"  {fields['rubrik']}", f"level: '1.{number}'"),
        *(["links:", *links] if links else ["links: []"]),
        *("normative: true", "ref: ''", "reviewed: null", "text: |", *(f"  {one}" for one in sentences)),
    ]
    return "\n".join([*lines, ""])


def write_peer_schemas(directory: Path) -> None:
    """Write `peer.schema.json` and `peer.yamale.yaml`."""
    directory.mkdir(parents=True, exist_ok=True)
    facets = {name: list(terms) for name, terms in maker(1).terms.items()}
    schema = dumps(_json_schema(facets), ensure_ascii=False, indent=1)
    (directory / "peer.schema.json").write_bytes(f"{schema}\n".encode())
    (directory / "peer.yamale.yaml").write_bytes(_yamale(facets).encode())


def _json_schema(facets: Mapping[str, list[str]]) -> dict[str, Any]:
    text = {"type": "string", "minLength": 1}
    properties: dict[str, Any] = {"typ": {"enum": facets["typ"]}, "antal": {"type": "integer", "minimum": 1}}
    properties |= dict.fromkeys(TEXT, text) | {key: {"enum": facets[key]} for key in TERM}
    properties |= {key: {"type": "array", "items": {"enum": facets[key]}} for key in TERMS}
    properties |= {key: {"type": "array", "items": text} for key in TEXTS}
    for key, inner in INNER.items():
        properties[key] = {
            "type": "object",
            "properties": dict.fromkeys(inner, text),
            "additionalProperties": False,
        }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "type": "object",
        "required": list(REQUIRED),
        "properties": properties,
        "additionalProperties": False,
    }


def _yamale(facets: Mapping[str, list[str]]) -> str:
    def enum(facet: str) -> str:
        return f"enum({', '.join(repr(term) for term in facets[facet])}"

    text, optional = "str(min=1", "required=False, none=False)"
    lines = [f"typ: {enum('typ')})", f"rubrik: {text}, max=120)", f"antal: int(min=1, {optional}"]
    lines += [f"{key}: {text}, {optional}" for key in TEXT if key not in REQUIRED]
    lines += [f"{key}: {enum(key)}, {optional}" for key in TERM]
    lines += [f"{key}: list({enum(key)}), {optional}" for key in TERMS]
    lines += [f"{key}: list({text}), {optional}" for key in TEXTS]
    lines += [f"{key}: include('{key}', {optional}" for key in INNER] + ["---"]
    for key, inner in INNER.items():
        lines += [f"{key}:", *(f"  {one}: {text}, {optional}" for one in inner)]
    return "\n".join([*lines, ""])
