"""Figures for those who work in a notebook: a scene from a corpus, and the scene on axes of matplotlib."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from insiktskarta.cli.library import asked
from insiktskarta.cli.pictures import layout, source
from insiktskarta.figures import nothing
from insiktskarta.figures.drawing import Drawing
from insiktskarta.figures.gallery import drawing
from insiktskarta.figures.scene import Scene
from insiktskarta.model.corpus import Corpus
from insiktskarta.model.errors import InsiktError
from insiktskarta.model.language import N_
from insiktskarta.model.masking import masked_numbers
from insiktskarta.query.reviewed import hide_unreviewed
from insiktskarta.show.messages import language
from insiktskarta.tables.request import Request

if TYPE_CHECKING:
    from matplotlib.axes import Axes


def scenes(
    corpus: Corpus,
    figure: str = "insight-map",
    text: str = "",
    *,
    by: str = "",
    title: str = "",
    lang: str = "sv",
    earlier: Corpus | None = None,
    **terms: str | Iterable[str],
) -> tuple[Scene, ...]:
    """The pages of a figure, most often one, to be drawn on axes or with a renderer of one's own.

    Where the workspace requires a review, the text of what nobody has read is left out of the corpus from here on.

    Args:
        corpus: what is drawn.
        figure: a name that `insikt figure` lists.
        text: words that all occur in what is shown.
        by: the facet to divide by, for figures that divide; empty for their own.
        title: in place of the figure's own.
        lang: `sv` or `en`.
        earlier: the corpus as it was, for `before-after`: `load(at=…)`.
        terms: as those of `select`: facets, `organisation` and `typ`.

    Raises:
        InsiktError: there is no such figure, or a word means nothing, with the nearest that does.
        KeyError: a facet that there is not.
    """
    chosen: Drawing[Any] = drawing(figure)
    if chosen.compares and earlier is None:
        raise InsiktError(
            N_("“{name}” compares with an earlier time: give the corpus as it was."), name=figure
        )
    spoken = language(lang)
    terms.setdefault("typ", chosen.types)
    for each in filter(None, (corpus, earlier)):
        hide_unreviewed(each, spoken.text("(not reviewed)"))
    question = asked(corpus, text, **terms)
    where = source(corpus, corpus.at, question, spoken)
    request = Request(corpus, question, where, spoken, masked_numbers(title), by, earlier, layout)
    pages = nothing.pages(chosen, request, chosen.table(request))
    return tuple(nothing.picture(chosen, request, page) for page in pages)


def draw_on(axes: "Axes", scene: Scene) -> None:
    """Draw a scene on axes, whose units become points of the scene; texts and lines keep their proportion.

    Args:
        axes: whose frame and ticks are taken away; as much of them is used as the scene's proportions allow.
        scene: one of those that `scenes` gives.
    """
    from insiktskarta.show.axes import draw_on as draw

    draw(axes, scene)
