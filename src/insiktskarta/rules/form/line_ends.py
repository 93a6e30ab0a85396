"""All lines of a file end the same way."""

import re
from collections import Counter
from collections.abc import Iterator

from insiktskarta.model.language import N_
from insiktskarta.rules.examples import GOOD
from insiktskarta.rules.fix import Edit, Source, TextFix
from insiktskarta.rules.rule import Context, Hit, Rule, Spot

_END = re.compile("\r\n|\r|\n")
_LONE = re.compile("\r(?!\n)")
_MIXED = N_(
    "From here on, lines end in another way than before: as on Windows in one place, as on other systems in another."
)
_OLD = N_(
    "The line ends in a carriage return alone. Git and most programs see one long line. Save with LF or CRLF."
)


def _text(_: str, text: str, __: Context) -> Iterator[Spot]:
    # Windows' line ends throughout are no fault: git and editors turn them into what the machine uses.
    if "\r" not in text:
        return
    lone = _LONE.search(text)
    if lone is not None:
        yield Spot(lone.start(), lone.end(), _OLD, {}, "warning")
    elif text.count("\n") != text.count("\r\n"):
        ends = list(_END.finditer(text))
        other = next(end for end in ends if end.group() != ends[0].group())
        yield Spot(other.start(), other.end(), _MIXED, {})


def usual_end(text: str) -> str:
    """The line end that a text has most of, of the two that programs agree about; LF where it has neither."""
    counted = Counter(end.group() for end in _END.finditer(text) if end.group() != "\r")
    return max(counted, key=lambda end: counted[end], default="\n")


def _edits(source: Source, _: Hit | Spot) -> Iterator[Edit]:
    usual = usual_end(source.text)
    for end in _END.finditer(source.text):
        if end.group() != usual:
            yield Edit(end.start(), end.end(), usual)


RULE = Rule(
    code="FO105",
    name="line-ends",
    severity="hint",
    summary=N_("All lines of a file end the same way."),
    why=N_(
        "LF or CRLF (Windows) is fine, each in the whole file; git converts them. Mixed ends make lines look changed that nobody has changed. The fix keeps the kind that the file has most of."
    ),
    bad="",
    good=GOOD.replace("\n", "\r\n"),
    raw=GOOD.replace("\n", "\r\n").replace("\r\n", "\n", 1).encode(),
    text=_text,
    fix=TextFix(_edits),
)
