"""No line ends in spaces."""

import re
from collections.abc import Iterator

from insiktskarta.model.language import N_
from insiktskarta.model.sieve import joint_sieve
from insiktskarta.rules.examples import GOOD
from insiktskarta.rules.fix import Edit, Source, TextFix
from insiktskarta.rules.rule import Context, Hit, Rule, Spot

_SPACES = re.compile(" +(?=[\r\n]|\\Z)")
_may_end_in_space = joint_sieve(r" (?:[\r\n]|\z)")


def _text(_: str, text: str, __: Context) -> Iterator[Spot]:
    if _may_end_in_space(text):
        for found in _SPACES.finditer(text):
            yield Spot(found.start(), found.end(), N_("The line ends in spaces. Delete them."), {})


def _edits(_: Source, spot: Hit | Spot) -> Iterator[Edit]:
    if isinstance(spot, Spot) and spot.start is not None:
        yield Edit(spot.start, spot.end, "")


RULE = Rule(
    code="FO108",
    name="trailing-space",
    severity="hint",
    summary=N_("No line ends in spaces."),
    why=N_(
        "They are seen by nobody but git, which shows the line as changed. In a text below “>-” or “|” they belong to the text, so there they are left for you to delete."
    ),
    bad="",
    good=GOOD,
    raw=GOOD.replace("egen", "egen  ").encode(),
    text=_text,
    fix=TextFix(_edits),
)
