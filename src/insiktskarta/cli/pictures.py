"""What the commands that draw share: the table with its title and provenance, and the file's bytes."""

import json
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import typer

from insiktskarta import __version__
from insiktskarta.cli.app import Run
from insiktskarta.cli.corpora import earlier_corpus
from insiktskarta.cli.unreviewed import hide_text, hide_unreviewed
from insiktskarta.figures.drawing import Drawing
from insiktskarta.figures.recipe import TERM, recipe_of
from insiktskarta.figures.scene import Scene
from insiktskarta.figures.theme import THEMES, themed
from insiktskarta.files.at import demand_past
from insiktskarta.files.git import Commit, commit
from insiktskarta.files.workspace import find_root
from insiktskarta.model.corpus import At, Corpus
from insiktskarta.model.errors import InsiktError
from insiktskarta.model.language import N_, Language
from insiktskarta.model.masking import masked_numbers
from insiktskarta.query.question import Question
from insiktskarta.query.select import where
from insiktskarta.show.records import hidden
from insiktskarta.tables.perspective_regions import Provenance
from insiktskarta.tables.request import Circles, Counts, Request
from insiktskarta.tables.sheet import Sheet

LOOK = ("theme", "dpi", "width")
FORMATS = (".png", ".svg", ".pdf")
TABLE_FORMATS = (".csv", ".json")
MOST_PIXELS = 100_000_000


def provenance(run: Run, corpus: Corpus, question: Question) -> Provenance:
    """Where figures come from: the organisations that the question reaches, the question, date, commit and tool."""
    return source(corpus, corpus.at or commit(find_root(run.folder)), question, run.language)


def source(corpus: Corpus, found: At | Commit | None, question: Question, language: Language) -> Provenance:
    """Where figures come from, whose records are as they were `found`; None where no commit is known."""
    condition, parameters = where(corpus, question)
    sql = f"SELECT DISTINCT organisation FROM record WHERE {condition}"
    reached = {row[0] for row in corpus.rows(sql, parameters)}
    names = tuple(one.name for slug, one in corpus.organisations.items() if slug in reached)
    return Provenance(
        organisations=names,
        filter=question.in_words(corpus, language),
        date=found.date if found else "",
        commit=found.name if found else "",
        tool=f"insiktskarta {__version__}",
    )


def requested(
    context: typer.Context, corpus: Corpus, question: Question, *, title: str = "", by: str = ""
) -> Request:
    """What a picture of this run is asked to show."""
    run: Run = context.obj
    since = context.params.get("since")
    if since:
        demand_past(find_root(run.folder), since)
    earlier = earlier_corpus(context, since) if since else None
    if earlier is not None and question.text:
        from insiktskarta.files.fulltext import fill

        fill(earlier)
    hide_unreviewed(run, corpus, question)
    if earlier is not None:
        hide_text(run, earlier)
    where_from = provenance(run, corpus, question)
    return Request(corpus, question, where_from, run.language, masked_numbers(title), by, earlier, layout)


def layout(counts: Counts) -> Circles:
    """The circles of an area-proportional picture, by a library that is loaded for it alone."""
    from insiktskarta.show.proportional import circles

    return circles(counts)


def stamped(
    scene: Scene,
    drawing: Drawing[Any],
    request: Request,
    table: Any,
    page: int = 0,
    look: Mapping[str, str] | None = None,
) -> Scene:
    """A scene whose metadata also say how it was made, so that `insikt figure --check` can make its table again."""
    line = recipe_of(drawing, request, table, page, look or {}).text()
    return replace(scene, metadata=(*scene.metadata, (TERM, line))) if line else scene


def look_of(context: typer.Context) -> dict[str, str]:
    """The options of a run that change how a picture looks and not what it says, where they were given."""
    usual = {each.name: each.default for each in context.command.params}
    given = {name: context.params[name] for name in LOOK if name in context.params}
    return {
        name: str(getattr(value, "value", value))
        for name, value in given.items()
        if value is not None and value != usual[name]
    }


def rendered(
    scene: Scene, suffix: str, dpi: int = 160, millimetres: float | None = None, theme: str = "print"
) -> bytes:
    """A scene as the bytes of a file with this suffix, as wide and in the colours asked for."""
    scene = themed(scene, THEMES[theme])
    scale = millimetres / 25.4 * 72 / scene.width if millimetres else 1.0
    if suffix == ".svg":
        from insiktskarta.show.svg import svg

        return svg(scene, scale=scale).encode("utf-8")
    if suffix == ".pdf":
        from insiktskarta.show.pdf import pdf

        return pdf(scene, scale)
    from insiktskarta.show.raster import png

    demand_room(scene, dpi, scale)
    return png(scene, dpi, scale)


def demand_room(scene: Scene, dpi: int, scale: float) -> None:
    """See that a PNG is of a size that can be drawn: a hundred million pixels take 0.4 GB.

    Raises:
        InsiktError: it is not.
    """
    each = dpi / 72 * scale
    wide, high = round(scene.width * each), round(scene.height * each)
    if wide * high > MOST_PIXELS:
        raise InsiktError(
            N_(
                "The picture would be {wide} × {high} pixels; at most {most} million can be drawn. Lower --dpi or --width, or write .pdf or .svg, which are sharp at any size."
            ),
            wide=wide,
            high=high,
            most=MOST_PIXELS // 1_000_000,
        )


def sheet_text(sheet: Sheet, path: Path) -> str:
    """A picture's table as the file's ending asks for it."""
    return as_json(sheet) if path.suffix.lower() == ".json" else as_csv(sheet)


def as_csv(sheet: Sheet) -> str:
    """A picture's table with its heading, comma separated."""
    from insiktskarta.show import spreadsheet
    from insiktskarta.show.csv_heads import headed

    return spreadsheet.as_csv(headed(hidden(sheet.columns), hidden(sheet.rows)))


def as_json(sheet: Sheet) -> str:
    """A picture's table as a list of objects."""
    rows = [dict(zip(hidden(sheet.columns), hidden(row), strict=True)) for row in sheet.rows]
    return json.dumps(rows, ensure_ascii=False, indent=2) + "\n"
