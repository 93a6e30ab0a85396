"""What is drawn where a question's words stand in no record: no figure, since a hatched area would say too much."""

from typing import Any, TypeVar

from insiktskarta.figures import frame, none_yet
from insiktskarta.figures.drawing import Drawing
from insiktskarta.figures.metrics import shorten
from insiktskarta.figures.scene import Scene
from insiktskarta.model.language import Language
from insiktskarta.query.select import where
from insiktskarta.tables.request import Request

T = TypeVar("T")
_SUBTITLE = 11.5


def pages(figure: Drawing[T], request: Request, table: T) -> tuple[T, ...]:
    """The parts of a figure's table that are drawn, each on a page; one where there is nothing to tell of."""
    parts = figure.pages(table)
    return parts[:1] if _is_told(figure, request) else parts


def picture(figure: Drawing[T], request: Request, part: T) -> Scene:
    """One page of a figure, or the page that says that nothing fits its question's words."""
    language = request.language
    return _page(figure.name, part, language) if _is_told(figure, request) else figure.draw(part, language)


def _is_told(figure: Drawing[Any], request: Request) -> bool:
    """Whether words were asked for that stand nowhere, and the figure itself does not say so."""
    if not request.question.text or figure.tells_nowhere:
        return False
    for corpus in filter(None, (request.corpus, request.earlier)):
        condition, parameters = where(corpus, request.question)
        if corpus.value(f"SELECT 1 FROM record WHERE {condition} LIMIT 1", parameters):
            return False
    return True


def _page(name: str, part: Any, language: Language) -> Scene:
    table = frame.cleaned(part)
    chosen = table.provenance.filter
    nothing = language.text("Nothing fits the selection {filter}.", filter=chosen)
    spots = language.text(
        "That is no white spot: records may say the same in other words. Try fewer or shorter words, or a theme."
    )
    subtitle = shorten(nothing, frame.WIDTH - 2 * frame.MARGIN, _SUBTITLE)
    words = f"{table.title} {nothing}", f"{nothing} {spots}"
    return none_yet.sentences(name.replace("_", "-"), table, words, subtitle, spots, language)
