"""The last line ends as the others do."""

from collections.abc import Iterator

from insiktskarta.model.language import N_
from insiktskarta.rules.examples import GOOD
from insiktskarta.rules.fix import Edit, Source, TextFix
from insiktskarta.rules.form.line_ends import usual_end
from insiktskarta.rules.rule import Context, Hit, Rule, Spot


def _text(_: str, text: str, __: Context) -> Iterator[Spot]:
    if text and not text.endswith(("\n", "\r")):
        yield Spot(len(text), len(text), N_("The last line has no line end. Press Enter after it."), {})


def _edits(source: Source, _: Hit | Spot) -> Iterator[Edit]:
    yield Edit(len(source.text), len(source.text), usual_end(source.text))


RULE = Rule(
    code="FO107",
    name="final-newline",
    severity="hint",
    summary=N_("The last line ends as the others do."),
    why=N_("Without it, a line that is added later makes git show the last one as changed too."),
    bad="",
    good=GOOD,
    raw=GOOD.rstrip("\n").encode(),
    text=_text,
    fix=TextFix(_edits),
)
