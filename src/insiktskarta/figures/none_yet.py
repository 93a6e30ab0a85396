"""The page of a figure that has nothing to draw: no record, and nobody who is expected to have any."""

from insiktskarta.figures import frame, palette
from insiktskarta.figures.metrics import wrap
from insiktskarta.figures.scene import Scene, Text
from insiktskarta.model.kinds import INSIGHT, many
from insiktskarta.model.language import Language

SIZE, LEADING, TOP, ROOM = 12.5, 18.0, 100.0, 480.0
"""Of the sentences on a page without a drawing, in points."""


def said(language: Language, kind: str = INSIGHT) -> str:
    """That there is nothing of this kind."""
    return language.text("There are no {many} yet.", many=many(language, kind))


def alt(table: frame.Shown, language: Language, kind: str = INSIGHT) -> str:
    """The title, and that there is nothing of this kind."""
    end = "" if table.title.endswith(("?", "!", ".")) else "."
    return f"{table.title}{end} {said(language, kind)}"


def page(name: str, table: frame.Shown, language: Language, kind: str = INSIGHT) -> Scene:
    """The figure's title over words that say why there is no drawing, and what to do."""
    told = language.text(
        "There is nothing to draw. With the first record, written with “insikt add”, a picture stands here."
    )
    subtitle = said(language, kind)
    words = alt(table, language, kind), f"{subtitle} {told}"
    return sentences(name, table, words, subtitle, told, language)


def sentences(
    name: str, table: frame.Shown, words: tuple[str, str], subtitle: str, told: str, language: Language
) -> Scene:
    """A page that has the sentences `told` in place of a drawing; `words` are its alt text and description."""
    lines = wrap(told, ROOM, SIZE)
    texts = tuple(
        Text(frame.MARGIN, TOP + LEADING * index, line, SIZE, palette.INK) for index, line in enumerate(lines)
    )
    return frame.scene(
        name,
        (frame.WIDTH, TOP + LEADING * len(lines) + 40.0),
        table,
        words,
        language,
        (*frame.titles(table.title, subtitle, frame.WIDTH), *texts),
    )
