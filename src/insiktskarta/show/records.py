"""Records for eyes and for programs; whatever looks like personal data is masked in all of them."""

import json
import textwrap
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from insiktskarta.model.corpus import Corpus
from insiktskarta.model.language import Language
from insiktskarta.model.masking import masked_numbers
from insiktskarta.query.select import Hit
from insiktskarta.show import spreadsheet

COLUMNS = ("perspektiv", "grupper", "röst", "förflyttningar", "teman", "status")
"""The facets that are columns in CSV."""


def hidden(value: Any) -> Any:
    """A value with all its texts masked, however deep."""
    if isinstance(value, str):
        return masked_numbers(value)
    if isinstance(value, Mapping):
        return {key: hidden(each) for key, each in value.items()}
    return [hidden(each) for each in value] if isinstance(value, Sequence) else value


def ids(hits: Sequence[Hit]) -> str:
    """One id a line."""
    return "".join(f"{masked_numbers(hit.id)}\n" for hit in hits)


def as_json(contents: Sequence[Mapping[str, Any]]) -> str:
    """A list of objects with the keys of the files, `id` first."""
    return json.dumps(hidden(contents), ensure_ascii=False, indent=2) + "\n"


def as_yaml(contents: Sequence[Mapping[str, Any]]) -> str:
    """A list of mappings with the keys of the files, `id` first."""
    import yaml  # 20 ms that only this format needs

    text: str = yaml.safe_dump(hidden(contents), allow_unicode=True, sort_keys=False, width=100)
    return text


def as_csv(hits: Sequence[Hit]) -> str:
    """A table with one row a record; several terms are joined by `; `."""
    rows: list[tuple[str, ...]] = [("id", "organisation", "typ", "rubrik", *COLUMNS, "insamlad", "utsaga")]
    for hit in hits:
        terms = ["; ".join(hit.terms.get(facet, ())) for facet in COLUMNS]
        cells = (hit.id, hit.organisation, hit.type, hit.heading, *terms, hit.gathered or "", hit.statement)
        rows.append(tuple(masked_numbers(cell) for cell in cells))
    return spreadsheet.as_csv(rows)


def table_rows(corpus: Corpus, hits: Sequence[Hit], language: Language) -> list[list[str]]:
    """Organisation, type, heading, perspectives and id of each record, in words."""
    vocabulary = corpus.vocabulary
    circles = vocabulary["perspektiv"].terms.values()

    # There are few of each, and thousands of records.
    @cache
    def kind(type_: str) -> str:
        return vocabulary.label("typ", type_, language.code)

    @cache
    def lies_in(perspectives: tuple[str, ...]) -> str:
        return ", ".join(term.short[language.code] for term in circles if term.id in perspectives)

    name = cache(corpus.organisation_name)
    return [
        [
            name(hit.organisation),
            kind(hit.type),
            masked_numbers(hit.heading),
            lies_in(hit.terms.get("perspektiv", ())),
            masked_numbers(hit.id),
        ]
        for hit in hits
    ]


def listing(rows: Sequence[Sequence[str]], width: int) -> str:
    """The rows of `table_rows` where a table is too wide: by organisation, every id whole on a line of its own."""
    lines: list[str] = []
    last = ""
    for organisation, type_, heading, perspectives, record_id in rows:
        if organisation != last:
            lines += ["", organisation]
            last = organisation
        about = " · ".join(each for each in (type_, perspectives) if each)
        lines += textwrap.wrap(heading, width, initial_indent="  ", subsequent_indent="  ")
        lines += [f"    {about}", f"    {record_id}"]
    return "\n".join(lines[1:]) + "\n"
