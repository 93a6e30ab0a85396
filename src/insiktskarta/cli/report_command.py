from typing import Annotated

import typer

from insiktskarta.cli import CLEAN, console
from insiktskarta.cli import options as o
from insiktskarta.cli.app import Run
from insiktskarta.cli.corpora import corpus_of, warn_of_unread
from insiktskarta.cli.filters import Filters, asked_of, filtered
from insiktskarta.cli.map_command import INSIGHTS
from insiktskarta.cli.targets import demand_target
from insiktskarta.model.corpus import Corpus
from insiktskarta.model.language import N_, Language
from insiktskarta.model.masking import masked_numbers
from insiktskarta.query.question import Question

FORMATS = (".md", ".markdown")


@filtered
def command(
    context: typer.Context,
    *,
    output: o.Output = None,
    filters: Filters,
    title: Annotated[
        str | None, typer.Option("--title", metavar=N_("TEXT"), help=N_("The report's title."))
    ] = None,
    at: o.At = None,
    workspace: o.Workspace = None,
    lang: o.Language = None,
) -> int:
    """Write the report; with --output the map is written beside it."""
    from insiktskarta.cli.pictures import rendered, requested, stamped
    from insiktskarta.figures.insight_map import DRAWING
    from insiktskarta.files.write import replace, replace_bytes
    from insiktskarta.report import report
    from insiktskarta.report.section import Brief

    run: Run = context.obj
    if output is not None:
        demand_target(run, output, FORMATS)
    corpus = corpus_of(context)
    asked = asked_of(corpus, filters, types=INSIGHTS)
    request = requested(context, corpus, asked)
    regions = DRAWING.table(request)
    scene = stamped(DRAWING.draw(regions, run.language), DRAWING, request, regions)
    picture = output.with_suffix(".png") if output is not None else None
    brief = Brief(corpus, asked, regions, run.language, picture.name if picture else "", scene.alt)
    written = report(masked_numbers(title) if title else _title(corpus, asked, run.language), brief)
    if output is None or picture is None:
        console.write(written)
        console.say(
            run.language.text("The map is left out; with “--output FILE.md” it is written beside the report.")
        )
    else:
        replace_bytes(picture, rendered(scene, ".png"))
        replace(output, written)
        console.write(f"{output}\n{picture}\n")
    warn_of_unread(run, corpus)
    return CLEAN


def _title(corpus: Corpus, question: Question, language: Language) -> str:
    if len(question.organisations) == 1:
        return language.text(
            "Insight report: {organisation}", organisation=corpus.organisation_name(question.organisations[0])
        )
    return language.text("Insight report")
