"""A comment tells editors which schema the record follows."""

import re
from collections.abc import Iterator

from insiktskarta.model.language import N_
from insiktskarta.model.record import TYPES
from insiktskarta.model.schema import modeline
from insiktskarta.rules.examples import GOOD
from insiktskarta.rules.fix import Edit, Source, TextFix
from insiktskarta.rules.form.line_ends import usual_end
from insiktskarta.rules.rule import Context, Hit, Rule, Spot

NAMED = re.compile(r"(?:^|(?<=[\r\n])) *# *(?:yaml-language-server *:.*)?\$schema *[=:] *(?P<schema>[^\s]+)")
"""The comment that YAML language servers read, in both ways of writing it."""
_TYPE = re.compile(r"""(?:^|(?<=[\r\n]))["']?typ["']? *: +["']?([^\W\d_]+)""")
_TWO_FOLDERS = re.compile(r"insights/[^/]+/[^/]+")


def type_of(text: str) -> str | None:
    """The record type that a text names, where it is one."""
    found = _TYPE.search(text)
    return found.group(1) if found is not None and found.group(1) in TYPES else None


def _text(path: str, text: str, context: Context) -> Iterator[Spot]:
    # Without schemas the comment would be one more thing that leads nowhere.
    if context.schemas and "$schema" not in text and _TWO_FOLDERS.fullmatch(path):
        type_ = type_of(text)
        if type_ is not None:
            message = N_("The first line may give your editor help with every key and term: “{line}”.")
            yield Spot(0, 0, message, {"line": modeline(type_)})


def _edits(source: Source, spot: Hit | Spot) -> Iterator[Edit]:
    yield Edit(0, 0, f"{spot.values['line']}{usual_end(source.text)}")


RULE = Rule(
    code="FO110",
    name="missing-modeline",
    severity="hint",
    summary=N_("A comment tells editors which schema the record follows."),
    why=N_(
        "With it, editors that know YAML complete keys and terms, explain them, and underline what is wrong while you write. It is asked for where the workspace has schemas; “insikt schema” writes them."
    ),
    bad=GOOD,
    good=f"{modeline('insikt')}\n{GOOD}",
    text=_text,
    beside={"schemas/insikt.schema.json": "{}\n"},
    fix=TextFix(_edits),
)
