import json
from pathlib import Path
from typing import Annotated

import typer

from insiktskarta.cli import CLEAN, completing, console
from insiktskarta.cli import options as o
from insiktskarta.cli.app import Run
from insiktskarta.files.workspace import SCHEMAS
from insiktskarta.model.errors import InsiktError
from insiktskarta.model.language import N_, Language
from insiktskarta.model.vocabulary import Vocabulary


def command(
    context: typer.Context,
    name: Annotated[
        str | None,
        typer.Argument(
            autocompletion=completing.types,
            metavar=N_("[TYPE]"),
            help=N_("Print this record type's schema; without it, all are written."),
        ),
    ] = None,
    terms: Annotated[bool, typer.Option("--terms", help=N_("List the vocabulary's terms instead."))] = False,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            metavar=N_("FOLDER"),
            help=N_("The folder to write to; schemas/ unless another is named."),
        ),
    ] = None,
    workspace: o.Workspace = None,
    lang: o.Language = None,
) -> int:
    """Write the schemas, print one, or list the terms."""
    from insiktskarta.files.settings import read_workspace
    from insiktskarta.files.workspace import find_root
    from insiktskarta.model.record import TYPES
    from insiktskarta.model.schema import file_name, schemas

    run: Run = context.obj
    root = find_root(run.folder)
    vocabulary = read_workspace(root).vocabulary()
    if terms:
        console.write(_terms(vocabulary, run.language))
        return CLEAN
    found = schemas(vocabulary)
    if name is not None:
        known = vocabulary["typ"].find(name)
        if known is None or known not in TYPES:  # a workspace may have a word of its own for what is no type
            types = ", ".join(TYPES)
            raise InsiktError(
                N_("There is no record type “{type}”. Choose one of: {types}."), type=name, types=types
            )
        console.write(_json(found[file_name(known)]))
        return CLEAN
    for path in written(output or root / SCHEMAS, vocabulary):
        console.write(f"{path.as_posix()}\n")
    return CLEAN


def written(folder: Path, vocabulary: Vocabulary) -> list[Path]:
    """The paths of all schemas, written to a folder.

    Raises:
        InsiktError: a file cannot be written.
    """
    from insiktskarta.files.write import replace
    from insiktskarta.model.schema import schemas

    found = {folder / name: schema for name, schema in schemas(vocabulary).items()}
    for path, schema in found.items():
        replace(path, _json(schema))
    return list(found)


def _json(schema: dict[str, object]) -> str:
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def _terms(vocabulary: Vocabulary, language: Language) -> str:
    lines = []
    for facet in vocabulary:
        lines.append(f"{facet.id}: {facet.label[language.code]}")
        for term in facet.terms.values():
            depth = "  " * len(facet.lineage(term.id))
            replaced = f" → {term.replaced_by}" if term.replaced_by else ""
            lines.append(f"{depth}{term.id}{replaced}: {term.label[language.code]}")
        lines.append("")
    return "\n".join(lines)
