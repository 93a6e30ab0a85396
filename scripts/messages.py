"""Collect messages from the code into the Swedish catalogue, and compile it.

Usage: python scripts/messages.py [--check]

With --check nothing is written: exit 1 when the catalogue is behind the code, or holds a message that has no
translation or names in it that its source has not.
"""

import datetime as dt
import re
import sys
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import read_mo, write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "src" / "insiktskarta"
FOLDER = PACKAGE / "locale" / "sv" / "LC_MESSAGES"
KEYWORDS = {"N_": None, "text": None, "plural": (1, 2)}
DATE = dt.datetime(
    2026, 1, 1, tzinfo=dt.UTC
)  # the file says nothing of when, so that the same words are the same bytes
Messages = dict[tuple[str, ...], tuple[str, ...]]
_NAME = re.compile(r"\{(\w+)\}")


def collected() -> Catalog:
    """All messages of the code."""
    catalog = Catalog(locale="sv", project="insiktskarta", charset="utf-8")
    found = extract_from_dir(
        PACKAGE, method_map=[("**.py", "python")], keywords=KEYWORDS, comment_tags=(), strip_comment_tags=True
    )
    for path, _, message, _, _ in found:
        if message and message != ("", ""):
            catalog.add(message, locations=[(f"src/insiktskarta/{Path(path).as_posix()}", 0)])
    return catalog


def stored() -> Catalog:
    """The catalogue on disk; an empty one where there is none."""
    path = FOLDER / "insikt.po"
    if not path.exists():
        return Catalog(locale="sv", project="insiktskarta", charset="utf-8")
    with path.open("rb") as file:
        return read_po(file, locale="sv")


def updated() -> Catalog:
    """The catalogue on disk with the code's messages; what the code no longer says is gone."""
    catalog = stored()
    catalog.update(collected(), no_fuzzy_matching=True)
    catalog.obsolete.clear()
    catalog.header_comment = (
        "# The Swedish words of insiktskarta. English is the source; see CONTRIBUTING.md."
    )
    catalog.creation_date = catalog.revision_date = DATE
    return catalog


def messages(catalog: Catalog) -> Messages:
    """Every message with its translation, singular and plural."""
    return {_texts(message.id): _texts(message.string) for message in catalog if message.id}


def faults(found: Messages) -> list[str]:
    """Messages whose translation is missing, or uses names that its source has not."""
    wrong = []
    for sources, targets in found.items():
        if not targets or not all(targets):
            wrong.append(f"not translated: {sources[0]}")
        elif {name for each in targets for name in _NAME.findall(each)} - {
            name for each in sources for name in _NAME.findall(each)
        }:
            wrong.append(f"unknown names in the translation: {sources[0]}")
    return wrong


def _texts(value: str | tuple[str, ...] | list[str] | None) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(value or ())


def _compiled() -> Messages:
    with (FOLDER / "insikt.mo").open("rb") as file:
        return messages(read_mo(file))


def main(argv: list[str]) -> int:
    """Collect and compile, or check."""
    catalog = updated()
    wrong = faults(messages(catalog))
    if "--check" in argv:
        if not messages(stored()) == messages(catalog) == _compiled():
            wrong.append("the catalogue is behind the code: run “make messages”")
    else:
        FOLDER.mkdir(parents=True, exist_ok=True)
        with (FOLDER / "insikt.po").open("wb") as file:
            write_po(file, catalog, width=100, sort_output=True, include_lineno=False)
        with (FOLDER / "insikt.mo").open("wb") as file:
            write_mo(file, catalog)
    for line in wrong:
        print(line)
    return int("--check" in argv and bool(wrong))


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
