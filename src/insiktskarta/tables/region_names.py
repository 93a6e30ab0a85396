"""What every picture, table and report calls the regions of the map."""

from collections.abc import Sequence

from insiktskarta.model.language import Language
from insiktskarta.model.vocabulary import CIRCLES


def named_region(circles: Sequence[str], language: Language) -> str:
    """`only risk group`, `clients + residents`, `all three`, `outside the circles`.

    Args:
        circles: the short names of those that the region lies in.
        language: of the name.
    """
    if len(circles) == len(CIRCLES):
        return language.text("all three")
    if len(circles) == 1:
        return language.text("only {perspective}", perspective=circles[0])
    return " + ".join(circles) or language.text("outside the circles")
