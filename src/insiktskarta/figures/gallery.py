"""All figures, in the order in which they are offered."""

from typing import Any

from insiktskarta.figures import (
    before_after,
    chain,
    gap_matrix,
    insight_map,
    proportional,
    shared_map,
    shifts,
    small_multiples,
    sweden,
    timeline,
    upset,
)
from insiktskarta.figures.drawing import Drawing
from insiktskarta.model.errors import InsiktError
from insiktskarta.model.language import N_
from insiktskarta.model.swedish import folded, nearest

GALLERY: tuple[Drawing[Any], ...] = (
    insight_map.DRAWING,
    gap_matrix.DRAWING,
    small_multiples.DRAWING,
    shared_map.DRAWING,
    before_after.DRAWING,
    shifts.DRAWING,
    proportional.DRAWING,
    upset.DRAWING,
    timeline.DRAWING,
    chain.DRAWING,
    sweden.DRAWING,
)


def shown_name(drawing: Drawing[Any]) -> str:
    """A figure's name as people write it: `gap-matrix`."""
    return drawing.name.replace("_", "-")


def drawing(word: str) -> Drawing[Any]:
    """The figure with a name, written with `-` or `_`.

    Raises:
        InsiktError: there is none, with the nearest.
    """
    known = {shown_name(each): each for each in GALLERY}
    found = known.get(folded(word))
    if found is not None:
        return found
    near = [each for each in known if folded(word) in each] or nearest(word, known)
    if near:
        raise InsiktError(N_("There is no figure “{name}”. Do you mean “{near}”?"), name=word, near=near[0])
    raise InsiktError(
        N_("There is no figure “{name}”. Choose one of: {names}. “insikt figure” says what they show."),
        name=word,
        names=", ".join(known),
    )
