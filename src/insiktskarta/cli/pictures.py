"""What the commands that draw share: the table with its title and provenance, and the file's bytes."""

import csv
import io
import json

from insiktskarta import __version__
from insiktskarta.cli.app import Run
from insiktskarta.figures.scene import Scene
from insiktskarta.files.git import commit
from insiktskarta.files.workspace import find_root
from insiktskarta.model.corpus import Corpus
from insiktskarta.model.language import Language
from insiktskarta.model.masking import masked
from insiktskarta.query.question import Question
from insiktskarta.query.select import where
from insiktskarta.tables.perspective_regions import PerspectiveRegions, Provenance, perspective_regions
from insiktskarta.tables.sheet import Sheet

FORMATS = (".png", ".svg", ".pdf")
TABLE_FORMATS = (".csv", ".json")


def provenance(run: Run, corpus: Corpus, question: Question) -> Provenance:
    """Where figures come from: the organisations that the question reaches, the question, date, commit and tool."""
    found = corpus.at or commit(find_root(run.folder))
    condition, parameters = where(corpus, question)
    sql = f"SELECT DISTINCT organisation FROM record WHERE {condition}"
    reached = {row[0] for row in corpus.rows(sql, parameters)}
    names = tuple(one.name for slug, one in corpus.organisations.items() if slug in reached)
    return Provenance(
        organisations=names,
        filter=question.in_words(corpus, run.language),
        date=found.date if found else "",
        commit=found.name if found else "",
        tool=f"insiktskarta {__version__}",
    )


def map_table(
    corpus: Corpus, question: Question, title: str | None, source: Provenance, language: Language
) -> PerspectiveRegions:
    """The insight map's table, under the given title or one that says what it shows."""
    shown = masked(title) if title else map_title(corpus, question, language)
    return perspective_regions(corpus, question, shown, source, language)


def map_title(corpus: Corpus, question: Question, language: Language) -> str:
    """`Insiktskarta för Grums`; without a place where there are several."""
    if len(question.organisations) == 1:
        name = corpus.organisation_name(question.organisations[0])
        return language.text("Insight map of {organisation}", organisation=name)
    return language.text("Insight map")


def rendered(scene: Scene, suffix: str, dpi: int = 160, millimetres: float | None = None) -> bytes:
    """A scene as the bytes of a file with this suffix, as wide as asked for."""
    scale = millimetres / 25.4 * 72 / scene.width if millimetres else 1.0
    if suffix == ".svg":
        from insiktskarta.show.svg import svg

        return svg(scene, scale=scale).encode("utf-8")
    from insiktskarta.show import raster

    return raster.pdf(scene, scale) if suffix == ".pdf" else raster.png(scene, dpi, scale)


def as_csv(sheet: Sheet) -> str:
    """A picture's table with its heading, comma separated."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(sheet.columns)
    writer.writerows(sheet.rows)
    return out.getvalue()


def as_json(sheet: Sheet) -> str:
    """A picture's table as a list of objects."""
    rows = [dict(zip(sheet.columns, row, strict=True)) for row in sheet.rows]
    return json.dumps(rows, ensure_ascii=False, indent=2) + "\n"
