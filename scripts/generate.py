"""Write what is generated and committed: schemas, reference pages, and the README's picture.

Usage: python scripts/generate.py [--check]

With --check nothing is written: exit 1 when a file on disk is not what would be written.
"""

import json
import sys
from pathlib import Path
from typing import Any

import messages

from insiktskarta.cli.pictures import stamped
from insiktskarta.figures.insight_map import DRAWING
from insiktskarta.files.index import open_corpus
from insiktskarta.files.settings import read_workspace
from insiktskarta.model.record import TYPES
from insiktskarta.model.schema import record_schema, schemas
from insiktskarta.model.settings import Settings
from insiktskarta.model.vocabulary import Vocabulary
from insiktskarta.query.question import Question
from insiktskarta.rules import all_rules
from insiktskarta.show.messages import language
from insiktskarta.show.rule_page import markdown
from insiktskarta.show.svg import svg
from insiktskarta.tables.perspective_regions import Provenance
from insiktskarta.tables.request import Request

ROOT = Path(__file__).resolve().parent.parent
BANNER = "<!-- Skriven av “make docs” ur koden. Ändra där, inte här. -->\n\n"


def fields_page(vocabulary: Vocabulary) -> str:
    """Every field of every record type, in Swedish."""
    parts = [
        BANNER + "# Fälten i en post\n",
        "En post är en YAML-fil: `insights/<organisation>/<filnamn>.yaml`.\n",
    ]
    for type_, model in TYPES.items():
        schema = record_schema(model, type_, vocabulary)
        term = vocabulary["typ"].terms[type_]
        parts.append(f"\n## {term.label['sv']} (`typ: {type_}`)\n\n{term.definition['sv']}\n")
        parts.append("\n| fält | krävs | betyder | exempel |\n| :-- | :-- | :-- | :-- |\n")
        required = set(schema["required"])
        parts += [
            _row(key, key in required, field) for key, field in schema["properties"].items() if key != "typ"
        ]
    parts.append("\n## Inställningar (`insikt.yaml`)\n\nAllt kan utelämnas.\n")
    parts.append("\n| nyckel | betyder |\n| :-- | :-- |\n")
    settings = record_schema(Settings, "insikt.yaml", vocabulary)["properties"]
    parts += [f"| `{key}` | {field['description']} |\n" for key, field in settings.items()]
    return "".join(parts)


def _row(key: str, required: bool, field: dict[str, Any]) -> str:  # noqa: FBT001 - a cell of the table
    example = json.dumps(field["examples"][0], ensure_ascii=False) if field.get("examples") else ""
    return f"| `{key}` | {'ja' if required else ''} | {field['description']} | `{example}` |\n"


def vocabulary_page(vocabulary: Vocabulary) -> str:
    """Every term of every facet, in Swedish."""
    parts = [BANNER + "# Ordförrådet\n"]
    parts.append(
        "\nUrsprung: **K** står i källan som begrepp, **F** är källans formulering men inte dess etikett, "
        "**E** är vår egen. Allt som är F eller E är preliminärt.\n"
    )
    for facet in vocabulary:
        parts.append(f"\n## {facet.label['sv']} (`{facet.id}`)\n\n{facet.definition['sv']}\n")
        parts.append("\n| term | etikett | betyder | ursprung |\n| :-- | :-- | :-- | :-- |\n")
        for term in facet.terms.values():
            indent = "&emsp;" * (len(facet.lineage(term.id)) - 1)
            replaced = f" Ersatt av `{term.replaced_by}`." if term.replaced_by else ""
            parts.append(
                f"| {indent}`{term.id}` | {term.label['sv']} | {term.definition['sv']}{replaced} | {term.origin} |\n"
            )
    return "".join(parts)


def picture() -> str:
    """The map of `insights/`, without the commit that it cannot know of."""
    corpus = open_corpus(ROOT)
    spoken = language("sv")
    names = tuple(
        one.name
        for one in corpus.organisations.values()
        if corpus.value("SELECT 1 FROM record WHERE type = 'insikt' AND organisation = ?", (one.slug,))
    )
    source = Provenance(names, "", "", "", "insiktskarta")
    request = Request(corpus, Question(types=("insikt",)), source, spoken)
    table = DRAWING.table(request)
    return svg(stamped(DRAWING.draw(table, spoken), DRAWING, request, table))


def generated() -> dict[Path, str]:
    """Path to content of everything that is generated."""
    vocabulary = read_workspace(ROOT).vocabulary()
    found = {
        ROOT / "schemas" / name: json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
        for name, schema in schemas(vocabulary).items()
    }
    found[ROOT / "docs" / "falt.md"] = fields_page(vocabulary)
    found[ROOT / "docs" / "ordforrad.md"] = vocabulary_page(vocabulary)
    found[ROOT / "docs" / "regler.md"] = f"{BANNER}# Reglerna\n\n{markdown(all_rules(), language('sv'))}"
    found[ROOT / "docs" / "insiktskarta.svg"] = picture()
    return found


def main(argv: list[str]) -> int:
    """Write, or check."""
    check = "--check" in argv
    behind = messages.main(["--check"]) if check else 0
    for path, content in generated().items():
        current = path.read_bytes().decode("utf-8") if path.exists() else None
        if current == content:
            continue
        if check:
            print(f"{path.relative_to(ROOT)} is behind its source: run “make docs”")
            behind = 1
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content.encode("utf-8"))
    return behind


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
